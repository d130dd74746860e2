"""The examples read once a session, as the tutorial does it first; each page gets a copy."""

import pytest

from .workplace import READ, Workplace, clone


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """A clone in which the examples have been read; never to be written to."""
    place = clone(tmp_path_factory.mktemp("docs") / "dragoman")
    place.shell(READ)
    return place
