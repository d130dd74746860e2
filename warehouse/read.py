"""Reading the published warehouse, safely and with a bound on memory.

Belongs here: opening, tables, queries. Does not: any statement of its own beyond listing tables.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

import duckdb
import polars as pl

from sql import statement
from warehouse.connect import frame, open_reader

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType


class WarehouseError(RuntimeError):
    """The warehouse is not there, or a query cannot be run."""


class Warehouse:
    """A published file, as it stood when it was opened; use it in a `with` block.

    A publication while it is open neither disturbs it nor shows in it.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self.path = path
        self._connection = connection

    def tables(self) -> tuple[str, ...]:
        """Names of all tables and views, sorted."""
        return tuple(self.query(statement("read/tables"))["name"])

    def table(self, name: str) -> pl.DataFrame:
        """All rows of a table or view.

        Raises:
            WarehouseError: there is none of this name; the message lists those there are.
        """
        if name not in self.tables():
            raise WarehouseError(f"no table {name!r} in {self.path}; there are {', '.join(self.tables())}")
        return frame(self._connection.table(name))

    def query(self, sql: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
        """The rows of one SELECT.

        Args:
            sql: the statement; parameters stand in it as `$name`.
            params: values by name.

        Raises:
            WarehouseError: it is no single SELECT, it is wrong, it wants what is barred, or it needs too much memory.
        """
        try:
            statements = duckdb.extract_statements(sql)
            if [each.type for each in statements] != [duckdb.StatementType.SELECT]:
                raise WarehouseError("one SELECT is wanted: the warehouse is read-only")
            wanted = {name: value for name, value in (params or {}).items() if name in statements[0].named_parameters}
            return frame(self._connection.sql(sql, params=wanted or None))
        except (duckdb.Error, pl.exceptions.PolarsError) as error:
            raise WarehouseError(str(error)) from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close."""
        self.close()


def open_warehouse(path: str | Path, memory: str = "512MB", threads: int = 2) -> Warehouse:
    """Open a published warehouse for reading: no other file, no writing, no extensions, no change of settings.

    Args:
        path: the DuckDB file.
        memory: most memory that a query may use, such as `512MB`.
        threads: most threads that a query may use.

    Raises:
        WarehouseError: there is no such file, or it is no warehouse.
    """
    found = Path(path)
    if not found.is_file():
        raise WarehouseError(f"no warehouse at {found}: nothing has been published there yet")
    try:
        return Warehouse(open_reader(found, memory, threads), found)
    except duckdb.Error as error:
        raise WarehouseError(f"{found} cannot be opened: {error}") from error
