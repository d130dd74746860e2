"""What the reports of one event agree on, where they disagree, and how its status went.

Here: one value a field by weight of the documents, the rest kept as conflicts. Not here: which reports
are one event (clusters), titles and codes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from assets.text.edtf import agree

Row = dict[str, Any]
FIELDS = ("place_id", "country", "venue", "format", "ordinal", "level", "host")
"""Fields decided by weight alone. Kind, status and date have rules of their own."""
PRECISION = {"day": 3, "month": 2, "yearless": 2, "year": 1, "open": 1, "none": 0}
RELIABLE = {"stated": 5, "weekday": 4, "dateline": 3, "relative": 3, "context": 2, "publication": 1}
"""How much a date's basis weighs where dates disagree: what a text states goes before what follows from it."""


def decide(reports: list[Row]) -> tuple[Row, list[tuple[str, str, list[str]]]]:
    """The event's fields from its reports, and its conflicts.

    Args:
        reports: the rows of one event, each with document_id, confidence, main, published_on and the fields.

    Returns:
        The fields, and (field, value, documents) for every value of every field on which they disagree.
    """
    if len(reports) == 1:
        return {name: reports[0][name] for name in ("kind", "status", *FIELDS)} | _date(reports), []
    ordered = sorted(reports, key=lambda r: (not r["main"], -r["confidence"], r["report_id"]))
    event: Row = {"kind": _weightiest(ordered, "kind"), **_date(ordered), "status": _status(ordered)}
    event |= {field: _weightiest(ordered, field) for field in FIELDS}
    conflicts = [c for field in ("kind", "country", "place_id", "format", "ordinal", "level", "host") for c in _conflict(ordered, field)]
    return event, conflicts + _date_conflict(ordered)


def _weightiest(reports: list[Row], field: str) -> Any:
    weights: dict[Any, float] = defaultdict(float)
    for report in reports:
        if report[field] is not None:
            weights[report[field]] += report["confidence"] * (2 if report["main"] else 1)
    return max(weights, key=lambda value: (weights[value], str(value)), default=None)


def _date(reports: list[Row]) -> Row:
    """The most precise, best founded date; among equals the one that most documents give."""
    votes: dict[str, int] = defaultdict(int)
    for report in reports:
        if report["date_edtf"]:
            votes[report["date_edtf"]] += 1
    dated = [r for r in reports if r["date_edtf"]]
    if not dated:
        return {"date_edtf": None, "starts_on": None, "ends_on": None}
    best = max(
        dated,
        key=lambda r: (
            PRECISION[r["precision"]],
            votes[r["date_edtf"]],
            RELIABLE.get(r["date_basis"] or "", 0),
            r["date_edtf"],
        ),
    )
    return {name: best[name] for name in ("date_edtf", "starts_on", "ends_on")}


def _status(reports: list[Row]) -> str:
    """The latest word on it: what was published last; held, once said, is not undone by older plans."""
    held = [r for r in reports if r["status"] == "held"]
    if held:
        return "held"
    last = max(reports, key=lambda r: (str(r["published_on"] or ""), r["status"] == "cancelled", r["report_id"]))
    return str(last["status"])


def _conflict(reports: list[Row], field: str) -> list[tuple[str, str, list[str]]]:
    said: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        if report[field] is not None:
            said[str(report[field])].add(report["document_id"])
    return [(field, value, sorted(said[value])) for value in sorted(said)] if len(said) > 1 else []


def _date_conflict(reports: list[Row]) -> list[tuple[str, str, list[str]]]:
    """All dates, where some two of them can't both be true."""
    said: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        if report["date_edtf"]:
            said[report["date_edtf"]].add(report["document_id"])
    values = sorted(said)
    if all(agree(a, b) for i, a in enumerate(values) for b in values[i + 1 :]):
        return []
    return [("date_edtf", value, sorted(said[value])) for value in values]


def log(reports: Iterable[Row]) -> list[Row]:
    """The event's history: one row a day on which something was published of it, the firmest status of the day."""
    firm = {"planned": 0, "cancelled": 1, "held": 2}
    days: dict[Any, Row] = {}
    for report in sorted(reports, key=lambda r: (firm[r["status"]], r["main"], r["report_id"])):
        if report["published_on"] is not None:
            days[report["published_on"]] = report
    return [{"seen_on": day, **{name: days[day][name] for name in ("status", "date_edtf", "document_id")}} for day in sorted(days)]


def participants(rows: Iterable[Mapping[str, Any]]) -> list[Row]:
    """The event's participants from those of its reports: persons by id, sides without a person by side."""
    found: dict[tuple[str | None, str | None, str | None], Row] = {}
    for row in rows:
        key = (row["person_id"], None, None) if row["person_id"] else (None, row["country"], row["organisation_id"])
        if key == (None, None, None):
            continue
        known = found.setdefault(key, {**row, "said": set(), "capacities": defaultdict(int)})
        known["said"].add(row["document_id"])
        known["capacities"][row["capacity"]] += 1
        for name in ("country", "organisation_id", "office"):
            known[name] = known[name] or row[name]
    persons = {(r["country"], r["organisation_id"]) for key, r in found.items() if key[0]}
    kept = [r for key, r in found.items() if key[0] or (r["country"], r["organisation_id"]) not in persons]
    kept.sort(key=lambda r: (-len(r["said"]), r["person_id"] is None, r["country"] or "", r["person_id"] or ""))
    return [
        {
            "position": position,
            **{name: row[name] for name in ("person_id", "country", "organisation_id", "office")},
            "capacity": max(row["capacities"], key=lambda c: (c != "side", row["capacities"][c], c)),
            "documents": len(row["said"]),
        }
        for position, row in enumerate(kept)
    ]
