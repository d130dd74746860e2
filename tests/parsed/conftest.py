"""What the tests of parsing share: the real packs and registers, compiled once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.languages.packs import codes, load
from assets.parsed.knowledge import Knowledge, knowledge
from assets.parsed.model import Document
from assets.parsed.parse import parse_file
from assets.register import registers

Parse = Callable[[str | bytes], Document]


@pytest.fixture(scope="session")
def known() -> Knowledge:
    """Compiled knowledge."""
    return knowledge({code: load(code) for code in codes()}, registers.load())


@pytest.fixture
def parse(known: Knowledge) -> Parse:
    """The only document of a content."""

    def only(content: str | bytes) -> Document:
        raw = content.encode() if isinstance(content, str) else content
        parsed = parse_file("f" * 16, "inbox/article", raw, known)
        assert not parsed.rejects, parsed.rejects
        (document,) = parsed.documents
        return document

    return only
