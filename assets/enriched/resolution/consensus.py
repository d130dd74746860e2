"""What the reports of one event agree on, where they disagree, and how its status went.

Here: one value a field by weight of the documents, the rest kept as conflicts. Not here: which reports
are one event (clusters), titles and codes.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import polars as pl

from assets.text.edtf import agree

Row = dict[str, Any]
Conflict = tuple[str, str, list[str]]
CHUNK = 10_000
"""Reports whose events are decided at a time: the bound on what stands in memory as Python objects."""
FIELDS = ("place_id", "country", "venue", "format", "ordinal", "level", "host")
"""Fields decided by weight alone. Kind, status and date have rules of their own."""
DATE = ("date_edtf", "starts_on", "ends_on")
DECIDED = ("kind", "status", *FIELDS, *DATE)
COLUMNS = (*DECIDED, "precision", "date_basis", "confidence", "main", "published_on", "report_id", "document_id")
CONFLICTS = pl.Schema({"root": pl.Int64(), "field": pl.String(), "value": pl.String(), "documents": pl.List(pl.String())})
FIRMNESS = {"planned": 0, "cancelled": 1, "held": 2}
"""What is held is firmer than what was called off, and that than a plan."""
PRECISION = {"day": 3, "month": 2, "yearless": 2, "year": 1, "open": 1, "none": 0}
RELIABLE = {"stated": 5, "weekday": 4, "dateline": 3, "relative": 3, "context": 2, "publication": 1}
"""How much a date's basis weighs where dates disagree: what a text states goes before what follows from it."""


def decide(reports: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The fields of the events, and their conflicts.

    Args:
        reports: root (the number of the event), document_id, report_id, confidence, main, published_on and the fields;
            the reports of one event stand together.

    Returns:
        root and the fields, one row an event; root, field, value and documents for every value of every field on which
        the reports of an event disagree. Both by root.
    """
    told = reports.select("root", *COLUMNS)
    alike = _alike(told)
    parts = [alike]
    conflicts = [pl.DataFrame(schema=CONFLICTS)]
    disputed = told.join(alike, on="root", how="anti", maintain_order="left")
    for _, chunk in disputed.group_by(pl.col("root") // CHUNK, maintain_order=True):
        decided = {root: agreed(rows) for root, rows in _by_event(chunk).items()}
        parts.append(pl.DataFrame([{"root": root} | fields for root, (fields, _) in decided.items()], schema=parts[0].schema))
        rows = [(root, *conflict) for root, (_, found) in decided.items() for conflict in found]
        conflicts.append(pl.DataFrame(rows, schema=CONFLICTS, orient="row"))
    return pl.concat(parts).sort("root"), pl.concat(conflicts)


def _alike(reports: pl.DataFrame) -> pl.DataFrame:
    """The fields of the events whose reports tell nothing that another one tells otherwise: root and the fields."""
    dated = pl.col("date_edtf").is_not_null()
    told = reports.select("root", *DECIDED, date=pl.when(dated).then(pl.struct(DATE).hash()))
    one = pl.all_horizontal(
        (pl.col(name).min() == pl.col(name).max()).fill_null(value=True) for name in (*DECIDED, "date") if name not in DATE
    )
    fields = pl.col(DECIDED[: -len(DATE)]).drop_nulls().first()
    date = pl.col(DATE).filter(dated).first()
    found = told.group_by("root", maintain_order=True).agg(fields, date, one=one)
    return found.filter("one").select("root", *DECIDED)


def _by_event(reports: pl.DataFrame) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in reports.iter_rows(named=True):
        found[row["root"]].append(row)
    return found


def agreed(reports: list[Row]) -> tuple[Row, list[Conflict]]:
    """The fields of one event, and (field, value, documents) for every value of every field in dispute."""
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


def _conflict(reports: list[Row], field: str) -> list[Conflict]:
    said: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        if report[field] is not None:
            said[str(report[field])].add(report["document_id"])
    return [(field, value, sorted(said[value])) for value in sorted(said)] if len(said) > 1 else []


def _date_conflict(reports: list[Row]) -> list[Conflict]:
    """All dates, where some two of them can't both be true."""
    said: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        if report["date_edtf"]:
            said[report["date_edtf"]].add(report["document_id"])
    values = sorted(said)
    if all(agree(a, b) for i, a in enumerate(values) for b in values[i + 1 :]):
        return []
    return [("date_edtf", value, sorted(said[value])) for value in values]


def log(reports: pl.DataFrame) -> pl.DataFrame:
    """The history of events: one row a day on which something was published of one, the firmest status of the day."""
    firm = pl.col("status").replace_strict(FIRMNESS, return_dtype=pl.Int8)
    days = reports.filter(pl.col("published_on").is_not_null()).sort("root", "published_on", firm, "main", "report_id")
    last = days.group_by("root", "published_on", maintain_order=True).last()
    return last.select("root", "status", "date_edtf", "document_id", seen_on="published_on")
