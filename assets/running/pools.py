"""Where tasks are done: in this process, in a pool of processes on this machine, or by the workers of a dask scheduler.

A task is paths and ids; a worker reads its own input and commits its own segment, so texts never pass between processes,
and a task that is done twice leaves what it leaves when it is done once. Here: what a pool is, which one is used, and the
two that need nothing beside Python. Not here: dask (cluster), and what a task does.
"""

import multiprocessing
import os
import threading
from collections import Counter, deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Final, Generic, Protocol, TypeVar

TASK = TypeVar("TASK")
RESULT = TypeVar("RESULT")
Progress = Callable[[int, int], None]

ATTEMPTS: Final = 2


class WorkerKilledError(RuntimeError):
    """Workers died over the same task again and again: killed from outside, or out of memory."""


def unwatched(done: int, total: int) -> None:
    """Progress that nobody watches."""


class Pool(Protocol):
    """A place where tasks are done."""

    def settle(self) -> None:
        """Wait until no task of an earlier run is under way, whose process may have been killed."""

    def run(self, function: Callable[[TASK], RESULT], tasks: Sequence[TASK], progress: Progress = unwatched) -> list[RESULT]:
        """Call the function on every task.

        Args:
            function: what is done; it and the tasks can be pickled.
            tasks: what it is called with.
            progress: told tasks done and tasks in all.

        Returns:
            The results in the tasks' order.

        Raises:
            WorkerKilledError: a task lost its worker again and again.
            Exception: whatever the function raises.
        """


def pool(workers: int | str) -> Pool:
    """The pool that a setting names: processes at most on this machine, or the address of a dask scheduler."""
    if isinstance(workers, int):
        return Processes(workers) if workers > 1 else Here()
    from assets.running.cluster import Cluster  # noqa: PLC0415  (an extra: imported where it is asked for)

    return Cluster(workers)


class Here:
    """No other process than the one that asks."""

    def settle(self) -> None:
        """Nothing of this process outlives it."""

    def run(self, function: Callable[[TASK], RESULT], tasks: Sequence[TASK], progress: Progress = unwatched) -> list[RESULT]:
        """As `Pool.run`, one task after the other."""
        results = []
        for number, task in enumerate(tasks, start=1):
            results.append(function(task))
            progress(number, len(tasks))
        return results


class Processes:
    """Spawned processes on this machine, which end with this one.

    Args:
        workers: how many at most.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def settle(self) -> None:
        """The workers of a killed process end themselves."""

    def run(self, function: Callable[[TASK], RESULT], tasks: Sequence[TASK], progress: Progress = unwatched) -> list[RESULT]:
        """As `Pool.run`; a single task is done here. A task whose worker is killed is tried once more."""
        workers = min(self._workers, len(tasks))
        return _Work(function, tasks, workers, progress).run() if workers > 1 else Here().run(function, tasks, progress)


class _Work(Generic[TASK, RESULT]):
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
            with ProcessPoolExecutor(self._workers, context, _die_with_parent) as executor:
                try:
                    self._work(executor, flying)
                except BrokenProcessPool as error:
                    self._requeue(sorted(flying.values()), error)
        return [self._results[number] for number in range(len(self._tasks))]

    def _work(self, executor: ProcessPoolExecutor, flying: dict[Future[RESULT], int]) -> None:
        while self._waiting or flying:
            while self._waiting and len(flying) < self._workers:
                number = self._waiting[0]
                flying[executor.submit(self._function, self._tasks[number])] = number
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
