"""Options of the whole suite."""

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", type=Path, help="Folder that the test of the UI leaves its pictures in, such as docs/images.")


@pytest.fixture(autouse=True)
def _no_measuring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Homes of tests are not measured on the frozen corpus: that takes seconds, and has tests of its own."""
    monkeypatch.setenv("DRAGOMAN_MEASURE", "false")
