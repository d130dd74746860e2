"""Tells new, changed and restored files from known ones, and reads those that need it, in bounded batches.

Here: comparison with the ledger's rows, reading, hashing, the size limit.
Not here: finding files (scan), storing bytes and rows, the clock.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import polars as pl

from assets.raw import ahead
from assets.raw.scan import FILES, Candidate, Refusal, Scan
from warehouse.ids import stable_id
from warehouse.places import is_url, place

MEBIBYTE = 1 << 20
FILE_COLUMNS = {
    "file_id": pl.String, "path": pl.String, "landing": pl.String, "bytes": pl.Int64, "mtime_ns": pl.Int64,
    "sha256": pl.String, "intake": pl.String,
}  # fmt: skip
TOUCHED_COLUMNS = {name: kind for name, kind in FILE_COLUMNS.items() if name != "intake"}
CONTENT_COLUMNS = {"sha256": pl.String, "content": pl.Binary}
REJECT_COLUMNS = {
    "file_id": pl.String, "record": pl.Int32, "stage": pl.String, "reason": pl.String, "detail": pl.String, "sample": pl.String,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a file and on a batch (bytes, bytes, files)."""

    file_bytes: int = 64 * MEBIBYTE
    batch_bytes: int = 64 * MEBIBYTE
    batch_files: int = 4000


@dataclass(slots=True)
class Batch:
    """What one commit stores.

    Attributes:
        files: ledger rows without clock, pack and media type; `sha256` is null for a file that couldn't be read.
        contents: the bytes behind them, once a hash.
        touched: files whose time changed but not their content: to remember, so that they aren't opened again.
        rejects: one row for every file that couldn't be read.
    """

    files: pl.DataFrame
    contents: pl.DataFrame
    touched: pl.DataFrame
    rejects: pl.DataFrame


@dataclass(frozen=True, slots=True)
class _Known:
    """Newest ledger row of a path, and every content that the path ever had."""

    bytes: int
    mtime_ns: int
    sha256: str | None
    earlier: frozenset[str]


@dataclass(slots=True)
class _Open:
    """A batch under way."""

    files: list[dict[str, Any]] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)
    touched: list[dict[str, Any]] = field(default_factory=list)
    rejects: list[dict[str, Any]] = field(default_factory=list)
    bytes: int = 0

    @property
    def entries(self) -> int:
        return len(self.files) + len(self.touched)

    def close(self) -> Batch:
        contents = {"sha256": list(self.contents), "content": list(self.contents.values())}
        return Batch(
            pl.DataFrame(self.files, FILE_COLUMNS),
            pl.DataFrame(contents, CONTENT_COLUMNS),
            pl.DataFrame(self.touched, TOUCHED_COLUMNS),
            pl.DataFrame(self.rejects, REJECT_COLUMNS),
        )


def work(scanned: Scan, known: pl.DataFrame, limits: Limits | None = None) -> Iterator[Batch]:
    """Read what the ledger doesn't know yet.

    Args:
        scanned: what lies in the landing places.
        known: all ledger rows: landing, path, bytes, mtime_ns, sha256 (null: couldn't be read), first_seen_at.
        limits: bounds on memory.

    Yields:
        Batches that together hold every new, changed and restored file once, in the order of the scan.
        A file whose newest row has the same size and time is not opened. A file that couldn't be read is
        tried again every time, since a permission may change without a trace, and told once.
    """
    limits = limits or Limits()
    unseen = _unseen(scanned, known)
    refused = pl.Series([refusal.path for refusal in scanned.refusals], dtype=pl.String)
    ledger = _ledger(known.filter(pl.col("path").is_in(pl.concat([unseen["path"], refused]).implode())))
    batch = _Open()
    for refusal in scanned.refusals:
        _refuse(batch, refusal, ledger)
    for candidate, content in ahead.contents(scanned.each(unseen), lambda file: read(file, limits.file_bytes), limits.file_bytes):
        if batch.entries >= limits.batch_files or (batch.bytes and batch.bytes + candidate.bytes > limits.batch_bytes):
            yield batch.close()
            batch = _Open()
        _take(batch, candidate, content, ledger)
    if batch.entries:
        yield batch.close()


