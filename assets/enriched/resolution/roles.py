"""Which offices a person has held, and when documents say so."""

from __future__ import annotations

import polars as pl

KEY = ("person_id", "office", "country", "organisation_id")
SEEN = pl.Schema({**dict.fromkeys(KEY, pl.String()), "first_seen": pl.Date(), "last_seen": pl.Date(), "documents": pl.Int32()})


def seen(people: pl.DataFrame, participants: pl.DataFrame, reports: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """When some documents see a person in an office: SEEN.

    Args:
        people: one row an office that a document gives, with person_id.
        participants: where these persons take part.
        reports: the acts of these documents, for their dates.
        documents: published_on, for offices of people in no dated act.
    """
    acts = (
        participants.join(reports.select("document_id", "report", "starts_on"), on=["document_id", "report"])
        .group_by("document_id", "person")
        .agg(act_first=pl.col("starts_on").min(), act_last=pl.col("starts_on").max())
    )
    told = (
        people.filter(pl.col("office").is_not_null())
        .join(acts, on=["document_id", "person"], how="left")
        .join(documents.select("document_id", "published_on"), on="document_id", how="left")
    )
    found = told.group_by(KEY).agg(
        first_seen=pl.coalesce("act_first", "published_on").min(),
        last_seen=pl.coalesce("act_last", "published_on").max(),
        documents=pl.col("document_id").n_unique().cast(pl.Int32),
    )
    return found.select(SEEN.names()).cast(SEEN)


def of_persons(told: pl.DataFrame) -> pl.DataFrame:
    """One row an office of a person, with the first and the last day on which it is seen.

    Args:
        told: SEEN, of all documents that speak of these persons; a document stands in one row of each office.
    """
    counts = told.group_by(KEY).agg(pl.col("first_seen").min(), pl.col("last_seen").max(), pl.col("documents").sum())
    return counts.sort(KEY)
