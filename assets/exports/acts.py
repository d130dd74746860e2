"""Events as records: each with its sides, topics, history and sources, read in portions of bounded memory.

Belongs here: the shape of such a record and how to get it. Does not: any form it is exported in.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, TypedDict, cast
from urllib.parse import urlsplit

import polars as pl

from sql import statement
from warehouse.read import Warehouse

PORTION: Final = 10_000
"""Events held in memory at once."""
WEB: Final = ("http", "https")
CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Part(TypedDict):
    """A side or person in an event, with the names of what its codes stand for."""

    person_id: str | None
    person: str | None
    country: str | None
    country_name: str | None
    organisation_id: str | None
    organisation: str | None
    organisation_kind: str | None
    office: str | None
    capacity: str


class Entry(TypedDict):
    """What was known of an event on a day."""

    seen_on: date
    status: str
    date_edtf: str | None


class Source(TypedDict):
    """A document that tells of an event."""

    document_id: str
    url: str | None
    outlet: str | None
    outlet_name: str | None
    language: str | None
    title: str
    published_on: date | None


class Act(TypedDict):
    """An event with all that hangs on it. Fields are the columns of `events`, and names of what their codes stand for."""

    event_id: str
    title: str
    kind: str
    status: str
    date_edtf: str | None
    starts_on: date | None
    ends_on: date | None
    place_id: str | None
    place: str | None
    latitude: float | None
    longitude: float | None
    country: str | None
    country_name: str | None
    venue: str | None
    format: str | None
    format_name: str | None
    ordinal: int | None
    level: str | None
    host: str | None
    host_name: str | None
    first_published: date | None
    confidence: float
    plover: str | None
    cameo: str | None
    participants: list[Part]
    topics: list[str]
    log: list[Entry]
    documents: list[Source]


def acts(
    warehouse: Warehouse, since: date | None = None, ids: Sequence[str] | None = None, *, where: pl.Expr | None = None
) -> Iterator[Act]:
    """Events in the order of their ids.

    Args:
        since: leaves out those that ended before this day, or that have no day and were first published before it.
        ids: leaves out all others; nothing for all.
        where: a condition over an act's fields that leaves out those for which it is not true; nothing for all.
    """
    after = ""
    while True:
        wanted = {"since": since, "ids": ids, "after": after, "rows": PORTION}
        portion = warehouse.query(statement("exports/acts"), wanted)
        for row in (portion if where is None else portion.filter(where)).iter_rows(named=True):
            yield cast("Act", row)
        if portion.height < PORTION:
            return
        after = portion["event_id"][-1]


def changes(act: Act) -> list[Entry]:
    """The entries of an event's history that differ from the one before in status or date, the first among them."""
    told: list[Entry] = []
    for entry in act["log"]:
        if not told or (entry["status"], entry["date_edtf"]) != (told[-1]["status"], told[-1]["date_edtf"]):
            told.append(entry)
    return told


def exact(act: Act) -> bool:
    """True where the first and the last day of an event are known, and not only its month or year."""
    return act["starts_on"] is not None and act["ends_on"] is not None and all(map(_is_day, (act["date_edtf"] or "").split("/")))


def _is_day(edtf: str) -> bool:
    return len(edtf) == len("2026-11-23") and edtf.replace("-", "").isdigit()


def web(url: str | None) -> str | None:
    """An address that a browser may follow, else nothing: what an article gives as its own may be anything.

    One with a line's end in it is none, though urlsplit would take it.
    """
    try:
        return url if url and not CONTROL.search(url) and urlsplit(url).scheme in WEB else None
    except ValueError:
        return None
