"""Whether a page says the same of its title and date wherever it says them.

Here: what counts as the same. Not here: where a page says it (formats), what follows (checks: it is told, nothing is rejected).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from assets.parsed.lines import folded_words
from assets.parsed.model import Metadata
from assets.parsed.published import from_metadata

DAYS: Final = 1
"""Days that two dates may lie apart: the same moment is another day in another time zone."""
SHARED: Final = 0.5
"""Share of the shorter title's words that stand in the longer one too: sites put their name behind it, and shorten it for networks."""


def doubts(said: Metadata) -> Iterator[tuple[str, str]]:
    """Parts of which the page says different things: `title` or `published`, with the two values."""
    for part, other in said.others:
        first = getattr(said, part)
        if first and not _same(part, first, other):
            yield part, f"{first} | {other}"[:400]


def _same(part: str, one: str, other: str) -> bool:
    return _same_day(one, other) if part == "published" else _same_title(one, other)


def _same_title(one: str, other: str) -> bool:
    shorter, longer = sorted((set(folded_words(one)), set(folded_words(other))), key=len)
    return len(shorter & longer) >= SHARED * len(shorter)


def _same_day(one: str, other: str) -> bool:
    """True too where one of them is in no machine's form: what it says is not known."""
    days = [date.fromisoformat(day) for text in (one, other) if (day := from_metadata(text))]
    return len(days) < len((one, other)) or abs((days[0] - days[1]).days) <= DAYS
