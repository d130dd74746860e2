"""Pools on this machine: results in order, a killed worker's task done again, an error as it was."""

import os
import signal
from dataclasses import dataclass
from pathlib import Path

import pytest

from assets.running import pools
from assets.running.pools import WorkerKilledError


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
    found = pools.pool(1).run(leave_note, [Note(tmp_path, "a"), Note(tmp_path, "b")], lambda done, total: told.append((done, total)))
    assert found == [("a", os.getpid()), ("b", os.getpid())]
    assert told == [(1, 2), (2, 2)]


def test_a_pool_keeps_the_order_of_results(tmp_path: Path) -> None:
    names = [f"n{number}" for number in range(7)]
    found = pools.pool(2).run(leave_note, [Note(tmp_path, name) for name in names])
    assert [name for name, _ in found] == names
    assert os.getpid() not in {pid for _, pid in found}


def test_a_killed_worker_has_its_batch_done_again(tmp_path: Path) -> None:
    tasks = [Note(tmp_path, "a"), Note(tmp_path, "b", deaths=1), Note(tmp_path, "c"), Note(tmp_path, "d")]
    assert [name for name, _ in pools.pool(2).run(leave_note, tasks)] == ["a", "b", "c", "d"]
    assert len(list(tmp_path.glob("b.*"))) == 2
    assert len(list(tmp_path.glob("d.*"))) == 1


def test_a_batch_that_kills_twice_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkerKilledError, match="poison"):
        pools.pool(2).run(leave_note, [Note(tmp_path, "a"), Note(tmp_path, "poison", deaths=9)])
    assert len(list(tmp_path.glob("poison.*"))) == 2


def test_an_error_comes_back_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"):
        pools.pool(2).run(refuse, [Note(tmp_path, "x"), Note(tmp_path, "x")])
