"""Commits are whole or invisible, repeatable, and can be cleaned up under readers' feet."""

from __future__ import annotations

import json
import time
from pathlib import Path

import polars as pl
import pytest

from warehouse import Store, StoreError, stable_id
from warehouse.contracts import ContractError

STAGE, VERSION, TABLE = "duplicates", "v1", "duplicates"


def rows(*numbers: int) -> dict[str, pl.DataFrame]:
    """Rows that can be told apart."""
    ids = [stable_id("document", number) for number in numbers]
    return {TABLE: pl.DataFrame({"document_id": ids, "same_as": ids, "similarity": [1.0] * len(ids)})}


def found(store: Store, version: str = VERSION) -> set[str]:
    return set(store.scan(STAGE, TABLE, version).collect()["document_id"])


def expected(*numbers: int) -> set[str]:
    return {stable_id("document", number) for number in numbers}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def everything(store: Store) -> dict[str, bytes]:
    return {file.key: store.place.read(file.key) for file in store.place.files("segments")}


def segments(store: Store) -> list[str]:
    return [file.key for file in store.place.files("segments") if file.key.endswith(".parquet")]


def test_without_commits_there_is_an_empty_frame_of_the_right_shape(store: Store) -> None:
    frame = store.scan(STAGE, TABLE, VERSION).collect()
    assert frame.is_empty()
    assert frame.columns == ["document_id", "same_as", "similarity"]


def test_commits_add_up(store: Store) -> None:
    store.commit(STAGE, VERSION, rows(1, 2))
    store.commit(STAGE, VERSION, rows(3))
    store.commit(STAGE, "other", rows(4))
    assert found(store) == expected(1, 2, 3)
    assert set(store.scan(STAGE, TABLE, [VERSION, "other"]).collect()["document_id"]) == expected(1, 2, 3, 4)


def test_the_same_again_writes_nothing(store: Store) -> None:
    first = store.commit(STAGE, VERSION, rows(1, 2))
    before = everything(store)
    again = store.commit(STAGE, VERSION, rows(1, 2))
    assert again == first
    assert everything(store) == before


def test_two_stores_write_the_same_bytes(tmp_path: Path) -> None:
    one, two = Store(tmp_path / "one"), Store(tmp_path / "two")
    frame = rows(1, 2, 3)[TABLE]
    one.commit(STAGE, VERSION, {TABLE: frame})
    two.commit(STAGE, VERSION, {TABLE: pl.concat([frame[:1], frame[1:]], rechunk=False)})
    assert everything(one) == everything(two)


def test_records_hold_no_time(store: Store) -> None:
    commit = store.commit(STAGE, VERSION, rows(1))
    assert set(json.loads(store.place.read(store.record_key(commit)))) == {"stage", "version", "name", "content", "rows", "replaces"}


def test_a_key_names_the_commit(store: Store) -> None:
    first = store.commit(STAGE, VERSION, rows(1), key="batch of file 7")
    second = store.commit(STAGE, VERSION, rows(2), key="batch of file 7")
    assert second == first
    assert found(store) == expected(1)


def test_a_commit_without_rows_is_a_commit(store: Store) -> None:
    store.commit(STAGE, VERSION, {}, key="nothing found in file 7")
    assert len(store.commits(STAGE, VERSION)) == 1
    assert store.paths(STAGE, TABLE, VERSION) == ()


def test_wrong_rows_are_refused_and_leave_nothing(store: Store) -> None:
    with pytest.raises(ContractError):
        store.commit(STAGE, VERSION, {TABLE: rows(1)[TABLE].drop("same_as")})
    with pytest.raises(ContractError):
        store.commit(STAGE, VERSION, {"nothing": rows(1)[TABLE]})
    assert everything(store) == {}


def test_an_unknown_stage_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="raw"):
        store.commits("cooked", VERSION)


def test_replaced_commits_are_dead(store: Store) -> None:
    old = store.commit(STAGE, VERSION, rows(1, 2))
    store.commit(STAGE, VERSION, rows(3), replaces=[old.name])
    assert found(store) == expected(3)


def test_a_state_that_comes_back_is_live_again(store: Store) -> None:
    for numbers in ((1,), (2,), (1,), (2,), (1,)):
        store.replace(STAGE, VERSION, rows(*numbers))
        assert found(store) == expected(*numbers)


def test_replacing_with_the_same_writes_nothing(store: Store) -> None:
    store.replace(STAGE, VERSION, rows(1, 2))
    before = everything(store)
    store.replace(STAGE, VERSION, rows(1, 2))
    assert everything(store) == before


def test_replacing_by_nothing_leaves_nothing(store: Store) -> None:
    store.replace(STAGE, VERSION, rows(1))
    store.replace(STAGE, VERSION, {})
    assert found(store) == set()


