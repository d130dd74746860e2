"""The workers of a dask scheduler as a pool: tasks go to whichever of them is free, on this machine or on others.

Here: all that is known of dask. Not here: what a task does, and how workers are started (docs/scale.md). A worker has the
same code and data as the process that asks, or it is refused: what it commits stands under rules of this process's version.
"""

import multiprocessing
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import polars as pl

from assets.running import versions
from assets.running.pools import RESULT, TASK, Progress, WorkerKilledError, unwatched

try:
    from distributed import CancelledError, Client, Future, KilledWorker, as_completed
    from distributed.comm.core import CommClosedError
except ModuleNotFoundError as error:
    message = "workers at a scheduler's address need dask: pip install 'dragoman[dask]'"
    raise ModuleNotFoundError(message, name=error.name) from error

SECONDS_TO_ANSWER: Final = 10
SECONDS_TO_JOIN: Final = 60
BETWEEN_LOOKS: Final = 0.2
AHEAD: Final = 2
"""Tasks that wait at a worker's side for each that it does: so it never waits, and the scheduler never holds many."""

# What a task calls (polars, the compiled packs, the process for risky files) is one a process: threads take turns.
_at_work: Final = threading.Lock()


class ClusterError(RuntimeError):
    """The scheduler does not answer or is gone, it has no workers, or a worker cannot do this run's work."""


class Cluster:
    """The workers of one scheduler, which serves one home.

    Args:
        address: of the scheduler, such as `tcp://host:8786`.
    """

    def __init__(self, address: str) -> None:
        self._address = address

    def settle(self) -> None:
        """Wait for what workers do on behalf of a run that was killed: it commits as if the run went on.

        Raises:
            ClusterError: the scheduler does not answer.
        """
        with self._client() as client:
            while any(client.run(busy).values()):
                time.sleep(BETWEEN_LOOKS)

    def run(self, function: Callable[[TASK], RESULT], tasks: Sequence[TASK], progress: Progress = unwatched) -> list[RESULT]:
        """As `Pool.run`. A task whose worker is lost goes to another, as often as the scheduler allows.

        Raises:
            ClusterError: the scheduler is gone, or has no worker with the same code and data.
        """
        if not tasks:
            return []
        with self._client() as client:
            self._require_worker(client)
            try:
                return _run(client, function, tasks, progress)
            except KilledWorker as error:
                raise WorkerKilledError(f"workers died again and again over the same work (killed, or out of memory?): {error}") from error

    def _require_worker(self, client: Client) -> None:
        try:
            client.wait_for_workers(1, timeout=SECONDS_TO_JOIN)
        except TimeoutError as error:
            raise ClusterError(f"no worker has joined the scheduler at {self._address}") from error

    @contextmanager
    def _client(self) -> Iterator[Client]:
        try:
            client = Client(self._address, timeout=SECONDS_TO_ANSWER, set_as_default=False)
        except OSError as error:
            raise ClusterError(f"no dask scheduler answers at {self._address}") from error
        with client:
            try:
                yield client
            except (CancelledError, CommClosedError) as error:
                raise ClusterError(f"the scheduler at {self._address} is gone") from error


def _run(client: Client, function: Callable[[TASK], RESULT], tasks: Sequence[TASK], progress: Progress) -> list[RESULT]:
    rules = _rules()
    waiting = deque(enumerate(tasks))
    numbers: dict[str, int] = {}
    results: dict[int, RESULT] = {}
    finished = as_completed(loop=client.loop)
    while len(results) < len(tasks):
        room = (1 + AHEAD) * max(1, len(client.nthreads())) - len(numbers)
        for number, task in [waiting.popleft() for _ in range(min(room, len(waiting)))]:
            key = f"{function.__name__}-{client.id}-{number}"
            numbers[key] = number
            finished.add(client.submit(work, function, task, rules, key=key, pure=False))
        done: Future[RESULT] = next(finished)
        results[numbers.pop(str(done.key))] = done.result()
        progress(len(results), len(tasks))
    return [results[number] for number in range(len(tasks))]


def work(function: Callable[[TASK], RESULT], task: TASK, rules: str) -> RESULT:
    """What a worker does.

    Args:
        function: called on the task.
        task: paths and ids.
        rules: a digest of the code and data that the asking process has.

    Raises:
        ClusterError: this worker has others, or cannot start the process that risky files are parsed in.
    """
    with _at_work:
        if rules != _rules():
            raise ClusterError("a worker has other code or data than this process: start the workers anew with the same release")
        if multiprocessing.current_process().daemon:
            raise ClusterError("a worker may start no process: start the workers with DASK_DISTRIBUTED__WORKER__DAEMON=false")
        return function(task)


def busy() -> bool:
    """Whether this worker is doing a task."""
    return _at_work.locked()


def _rules() -> str:
    """All that decides what a task leaves, to the byte."""
    return versions.digest(versions.current().by_stage(), pl.__version__)
