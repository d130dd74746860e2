"""The only place where DuckDB is opened: with bounds for the builder, behind bars for people's queries.

Belongs here: connections and their settings. Does not: statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import duckdb
import polars as pl

from warehouse.arrow import Stream

if TYPE_CHECKING:
    from pathlib import Path

    from fsspec import AbstractFileSystem

_Config = dict[str, str | bool | int | float | list[str]]

_CLOSED: Final[_Config] = {
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
    "allow_community_extensions": "false",
}


def open_builder(
    path: Path, temporary: Path, memory: str, threads: int, places: AbstractFileSystem | None = None
) -> duckdb.DuckDBPyConnection:
    """Open a new file for writing, with bounded memory.

    Args:
        path: the file to build.
        temporary: folder for what does not fit into memory.
        memory: limit, such as `1GB`.
        threads: how many to use.
        places: opens the URLs that segments have in an object store.
    """
    config: _Config = {
        **_CLOSED,
        "memory_limit": memory,
        "threads": str(threads),
        "temp_directory": str(temporary),
        # Keeping the order of rows would hold whole tables in memory; no table promises an order.
        "preserve_insertion_order": "false",
    }
    connection = _quiet(duckdb.connect(str(path), config=config))
    if places is not None:
        connection.register_filesystem(places)
    return connection


def open_reader(path: Path, memory: str, threads: int) -> duckdb.DuckDBPyConnection:
    """Open a published file for reading and nothing else.

    Queries can reach no other file, write nothing, load nothing and lift none of these bars.
    The file is attached to a database in memory: opened directly, this process would be given its cached copy
    of a file that has been replaced since, and readers with different limits would exclude one another.

    Args:
        path: the published file.
        memory: limit, such as `512MB`; a query that needs more fails, nothing is spilled to disk.
        threads: how many to use.
    """
    return _attached(path, memory, threads, {"temp_directory": ""})


def open_exporter(path: Path, folder: Path, memory: str, threads: int) -> duckdb.DuckDBPyConnection:
    """Open a published file for copying its tables into one folder: as `open_reader`, but that files appear there.

    Args:
        path: the published file.
        folder: the only place where files may be written, also those of what does not fit into memory.
        memory: limit, such as `512MB`.
        threads: how many to use.
    """
    written: _Config = {"temp_directory": str(folder / ".spill"), "preserve_insertion_order": "false"}
    return _attached(path, memory, threads, written, folder)


def _attached(path: Path, memory: str, threads: int, further: _Config, writable: Path | None = None) -> duckdb.DuckDBPyConnection:
    config: _Config = {**_CLOSED, "memory_limit": memory, "threads": str(threads), **further}
    connection = _quiet(duckdb.connect(":memory:", config=config))
    try:
        connection.execute("ATTACH " + _quoted(path) + " AS warehouse (READ_ONLY)")
        connection.execute("USE warehouse")
        if writable is not None:
            connection.execute("SET allowed_directories = [" + _quoted(writable) + "]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
    except duckdb.Error:
        connection.close()
        raise
    return connection


def _quoted(path: Path) -> str:
    """A path is no parameter of ATTACH or SET; as a quoted literal it can hold any character."""
    return "'" + str(path).replace("'", "''") + "'"


def frame(relation: duckdb.DuckDBPyRelation) -> pl.DataFrame:
    """A relation's rows as a polars frame.

    Arrow's C interface carries them, which needs no package beside the two; `relation.pl()` would want pyarrow.
    """
    rows = pl.DataFrame(Stream(relation.__arrow_c_stream__()))
    wide = [name for name, dtype in rows.schema.items() if dtype == pl.Decimal(38, 0)]
    # DuckDB sums integers to 128 bits, which arrive as decimals; counts fit 64.
    return rows.with_columns(pl.col(wide).cast(pl.Int64))


def _quiet(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """In UTC, and without the progress bar that DuckDB draws on standard output after two seconds."""
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET enable_progress_bar = false")
    return connection
