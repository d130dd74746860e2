"""Standing roles that the text states: who chairs, belongs to, observes or supports an organisation, and when.

Not here: people's offices (people), meetings of the organisation (acts).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assets.enriched.reading.model import Mandate, Mention
from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers
from assets.text.fold import key
from assets.text.matcher import Match

REACH = 90
"""Characters between a role and its holder or its organisation."""
BODIES = frozenset({"igo", "process"})
"""Kinds of organisations in which countries hold roles."""


class MandateReader:
    """Reads mandates of one language."""

    def __init__(self, pack: Pack, registers: Registers) -> None:
        self._bodies = {row.organisation_id for row in registers.organisations if row.kind in BODIES}
        self._from = frozenset(map(key, pack.voices.handed_by))
        self._from_endings = frozenset(map(key, pack.voices.handed_by_endings))

    def read(self, page: Page) -> list[Mandate]:
        """One mandate a holder, organisation and role; the account with a period goes before one without."""
        found: dict[tuple[str | None, ...], Mandate] = {}
        for word in page.found.get("mandate", ()):
            for mandate in self._around(page, word):
                natural = (mandate.country, mandate.holder_organisation, mandate.organisation, mandate.role)
                known = found.get(natural)
                if known is None or (known.period is None and mandate.period is not None):
                    found[natural] = mandate
        return sorted(found.values(), key=lambda m: (m.start, m.role))

    def _around(self, page: Page, word: Match) -> Iterator[Mandate]:
        sentence = page.sheet.sentences[page.sheet.sentence_at(word.start)]
        organisation = self._organisation(page, word, sentence)
        if organisation is None:
            return
        role = str(word.entry.value)
        holders = self._holders(page, word, sentence, organisation)
        previous = [h for h in holders if len(holders) > 1 and self._hands_over(page, h)]
        period = _period(page, word, sentence)
        for holder in holders:
            when = _until(period) if holder in previous else period
            yield _mandate(holder, organisation, role, when, word)

    def _organisation(self, page: Page, word: Match, sentence: Span) -> str | None:
        """The body in the sentence nearest to the role, else the one that 'the Movement' stands for."""
        near = [m for m in page.within(sentence.start, sentence.end, "organisation") if m.value in self._bodies and not m.inside]
        if near:
            return min(near, key=lambda m: _distance(m, word)).value
        if not page.words("movement", sentence.start, sentence.end):
            return None
        earlier = [m for m in page.within(0, sentence.start, "organisation") if m.value in self._bodies]
        return earlier[-1].value if earlier else None

    def _holders(self, page: Page, word: Match, sentence: Span, organisation: str) -> list[Mention]:
        """Those in the list that follows the role in brackets or after a colon, else the nearest and its equals."""
        listed = self._listed(page, word, sentence)
        sides = listed if listed is not None else self._sides(page, sentence.start, sentence.end)
        sides = [m for m in sides if m.value != organisation]
        if listed is not None or not sides:
            return sides
        nearest = min(sides, key=lambda m: _distance(m, word))
        if _distance(nearest, word) > REACH:
            return []
        return [m for m in sides if m is nearest or _same_list(page, m, nearest, sides) or self._hands_over(page, m)]

    def _listed(self, page: Page, word: Match, sentence: Span) -> list[Mention] | None:
        opening = page.sheet.text.find("(", word.word_end, min(sentence.end, word.word_end + 12))
        if opening < 0:
            return None
        closing = page.sheet.text.find(")", opening)
        listed = self._sides(page, opening, closing if closing > 0 else sentence.end)
        return listed if len(listed) > 1 else None

    def _sides(self, page: Page, start: int, end: int) -> list[Mention]:
        found = page.within(start, end, "country", "organisation")
        return [m for m in found if not m.inside and (m.kind == "country" or m.value in self._bodies)]

    def _hands_over(self, page: Page, holder: Mention) -> bool:
        text = page.sheet.text
        before = text[max(0, holder.word_start - 12) : holder.word_start].split()
        return bool(before and before[-1] in self._from) or text[holder.end : holder.word_end].lstrip("'-") in self._from_endings


def _distance(mention: Mention, word: Match) -> int:
    return max(mention.start - word.end, word.start - mention.end, 0)


def _same_list(page: Page, a: Mention, b: Mention, sides: list[Mention]) -> bool:
    """True where only short glue stands between the two, other sides of the list apart."""
    first, last = sorted((a, b), key=lambda m: m.start)
    chain = [m for m in sides if first.start <= m.start <= last.start]
    gaps = (page.sheet.text[x.word_end : y.start] for x, y in pairwise(chain))
    return all(len(gap.split()) <= 3 and len(gap) <= 20 for gap in gaps)


def _period(page: Page, word: Match, sentence: Span) -> str | None:
    """The nearest date of the sentence that gives more than a day without a year."""
    dates = [d for d in page.dates if sentence.start <= d.start < sentence.end and d.value and "XXXX" not in d.value]
    near = [d for d in dates if _distance(d, word) <= REACH]
    return min(near, key=lambda d: _distance(d, word)).value if near else None


def _until(period: str | None) -> str | None:
    return f"../{period.split('/')[0]}" if period and not period.startswith("..") else period


def _mandate(holder: Mention, organisation: str, role: str, period: str | None, word: Match) -> Mandate:
    country = holder.value if holder.kind == "country" else None
    body = holder.value if holder.kind == "organisation" else None
    return Mandate(organisation, role, word.start, word.end, f"voices.mandate.{role}:{word.entry.text}", country, body, None, period)
