"""The many pages of single events and persons, in parts by the first letter of their ids, on as many processes as are given.

A part is done by whoever takes it: it reads its rows itself, so that only digests pass between processes.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from assets.running import pools
from assets.site import events, people
from assets.site.folder import Folder, Pages
from warehouse.read import open_warehouse

LETTERS: Final = "0123456789abcdef"
FEW: Final = 5_000
"""Events that are written faster than a process starts."""


@dataclass(frozen=True)
class Part:
    """A part to write: the ids that begin with a letter. `before` are digests as an earlier build left them."""

    letter: str
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
    parts = [
        Part(
            letter,
            database,
            folder.root,
            folder.version,
            since,
            numbers["day"],
            memory,
            folder.part((f"events/{letter}", f"people/{letter}")),
        )
        for letter in LETTERS
    ]
    done = pools.pool(workers if numbers["events"] > FEW else 1).run(work, parts)
    for each in done:
        folder.take(each.now, each.written)
    return {"events": sum(each.events for each in done), "persons": sum(each.persons for each in done)}


def work(part: Part) -> Done:
    """Write one part."""
    pages = Pages(part.root, part.version, part.before)
    with open_warehouse(part.database, part.memory, 1) as warehouse:
        acts = events.write(warehouse, pages, part.since, part.letter)
        persons = people.write(warehouse, pages, part.since, part.present, part.letter)
    return Done(pages.now, pages.written, acts, persons)
