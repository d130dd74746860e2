"""Turns readings into the rows of the stage's tables. Offsets become those of the body here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import polars as pl

from assets.enriched.reading.model import Mention, Participant, Person, Report
from assets.enriched.reading.page import Reading
from assets.text.edtf import bounds
from warehouse.contracts import INTERNAL

Row = dict[str, Any]
UNSTAMPED = "unstamped"
"""Version of readings until the stage writes the one in force."""


def frames(readings: Iterable[Reading]) -> dict[str, pl.DataFrame]:
    """One frame a table of the stage `read`, in the contracts' columns.

    Args:
        readings: of any number of documents.
    """
    rows: dict[str, list[Row]] = {name: [] for name in INTERNAL["read"]}
    for reading in readings:
        rows["readings"].append({"document_id": reading.document.document_id, "language": reading.document.language, "version": UNSTAMPED})
        for table, found in _rows(reading).items():
            rows[table].extend({"document_id": reading.document.document_id} | row for row in found)
    return {name: table.conform(pl.DataFrame(rows[name], schema=table.schema)) for name, table in INTERNAL["read"].items()}


def _rows(reading: Reading) -> Mapping[str, Iterable[Row]]:
    return {
        "mentions": _mentions(reading),
        "people": (row for person in reading.people for row in _person(reading, person)),
        "attributions": (
            {"position": n, "source": a.source, **_span(reading, a.start, a.end), "rule": a.rule}
            for n, a in enumerate(reading.attributions)
        ),
        "quotes": (
            {
                **_span(reading, q.start, q.end),
                "person": q.person,
                "organisation_id": q.organisation,
                "direct": q.direct,
                "verb": q.verb,
                "rule": q.rule,
            }
            for q in reading.quotes
        ),
        "reports": (_report(reading, n, r) for n, r in enumerate(reading.reports)),
        "participants": (row for n, r in enumerate(reading.reports) for row in _participants(reading, n, r)),
        "topics": ({"report": n, "topic": t} for n, r in enumerate(reading.reports) for t in dict.fromkeys(r.topics)),
        "mandates": (
            {
                "holder_country": m.country,
                "holder_organisation": m.holder_organisation,
                "person": m.person,
                "organisation_id": m.organisation,
                "role": m.role,
                **_dates(m.period, "period_edtf"),
                **_span(reading, m.start, m.end),
                "rule": m.rule,
            }
            for m in reading.mandates
        ),
    }


def _span(reading: Reading, start: int, end: int) -> Row:
    if end <= start:
        return {"span_start": None, "span_end": None}
    first, last = reading.sheet.span(start, end)
    return {"span_start": first, "span_end": last}


def _dates(edtf: str | None, column: str) -> Row:
    starts, ends = bounds(edtf) if edtf else (None, None)
    return {column: edtf, "starts_on": starts, "ends_on": ends}


def _mentions(reading: Reading) -> Iterator[Row]:
    seen: set[tuple[int, int, str]] = set()
    for mention in reading.mentions:
        place = (*_shown(mention), mention.kind)
        if mention.kind == "word" or mention.form == "members" or place in seen:
            continue
        seen.add(place)
        yield _mention(reading, mention)


def _shown(mention: Mention) -> tuple[int, int]:
    return mention.shown or (mention.start, mention.end)


def _mention(reading: Reading, mention: Mention) -> Row:
    return {
        **_span(reading, *_shown(mention)),
        "kind": mention.kind,
        "text": reading.sheet.original(*_shown(mention)),
        "entity_id": mention.value,
        "person": mention.person,
        "rule": mention.rule,
    }


def _person(reading: Reading, person: Person) -> Iterator[Row]:
    first = person.mentions[0]
    fixed: Row = {
        "person": person.number,
        "name": person.name,
        "native": person.native,
        "language": reading.document.language,
        "script": _script(person.native),
        **_span(reading, first.start, first.end),
        "confidence": person.confidence,
    }
    for role in person.roles:
        yield fixed | {
            "office": role.office,
            "country": role.country,
            "organisation_id": role.organisation,
            "rule": role.rule,
        }
    if not person.roles:
        yield fixed | {"office": None, "country": None, "organisation_id": None, "rule": person.rule}


def _script(name: str) -> str:
    """ISO 15924 code of a name's letters."""
    letter = next((ord(c) for c in name if c.isalpha()), 0)
    if 0x0400 <= letter < 0x0530:
        return "Cyrl"
    return "Arab" if 0x0600 <= letter < 0x0780 or 0xFB50 <= letter < 0xFF00 else "Latn"


def _report(reading: Reading, number: int, report: Report) -> Row:
    return {
        "report": number,
        "kind": report.kind,
        "status": report.status,
        **_dates(report.date, "date_edtf"),
        "date_basis": report.date_basis if report.date else None,
        "place_id": report.place,
        "country": report.country,
        "venue": report.venue,
        "format": report.format,
        "ordinal": report.ordinal,
        "level": report.level,
        "host": report.host,
        "main": report.main,
        "confidence": round(report.confidence, 3),
        **_span(reading, report.start, report.end),
        "rule": report.rule,
    }


def _participants(reading: Reading, number: int, report: Report) -> Iterator[Row]:
    """The cast of a report; whoever is told of twice is there once."""
    cast: dict[tuple[int | None, str | None, str | None], Participant] = {}
    for who in report.participants:
        cast.setdefault((who.person, None, None) if who.person is not None else (None, who.country, who.organisation), who)
    for position, who in enumerate(cast.values()):
        yield {
            "report": number,
            "position": position,
            "person": who.person,
            "country": who.country,
            "organisation_id": who.organisation,
            "office": who.office,
            "capacity": who.capacity,
            **_span(reading, who.start, who.end),
        }