class TestCompaction:
    """Many small commits become few large ones."""

    def test_keeps_all_rows_and_the_listed_files(self, store: Store) -> None:
        for number in range(6):
            store.commit(STAGE, VERSION, rows(number))
        listed = store.scan(STAGE, TABLE, VERSION)
        merged = store.compact(STAGE, VERSION, below_rows=2, target_rows=4)
        assert [dict(commit.rows) for commit in merged] == [{TABLE: 4}, {TABLE: 2}]
        assert len(store.commits(STAGE, VERSION)) == 2
        assert found(store) == expected(*range(6))
        assert listed.collect().height == 6

    def test_removes_replaced_files_the_next_time(self, store: Store) -> None:
        for number in range(4):
            store.commit(STAGE, VERSION, rows(number))
        store.compact(STAGE, VERSION, below_rows=2, target_rows=4)
        assert len(segments(store)) == 5
        assert store.compact(STAGE, VERSION, below_rows=2, target_rows=4) == ()
        assert len(segments(store)) == 1
        assert found(store) == expected(*range(4))

    def test_leaves_large_commits_alone(self, store: Store) -> None:
        large = store.commit(STAGE, VERSION, rows(*range(10)))
        store.commit(STAGE, VERSION, rows(10))
        assert store.compact(STAGE, VERSION, below_rows=5, target_rows=10) == ()
        assert large in store.commits(STAGE, VERSION)

    def test_the_dead_stay_dead_through_generations(self, store: Store) -> None:
        first = store.commit(STAGE, VERSION, rows(1))
        second = store.commit(STAGE, VERSION, rows(2), replaces=[first.name])
        third = store.commit(STAGE, VERSION, rows(3), replaces=[second.name])
        # A clean-up that is killed after the second record has gone must not bring the first back.
        store.place.remove([store.record_key(second)])
        assert found(store) == expected(3)
        assert third.replaces == tuple(sorted((first.name, second.name)))

    def test_wants_sensible_bounds(self, store: Store) -> None:
        with pytest.raises(StoreError):
            store.compact(STAGE, VERSION, below_rows=10, target_rows=5)


class TestPruning:
    """Old rules versions go, the present and the last one stay."""

    def versions(self, store: Store, *names: str) -> None:
        for number, name in enumerate(names):
            store.commit("read", name, {}, key=str(number))
            time.sleep(0.01)  # versions are ranked by when they were written

    def test_keeps_the_current_and_the_previous(self, store: Store) -> None:
        self.versions(store, "az-1", "az-2", "az-3")
        assert store.versions("read") == ("az-3", "az-2", "az-1")
        assert store.prune("read", current=["az-3"]) == ("az-1",)
        assert store.versions("read") == ("az-3", "az-2")

    def test_counts_every_family_by_itself(self, store: Store) -> None:
        self.versions(store, "az-1", "fa-1", "az-2", "fa-2", "az-3")
        assert store.prune("read", current=["az-3", "fa-2"]) == ("az-1",)

    def test_never_removes_a_current_version_however_old(self, store: Store) -> None:
        self.versions(store, "az-1", "az-2", "az-3")
        assert set(store.prune("read", current=["az-1"])) == {"az-2"}
        assert "az-1" in store.versions("read")

    def test_keeps_nothing_else_when_told_so(self, store: Store) -> None:
        self.versions(store, "az-1", "az-2")
        store.prune("read", current=["az-2"], keep_versions=1)
        assert store.versions("read") == ("az-2",)


def test_sweeping_removes_what_a_killed_run_left_and_nothing_else(store: Store) -> None:
    commit = store.commit(STAGE, VERSION, rows(1))
    whole = Path(store.segment(commit, TABLE))
    orphan = whole.with_name("0123456789abcdef.parquet")
    orphan.write_bytes(whole.read_bytes())
    half = whole.with_name(f".{whole.name}.1234.tmp")
    half.write_bytes(b"half")
    spilled = store.temp / "publish" / "x.parquet"
    spilled.parent.mkdir(parents=True)
    spilled.write_bytes(b"x")
    assert {Path(store.place.locate(key)) for key in store.sweep()} == {orphan, half}
    assert not any(path.exists() for path in (orphan, half, spilled))
    assert found(store) == expected(1)


def test_one_new_row_among_a_hundred_thousand_is_cheap(store: Store) -> None:
    for start in range(0, 100_000, 5_000):
        store.commit(STAGE, VERSION, rows(*range(start, start + 5_000)))
    began = time.perf_counter()
    todo = pl.LazyFrame({"document_id": [stable_id("document", 77), stable_id("document", 200_000)]})
    new = todo.join(store.scan(STAGE, TABLE, VERSION), on="document_id", how="anti").collect()
    store.commit(STAGE, VERSION, rows(200_000))
    assert new["document_id"].to_list() == [stable_id("document", 200_000)]
    assert time.perf_counter() - began < 2


def test_a_row_that_several_commits_tell_is_one_after_compaction(tmp_path: Path) -> None:
    """A file that stays unreadable is told of again when its time changes: the same reject in another commit."""
    store = Store(tmp_path)
    reject = {"file_id": "0" * 16, "record": 0, "stage": "raw", "reason": "unreadable", "detail": "once", "sample": "a.txt"}
    for detail in ("once", "again"):
        store.commit("raw", "1", {"rejects": pl.DataFrame([{**reject, "detail": detail}])})
    store.compact("raw", "1")
    assert store.scan("raw", "rejects", "1").collect().height == 1
