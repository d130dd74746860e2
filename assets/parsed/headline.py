"""Which line of a page's head is the headline, and what a site adds to it.

Here: choice, comparison and trimming of headlines. Not here: the rest of the page (layout).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assets.parsed.lines import folded_words
from assets.parsed.phrases import Phrases, Word

if TYPE_CHECKING:
    from assets.parsed.lines import Line

_STEM_LETTERS = 5
_SHORTEST_STEM = 4
_TICKER_WORDS = 24
_SHORT_WORDS = 3
_NAME_WORDS = 4
"""Words of a name with its titles: a byline shares all of them with the news and is no headline for that."""
_SHOUT_WORDS = 8
_LEAST_SHARED = 0.25
_SENTENCE = re.compile(r"(?<=[.!?…؟۔])[\"”»)]?\s+")
_FIRST_SENTENCE_WORDS = 6
_SITE_SUFFIX = re.compile(r"\s+[|–—»-]\s+([^|–—»]{2,40})$")
_ALIKE = 0.8


def choose(lines: Sequence[Line], news: set[str]) -> int | None:
    """The headline among the lines of a page's head.

    A headline shares words with the news below it; tickers, mastheads and names of sections don't. A line that a page
    repeats is its headline. Short and shouted lines give way to longer ones, and lines of a block, in which sites have
    their name, menu and date, to one that stands alone.

    Args:
        lines: candidates in the page's order.
        news: stems of the first paragraphs.

    Returns:
        Index of the headline; None without candidates.
    """
    if not lines:
        return None
    met = [len(stems(line) & news) for line in lines]
    least = 2 if max(met) > 2 else 0
    shares = [_shared(line, news) if count >= least else 0.0 for line, count in zip(lines, met, strict=True)]
    told = [share for line, share in zip(lines, shares, strict=True) if line.words > _NAME_WORDS and share >= _LEAST_SHARED]
    best = max(told or shares)
    repeated = Counter(line.folded for line in lines)
    open_to = _off_blocks(lines, shares)
    fitting = [i for i in open_to if lines[i].words <= _TICKER_WORDS] or open_to
    for i in fitting:
        if repeated[lines[i].folded] > 1 and shares[i] >= _LEAST_SHARED:
            return i
    for i in fitting:
        if shares[i] >= max(_LEAST_SHARED, best / 2) and not _is_short(lines[i]):
            return i
    longer = [i for i in fitting if not _is_short(lines[i])]
    return (longer or fitting)[0]


def _off_blocks(lines: Sequence[Line], shares: Sequence[float]) -> list[int]:
    """The lines that may be the headline where some stand alone: those, and one at a block's edge that shares more with the news.

    What stands in the middle of a block counts only where nothing that stands alone has to do with the news.
    """
    single = [i for i, line in enumerate(lines) if line.apart and line.closing and not _is_short(line)]
    if not single:
        return list(range(len(lines)))
    best = max(shares[i] for i in single)
    placed = [i for i, line in enumerate(lines) if line.apart or line.closing or best < _LEAST_SHARED]
    told = [i for i in placed if lines[i].words > _NAME_WORDS and shares[i] >= max(_LEAST_SHARED, best)]
    return sorted({*single, *told})


def _is_short(line: Line) -> bool:
    return line.words <= _SHORT_WORDS or (line.shouted and line.words <= _SHOUT_WORDS)


def _shared(line: Line, news: set[str]) -> float:
    """Share of a line's stems that the news has as well."""
    own = stems(line)
    return len(own & news) / len(own) if own else 0.0


def stems(line: Line) -> set[str]:
    """Beginnings of the line's longer words: enough to meet their inflected forms."""
    return {token[:_STEM_LETTERS] for token in line.tokens if len(token) >= _SHORTEST_STEM}


def is_same(line: Line, title: str) -> bool:
    """True where the line is the headline again, as a whole or with a site's mark more or less."""
    if abs(len(line.text) - len(title)) > max(12, len(title) // 3):
        return False
    own, other = line.tokens, folded_words(title)
    if own == other:
        return True
    common = sum((Counter(own) & Counter(other)).values())
    return bool(common) and common / max(len(own), len(other)) >= _ALIKE and own[:2] == other[:2]


def trim(title: str, phrases: Phrases, site: str | None = None) -> str:
    """A headline without what a site adds: marks like VIDEO at its end, its own name behind a bar."""
    suffix = _SITE_SUFFIX.search(title)
    if suffix and site and folded_words(suffix.group(1)) == folded_words(site):
        title = title[: suffix.start()]
    while True:
        words = title.split()
        for length in (3, 2, 1):
            tail = " ".join(words[-length:])
            is_mark = Word.MARK in phrases.whole(folded_words(tail)) and not any(c.isdigit() for c in tail)
            if len(words) - length >= _SHORT_WORDS and is_mark and _is_set_off(tail, words[-length - 1]):
                title = " ".join(words[:-length]).rstrip(" -–—|:/(+[")
                break
        else:
            return title.strip()


def _is_set_off(mark: str, before: str) -> bool:
    """True for a mark in capitals, in brackets, or behind a sign: a word of the headline itself stays."""
    return mark.isupper() or mark[0] in "([|/+" or mark[-1] in ")]" or before[-1] in "-–—|/:+"


def split_sentence(text: str) -> tuple[str, str]:
    """The first sentence of some length, and the rest."""
    for match in _SENTENCE.finditer(text):
        if len(text[: match.start()].split()) >= _FIRST_SENTENCE_WORDS:
            return text[: match.end()].strip(), text[match.end() :].strip()
    return text, ""
