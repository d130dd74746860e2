"""Towns: names of which the register has tens of thousands, and that are places only where the words around say so.

Here: a preposition, a case ending, a noun or a country beside a town's name, and what speaks for a person instead. Not here:
cities and sites, which their names alone may tell (places).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from assets.enriched.reading.entities.places import place_id
from assets.enriched.reading.entities.spotting import Before, either, named
from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import OPENING, Page
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers, Town
from assets.text.fold import fold_short, key

MOST = 4
"""Words of a town's name at the most."""
REACH = 30
"""Characters before a name in which what marks it stands."""
KEPT = 20_000
"""Words of which it is kept whether a town's name may begin with them."""
_CAPITAL = re.compile(r"(?<![\w'-])[^\W\d_a-zа-яё][^\W\d_]{2,}")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAIL = re.compile(r"'?[^\W\d_]*")
_DASH = re.compile(r"(?: ?\([^)\n]{2,30}\))?,? ?[–—-] |/")
_NAME_GOES_ON = re.compile(r" [^\W\d_]")
KNOWN = ("country", "place", "organisation", "press", "official", "body", "office")
"""Kinds of entries of which none is a town."""


class _Found(NamedTuple):
    start: int
    end: int
    word_end: int
    town: Town


class TownReader:
    """Reads towns of one language.

    Args:
        pack: its prepositions, nouns and endings of places.
        registers: the towns.
    """

    def __init__(self, pack: Pack, registers: Registers) -> None:
        glue = pack.glue
        self._towns = registers.town_of
        self._first = frozenset(text.split(" ", 1)[0] for text in self._towns)
        self._cased, self._nouns_capitalised = pack.language.cased, pack.language.nouns_capitalised
        self._before = Before([*glue.place_before, *glue.place_nouns])
        self._glue_words = frozenset(word for text in [*glue.place_before, *glue.place_nouns] for word in key(text).split())
        self._noun = re.compile(rf"(?<!\w)(?:{either(glue.place_nouns)}) (?=\w)")
        self._noun_after = re.compile(rf"[ \"']+(?:{either(glue.place_nouns)})\b")
        self._endings = tuple(sorted(map(key, glue.place_endings), key=len, reverse=True))
        self._opens: Callable[[str], bool] = lru_cache(maxsize=KEPT)(self._begins)
        """The same words have capitals in text after text."""

    def read(self, page: Page) -> Iterator[Mention]:
        """Towns that something marks, in order; other names of the register are no towns."""
        for found in self._spelled(page):
            if self._marked(page, found) and not _known(page, found) and not (self._cased and self._is_person(page, found)):
                value = place_id(found.town.name, found.town.country)
                yield Mention("place", found.start, found.end, found.start, found.word_end, value, "located", "register.town")

    def _spelled(self, page: Page) -> Iterator[_Found]:
        """What is spelled as a town: with a capital, or behind a noun where a script has none."""
        sheet = page.sheet
        if not self._cased:
            yield from (found for m in self._noun.finditer(sheet.text) if (found := self._at(sheet.text, m.end())))
            return
        until = 0
        for m in _CAPITAL.finditer(sheet.document.body):
            if m.start() >= until and self._opens(m[0]):
                found = self._at(sheet.text, sheet.folded_span(m.start(), m.end()).start)
                if found:
                    until = sheet.span(found.start, found.end)[1]
                    yield found

    def _begins(self, written: str) -> bool:
        """True where a town's name may begin with the word, or the word is one with an ending."""
        word = fold_short(written)
        return word in self._first or any(word.endswith(e) and word.removesuffix(e) in self._first for e in self._endings)

    def _at(self, text: str, start: int) -> _Found | None:
        """The longest name of a town at an offset, an ending cut off."""
        ends: list[int] = []
        at = start
        while len(ends) < MOST and (token := _TOKEN.match(text, at)):
            ends.append(token.end())
            at = token.end() + 1
            if text[token.end() : at] != " ":
                break
        for end in reversed(ends):
            name = text[start:end]
            tail = _TAIL.match(text, end)
            if town := self._towns.get(name):
                return _Found(start, end, tail.end() if tail else end, town)
            for ending in self._endings:
                if name.endswith(ending) and (town := self._towns.get(name.removesuffix(ending))):
                    return _Found(start, end - len(ending), end, town)
        return None

    def _marked(self, page: Page, found: _Found) -> bool:
        """True where an ending, a preposition, a noun, a dateline or its country says that the name is a place."""
        text = page.sheet.text
        if not self._cased:
            return found.word_end == found.end
        ending = text[found.end : found.word_end].lstrip("'")
        if ending:
            apostrophe = text[found.end] == "'"
            opens = page.sheet.sentences[page.sheet.sentence_at(found.start)].start == found.start
            return ending in self._endings and (apostrophe or not opens)
        if self._noun_after.match(text, found.word_end) or _with_country(page, found) or _heads_the_news(page, found):
            return True
        goes_on = _NAME_GOES_ON.match(text, found.word_end) and page.sheet.capital(found.word_end + 1)
        if goes_on and not self._nouns_capitalised:
            return False
        return self._before.ends(text[max(0, found.start - REACH) : found.start])

    def _is_person(self, page: Page, found: _Found) -> bool:
        """True where the text has the name behind another name: a person's, who is then called by it alone."""
        text = page.sheet.text
        for m in re.finditer(rf"(?<![\w'])([^\W\d_]+) {re.escape(text[found.start : found.end])}(?!\w)", text):
            alone = m[1] in self._glue_words or not page.sheet.capital(m.start())
            if not alone and not any(named(c).country for c in page.words("place", m.start(), m.start() + 1)):
                return True
        return False


def _known(page: Page, found: _Found) -> bool:
    """True where the register has another name there."""
    before = max(0, found.start - 2 * REACH)
    return any(m.end > found.start for kind in KNOWN for m in page.words(kind, before, found.end))


def _with_country(page: Page, found: _Found) -> bool:
    """True where its country, or a place of it, follows behind a comma or in brackets: 'Hinesburg, Vermont'."""
    if page.sheet.text[found.word_end : found.word_end + 2] not in (", ", " ("):
        return False
    at = found.word_end + 2
    countries = {named(m).value for m in page.words("country", at, at + 1)}
    return found.town.country in countries | {named(m).country for m in page.words("place", at, at + 1)}


def _heads_the_news(page: Page, found: _Found) -> bool:
    """True where the name begins one of the first paragraphs, and a dash sets it off."""
    number = page.sheet.paragraph_at(found.start)
    begins = found.start - page.sheet.paragraphs[number].start < OPENING
    return 0 < number < OPENING and begins and _DASH.match(page.sheet.text, found.word_end) is not None
