"""English titles of events, made from their fields, and their codes in PLOVER and CAMEO.

The codes stand in codes.csv beside this module, by kind, status and, where it makes a difference, level. Sources: the CAMEO codebook 1.1b3
(Schrodt 2012) and the PLOVER codebook (Halterman et al. 2023).
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

_KINDS = {
    "meeting": "Meeting", "consultations": "Consultations", "conference": "Conference", "visit": "Visit",
    "call": "Call", "signing": "Signing", "statement": "Statement", "appointment": "Appointment",
    "credentials": "Credentials",
}  # fmt: skip
_LEVELS = {
    "expert": "expert meeting", "senior_officials": "senior officials' meeting", "ministerial": "ministerial meeting",
    "deputy_ministerial": "deputy ministers' meeting", "summit": "summit", "parliamentary": "parliamentary meeting",
}  # fmt: skip
_MOST_NAMES = 3
FIELDS = ("kind", "status", "format", "ordinal", "level", "place_id", "country")
"""What of an event its title tells of, beside who took part."""


class Codes(NamedTuple):
    """Codes of an act in the two event ontologies; None where an ontology has none."""

    plover: str | None
    cameo: str | None


@lru_cache(maxsize=1)
def _codes() -> dict[tuple[str, str, str], Codes]:
    with (Path(__file__).parent / "codes.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {(row["kind"], row["status"], row["level"]): Codes(row["plover"] or None, row["cameo"] or None) for row in rows}


def codes(kind: str, status: str, level: str | None = None) -> Codes:
    """The codes of a kind of act with a status, at a level where that has codes of its own."""
    return _codes().get((kind, status, level or "")) or _codes()[kind, status, ""]


def title(event: Mapping[str, Any], people: Sequence[str], sides: Sequence[str], names: Mapping[str, str]) -> str:
    """A short English line: what, who, where.

    Args:
        event: the event's fields.
        people: English names, most important first.
        sides: English names, most important first.
        names: English names of organisations and places by id.
    """
    what = _what(event, names)
    who = _listed(people) or _listed(sides)
    place = names.get(event["place_id"] or "") or names.get(event["country"] or "")
    mark = {"planned": " (planned)", "cancelled": " (called off)"}.get(event["status"], "")
    return f"{what}{f': {who}' if who else ''}{f', {place}' if place else ''}{mark}"


def _what(event: Mapping[str, Any], names: Mapping[str, str]) -> str:
    if event["kind"] != "conference" or not event["format"]:
        return _KINDS[event["kind"]]
    number = f"{_ordinal(event['ordinal'])} " if event["ordinal"] else ""
    series = names.get(event["format"], event["format"])
    return f"{number}{series} {_LEVELS.get(event['level'] or '', 'conference')}"


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_MOST_NAMES])
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
