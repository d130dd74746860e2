"""What the scan of landing places sees, passes over and refuses."""

from __future__ import annotations

import os
from pathlib import Path

from assets.raw.scan import scan


def test_finds_files_in_folders_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/ü.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    found = scan({"inbox": tmp_path})
    assert [candidate.path for candidate in found.candidates] == ["a/z.txt", "a/ü.txt", "b.txt"]
    assert found.candidates[1].bytes == len("a/ü.txt".encode())
    assert not found.refusals


def test_passes_over_what_is_still_being_written(tmp_path: Path) -> None:
    for name in (".hidden", "upload.part", "upload.TMP", "done.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "inside.txt").write_text("x")
    found = scan({"inbox": tmp_path})
    assert [candidate.path for candidate in found.candidates] == ["done.txt"]
    assert found.temporary == 4


def test_refuses_links_pipes_and_missing_places(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    found = scan({"inbox": tmp_path, "gone": tmp_path / "nowhere"})
    assert [(r.landing, r.path, r.reason) for r in found.refusals] == [
        ("gone", ".", "unreadable_folder"),
        ("inbox", "link.txt", "symlink"),
        ("inbox", "loop", "symlink"),
        ("inbox", "pipe", "not_a_file"),
    ]
    assert [candidate.path for candidate in found.candidates] == ["real.txt"]


def test_refuses_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_text("x")
    found = scan({"inbox": tmp_path})
    assert [r.reason for r in found.refusals] == ["name_not_utf8"]
    found.refusals[0].path.encode("utf-8")


def test_digest_changes_with_any_change_and_only_then(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").write_text("y")
    before = scan({"inbox": tmp_path}).digest
    assert scan({"inbox": tmp_path}).digest == before
    os.utime(tmp_path / "a.txt", ns=(1, 1))
    touched = scan({"inbox": tmp_path}).digest
    (tmp_path / "b.txt").unlink()
    assert len({before, touched, scan({"inbox": tmp_path}).digest}) == 3
