"""Which reports are worth comparing: pairs that share an actor, a kind and a possible date.

Here: keys and joins alone, so that cost stays near linear in the number of reports. Not here: whether a
pair is one event (pairs).
"""

from __future__ import annotations

import polars as pl

NEAR_DAYS = 10
"""Days between two publications within which undated accounts may tell of the same act."""
MOST_IN_BLOCK = 400
"""A block with more reports than this says nothing about sameness: its key is too common."""
TALKS = ("meeting", "consultations", "conference")
"""Kinds that different writers use for one act."""


def kind_group() -> pl.Expr:
    """Kinds that may be one act, as one word."""
    return pl.when(pl.col("kind").is_in(TALKS)).then(pl.lit("talks")).otherwise(pl.col("kind")).alias("group")


def keys(reports: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    """Blocking keys without dates.

    Args:
        reports: rid, group, format, level.
        actors: rid, actor ('p:…' a person, 's:…' a side).

    Returns:
        rid, actor_key: pairs of persons, pairs of sides, single persons, and formats with their level.
    """
    persons = actors.filter(pl.col("actor").str.starts_with("p:"))
    sides = actors.filter(pl.col("actor").str.starts_with("s:"))
    single = persons.select("rid", actor_key="actor")
    formats = reports.filter(pl.col("format").is_not_null()).select(
        "rid", actor_key=pl.concat_str(pl.lit("f:"), "format", pl.lit("|"), pl.col("level").fill_null(""))
    )
    loose = reports.filter(pl.col("format").is_not_null()).select("rid", actor_key=pl.concat_str(pl.lit("f:"), "format", pl.lit("|")))
    found = pl.concat([single, _pairs_of(sides, most=6), formats, loose]).unique(maintain_order=True)
    return found.join(reports.select("rid", "group"), on="rid", maintain_order="left").select(
        "rid", actor_key=pl.concat_str("group", pl.lit("/"), "actor_key")
    )


def _pairs_of(actors: pl.DataFrame, most: int) -> pl.DataFrame:
    """Unordered pairs of a report's actors, for reports with at most `most` of them."""
    few = actors.join(actors.group_by("rid").len().filter(pl.col("len") <= most), on="rid", how="semi", maintain_order="left")
    pairs = few.join(few, on="rid", suffix="_other", maintain_order="left")
    return pairs.filter(pl.col("actor") < pl.col("actor_other")).select("rid", actor_key=pl.concat_str("actor", pl.lit("|"), "actor_other"))


def candidates(reports: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Pairs (a, b) of reports, a < b, of two documents, that share a key and whose dates may be one.

    Args:
        reports: rid, document_id, starts_on, precision, date_edtf, published_on.
        found: rid, actor_key.
    """
    keyed = found.join(
        reports.select("rid", "document_id", "starts_on", "precision", "date_edtf", "published_on"),
        on="rid",
        maintain_order="left",
    )
    dated = keyed.filter(pl.col("precision") == "day")
    loose = keyed.filter(pl.col("precision") != "day")
    near = pl.concat([_bucket(dated, day) for day in (0, 1)])
    rivals = keyed.join(loose, on="actor_key", how="semi")
    parts = [_join(near, near), _join(_coarse(loose), _coarse(rivals)), _join(_around(loose), _around(rivals))]
    return pl.concat(parts).unique().sort("a", "b")


def _bucket(dated: pl.DataFrame, days: int) -> pl.DataFrame:
    """The same day, and the day after it: neighbours meet in one bucket."""
    day = (pl.col("starts_on") + pl.duration(days=days)).dt.to_string("%Y-%m-%d")
    return dated.select("rid", "document_id", block=pl.concat_str("actor_key", pl.lit("@"), day))


def _coarse(keyed: pl.DataFrame) -> pl.DataFrame:
    """The month, the year and the day of the year, as far as a date gives them."""
    date = pl.col("date_edtf").str.head(10)
    parts = [
        (pl.col("precision").is_in(["day", "month"]), date.str.head(7)),
        (pl.col("precision").is_in(["day", "month", "year"]), date.str.head(4)),
        (pl.col("precision").is_in(["day", "yearless"]), date.str.slice(4)),
    ]
    return pl.concat(
        [keyed.filter(has).select("rid", "document_id", block=pl.concat_str("actor_key", pl.lit("@"), value)) for has, value in parts]
    )


def _around(keyed: pl.DataFrame) -> pl.DataFrame:
    """Publication in about the same days, for accounts whose act has no date."""
    window = pl.col("published_on").dt.epoch("d") // NEAR_DAYS
    rows = keyed.filter(pl.col("published_on").is_not_null())
    return pl.concat([rows.select("rid", "document_id", block=pl.concat_str("actor_key", pl.lit("~"), window + shift)) for shift in (0, 1)])


def _join(left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    sizes = right.group_by("block").len().filter(pl.col("len") <= MOST_IN_BLOCK)
    left = left.join(sizes, on="block", how="semi")
    pairs = left.join(right, on="block", suffix="_other").filter(
        (pl.col("rid") != pl.col("rid_other")) & (pl.col("document_id") != pl.col("document_id_other"))
    )
    return pairs.select(a=pl.min_horizontal("rid", "rid_other"), b=pl.max_horizontal("rid", "rid_other")).unique()
