"""What one language's pack and the registers say, compiled for the reading of acts.

Not here: what is done with it. Patterns are made of the pack's words; they are the same for every language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from assets.enriched.reading.entities import place_id
from assets.languages.schema.pack import Pack
from assets.register.registers import Place, Registers
from assets.text.fold import key

FORMAT_KINDS = frozenset({"igo", "process"})
"""Kinds of organisations whose meetings are conferences."""
FRAME_ONLY = frozenset({"un", "unga", "unsc"})
"""Standing bodies of which a session is the place of other acts, unless it is said to take place."""
GUESTS = frozenset({"eu"})
"""Bodies that take part in conferences of others as states do: one named in passing owns none."""
NEAR_DEGREES = 0.35
"""Degrees of latitude (about 40 km) within which a site belongs to a town."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Lexicon:
    """The compiled words of one language.

    Args:
        pack: the language. registers: for the countries of places and the kinds of organisations.
    """

    def __init__(self, pack: Pack, registers: Registers) -> None:
        glue = pack.glue
        cues = pack.acts.cues
        self.head_last = pack.people.head == "last"
        self.adjectives_first = pack.people.before == "adjective"
        self.here_endings = frozenset(map(key, glue.place_endings))
        self.owner_endings = tuple(map(key, glue.owner_endings))
        self.goal_prefixes = frozenset(map(key, glue.place_prefixes))
        self.goal_endings = frozenset(map(key, glue.goal_endings))
        self.with_endings = frozenset(key(w) for w in cues.with_after)
        self.here_before = before(glue.place_before)
        self.goal_before = before([*glue.goal_before, *glue.place_before])
        self.away_before = before(glue.away)
        self.since_before = before(cues.since)
        self.with_before = before(cues.with_before)
        self.moved_before, self.moved_after = before(cues.moved_to), after(cues.moved_to)
        self.rather_before = before(cues.rather)
        self.moved_ending = re.compile(rf"(?:['-]| \w+)(?:{either(cues.moved_to)})$")
        self.with_after = after(cues.with_after)
        self.joint = re.compile(rf"[\s\"',]*(?:(?:{either(glue.conjunction)})(?:[\s\"']+|\Z))?(?:(?:{either(glue.of)})[\s\"']+|[a-z]')*")
        self.listing = re.compile(rf",|(?<!\w)(?:{either(glue.conjunction)})")
        self.conjunction = re.compile(rf"[\s\"'(),-]*(?:(?:{either([*glue.conjunction, *glue.place_before])})[\s\"'(]+)?")
        self.gap = re.compile(rf"[\s\"'(,-]*(?:(?:{either(glue.of)})[\s\"',-]+|[a-z]')*")
        self.small = re.compile(rf"(?<=\s)(?:{either(glue.of)})\s$")
        self.place_noun = re.compile(rf"\s(?:{either(glue.place_nouns)})")
        pronouns, impersonal = either(pack.people.pronouns), either(cues.impersonal)
        self.pronoun = re.compile(rf"(?<![\w'-])(?:{pronouns})(?![\w'-])(?!\s(?:{impersonal})(?!\w))")
        self.first_person = re.compile(rf"(?<![\w'.-])(?:{either(pack.people.first_person)})(?![\w.-])")
        endings = either(pack.acts.ordinal_endings)
        count = r"\d{1,3}|(?!19|20)\d[ .,]?\d{3}"
        self.number = re.compile(rf"(?<![\w.'])(?:({count})(?:[\s-]?(?:{endings}))|([ivxl]{{1,7}})(?:[\s-]?(?:{endings}))?)(?![\w'])")
        articles = either(pack.acts.ordinal_articles)
        self.number_behind = re.compile(rf"(?<!\w)(?:{articles})\s?\(?(\d{{1,3}})\)?(?!\d)") if pack.acts.ordinal_articles else None
        self.bare_number = re.compile(r"(?<![\w.,])(\d{1,3})(?=\s*$)")
        self.place_country = {place_id(row.name, row.country): row.country for row in registers.settled}
        self.place_name = {place_id(row.name, row.country): row.name for row in registers.settled}
        self.town_of_site, self.namesake_of_site = _towns(registers)
        self.capital = {row.country: place_id(row.capital_place, row.country) for row in registers.countries if row.capital_place}
        self.series = frozenset(row.organisation_id for row in registers.organisations if row.series)
        self.organisation_kind = {row.organisation_id: row.kind for row in registers.organisations}

    def meets(self, organisation: str | None) -> bool:
        """True where 'the summit', 'the session' can be that of the organisation: it meets in a series."""
        return self.is_format(organisation) and organisation in self.series

    def is_format(self, organisation: str | None) -> bool:
        """True where meetings of the organisation are conferences of a series."""
        return self.organisation_kind.get(organisation or "") in FORMAT_KINDS


def _towns(registers: Registers) -> tuple[dict[str, str], dict[str, str]]:
    """The largest town near each site, and the one that it is named after: a palace stands for the town that it lies in."""
    towns: dict[str | None, list[Place]] = defaultdict(list)
    for row in registers.places:
        if row.kind in ("capital", "city"):
            towns[row.country].append(row)
    found, namesakes = {}, {}
    for site in registers.places:
        if site.kind != "site":
            continue
        near = [
            town
            for town in towns[site.country]
            if abs(town.latitude - site.latitude) < NEAR_DEGREES and abs(town.longitude - site.longitude) < NEAR_DEGREES * 2
        ]
        if near:
            town = max(near, key=lambda t: t.population)
            found[place_id(site.name, site.country)] = place_id(town.name, town.country)
        for town in near:
            if town.name in site.name.split():
                namesakes[place_id(site.name, site.country)] = place_id(town.name, town.country)
    return found, namesakes


def roman(text: str) -> int | None:
    """The value of a Roman numeral in lower case; None where it is none in good form."""
    total = 0
    for letter, follows in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN[letter]
        total += -value if follows and _ROMAN[follows] > value else value
    return total if 0 < total < 100 else None


def either(words: Iterable[str]) -> str:
    """An alternation of folded words, the longest first; one that never matches where there are none."""
    folded = sorted({key(w) for w in words if key(w)}, key=len, reverse=True)
    return "|".join(map(re.escape, folded)) if folded else r"(?!)"


def before(words: Iterable[str]) -> re.Pattern[str]:
    """One of these words at the end of a text, right before what follows."""
    return re.compile(rf"(?:^|[\s\"'(,])(?:{either(words)})[\s\"'(]*$")


def after(words: Iterable[str]) -> re.Pattern[str]:
    """One of these words at the beginning of a text, right after what was before."""
    return re.compile(rf"[\s\"')]*[\s'-](?:{either(words)})(?!\w)")
