"""What a stage tells of its work, in plain data: no Dagster, no rule, no store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import polars as pl

from assets.running.checks import Verdict

REJECTS: Final = "rejects by reason"
LANGUAGE_UNKNOWN: Final = "und"  # BCP 47: undetermined


@dataclass(frozen=True)
class Account:
    """What an asset tells of its materialization.

    Attributes:
        rows: rows by table over all that is committed; the first table is the asset's own.
        changed: units worked on in this run.
        by_language: `language`, `rows`, where rows have one.
        preview: a few rows.
        chart: rows to draw, the columns of names and lengths, and the chart's title.
        notes: further figures by name.
        verdicts: the checks' verdicts.
        followed: figures that are looked at over runs, by what they count and then by name: rejects by reason.
    """

    rows: Mapping[str, int]
    changed: int = 0
    by_language: pl.DataFrame | None = None
    preview: pl.DataFrame | None = None
    chart: tuple[pl.DataFrame, str, str, str] | None = None
    notes: Mapping[str, Any] = field(default_factory=dict)
    verdicts: Sequence[Verdict] = ()
    followed: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


def counts(rows: pl.DataFrame, column: str) -> dict[str, float]:
    """How many rows have each value of a column, the most frequent first."""
    return dict(_counted(rows, column).iter_rows())


def languages(rows: pl.DataFrame) -> pl.DataFrame:
    """`language`, `rows`: counts of a frame that has a column `language`."""
    return _counted(rows.with_columns(pl.col("language").fill_null(LANGUAGE_UNKNOWN)), "language")


def _counted(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    return rows.group_by(column).agg(pl.len().alias("rows")).sort("rows", column, descending=[True, False])
