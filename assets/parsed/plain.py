"""Plain text: the whole file is one article. The last resort among the readers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assets.parsed.model import Page, Record

if TYPE_CHECKING:
    from assets.parsed.knowledge import Knowledge


class PlainReader:
    """Reads a text as it stands."""

    media_type = "text/plain"

    def claims(self, text: str) -> bool:  # noqa: ARG002 - the protocol's signature
        """Any text."""
        return True

    def records(self, text: str, known: Knowledge) -> Iterator[Record]:  # noqa: ARG002 - the protocol's signature
        """One page."""
        yield Record(0, Page(text))
