"""A dask scheduler and its workers as real processes on loopback, for tests and measurements. What they do is not here."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
SECONDS = 60
# A worker starts the process that risky files are parsed in; one death too many is told soon.
ENVIRONMENT = {"DASK_DISTRIBUTED__WORKER__DAEMON": "false", "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "2"}

Process = subprocess.Popen[bytes]


@dataclass
class Cluster:
    """Running processes: the scheduler's, then the workers'."""

    folder: Path
    address: str = ""
    processes: list[Process] = field(default_factory=list)

    def start_worker(self, *options: str, environment: Mapping[str, str] = ENVIRONMENT) -> Process:
        """One more worker with one thread; without a nanny unless the options ask for one."""
        place = ("--local-directory", str(self.folder))
        self.processes.append(_start(self.folder, "worker", self.address, "--nthreads", "1", *place, *options, environment=environment))
        return self.processes[-1]

    def wait(self) -> None:
        """Until every worker that was started has joined."""
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(len(self.processes) - 1, timeout=SECONDS)


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A scheduler with so many workers, each of which must be waited for by whoever needs it; all end with the block."""
    made = Cluster(folder)
    file = folder / "scheduler.json"
    try:
        made.processes.append(_start(folder, "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file)))
        made.address = _address(file)
        for _ in range(workers):
            made.start_worker("--no-nanny")
        yield made
    finally:
        for process in made.processes:
            process.kill()
            process.wait()


def _start(folder: Path, *arguments: str, environment: Mapping[str, str] = ENVIRONMENT) -> Process:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-m", "dask", *arguments, "--no-dashboard"]
    with (folder / f"{arguments[0]}.log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)


def _address(file: Path) -> str:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            return str(json.loads(file.read_text(encoding="utf-8"))["address"])
        except (FileNotFoundError, json.JSONDecodeError):
            time.sleep(0.1)
    raise TimeoutError("the scheduler did not start")
