"""The examples read once a session, as the tutorial does it first; each page gets a copy."""

from pathlib import Path

import pytest

from .workplace import Workplace, clone

FIRST = "dragoman run --landing examples/landing"


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """A clone in which the examples have been read; never to be written to."""
    place = clone(tmp_path_factory.mktemp("docs") / "dragoman")
    place.shell(FIRST)
    return place


@pytest.fixture
def workplace(read: Workplace, tmp_path: Path) -> Workplace:
    """A clone of one's own in which the examples have been read."""
    return clone(tmp_path / "dragoman", read.root / "data")
