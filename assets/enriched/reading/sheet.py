"""The page under reading: a document's body folded, and cut into paragraphs, sentences and words.

Not here: what the words mean.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from typing import NamedTuple

from assets.enriched.reading.model import Document
from assets.text.fold import fold

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_STOP = re.compile(r"[.!?…؟۔]+[\"')\]]*(?=\s)|\n+")
_LAST_WORD = re.compile(r"\S+$")


class Span(NamedTuple):
    """A stretch of the folded body, end exclusive."""

    start: int
    end: int


class Sheet:
    """A document laid out for reading.

    Args:
        document: what is read.
        abbreviations: folded words after which a full stop ends no sentence.

    Attributes:
        text: the folded body. sentences, paragraphs: spans in order; paragraph 0 is the headline.
    """

    def __init__(self, document: Document, abbreviations: Collection[str] = ()) -> None:
        self.document = document
        self.folded = fold(document.body)
        self.text = self.folded.text
        self.paragraphs = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", self.text)]
        self.sentences = list(_sentences(self.text, document.body, self.folded.origin, abbreviations))
        self._starts = [s.start for s in self.sentences]
        self._paragraph_starts = [p.start for p in self.paragraphs]

    def original(self, start: int, end: int) -> str:
        """The body's own characters of a folded span."""
        first, last = self.folded.span(start, end)
        return self.document.body[first:last]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the body of a folded span."""
        return self.folded.span(start, end)

    def capital(self, at: int) -> bool:
        """True where the letter at a folded offset is a capital in the body."""
        return self.document.body[int(self.folded.origin[at])].isupper()

    def sentence_at(self, at: int) -> int:
        """Number of the sentence that holds a folded offset."""
        return max(0, bisect_right(self._starts, at) - 1)

    def paragraph_at(self, at: int) -> int:
        """Number of the paragraph that holds a folded offset; 0 is the headline."""
        return max(0, bisect_right(self._paragraph_starts, at) - 1)

    def words(self, start: int, end: int) -> list[Span]:
        """Words between two folded offsets, hyphens and apostrophes inside them."""
        return [Span(m.start(), m.end()) for m in _WORD.finditer(self.text, start, end)]


def _sentences(text: str, body: str, origin: object, abbreviations: Collection[str]) -> list[Span]:
    """Sentence spans. A stop ends one unless an initial, a number or an abbreviation stands before it."""
    spans, start = [], 0
    for stop in _STOP.finditer(text):
        if text[stop.start()] == "." and not _ends(text, start, stop.start(), stop.end(), body, origin, abbreviations):
            continue
        if text[start : stop.end()].strip():
            spans.append(_trim(text, start, stop.end()))
        start = stop.end()
    if text[start:].strip():
        spans.append(_trim(text, start, len(text)))
    return spans


def _ends(text: str, start: int, dot: int, end: int, body: str, origin: object, abbreviations: Collection[str]) -> bool:
    last = _LAST_WORD.search(text, start, dot)
    word = last.group().lstrip("\"'([") if last else ""
    if (len(word) == 1 and word.isalpha()) or word in abbreviations or word.rsplit(".", 1)[-1] in abbreviations:
        return False
    follows = text[end:].lstrip()[:1] if end < len(text) else ""
    at = end + (len(text[end : end + 8]) - len(text[end : end + 8].lstrip()))
    if at < len(text) and follows.isalpha():
        letter = body[int(origin[at])]  # type: ignore[index]
        if letter.islower():
            return False
    return not (word.isdigit() and len(word) <= 2 and follows.isalpha() and _cased(follows))


def _cased(letter: str) -> bool:
    return letter.upper() != letter.lower()


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + len(piece.rstrip()))
