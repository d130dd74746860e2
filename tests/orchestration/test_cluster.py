"""A real scheduler and real worker processes on loopback: nothing but the place of the work differs."""

import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from distributed import Client

from assets.running import cluster as module
from assets.running.cluster import ClusterError
from assets.running.pools import WorkerKilledError, pool
from benchmarks.cluster import Cluster, cluster
from orchestration.refresh import refresh
from orchestration.session import open_workshop
from orchestration.settings import Settings
from warehouse.contracts import PUBLIC
from warehouse.places import place
from warehouse.read import open_warehouse

from .test_pools import Note, leave_note, refuse

pytestmark = pytest.mark.slow

FILES = 24


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler with two workers."""
    with cluster(tmp_path_factory.mktemp("two")) as started:
        yield started


def rest(note: Note) -> None:
    time.sleep(1)
    leave_note(note)


def tell_and_rest(note: Note) -> None:
    """Two notes: one when it begins, one a second later when it is done."""
    leave_note(note)
    rest(note)


def test_results_come_in_the_order_of_the_tasks_from_other_processes(two: Cluster, tmp_path: Path) -> None:
    names = [f"n{number}" for number in range(20)]
    told: list[int] = []
    found = pool(two.address).run(leave_note, [Note(tmp_path, name) for name in names], lambda done, total: told.append(done))
    assert [name for name, _ in found] == names
    assert os.getpid() not in {pid for _, pid in found}
    assert told == list(range(1, 21))


def test_an_error_comes_back_as_it_was(two: Cluster, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"):
        pool(two.address).run(refuse, [Note(tmp_path, "x")])
    assert pool(two.address).run(refuse, []) == []


def test_no_scheduler_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "SECONDS_TO_ANSWER", 1)
    with pytest.raises(ClusterError, match="answers"):
        pool("tcp://127.0.0.1:1").run(leave_note, [Note(tmp_path, "a")])


def test_a_run_that_finds_no_scheduler_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "SECONDS_TO_ANSWER", 1)
    outcome = refresh(land(tmp_path / "home").model_copy(update={"workers": "tcp://127.0.0.1:1"}))
    assert not outcome.success
    assert "no dask scheduler answers at tcp://127.0.0.1:1" in outcome.errors[0][1]


@pytest.mark.parametrize(
    ("library", "loaded", "told"), [("distributed", "assets.running.cluster", "dask"), ("obstore", "warehouse.bucket", "s3")]
)
def test_a_missing_extra_is_named(library: str, loaded: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, loaded, raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ModuleNotFoundError, match=rf"dragoman\[{told}\]"):
        _ = pool("tcp://127.0.0.1:1") if told == "dask" else place("s3://none/at/all")


def test_no_worker_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "SECONDS_TO_JOIN", 1)
    with cluster(tmp_path, workers=0) as started, pytest.raises(ClusterError, match="joined"):
        pool(started.address).run(leave_note, [Note(tmp_path, "a")])


def test_a_worker_with_other_rules_is_refused(two: Cluster, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "_rules", lambda: "of another release")
    with pytest.raises(ClusterError, match="same release"):
        pool(two.address).run(leave_note, [Note(tmp_path, "a")])
    assert not list(tmp_path.iterdir())


def test_a_worker_that_can_start_no_process_is_refused(tmp_path: Path) -> None:
    with cluster(tmp_path, workers=0) as started:
        started.start_worker("--nworkers", "1", environment={})
        with pytest.raises(ClusterError, match="DAEMON"):
            pool(started.address).run(leave_note, [Note(tmp_path, "a")])


def test_a_killed_worker_has_its_task_done_again(tmp_path: Path) -> None:
    with cluster(tmp_path) as started:
        tasks = [Note(tmp_path, name, deaths=name == "c") for name in "abcdef"]
        assert [name for name, _ in pool(started.address).run(leave_note, tasks)] == list("abcdef")
    assert len(list(tmp_path.glob("c.*"))) == 2


def test_a_task_that_kills_again_and_again_is_named(tmp_path: Path) -> None:
    with cluster(tmp_path, workers=4) as started, pytest.raises(WorkerKilledError, match="leave_note"):
        pool(started.address).run(leave_note, [Note(tmp_path, "poison", deaths=9)])


def test_a_scheduler_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "dask").mkdir()
    with cluster(tmp_path / "dask") as started:
        started.wait()

        def kill() -> None:
            while not list(tmp_path.glob("a.*")):
                time.sleep(0.01)
            started.processes[0].kill()

        threading.Thread(target=kill, daemon=True).start()
        with pytest.raises(ClusterError, match="is gone"):
            pool(started.address).run(rest, [Note(tmp_path, name) for name in "abcdefghij"])


def test_a_run_waits_for_what_a_killed_one_left_under_way(two: Cluster, tmp_path: Path) -> None:
    with Client(two.address, set_as_default=False) as gone:
        under_way = gone.submit(module.work, tell_and_rest, Note(tmp_path, "late"), module._rules(), pure=False)
        while not list(tmp_path.iterdir()):
            assert under_way.status == "pending"
            time.sleep(0.01)
    assert len(list(tmp_path.iterdir())) == 1
    pool(two.address).settle()
    assert len(list(tmp_path.iterdir())) == 2


def land(home: Path) -> Settings:
    place = home / "landing"
    place.mkdir(parents=True)
    for number in range(FILES):
        text = (
            f"Envoys meet for round {number}\n\nOslo, {number + 1} May 2026. Ministers of Norway and Peru met in Oslo for round {number}.\n"
        )
        (place / f"{number}.txt").write_text(text, encoding="utf-8")
    (place / "letter.md").write_text("# Envoys of Chad meet\n\nLima, 3 May 2026. Envoys of Chad met in Lima.\n", encoding="utf-8")
    return Settings(home=home, workers=1, pool_documents=1, batch_documents=2, measure=False)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home that was filled by one process."""
    settings = land(tmp_path_factory.mktemp("here") / "home")
    outcome = refresh(settings)
    assert outcome.success, outcome.errors
    return settings


