"""Resolution from first to last: the read tables of all live documents in, the resolved tables out.

Pure and deterministic: rows are sorted before anything is decided, so the order of files never matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from assets.enriched.resolution import catalog, events, mandates, persons, roles
from assets.register.registers import Registers
from warehouse.contracts import INTERNAL

Frames = dict[str, pl.DataFrame]
NAMED_ONLY: Mapping[str, tuple[str, ...]] = {
    "mentions": ("kind", "entity_id"),
    "attributions": ("source",),
    "quotes": ("organisation_id",),
}
"""Large tables of which these columns alone are looked at, whatever number of rows has the same values."""


def resolve(read: Mapping[str, pl.DataFrame], documents: pl.DataFrame, register: Registers) -> Frames:
    """All tables of the stage `resolved`.

    Args:
        read: the tables of the stage `read`, rows of live documents alone; those of NAMED_ONLY need only these columns.
        documents: document_id, language, outlet, published_on of the live documents.
        register: the registers.
    """
    person_map, person_table = persons.resolve(read["people"], {row.name for row in register.officials})
    numbered = _with_persons(read["participants"], person_map)
    about = documents.select("document_id", "language", "outlet", "published_on")
    reports = read["reports"].sort("document_id", "report").join(about, on="document_id", maintain_order="left")
    fixed: dict[str, list[dict[str, Any]]] = {
        "organisations": catalog.organisations(_used_slugs(read, documents), register),
        "organisation_names": catalog.organisation_names(register),
        "countries": catalog.countries(register),
        "places": catalog.places(register),
    }
    names = _names(fixed, person_table)
    frames = {
        "person_map": person_map,
        "persons": person_table,
        "person_names": _spellings(read["people"], person_map),
        "roles": roles.resolve(read["people"], person_map, read["participants"], reports, about),
        **mandates.resolve(_with_persons(read["mandates"], person_map)),
        **events.resolve(reports, numbered, read["topics"], names),
        **{name: pl.DataFrame(rows, schema=INTERNAL["resolved"][name].schema) for name, rows in fixed.items()},
    }
    return {name: table.conform(frames.get(name, table.empty())) for name, table in INTERNAL["resolved"].items()}


def _with_persons(frame: pl.DataFrame, person_map: pl.DataFrame) -> pl.DataFrame:
    """The frame with person_id beside the document's own number of the person."""
    ids = person_map.select("document_id", "person", "person_id")
    return frame.sort(frame.columns).join(ids, on=["document_id", "person"], how="left", maintain_order="left")


def _spellings(people: pl.DataFrame, person_map: pl.DataFrame) -> pl.DataFrame:
    """Every spelling of every person, with the language that uses it most."""
    return (
        _with_persons(people, person_map)
        .select("person_id", "document_id", "language", "script", name=pl.coalesce("native", "name"))
        .group_by("person_id", "name", "language", "script")
        .agg(documents=pl.col("document_id").n_unique().cast(pl.Int32))
        .sort(["person_id", "name", "documents", "language"], descending=[False, False, True, False])
        .group_by("person_id", "name", maintain_order=True)
        .agg(pl.col("language", "script").first(), pl.col("documents").sum())
    )


def _used_slugs(read: Mapping[str, pl.DataFrame], documents: pl.DataFrame) -> set[str]:
    columns = [
        read["mentions"].filter(pl.col("kind") == "organisation")["entity_id"],
        read["participants"]["organisation_id"],
        read["people"]["organisation_id"],
        read["attributions"]["source"],
        read["quotes"]["organisation_id"],
        read["reports"]["format"],
        read["mandates"]["organisation_id"],
        read["mandates"]["holder_organisation"],
        documents["outlet"],
    ]
    return {value for column in columns for value in column.drop_nulls().unique().to_list()}


def _names(tables: Mapping[str, list[dict[str, Any]]], person_table: pl.DataFrame) -> dict[str, str]:
    """English names by id: countries, organisations, places and persons have ids that never meet."""
    names = {row["country"]: row["name"] for row in tables["countries"]}
    names |= {row["organisation_id"]: row["name"] for row in tables["organisations"]}
    names |= {row["place_id"]: row["name"] for row in tables["places"]}
    return names | dict(person_table.select("person_id", "name").iter_rows())
