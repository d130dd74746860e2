"""Ministries, presidencies, parliaments and embassies: bodies of a state, composed with the country that they belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from assets.enriched.reading.entities.context import ABROAD, Context
from assets.enriched.reading.entities.spotting import either, gap_pattern, holds, mention, named
from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import Page
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers
from assets.text.fold import key
from assets.text.matcher import Affixes, Match

FAR = 60
"""Characters between a ministry and its country at the most, with glue words alone between them."""
COUNCIL, UN, UN_COUNCIL = "security-council", "un", "unsc"
"""A Security Council of no country is the United Nations' where they are named, or where the bare words name no other one."""
SHORT = "short"
"""The form of a body's word that needs its country beside it."""
STATE_OFFICES = frozenset({"president", "prime_minister", "foreign_minister", "deputy_foreign_minister", "minister", "deputy_minister"})
"""Offices that are named by their body ('head of the foreign ministry') and mean the person, not the body."""
CAPITAL = "capital"
"""The kind of a place that stands for the country in which an embassy is."""
EMBASSY = "embassy"
NEIGHBOUR = 25
"""Characters between an embassy and the country that it stands in."""
PEOPLES = frozenset({"adjective", "inhabitant"})
"""Forms of a country's name behind a mission that begin something else: 'the Pakistani embassy, the Algerian one'."""
PARTS = ("body", "office")
"""Names that 'the ministry' may be a part of."""
_GAP = re.compile(r"[\s\"'(),-]*")


