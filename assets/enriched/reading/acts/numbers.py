"""Which session of a series an act is: the ordinal number beside its noun, in words or digits, before it or behind.

Not here: of which body it is and at which level (details).
"""

from __future__ import annotations

import re

from assets.enriched.reading.acts.hits import Hit
from assets.enriched.reading.acts.lexicon import Lexicon, roman
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.page import Page

REACH = 60
"""Characters between a number and its noun: adjectives and the name of the body fit between."""
BEHIND = 32
"""Characters between a noun and a number in words behind it."""
NEXT = 6
"""Characters between a genitive with an apostrophe and the number behind it: 'siyasi istişarelerin beşinci turu'."""
ARTICLE = "l"
"""No number fifty: with the ending of ordinals it is the French article."""
_MARKS = frozenset(",;:.")


def ordinal(page: Page, lexicon: Lexicon, line: Line, start: int, hit: Hit) -> int | None:
    """The number of the session; None where none is told.

    Args:
        start: where the noun's phrase begins.
    """
    for match in reversed(line.words_between("ordinal", max(start, hit.start - REACH), hit.start)):
        if not set(",;") & set(page.sheet.text[match.end : hit.start]):
            return int(match.entry.value)  # type: ignore[call-overload, no-any-return]
    if hit.final and hit.kind == "consultations" and (rounds := line.words_between("ordinal", hit.word_end, hit.word_end + NEXT)):
        return int(rounds[0].entry.value)  # type: ignore[call-overload, no-any-return]
    before = _digits(page, lexicon, line, start, hit)
    return before if before is not None or lexicon.number_behind is None else _behind(page, lexicon, line, hit)


def _digits(page: Page, lexicon: Lexicon, line: Line, start: int, hit: Hit) -> int | None:
    """A number in digits before the noun, none of a date or a name."""
    named = [m for m in line.named("organisation") if m.start < hit.start]
    dates = [(d.start, d.end) for d in [*page.dates, *named] if d.end > start and d.start < hit.start]
    number = None
    for found in lexicon.number.finditer(page.sheet.text, start, hit.start):
        if any(a <= found.start() < b for a, b in dates):
            continue
        if found.group(1):
            number = int(re.sub(r"\D", "", found.group(1)))
        elif (
            found.group(2) != ARTICLE
            and page.sheet.original(*found.span(2)).isupper()
            and (len(found.group(2)) > 1 or found.group() != found.group(2))
        ):
            number = roman(found.group(2)) or number
    if number is None and hit.kind == "conference" and (bare := lexicon.bare_number.search(page.sheet.text, start, hit.start)):
        number = None if any(a <= bare.start() < b for a, b in dates) else int(bare.group(1))
    return number


def _behind(page: Page, lexicon: Lexicon, line: Line, hit: Hit) -> int | None:
    """A number behind its noun, in languages that put it there: the nearest one before a mark, none of a date or an office."""
    text, end = page.sheet.text, min(line.span.end, hit.word_end + REACH)
    end = min((at for at in range(hit.word_end, end) if text[at] in _MARKS), default=end)
    taken = [(m.start, m.end) for m in [*line.dates, *line.named("office", "person", "organisation")]]
    words = [(m.start, int(m.entry.value)) for m in line.words_between("ordinal", hit.word_end, min(end, hit.word_end + BEHIND))]  # type: ignore[call-overload]
    found = lexicon.number_behind.finditer(text, hit.word_end, end) if lexicon.number_behind else ()
    numbers = [*words, *((m.start(), int(m.group(1))) for m in found)]
    free = [(at, number) for at, number in numbers if not any(a <= at < b for a, b in taken)]
    return min(free)[1] if free else None
