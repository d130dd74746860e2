"""Countries, organisations and places: from gazetteer matches to mentions.

Here: countries, organisations and outlets, and names inside longer names. Not here: persons and offices
(people), dates (assets.text.dates).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assets.enriched.reading.entities.bodies import BodyReader
from assets.enriched.reading.entities.outlets import OutletReader
from assets.enriched.reading.entities.places import BEFORE_DAY, PlaceReader
from assets.enriched.reading.entities.spotting import SHORT, Before, CommonWords, either, holds, mention, named
from assets.enriched.reading.entities.towns import TownReader
from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import OPENING, Page
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers
from assets.text.fold import key
from assets.text.matcher import Match

_MARKS = '"()/'
"""What stands around the name of an outlet in a text, and not around a word."""
NEXT = 3
"""Characters between two names that stand side by side, a quotation mark among them."""
NOUN_REACH = 40
"""Characters before a name in which a noun of the press stands."""
_MONEY = re.compile(r" ?[$€£¥]")
"""The sign of a currency that is told by its country: 'US$2 million'."""
LONGER = "outlet.unregistered"
"""The rule of names that go on around one of the register."""
CITING = ("source.before", "source.label", "source.told")
"""Formulas that stand before what they cite."""
_MEMBERS = re.compile(r"[a-z]{2}(-[a-z]{2})+")
"""A format that is called by its members' ISO codes: its name is a list of countries."""


class EntityReader:
    """Reads countries, organisations and places of one language."""

    def __init__(self, pack: Pack, registers: Registers) -> None:
        self._common = CommonWords(pack.language.code, registers, () if pack.language.cased else pack.glue.place_before)
        self._cased = pack.language.cased
        self._read_places = PlaceReader(pack, registers, self._common).read
        self._read_towns = TownReader(pack, registers).read
        self._read_bodies = BodyReader(pack, registers).read
        self._read_outlets = OutletReader(pack, registers).read
        nouns = pack.glue.press_nouns
        self._noun_before = Before(nouns) if nouns else None
        self._noun_after = re.compile(rf"\W+(?:\w+ )?(?:{either(nouns)})\b") if nouns else None
        self._our = re.compile(rf"\b(?:{either(pack.glue.our)})\b") if pack.glue.our else None
        self._our_words = tuple(map(key, pack.glue.our))

    def read(self, page: Page) -> list[Mention]:
        """Mentions of countries, organisations and places in the page, sorted."""
        persons = [(m.start, m.end) for m in page.found.get("official", ())]
        organisations = [m for m in self._organisations(page) if not _inside(m, persons)]
        blocked = [(m.word_start, m.word_end) for m in organisations if m.form != "members"] + persons
        countries = [m for m in self._countries(page) if not _inside(m, blocked)]
        places = [m for m in self._read_places(page) if not _inside(m, blocked) and not _overlaps(m, countries)]
        shared = [m for m in countries if m.form == "capital_government" and _overlaps(m, places)]
        written = [replace(m, form="dateline") for m in shared if _opens_the_news(page, m)]
        countries = [m for m in countries if m not in shared] + written
        named_so_far = [*blocked, *((m.word_start, m.word_end) for m in (*countries, *places))]
        places += [m for m in self._read_towns(page) if not any(a < m.word_end and m.word_start < b for a, b in named_so_far)]
        citing = {f.word_end for f in page.found.get("source.before", ())}
        places = [m for m in places if m.word_start - 1 not in citing]
        sites = {(m.start, m.end) for m in places if m.form == "located"}
        bodies = [m for m in self._read_bodies(page, countries) if not _inside(m, blocked) and (m.start, m.end) not in sites]
        organisations = [m for m in organisations if not _inside(m, [(b.start, b.end) for b in bodies])]
        return [*countries, *organisations, *places, *bodies]

    def _organisations(self, page: Page) -> Iterator[Mention]:
        for match in _one_named(page.found.get("organisation", ())):
            if self._common.evident(page, match):
                body = mention("organisation", match)
                body.form = "members" if _MEMBERS.fullmatch(body.value or "") else body.form
                yield body
        for match in page.found.get("inside", ()):
            yield mention("organisation", match, inside=True)
        yield from self._outlets(page)

    def _outlets(self, page: Page) -> Iterator[Mention]:
        """Outlets by the names of the register, then those that something else shows; each span once."""
        spoken_of = {named(m).value for m in page.found.get("country", ())}
        outlets = _one_a_span(page.found.get("press", ()), page.sheet.document.home, spoken_of)
        taken = [mention("organisation", match) for match in outlets if self._is_press(page, match)]
        for more in self._read_outlets(page):
            if more.value == page.sheet.document.outlet or more.rule == LONGER:
                taken = [m for m in taken if not (more.start <= m.start and m.end <= more.end)]
            if not any(more.start < m.end and m.start < more.end for m in taken):
                taken.append(more)
        yield from taken

    def _is_press(self, page: Page, match: Match) -> bool:
        """True unless a name of the press is also a word and nothing marks it as a name.

        Marks are quotation marks, brackets, capitals, a citing word beside it, and that it is the document's outlet.
        """
        if not self._common.has(match) or named(match).value == page.sheet.document.outlet:
            return True
        text = page.sheet.original(match.start, match.end)
        before, after = page.sheet.text[max(0, match.start - 2) : match.start], page.sheet.text[match.word_end : match.word_end + 2]
        around = before[-1:] + after[:1] + "/" * ("/" in before + after)
        if any(mark in around for mark in _MARKS) or (len(text) > SHORT and text.isupper()):
            return True
        whole = match.end == match.word_end and not self._cased
        shown = _is_cited(page, match) or self._has_noun(page, match) or _in_its_town(page, match)
        return (whole or self._common.evident(page, match)) and shown

    def _has_noun(self, page: Page, match: Match) -> bool:
        """True where a noun of the press stands beside a name: 'the newspaper X', 'X Xəbər Agentliyi'."""
        if self._noun_before is None or self._noun_after is None:
            return False
        before = page.sheet.text[max(0, match.word_start - NOUN_REACH) : match.word_start]
        return bool(self._noun_before.ends(before) or self._noun_after.match(page.sheet.text, match.word_end))

    def _countries(self, page: Page) -> Iterator[Mention]:
        for match in page.found.get("country", ()):
            if self._common.evident(page, match) and not _MONEY.match(page.sheet.text, match.word_end):
                yield mention("country", match)
        if self._our and page.sheet.document.home and holds(page.sheet.text, self._our_words):
            for our in self._our.finditer(page.sheet.text):
                home = page.sheet.document.home
                yield Mention("country", our.start(), our.end(), our.start(), our.end(), home, "home", "glue.our")


