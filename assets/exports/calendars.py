"""iCalendar (RFC 5545): what was announced, as entries that a calendar program moves and strikes out by itself.

An entry keeps its UID for good; each change of status or date raises its SEQUENCE, and a cancelled act is an entry with
STATUS:CANCELLED. One calendar holds all, and each country and organisation has one of its own; an entry is written once for all of
its calendars, and a line that many entries have, such as a day or a town, once for all of them.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

import polars as pl
from icalendar import Calendar, Event
from icalendar.parser import Contentline
from icalendar.prop import vText

from assets.exports.acts import Act, acts, changes, exact, web
from warehouse.read import Warehouse

ALL: Final = "all.ics"
PRODUCT: Final = "-//Dragoman//Record of diplomacy//EN"
LONGEST: Final = timedelta(days=31)
"""What is announced for longer than a month has no place in a calendar."""
ANNOUNCED: Final = ((pl.col("status") != "held") | pl.col("log").list.eval(pl.element().struct.field("status") != "held").list.any()) & (
    pl.col("ends_on") - pl.col("starts_on") < LONGEST
)
"""Of an act that was told of before it took place, and whose days are known to the month at least."""
OWN: Final = frozenset({"SUMMARY", "UID", "DESCRIPTION", "URL"})
"""Properties that an entry shares with no other."""
BEGIN, END, LINE_END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"\r\n"
Value = str | int | date | tuple[str, ...] | tuple[float, float]
FOLDERS: Final = {"country": "countries", "organisation": "organisations"}


def write(warehouse: Warehouse, folder: Path, since: date | None) -> dict[str, int]:
    """Write `all.ics`, `countries/AZ.ics` … and `organisations/un.ics` ….

    Returns:
        entries by the file's name, under the folder.
    """
    entries: dict[str, list[bytes]] = defaultdict(list)
    entries[ALL] = []
    for act in acts(warehouse, since, where=ANNOUNCED):
        entry = b"".join((BEGIN, *(_line(name, value) for name, value in _properties(act)), END))
        for name in (ALL, *_concerned(act)):
            entries[name].append(entry)
    for name, listed in sorted(entries.items()):
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(_calendar(name, listed))
    return {name: len(listed) for name, listed in sorted(entries.items())}


def _properties(act: Act) -> Iterator[tuple[str, Value]]:
    """An act as an entry of whole days; one that is known to its month alone is tentative, and takes no time."""
    told = changes(act)
    first, last = act["starts_on"], act["ends_on"]
    seen = datetime.combine(told[-1]["seen_on"] if told else act["first_published"] or first or date.min, time(), UTC)
    yield "SUMMARY", act["title"]
    if first is not None and last is not None:
        yield "DTSTART", first
        yield "DTEND", last + timedelta(days=1)
    yield "DTSTAMP", seen
    yield "UID", f"{act['event_id']}@dragoman"
    yield "SEQUENCE", max(0, len(told) - 1)
    yield "CATEGORIES", (act["kind"], *act["topics"])
    yield "DESCRIPTION", _description(act)
    if act["latitude"] is not None and act["longitude"] is not None:
        yield "GEO", (act["latitude"], act["longitude"])
    yield "LAST-MODIFIED", seen
    if where := ", ".join(dict.fromkeys(filter(None, (act["venue"], act["place"], act["country_name"])))):
        yield "LOCATION", where
    yield "STATUS", _status(act)
    yield "TRANSP", "OPAQUE" if exact(act) else "TRANSPARENT"
    if address := next(filter(None, (web(source["url"]) for source in act["documents"])), None):
        yield "URL", address


def _line(name: str, value: Value) -> bytes:
    """A property as a line, folded and escaped by the library: by the short way where it is an entry's own, and else kept."""
    if name not in OWN or not isinstance(value, str):
        return _shared(name, value)
    text = value if name == "URL" else vText(value).to_ical().decode()
    return bytes(Contentline(f"{name}:{text}").to_ical()) + LINE_END


@lru_cache(maxsize=16_384)
def _shared(name: str, value: Value) -> bytes:
    entry = Event()
    entry.add(name, list(value) if name == "CATEGORIES" and isinstance(value, tuple) else value)
    return bytes(entry.to_ical()).removeprefix(BEGIN).removesuffix(END)


def _status(act: Act) -> str:
    if act["status"] == "cancelled":
        return "CANCELLED"
    return "CONFIRMED" if exact(act) else "TENTATIVE"


def _description(act: Act) -> str:
    who = ", ".join(
        dict.fromkeys(filter(None, (part["person"] or part["organisation"] or part["country_name"] for part in act["participants"])))
    )
    history = [f"{entry['seen_on']}: {entry['status']}, {entry['date_edtf'] or 'no date given'}" for entry in changes(act)]
    sources = [
        ": ".join(filter(None, (source["outlet_name"] or source["outlet"], web(source["url"]) or source["title"])))
        for source in act["documents"]
    ]
    return "\n".join(filter(None, (who, *history, *sources)))


def _concerned(act: Act) -> Iterator[str]:
    """The calendars beside the one of all: of every side, of where it is and of whose meeting it is."""
    countries = {part["country"] for part in act["participants"]} | {act["country"]}
    bodies = {part["organisation_id"] for part in act["participants"]} | {act["format"]}
    yield from sorted(f"{FOLDERS['country']}/{code}.ics" for code in countries if code)
    yield from sorted(f"{FOLDERS['organisation']}/{slug}.ics" for slug in bodies if slug)


def _calendar(name: str, entries: list[bytes]) -> bytes:
    """A calendar of entries that are written already: one stands in several calendars."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Diplomacy: {Path(name).stem}")
    head, end, rest = calendar.to_ical().partition(b"END:VCALENDAR")
    return b"".join((head, *entries, end, rest))
