"""For how long a role is held: the nearest date of its sentence that belongs to no other role.

Not here: who holds which role (mandates).
"""

from __future__ import annotations

import re

from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import OPENING, Page
from assets.enriched.reading.sheet import Span
from assets.text.matcher import Match

REACH = 90
"""Characters between a role and its holder, its organisation or its period."""
ENTERED = "mandate.entered"
"""The kind of verbs of joining, leaving or sitting in a body."""
_DATELINE = re.compile(r"[^.\n]{0,60}?(?:\([^()\n]{2,30}\) ?[-–:]{0,2}| [-–]{1,2}|/) ")
"""A town, its day and who signs, up to the mark behind which the news begins."""
_SINGLE = re.compile(r"\d{4}(?:-\d\d){0,2}")
"""A date with a year that is no interval."""


def distance(mention: Mention, word: Match) -> int:
    """Characters between a name and a role."""
    return max(mention.start - word.end, word.start - mention.end, 0)


def period(page: Page, word: Match, sentence: Span) -> str | None:
    """The nearest date of the sentence with a year; a beginning and an open end that both stand there make one period."""
    dates = _dated(page, sentence)
    roles = [w.start for w in page.found.get("mandate", ()) if sentence.start <= w.start < sentence.end]
    own = [d for d in dates if not any(min(d.start, word.end) <= at < max(d.start, word.start) for at in roles)]
    behind = [d for d in own if d.start > word.end and word.entry.kind == ENTERED]
    near = sorted((d for d in behind or own or dates if distance(d, word) <= REACH), key=lambda d: distance(d, word))
    if not near:
        return None
    first = near[0].value or ""
    ends = [d.value for d in dates if d.value and d.value.startswith("../")]
    if "/" not in first and ends:
        return f"{first}/{ends[0].removeprefix('../')}"
    return first


def handed(page: Page, sentence: Span, term: str | None) -> tuple[str | None, str | None]:
    """The terms of who hands a role over and of who takes it: of two dates the giver's begins with the first, the taker's with the last."""
    days = sorted({d.value for d in _dated(page, sentence) if d.value and _SINGLE.fullmatch(d.value)})
    if len(days) > 1:
        return f"{days[0]}/{days[-1]}", days[-1]
    return until(term), term


def _dated(page: Page, sentence: Span) -> list[Mention]:
    """The dates of a sentence that have a year, those of its dateline left out."""
    begun = _news_begins(page, sentence)
    return [d for d in page.dates if begun <= d.start < sentence.end and d.value and "XXXX" not in d.value]


def _news_begins(page: Page, sentence: Span) -> int:
    """Where a sentence begins behind its dateline, which says nothing of when a role is held."""
    number = page.sheet.paragraph_at(sentence.start)
    opening = 0 < number < OPENING and sentence.start == page.sheet.paragraphs[number].start
    match = _DATELINE.match(page.sheet.text, sentence.start) if opening else None
    return match.end() if match else sentence.start


def until(period: str | None) -> str | None:
    """The term of who hands a role over, from the term of who takes it."""
    return f"../{period.split('/')[0]}" if period and not period.startswith("..") else period
