"""The page under reading: a document's body folded, and cut into paragraphs, sentences and words.

Not here: what the words mean.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from assets.enriched.reading.model import Document
from assets.enriched.reading.sentences import SentenceCutter
from assets.text.fold import fold

_WORD = re.compile(r"\w+(?:['-]\w+)*")


class Span(NamedTuple):
    """A stretch of the folded body, end exclusive."""

    start: int
    end: int


class Sheet:
    """A document laid out for reading.

    Args:
        document: what is read.
        cutter: cuts it into sentences.

    Attributes:
        text: the folded body. sentences, paragraphs: spans in order; paragraph 0 is the headline.
    """

    def __init__(self, document: Document, cutter: SentenceCutter) -> None:
        self.document = document
        self.folded = fold(document.body)
        self.text = self.folded.text
        self.paragraphs = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", self.text)]
        self.sentences = [Span(*span) for span in cutter.cut(self.text, document.body, self.folded.origin)]
        # What stands before the first one belongs to it: so that the number is never negative.
        self._starts = [0, *(s.start for s in self.sentences[1:])]
        self._paragraph_starts = [0, *(p.start for p in self.paragraphs[1:])]

    def original(self, start: int, end: int) -> str:
        """The body's own characters of a folded span."""
        first, last = self.folded.span(start, end)
        return self.document.body[first:last]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the body of a folded span."""
        return self.folded.span(start, end)

    def folded_span(self, start: int, end: int) -> Span:
        """The folded span of a span of the body: what `span` undoes."""
        origin, size = self.folded.origin, len(self.text)
        return Span(bisect_left(origin, start, 0, size), bisect_left(origin, end, 0, size))

    def capital(self, at: int) -> bool:
        """True where the letter at a folded offset is a capital in the body."""
        return self.document.body[self.folded.origin[at]].isupper()

    def sentence_at(self, at: int) -> int:
        """Number of the sentence that holds a folded offset."""
        return bisect_right(self._starts, at) - 1

    def paragraph_at(self, at: int) -> int:
        """Number of the paragraph that holds a folded offset; 0 is the headline."""
        return bisect_right(self._paragraph_starts, at) - 1

    def words(self, start: int, end: int) -> list[Span]:
        """Words between two folded offsets, hyphens and apostrophes inside them."""
        return [Span(m.start(), m.end()) for m in _WORD.finditer(self.text, start, end)]
