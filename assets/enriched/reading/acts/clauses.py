"""Clauses that only describe: who is in them takes no part in the act outside, and the other way round.

Not here: what a clause says.
"""

from __future__ import annotations

import re

from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span

_END = re.compile(r"[,;:()]|\Z")


def relatives(page: Page, sentence: Span) -> list[Span]:
    """Clauses of a sentence that a relative word opens, up to the mark after their first verb."""
    spans = []
    verbs = [*page.words("helper", *sentence), *page.words("act", *sentence), *page.words("cue.said", *sentence)]
    for word in page.words("cue.relative", *sentence):
        verb = min((v.end for v in verbs if v.start >= word.end), default=word.end)
        end = _END.search(page.sheet.text, verb, sentence.end)
        spans.append(Span(word.start, end.start() if end else sentence.end))
    return spans


def together(spans: list[Span], a: int, b: int) -> bool:
    """True where no describing clause holds one of two offsets without the other."""
    return all((s.start <= a < s.end) == (s.start <= b < s.end) for s in spans)
