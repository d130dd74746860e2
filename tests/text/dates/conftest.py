"""Readers of every pack's section, built once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from assets.languages.packs import load
from assets.text.dates import DateReader


@pytest.fixture(scope="session")
def reader_of() -> Callable[[str], DateReader]:
    return cache(lambda code: DateReader(load(code).dates))
