"""Which offices a person has held, and when documents say so."""

from __future__ import annotations

import polars as pl

KEY = ("person_id", "office", "country", "organisation_id")


def of_persons(people: pl.DataFrame, participants: pl.DataFrame, reports: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """One row an office of a person, with the first and the last day on which it is seen.

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
    seen = (
        people.filter(pl.col("office").is_not_null())
        .join(acts, on=["document_id", "person"], how="left")
        .join(documents.select("document_id", "published_on"), on="document_id", how="left")
    )
    return (
        seen.group_by(KEY)
        .agg(
            first_seen=pl.coalesce("act_first", "published_on").min(),
            last_seen=pl.coalesce("act_last", "published_on").max(),
            documents=pl.col("document_id").n_unique().cast(pl.Int32),
        )
        .sort(KEY)
    )
