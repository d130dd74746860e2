"""Words around whole dates: from … to …, since …, until …, and one date told in two calendars.

Here: joining neighbouring matches by the pack's frames. Not here: templates inside one date (compiler), years (resolve).
"""

from __future__ import annotations

from dataclasses import replace

from assets.languages.schema import dates as schema
from assets.text.dates.compiler import REACH, Compiler
from assets.text.dates.partial import Found, Partial, consecutive, share


class Frames:
    """The frames of one language."""

    def __init__(self, section: schema.Frames, compiler: Compiler) -> None:
        self._pairs = {kind: [compiler.frame(entry) for entry in getattr(section, kind)] for kind in ("twin", "range", "pair")}
        self._single = {kind: [compiler.frame(entry) for entry in getattr(section, kind)] for kind in ("since", "until")}
        self._opening, self._closing = compiler.signs((*section.since, *section.until))

    def join(self, text: str, found: list[Found]) -> list[Found]:
        """The matches, neighbours joined where a frame holds them together, open ends marked."""
        joined: list[Found] = []
        for item in found:
            merged = self._merge(text, joined[-1], item) if joined else None
            if merged:
                joined[-1:] = merged
            else:
                joined.append(item)
        return [self._opened(text, item) for item in joined]

    def _merge(self, text: str, a: Found, b: Found) -> list[Found] | None:
        if b.start - a.end > REACH or a.last or b.last or a.kind in ("since", "until"):
            return None
        for kind, frames in self._pairs.items():
            for before, between, after in frames:
                if not between.match(text[a.end : b.start]):
                    continue
                opening, closing = before.search(text[max(0, a.start - REACH) : a.start]), after.match(text, b.end)
                if opening and closing and (merged := _merged(kind, a, b)):
                    start = a.start - len(opening[0])
                    return [replace(merged[0], start=start, end=closing.end()), *merged[1:]] if len(merged) == 1 else merged
        return None

    def _opened(self, text: str, item: Found) -> Found:
        if item.last or item.kind in ("since", "until"):
            return item
        head = text[max(0, item.start - REACH) : item.start]
        if not self._closing.match(text, item.end) and not self._opening.search(head):
            return item
        for kind, frames in self._single.items():
            if kind == "since" and item.first.shift is not None and item.first.month is None:
                continue  # "up from last year" begins nothing
            for before, after in frames:
                opening, closing = before.search(head), after.match(text, item.end)
                if opening and closing:
                    return replace(item, kind=kind, start=item.start - len(opening[0]), end=closing.end())
        return item


def _merged(kind: str, a: Found, b: Found) -> list[Found] | None:
    if kind == "twin":
        return _twins(a, b)
    first, last = _same_week(*share(a.first, b.first))
    both = replace(a, end=b.end, first=first, last=last)
    if kind == "range":
        return [both]
    return [both] if consecutive(first, last) else [replace(a, first=first), replace(b, first=last)]


def _twins(a: Found, b: Found) -> list[Found] | None:
    """One mention of both: the Gregorian date leads, the other is its check; or a weekday with the date that follows it."""
    if a.first.move and a.first.weekday is not None and a.first.move.unit == "weekday" and b.first.day and b.first.weekday is None:
        return [replace(b, start=a.start, first=replace(b.first, weekday=a.first.weekday))]
    if a.first.calendar == b.first.calendar or a.first.month is None or b.first.month is None:
        return None
    lead, other = sorted((a.first, b.first), key=lambda part: (part.yearless, part.calendar != "gregorian"))
    if lead.weekday is None:
        lead = replace(lead, weekday=other.weekday)
    return [replace(a, end=b.end, first=lead, twin=other)]


def _same_week(first: Partial, last: Partial) -> tuple[Partial, Partial]:
    """Weekdays of one phrase are of one week: what is said of the second ("of this week") holds for the first."""
    near = first.move and first.move.unit == "weekday" and first.move.distance == "near"
    return (replace(first, move=last.move), last) if near and last.move and last.move.unit == "weekday" else (first, last)