def committed(settings: Settings) -> dict[str, bytes]:
    """All that stages keep, but for the ledger, which tells when a file was first seen."""
    root = settings.root / "segments"
    files = (path for path in root.rglob("*") if path.is_file() and "raw" not in path.relative_to(root).parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def tables(settings: Settings) -> dict[str, pl.DataFrame]:
    with open_warehouse(settings.database) as warehouse:
        found = {name: warehouse.table(name) for name in PUBLIC if name != "checks"}
    return {name: frame.drop("first_seen_at", strict=False).sort(pl.all()) for name, frame in found.items()}


def same(one: Settings, other: Settings) -> None:
    assert committed(one) == committed(other)
    expected, found = tables(one), tables(other)
    assert all(frame.equals(found[name]) for name, frame in expected.items())


def test_two_workers_leave_the_same_bytes(two: Cluster, here: Settings, tmp_path: Path) -> None:
    settings = land(tmp_path / "home").model_copy(update={"workers": two.address})
    outcome = refresh(settings)
    assert outcome.success, outcome.errors
    same(here, settings)


def test_a_worker_killed_in_the_middle_of_a_run_loses_nothing(here: Settings, tmp_path: Path) -> None:
    (tmp_path / "dask").mkdir()
    with cluster(tmp_path / "dask") as started:
        settings = land(tmp_path / "home").model_copy(update={"workers": started.address})
        records = settings.root / "segments/parsed"

        def kill() -> None:
            while not list(records.glob("*/commits/*.json")):
                time.sleep(0.01)
            started.processes[1].send_signal(signal.SIGKILL)

        killer = threading.Thread(target=kill, daemon=True)
        killer.start()
        outcome = refresh(settings)
        killer.join(timeout=1)
        assert outcome.success, outcome.errors
        assert started.processes[1].wait(10) == -signal.SIGKILL
    open_workshop(settings, "test").store.sweep()  # what was half written when it died, as the next run does
    same(here, settings)
    shutil.rmtree(settings.root)
