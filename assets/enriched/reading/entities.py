"""Countries, organisations and places: from gazetteer matches to mentions.

Here: a capital that is a place or stands for its government, ministries composed with their country,
names inside longer names. Not here: persons and offices (people), dates (assets.text.dates).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from assets.enriched.reading.gazetteer import Named
from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import Page
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers
from assets.text.fold import key
from assets.text.matcher import Match
from warehouse.ids import stable_id

FAR = 60
"""Characters between a ministry and its country at the most, with glue words alone between them."""
OWN_BODIES = frozenset({"mfa", "presidency"})
"""Bodies that the press of a country names without the country when it means its own."""
STATE_BODIES = OWN_BODIES | {"parliament", "mod", "security-council"}
"""Bodies that every state has, so that one may be named without the state where the text has just named it."""
SHORT = 2
"""Letters of an abbreviation that many things share."""
STATE_OFFICES = frozenset({"president", "prime_minister", "foreign_minister", "deputy_foreign_minister", "minister", "deputy_minister"})
"""Offices that are named by their body ('head of the foreign ministry') and mean the person, not the body."""
SHORT_WORD = 3
"""Letters of a word that is too short to be told from others where a script has no capitals."""
DATELINE = 40
"""Characters of a line that holds a dateline alone: 'AA / Baku'."""
LARGE = 300_000
"""Inhabitants from which a city is named without a word that says it is a place."""
EMBASSY = "embassy"
NEIGHBOUR = 25
"""Characters between an embassy and the country that it stands in."""
NEAR = 400
"""Characters within which a text goes on about the country whose body it named."""
_MEMBERS = re.compile(r"[a-z]{2}(-[a-z]{2})+")
"""A format that is called by its members' ISO codes: its name is a list of countries."""
_GAP = re.compile(r"[\s\"'(),-]*")


def place_id(name: str, country: str | None) -> str:
    """The id of a place: its English name within its country."""
    return stable_id("place", name, country or "")


