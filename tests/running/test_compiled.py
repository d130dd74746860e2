"""Compiled modules run only while their sources are those that they were compiled of."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.running import compiled

NAME = "assets/text/fold.py"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one source that was compiled."""
    (tmp_path / NAME).parent.mkdir(parents=True)
    (tmp_path / NAME).write_text("ONE = 1\n", encoding="utf-8")
    compiled.record(tmp_path, compiled.digests(tmp_path, [NAME]))
    return tmp_path


def test_sources_as_they_were(root: Path) -> None:
    """The number of compiled modules is told."""
    assert compiled.check(root) == 1


def test_nothing_compiled(tmp_path: Path) -> None:
    """Without a record everything is interpreted."""
    assert compiled.check(tmp_path) == 0


def test_a_changed_source(root: Path) -> None:
    """The message names the file and what to do."""
    (root / NAME).write_text("ONE = 2\n", encoding="utf-8")
    with pytest.raises(compiled.StaleError, match=r"assets/text/fold\.py has changed since it was compiled: `make native`"):
        compiled.check(root)


def test_a_source_that_is_gone(root: Path) -> None:
    """A module without its source is stale too."""
    (root / NAME).unlink()
    with pytest.raises(compiled.StaleError):
        compiled.check(root)