class BodyReader:
    """Reads bodies of states in one language."""

    def __init__(self, pack: Pack, registers: Registers) -> None:
        self._home = pack.language.home
        self._head_last = pack.people.head == "last"
        self._place_endings = tuple(map(key, pack.glue.place_endings))
        self._alike = _alike(registers, pack.language.code)
        self._of = gap_pattern(pack.glue.of)
        self._list = gap_pattern(pack.glue.conjunction)
        self._conjunctions = frozenset(map(key, pack.glue.conjunction))
        of = either(pack.glue.of)
        self._ministry = re.compile(rf"\b({either(pack.glue.ministry)})(\w*)\b(?! (?:{of})\b)") if pack.glue.ministry else None
        self._ministry_words = tuple(map(key, pack.glue.ministry))
        self._endings = Affixes((), pack.affixes.suffix_slots)

    def read(self, page: Page, countries: list[Mention]) -> Iterator[Mention]:
        """Bodies of states, composed with their country; a list of countries after one gives each its own."""
        context = Context(page, countries, self._home)
        for match in page.found.get("body", ()):
            found = named(match)
            if _is_mandate(page, match) or _is_office(page, match) or _is_act(page, match):
                continue
            beside = self._beside(page, match, countries) if found.country else []
            owners = beside or ([self._own(page, match, found.country)] if found.country else self._owners(page, match, countries))
            if found.value == EMBASSY:
                owners = self._seated(page, match, countries) or self._host(page, match, countries, owners)
            held = found.value == COUNCIL and self._is_held(page, match)
            if found.value == COUNCIL and not owners and (self._is_bare(match, context, held) or _names(page, UN)):
                yield _body(match, UN_COUNCIL)
                continue
            if owners:
                context.named.add(found.value)
            elif found.form == SHORT and not held:
                continue
            for number, owner in enumerate(owners or context.owners(match)):
                context.last = (match.end, owner[:2])
                yield _body(match, f"{found.value}-{owner.lower()}", _word_of(owner, match, countries) if number else None)
        yield from self._again(page, context)

    def _is_bare(self, match: Match, context: Context, held: bool) -> bool:
        """True for bare words that no other council was named by before, and that are no part of somebody's office."""
        return named(match).form == SHORT and COUNCIL not in context.named and not held

    def _is_held(self, page: Page, match: Match) -> bool:
        """True for a body that is a part of somebody's office, or follows its word: 'the secretary of the Security Council'."""
        return any(
            (office.start <= match.start and match.end <= office.end)
            or (office.word_end < match.start and self._of.fullmatch(page.sheet.text[office.word_end : match.word_start]))
            for office in page.words("office", max(0, match.start - NEIGHBOUR), match.end)
        )

    def _beside(self, page: Page, match: Match, countries: list[Mention]) -> list[str]:
        """The country right before what only one country's body is usually called: 'Küveyt Milli Məclisi'."""
        text = page.sheet.text
        before = [c for c in countries if 0 < match.word_start - c.word_end <= 1 and c.form != "adjective"]
        return [before[-1].value or ""] if self._head_last and before and text[before[-1].word_end : match.word_start] == " " else []

    def _own(self, page: Page, match: Match, usual: str) -> str:
        """The country of a body that several countries call alike: the outlet's own, else the one most spoken of, else the usual."""
        alike = self._alike.get(key(match.entry.text), ())
        spoken_of = Counter(named(m).value for m in page.found.get("country", ()))
        spoken_of.update({page.sheet.document.home or "": len(page.sheet.text)})
        candidates = [country for country in alike if country in spoken_of]
        return max(candidates, key=lambda c: spoken_of[c]) if candidates else usual

    def _again(self, page: Page, context: Context) -> Iterator[Mention]:
        """The foreign ministry once more, as 'the ministry', where the text speaks of no other country's."""
        if self._ministry is None or not holds(page.sheet.text, self._ministry_words) or not (spoken := context.foreign_ministry()):
            return
        for found in self._ministry.finditer(page.sheet.text):
            start, end, word_end = *found.span(1), found.end()
            if self._endings.ending(found.group(2)) and not _is_longer(page, start, word_end):
                yield Mention("organisation", start, end, start, word_end, spoken, "body", "glue.ministry")

    def _is_located(self, page: Page, country: Mention) -> bool:
        """True for a country's name with an ending of the place where something is."""
        ending = page.sheet.text[country.end : country.word_end].strip("'-")
        return any(ending.startswith(place) for place in self._place_endings)

    def _owners(self, page: Page, match: Match, countries: list[Mention]) -> list[str]:
        """The countries inside, right before or right after a body's name, glue words alone between them.

        In languages that put heads last, a body with a case ending belongs to what follows, nothing that follows belongs to it.
        """
        text = page.sheet.text
        inside = [c.value or "" for c in countries if match.start < c.start < match.end and c.word_end == c.end]
        if inside:
            return inside
        before = [c for c in countries if 0 <= match.word_start - c.word_end <= FAR][-1:]
        if before and _GAP.fullmatch(text[before[0].word_end : match.word_start]):
            return [before[0].value or "", *self._adjectives(text, before[0], countries)]
        closed = self._head_last and match.word_end > match.end
        after = [c for c in countries if 0 <= c.word_start - match.word_end <= FAR and not closed]
        if after and self._of.fullmatch(text[match.word_end : after[0].word_start]) and not _is_clause(text, match, after[0]):
            return [c.value or "" for c in self._equals(text, after)]
        if before and self._of.fullmatch(text[before[0].word_end : match.word_start]):
            return [before[0].value or ""]
        return self._housed(page, match) if not closed else []

    def _adjectives(self, text: str, last: Mention, countries: list[Mention]) -> list[str]:
        """The state whose adjective a conjunction joins to that of the last one: 'the Ghanaian and Panamanian ministries'."""
        others = [c for c in countries if 0 <= last.word_start - c.word_end <= NEIGHBOUR and {c.form, last.form} <= PEOPLES][-1:]
        joined = [c for c in others if text[c.word_end : last.word_start].strip() in self._conjunctions]
        return [c.value or "" for c in joined if c.value != last.value]

    def _housed(self, page: Page, match: Match) -> list[str]:
        """The country in whose capital a body sits that acts at home: 'das Außenministerium in Oslo'."""
        if named(match).value in ABROAD:
            return []
        cities = [c for c in page.words("place", match.word_end, match.word_end + NEIGHBOUR) if named(c).form == CAPITAL]
        housed = bool(cities) and self._of.fullmatch(page.sheet.text[match.word_end : cities[0].word_start])
        return [named(cities[0]).country or ""] if housed else []

    def _seated(self, page: Page, match: Match, countries: list[Mention]) -> list[str]:
        """An embassy right behind the capital that it is in: 'Türkiye'nin Bakü Büyükelçiliği'; without a country it is the outlet's."""
        text = page.sheet.text
        cities = [
            c
            for c in page.words("place", match.word_start - NEIGHBOUR, match.word_start)
            if not text[c.word_end : match.word_start].strip()
        ]
        if not cities or named(cities[-1]).form != CAPITAL:
            return []
        host, start = named(cities[-1]).country, cities[-1].word_start
        before = [c for c in countries if 0 <= start - c.word_end <= NEIGHBOUR][-1:]
        beside = before and self._of.fullmatch(text[before[0].word_end : start])
        owner = before[0].value if beside else page.sheet.document.home
        return [f"{owner}-{host}"] if owner and owner != host else []

    def _equals(self, text: str, countries: list[Mention]) -> list[Mention]:
        """The first country and those that a conjunction joins to it."""
        joined = countries[:1]
        for country in countries[1:]:
            between = text[joined[-1].word_end : country.word_start]
            written_to = not between.strip() and text[country.word_start : country.start] in self._conjunctions
            if not (written_to or self._list.fullmatch(between)):
                break
            joined.append(country)
        return joined

    def _host(self, page: Page, match: Match, countries: list[Mention], owners: list[str]) -> list[str]:
        """The owner of an embassy with the country named right after or before, as `ru-kz`; nothing where one is open.

        A country in the case of a place right before it is its host: 'ABŞ-nin Azərbaycandakı səfirliyi'.
        """
        before = [c for c in countries if 0 <= match.word_start - c.word_end <= NEIGHBOUR][-2:]
        if before and self._is_located(page, before[-1]):
            owner = [c.value for c in before[:-1] if c.value != before[-1].value]
            return [f"{owner[0]}-{before[-1].value}"] if owner else []
        near = [
            c.value
            for c in countries
            if (-NEIGHBOUR <= c.start - match.word_end <= NEIGHBOUR and c.form not in PEOPLES)
            or 0 <= match.word_start - c.word_end <= NEIGHBOUR
        ]
        hosts = [value for value in near if value not in owners]
        if not hosts:
            cities = page.words("place", match.word_end, match.word_end + FAR)
            hosts = [named(city).country for city in cities if named(city).form == CAPITAL and named(city).country not in owners]
        return [f"{owners[0]}-{hosts[0]}"] if owners and hosts else []


