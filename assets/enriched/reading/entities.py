"""Countries, organisations and places: from gazetteer matches to mentions.

Here: a capital that is a place or stands for its government, ministries composed with their country,
names inside longer names. Not here: persons and offices (people), dates (assets.text.dates).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
        self._goal = _before_pattern(glue.goal_before)
        self._endings = frozenset(map(key, [*glue.place_endings, *glue.goal_endings]))
        self._our = re.compile(rf"\b(?:{_either(glue.our)})\b") if glue.our else None
        self._common = {key(row.text) for row in registers.place_stopwords if row.language in (pack.language.code, "mul")}

    def read(self, page: Page) -> list[Mention]:
        """Mentions of countries, organisations and places in the page, sorted."""
        organisations = list(self._organisations(page))
        blocked = [(m.word_start, m.word_end) for m in organisations]
        countries = [m for m in self._countries(page) if not _inside(m, blocked)]
        places = [m for m in self._places(page) if not _inside(m, blocked) and not _overlaps(m, countries)]
        countries = [m for m in countries if m.form != "capital_government" or not _overlaps(m, places)]
        bodies = list(self._bodies(page, countries))
        return [*countries, *organisations, *places, *bodies]

    def _organisations(self, page: Page) -> Iterator[Mention]:
        for match in page.found.get("organisation", ()):
            yield _mention("organisation", match)
        for match in page.found.get("inside", ()):
            yield _mention("organisation", match, inside=True)
        for match in page.found.get("press", ()):
            if self._is_press(page, match):
                yield _mention("organisation", match)

    def _is_press(self, page: Page, match: Match) -> bool:
        """A name of the press that is also a word needs marks of a name: quotes, capitals throughout, or a domain."""
        text = page.sheet.original(match.start, match.end)
        if " " in text or "." in text or (len(text) > 2 and text.isupper()):
            return True
        around = page.sheet.text[match.start - 1 : match.start] + page.sheet.text[match.word_end : match.word_end + 1]
        return '"' in around or match.entry.text[1:].lower() != match.entry.text[1:] or not text.isascii()

    def _countries(self, page: Page) -> Iterator[Mention]:
        for match in page.found.get("country", ()):
            yield _mention("country", match)
        if self._our and page.sheet.document.home:
            for our in self._our.finditer(page.sheet.text):
                home = page.sheet.document.home
                yield Mention("country", our.start(), our.end(), our.start(), our.end(), home, "home", "glue.our")

    def _places(self, page: Page) -> Iterator[Mention]:
        capitals = {(m.start, m.end) for m in page.found.get("country", ()) if _named(m).form == "capital_government"}
        best: dict[tuple[int, int], Match] = {}
        for match in page.found.get("place", ()):
            best.setdefault((match.start, match.end), match)
        for span, match in best.items():
            located = self._located(page, match)
            if span in capitals and not located:
                continue
            if key(match.entry.text) in self._common and not located:
                continue
            named = _named(match)
            mention = _mention("place", match)
            mention.value, mention.form = place_id(named.value, named.country), "located" if located else named.form
            yield mention

    def _located(self, page: Page, match: Match) -> bool:
        """True where the words around say that the name is a place: a preposition, a case ending, a dateline."""
        text = page.sheet.text
        before = text[max(0, match.word_start - 30) : match.word_start]
        ending = text[match.end : match.word_end].lstrip("'-")
        if ending and ending in self._endings:
            return True
        if self._here.search(before) or self._goal.search(before):
            return True
        return _is_dateline(page, match)

    def _bodies(self, page: Page, countries: list[Mention]) -> Iterator[Mention]:
        last: dict[str, str] = {}
        for match in page.found.get("body", ()):
            named = _named(match)
            country = named.country or self._owner(page, match, countries) or last.get(named.value)
            if country is None and named.value in OWN_BODIES:
                country = page.sheet.document.home
            if country is None:
                continue
            last[named.value] = country
            mention = _mention("organisation", match)
            mention.value, mention.form = f"{named.value}-{country.lower()}", "body"
            yield mention

    def _owner(self, page: Page, match: Match, countries: list[Mention]) -> str | None:
        """The country inside, right before or right after a body's name, glue words alone between them."""
        text = page.sheet.text
        for country in countries:
            if match.start < country.start < match.end:
                return country.value
        after = [c for c in countries if 0 <= c.word_start - match.word_end <= FAR]
        before = [c for c in countries if 0 <= match.word_start - c.word_end <= FAR]
        if before and _GAP.fullmatch(text[before[-1].word_end : match.word_start]):
            return before[-1].value
        if after and self._of.fullmatch(text[match.word_end : after[0].word_start]):
            return after[0].value
        if before and self._of.fullmatch(text[before[-1].word_end : match.word_start]):
            return before[-1].value
        return None


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


def _is_dateline(page: Page, match: Match) -> bool:
    """True at the beginning of a paragraph where a dash, comma, full stop or bracket soon follows."""
    paragraph = page.sheet.paragraphs[page.sheet.paragraph_at(match.start)]
    return match.start - paragraph.start < 3 and page.sheet.text[match.word_end : match.word_end + 2].strip()[:1] in tuple(",.-(:/")


def _inside(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(a <= mention.start and mention.end <= b and (b - a) > (mention.end - mention.start) for a, b in spans)


def _overlaps(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(o.start < mention.end and mention.start < o.end and o.form != "capital_government" for o in others)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, {key(w) for w in words}), key=len, reverse=True))


def _gap_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Only these words, blanks and quotes, or nothing."""
    return re.compile(rf"[\s\"'(,-]*(?:(?:{_either(words)})[\s\"',-]+|[a-z]')*")


def _before_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """One of these words right before."""
    return re.compile(rf"(?:^|[\s\"'(])(?:{_either(words)})[\s\"'(]+$")
