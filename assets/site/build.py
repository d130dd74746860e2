"""The whole site from one published file: which pages there are and in which order they are written."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from assets.running import versions
from assets.site import bodies, events, front, health, parts, people, relations, rendering, search
from assets.site.folder import Folder, SiteError
from sql import statement
from warehouse.read import Warehouse, open_warehouse

STATIC: Final = ("site.css", "site.js", "relations.js", "map.js", "ties.js", "network.js", "network-people.js")
EMPTY: Final = date(1970, 1, 1)
"""Stands for the present where no document has a date."""


@dataclass(frozen=True)
class Report:
    """What is written, and how.

    Attributes:
        database: the published file.
        root: the site's folder.
        since: leaves out acts that were over before this day.
        state: a digest of what the file was made from, to be found again in the note.
        accuracy: figures by part and measure, the oldest first (see assets/evaluation/stage.py).
        memory: what DuckDB may use, such as `512MB`.
        threads: how many it may use.
        workers: processes that write pages, at most.
    """

    database: Path
    root: Path
    since: date | None = None
    state: str | None = None
    accuracy: list[dict[str, Any]] = field(default_factory=list)
    memory: str = "512MB"
    threads: int = 2
    workers: int = 2


def build(report: Report) -> dict[str, int]:
    """Write the site, or bring it up to date.

    Returns:
        how many pages and files there are, how many were written now, and how many are of events and persons.

    Raises:
        SiteError: the folder holds something else, or cannot be written.
        WarehouseError: the warehouse cannot be read.
    """
    try:
        folder = Folder(report.root, versions.of_pages())
        with open_warehouse(report.database, report.memory, report.threads) as warehouse:
            (numbers,) = warehouse.query(statement("site/newest_day")).to_dicts()
            numbers["day"] = numbers["day"] or EMPTY
            counts = parts.write(folder, warehouse, report.since, numbers["day"], report.memory, report.workers)
            _write(warehouse, folder, report, numbers["day"])
            front.write_planned(warehouse, folder, numbers)
            counts |= {"pages": len(folder.now) + 1}
            note = {"state": report.state, "since": report.since and report.since.isoformat(), "rows": counts}
            folder.close(front.page(warehouse, report.since, numbers), note)
    except OSError as error:
        raise SiteError(f"{report.root} cannot be written: {error}") from error
    return counts | {"written": folder.written}


def _write(warehouse: Warehouse, folder: Folder, report: Report, present: date) -> None:
    """All but the pages of single events and persons, and the front page."""
    for name in STATIC:
        folder.page(f"static/{name}", name, lambda name=name: rendering.static(name))  # type: ignore[misc]
    people.write_list(warehouse, folder)
    bodies.write(warehouse, folder, report.since, present)
    events.write_lists(warehouse, folder, report.since)
    for path, facts, text in search.files(_entries(warehouse)):
        folder.page(path, facts, lambda text=text: text)  # type: ignore[misc]
    relations.write(warehouse, folder, report.since)
    health.write_coverage(warehouse, folder, report.since, present)
    health.write_quality(warehouse, folder, report.accuracy)


def _entries(warehouse: Warehouse) -> list[search.Entry]:
    rows = warehouse.query(statement("site/spellings"))
    return [(spelling, name, rendering.path_of(what, key)) for spelling, name, key, what in rows.iter_rows()]
