"""Copies of the published tables in files that other programs open: Parquet and CSV.

Belongs here: writing whole tables with DuckDB, in bounded memory. Does not: any form that is not a table's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import duckdb
from duckdb import CaseExpression, ColumnExpression, ConstantExpression, Expression, FunctionExpression

from sql import statement
from warehouse.connect import open_exporter
from warehouse.contracts import PUBLIC
from warehouse.read import WarehouseError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from duckdb import DuckDBPyConnection, DuckDBPyRelation

UNITS: Final = ("event_id", "document_id")
"""A table with such a column goes by months, and is bounded, by what the column means; the first that it has counts."""
MONTH: Final = "month"
FORMULA: Final = r"^[=+\-@\t\r\n＝＋－＠]"
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), also in full width."""


def write_parquet(database: Path, folder: Path, since: date | None, memory: str, threads: int) -> dict[str, int]:
    """Write each public table as a folder of Parquet files, by month where its rows have one (`month=2026-03`).

    Args:
        database: the published file.
        folder: where to write; it is there and empty.
        since: events and documents of earlier days are left out with what hangs on them; registers are always whole.
        memory: limit, such as `512MB`.
        threads: how many to use.

    Returns:
        rows by table.

    Raises:
        WarehouseError: the file cannot be read, or the disk is full.
    """
    with _told(database), open_exporter(database, folder, memory, threads) as connection:
        rows = {}
        for name, relation in _tables(connection, since):
            (folder / name).mkdir()
            if MONTH in relation.columns:
                relation.to_parquet(str(folder / name), compression="zstd", partition_by=[MONTH], overwrite=True)
            else:
                relation.to_parquet(str(folder / name / "data_0.parquet"), compression="zstd")
            rows[name] = _count(relation)
        return rows


def write_csv(database: Path, folder: Path, since: date | None, memory: str, threads: int) -> dict[str, int]:
    """Write each public table as one CSV file in UTF-8, in which no spreadsheet finds a formula.

    A text that begins like a formula is preceded by an apostrophe. Arguments, result and errors are those of
    `write_parquet`.
    """
    with _told(database), open_exporter(database, folder, memory, threads) as connection:
        rows = {}
        for name, relation in _tables(connection, since):
            harmless = [_harmless(column.name, column.sql_type) for column in PUBLIC[name].columns]
            relation.select(*harmless).to_csv(str(folder / f"{name}.csv"), header=True)
            rows[name] = _count(relation)
        return rows


def _tables(connection: DuckDBPyConnection, since: date | None) -> Iterator[tuple[str, DuckDBPyRelation]]:
    """Each public table, with the month of its rows where they have one."""
    bound: Mapping[str, object] = {"since": since}
    months = {
        "event_id": connection.sql(statement("exports/months_of_events"), params=bound),
        "document_id": connection.sql(statement("exports/months_of_documents"), params=bound),
    }
    for name, table in PUBLIC.items():
        unit = next((unit for unit in UNITS if unit in {column.name for column in table.columns}), None)
        relation = connection.table(name)
        yield name, relation.join(months[unit], unit) if unit and name not in _KEPT_WHOLE else relation


_KEPT_WHOLE: Final = frozenset({"mandate_reports"})
"""Tables that hang on a register, though they name documents."""


def _harmless(name: str, sql_type: str) -> Expression:
    column = ColumnExpression(name)
    if sql_type != "VARCHAR":
        return column
    dangerous = FunctionExpression("regexp_matches", column, ConstantExpression(FORMULA))
    return CaseExpression(dangerous, FunctionExpression("concat", ConstantExpression("'"), column)).otherwise(column).alias(name)


def _count(relation: DuckDBPyRelation) -> int:
    ((rows,),) = relation.count("*").fetchall()
    return int(rows)


class _told:  # noqa: N801
    """Turns what DuckDB raises into the one error of this package, which names the file."""

    def __init__(self, database: Path) -> None:
        self._database = database

    def __enter__(self) -> None:
        if not self._database.is_file():
            raise WarehouseError(f"no warehouse at {self._database}: nothing has been published there yet")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, duckdb.Error):
            raise WarehouseError(f"{self._database} cannot be copied: {error}") from error
