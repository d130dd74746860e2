"""iCalendar (RFC 5545): what was announced, as entries that a calendar program moves and strikes out by itself.

An entry keeps its UID for good; each change of status or date raises its SEQUENCE, and a cancelled act is an entry with
STATUS:CANCELLED. One calendar holds all, and each country and organisation has one of its own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from icalendar import Calendar, Event

from assets.exports.acts import Act, acts, changes, exact, web
from warehouse.read import Warehouse

ALL: Final = "all.ics"
PRODUCT: Final = "-//Dragoman//Record of diplomacy//EN"
LONGEST: Final = timedelta(days=31)
"""What is announced for longer than a month has no place in a calendar."""
FOLDERS: Final = {"country": "countries", "organisation": "organisations"}


def write(warehouse: Warehouse, folder: Path, since: date | None) -> dict[str, int]:
    """Write `all.ics`, `countries/AZ.ics` … and `organisations/un.ics` ….

    Returns:
        entries by the file's name, under the folder.
    """
    entries: dict[str, list[Event]] = defaultdict(list)
    entries[ALL] = []
    for act in acts(warehouse, since):
        if announced(act):
            entry = event(act)
            for name in (ALL, *_concerned(act)):
                entries[name].append(entry)
    for name, listed in sorted(entries.items()):
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(_calendar(name, listed).to_ical())
    return {name: len(listed) for name, listed in sorted(entries.items())}


def announced(act: Act) -> bool:
    """True for an act that was told of before it took place, and whose days are known to the month at least."""
    first, last = act["starts_on"], act["ends_on"]
    ahead = act["status"] != "held" or any(entry["status"] != "held" for entry in act["log"])
    return ahead and first is not None and last is not None and last - first < LONGEST


def event(act: Act) -> Event:
    """An act as an entry of whole days; one that is known to its month alone is tentative, and takes no time."""
    told = changes(act)
    entry = Event()
    entry.add("uid", f"{act['event_id']}@dragoman")
    entry.add("summary", act["title"])
    first, last = act["starts_on"], act["ends_on"]
    if first is not None and last is not None:
        entry.add("dtstart", first)
        entry.add("dtend", last + timedelta(days=1))
    entry.add("sequence", max(0, len(told) - 1))
    seen = told[-1]["seen_on"] if told else act["first_published"] or first or date.min
    entry.add("dtstamp", datetime.combine(seen, time(), UTC))
    entry.add("last-modified", datetime.combine(seen, time(), UTC))
    entry.add("status", _status(act))
    entry.add("transp", "OPAQUE" if exact(act) else "TRANSPARENT")
    entry.add("categories", [act["kind"], *act["topics"]])
    entry.add("description", _description(act))
    for name, value in _further(act).items():
        entry.add(name, value)
    return entry


def _status(act: Act) -> str:
    if act["status"] == "cancelled":
        return "CANCELLED"
    return "CONFIRMED" if exact(act) else "TENTATIVE"


def _further(act: Act) -> Mapping[str, object]:
    where = ", ".join(dict.fromkeys(filter(None, (act["venue"], act["place"], act["country_name"]))))
    found: dict[str, object] = {"location": where} if where else {}
    if act["latitude"] is not None and act["longitude"] is not None:
        found["geo"] = (act["latitude"], act["longitude"])
    address = next(filter(None, (web(source["url"]) for source in act["documents"])), None)
    return found | ({"url": address} if address else {})


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


def _calendar(name: str, entries: list[Event]) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Diplomacy: {Path(name).stem}")
    for entry in entries:
        calendar.add_component(entry)
    return calendar
