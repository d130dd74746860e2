"""What is live and what is still to do, as set operations on tables: never a cursor, never a clock.

Belongs here: rules about rows of files and units of work. Does not: where the rows are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl


def live_files(files: pl.LazyFrame) -> pl.LazyFrame:
    """Keep the newest row of every landing place and path: a changed file supersedes its older version.

    A file that vanished from its landing place stays live; content that came back is live again.

    Args:
        files: rows of the segment table raw.files, in any order.

    Returns:
        One row a path, ordered by landing place and path.
    """
    path = ["landing", "path"]
    order = [*path, "first_seen_at", "file_id", "mtime_ns"]
    return files.sort(order).unique(path, keep="last", maintain_order=True)


def pending(units: pl.LazyFrame, done: pl.LazyFrame, on: str | Sequence[str]) -> pl.LazyFrame:
    """The units that have no output yet, in their order.

    Args:
        units: what should be done, one row a unit.
        done: what is done, under the present rules version.
        on: the columns that identify a unit in both.
    """
    return units.join(done, on=on, how="anti", maintain_order="left")
