"""Tables of the whole corpus that a run changes in few places: a base, and one overlay over it.

Belongs here: reading both as one, writing the next overlay, folding a large one into a new base. Does not: what the
rows mean. A table's rows are those of the base whose unit is not in the overlay's `gone`, and those of the overlay.
So a run writes what it changed and what earlier runs have changed since the base, never the whole corpus; and what
differs from the state before stands in `changed`, for whoever keeps a copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import polars as pl

from warehouse.contracts import INTERNAL, contract
from warehouse.contracts.resolved import CHANGED, GONE, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from warehouse.commits import Commit, Commits
    from warehouse.contracts.table import Table

SHARE: Final = 8
"""An overlay with more rows than the base has, divided by this, is folded into it."""


class Layers(NamedTuple):
    """The live commits of a stage: the bases, in general one, and the overlay over them, if there is one."""

    bases: tuple[Commit, ...]
    overlay: Commit | None

    @property
    def state(self) -> str:
        """A name for what the layers hold together; empty where there is nothing."""
        return "+".join(commit.name for commit in (*self.bases, *([self.overlay] if self.overlay else [])))


def layered(stage: str) -> bool:
    """True for a stage that is kept in layers."""
    return GONE in INTERNAL[stage]


def layers(commits: Iterable[Commit]) -> Layers:
    """Tell the overlay from the bases: it alone has units that are gone."""
    live = tuple(commits)
    overlay = next((commit for commit in live if commit.rows.get(GONE)), None)
    return Layers(tuple(commit for commit in live if commit is not overlay), overlay)


def scan(store: Commits, stage: str, table: str, version: str) -> pl.LazyFrame:
    """The rows of a table that hold now; an empty frame of its schema when there are none."""
    bases, overlay = layers(store.commits(stage, version))
    parts = [pl.scan_parquet(store.segment(commit, table)) for commit in bases if commit.rows.get(table)]
    if overlay and table in UNITS:
        unit, column = UNITS[table]
        gone = pl.scan_parquet(store.segment(overlay, GONE)).filter(pl.col("unit") == unit)
        parts = [part.join(gone, left_on=column, right_on="id", how="anti", maintain_order="left") for part in parts]
    if overlay and overlay.rows.get(table):
        parts = [*([] if table == CHANGED else parts), pl.scan_parquet(store.segment(overlay, table))]
    return pl.concat(parts) if parts else contract(stage, table).empty().lazy()


def put(
    store: Commits, stage: str, version: str, tables: Mapping[str, pl.DataFrame | pl.LazyFrame], touched: Mapping[str, pl.Series]
) -> Commit:
    """Commit the present rows of some units in place of those that they had.

    Args:
        store: where to.
        stage: a stage kept in layers.
        version: the rules version.
        tables: all present rows of the touched units, and of the tables that never change where nothing stands yet; lazy ones must
            have their table's exact columns.
        touched: ids by unit: every unit whose rows may differ from those that hold.

    Returns:
        The commit that now holds the touched units: a first base, an overlay, or a new base.
    """
    before = layers(store.commits(stage, version))
    changed = _units(touched).with_columns(since=pl.lit(before.state))
    if not before.bases:
        return store.commit(stage, version, {**tables, CHANGED: changed}, replaces=_names(before.overlay))
    new = {name: _over(store, before.overlay, contract(stage, name), tables.get(name), touched) for name in UNITS}
    gone = _gone(store, before.overlay, touched)
    height = sum(rows.select(pl.len()).collect().item() for rows in new.values())
    if height * SHARE <= sum(sum(base.rows.values()) for base in before.bases):
        return store.commit(stage, version, {**new, GONE: gone, CHANGED: changed}, replaces=_names(before.overlay))
    whole = {
        name: _folded(store, before.bases, table, new.get(name), gone)
        for name, table in INTERNAL[stage].items()
        if name not in (GONE, CHANGED)
    }
    return store.commit(stage, version, {**whole, CHANGED: changed}, replaces=_names(*before.bases, before.overlay))


def _names(*commits: Commit | None) -> list[str]:
    return [commit.name for commit in commits if commit]


def _units(touched: Mapping[str, pl.Series]) -> pl.DataFrame:
    schema = {"unit": pl.String, "id": pl.String}
    parts = [pl.DataFrame({"id": ids.drop_nulls().unique().sort()}, schema={"id": pl.String}) for ids in touched.values()]
    named = [part.select(unit=pl.lit(unit), id="id") for unit, part in zip(touched, parts, strict=True)]
    return pl.concat([pl.DataFrame(schema=schema), *named])


def _gone(store: Commits, overlay: Commit | None, touched: Mapping[str, pl.Series]) -> pl.DataFrame:
    earlier = [pl.read_parquet(store.segment(overlay, GONE))] if overlay else []
    return pl.concat([*earlier, _units(touched)]).unique().sort("unit", "id")


def _over(
    store: Commits, overlay: Commit | None, table: Table, rows: pl.DataFrame | pl.LazyFrame | None, touched: Mapping[str, pl.Series]
) -> pl.LazyFrame:
    """The rows of the next overlay: those of the last one that still hold, and the new ones."""
    parts = [table.empty().lazy()]
    if overlay and overlay.rows.get(table.name):
        unit, column = UNITS[table.name]
        ids = pl.LazyFrame({"id": touched.get(unit, pl.Series([], dtype=pl.String))}, schema={"id": pl.String})
        parts.append(_without(pl.scan_parquet(store.segment(overlay, table.name)), column, ids))
    if rows is not None:
        parts.append(table.conform(rows).lazy() if isinstance(rows, pl.DataFrame) else rows)
    return pl.concat(parts)


def _folded(store: Commits, bases: Iterable[Commit], table: Table, new: pl.LazyFrame | None, gone: pl.DataFrame) -> pl.LazyFrame:
    parts = [pl.scan_parquet(store.segment(base, table.name)) for base in bases if base.rows.get(table.name)]
    if table.name in UNITS:
        unit, column = UNITS[table.name]
        parts = [_without(part, column, gone.lazy().filter(pl.col("unit") == unit)) for part in parts]
    return pl.concat([table.empty().lazy(), *parts, *([] if new is None else [new])])


def _without(rows: pl.LazyFrame, column: str, ids: pl.LazyFrame) -> pl.LazyFrame:
    return rows.join(ids, left_on=column, right_on="id", how="anti", maintain_order="left")
