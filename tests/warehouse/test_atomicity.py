"""A writer that is killed at any instant leaves whole commits and nothing that is seen."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from warehouse import Archive, Store, open_warehouse, publish

from . import corpus

ROOT = Path(__file__).parents[2]
# Every commit has two tables that belong together: as many documents as fingerprints, all of the commit's own number.
WRITER = """
import sys
from pathlib import Path
import polars as pl
from warehouse import Archive, Store, stable_id
from hashlib import sha256

home = Path(sys.argv[1])
store, archive = Store(home), Archive(home)
print("ready", flush=True)
for number in range(1_000_000):
    ids = [stable_id(number, row) for row in range(200)]
    files = pl.DataFrame({"document_id": ids, "file_id": ids, "record": [number] * 200, "body": ["text"] * 200, "words": [1] * 200})
    prints = pl.DataFrame({"document_id": ids, "body_sha256": ["0" * 64] * 200})
    content = str(number).encode() * 1000
    archive.write({sha256(content).hexdigest(): content})
    store.commit("validated", "v1", {"documents": files, "fingerprints": prints})
    if number % 5 == 4:
        store.compact("validated", "v1", below_rows=500, target_rows=1000)
"""


def kill_at(home: Path, seconds: float, program: str = WRITER) -> None:
    """Run a program and kill it -9 some time after it has begun."""
    with subprocess.Popen([sys.executable, "-c", program, str(home)], cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL


@pytest.mark.parametrize("seed", range(6))
def test_killed_writers_leave_whole_commits(tmp_path: Path, seed: int) -> None:
    kill_at(tmp_path, random.Random(seed).uniform(0.01, 0.4))
    store = Store(tmp_path)
    before = state(store)
    store.sweep()
    assert state(store) == before
    assert not list(tmp_path.rglob("*.tmp"))
    for pack in Archive(tmp_path).packs():
        assert Archive(tmp_path).read(pack)
    # The next run goes on from there as if nothing had happened.
    kill_at(tmp_path, 0.2)
    assert before <= state(Store(tmp_path))


def state(store: Store) -> set[int]:
    """The numbers of the commits that are seen; each of them is whole."""
    documents = store.scan("validated", "documents", "v1").collect()
    prints = store.scan("validated", "fingerprints", "v1").collect()
    assert set(documents["document_id"]) == set(prints["document_id"])
    assert documents["document_id"].is_unique().all()
    sizes = documents.group_by("record").len()
    assert set(sizes["len"]) <= {200}
    return set(sizes["record"])


def test_a_segment_without_its_record_is_not_seen(tmp_path: Path) -> None:
    store = Store(tmp_path)
    ids = ["a" * 16]
    commit = store.commit("duplicates", "v1", {"duplicates": pl.DataFrame({"document_id": ids, "same_as": ids, "similarity": [1.0]})})
    store.place.remove([store.record_key(commit)])
    assert store.scan("duplicates", "duplicates", "v1").collect().is_empty()


PUBLISHER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from warehouse import Store, publish
from tests.warehouse import corpus

home = Path(sys.argv[1])
store = Store(home)
print("ready", flush=True)
for number in range(1_000_000):
    publish(store, home / "out" / "dragoman.duckdb", corpus.VERSIONS, run_id=str(number), checked_at=datetime.now(UTC))
"""


@pytest.mark.slow
def test_killed_publications_leave_a_whole_file(tmp_path: Path) -> None:
    store = corpus.build(tmp_path)
    target = tmp_path / "out" / "dragoman.duckdb"
    assert publish(store, target, corpus.VERSIONS, run_id="first", checked_at=datetime.now(UTC)).published
    for seed in range(4):
        kill_at(tmp_path, random.Random(seed).uniform(0.05, 1.2), PUBLISHER)
        with open_warehouse(target) as warehouse:
            assert warehouse.table("events").height == 2
            assert warehouse.table("mentions").height == 8
    store.sweep()
    assert publish(store, target, corpus.VERSIONS, run_id="last", checked_at=datetime.now(UTC)).published
    assert {path.name for path in target.parent.iterdir()} == {"dragoman.duckdb", "dragoman.previous.duckdb"}
    assert not list(store.temp.rglob("*.parquet"))


FULL_DISK = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
import duckdb, polars as pl
from warehouse import Store, publish
from tests.warehouse import corpus

home = Path(sys.argv[1])
store = Store(home)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    publish(store, home / "out" / "dragoman.duckdb", corpus.VERSIONS, run_id="full", checked_at=datetime.now(UTC))
except (duckdb.Error, OSError, pl.exceptions.PolarsError):
    print("publish failed")
try:
    store.commit("duplicates", "full", {"duplicates": pl.DataFrame({"document_id": ["a"], "same_as": ["b"], "similarity": [1.0]})})
except OSError:
    print("commit failed")
"""


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    store = corpus.build(tmp_path)
    target = tmp_path / "out" / "dragoman.duckdb"
    publish(store, target, corpus.VERSIONS, run_id="first", checked_at=datetime.now(UTC))
    before = target.stat()
    done = subprocess.run([sys.executable, "-c", FULL_DISK, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "publish failed\ncommit failed\n"
    assert (target.stat().st_ino, target.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert [path.name for path in target.parent.iterdir()] == ["dragoman.duckdb"]
    assert store.commits("duplicates", "full") == ()
    with open_warehouse(target) as warehouse:
        assert set(warehouse.table("checks")["run_id"]) == {"first"}