class EntityReader:
    """Reads countries, organisations and places of one language."""

    def __init__(self, pack: Pack, registers: Registers) -> None:
        glue = pack.glue
        self._of = _gap_pattern(glue.of)
        self._list = _gap_pattern(glue.conjunction)
        self._here = _before_pattern([*glue.place_before, *glue.place_nouns])
        self._noun_after = re.compile(rf"[ \"']+(?:{_either(glue.place_nouns)})\b")
        self._goal = _before_pattern(glue.goal_before)
        self._cased = pack.language.cased
        self._small = {place_id(row.name, row.country) for row in registers.places if row.kind == "city" and row.population < LARGE}
        self._prefixes = frozenset(map(key, glue.place_prefixes))
        self._endings = frozenset(map(key, [*glue.place_endings, *glue.goal_endings]))
        self._our = re.compile(rf"\b(?:{_either(glue.our)})\b") if glue.our else None
        self._common: dict[str, set[str]] = defaultdict(set)
        for row in registers.stopwords:
            if row.language in (pack.language.code, "mul"):
                self._common[row.kind].add(key(row.text))

    def read(self, page: Page) -> list[Mention]:
        """Mentions of countries, organisations and places in the page, sorted."""
        organisations = list(self._organisations(page))
        blocked = [(m.word_start, m.word_end) for m in organisations if m.form != "members"]
        countries = [m for m in self._countries(page) if not _inside(m, blocked)]
        places = [m for m in self._places(page) if not _inside(m, blocked) and not _overlaps(m, countries)]
        countries = [m for m in countries if m.form != "capital_government" or not _overlaps(m, places)]
        bodies = list(self._bodies(page, countries))
        return [*countries, *organisations, *places, *bodies]

    def _organisations(self, page: Page) -> Iterator[Mention]:
        for match in page.found.get("organisation", ()):
            if self._evident(page, match):
                mention = _mention("organisation", match)
                mention.form = "members" if _MEMBERS.fullmatch(mention.value or "") else mention.form
                yield mention
        for match in page.found.get("inside", ()):
            yield _mention("organisation", match, inside=True)
        for match in _one_a_span(page.found.get("press", ()), page.sheet.document.home):
            if self._is_press(page, match):
                yield _mention("organisation", match)

    def _evident(self, page: Page, match: Match) -> bool:
        """True unless the name is also a common word and nothing but its letters speaks for the name.

        In scripts with case capitals speak for it; two capitals only after an office or a body ('МИД РА').
        """
        if key(match.entry.text) not in self._common[match.entry.kind]:
            return True
        written = page.sheet.original(match.start, match.end)
        if match.entry.kind == "country" and len(written) == SHORT:
            titles = [*page.words("office", 0, match.start), *page.words("body", 0, match.start)]
            return any(title.word_end + 1 == match.start for title in titles)
        return written[0].isupper()

    def _is_press(self, page: Page, match: Match) -> bool:
        """A name of the press that is also a word needs marks of a name: quotation marks, capitals, or that it is the outlet."""
        if key(match.entry.text) not in self._common["press"] or _named(match).value == page.sheet.document.outlet:
            return True
        text = page.sheet.original(match.start, match.end)
        around = page.sheet.text[match.start - 1 : match.start] + page.sheet.text[match.word_end : match.word_end + 1]
        return '"' in around or (len(text) > SHORT and text.isupper())

    def _countries(self, page: Page) -> Iterator[Mention]:
        for match in page.found.get("country", ()):
            if self._evident(page, match):
                yield _mention("country", match)
        if self._our and page.sheet.document.home:
            for our in self._our.finditer(page.sheet.text):
                home = page.sheet.document.home
                yield Mention("country", our.start(), our.end(), our.start(), our.end(), home, "home", "glue.our")

    def _places(self, page: Page) -> Iterator[Mention]:
        """Cities and sites. A capital, a small town and a common word are places only where something says so."""
        governments = {(m.start, m.end) for m in page.found.get("country", ()) if _named(m).form == "capital_government"}
        governments |= {(m.start, m.end) for m in page.found.get("body", ())}
        spans: dict[tuple[int, int], Match] = {}
        for match in page.found.get("place", ()):
            if _named(match).form != "region" and self._spelled(page, match):
                spans.setdefault((match.start, match.end), match)
        located = self._spread(page, list(spans.values()), {span for span, m in spans.items() if self._located(page, m)})
        for span, match in spans.items():
            named = _named(match)
            doubtful = span in governments or self._needs_marks(page, match)
            if span in located or not doubtful:
                mention = _mention("place", match)
                mention.value = place_id(named.value, named.country)
                mention.form = "located" if span in located else named.form
                yield mention

    def _needs_marks(self, page: Page, match: Match) -> bool:
        """True for small towns, for names that are also words, and for short ones in scripts without capitals."""
        named = _named(match)
        short = not self._cased and match.end - match.start <= SHORT_WORD
        return short or place_id(named.value, named.country) in self._small or not self._evident(page, match)

    def _spelled(self, page: Page, match: Match) -> bool:
        """True unless the text has an accent that the name has not: a text may lose accents, it gains none."""
        written = page.sheet.original(match.start, match.end).lower()
        name = match.entry.text.lower()
        return not self._cased or not any(letter > "\x7f" and letter not in name for letter in written if letter.isalpha())

    def _spread(self, page: Page, matches: list[Match], located: set[tuple[int, int]]) -> set[tuple[int, int]]:
        """In a list of places what marks one marks all: 'to Moscow and Baku'."""
        for left, right in [*pairwise(matches), *reversed(list(pairwise(matches)))]:
            one, other = (left.start, left.end), (right.start, right.end)
            if (one in located) != (other in located) and self._list.fullmatch(page.sheet.text[left.word_end : right.word_start]):
                located |= {one, other}
        return located

    def _located(self, page: Page, match: Match) -> bool:
        """True where the words around say that the name is a place: a preposition, a case ending, a dateline."""
        text = page.sheet.text
        before = text[max(0, match.word_start - 30) : match.word_start]
        ending = text[match.end : match.word_end].lstrip("'-")
        prefix = text[match.word_start : match.start]
        if (ending and ending in self._endings) or (prefix and prefix in self._prefixes):
            return True
        if self._here.search(before) or self._goal.search(before):
            return True
        return bool(self._noun_after.match(text, match.word_end)) or _is_dateline(page, match)

    def _bodies(self, page: Page, countries: list[Mention]) -> Iterator[Mention]:
        """Bodies of states, composed with their country; a list of countries after one gives each its own."""
        context = _Context(page, countries)
        for match in page.found.get("body", ()):
            named = _named(match)
            if _is_mandate(page, match) or _is_office(page, match):
                continue
            owners = [named.country] if named.country else self._owners(page, match, countries)
            if named.value == EMBASSY:
                owners = self._host(match, countries, owners)
            for owner in owners or context.owner(match, named.value):
                mention = _mention("organisation", match)
                mention.value, mention.form = f"{named.value}-{owner.lower()}", "body"
                context.last = (match.end, owner[:2])
                yield mention

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
        named = {c.value for c in self._countries}
        if body in OWN_BODIES and home and (home in named or not named):
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
        named = [c.value or "" for c in self._countries if c.start < match.start]
        return [max(named, key=lambda c: (named.count(c), c))] if named else []


