"""Bytes come back as they were given, by their hash."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse import Archive, ArchiveError


def by_hash(*contents: bytes) -> dict[str, bytes]:
    return {sha256(content).hexdigest(): content for content in contents}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.binary(max_size=200), min_size=1, max_size=5))
def test_what_goes_in_comes_out(contents: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(Path(folder))
        given_bytes = by_hash(*contents)
        pack = archive.write(given_bytes)
        assert archive.read(pack) == given_bytes
        assert archive.packs() == (pack,)


def test_only_what_is_asked_for(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    contents = by_hash(b"one", b"two", b"three")
    pack = archive.write(contents)
    wanted = sha256(b"two").hexdigest()
    assert archive.read(pack, [wanted]) == {wanted: b"two"}


def test_the_same_pack_is_written_once(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    pack = archive.write(by_hash(b"one", b"two"))
    before = Path(archive.path(pack)).stat().st_mtime_ns
    assert archive.write(by_hash(b"two", b"one")) == pack
    assert Path(archive.path(pack)).stat().st_mtime_ns == before


def test_the_index_finds_every_content_once(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    assert archive.index().is_empty()
    archive.write(by_hash(b"one", b"two"))
    archive.write(by_hash(b"two", b"three"))
    index = archive.index()
    assert set(index["sha256"]) == set(by_hash(b"one", b"two", b"three"))
    assert index.height == 3


def test_wrong_hashes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="do not have the hash"):
        Archive(tmp_path).write({"0" * 64: b"something else"})
    assert Archive(tmp_path).packs() == ()


def test_missing_contents_and_packs_are_named(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    pack = archive.write(by_hash(b"one"))
    with pytest.raises(ArchiveError, match=f"{pack}.*lacks 1"):
        archive.read(pack, ["0" * 64])
    with pytest.raises(ArchiveError, match="no pack 'nothing'"):
        archive.read("nothing")
    with pytest.raises(ArchiveError, match="at least one"):
        archive.write({})
