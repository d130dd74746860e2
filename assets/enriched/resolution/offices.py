"""Who held which office when: spells in office, from the register's terms and from days on which documents say so.

Here: what an office proves of the person who holds it, and spells. Not here: who is meant (placing).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

from assets.register.registers import Official
from assets.text import edtf

AROUND: Final = timedelta(days=60)
"""How long before the first and after the last day on which somebody is seen in an office he is taken to hold it."""
BETWEEN: Final = timedelta(days=365)
"""The longest time between two such days that are of one spell."""
LAST: Final = date(2999, 12, 31)
"""The end of a term that still goes on."""
PROOF: Final = {"one": 1.0, "few": 0.6, "many": 0.3}
"""What it says of a person to hold an office, by the number of those who hold it at one time."""
SIGHTINGS: Final = pl.Schema({"person_id": pl.String(), "office": pl.String(), "of": pl.String(), "day": pl.Date()})
SPELLS: Final = pl.Schema(
    {"person_id": pl.String(), "office": pl.String(), "of": pl.String(), "first": pl.Date(), "last": pl.Date(), "source": pl.String()}
)
TERMS: Final = pl.Schema(
    {"name": pl.String(), "country": pl.String(), "office": pl.String(), "of": pl.String(), "first": pl.Date(), "last": pl.Date()}
    | {"source": pl.String()}
)


class Office(NamedTuple):
    """holders: how many hold it at one time for one side: one, few or many. posts: nobody holds two offices that share none of these."""

    holders: str
    posts: frozenset[str]


@lru_cache(maxsize=1)
def known() -> dict[str, Office]:
    """What is known of offices; those left out prove nothing, for there are many kinds of them."""
    with (Path(__file__).parent / "offices.csv").open(encoding="utf-8", newline="") as file:
        return {row["office"]: Office(row["holders"], frozenset(row["posts"].split())) for row in csv.DictReader(file)}


def proof() -> pl.DataFrame:
    """office, proof."""
    rows = [(name, PROOF[office.holders]) for name, office in known().items()]
    return pl.DataFrame(rows, schema={"office": pl.String, "proof": pl.Float64}, orient="row")


def excluding() -> pl.DataFrame:
    """office, other: offices that nobody holds at one time."""
    told = [(name, office.posts) for name, office in known().items() if office.posts]
    rows = [(one, other) for (one, posts), (other, others) in product(told, told) if not posts & others]
    return pl.DataFrame(rows, schema={"office": pl.String, "other": pl.String}, orient="row")


def terms(people: pl.DataFrame, officials: Iterable[Official]) -> pl.DataFrame:
    """The register's spells of persons.

    Args:
        people: person_id, name, country: every name of theirs.
        officials: of the register. One whose term has no beginning is left out.
    """
    rows = [(o.name, o.country, o.office, o.of, *_bounds(o), f"register {o.since}/{o.until or '..'}") for o in officials if o.since]
    told = pl.DataFrame(rows, schema=TERMS, orient="row")
    return people.join(told, on=["name", "country"], nulls_equal=True).select(SPELLS.names()).unique()


def _bounds(official: Official) -> tuple[date, date]:
    first = edtf.bounds(official.since or "")[0]
    last = edtf.bounds(official.until)[1] if official.until else None
    return first or date.min, last or LAST


def seen(sightings: pl.DataFrame) -> pl.DataFrame:
    """The spells that documents show.

    Args:
        sightings: person_id, office, of, day.
    """
    key = ["person_id", "office", "of"]
    days = sightings.drop_nulls("day").unique().sort(*key, "day")
    fresh = (pl.col("day") - pl.col("day").shift().over(key) > BETWEEN).fill_null(value=True)
    spells = (
        days.with_columns(spell=fresh.cum_sum().over(key)).group_by(*key, "spell").agg(begin=pl.col("day").min(), end=pl.col("day").max())
    )
    return spells.select(
        pl.col(key).cast(pl.String), first=pl.col("begin") - AROUND, last=pl.col("end") + AROUND, source=pl.lit("other documents")
    ).cast(SPELLS)
