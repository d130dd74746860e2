"""One run at a time over a store that several hosts share: a claim in the store, which a dead holder loses after a while.

Belongs here: claiming, keeping and asking for the holder, over any place. Does not: the kernel's lock of a home (lock.py), and
what is done under the claim. Claims are numbered files, each made on the condition that none stands: of several hosts that see the
same last claim free or run out, one gets the next number. Clocks of the hosts and of the store must agree to a minute.
"""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from warehouse.lock import Holder, RunLockedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from warehouse.places import Place

FOLDER: Final = "lock"
FREE: Final = b"{}"
BEAT_SECONDS: Final = 30.0
EXPIRY_SECONDS: Final = 300.0
NANOSECONDS: Final = 1_000_000_000


@contextmanager
def lease(
    place: Place, run_id: str, lost: Callable[[], None], *, beat: float = BEAT_SECONDS, expiry: float = EXPIRY_SECONDS
) -> Iterator[None]:
    """Hold the store while the block runs; never wait for it.

    Args:
        place: the store.
        run_id: the name under which others will see the holder.
        lost: called in another thread when a later claim stands or this one could not be renewed before it ran out: the block must end.
        beat: seconds between two renewals.
        expiry: seconds after its last renewal in which a claim runs out.

    Raises:
        RunLockedError: somebody holds it; the message says who.
    """
    last, holder = _last(place, expiry)
    if holder is not None:
        raise RunLockedError(place.locate(FOLDER), holder)
    since = datetime.now(UTC).isoformat(timespec="seconds")
    note = json.dumps(asdict(Holder(os.getpid(), run_id, since, socket.gethostname()))).encode()
    number = last + 1
    # A later claim that stands already was made by who saw a later state: it wins.
    if not place.create(_key(number), note) or _numbers(place)[-1] != number:
        raise RunLockedError(place.locate(FOLDER), _last(place, expiry)[1] or Holder(0, "unknown", "just now"))
    place.remove(_key(each) for each in _numbers(place) if each < number)
    ended = threading.Event()
    renewing = threading.Thread(target=_renew, args=(place, number, note, ended, lost, beat, expiry), daemon=True)
    renewing.start()
    try:
        yield
    finally:
        ended.set()
        renewing.join()
        if place.exists(_key(number)):
            place.write(_key(number), FREE)


def holder(place: Place, expiry: float = EXPIRY_SECONDS) -> Holder | None:
    """Who holds the store now, or None when it is free."""
    return _last(place, expiry)[1]


def _renew(place: Place, number: int, note: bytes, ended: threading.Event, lost: Callable[[], None], beat: float, expiry: float) -> None:
    """Write the claim anew at each beat, until the block has ended or the claim is lost."""
    renewed = time.monotonic()
    while not ended.wait(beat):
        try:
            mine = _numbers(place)[-1:] == [number]
            if mine:
                place.write(_key(number), note)
                renewed = time.monotonic()
        except OSError:  # the store does not answer: it may at the next beat
            mine = time.monotonic() - renewed < expiry
        if not mine:
            lost()
            return


def _last(place: Place, expiry: float) -> tuple[int, Holder | None]:
    """Number and holder of the last claim; no holder where it was given back or has run out, 0 where none was ever made."""
    claims = {int(entry.key.rpartition("/")[2]): entry for entry in place.files(FOLDER)}
    if not claims:
        return 0, None
    number = max(claims)
    try:
        note = place.read(_key(number))
    except FileNotFoundError:  # a later claim has just taken its place
        return number, Holder(0, "unknown", "just now")
    age = time.time() - claims[number].modified_ns / NANOSECONDS
    return number, None if note == FREE or age > expiry else Holder(**json.loads(note))


def _numbers(place: Place) -> list[int]:
    return sorted(int(entry.key.rpartition("/")[2]) for entry in place.files(FOLDER))


def _key(number: int) -> str:
    return f"{FOLDER}/{number:012}"
