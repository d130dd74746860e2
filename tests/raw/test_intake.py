"""Which files are read, and what is told of them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import polars as pl
import pytest

from assets.raw.intake import FILE_COLUMNS, Batch, Limits, work
from assets.raw.scan import scan
from warehouse.ids import stable_id

EMPTY = pl.DataFrame(schema=FILE_COLUMNS | {"first_seen_at": pl.Datetime("us", "UTC")})


def ledger(*batches: Batch) -> pl.DataFrame:
    """The rows of batches as they are known later, an hour apart."""
    seen = [batch.files.with_columns(first_seen_at=pl.lit(datetime(2025, 1, 1, hour, tzinfo=UTC))) for hour, batch in enumerate(batches)]
    return pl.concat(seen)


def one(root: Path, known: pl.DataFrame = EMPTY) -> Batch:
    """The only batch of a run."""
    (batch,) = work(scan({"inbox": root}), known)
    return batch


def test_a_new_file_is_read_hashed_and_named_by_path_and_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"news")
    batch = one(tmp_path)
    digest = sha256(b"news").hexdigest()
    row = batch.files.row(0, named=True)
    assert (row["intake"], row["sha256"], row["bytes"]) == ("new", digest, 4)
    assert row["file_id"] == stable_id("file", "a.txt", digest)
    assert batch.contents.rows() == [(digest, b"news")]


def test_a_known_file_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"news")
    known = ledger(one(tmp_path))
    stamp = path.stat().st_mtime_ns
    path.write_bytes(b"swen")
    os.utime(path, ns=(stamp, stamp))
    assert list(work(scan({"inbox": tmp_path}), known)) == []


def test_changed_touched_and_restored_files_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"first")
    first = one(tmp_path)
    path.write_bytes(b"second!")
    changed = one(tmp_path, ledger(first))
    assert changed.files["intake"].to_list() == ["changed"]
    os.utime(path, ns=(5, 5))
    touched = one(tmp_path, ledger(first, changed))
    assert touched.files.is_empty()
    assert touched.touched["mtime_ns"].to_list() == [5]
    path.write_bytes(b"first")
    restored = one(tmp_path, ledger(first, changed))
    assert restored.files["intake"].to_list() == ["restored"]
    assert restored.files["file_id"].to_list() == first.files["file_id"].to_list()


def test_a_file_that_grew_too_large_is_a_row_and_a_reject_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    limits = Limits(file_bytes=10)
    (batch,) = work(scan({"inbox": tmp_path}), EMPTY, limits)
    assert batch.files["sha256"].to_list() == [None]
    assert batch.rejects.select("file_id", "record", "reason").rows() == [(stable_id("file", "a.txt", ""), 0, "too_large")]
    assert list(work(scan({"inbox": tmp_path}), ledger(batch), limits)) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_an_unreadable_file_is_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"news")
    path.chmod(0)
    refused = one(tmp_path)
    assert refused.rejects["reason"].to_list() == ["unreadable"]
    path.chmod(0o600)
    assert one(tmp_path, ledger(refused)).files["intake"].to_list() == ["new"]


def test_batches_are_bounded_and_complete(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number:02}.txt").write_bytes(bytes([number]) * 100)
    batches = list(work(scan({"inbox": tmp_path}), EMPTY, Limits(batch_files=10, batch_bytes=550)))
    assert max(batch.files["bytes"].sum() for batch in batches) <= 550
    assert [path for batch in batches for path in batch.files["path"]] == [f"{number:02}.txt" for number in range(25)]


def test_the_same_content_twice_is_kept_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"same")
    batch = one(tmp_path)
    assert batch.files["file_id"].n_unique() == 2
    assert batch.contents.height == 1


@pytest.mark.parametrize("size", [0, 1, 100, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20])
def test_reads_whole_files_of_any_size(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    (tmp_path / "a.bin").write_bytes(content)
    assert one(tmp_path).contents["content"].to_list() == [content]
