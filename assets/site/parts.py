"""The many pages of single events and persons: those whose rows have changed, in parts, on as many processes as are given.

DuckDB tells a digest of each page's rows; only the rows of pages that are to be written are read, by whoever takes a part,
so that ids alone pass between processes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Final

from assets.running import pools
from assets.site import events, people, rendering
from assets.site.folder import Folder, Pages, SiteError
from sql import statement
from warehouse.read import Warehouse, open_warehouse

SIZE: Final = 26_000
"""Pages of one part, at most: their accounts are in memory at once, and each part passes over all texts."""
FEW: Final = 3_000
"""Pages that are written about as fast as processes start."""
DOCUMENTS: Final = 250_000
"""Documents whose accounts are digested at once: 1 KiB of memory each, about."""
BEYOND: Final = "~"
"""Comes after every letter of an id."""
KINDS: Final = {"event": "events", "person": "persons"}


@dataclass(frozen=True)
class Part:
    """Pages to write: of events or of persons with these ids."""

    what: str
    ids: tuple[str, ...]
    database: Path
    root: Path
    since: date | None
    present: date
    memory: str


def write(folder: Folder, warehouse: Warehouse, since: date | None, present: date, memory: str, workers: int) -> dict[str, int]:
    """Write the page of every event and person whose rows have changed since the folder was written.

    Args:
        since: leaves out acts that were over before.
        present: the day that counts as today.
        memory: what DuckDB may use in each process.
        workers: processes, at most; with few pages this one alone.

    Returns:
        how many events and persons there are.

    Raises:
        SiteError: rows that were there when digests were told are not there when they are read.
    """
    given = Part("", (), warehouse.path, folder.root, since, present, memory)
    counts, parts = {}, []
    for what, counted in KINDS.items():
        found = list(_digests(warehouse, what, since))
        due = [key for key, digest in found if folder.due(rendering.path_of(what, key), f"{digest:x}")]
        counts[counted] = len(found)
        parts += [replace(given, what=what, ids=ids) for ids in _shares(due, workers)]
    wanted = sum(len(part.ids) for part in parts)
    written = sum(pools.pool(workers if wanted > FEW else 1).run(work, parts))
    if written != wanted:
        raise SiteError(f"{wanted} pages of events and persons were to be written, {written} could be")
    folder.written += written
    return counts


def _digests(warehouse: Warehouse, what: str, since: date | None) -> Iterator[tuple[str, int]]:
    """The ids of all events or persons with a digest of what each page is made from, asked for in runs of bounded memory."""
    (held,) = warehouse.query(statement("site/newest_day"))["documents"]
    runs = ceil(held / DOCUMENTS) or 1 if what == "event" else 1
    bounds = ["", *(f"{256 * run // runs:02x}" for run in range(1, runs)), BEYOND]
    for first, beyond in pairwise(bounds):
        yield from warehouse.query(statement(f"site/{what}_digests"), {"since": since, "first": first, "beyond": beyond}).iter_rows()


def _shares(ids: Sequence[str], workers: int) -> list[tuple[str, ...]]:
    """Equal shares, none larger than a part may be; one for each worker at least."""
    number = max(workers, ceil(len(ids) / SIZE))
    return list(events.batched(ids, max(1, ceil(len(ids) / number))))


def work(part: Part) -> int:
    """Write one part; gives how many pages were written."""
    pages = Pages(part.root)
    with open_warehouse(part.database, part.memory, 1) as warehouse:
        if part.what == "event":
            events.write(warehouse, pages, part.since, part.ids)
        else:
            people.write(warehouse, pages, part.since, part.present, part.ids)
    return pages.written
