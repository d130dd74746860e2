"""A process of its own for files that may never end or take all memory: it may be killed, and its batch goes on.

Here: which files are parsed there, its limits, and what is told of a file over them. Not here: parsing (parse).
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assets.parsed.loading import load
from assets.parsed.model import ParsedFile, Reject
from assets.parsed.parse import open_file, parse_file, parse_opened
from assets.running.limits import MEBIBYTE

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from assets.parsed.knowledge import Knowledge
    from assets.parsed.parse import Way

HARMLESS_BYTES: Final = MEBIBYTE
"""Plain text, JSON and pages up to this size, empty files too, are parsed where they are: nothing in them can run away."""
HARMLESS_SIGNS: Final = 20_000
"""Tags and attributes up to which a page is harmless: nested in one another they cost the square of their number, here four seconds."""
SECONDS_TO_START: Final = 120.0
GRACE: Final = 5
"""Seconds after which a process ends itself whose parent could not."""
STATM: Final = Path("/proc/self/statm")
UNKNOWN: Final = "application/octet-stream"


class Guard:
    """Parses files here or in the other process, which starts with the first file that needs it and again after it was killed.

    Args:
        known: compiled knowledge, for files that are parsed here.
        way: how files are parsed.
    """

    def __init__(self, known: Knowledge, way: Way) -> None:
        self._known, self._way = known, way
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def parse(self, file_id: str, name: str, content: bytes) -> ParsedFile:
        """As `parse_file`; a file over the bounds is one reject."""
        if _is_small(content) and ((opened := open_file(name, content, self._known, self._way)).is_plain or not content):
            return parse_opened(file_id, name, opened, self._known)
        limits = self._way.limits
        line = self._open_line()
        line.send((file_id, name, content))
        if not line.poll(limits.file_seconds):
            self.close()
            return _rejected(file_id, name, "took_too_long", f"over {limits.file_seconds:g} seconds")
        try:
            found = line.recv()
        except EOFError:
            self.close()
            return _rejected(file_id, name, "broke_its_reader", "the process that read it has died")
        if isinstance(found, ParsedFile):
            return found
        self.close()
        return _rejected(file_id, name, "took_too_much_memory", f"over {limits.file_mebibytes} MiB")

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
            self._process = context.Process(target=serve, args=(other, self._way), daemon=True)
            self._process.start()
            other.close()
            if not self._line.poll(SECONDS_TO_START):
                raise TimeoutError("the process that parses risky files did not start")
            self._line.recv()
        return self._line


def serve(line: Connection, way: Way) -> None:
    """What the other process does: parse what comes in until the line is closed."""
    known = load()
    _limit_memory(way.limits.file_mebibytes)
    line.send(None)
    while True:
        try:
            file_id, name, content = line.recv()
        except EOFError:
            return
        signal.alarm(int(way.limits.file_seconds) + GRACE)
        try:
            line.send(parse_file(file_id, name, content, known, way))
        except MemoryError:
            line.send("memory")
            return
        signal.alarm(0)


def _is_small(content: bytes) -> bool:
    return len(content) <= HARMLESS_BYTES and content.count(b"<") + content.count(b"=") <= HARMLESS_SIGNS


def _limit_memory(mebibytes: int) -> None:
    """No more address space than the process has now and so much beside it; without limit where the system does not tell it."""
    if not STATM.exists():
        return
    pages = int(STATM.read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + mebibytes * MEBIBYTE
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _rejected(file_id: str, name: str, reason: str, detail: str) -> ParsedFile:
    return ParsedFile(UNKNOWN, "none", [], [Reject(file_id, 0, reason, detail, name)])
