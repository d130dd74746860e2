"""What resolution starts from: its own tables as they stand, the readings, and which documents came and went.

Here: how a run's view of both is held. Not here: any rule of resolution, and where tables are kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

Lazies = Mapping[str, pl.LazyFrame]
Frames = dict[str, pl.DataFrame]
Rows = pl.DataFrame | pl.LazyFrame


@dataclass(frozen=True, slots=True)
class Change:
    """Rows to be put in place of those that some units have.

    tables: all present rows of these units, by table, lazy where they wait on disk.
    units: their ids by kind of unit, also of those without rows.
    """

    tables: dict[str, Rows] = field(default_factory=dict)
    units: dict[str, pl.Series] = field(default_factory=dict)

    def __or__(self, other: Change) -> Change:
        shared = {unit: ids(self.units[unit], other.units[unit]) for unit in self.units.keys() & other.units.keys()}
        return Change(self.tables | other.tables, self.units | other.units | shared)


class Spill:
    """Rows that wait, part by part, until all of their table is there: on disk, so that memory holds one part at a time.

    Args:
        folder: an empty one; without it they wait in memory.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._parts: defaultdict[str, list[pl.LazyFrame]] = defaultdict(list)

    def put(self, table: str, rows: pl.DataFrame) -> None:
        """Another part of a table."""
        parts = self._parts[table]
        if self._folder is None:
            parts.append(rows.lazy())
        elif rows.height:
            path = self._folder / f"{table}-{len(parts)}.parquet"
            rows.write_parquet(path, compression="lz4")
            parts.append(pl.scan_parquet(path))

    def rows(self, table: str, schema: pl.Schema) -> pl.LazyFrame:
        """All parts of a table, in the order in which they came."""
        return pl.concat([schema.to_frame().lazy(), *self._parts[table]])


def ids(*series: pl.Series) -> pl.Series:
    """The ids of all series, each once, sorted."""
    return pl.concat([pl.Series([], dtype=pl.String), *(each.alias("") for each in series)]).drop_nulls().unique().sort()


def of(rows: pl.LazyFrame, column: str, wanted: pl.Series) -> pl.DataFrame:
    """The rows whose column has one of the wanted values."""
    chosen = pl.LazyFrame({column: wanted}, schema={column: pl.String})
    # Where few of them are wanted, and stand close together, most rows need not be looked up.
    near = rows.filter(pl.col(column).is_between(pl.lit(wanted.min()), pl.lit(wanted.max())))
    return near.join(chosen, on=column, how="semi", maintain_order="left").collect()


def but(rows: pl.LazyFrame, column: str, unwanted: pl.Series) -> pl.LazyFrame:
    """The rows whose column has none of the unwanted values."""
    return rows.join(pl.LazyFrame({column: unwanted}, schema={column: pl.String}), on=column, how="anti", maintain_order="left")


def less(some: pl.Series, others: pl.Series) -> pl.Series:
    """The ids that are not among the others, in their order."""
    return but(pl.LazyFrame({"id": some}, schema={"id": pl.String}), "id", others).collect()["id"]


def differing(before: pl.DataFrame, after: pl.DataFrame, column: str) -> pl.Series:
    """Ids of which a row is in one of the two tables alone."""
    same = after.columns
    gone = before.select(same).join(after, on=same, how="anti", nulls_equal=True)
    come = after.join(before, on=same, how="anti", nulls_equal=True)
    return ids(gone[column], come[column])
