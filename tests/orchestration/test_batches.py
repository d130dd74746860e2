"""Batches: planned within bounds, done in pools, retried when a worker is killed."""

import os
import signal
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.running import batches
from assets.running.batches import Batch, WorkerKilledError


@dataclass(frozen=True)
class Note:
    """Where a task leaves a mark; `deaths` is how often its worker is killed before it is done."""

    folder: Path
    name: str
    deaths: int = 0


def leave_note(note: Note) -> tuple[str, int]:
    tries = len(list(note.folder.glob(f"{note.name}.*")))
    (note.folder / f"{note.name}.{tries}").touch()
    if tries < note.deaths:
        os.kill(os.getpid(), signal.SIGKILL)
    return note.name, os.getpid()


def refuse(note: Note) -> None:
    raise ValueError(note.name)


def test_one_worker_means_no_other_process(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    found = batches.run(leave_note, [Note(tmp_path, "a"), Note(tmp_path, "b")], 1, lambda done, total: told.append((done, total)))
    assert found == [("a", os.getpid()), ("b", os.getpid())]
    assert told == [(1, 2), (2, 2)]


def test_a_pool_keeps_the_order_of_results(tmp_path: Path) -> None:
    names = [f"n{number}" for number in range(7)]
    found = batches.run(leave_note, [Note(tmp_path, name) for name in names], 2)
    assert [name for name, _ in found] == names
    assert os.getpid() not in {pid for _, pid in found}


def test_a_killed_worker_has_its_batch_done_again(tmp_path: Path) -> None:
    tasks = [Note(tmp_path, "a"), Note(tmp_path, "b", deaths=1), Note(tmp_path, "c"), Note(tmp_path, "d")]
    assert [name for name, _ in batches.run(leave_note, tasks, 2)] == ["a", "b", "c", "d"]
    assert len(list(tmp_path.glob("b.*"))) == 2
    assert len(list(tmp_path.glob("d.*"))) == 1


def test_a_batch_that_kills_twice_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkerKilledError, match="poison"):
        batches.run(leave_note, [Note(tmp_path, "a"), Note(tmp_path, "poison", deaths=9)], 2)
    assert len(list(tmp_path.glob("poison.*"))) == 2


def test_an_error_comes_back_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"):
        batches.run(refuse, [Note(tmp_path, "x"), Note(tmp_path, "x")], 2)


@pytest.fixture(scope="module")
def segments(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("segments")
    paths = []
    for number in range(3):
        paths.append(folder / f"{number}.parquet")
        pl.DataFrame({"id": [f"{number}{letter}" for letter in "abcde"], "text": ["t"] * 5}).write_parquet(paths[-1])
    return paths


@given(size=st.integers(1, 20), dropped=st.sets(st.sampled_from([f"{n}{c}" for n in range(3) for c in "abcde"])))
def test_batches_hold_every_waiting_unit_once(segments: list[Path], size: int, dropped: set[str]) -> None:
    waiting = batches.units(segments, {"id": pl.String()}).filter(~pl.col("id").is_in(dropped))
    planned = batches.split(waiting, "id", size)
    ids = [unit for batch in planned for unit in batch.ids]
    assert sorted(ids) == sorted(waiting["id"])
    assert all(len(batch.ids) <= size for batch in planned)
    assert [sorted(batch.load()["id"]) for batch in planned] == [sorted(batch.ids) for batch in planned]


def test_no_segments_give_no_units() -> None:
    assert batches.units([], {"id": pl.String()}).columns == ["id", batches.SEGMENT]
    assert batches.split(batches.units([], {"id": pl.String()}), "id", 10) == []


def test_a_batch_is_small_to_send() -> None:
    """Paths and ids travel between processes, never texts."""
    assert set(Batch.__slots__) == {"segments", "key", "ids"}
