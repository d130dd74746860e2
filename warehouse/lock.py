"""One run at a time: a lock of the kernel's, which a killed holder loses at once.

Belongs here: taking, naming and asking for the holder. Does not: what is done under the lock.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# `lock_holder` takes the lock for an instant to see whether it is free; a run that meets it there tries once more.
PROBE_SECONDS: Final = 0.05


@dataclass(frozen=True)
class Holder:
    """Who holds the lock.

    Args:
        pid: its process.
        run_id: its run.
        since: when it took the lock, ISO 8601 in UTC.
        host: its machine's name, where the lock is one across machines.
    """

    pid: int
    run_id: str
    since: str
    host: str = ""


class RunLockedError(RuntimeError):
    """Somebody else holds the lock."""

    def __init__(self, path: Path | str, holder: Holder) -> None:
        where = f" on {holder.host}" if holder.host else ""
        super().__init__(f"{path} is held by run {holder.run_id} (pid {holder.pid}{where}) since {holder.since}")
        self.holder = holder


@contextmanager
def run_lock(path: Path, run_id: str) -> Iterator[None]:
    """Hold the lock while the block runs; never wait for it.

    Args:
        path: the lock file; it is created, and stays afterwards.
        run_id: the name under which others will see the holder.

    Raises:
        RunLockedError: somebody holds it; the message says who.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        if not _taken(handle) and not _taken(handle, after=PROBE_SECONDS):
            raise RunLockedError(path, _read(handle))
        _write(handle, Holder(os.getpid(), run_id, datetime.now(UTC).isoformat(timespec="seconds")))
        try:
            yield
        finally:
            os.ftruncate(handle, 0)
    finally:
        # Closing frees the lock; the file stays, since removing it would let two runs lock two files of one name.
        os.close(handle)


def lock_holder(path: Path) -> Holder | None:
    """Who holds the lock now, or None when it is free."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        return None if _taken(handle, shared=True) else _read(handle)
    finally:
        os.close(handle)


def _taken(handle: int, *, shared: bool = False, after: float = 0) -> bool:
    time.sleep(after)
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _write(handle: int, holder: Holder) -> None:
    os.ftruncate(handle, 0)
    os.pwrite(handle, json.dumps(asdict(holder)).encode(), 0)
    os.fsync(handle)


def _read(handle: int) -> Holder:
    try:
        return Holder(**json.loads(os.pread(handle, 65_536, 0)))
    except (ValueError, TypeError):
        # The holder has the lock but has not written its note yet.
        return Holder(0, "unknown", "just now")
