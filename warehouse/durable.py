"""Files that are whole or not there: write beside, fsync, rename, fsync the folder.

Belongs here: the one way in which stores put bytes on disk. Does not: what the bytes mean.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Final
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import polars as pl

TEMPORARY: Final = ".tmp"
# DuckDB scans row groups in parallel and likes them at its own vector multiples of 122,880 rows.
ROWS_A_GROUP: Final = 122_880


def sync(path: Path) -> None:
    """Make a file's content, or a folder's entries, survive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(path: Path) -> None:
    """Create a folder and those above it, durably; an existing one is left as it is."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(exist_ok=True)
    sync(path.parent)


@contextmanager
def appearing(path: Path) -> Iterator[Path]:
    """Give a temporary path to write to; when the block ends well, the file appears whole under its own name.

    Args:
        path: the final name. A file of that name is replaced at once.
    """
    make_folder(path.parent)
    temporary = beside(path)
    try:
        yield temporary
        sync(temporary)
        temporary.replace(path)
        sync(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whose content is in memory."""
    with appearing(path) as temporary:
        temporary.write_bytes(content)


def create_bytes(path: Path, content: bytes) -> bool:
    """Write a file where none stands; of several who try at once, one succeeds.

    Returns:
        False where one stands already, which is left as it is.
    """
    make_folder(path.parent)
    temporary = beside(path)
    try:
        temporary.write_bytes(content)
        sync(temporary)
        os.link(temporary, path)
        sync(path.parent)
    except FileExistsError:
        return False
    finally:
        temporary.unlink(missing_ok=True)
    return True


def parquet(frame: pl.DataFrame) -> bytes:
    """A frame as zstd Parquet with statistics; the same rows give the same bytes.

    Args:
        frame: any frame. Its chunks, which are an accident of how it was made, leave no trace.
    """
    sink = BytesIO()
    frame.rechunk().write_parquet(sink, compression="zstd", statistics=True, row_group_size=ROWS_A_GROUP)
    return sink.getvalue()


def beside(path: Path) -> Path:
    """A name that nobody else has, under which something may be written until it takes its own."""
    return path.with_name(f".{path.name}.{uuid4().hex}{TEMPORARY}")


def is_temporary(path: Path) -> bool:
    """True for what a killed writer left behind."""
    return path.name.startswith(".") and path.name.endswith(TEMPORARY)