def _unseen(scanned: Scan, known: pl.DataFrame) -> pl.DataFrame:
    """The files that have another size or time than when they were last read, or never were."""
    path = ["landing", "path"]
    newest = known.sort("first_seen_at", maintain_order=True).unique(path, keep="last").drop_nulls("sha256")
    return scanned.files.join(newest, on=list(FILES), how="anti", maintain_order="left")


def _ledger(known: pl.DataFrame) -> dict[tuple[str, str], _Known]:
    """The newest row by place and path, with the hashes of all its rows."""
    columns = ["landing", "path", "bytes", "mtime_ns", "sha256"]
    ledger: dict[tuple[str, str], _Known] = {}
    for landing, path, size, mtime_ns, digest in known.sort("first_seen_at", maintain_order=True).select(columns).iter_rows():
        before = ledger.get((landing, path))
        earlier = before.earlier if before else frozenset()
        ledger[landing, path] = _Known(size, mtime_ns, digest, earlier | {digest} if digest else earlier)
    return ledger


def _take(batch: _Open, candidate: Candidate, content: bytes | Refusal, ledger: dict[tuple[str, str], _Known]) -> None:
    """Put one file into the batch, or refuse it."""
    row = ledger.get((candidate.landing, candidate.path))
    if isinstance(content, Refusal):
        _refuse(batch, content, ledger)
        return
    digest = sha256(content).hexdigest()
    entry = {
        "file_id": stable_id("file", candidate.path, digest), "path": candidate.path, "landing": candidate.landing,
        "bytes": len(content), "mtime_ns": candidate.mtime_ns, "sha256": digest,
    }  # fmt: skip
    if row and row.sha256 == digest:
        batch.touched.append(entry)
        return
    intake = "new" if row is None or not row.earlier else "restored" if digest in row.earlier else "changed"
    batch.files.append(entry | {"intake": intake})
    batch.contents[digest] = content
    batch.bytes += len(content)


def read(candidate: Candidate, limit: int) -> bytes | Refusal:
    """The file's bytes, or why there are none.

    Args:
        candidate: the file.
        limit: bytes above which it is refused.
    """

    def refusal(reason: str, detail: str) -> Refusal:
        return Refusal(candidate.landing, candidate.path, reason, detail, candidate.bytes, candidate.mtime_ns)

    if candidate.bytes > limit:
        return refusal("too_large", f"{candidate.bytes} bytes, the limit is {limit}")
    try:
        content = _fetch(candidate) if is_url(candidate.location) else _open(candidate, limit)
    except OSError as error:
        return refusal("unreadable", error.strerror or type(error).__name__)
    if len(content) > limit:
        return refusal("too_large", f"grew over the limit of {limit} bytes while being read")
    return content


def _fetch(candidate: Candidate) -> bytes:
    return place(candidate.location.removesuffix(f"/{candidate.path}")).read(candidate.path)


def _open(candidate: Candidate, limit: int) -> bytes:
    handle = os.open(candidate.location, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        return _drain(handle, candidate.bytes, limit)
    finally:
        os.close(handle)


def _drain(handle: int, expected: int, limit: int) -> bytes:
    """All bytes up to the limit and one more; a small file takes two calls."""
    first = os.read(handle, min(expected, limit) + 1)
    if len(first) <= expected and len(first) < MEBIBYTE:
        rest = os.read(handle, MEBIBYTE) if len(first) < expected else b""
        if not rest:
            return first
        first += rest
    parts, size = [first], len(first)
    while size <= limit and (part := os.read(handle, MEBIBYTE)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _refuse(batch: _Open, refusal: Refusal, ledger: dict[tuple[str, str], _Known]) -> None:
    """Tell of a file that can't be read, unless the newest ledger row says the same already."""
    row = ledger.get((refusal.landing, refusal.path))
    if row and row.sha256 is None and (row.bytes, row.mtime_ns) == (refusal.bytes, refusal.mtime_ns):
        return
    file_id = stable_id("file", refusal.path, "")
    batch.files.append(
        {
            "file_id": file_id,
            "path": refusal.path,
            "landing": refusal.landing,
            "bytes": refusal.bytes,
            "mtime_ns": refusal.mtime_ns,
            "sha256": None,
            "intake": "changed" if row else "new",
        }
    )
    batch.rejects.append(
        {"file_id": file_id, "record": 0, "stage": "raw", "reason": refusal.reason, "detail": refusal.detail, "sample": refusal.path}
    )
