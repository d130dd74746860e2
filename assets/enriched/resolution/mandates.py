"""Standing roles over all documents: one mandate for each holder, organisation, role and period."""

from __future__ import annotations

import polars as pl

from assets.enriched.resolution.state import Change, Lazies, differing, ids, of
from warehouse.ids import stable_id

_NATURAL = ("holder_country", "holder_organisation", "holder_person", "organisation_id", "role")


def update(before: Lazies, read: pl.DataFrame, people: pl.LazyFrame) -> Change:
    """The tables mandates and mandate_reports of the mandates that differ.

    Args:
        before: both tables as they stood.
        read: the mandates of all live documents.
        people: person_map as it is now.
    """
    holders = people.select("document_id", "person", "person_id").join(read.lazy(), on=["document_id", "person"], how="semi").collect()
    now = resolve(read.join(holders, on=["document_id", "person"], how="left"))
    touched = ids(*(differing(before[name].collect(), rows, "mandate_id") for name, rows in now.items()))
    return Change({name: of(rows.lazy(), "mandate_id", touched) for name, rows in now.items()}, {"mandate": touched})


def resolve(read: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Tables mandates and mandate_reports.

    An account without a period joins the mandate of the same holder, organisation and role where there is
    just one with a period: it says the same, less exactly.

    Args:
        read: the read mandates with person_id.
    """
    rows = read.rename({"person_id": "holder_person"})
    dated = rows.filter(pl.col("period_edtf").is_not_null())
    single = (
        dated.group_by(_NATURAL)
        .agg(periods=pl.col("period_edtf").n_unique(), only=pl.col("period_edtf").first())
        .filter(pl.col("periods") == 1)
    )
    rows = rows.join(single.select(*_NATURAL, "only"), on=_NATURAL, how="left", nulls_equal=True).with_columns(
        period=pl.coalesce("period_edtf", "only")
    )
    bounds = dated.select("period_edtf", "starts_on", "ends_on").unique("period_edtf")
    rows = rows.drop("period_edtf", "starts_on", "ends_on").join(bounds, left_on="period", right_on="period_edtf", how="left")
    ids = [stable_id("mandate", *(v or "" for v in row)) for row in rows.select(*_NATURAL, "period").iter_rows()]
    rows = rows.with_columns(mandate_id=pl.Series(ids, dtype=pl.String))
    mandates = (
        rows.group_by("mandate_id", *_NATURAL, "period", "starts_on", "ends_on")
        .agg(documents=pl.col("document_id").n_unique().cast(pl.Int32))
        .rename({"period": "period_edtf"})
        .sort("mandate_id")
    )
    reports = rows.sort("document_id", "span_start", "span_end").unique(["mandate_id", "document_id"], keep="first", maintain_order=True)
    shown = reports.select("mandate_id", "document_id", "span_start", "span_end", "rule")
    columns = ("mandate_id", *_NATURAL, "period_edtf", "starts_on", "ends_on", "documents")
    return {"mandates": mandates.select(columns), "mandate_reports": shown}
