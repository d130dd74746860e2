"""The many pages of single events and persons, in parts by the first letters of their ids, on as many processes as are given.

A part is done by whoever takes it: it reads its rows itself, so that only digests pass between processes.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from assets.exports.acts import LAST
from assets.running import pools
from assets.site import events, people
from assets.site.folder import Folder, Pages
from warehouse.read import open_warehouse

LETTERS: Final = "0123456789abcdef"
SIZE: Final = 25_000
"""Events of one part, about: their accounts are in memory at once, and each part passes over all texts."""
FEW: Final = 5_000
"""Events that are written faster than a process starts."""


@dataclass(frozen=True)
class Part:
    """A part to write: the ids that begin with some letters. `before` are digests as an earlier build left them."""

    letters: str
    database: Path
    root: Path
    version: str
    since: date | None
    present: date
    memory: str
    before: dict[str, str]


@dataclass(frozen=True)
class Done:
    """What was written: digests by path, pages written now, and how many events and persons there are."""

    now: dict[str, str]
    written: int
    events: int
    persons: int


def write(folder: Folder, database: Path, since: date | None, numbers: dict[str, Any], memory: str, workers: int) -> dict[str, int]:
    """Write the page of every event and person.

    Args:
        since: leaves out acts that were over before.
        numbers: the present day, and how much the record holds.
        memory: what DuckDB may use in each process.
        workers: processes, at most; with few events this one alone.

    Returns:
        how many events and persons there are.
    """
    given = Part("", database, folder.root, folder.version, since, numbers["day"], memory, {})
    parts = [replace(given, letters=letters, before=folder.part(_folders(letters))) for letters in _shares(numbers["events"])]
    done = pools.pool(workers if numbers["events"] > FEW else 1).run(work, parts)
    for each in done:
        folder.take(each.now, each.written)
    return {"events": sum(each.events for each in done), "persons": sum(each.persons for each in done)}


def _shares(events: int) -> list[str]:
    """The letters in so many equal shares that none has too many events; two at least, one for each core."""
    step = len(LETTERS) // 2
    while step > 1 and events * step > SIZE * len(LETTERS):
        step //= 2
    return [LETTERS[at : at + step] for at in range(0, len(LETTERS), step)]


def _folders(letters: str) -> tuple[str, ...]:
    return tuple(f"{what}/{letter}" for what in ("events", "people") for letter in letters)


def work(part: Part) -> Done:
    """Write one part."""
    between = part.letters[0], f"{part.letters[-1]}{LAST}"
    pages = Pages(part.root, part.version, part.before)
    with open_warehouse(part.database, part.memory, 1) as warehouse:
        acts = events.write(warehouse, pages, part.since, between)
        persons = people.write(warehouse, pages, part.since, part.present, between)
    return Done(pages.now, pages.written, acts, persons)
