"""Whether an outlet brings as many documents as it used to: silence and floods are the first sign of a broken source.

Here: one day against the thirty before it. Not here: what is done about it.
"""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

WINDOW_DAYS = 30
LEAST_DAYS = 7
"""An outlet seen on fewer days has no habit yet and is not judged."""
SPREAD = 4.0
"""Standard deviations of a Poisson count that are still ordinary; the press has quiet and busy days."""
FLOOR = 5.0
VOLUME = {
    "outlet": pl.String, "documents": pl.Int64, "expected": pl.Float64, "low": pl.Float64, "high": pl.Float64, "passed": pl.Boolean,
}  # fmt: skip


def volume(documents: pl.DataFrame, on: date) -> pl.DataFrame:
    """Judge each outlet's number of documents on a day.

    Args:
        documents: outlet, published_on; rows without either don't count.
        on: the day judged.

    Returns:
        One row an outlet that published on enough of the thirty days before: documents on the day, the mean a day,
        the bounds of what is ordinary, and whether the day lies within them. Sorted by outlet.
    """
    since = on - timedelta(days=WINDOW_DAYS)
    seen = documents.select("outlet", "published_on").drop_nulls().filter(pl.col("published_on").is_between(since, on))
    before = pl.col("published_on") < on
    counted = seen.group_by("outlet").agg(
        documents=(~before).sum().cast(pl.Int64),
        expected=before.sum() / WINDOW_DAYS,
        days=pl.col("published_on").filter(before).n_unique(),
    )
    slack = pl.max_horizontal(pl.col("expected").sqrt() * SPREAD, pl.lit(FLOOR))
    judged = counted.filter(pl.col("days") >= LEAST_DAYS).with_columns(
        low=pl.max_horizontal(pl.col("expected") - slack, pl.lit(0.0)), high=pl.col("expected") + slack
    )
    within = pl.col("documents").is_between(pl.col("low"), pl.col("high"))
    return judged.with_columns(passed=within).sort("outlet").select(list(VOLUME))
