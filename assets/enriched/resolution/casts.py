"""The cast of an event: persons by id and sides without a person, from the participants of its reports.

Here: one row a participant of an event, in the order of weight. Not here: which reports are one event (clusters).
"""

from __future__ import annotations

import polars as pl

_WHO = ("root", "person_id", "side_country", "side_organisation")
_SIDE = ("country", "organisation_id")


def participants(rows: pl.DataFrame) -> pl.DataFrame:
    """Everybody who took part in an event, once.

    A side stands by itself only where no person of the event speaks for it.

    Args:
        rows: root (the number of the event), document_id, person_id, country, organisation_id, office, capacity;
            rows of one event in the order of its reports.

    Returns:
        root, position, person_id, country, organisation_id, office, capacity, documents: by event, those that most
        documents name first, persons before sides.
    """
    everybody = _merged(rows)
    persons = everybody.filter(pl.col("person_id").is_not_null())
    sides = everybody.filter(pl.col("person_id").is_null())
    alone = sides.join(persons, on=["root", *_SIDE], how="anti", nulls_equal=True)
    return (
        pl.concat([persons, alone])
        .sort(
            "root",
            -pl.col("documents"),
            pl.col("person_id").is_null(),
            pl.col("country").fill_null(""),
            pl.col("person_id").fill_null(""),
            "first",
        )
        .select(
            "root",
            pl.int_range(pl.len(), dtype=pl.Int32).over("root").alias("position"),
            *("person_id", "country", "organisation_id", "office", "capacity", "documents"),
        )
    )


def _merged(rows: pl.DataFrame) -> pl.DataFrame:
    """One row a person or a side; `first` is the number of the first row that names it."""
    unnamed = pl.col("person_id").is_null()
    keyed = (
        rows.filter(~pl.all_horizontal(pl.col("person_id", *_SIDE).is_null()))
        .with_row_index("first")
        .with_columns(side_country=pl.when(unnamed).then("country"), side_organisation=pl.when(unnamed).then("organisation_id"))
    )
    return (
        keyed.group_by(_WHO)
        .agg(
            pl.col("first").min(),
            *(_earliest(name) for name in (*_SIDE, "office")),
            pl.col("document_id").n_unique().cast(pl.Int32).alias("documents"),
        )
        .join(_capacities(keyed), on=_WHO, nulls_equal=True)
    )


def _earliest(name: str) -> pl.Expr:
    """What the first row that tells it says."""
    return pl.col(name).sort_by("first").drop_nulls().first()


def _capacities(keyed: pl.DataFrame) -> pl.DataFrame:
    """In what capacity: what says more than `side`, then what is told most often."""
    told = keyed.group_by(*_WHO, "capacity").agg(times=pl.len())
    ranked = told.sort(pl.col("capacity") != "side", "times", "capacity")
    return ranked.group_by(_WHO, maintain_order=True).agg(pl.col("capacity").last())
