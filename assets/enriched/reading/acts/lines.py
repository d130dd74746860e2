"""A page laid out for the reading of acts: each sentence with the words, mentions and dates that stand in it.

One pass over everything found, so that nothing has to be searched again. Not here: what the words mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span
from assets.text.matcher import Match

OWN = ("act", "helper", "modal", "document", "level", "topic", "ordinal")
"""Kinds of gazetteer entries that the section `[acts]` makes, beside those that begin with `cue.`."""
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

    def words(self, kind: str) -> list[Match]:
        """Words of a kind, in order."""
        return self.marks.get(kind, _NONE)

    def words_between(self, kind: str, start: int, end: int) -> list[Match]:
        """Words of a kind that begin between two offsets."""
        return [m for m in self.marks.get(kind, _NONE) if start <= m.start < end]

    def named(self, *kinds: str) -> list[Mention]:
        """Mentions of the given kinds."""
        return [m for m in self.mentions if m.kind in kinds]

    @cached_property
    def clauses(self) -> list[Span]:
        """Clauses that only describe: what a relative word opens, up to the mark after its first verb."""
        spans: list[Span] = []
        joining = self.words("cue.joining")
        openings = [w for w in self.words("cue.relative") if not any(j.start <= w.start < j.end for j in joining)]
        if not openings:
            return spans
        verbs = [*self.words("helper"), *self.words("act"), *self.words("cue.said")]
        for word in openings:
            verb = min((v.end for v in verbs if v.start >= word.end), default=word.end)
            end = _END.search(self.text, verb, self.span.end)
            spans.append(Span(word.start, end.start() if end else self.span.end))
        return spans

    def together(self, a: int, b: int) -> bool:
        """True where no describing clause holds one of two offsets without the other."""
        return all((s.start <= a < s.end) == (s.start <= b < s.end) for s in self.clauses)


_NONE: list[Match] = []


def lines(page: Page) -> Iterator[Line]:
    """The sentences of a page that can tell something of an act, in order."""
    found = page.found
    kinds = [k for k in found if k in OWN or k.startswith("cue.")]
    marks = sorted(chain.from_iterable(found[k] for k in kinds), key=_start)
    at_mark = at_mention = at_date = 0
    for number, span in enumerate(page.sheet.sentences):
        first, at_mark = at_mark, _upto(marks, at_mark, span.end)
        first_mention, at_mention = at_mention, _upto(page.mentions, at_mention, span.end)
        first_date, at_date = at_date, _upto(page.dates, at_date, span.end)
        by_kind: dict[str, list[Match]] = {}
        for match in marks[first:at_mark]:
            by_kind.setdefault(match.entry.kind, []).append(match)
        if "act" not in by_kind and "helper" not in by_kind:
            continue
        yield Line(
            number,
            span,
            page.sheet.paragraph_at(span.start),
            page.sheet.text,
            by_kind,
            page.mentions[first_mention:at_mention],
            page.dates[first_date:at_date],
        )


def _upto(items: list[Match] | list[Mention], first: int, end: int) -> int:
    while first < len(items) and items[first].start < end:
        first += 1
    return first


def _start(match: Match) -> int:
    return match.start