_CLOSE = frozenset(("", *".,;)\n"))
"""What may follow a country that ends a phrase."""


def _is_clause(text: str, match: Match, country: Mention) -> bool:
    """True where a comma parts a body from a country that goes on: 'Bakanlık, Norveç Büyükelçisi …'; an address ends there."""
    parted = "," in text[match.word_end : country.word_start]
    return parted and text[country.word_end : country.word_end + 1] not in _CLOSE


def _alike(registers: Registers, language: str) -> dict[str, list[str]]:
    """The countries of bodies that several countries call alike: Foreign Office, Bundesrat."""
    owners: dict[str, list[str]] = {}
    for row in registers.bodies:
        if row.country and row.language == language:
            owners.setdefault(key(row.text), []).append(row.country)
    return {text: found for text, found in owners.items() if len(found) > 1}


def _body(match: Match, value: str, word: Mention | None = None) -> Mention:
    """A body's mention: where its name is that of several states' bodies, the word of its state shows each after the first."""
    body = mention("organisation", match)
    body.value, body.form = value, "body"
    if word is not None:
        body.shown = word.start, word.end
    return body


def _word_of(owner: str, match: Match, countries: list[Mention]) -> Mention | None:
    """The mention of a state that is nearest to its body."""
    named = [c for c in countries if c.value == owner]
    return min(named, key=lambda c: abs(c.start - match.start), default=None)


def _names(page: Page, organisation: str) -> bool:
    return any(named(m).value == organisation for kind in ("organisation", "inside") for m in page.found.get(kind, ()))


def _is_longer(page: Page, start: int, end: int) -> bool:
    """True where a word is a part of a longer name of a body or an office, an article or a preposition before it left out."""
    around = (m for kind in PARTS for m in page.found.get(kind, ()))
    return any(m.start < end <= m.word_end and (m.start < start or end < m.word_end) for m in around)


def _is_mandate(page: Page, match: Match) -> bool:
    """True where the word is a role in an organisation of the same sentence: the presidency of the Movement."""
    roles = page.words("mandate", match.start, match.start + 1)
    sentence = page.sheet.sentences[page.sheet.sentence_at(match.start)]
    return bool(roles) and any(sentence.start <= o.start < sentence.end for o in page.found.get("organisation", ()))


def _is_act(page: Page, match: Match) -> bool:
    """True where the body's word is the first part of an act's: 'Foreign Office Consultations'."""
    return any(a.start <= match.start and match.end < a.end for a in page.words("act", max(0, match.start - 1), match.start + 1))


def _is_office(page: Page, match: Match) -> bool:
    """True where the body is a part of an office's name, or the office's word begins as the body's: Botschaft, Botschafter."""
    around = page.words("office", max(0, match.start - FAR), match.end)
    if any(o.start == match.start and match.end < o.end <= match.word_end for o in around):
        return True
    return any(o.start <= match.start and match.end <= o.end and o.entry.value.code in STATE_OFFICES for o in around)  # type: ignore[attr-defined]
