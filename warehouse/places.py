"""Where the bytes of archive and segments lie: a folder of this machine, or a prefix of an S3-compatible object store.

Belongs here: what a place can do, which one an address names, and the folder. Does not: the object store (bucket.py), and
what the bytes mean. Keys are relative paths with forward slashes. A file is whole or not there, and is never changed once
it stands, so that whoever has read it may keep it.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from warehouse import durable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fsspec import AbstractFileSystem

Address = str | Path


class Entry(NamedTuple):
    """A file of a place: its key, its size, and when it was written, in nanoseconds since 1970."""

    key: str
    bytes: int
    modified_ns: int


class Place(Protocol):
    """A tree of files that are written once."""

    def locate(self, key: str) -> str:
        """The path or URL under which polars and DuckDB open a file."""

    def filesystem(self) -> AbstractFileSystem | None:
        """What DuckDB must be given to open what `locate` tells; None where it needs nothing."""

    def exists(self, key: str) -> bool:
        """Whether the file stands."""

    def read(self, key: str) -> bytes:
        """Its content.

        Raises:
            FileNotFoundError: there is none.
        """

    def read_all(self, folder: str) -> dict[str, bytes]:
        """The contents of the files directly in a folder by their names, in the order of the names."""

    def write(self, key: str, content: bytes) -> None:
        """Make a file appear whole; one that stands is replaced."""

    def create(self, key: str, content: bytes) -> bool:
        """Make a file appear whole where none stands: of several who try, one succeeds.

        Returns:
            False where one stands already, which is left as it is.
        """

    def files(self, folder: str) -> list[Entry]:
        """All files below a folder by key, none of them half written."""

    def folders(self, folder: str) -> list[str]:
        """The names of the folders directly in a folder, sorted."""

    def leftovers(self, folder: str) -> list[str]:
        """Keys of what killed writers left below a folder."""

    def remove(self, keys: Iterable[str]) -> None:
        """Remove files, in their order; one that is not there is no mistake."""


def is_url(address: Address) -> bool:
    """True for the address of an object store, such as `s3://bucket/dragoman`."""
    return isinstance(address, str) and "://" in address


def place(address: Address) -> Place:
    """The place at an address: a folder's path, or a URL of an object store.

    Raises:
        ModuleNotFoundError: a URL, and the extra that it needs is not installed.
    """
    return _bucket(str(address)) if is_url(address) else Folder(Path(address))


@cache
def _bucket(url: str) -> Place:
    """One a process, whose connections stay open."""
    from warehouse.bucket import Bucket  # noqa: PLC0415  (an extra: imported where it is asked for)

    return Bucket(url)


class Folder:
    """A folder of this machine; what is written survives a power cut."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def locate(self, key: str) -> str:
        """The file's path."""
        return str(self._root / key)

    def filesystem(self) -> None:
        """DuckDB opens files by itself."""

    def exists(self, key: str) -> bool:
        """As `Place.exists`."""
        return (self._root / key).exists()

    def read(self, key: str) -> bytes:
        """As `Place.read`."""
        return (self._root / key).read_bytes()

    def read_all(self, folder: str) -> dict[str, bytes]:
        """As `Place.read_all`."""
        top = self._root / folder
        if not top.is_dir():
            return {}
        names = sorted(entry.name for entry in os.scandir(top) if entry.is_file() and not durable.is_temporary(top / entry.name))
        return {name: (top / name).read_bytes() for name in names}

    def write(self, key: str, content: bytes) -> None:
        """As `Place.write`."""
        durable.write_bytes(self._root / key, content)

    def create(self, key: str, content: bytes) -> bool:
        """As `Place.create`."""
        return durable.create_bytes(self._root / key, content)

    def files(self, folder: str) -> list[Entry]:
        """As `Place.files`."""
        below = (self._root / folder).rglob("*")
        return sorted(self._entry(path) for path in below if path.is_file() and not durable.is_temporary(path))

    def folders(self, folder: str) -> list[str]:
        """As `Place.folders`."""
        top = self._root / folder
        return sorted(path.name for path in top.iterdir() if path.is_dir()) if top.is_dir() else []

    def leftovers(self, folder: str) -> list[str]:
        """As `Place.leftovers`."""
        found = (self._root / folder).rglob(f"*{durable.TEMPORARY}")
        return [path.relative_to(self._root).as_posix() for path in found if durable.is_temporary(path)]

    def remove(self, keys: Iterable[str]) -> None:
        """As `Place.remove`; folders that have become empty go too."""
        for key in keys:
            path = self._root / key
            path.unlink(missing_ok=True)
            _remove_empty(path.parent, self._root)

    def _entry(self, path: Path) -> Entry:
        status = path.stat()
        return Entry(path.relative_to(self._root).as_posix(), status.st_size, status.st_mtime_ns)


def _remove_empty(folder: Path, root: Path) -> None:
    """Remove a folder and those above it up to the root, as long as they are empty."""
    while folder != root:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
