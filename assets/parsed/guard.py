"""A process of its own for files that may never end or take all memory: it may be killed, and its batch goes on.

Here: which files are parsed there, its limits, and what is told of a file over them. Not here: parsing (parse).
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assets.parsed.formats import is_plain
from assets.parsed.loading import load
from assets.parsed.model import ParsedFile, Reject
from assets.parsed.parse import parse_file

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from assets.parsed.formats.within import Limits
    from assets.parsed.knowledge import Knowledge

MEBIBYTE: Final = 1 << 20
HARMLESS_BYTES: Final = MEBIBYTE
"""Plain text, JSON and pages up to this size are parsed where they are: nothing in them can run away."""
SECONDS_TO_START: Final = 120.0
GRACE: Final = 5
"""Seconds after which a process ends itself whose parent could not."""
STATM: Final = Path("/proc/self/statm")
UNKNOWN: Final = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one file may take: seconds, and MiB beside what the process holds already."""

    seconds: float = 120.0
    mebibytes: int = 1_024


class Guard:
    """Parses files here or in the other process, which starts with the first file that needs it and again after it was killed.

    Args:
        known: compiled knowledge, for files that are parsed here.
        limits: what a file may hold.
        bounds: what a file may take.
    """

    def __init__(self, known: Knowledge, limits: Limits, bounds: Bounds) -> None:
        self._known, self._limits, self._bounds = known, limits, bounds
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def parse(self, file_id: str, name: str, content: bytes) -> ParsedFile:
        """As `parse_file`; a file over the bounds is one reject."""
        if len(content) <= HARMLESS_BYTES and is_plain(content):
            return parse_file(file_id, name, content, self._known, self._limits)
        line = self._open_line()
        line.send((file_id, name, content))
        if not line.poll(self._bounds.seconds):
            self.close()
            return _rejected(file_id, name, "took_too_long", f"over {self._bounds.seconds:g} seconds")
        try:
            found = line.recv()
        except EOFError:
            self.close()
            return _rejected(file_id, name, "broke_its_reader", "the process that read it has died")
        if isinstance(found, ParsedFile):
            return found
        self.close()
        return _rejected(file_id, name, "took_too_much_memory", f"over {self._bounds.mebibytes} MiB")

    def close(self) -> None:
        """End the other process, whatever it does."""
        if self._process is not None and self._line is not None:
            self._process.kill()
            self._process.join()
            self._line.close()
        self._process = self._line = None

    def _open_line(self) -> Connection:
        """The line to the process, which is ready for a file."""
        if self._line is None or self._process is None or not self._process.is_alive():
            self.close()
            context = multiprocessing.get_context("spawn")
            self._line, other = context.Pipe()
            self._process = context.Process(target=serve, args=(other, self._limits, self._bounds), daemon=True)
            self._process.start()
            other.close()
            if not self._line.poll(SECONDS_TO_START):
                raise TimeoutError("the process that parses risky files did not start")
            self._line.recv()
        return self._line


def serve(line: Connection, limits: Limits, bounds: Bounds) -> None:
    """What the other process does: parse what comes in until the line is closed."""
    known = load()
    _limit_memory(bounds.mebibytes)
    line.send(None)
    while True:
        try:
            file_id, name, content = line.recv()
        except EOFError:
            return
        signal.alarm(int(bounds.seconds) + GRACE)
        try:
            line.send(parse_file(file_id, name, content, known, limits))
        except MemoryError:
            line.send("memory")
            return
        signal.alarm(0)


def _limit_memory(mebibytes: int) -> None:
    """No more address space than the process has now and so much beside it; without limit where the system does not tell it."""
    if not STATM.exists():
        return
    pages = int(STATM.read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + mebibytes * MEBIBYTE
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _rejected(file_id: str, name: str, reason: str, detail: str) -> ParsedFile:
    return ParsedFile(UNKNOWN, "none", [], [Reject(file_id, 0, reason, detail, name)])
