"""A page laid out for the reading of acts: each sentence with the words, mentions and dates that stand in it.

One pass over everything found, so that nothing has to be searched again. Not here: what the words mean.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span
from assets.languages.schema.acts import Helper, Mood, Reach
from assets.text.matcher import Match

OWN = ("act", "helper", "modal", "document", "level", "topic", "ordinal", "duration")
"""Kinds of gazetteer entries that the section `[acts]` makes, beside those that begin with `cue.`."""
TELLING = ("act", "helper", "cue.floor")
"""Kinds without which a sentence tells of no act."""
VERBS = ("act", "helper", "modal")
"""Kinds of which an entry may want a particle."""
TITLE = 24
"""Letters between an article and the title that it opens."""
BRACE = 260
"""Letters between a verb and the particle that closes its clause: a whole list of guests may stand there."""
WORDS = 3
"""Words that make a clause with a verb of its own."""
BESIDE = 2
"""Characters of comma and blank before a name in apposition."""
SHORT = 4
"""Letters under which a particle is also another word."""
_PLANNING: dict[str, set[Mood]] = {"helper": {"planned"}, "modal": {"planned", "cancelled"}}
"""Moods of the words of planning by kind: a modal that calls something off speaks of what was planned."""
_MARK, _WORD_END = re.compile(r"\s*(?:[^\w\s]|\Z|\n)"), re.compile(r"(?!\w)")
_END = re.compile(r"[,;:()]|\Z")


@dataclass
class Line:
    """A sentence. marks: words of the pack by kind; mentions and dates: what is named and dated in it."""

    number: int
    span: Span
    paragraph: int
    text: str
    marks: dict[str, list[Match]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    dates: list[Mention] = field(default_factory=list)
    _named: dict[tuple[str, ...], list[Mention]] = field(default_factory=dict, repr=False)
    _attended_kept: bool | None = field(default=None, repr=False)
    _clauses_kept: list[Span] | None = field(default=None, repr=False)

    def words(self, kind: str) -> list[Match]:
        """Words of a kind, in order."""
        return self.marks.get(kind, _NONE)

    def words_between(self, kind: str, start: int, end: int) -> list[Match]:
        """Words of a kind that begin between two offsets."""
        return [m for m in self.marks.get(kind, _NONE) if start <= m.start < end]

    def helpers(self, reaches: Collection[Reach], moods: Collection[Mood]) -> list[Match]:
        """Verbs that say how an act comes about or who is there, of the given reaches and moods, in order."""
        verbs = self.marks.get("helper")
        if not verbs:
            return _NONE
        return [m for m in verbs if isinstance(h := m.entry.value, Helper) and h.reach in reaches and h.mood in moods]

    def plans(self) -> list[Match]:
        """Words that say that something was planned, whether or not it came to be: 'was due to', 'was to have'."""
        words = ((m, moods) for kind, moods in _PLANNING.items() for m in self.words(kind))
        return [m for m, moods in words if isinstance(h := m.entry.value, Helper) and h.mood in moods]

    def named(self, *kinds: str) -> list[Mention]:
        """Mentions of the given kinds."""
        if kinds not in self._named:
            self._named[kinds] = [m for m in self.mentions if m.kind in kinds]
        return self._named[kinds]

    @property
    def attended(self) -> bool:
        """True where a verb says that somebody took part, was in the chair or played host."""
        if self._attended_kept is None:
            self._attended_kept = self._find_attended()
        return self._attended_kept

    def _find_attended(self) -> bool:
        present = self.helpers({"chairing", "hosting"}, {"present"}) or self.helpers({"hosting"}, {"held"})
        return bool(present or self.helpers({"attending", "chairing"}, {"held"}))

    @property
    def asks(self) -> bool:
        """True for a question: it tells of nothing."""
        return self.text[self.span.start : self.span.end].rstrip(" \n\"'").endswith(("?", "؟"))

    @property
    def clauses(self) -> list[Span]:
        """Clauses that only describe: what a relative word opens, up to the mark after its first verb."""
        if self._clauses_kept is None:
            self._clauses_kept = self._find_clauses()
        return self._clauses_kept

    def _find_clauses(self) -> list[Span]:
        spans: list[Span] = []
        joining = self.words("cue.joining")
        known: list[Match | Mention] = [*joining, *self.dates]
        openings = [w for w in self.words("cue.relative") if not any(j.start <= w.start < j.end for j in known)]
        if not openings:
            return spans
        verbs = [*self.words("helper"), *self.words("act"), *self.words("cue.said")]
        for word in openings:
            verb = min((v.end for v in verbs if v.start >= word.end), default=word.end)
            if self._apposition(word.end, verb):
                continue
            spans.append(Span(word.start, self._close(word.end, verb)))
        return spans

    def _close(self, start: int, verb: int) -> int:
        """Where a describing clause ends: at the mark after its first known verb, or where words enough for an unknown one stand before."""
        names = [m for m in self.mentions if m.kind in ("office", "person") and m.person is not None]
        aside = False
        for mark in re.finditer(",", self.text[start : self.span.end]):
            at = start + mark.start()
            if at >= verb > start:
                break
            words = len(self.text[start:at].split())
            beside = any(m.end == at or 0 < m.start - at <= BESIDE for m in names)
            if words >= WORDS and not beside and not aside:
                return at
            aside = words == 0
        end = _END.search(self.text, verb, self.span.end) if verb > start else None
        return end.start() if end else self.span.end

    def _apposition(self, start: int, verb: int) -> bool:
        """True where an article that could open a clause opens a title: ', den Vorsitzenden der Gruppe, Jan Holm, …'."""
        mark = self.text.find(",", start, verb)
        return mark > 0 and any(m.kind == "office" and start <= m.word_start < min(mark, start + TITLE) for m in self.mentions)

    def parted(self, verb: int, noun: int) -> bool:
        """True for a verb in a clause that only describes, and a noun behind its end: 'Peru, which chairs the group, wants talks'."""
        return any(c.start <= verb < c.end <= noun for c in self.clauses)

    def together(self, a: int, b: int) -> bool:
        """True where no describing clause holds one of two offsets without the other."""
        return all((s.start <= a < s.end) == (s.start <= b < s.end) for s in self.clauses)


_NONE: list[Match] = []


def lines(page: Page) -> Iterator[Line]:
    """The sentences of a page that can tell something of an act, in order."""
    sentences, text = page.sheet.sentences, page.sheet.text
    ends = [span.end for span in sentences]
    telling: dict[int, dict[str, list[Match]]] = defaultdict(dict)
    for kind in TELLING:
        for match in page.found.get(kind, ()):
            number = bisect_right(ends, match.start)
            if number < len(ends) and _closed(text, match, ends[number]):
                telling[number].setdefault(kind, []).append(match)
    for kind, found in page.found.items() if telling else ():
        if kind not in TELLING and (kind in OWN or kind.startswith("cue.")):
            for match in found:
                number = bisect_right(ends, match.start)
                if number in telling and (kind not in VERBS or _closed(text, match, ends[number])):
                    telling[number].setdefault(kind, []).append(match)
    mention_starts, date_starts = [m.start for m in page.mentions], [d.start for d in page.dates]
    for number in sorted(telling):
        begin, end = ends[number - 1] if number else 0, ends[number]
        yield Line(
            number,
            sentences[number],
            page.sheet.paragraph_at(sentences[number].start),
            text,
            telling[number],
            page.mentions[bisect_left(mention_starts, begin) : bisect_left(mention_starts, end)],
            page.dates[bisect_left(date_starts, begin) : bisect_left(date_starts, end)],
        )


def _closed(text: str, match: Match, end: int) -> bool:
    """True unless the verb wants a particle that closes its clause and has none: 'kam … zusammen'.

    A short particle is also a preposition or an article, so that it must stand right before a mark.
    """
    close = getattr(match.entry.value, "close", "")
    if not close:
        return True
    end = min(end, match.end + BRACE)
    at = text.find(f" {close}", match.end, end)
    while at >= 0:
        after = at + 1 + len(close)
        if (_MARK if len(close) < SHORT else _WORD_END).match(text, after):
            return True
        at = text.find(f" {close}", after, end)
    return False