def _one_named(bodies: Iterable[Match]) -> Iterator[Match]:
    """Of several organisations with one abbreviation the one that the text names in full too, else the one it stands for first."""
    bodies = list(bodies)
    full = {named(m).value for m in bodies if named(m).form == "name"}
    spans: dict[tuple[int, int], Match] = {}
    for match in bodies:
        span = (match.start, match.end)
        known = spans.get(span)
        if known is None or _weight(match, full) > _weight(known, full):
            spans[span] = match
    yield from spans.values()


def _weight(match: Match, full: set[str]) -> tuple[bool, bool]:
    return named(match).value in full, named(match).form != "short"


def _is_cited(page: Page, match: Match) -> bool:
    """True right after a word that cites or labels a source, and right before one that ends a citation."""
    before = [word for kind in CITING for word in page.words(kind, 0, match.start)]
    if any(formula.word_end + 1 >= match.word_start for formula in before):
        return True
    return any(formula.start - 1 <= match.word_end for formula in page.words("source.after", match.word_end, match.word_end + 2))


def _in_its_town(page: Page, match: Match) -> bool:
    """True right behind a town or the name of the outlet's country: "Santiago's El Mercurio"."""
    before = [m for kind in ("place", "country") for m in page.words(kind, max(0, match.start - NOUN_REACH), match.start)]
    return any(0 < match.word_start - m.word_end <= NEXT and _country_of(m) == named(match).country for m in before)


def _country_of(match: Match) -> str | None:
    """The country of a place, or the one that is named."""
    return named(match).country if match.entry.kind == "place" else named(match).value


def _one_a_span(outlets: Iterable[Match], home: str | None, spoken_of: set[str]) -> list[Match]:
    """Of several outlets with one name the one of the document's country, else of one that the text speaks of, else called so in full."""

    def rank(match: Match) -> tuple[bool, bool, bool]:
        outlet = named(match)
        return outlet.country == home, outlet.country in spoken_of, outlet.value == key(match.entry.text)

    best: dict[tuple[int, int], Match] = {}
    for match in outlets:
        span = (match.start, match.end)
        known = best.get(span)
        if known is None or rank(match) > rank(known):
            best[span] = match
    return list(best.values())


def _opens_the_news(page: Page, mention: Mention) -> bool:
    """True for a capital in a dateline with its day: the news is of its country too, which takes no part in anything by that."""
    number = page.sheet.paragraph_at(mention.start)
    begins = 0 < number < OPENING and mention.word_start == page.sheet.paragraphs[number].start
    return begins and BEFORE_DAY.match(page.sheet.text, mention.word_end) is not None


def _inside(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(a <= mention.start and mention.end <= b and (b - a) > (mention.end - mention.start) for a, b in spans)


def _overlaps(mention: Mention, others: Iterable[Mention]) -> bool:
    """True where it lies in a country's name; a site, and a city marked as a place, that are called as their country are both."""
    return any(
        o.start < mention.end
        and mention.start < o.end
        and o.form != "capital_government"
        and not (mention.form in ("located", "site") and (o.start, o.end) == (mention.start, mention.end))
        for o in others
    )
