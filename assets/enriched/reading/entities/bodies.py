"""Ministries, presidencies, parliaments and embassies: bodies of a state, composed with the country that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.enriched.reading.entities.spotting import gap_pattern, mention, named
from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import Page
from assets.languages.schema.pack import Pack
from assets.text.matcher import Match

FAR = 60
"""Characters between a ministry and its country at the most, with glue words alone between them."""
OWN_BODIES = frozenset({"mfa", "presidency"})
"""Bodies that the press of a country names without the country when it means its own."""
STATE_BODIES = OWN_BODIES | {"parliament", "mod", "security-council"}
"""Bodies that every state has, so that one may be named without the state where the text has just named it."""
STATE_OFFICES = frozenset({"president", "prime_minister", "foreign_minister", "deputy_foreign_minister", "minister", "deputy_minister"})
"""Offices that are named by their body ('head of the foreign ministry') and mean the person, not the body."""
EMBASSY = "embassy"
NEIGHBOUR = 25
"""Characters between an embassy and the country that it stands in."""
NEAR = 400
"""Characters within which a text goes on about the country whose body it named."""
_GAP = re.compile(r"[\s\"'(),-]*")


class BodyReader:
    """Reads bodies of states in one language."""

    def __init__(self, pack: Pack) -> None:
        self._of = gap_pattern(pack.glue.of)
        self._list = gap_pattern(pack.glue.conjunction)

    def read(self, page: Page, countries: list[Mention]) -> Iterator[Mention]:
        """Bodies of states, composed with their country; a list of countries after one gives each its own."""
        context = _Context(page, countries)
        for match in page.found.get("body", ()):
            found = named(match)
            if _is_mandate(page, match) or _is_office(page, match):
                continue
            owners = [found.country] if found.country else self._owners(page, match, countries)
            if found.value == EMBASSY:
                owners = self._host(match, countries, owners)
            for owner in owners or context.owner(match, found.value):
                body = mention("organisation", match)
                body.value, body.form = f"{found.value}-{owner.lower()}", "body"
                context.last = (match.end, owner[:2])
                yield body

    def _owners(self, page: Page, match: Match, countries: list[Mention]) -> list[str]:
        """The countries inside, right before or right after a body's name, glue words alone between them."""
        text = page.sheet.text
        inside = [c.value or "" for c in countries if match.start < c.start < match.end]
        if inside:
            return inside
        before = [c for c in countries if 0 <= match.word_start - c.word_end <= FAR][-1:]
        if before and _GAP.fullmatch(text[before[0].word_end : match.word_start]):
            return [before[0].value or ""]
        after = [c for c in countries if 0 <= c.word_start - match.word_end <= FAR]
        if after and self._of.fullmatch(text[match.word_end : after[0].word_start]):
            return [c.value or "" for c in self._equals(text, after)]
        if before and self._of.fullmatch(text[before[0].word_end : match.word_start]):
            return [before[0].value or ""]
        return []

    def _equals(self, text: str, countries: list[Mention]) -> list[Mention]:
        """The first country and those that a conjunction joins to it."""
        joined = countries[:1]
        for country in countries[1:]:
            if not self._list.fullmatch(text[joined[-1].word_end : country.word_start]):
                break
            joined.append(country)
        return joined

    def _host(self, match: Match, countries: list[Mention], owners: list[str]) -> list[str]:
        """The owner of an embassy with the country named right after or before, as `ru-kz`; nothing where one is open."""
        near = [
            c.value
            for c in countries
            if -NEIGHBOUR <= c.start - match.word_end <= NEIGHBOUR or 0 <= match.word_start - c.word_end <= NEIGHBOUR
        ]
        hosts = [value for value in near if value not in owners]
        return [f"{owners[0]}-{hosts[0]}"] if owners and hosts else []


def _is_mandate(page: Page, match: Match) -> bool:
    """True where the word is a role in an organisation of the same sentence: the presidency of the Movement."""
    roles = page.words("mandate", match.start, match.start + 1)
    sentence = page.sheet.sentences[page.sheet.sentence_at(match.start)]
    return bool(roles) and any(sentence.start <= o.start < sentence.end for o in page.found.get("organisation", ()))


def _is_office(page: Page, match: Match) -> bool:
    """True where the body is a part of an office's name."""
    around = page.words("office", max(0, match.start - FAR), match.end)
    return any(o.start <= match.start and match.end <= o.end and o.entry.value.code in STATE_OFFICES for o in around)  # type: ignore[attr-defined]


class _Context:
    """Whose ministry is meant where a text names none: the country that the text goes on about.

    last: where the last body stood and whose it was.
    """

    def __init__(self, page: Page, countries: list[Mention]) -> None:
        self.last: tuple[int, str] | None = None
        self._page = page
        self._countries = countries

    def owner(self, match: Match, body: str) -> list[str]:
        """The outlet's own country; else the only country of the sentence; else that of a body just named."""
        home = self._page.sheet.document.home
        spoken_of = {c.value for c in self._countries}
        if body in OWN_BODIES and home and (home in spoken_of or not spoken_of):
            return [home]
        if body not in STATE_BODIES:
            return []
        sentence = self._page.sheet.sentences[self._page.sheet.sentence_at(match.start)]
        near = {c.value or "" for c in self._countries if sentence.start <= c.start < sentence.end}
        if len(near) == 1:
            return list(near)
        if self.last and sentence.start - self.last[0] < NEAR:
            return [self.last[1]]
        return self._talked_about(match) if body in OWN_BODIES else []

    def _talked_about(self, match: Match) -> list[str]:
        before = [c.value or "" for c in self._countries if c.start < match.start]
        return [max(before, key=lambda c: (before.count(c), c))] if before else []