def _mention(kind: str, match: Match, inside: bool = False) -> Mention:
    named = _named(match)
    return Mention(
        kind,  # type: ignore[arg-type]
        match.start,
        match.end,
        match.word_start,
        match.word_end,
        named.value,
        named.form,
        f"register.{match.entry.kind}",
        inside=inside,
    )


def _named(match: Match) -> Named:
    value = match.entry.value
    if not isinstance(value, Named):
        raise TypeError(f"{match.entry} is no register entry")
    return value


def _one_a_span(outlets: Iterable[Match], home: str | None) -> list[Match]:
    """Of several outlets with one name the one of the document's country, else the one that is called so in full."""
    best: dict[tuple[int, int], Match] = {}
    for match in outlets:
        span, named = (match.start, match.end), _named(match)
        rank = (named.country == home, named.value == key(match.entry.text))
        known = best.get(span)
        if known is None or rank > (_named(known).country == home, _named(known).value == key(known.entry.text)):
            best[span] = match
    return list(best.values())


def _is_dateline(page: Page, match: Match) -> bool:
    """True in a line too short for a sentence, and where a paragraph begins and a dash, comma or bracket soon follows."""
    paragraph = page.sheet.paragraphs[page.sheet.paragraph_at(match.start)]
    if paragraph.end - paragraph.start < DATELINE and paragraph.start > 0:
        return True
    return match.start - paragraph.start < 3 and page.sheet.text[match.word_end : match.word_end + 2].strip()[:1] in tuple(",.-(:/")


def _inside(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(a <= mention.start and mention.end <= b and (b - a) > (mention.end - mention.start) for a, b in spans)


def _overlaps(mention: Mention, others: Iterable[Mention]) -> bool:
    """True where it lies in a country's name; a city that is called as its country, and is marked as a place, is both."""
    return any(
        o.start < mention.end
        and mention.start < o.end
        and o.form != "capital_government"
        and not (mention.form == "located" and (o.start, o.end) == (mention.start, mention.end))
        for o in others
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, {key(w) for w in words}), key=len, reverse=True))


def _gap_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Only these words, blanks and quotes, or nothing."""
    return re.compile(rf"[\s\"'(,-]*(?:(?:{_either(words)})[\s\"',-]+|[a-z]')*")


def _before_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """One of these words right before."""
    return re.compile(rf"(?:^|[\s\"'(])(?:{_either(words)})[\s\"'(]+$")
