"""Runs a command and watches what its whole tree of processes takes: time, processor time, resident memory.

What is run, and what the figures mean, is not here.
"""

import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import psutil

INTERVAL = 0.1
MIB = 1024 * 1024


class CommandFailedError(RuntimeError):
    """The watched command ended with an error; the message holds the end of what it wrote."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What a command took.

    Attributes:
        seconds: from its start to its end, that of the interpreter with it.
        cpu_seconds: processor time of all its processes.
        peak_mib: largest sum of the resident sizes of its processes in MiB; pages that they share count for each.
        output: what it wrote to stdout.
    """

    seconds: float
    cpu_seconds: float
    peak_mib: float
    output: str


def watch(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Watched:
    """Run a command to its end.

    Args:
        command: the program and its arguments.
        folder: where it runs.
        environment: its environment.

    Raises:
        CommandFailedError: it ended with another code than 0.
    """
    processor = _processor_seconds()
    begun = time.perf_counter()
    log = folder / "watched.log"
    with log.open("w+", encoding="utf-8") as out, log.with_suffix(".err").open("w+", encoding="utf-8") as err:
        process = subprocess.Popen(command, cwd=folder, env=dict(environment), stdout=out, stderr=err, text=True)
        peak = _peak(process)
        seconds = time.perf_counter() - begun
        if process.returncode != 0:
            raise CommandFailedError(f"{' '.join(command)} ended with {process.returncode}: {_written(err)[-2000:]}{_written(out)[-2000:]}")
        return Watched(seconds, _processor_seconds() - processor, peak / MIB, _written(out))


def _written(stream: TextIO) -> str:
    stream.seek(0)
    return stream.read()


def _peak(process: "subprocess.Popen[str]") -> int:
    """The largest sum of resident bytes that is seen until the process ends."""
    tree, peak = psutil.Process(process.pid), 0
    while True:
        peak = max(peak, _resident(tree))
        try:
            process.wait(INTERVAL)
        except subprocess.TimeoutExpired:
            continue
        return peak


def _resident(tree: psutil.Process) -> int:
    total = 0
    try:
        for process in (tree, *tree.children(recursive=True)):
            total += process.memory_info().rss
    except psutil.NoSuchProcess:
        pass  # one ended while its tree was walked: the next look sees the others
    return total


def _processor_seconds() -> float:
    """Of all child processes that have ended, their own children with them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
