"""What a reader of a format works within: names of columns, the limits, and the way to open what it finds inside.

Here: plain data and the protocols of readers. Not here: which reader opens what (the package's `open_content`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Protocol

from assets.parsed.model import Page, Problem
from assets.running.limits import Limits

Fields = Mapping[str, tuple[str, ...]]
"""Names of keys and columns by the part of an article that stands under them, the most telling first."""
Pages = Iterator[Page | Problem]
"""The records of a file one after another: a page, or why there is none."""
NO_TEXT: Final = "none"
"""The encoding of what is no text."""


@dataclass(frozen=True, slots=True)
class Within:
    """The surroundings of one file, or of one that is packed in another.

    Attributes:
        fields: names of keys and columns.
        limits: what the file may cost.
        opener: opens content that stands inside.
        depth: how many files the content is packed in.
    """

    fields: Fields
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

    @property
    def is_plain(self) -> bool:
        """True for text, JSON and pages: no library runs away over them, as over XML and over what is packed."""
        return self.encoding != NO_TEXT and not self.media_type.endswith("xml")


def refused(media_type: str, reason: str, detail: str) -> Opened:
    """A file that is not read, as one record."""
    return Opened(media_type, NO_TEXT, iter([Problem(reason, detail)]))


class TextReader(Protocol):
    """Opens one format that is text."""

    @property
    def media_type(self) -> str:
        """What the published row of the file says."""

    def records(self, text: str, fields: Fields) -> Pages | None:
        """The file's records; None where the text is of another format. Asked in order."""


class BytesReader(Protocol):
    """Opens formats that are not text, or whose parts are texts in encodings of their own."""

    def open(self, content: bytes, within: Within) -> Opened | None:
        """The file; None where the content is of another format. Asked in order."""
