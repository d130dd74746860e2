"""Places: cities and sites where something says that the name is a place.

Here: a capital that is a place or stands for its government, small towns and names that are also words.
Not here: countries and organisations.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from assets.enriched.reading.entities.spotting import Before, CommonWords, either, gap_pattern, holds, mention, named
from assets.enriched.reading.gazetteer import Named
from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import OPENING, Page
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers
from assets.text.fold import key
from assets.text.matcher import Match
from warehouse.ids import stable_id

SHORT_WORD = 3
"""Letters of a word that is too short to be told from others where a script has no capitals."""
DATELINE = 40
"""Characters of a line that holds a dateline alone: 'AA / Baku'."""
_DATED = re.compile(r"\d{1,2}\.? \w+(?: \d{4})?[,.]? ")
"""A day before the place of a dateline."""
_DAY = r"(?: \w{1,3})? \d{1,2}\.? [^\W\d]+(?: \d{4})?(?: \w{1,2}\b)?"
BEFORE_DAY = re.compile(rf"{_DAY}[ ,]*[/(:–-]|(?:{_DAY} [^\W\d]+){{1,2}}(?=\n)")
"""A day behind the place of a dateline: 'الدوحة في 14 أبريل /'."""
_JOINTS = ("/", " / ", "-", " - ")
"""What joins the places of a dateline."""
MISSIONS = frozenset({"embassy", "consulate"})
ENVOYS = frozenset({"ambassador", "consul"})
"""Missions and their heads, which are called by the city where they are."""
LARGE = 300_000
"""Inhabitants from which a city is named without a word that says it is a place."""


@cache
def place_id(name: str, country: str | None) -> str:
    """The id of a place: its English name within its country."""
    return stable_id("place", name, country or "")


class PlaceReader:
    """Reads places of one language."""

    def __init__(self, pack: Pack, registers: Registers, common: CommonWords) -> None:
        glue = pack.glue
        self._common = common
        self._list = gap_pattern(glue.conjunction)
        nouns = either(glue.place_nouns)
        self._capital = re.compile(rf"\b(?:{nouns}) \w+[,،]? \"?$") if nouns else None
        self._nouns = tuple(map(key, glue.place_nouns))
        self._here = Before([*glue.place_before, *glue.place_nouns])
        self._near = Before(glue.near)
        self._noun_after = re.compile(rf"[ \"']+(?:{either(glue.place_nouns)})\b")
        self._goal = Before(glue.goal_before)
        self._cased = pack.language.cased
        self._small = {
            place_id(row.name, row.country)
            for row in registers.places
            if row.kind == "city" and row.population < LARGE and (row.country is None or row.country != pack.language.home)
        }
        self._alike = _alike(registers)
        self._prefixes = frozenset(map(key, glue.place_prefixes))
        self._endings = frozenset(map(key, [*glue.place_endings, *glue.goal_endings]))

    def read(self, page: Page) -> Iterator[Mention]:
        """Cities and sites. A capital, a small town and a common word are places only where something says so."""
        governments = {(m.start, m.end) for m in page.found.get("country", ()) if named(m).form == "capital_government"}
        governments |= {(m.start, m.end) for m in page.found.get("body", ())}
        spans: dict[tuple[int, int], Match] = {}
        for match in page.found.get("place", ()):
            if (named(match).form != "region" or _is_dateline(page, match)) and self._spelled(page, match):
                spans.setdefault((match.start, match.end), match)
        plain = {span for span, m in spans.items() if self._cased and span not in governments and not self._needs_marks(page, m)}
        marked = {span for span, m in spans.items() if self._located(page, m)}
        countries = {(m.start, m.end) for m in page.found.get("country", ())}
        towns = [m for m in spans.values() if named(m).form != "region"]
        located = self._spread(page, towns, plain | marked) - (plain & countries - marked)
        for span, match in spans.items():
            found = named(match)
            doubtful = span in governments or (self._needs_marks(page, match) and not self._is_near(page, match))
            if (span in located or not doubtful or _is_aside(page, match)) and not self._elsewhere(page, found):
                place = mention("place", match)
                place.value = place_id(found.value, self._country(page, found))
                place.form = "located" if span in located else found.form
                yield place

    def _country(self, page: Page, found: Named) -> str | None:
        """The country of a place; of houses that are called alike in several countries, the one that the text speaks of most."""
        alike = self._alike.get(found.value)
        if not alike:
            return found.country
        spoken_of = Counter(named(m).value for m in page.found.get("country", ()))
        spoken_of.update([page.sheet.document.home or ""])
        owners = [c for c in alike if c in spoken_of]
        return max(owners, key=lambda c: spoken_of[c]) if owners else found.country

    def _elsewhere(self, page: Page, found: Named) -> bool:
        """True for a house called as those of several countries, in the press of another one that speaks of none of them."""
        home, alike = page.sheet.document.home, self._alike.get(found.value)
        if not alike or home is None or home in alike:
            return False
        return not {named(m).value for m in page.found.get("country", ())} & set(alike)

    def _needs_marks(self, page: Page, match: Match) -> bool:
        """True for small towns of other countries, for names that are also words, and for short ones in scripts without capitals."""
        found = named(match)
        short = not self._cased and match.end - match.start <= SHORT_WORD
        return short or place_id(found.value, found.country) in self._small or not self._common.evident(page, match)

    def _spelled(self, page: Page, match: Match) -> bool:
        """True unless the text has an accent that the name has not: a text may lose accents, it gains none."""
        written = page.sheet.original(match.start, match.end).lower()
        name = match.entry.text.lower()
        return not self._cased or not any(letter > "\x7f" and letter not in name for letter in written if letter.isalpha())

    def _spread(self, page: Page, matches: list[Match], located: set[tuple[int, int]]) -> set[tuple[int, int]]:
        """In a list of places what marks one marks all: 'to Moscow and Baku'."""
        for left, right in [*pairwise(matches), *reversed(list(pairwise(matches)))]:
            one, other = (left.start, left.end), (right.start, right.end)
            between = page.sheet.text[left.word_end : right.word_start]
            if any(map(self._common.has, (left, right))):
                continue
            if (one in located) != (other in located) and (between in _JOINTS or self._list.fullmatch(between)):
                located |= {one, other}
        return located

    def _is_near(self, page: Page, match: Match) -> bool:
        """True where a word before says no more than that the name is a place, and that it is no other word."""
        before = page.sheet.text[max(0, match.word_start - 30) : match.word_start]
        return self._cased and not self._common.has(match) and self._near.ends(before)

    def _located(self, page: Page, match: Match) -> bool:
        """True where the words around say that the name is a place: a preposition, a case ending, a dateline."""
        text = page.sheet.text
        before = text[max(0, match.word_start - 30) : match.word_start]
        ending = text[match.end : match.word_end].lstrip("'-")
        prefix = text[match.word_start : match.start]
        if (ending and ending in self._endings) or (prefix and prefix in self._prefixes):
            return True
        if self._here.ends(before) or self._goal.ends(before):
            return True
        if self._capital and holds(before, self._nouns) and self._capital.search(before):
            return True
        return bool(self._noun_after.match(text, match.word_end)) or _is_post(page, match) or _is_dateline(page, match)


def _alike(registers: Registers) -> dict[str, list[str]]:
    """The countries of houses that several countries call alike: State House."""
    countries: dict[str, list[str]] = {}
    for row in registers.places:
        if row.kind == "site" and row.country:
            countries.setdefault(row.name, []).append(row.country)
    return {name: found for name, found in countries.items() if len(found) > 1}


def _is_aside(page: Page, match: Match) -> bool:
    """True alone in brackets, and where an outlet of its country stands right behind: 'El País (Madrid)', "Santiago's El Mercurio".

    It is a place then, where nothing need happen.
    """
    text = page.sheet.text
    if text[match.word_start - 1 : match.word_start] == "(" and text[match.word_end : match.word_end + 1] == ")":
        return True
    next_word = (match.word_end, match.word_end + 3)
    return any(named(paper).country == named(match).country for paper in page.words("press", *next_word))


def _is_post(page: Page, match: Match) -> bool:
    """True where an embassy or its head follows: 'Hanoi Büyükelçisi' is the envoy who resides there."""
    next_word = (match.word_end + 1, match.word_end + 2)
    missions = any(named(body).value in MISSIONS for body in page.words("body", *next_word))
    return missions or any(office.entry.value.code in ENVOYS for office in page.words("office", *next_word))  # type: ignore[attr-defined]


def _is_dateline(page: Page, match: Match) -> bool:
    """True in a line too short for a sentence, and where a paragraph begins and a dash, comma or bracket soon follows."""
    paragraph = page.sheet.paragraphs[page.sheet.paragraph_at(match.start)]
    if paragraph.end - paragraph.start < DATELINE and paragraph.start > 0:
        return True
    lead = page.sheet.text[paragraph.start : match.start]
    sign = page.sheet.text[match.word_end : match.word_end + 2].strip()[:1]
    if len(lead) < DATELINE and _DATED.fullmatch(lead) and sign in tuple("/(-–"):
        return True
    if match.start - paragraph.start >= OPENING:
        return False
    dated = page.sheet.paragraph_at(match.start) < OPENING and BEFORE_DAY.match(page.sheet.text, match.word_end)
    return bool(dated) or sign in tuple(",.-(:/")
