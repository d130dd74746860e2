"""Finds the files in the landing places by their directory entries alone; no file is opened here.

Here: walking, what is passed over and what is refused, and the digest that tells whether anything moved.
Not here: the ledger, reading, hashing (intake).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

from warehouse.places import Address, is_url, place

TEMPORARY_SUFFIXES = (".part", ".tmp")
"""Names under which copying programs write before they rename; such a file is not there yet."""
FILES: Final = {"landing": pl.String, "path": pl.String, "bytes": pl.Int64, "mtime_ns": pl.Int64}
_AT_ONCE: Final = 20_000
_DIGEST_BYTES = 8


class Candidate(NamedTuple):
    """A regular file that may be read.

    Attributes:
        landing: name of the landing place.
        path: path relative to it, with forward slashes; with the landing it is the file's identity.
        location: its path or URL.
        bytes: its size.
        mtime_ns: time of its last modification in nanoseconds since 1970.
    """

    landing: str
    path: str
    location: str
    bytes: int
    mtime_ns: int


class Refusal(NamedTuple):
    """Something in a landing place that is not read, and why; a row of rejects."""

    landing: str
    path: str
    reason: str
    detail: str
    bytes: int = 0
    mtime_ns: int = 0


@dataclass(frozen=True, slots=True)
class Scan:
    """All that was seen, sorted by landing and path, however the file system ordered it.

    Attributes:
        files: files to consider, in the columns of FILES: a million of them take a hundred megabytes.
        refusals: entries that are no readable files.
        temporary: how many names were passed over because they are still being written or hidden.
        roots: folder or URL of each landing place by its name.
    """

    files: pl.DataFrame
    refusals: tuple[Refusal, ...]
    temporary: int
    roots: Mapping[str, str]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The files as objects, all of them."""
        return tuple(self.each(self.files))

    def each(self, files: pl.DataFrame) -> Iterator[Candidate]:
        """Rows of `files` as objects, one after the other."""
        for landing, path, size, mtime_ns in files.select(list(FILES)).iter_rows():
            yield Candidate(landing, path, f"{self.roots[landing]}/{path}", size, mtime_ns)

    @property
    def digest(self) -> str:
        """16 hex digits that change when any file comes, goes, grows or is touched; the sensor's cursor.

        An exclusive or over the entries' digests, so the order of walking doesn't matter.
        """
        total = 0
        entries: Iterator[Candidate | Refusal] = chain(self.each(self.files), self.refusals)
        for entry in entries:
            line = f"{entry.landing}\0{entry.path}\0{entry.bytes}\0{entry.mtime_ns}"
            hashed = blake2b(line.encode("utf-8", "surrogateescape"), digest_size=_DIGEST_BYTES)
            total ^= int.from_bytes(hashed.digest(), "big")
        return f"{total:016x}"


def scan(landing_places: Mapping[str, Address]) -> Scan:
    """Walk the landing places.

    Args:
        landing_places: a name for each and its folder or URL; a missing folder is one refusal, not an error.

    Returns:
        What is there now.
    """
    files = [pl.DataFrame(schema=FILES)]
    refusals: list[Refusal] = []
    temporary = 0
    roots = {landing: str(root) for landing, root in landing_places.items()}
    found = chain.from_iterable(_list(name, root) if is_url(root) else _walk(name, Path(root)) for name, root in roots.items())
    while part := list(islice(found, _AT_ONCE)):
        rows = [(entry.landing, entry.path, entry.bytes, entry.mtime_ns) for entry in part if isinstance(entry, Candidate)]
        files.append(pl.DataFrame(rows, FILES, orient="row"))
        refusals += (entry for entry in part if isinstance(entry, Refusal))
        temporary += part.count(None)
    refusals.sort(key=lambda entry: (entry.landing, entry.path))
    return Scan(pl.concat(files).sort("landing", "path"), tuple(refusals), temporary, roots)


def _list(landing: str, url: str) -> Iterator[Candidate | None]:
    """Every object below a URL; None for one that is passed over."""
    for file in place(url).files(""):
        if any(map(_is_temporary, file.key.split("/"))):
            yield None
        else:
            yield Candidate(landing, file.key, f"{url}/{file.key}", file.bytes, file.modified_ns)


def _walk(landing: str, root: Path) -> Iterator[Candidate | Refusal | None]:
    """Every entry below a folder; None for one that is passed over."""
    folders = [(str(root), "")]
    while folders:
        folder, prefix = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            yield Refusal(landing, prefix.rstrip("/") or ".", "unreadable_folder", error.strerror or type(error).__name__)
            continue
        for entry in entries:
            path = prefix + entry.name
            if _is_temporary(entry.name):
                yield None
            elif entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, path + "/"))
            else:
                yield _judge(landing, path, entry)


def _is_temporary(name: str) -> bool:
    return name.startswith(".") or name.lower().endswith(TEMPORARY_SUFFIXES)


def _judge(landing: str, path: str, entry: os.DirEntry[str]) -> Candidate | Refusal | None:
    """A candidate where the entry is a regular file with a writable name; None where it has just gone."""
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "backslashreplace").decode()
        return Refusal(landing, shown, "name_not_utf8", "the name's bytes are no UTF-8")
    try:
        status = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    except OSError as error:
        return Refusal(landing, path, "unreadable", error.strerror or type(error).__name__)
    if stat.S_ISREG(status.st_mode):
        return Candidate(landing, path, entry.path, status.st_size, status.st_mtime_ns)
    reason = "symlink" if stat.S_ISLNK(status.st_mode) else "not_a_file"
    return Refusal(landing, path, reason, stat.filemode(status.st_mode), 0, status.st_mtime_ns)
