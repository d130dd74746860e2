"""What a reader of a format works within: what is known, the limits, and the way to open what it finds inside.

Here: plain data and the protocols of readers. Not here: which reader opens what (the package's `open_content`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from assets.parsed.model import Page, Problem

if TYPE_CHECKING:
    from assets.parsed.knowledge import Knowledge

Pages = Iterator[Page | Problem]
"""The records of a file one after another: a page, or why there is none."""
MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    Attributes:
        expanded_bytes: of all that is packed in it, unpacked.
        members: files packed in it.
        depth: how often something packed may hold something packed.
        pages: of a document for print.
    """

    expanded_bytes: int = 256 * MEBIBYTE
    members: int = 100_000
    depth: int = 3
    pages: int = 500


@dataclass(frozen=True, slots=True)
class Within:
    """The surroundings of one file, or of one that is packed in another.

    Attributes:
        known: compiled knowledge.
        limits: what the file may cost.
        opener: opens content that stands inside.
        depth: how many files the content is packed in.
    """

    known: Knowledge
    limits: Limits
    opener: Callable[[bytes, Within], Opened]
    depth: int = 0

    def open(self, name: str, content: bytes) -> Pages:
        """The records of what is packed under a name; a problem says the name."""
        if self.depth >= self.limits.depth:
            yield Problem("packed_too_deep", f"{name}: packed in {self.depth} others", name)
            return
        for found in self.opener(content, replace(self, depth=self.depth + 1)).records:
            yield replace(found, detail=f"{name}: {found.detail}") if isinstance(found, Problem) else found


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose format is known.

    Attributes:
        media_type: by content.
        encoding: how a text was read; "none" for what is no text.
        records: at least one.
    """

    media_type: str
    encoding: str
    records: Pages


class TextReader(Protocol):
    """Opens one format that is text."""

    @property
    def media_type(self) -> str:
        """What the published row of the file says."""

    def claims(self, text: str, known: Knowledge) -> bool:
        """True where the text is of this format; asked in order."""

    def records(self, text: str, known: Knowledge) -> Pages:
        """The file's records."""


class BytesReader(Protocol):
    """Opens one format that is not text, or whose parts are texts in encodings of their own."""

    @property
    def media_type(self) -> str:
        """What the published row of the file says."""

    def claims(self, content: bytes) -> bool:
        """True where the content is of this format; asked in order."""

    def records(self, content: bytes, within: Within) -> Pages:
        """The file's records."""
