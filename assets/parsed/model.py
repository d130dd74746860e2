"""What the parts of this stage hand to each other: records of a file, pages, documents, rejects.

Here: plain data. Not here: any rule.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a format says about its article beside the text; None or empty where it is silent.

    Attributes:
        title: headline.
        published: publication date as written.
        url: address of the article.
        site: name of the outlet.
        language: BCP 47 code as declared.
        modified: date of the last change as written.
        author: names of those who wrote it, as written.
        others: further values of a part that are said in other places, by part.
    """

    PARTS: ClassVar = ("title", "published", "url", "site", "language", "modified", "author")

    title: str | None = None
    published: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    modified: str | None = None
    author: str | None = None
    others: tuple[tuple[str, str], ...] = ()

    def over(self, other: Metadata) -> Metadata:
        """What it says, and what the other says where it is silent."""
        parts = {part: getattr(self, part) or getattr(other, part) for part in self.PARTS}
        return Metadata(**parts, others=self.others or other.others)


@dataclass(frozen=True, slots=True)
class Page:
    """One article as its format gives it: text with line breaks, residue still in it."""

    text: str
    metadata: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no document: a code, what exactly, and a piece of the input."""

    reason: str
    detail: str = ""
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """An article. `body` begins with the headline and holds paragraphs separated by an empty line (NFC)."""

    document_id: str
    file_id: str
    record: int
    url: str | None
    outlet: str | None
    language: str
    title: str
    body: str
    published_edtf: str | None
    published_on: date | None
    modified_edtf: str | None
    author: str | None
    words: int


@dataclass(frozen=True, slots=True)
class Reject:
    """A record that became no document."""

    file_id: str
    record: int
    reason: str
    detail: str
    sample: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A part of an article of which its page says different things in different places."""

    document_id: str
    part: str
    detail: str


@dataclass(slots=True)
class ParsedFile:
    """All of one file. records == len(documents) + len(rejects).

    Attributes:
        media_type: by content, not by name.
        encoding: how the bytes were read; "none" for what is no text. A repair is told after a plus sign:
            "utf-8+windows-1252" was UTF-8 that somebody had read as windows-1252 and saved again.
    """

    media_type: str
    encoding: str
    documents: list[Document] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def records(self) -> int:
        """How many records the file has."""
        return len(self.documents) + len(self.rejects)
