"""Building a new warehouse file beside the old one, judging it, and putting it in its place.

Belongs here: the order of steps. Does not: the statements (sql/), the judging (judge.py), the swap (swap.py).
"""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import duckdb
import polars as pl

from sql import names, statement
from warehouse import durable, judge, swap
from warehouse.connect import open_builder
from warehouse.contracts import INTERNAL, PUBLIC, relation
from warehouse.judge import CheckResult
from warehouse.ledger import live_files
from warehouse.read import WarehouseError, open_warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

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
        seconds: how long it took.
    """

    path: Path
    published: bool
    rows: Mapping[str, int]
    checks: tuple[CheckResult, ...]
    seconds: float

    @property
    def blocking(self) -> tuple[CheckResult, ...]:
        """The failed checks that kept the old file in its place."""
        return tuple(check for check in self.checks if check.severity == "error" and not check.passed)


@dataclass(frozen=True)
class _Gathered:
    """What a build needs beside the segments: verdicts of stages and earlier runs, and earlier row counts."""

    run_id: str
    checked_at: datetime
    verdicts: pl.DataFrame
    rows_before: pl.DataFrame


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
    gathered = _gather(target, run_id, checked_at, checks)
    scratch = store.temp / "publish"
    try:
        rows, verdicts = _build(store, building, scratch, versions, gathered, memory, threads)
        published = not any(check.severity == "error" and not check.passed for check in verdicts)
        if published:
            swap.put_in_place(building, target)
        else:
            swap.set_aside(building, target.with_name(f"{target.stem}.failed.duckdb"))
    finally:
        swap.discard(building)
        shutil.rmtree(scratch, ignore_errors=True)
    return PublishResult(target, published, rows, verdicts, time.monotonic() - began)


def _gather(target: Path, run_id: str, checked_at: datetime, checks: pl.DataFrame | None) -> _Gathered:
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
    return _Gathered(run_id, checked_at, pl.concat([history.join(keys, on="run_id", how="anti"), verdicts]), rows_before)


def _build(
    store: Store,
    building: Path,
    scratch: Path,
    versions: Mapping[str, Sequence[str]],
    gathered: _Gathered,
    memory: str,
    threads: int,
) -> tuple[Mapping[str, int], tuple[CheckResult, ...]]:
    scratch.mkdir(parents=True, exist_ok=True)
    connection = open_builder(building, scratch, memory, threads)
    try:
        _show_segments(connection, store, scratch, versions, gathered)
        failed = _fill(connection)
        verdicts = (failed,) if failed else judge.judge(connection)
        _show(connection, "verdicts_of_checks", _file(scratch, "verdicts_of_checks", _verdicts(gathered, verdicts)))
        connection.execute(statement("build/checks"))
        rows = {name: len(connection.table(name)) for name in PUBLIC}
        connection.execute(statement("publish/close_segments"))
        for name in names("views"):
            connection.execute(statement(name))
        connection.execute(statement("publish/checkpoint"))
    finally:
        connection.close()
    return rows, verdicts


def _show_segments(
    connection: duckdb.DuckDBPyConnection,
    store: Store,
    scratch: Path,
    versions: Mapping[str, Sequence[str]],
    gathered: _Gathered,
) -> None:
    connection.execute(statement("publish/open_segments"))
    for stage, tables in INTERNAL.items():
        live = [commit for version in versions.get(stage, ()) for commit in store.commits(stage, version)]
        for name, table in tables.items():
            view = relation(stage, name)
            paths = [store.segment(commit, name) for commit in live if commit.rows.get(name)]
            _show(connection, view, *(paths or [_file(scratch, view, table.empty())]))
    # Two landing places that hold the same content under the same path hold one file.
    files = live_files(store.scan("raw", "files", versions.get("raw", ()))).unique("file_id", keep="first", maintain_order=True).collect()
    _show(connection, "live_files", _file(scratch, "live_files", files))
    _show(connection, "rows_before", _file(scratch, "rows_before", gathered.rows_before))


def _show(connection: duckdb.DuckDBPyConnection, view: str, *paths: Path) -> None:
    connection.execute(statement("publish/into_segments"))
    connection.read_parquet([str(path) for path in paths]).create_view(view)
    connection.execute(statement("publish/into_main"))


def _file(scratch: Path, name: str, frame: pl.DataFrame) -> Path:
    path = scratch / f"{name}.parquet"
    frame.write_parquet(path)
    return path


def _fill(connection: duckdb.DuckDBPyConnection) -> CheckResult | None:
    for name in _steps():
        try:
            connection.execute(statement(name))
        except duckdb.ConstraintException as error:
            return CheckResult(
                name=f"contract_of_{name.rpartition('/')[2]}",
                severity="error",
                what="rows that break a key or leave out what must be there",
                failed_rows=1,
                sample=({"message": str(error)},),
            )
    return None


def _steps() -> Iterator[str]:
    yield from (f"tables/{name}" for name in PUBLIC)
    yield from names("prepare")
    yield from (f"build/{name}" for name in PUBLIC if name != "checks")


def _verdicts(gathered: _Gathered, results: Sequence[CheckResult]) -> pl.DataFrame:
    contract = PUBLIC["checks"]
    own = [judge.row(result, gathered.run_id, gathered.checked_at) for result in results]
    new = contract.conform(pl.DataFrame(own, schema=contract.schema)) if own else contract.empty()
    return contract.conform(pl.concat([gathered.verdicts, new]))
