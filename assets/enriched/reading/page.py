"""All that is known so far of the document under reading, and in the end all that was read in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from operator import attrgetter

from assets.enriched.reading.model import Attribution, Document, Mandate, Mention, Person, Quote, Report
from assets.enriched.reading.sheet import Sheet
from assets.text.matcher import Match

_BY_START = attrgetter("start")
Found = dict[str, list[Match]]
"""What the gazetteer pass found, by kind of entry, in order."""
OPENING = 3
"""Paragraphs in which a dateline may stand, the headline among them."""


@dataclass(slots=True)
class Page:
    """The sheet, what the gazetteer found on it, and what the parts have read so far.

    mentions: countries, organisations and places, later also offices and persons, sorted by start.
    dates: date mentions (value EDTF, form the basis). people: persons of the document.
    sides: where countries stand that say no more than of which state an office is.
    """

    sheet: Sheet
    found: Found
    mentions: list[Mention] = field(default_factory=list)
    dates: list[Mention] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    sides: set[int] = field(default_factory=set)

    def add(self, mentions: list[Mention]) -> None:
        """Add mentions, keeping the order; each gets the number of its sentence."""
        for mention in mentions:
            mention.sentence = self.sheet.sentence_at(mention.start)
        self.mentions = sorted([*self.mentions, *mentions], key=lambda m: (m.start, -m.end))

    def within(self, start: int, end: int, *kinds: str) -> list[Mention]:
        """Mentions that begin between two offsets, of the given kinds or of all."""
        first = bisect_left(self.mentions, start, key=_BY_START)
        last = bisect_left(self.mentions, end, first, key=_BY_START)
        return [m for m in self.mentions[first:last] if not kinds or m.kind in kinds]

    def words(self, kind: str, start: int, end: int) -> list[Match]:
        """Gazetteer matches of one kind that begin between two offsets."""
        found = self.found.get(kind, [])
        first = bisect_left(found, start, key=_BY_START)
        last = bisect_left(found, end, first, key=_BY_START)
        return found[first:last]


@dataclass(slots=True)
class Reading:
    """All that was read in one document, with the sheet that its offsets count on."""

    document: Document
    mentions: list[Mention]
    people: list[Person]
    reports: list[Report]
    mandates: list[Mandate]
    attributions: list[Attribution]
    quotes: list[Quote]
    sheet: Sheet
