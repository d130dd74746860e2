"""Options and servers of the whole suite."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.s3 import Server, serve


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--screenshots", type=Path, help="Folder that tests of the UI and the pages leave their pictures in, such as docs/images."
    )


@pytest.fixture(scope="session", autouse=True)
def _no_measuring() -> Iterator[None]:
    """Homes of tests are not measured on the frozen corpus: that takes seconds, and has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DRAGOMAN_MEASURE", "false")
        yield


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server, and the variables to speak with it in this process and those that it starts."""
    with serve(tmp_path_factory.mktemp("server")) as running, pytest.MonkeyPatch.context() as patch:
        for name, value in running.environment.items():
            patch.setenv(name, value)
        yield running
