"""Clauses that only describe: who is in them takes no part in the act outside, and the other way round.

Not here: what a clause says.
"""

from __future__ import annotations

import re

from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span

INSERTED = 3
"""Characters between a relative word and a mark that opens an insertion; the clause goes on behind it."""
_END = re.compile(r"[,;:()]|\Z")


def relatives(page: Page, sentence: Span) -> list[Span]:
    """Clauses of a sentence that a relative word opens, up to the next mark."""
    spans = []
    for word in page.words("cue.relative", *sentence):
        end = _END.search(page.sheet.text, word.end, sentence.end)
        inserted = end is not None and end.start() - word.end < INSERTED
        spans.append(Span(word.start, end.start() if end and not inserted else sentence.end))
    return spans


def together(spans: list[Span], a: int, b: int) -> bool:
    """True where no describing clause holds one of two offsets without the other."""
    return all((s.start <= a < s.end) == (s.start <= b < s.end) for s in spans)
