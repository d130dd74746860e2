"""The register as tables: organisations, their names, countries and places, as far as the corpus names them.

Ministries and other bodies that the reading composes with a country (`mfa-az`) get their English names here.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from assets.register.registers import Registers
from warehouse.ids import stable_id

Row = dict[str, Any]
BODIES = {
    "mfa": ("ministry", "Ministry of Foreign Affairs of {}"),
    "mod": ("ministry", "Ministry of Defence of {}"),
    "presidency": ("presidency", "Presidency of {}"),
    "government": ("government", "Government of {}"),
    "parliament": ("parliament", "Parliament of {}"),
    "security-council": ("other", "Security Council of {}"),
    "embassy": ("ministry", "Embassy of {} in {}"),
}
"""Kind and English name of a body that is composed with a country."""


def organisations(used: Collection[str], register: Registers) -> list[Row]:
    """A row for every organisation of the register, and for every other slug that the corpus uses."""
    rows = {row.organisation_id: {"name": row.name, "kind": row.kind, "country": row.country} for row in register.organisations}
    for outlet in register.press:
        rows.setdefault(outlet.organisation_id, {"name": outlet.name, "kind": "press", "country": outlet.country})
    countries = {row.country.lower(): row.name for row in register.countries}
    for slug in sorted(set(used) - rows.keys()):
        rows[slug] = _composed(slug, countries) or {"name": _titled(slug), "kind": "other", "country": None}
    return [{"organisation_id": slug, **rows[slug]} for slug in sorted(rows)]


def _composed(slug: str, countries: dict[str, str]) -> Row | None:
    body = next((b for b in BODIES if slug.startswith(f"{b}-")), None)
    if body is None:
        return None
    parts = slug.removeprefix(f"{body}-").split("-")
    if not all(part in countries for part in parts):
        return None
    kind, name = BODIES[body]
    shown = [countries[part] for part in parts]
    full = name.format(*shown) if name.count("{}") == len(shown) else f"{_titled(body)} of {shown[0]}"
    return {"name": full, "kind": kind, "country": parts[0].upper()}


def _titled(slug: str) -> str:
    return " ".join(part.capitalize() for part in slug.split("-"))


def organisation_names(register: Registers) -> list[Row]:
    """Every name in every language of the organisations and outlets, once."""
    rows = {(n.organisation_id, n.text): n.language for n in register.organisation_names}
    for outlet in register.press:
        for text in outlet.names:
            rows.setdefault((outlet.organisation_id, text), "mul")
    return [{"organisation_id": slug, "name": text, "language": rows[slug, text]} for slug, text in sorted(rows)]


def countries(register: Registers) -> list[Row]:
    """All countries."""
    return [{"country": row.country, "name": row.name} for row in register.countries]


def places(register: Registers) -> list[Row]:
    """All places with their ids."""
    return [
        {
            "place_id": stable_id("place", row.name, row.country or ""),
            "name": row.name,
            "country": row.country,
            "latitude": row.latitude,
            "longitude": row.longitude,
        }
        for row in register.settled
    ]
