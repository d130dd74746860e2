"""What the stages found in labelled files, a record a file, taken from frames of the public tables' shape."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

Frames = Mapping[str, pl.DataFrame]


@dataclass(slots=True)
class FoundReport:
    """One report with its participants by name and its place by English name."""

    row: dict[str, Any]
    place: str | None
    people: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Found:
    """All that was found in one file."""

    language: str | None = None
    title: str = ""
    body: str = ""
    published: str | None = None
    sources: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    roles: dict[str, set[tuple[str, str | None]]] = field(default_factory=dict)
    reports: list[FoundReport] = field(default_factory=list)
    mandates: list[dict[str, Any]] = field(default_factory=list)


def gather(tables: Frames) -> dict[str, Found]:
    """The findings by document_id.

    Args:
        tables: documents, attributions, mentions, persons, places, roles, reports, report_participants, report_topics,
            mandates and mandate_reports, in the public columns.
    """
    names = dict(tables["persons"].select("person_id", "name").iter_rows())
    places = dict(tables["places"].select("place_id", "name").iter_rows())
    roles = _roles(tables["roles"], names)
    found = {
        row["document_id"]: Found(row["language"], row["title"] or "", row["body"], row["published_edtf"], roles=roles)
        for row in tables["documents"].iter_rows(named=True)
    }
    for document, source in _known(tables["attributions"], found, "source"):
        found[document].sources.add(source)
    _mentions(tables["mentions"], found, names, places)
    _reports(tables, found, names, places)
    _mandates(tables, found, names)
    return found


def _known(frame: pl.DataFrame, found: Mapping[str, Found], *columns: str) -> Iterable[tuple[Any, ...]]:
    return (row for row in frame.select("document_id", *columns).iter_rows() if row[0] in found)


def _roles(frame: pl.DataFrame, names: Mapping[str, str]) -> dict[str, set[tuple[str, str | None]]]:
    roles: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for row in frame.iter_rows(named=True):
        roles[names[row["person_id"]]].add((row["office"], row["country"] or row["organisation_id"]))
    return roles


def _mentions(frame: pl.DataFrame, found: Mapping[str, Found], names: Mapping[str, str], places: Mapping[str, str]) -> None:
    named = frame.filter(pl.col("entity_id").is_not_null()).unique(["document_id", "kind", "entity_id"], maintain_order=True)
    for document, kind, entity in _known(named, found, "kind", "entity_id"):
        record = found[document]
        if kind == "person":
            record.persons.add(names.get(entity, entity))
        elif kind == "country":
            record.countries.add(entity)
        elif kind == "organisation":
            record.organisations.add(entity)
        elif kind == "place":
            record.places.add(places.get(entity, entity))


def _reports(tables: Frames, found: Mapping[str, Found], names: Mapping[str, str], places: Mapping[str, str]) -> None:
    reports: dict[str, FoundReport] = {}
    for row in tables["reports"].iter_rows(named=True):
        report = reports[row["report_id"]] = FoundReport(row, places.get(row["place_id"] or ""))
        if row["document_id"] in found:
            found[row["document_id"]].reports.append(report)
    for row in tables["report_participants"].iter_rows(named=True):
        report = reports[row["report_id"]]
        report.people |= {names.get(row["person_id"], row["person_id"])} if row["person_id"] else set()
        report.sides |= {row["country"], row["organisation_id"]} - {None}
    for row in tables["report_topics"].iter_rows(named=True):
        reports[row["report_id"]].topics.add(row["topic"])


def _mandates(tables: Frames, found: Mapping[str, Found], names: Mapping[str, str]) -> None:
    rows = tables["mandate_reports"].join(tables["mandates"], on="mandate_id", maintain_order="left")
    for row in rows.iter_rows(named=True):
        if row["document_id"] in found:
            holder = row["holder_country"] or row["holder_organisation"] or names.get(row["holder_person"] or "")
            found[row["document_id"]].mandates.append(row | {"holder": holder})
