"""Making a warehouse file beside the published one, and putting it in its place when it is sound.

Belongs here: the order of steps. Does not: how a file is filled (build.py) and judged (judge.py), the swap (swap.py).
"""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from sql import statement
from warehouse import durable, swap
from warehouse.build import Ingredients, build
from warehouse.contracts import PUBLIC
from warehouse.read import WarehouseError, open_warehouse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from warehouse.judge import CheckResult
    from warehouse.segments import Store

HISTORY_DAYS: Final = 90
ROWS_BEFORE: Final = pl.Schema({"name": pl.String(), "rows": pl.Int64()})


@dataclass(frozen=True)
class PublishResult:
    """How a publication went.

    Args:
        path: where the warehouse is published.
        published: True when the new file took the old one's place.
        rows: rows of every public table in the new file.
        checks: verdicts of the checks across tables, by name.
        updated: True when the file is a copy of the one before with what has changed, False when it was made anew.
        seconds: how long it took.
    """

    path: Path
    published: bool
    rows: Mapping[str, int]
    checks: tuple[CheckResult, ...]
    updated: bool
    seconds: float

    @property
    def blocking(self) -> tuple[CheckResult, ...]:
        """The failed checks that kept the old file in its place."""
        return tuple(check for check in self.checks if check.blocking)


def publish(
    store: Store,
    target: Path,
    versions: Mapping[str, Sequence[str]],
    *,
    run_id: str,
    checked_at: datetime,
    checks: pl.DataFrame | None = None,
    memory: str = "1GB",
    threads: int = 2,
) -> PublishResult:
    """Build, judge and publish the warehouse; readers see the old file or the new one, never anything between.

    Args:
        store: the stages' segments. The caller holds the run lock.
        target: the published file. Beside it stand `<name>.previous.duckdb`, the last one before it, and after a
            failed check `<name>.failed.duckdb`, to look into.
        versions: the current rules versions of every stage; a stage left out counts as empty.
        run_id: the run, for the table of checks.
        checked_at: the time of judging, for the table of checks; with a time zone.
        checks: verdicts of the stages' own checks, in the shape of the public table.
        memory: limit for DuckDB; what does not fit is spilled below the store's home.
        threads: how many DuckDB may use.

    Returns:
        What was built and how it was judged; `published` is False after a failed check of severity error.

    Raises:
        duckdb.Error: a statement is wrong, or the disk is full. The old file stays as it is.
        ContractError: `checks` does not have its shape.
    """
    began = time.monotonic()
    durable.make_folder(target.parent)
    building = target.with_name(f".{target.stem}.building.duckdb")
    swap.discard(building)
    scratch = store.temp / "publish"
    scratch.mkdir(parents=True, exist_ok=True)
    try:
        verdicts, rows_before = _gather(target, run_id, checked_at, checks)
        ingredients = Ingredients(store, versions, run_id, checked_at, verdicts, rows_before, scratch, memory, threads)
        built = build(building, target, ingredients)
        if built.sound:
            swap.put_in_place(building, target)
        else:
            swap.set_aside(building, target.with_name(f"{target.stem}.failed.duckdb"))
    finally:
        swap.discard(building)
        shutil.rmtree(scratch, ignore_errors=True)
    return PublishResult(target, built.sound, built.rows, built.checks, built.updated, time.monotonic() - began)


def _gather(target: Path, run_id: str, checked_at: datetime, checks: pl.DataFrame | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Verdicts of this run's stages and of earlier runs, and the rows of each published table."""
    contract = PUBLIC["checks"]
    verdicts = contract.empty() if checks is None else contract.conform(checks)
    history, rows_before = contract.empty(), ROWS_BEFORE.to_frame()
    try:
        with open_warehouse(target) as old:
            rows_before = old.query(statement("read/row_counts")).cast(ROWS_BEFORE)
            since = {"checked_at": checked_at, "days": HISTORY_DAYS}
            history = contract.conform(old.query(statement("read/recent_checks"), since))
    except (WarehouseError, ValueError):
        # No file yet, or one that this version cannot read: the new one starts without history.
        pass
    keys = verdicts.select("run_id").unique().vstack(pl.DataFrame({"run_id": [run_id]})).unique()
    return pl.concat([history.join(keys, on="run_id", how="anti"), verdicts]), rows_before
