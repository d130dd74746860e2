"""What the readers of names share: from a gazetteer match to a mention, words around a name, names that are also words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from assets.enriched.reading.gazetteer import Named
from assets.enriched.reading.homes import LEADERS
from assets.enriched.reading.model import Kind, Mention
from assets.enriched.reading.page import Page
from assets.register.registers import Registers
from assets.text.fold import key
from assets.text.matcher import Match

KEPT = 1 << 14
"""Names of which the folded form is kept: the press names the same ones again and again."""
_OPENING = " \n\t\"'("
APOSTROPHES = "'-\""
"""Between a proper name and its ending; without one a capital at the beginning of a sentence says nothing."""
SHORT = 2
"""Letters of an abbreviation that many things share."""


class CommonWords:
    """The names of the register that are also words of a language.

    Args:
        language: BCP 47 code.
        registers: for their stop words.
        place_before: words right before a place, which tell a country in scripts without capitals.
    """

    def __init__(self, language: str, registers: Registers, place_before: Iterable[str] = ()) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        self._ambiguous = {key(row.text) for row in registers.ambiguous if row.language == language}
        self._here = Before(place_before)
        for row in registers.stopwords:
            if row.language in (language, "mul"):
                self._words[row.kind].add(key(row.text))
        self._key = lru_cache(maxsize=KEPT)(key)

    def has(self, match: Match) -> bool:
        """True where the name that was found is also a word."""
        return self._key(match.entry.text) in self._words[match.entry.kind]

    def evident(self, page: Page, match: Match) -> bool:
        """True unless the name is also a common word and nothing but its letters speaks for the name.

        In scripts with case capitals speak for it; two capitals only after an office or a body ('МИД РА').
        """
        if not self.has(match) or self._of_state(page, match):
            return True
        written = page.sheet.original(match.start, match.end)
        if match.entry.kind == "country" and len(written) == SHORT:
            titles = [*page.words("office", 0, match.start), *page.words("body", 0, match.start)]
            return any(title.word_end + 1 == match.start for title in titles)
        affixed = match.word_end > match.end and page.sheet.text[match.end] not in APOSTROPHES
        opens = page.sheet.sentences[page.sheet.sentence_at(match.start)].start == match.start
        return written[0].isupper() and not (affixed and opens)

    def _of_state(self, page: Page, match: Match) -> bool:
        """True for a country in a script without capitals right behind a leader's office, or behind 'in': 'رئیس‌جمهور مالی', 'في مالي'."""
        if match.entry.kind != "country" or named(match).form == "capital_government" or match.word_start != match.start:
            return False
        if page.sheet.capital(match.start) or self._key(match.entry.text) in self._ambiguous:
            return False
        offices = [o for o in page.words("office", 0, match.start) if o.word_end + 1 == match.start]
        leads = any(getattr(o.entry.value, "code", "") in LEADERS for o in offices)
        before = page.sheet.text[max(0, match.start - 30) : match.start]
        return leads or (named(match).form == "name" and self._here.ends(before))


def mention(kind: Kind, match: Match, *, inside: bool = False) -> Mention:
    """The mention that a match of a register entry is."""
    found = named(match)
    return Mention(
        kind,
        match.start,
        match.end,
        match.word_start,
        match.word_end,
        found.value,
        found.form,
        f"register.{match.entry.kind}",
        inside=inside,
    )


def named(match: Match) -> Named:
    """What a register entry names."""
    value = match.entry.value
    if not isinstance(value, Named):
        raise TypeError(f"{match.entry} is no register entry")
    return value


def either(words: Iterable[str]) -> str:
    """A pattern for one of these words, folded, longer ones first."""
    return "|".join(sorted(map(re.escape, {key(w) for w in words}), key=len, reverse=True))


def holds(text: str, words: Iterable[str]) -> bool:
    """True where a text holds one of some folded words, if only inside others: a quick look before a pattern that begins with them."""
    return any(word in text for word in words)


def gap_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Only these words, blanks and quotes, or nothing."""
    return re.compile(rf"[\s\"'(,-]*(?:(?:{either(words)})[\s\"',-]+|[a-z]')*")


class Before:
    """One of these words right before: told from most texts by their last letters, without the pattern."""

    def __init__(self, words: Iterable[str]) -> None:
        folded = sorted({key(word) for word in words})
        self._ends = tuple(word.rstrip(_OPENING) for word in folded)
        self._pattern = re.compile(rf"(?:^|[\s\"'(])(?:{either(folded)})[\s\"'(]+$")

    def ends(self, text: str) -> bool:
        """True where a text ends with one of the words, blanks and opening marks after it."""
        return text.rstrip(_OPENING).endswith(self._ends) and self._pattern.search(text) is not None
