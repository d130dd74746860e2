"""Plans batches of waiting units and works through them, in this process or in a pool of others.

A worker gets paths and ids, reads its own input and commits its own segment: texts never pass between
processes. What a stage does with its batch is not here, nor how a segment is committed.
"""

import multiprocessing
import os
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar

import polars as pl

TASK = TypeVar("TASK")
RESULT = TypeVar("RESULT")
Progress = Callable[[int, int], None]

ATTEMPTS: Final = 2
SEGMENT: Final = "segment"


class WorkerKilledError(RuntimeError):
    """Workers died twice over the same batch: killed from outside, or out of memory."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of committed segments that one worker handles: the files to read and the ids to keep."""

    segments: tuple[str, ...]
    key: str
    ids: tuple[str, ...]

    def load(self) -> pl.DataFrame:
        """The rows of this batch, in the order of the segments."""
        wanted = pl.col(self.key).is_in(list(self.ids))
        return pl.concat([pl.read_parquet(path).filter(wanted) for path in self.segments])


def units(paths: Iterable[Path], columns: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """The given columns of all rows in the segments, with the path that holds each in `segment`."""
    files = [str(path) for path in paths]
    if not files:
        return pl.DataFrame(schema={**columns, SEGMENT: pl.String()})
    return pl.scan_parquet(files, include_file_paths=SEGMENT).select(*columns, SEGMENT).collect()


def split(waiting: pl.DataFrame, key: str, size: int) -> list[Batch]:
    """Batches of at most `size` rows that touch as few segments as can be."""
    ordered = waiting.sort(SEGMENT, key)
    return [
        Batch(tuple(part[SEGMENT].unique(maintain_order=True)), key, tuple(part[key])) for part in ordered.iter_slices(size) if part.height
    ]


def run(
    function: Callable[[TASK], RESULT],
    tasks: Sequence[TASK],
    workers: int,
    progress: Progress = lambda done, total: None,
) -> list[RESULT]:
    """Calls the function on every task and returns the results in the tasks' order.

    With more than one worker the tasks go to spawned processes, so function and tasks must be picklable.
    A task whose worker is killed is tried once more.

    Raises:
        WorkerKilledError: a task lost its worker twice.
        Exception: whatever the function raises; tasks under way are finished first.
    """
    if workers <= 1 or len(tasks) <= 1:
        results = []
        for number, task in enumerate(tasks, start=1):
            results.append(function(task))
            progress(number, len(tasks))
        return results
    return _Pool(function, tasks, min(workers, len(tasks)), progress).run()


class _Pool(Generic[TASK, RESULT]):
    """Hands out one task a worker at a time, so that a broken pool tells which tasks were under way."""

    def __init__(self, function: Callable[[TASK], RESULT], tasks: Sequence[TASK], workers: int, progress: Progress) -> None:
        self._function = function
        self._tasks = tasks
        self._workers = workers
        self._progress = progress
        self._waiting = deque(range(len(tasks)))
        self._attempts: Counter[int] = Counter()
        self._results: dict[int, RESULT] = {}

    def run(self) -> list[RESULT]:
        """All results, from as many pools as it takes."""
        while self._waiting:
            flying: dict[Future[RESULT], int] = {}
            context = multiprocessing.get_context("spawn")
            with ProcessPoolExecutor(self._workers, context, _die_with_parent) as pool:
                try:
                    self._work(pool, flying)
                except BrokenProcessPool as error:
                    self._requeue(sorted(flying.values()), error)
        return [self._results[number] for number in range(len(self._tasks))]

    def _work(self, pool: ProcessPoolExecutor, flying: dict[Future[RESULT], int]) -> None:
        while self._waiting or flying:
            while self._waiting and len(flying) < self._workers:
                number = self._waiting[0]
                flying[pool.submit(self._function, self._tasks[number])] = number
                self._attempts[self._waiting.popleft()] += 1
            finished, _ = wait(flying, return_when=FIRST_COMPLETED)
            for future in finished:
                self._results[flying[future]] = future.result()
                del flying[future]
                self._progress(len(self._results), len(self._tasks))

    def _requeue(self, lost: list[int], error: BrokenProcessPool) -> None:
        exhausted = [number for number in lost if self._attempts[number] >= ATTEMPTS]
        if exhausted:
            named = "; ".join(repr(self._tasks[number])[:200] for number in exhausted)
            raise WorkerKilledError(f"workers died {ATTEMPTS} times over the same work (killed, or out of memory?): {named}") from error
        self._waiting.extendleft(reversed(lost))


def _die_with_parent() -> None:
    """Ends this worker when the process that started it is gone, kill -9 included."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
