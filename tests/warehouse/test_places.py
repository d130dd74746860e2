"""A folder and a bucket do the same; the bucket is one of a real S3-compatible server on loopback."""

import itertools
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import polars as pl
import pytest

from tests.s3 import Server
from warehouse import Archive, Store, open_warehouse, publish
from warehouse.connect import open_builder
from warehouse.places import Address, Place, place

from . import corpus
from .conftest import NOW, Published

TABLES = ("documents", "events", "persons", "files", "mentions")
buckets = itertools.count()


@pytest.fixture(params=["folder", "bucket"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """An empty place of each kind."""
    if request.param == "folder":
        return tmp_path / "home"
    server: Server = request.getfixturevalue("server")
    return server.bucket(f"bucket-{next(buckets)}") + "/some/prefix"


@pytest.fixture
def there(address: Address) -> Place:
    return place(address)


def test_what_is_written_is_read(there: Place) -> None:
    there.write("a/one.txt", b"one")
    there.write("a/b/two.txt", b"two")
    assert there.exists("a/one.txt")
    assert not there.exists("a/two.txt")
    assert there.read("a/b/two.txt") == b"two"
    with pytest.raises(FileNotFoundError):
        there.read("a/two.txt")


def test_what_is_there_is_listed(there: Place) -> None:
    for key in ("a/2.txt", "a/1.txt", "a/b/3.txt", "a/c/4.txt", "z.txt"):
        there.write(key, key.encode())
    assert [(file.key, file.bytes) for file in there.files("a")] == [("a/1.txt", 7), ("a/2.txt", 7), ("a/b/3.txt", 9), ("a/c/4.txt", 9)]
    assert there.folders("a") == ["b", "c"]
    assert there.read_all("a") == {"1.txt": b"a/1.txt", "2.txt": b"a/2.txt"}
    assert (there.files("none"), there.folders("none"), there.read_all("none")) == ([], [], {})


def test_a_change_of_a_file_shows_in_the_list(there: Place) -> None:
    there.write("a", b"one")
    before = there.files("")
    there.write("a", b"two")
    assert there.files("") != before


def test_of_many_who_create_one_succeeds(there: Place) -> None:
    there.write("x/other", b"")
    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(lambda number: there.create("x/record", str(number).encode()), range(8)))
    assert there.read("x/record") in {str(number).encode() for number in range(8)}
    assert any(won)
    assert not there.create("x/record", b"late")
    assert there.read("x/record") != b"late"
    assert there.leftovers("x") == []


def test_a_folder_lets_exactly_one_create(tmp_path: Path) -> None:
    there = place(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda number: there.create("record", str(number).encode()), range(8))) == 1


def test_removing_twice_is_no_mistake(there: Place) -> None:
    there.write("a/b/c.txt", b"c")
    there.remove(["a/b/c.txt", "a/b/c.txt", "never"])
    assert (there.files(""), there.folders("a")) == ([], [])


def test_polars_and_duckdb_open_what_is_located(there: Place, tmp_path: Path) -> None:
    frame = pl.DataFrame({"number": range(1000)})
    for name in ("a", "b"):
        frame.write_parquet(tmp_path / name)
        there.write(f"t/{name}.parquet", (tmp_path / name).read_bytes())
    located = [there.locate(f"t/{name}.parquet") for name in ("a", "b")]
    assert pl.scan_parquet(located).collect().height == 2000
    connection = open_builder(tmp_path / "x.duckdb", tmp_path / "tmp", "100MB", 2, there.filesystem())
    assert connection.read_parquet(located).aggregate("sum(number)").fetchall() == [(999_000,)]
    connection.close()


def test_the_archive_gives_back_what_it_was_given(address: Address) -> None:
    archive = Archive(address)
    contents = {sha256(content).hexdigest(): content for content in (b"one", b"two")}
    pack = archive.write(contents)
    assert archive.read(pack) == contents
    assert archive.write(contents) == pack
    assert Archive(address).packs() == (pack,)
    assert set(archive.index()["sha256"]) == set(contents)


def test_commits_compaction_and_sweeping_leave_the_same_rows(address: Address, tmp_path: Path) -> None:
    store = Store(address, tmp_path / "tmp")
    ids = [f"{number:016x}" for number in range(6)]
    for each in ids:
        store.commit("duplicates", "v1", {"duplicates": pl.DataFrame({"document_id": [each], "same_as": [each], "similarity": [1.0]})})
    store.place.write("segments/duplicates/v1/duplicates/0123456789abcdef.parquet", b"without a record")
    assert store.sweep() == ("segments/duplicates/v1/duplicates/0123456789abcdef.parquet",)
    for left in (6 + 1, 1):
        store.compact("duplicates", "v1", below_rows=10, target_rows=20)
        assert sum(file.key.endswith(".parquet") for file in store.place.files("segments")) == left
        assert sorted(store.scan("duplicates", "duplicates", "v1").collect()["document_id"]) == ids
    assert store.versions("duplicates") == ("v1",)
    assert store.prune("duplicates", current=[], keep_versions=0) == ("v1",)
    assert store.versions("duplicates") == ()


def test_a_commit_that_another_made_meanwhile_stands(address: Address) -> None:
    rows = {"duplicates": pl.DataFrame({"document_id": ["0" * 16], "same_as": ["1" * 16], "similarity": [1.0]})}
    assert Store(address).commit("duplicates", "v1", rows) == Store(address).commit("duplicates", "v1", rows)
    assert len(Store(address).commits("duplicates", "v1")) == 1


def test_a_warehouse_is_published_from_a_bucket(server: Server, published: Published, tmp_path: Path) -> None:
    home = server.bucket("home")
    for file in published.store.place.files("segments"):
        place(home).write(file.key, published.store.place.read(file.key))
    target = tmp_path / "out" / "dragoman.duckdb"
    result = publish(Store(home, tmp_path / "tmp"), target, corpus.VERSIONS, run_id="first", checked_at=NOW)
    assert result.published, result.blocking
    with open_warehouse(published.path) as expected, open_warehouse(target) as found:
        for name in TABLES:
            assert expected.table(name).sort(pl.all()).equals(found.table(name).sort(pl.all())), name


def test_an_address_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="s3://bucket"):
        place("gopher://somewhere")
