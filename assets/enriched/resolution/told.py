"""What some documents tell of their people beside the names: in which office on which day, and in whose company.

Here: reading that off the readings, few documents at a time. Not here: what follows from it (placing).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Final

import polars as pl

from assets.enriched.resolution import blocking
from assets.enriched.resolution.state import Lazies, of
from assets.register.registers import Official
from warehouse.contracts import INTERNAL

AT_A_TIME: Final = 200_000
"""Documents that stand in memory together."""
ONE_TIME: Final = timedelta(days=365)
"""Acts of a person further apart leave it open of which of them an office is told."""
ROLES: Final = pl.Schema({"document_id": pl.String(), "person": pl.Int32(), "office": pl.String(), "of": pl.String(), "day": pl.Date()})


@dataclass(frozen=True)
class Sources:
    """Where to look persons up.

    read: tables of the stage `read`. documents: document_id and published_on of all live documents. officials: of the register.
    """

    read: Lazies = field(default_factory=lambda: {name: table.empty().lazy() for name, table in INTERNAL["read"].items()})
    documents: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema={"document_id": pl.String, "published_on": pl.Date}))
    officials: Sequence[Official] = ()

    @cached_property
    def known(self) -> frozenset[str]:
        """Names in the register."""
        return frozenset(official.name for official in self.officials)


def portions(documents: pl.Series) -> Iterator[pl.Series]:
    """The documents, so many at a time."""
    return (documents.slice(first, AT_A_TIME) for first in range(0, documents.len(), AT_A_TIME))


def acts(sources: Sources, documents: pl.Series) -> pl.DataFrame:
    """Who takes part in which act: document_id, report, person, group (of kinds), day (null unless exact), dated, place_id.

    Whoever is told of twice in an act is there twice.
    """
    rows = of(
        sources.read["reports"].select("document_id", "report", "kind", "date_edtf", "starts_on", "place_id"), "document_id", documents
    )
    exact = pl.col("date_edtf").str.contains(r"^\d{4}-\d\d-\d\d$")
    reports = rows.select(
        "document_id",
        "report",
        blocking.kind_group(),
        "place_id",
        day=pl.when(exact).then("starts_on"),
        dated=pl.col("date_edtf").is_not_null(),
    )
    cast = of(sources.read["participants"].select("document_id", "report", "person").drop_nulls(), "document_id", documents)
    return cast.join(reports, on=["document_id", "report"])


def roles(sources: Sources, people: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """The offices that documents give to people, with the day of their acts, else that of publication: ROLES.

    Args:
        people: document_id, person.
        told: the acts of these documents.
    """
    documents = people["document_id"].unique()
    said = sources.read["people"].select("document_id", "person", "office", of=pl.coalesce("organisation_id", "country"))
    offices = of(said.drop_nulls(["office", "of"]), "document_id", documents)
    days = told.group_by("document_id", "person").agg(first=pl.col("day").min(), last=pl.col("day").max(), dated=pl.col("dated").any())
    day = (
        pl.when(pl.col("last") - pl.col("first") <= ONE_TIME)
        .then("first")
        .when(~pl.col("dated").fill_null(value=False))
        .then("published_on")
    )
    return (
        offices.join(people, on=["document_id", "person"], how="semi")
        .join(days, on=["document_id", "person"], how="left")
        .join(of(sources.documents.lazy().select("document_id", "published_on"), "document_id", documents), on="document_id", how="left")
        .select("document_id", "person", "office", "of", day=day)
        .unique()
        .cast(ROLES)
    )


def meetings(told: pl.DataFrame, whose: pl.DataFrame) -> pl.DataFrame:
    """Everyone who takes part in an act of an exact day, with every other one there.

    Args:
        told: acts.
        whose: document_id, person, identity.

    Returns:
        document_id, person, group, day, place_id, company: the identity of the other one; some rows more than once.
    """
    cast = told.drop_nulls("day").join(whose.select("document_id", "person", "identity"), on=["document_id", "person"])
    others = cast.select("document_id", "report", other="person", company="identity")
    met = cast.join(others, on=["document_id", "report"]).filter(pl.col("person") != pl.col("other"))
    return met.select("document_id", "person", "group", "day", "place_id", "company")
