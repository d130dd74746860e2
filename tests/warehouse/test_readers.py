"""People read while the file is being replaced: no error, and never half a state."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from warehouse import open_warehouse, publish

from . import corpus

ROOT = Path(__file__).parents[2]
NOW = datetime(2031, 6, 1, tzinfo=UTC)
# Opens again and again, and keeps one connection all the while; prints how often it has read, at the first error dies.
READER = """
import sys, time
from pathlib import Path
from warehouse import open_warehouse
path, stop = Path(sys.argv[1]), Path(sys.argv[2])
seen, reads = set(), 0
with open_warehouse(path) as kept:
    print("reading", flush=True)
    while not stop.exists():
        with open_warehouse(path) as fresh:
            runs = set(fresh.table("latest_checks")["run_id"])
            assert len(runs) == 1, runs
            assert fresh.table("events").height == 2
            assert fresh.query("SELECT count(*) AS n FROM mentions JOIN documents USING (document_id)")["n"].item() == 8
            seen |= runs
        assert set(kept.table("latest_checks")["run_id"]) == {"0"}
        reads += 1
        time.sleep(0.02)
print(len(seen), reads)
"""


def test_readers_never_fail_while_the_file_is_replaced(tmp_path: Path) -> None:
    store = corpus.build(tmp_path / "home")
    path, stop = tmp_path / "out" / "dragoman.duckdb", tmp_path / "stop"
    publish(store, path, corpus.VERSIONS, run_id="0", checked_at=NOW)
    command = [sys.executable, "-c", READER, str(path), str(stop)]
    readers = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    try:
        for reader in readers:
            assert reader.stdout
            assert reader.stdout.readline() == b"reading\n"
        for number in range(1, 6):
            moment = NOW + timedelta(days=number)
            assert publish(store, path, corpus.VERSIONS, run_id=str(number), checked_at=moment).published
    finally:
        stop.touch()
    for reader in readers:
        out, err = reader.communicate(timeout=30)
        assert reader.returncode == 0, err.decode()
        seen, reads = map(int, out.split())
        assert seen > 1, "the readers were to see the file change"
        assert reads > seen


def test_a_reader_in_the_publishing_process_sees_its_own_file(tmp_path: Path) -> None:
    store = corpus.build(tmp_path / "home")
    path = tmp_path / "dragoman.duckdb"
    publish(store, path, corpus.VERSIONS, run_id="0", checked_at=NOW)
    with open_warehouse(path) as old:
        publish(store, path, corpus.VERSIONS, run_id="1", checked_at=NOW)
        with open_warehouse(path) as new:
            assert set(new.table("checks")["run_id"]) == {"0", "1"}
        assert set(old.table("checks")["run_id"]) == {"0"}
