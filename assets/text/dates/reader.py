"""Reads the dates of a text: matches to mentions. The only module that callers need.

Here: the order of the steps. Not here: regexes (compiler), parts (partial), frames, the choice of a year (resolve).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from assets.languages.schema.dates import DatesSection
from assets.text.dates.compiler import Compiler
from assets.text.dates.dateline import solve
from assets.text.dates.frames import Frames
from assets.text.dates.lexicon import WEEKDAYS
from assets.text.dates.moves import weekday
from assets.text.dates.partial import Builder, Found
from assets.text.dates.resolve import Anchor, Clues, Neighbour, Value, resolve
from assets.text.dates.stamp import MOST_WORDS, Stamps
from assets.text.edtf import agree, is_valid
from assets.text.fold import Folded, fold, key

_KEPT = 1 << 14
"""Date expressions kept with their parts: the press repeats itself, so that few are built anew."""
_SIDES = {"since": -1, "until": 1}
_SENTENCE_END = re.compile(r"\n|[.!?؟]\s")
_OPENING = re.compile(r"(?:\A|\n|[.!?:]\s{1,2})\Z")
"""Before the first word of a sentence, whose capital says nothing."""
_NEAR = 80
"""Code points within which a year lends itself to the next date: about a clause or two."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text.

    start, end: code-point offsets into the text, end exclusive. edtf: its value. basis: how the value came about
    (stated, weekday, relative, context). rule: the pack's pattern. weekday: 0 = Monday where the text names one.
    conflict: another EDTF value where the weekday, or the same date in another calendar, contradicts the first.
    """

    start: int
    end: int
    edtf: str
    basis: str
    rule: str
    weekday: int | None
    conflict: str | None


class DateReader:
    """Reads dates in one language; built once from the pack's section, then a pure function of its arguments."""

    def __init__(self, section: DatesSection) -> None:
        compiler = Compiler(section)
        tables = {"stated": section.stated, "pairs": section.pairs, "since": section.since, "until": section.until}
        rules = [compiler.rule(name, kind, entry) for kind, table in tables.items() for name, entries in table.items() for entry in entries]
        rules += [compiler.rule(operation, "relative", entry) for operation, entries in section.relative.items() for entry in entries]
        self._section = section
        self._matcher = compiler.matcher(rules)
        self._parts = lru_cache(maxsize=_KEPT)(Builder(compiler.fields, section).build)
        self._anchor: Callable[[str | None, int | None], Anchor] = lru_cache(maxsize=_KEPT)(self._anchored)
        self._frames = Frames(section.frames, compiler)
        self._stamps = Stamps(section.stamp)
        self._ambiguous = frozenset(key(word) for word in section.ambiguous)
        self._uncapitalised = frozenset(key(word) for word in section.uncapitalised)
        self._cased = (
            frozenset() if section.lower else frozenset(compiler.fields["month"].words) | frozenset(compiler.fields["weekday"].words)
        )

    def read(
        self, text: str, published: str | None = None, outlet_country: str | None = None, reference_year: int | None = None
    ) -> list[DateMention]:
        """The dates of a text, in order, none overlapping.

        Args:
            text: any text; offsets of the mentions are its code points.
            published: EDTF of the day of publication, also without a year (XXXX-12-17); relative words need it.
            outlet_country: ISO 3166 code; decides whether 05/04 is of April or May where the pack lets countries decide.
            reference_year: last year that the text can speak of from experience (the year in which its file was first
                seen); where it and `published` are missing, the pack's `window_last`.
        """
        folded = fold(text)
        found = self._frames.join(folded.text, self._found(folded, text, outlet_country))
        if not found:
            return []
        clues = Clues()
        clues.add(part for item in found for part in (item.first, item.last))
        anchor = solve(found, self._anchor(published, reference_year), clues)
        return self._mentions(folded, found, anchor, clues)

    def publication(self, line: str, outlet_country: str | None = None, most: int = MOST_WORDS) -> tuple[str, int, int] | None:
        """The date of a line that is little else than a stamp of date and time: EDTF and span, else None.

        The year may be missing (XXXX-09-07); clock times, time zones and the pack's labels are passed over, and `most` other words.
        """
        folded = fold(line)
        found = [item for item in self._found(folded, line, outlet_country) if item.kind in ("stated", "pairs") and item.first.day]
        chosen = self._stamps.choose(folded.text, [(item.start, item.end) for item in found], most)
        if chosen is None:
            return None
        item = found[chosen]
        value = resolve(item.first, self._anchor(None, None), Clues())
        return (value.edtf, *folded.span(item.start, item.end)) if value and item.last is None else None

    def _found(self, folded: Folded, text: str, country: str | None) -> list[Found]:
        found = []
        for rule, start, end in self._matcher.find(folded.text):
            date_text = folded.text[start:end]
            if rule.before or not self._is_word(date_text, text, folded, start):
                parts = self._parts(rule, date_text, country)
                found += [Found(start + item.start, start + item.end, item.rule, item.kind, item.first, item.last) for item in parts]
        return found

    def _is_word(self, word: str, text: str, folded: Folded, start: int) -> bool:
        """True where the match is one word that is a date only in company, or has the wrong case."""
        word = word.rstrip(".")
        if word in self._ambiguous:
            return True
        if word in self._cased or word in self._uncapitalised:
            at = folded.span(start, start + 1)[0]
            if word in self._uncapitalised and _OPENING.search(text, max(0, at - 3), at):
                return False
            return text[at].islower() == (word in self._cased)
        return False

    def _anchored(self, published: str | None, reference_year: int | None) -> Anchor:
        starts = WEEKDAYS.index(self._section.week_starts)
        day = month_day = None
        if published and re.fullmatch(r"\d{4}-\d\d-\d\d", published[:10]):
            day = date.fromisoformat(published[:10])
        elif published and re.fullmatch(r"XXXX-\d\d-\d\d", published):
            month_day = int(published[5:7]), int(published[8:])
        last = reference_year or self._section.window_last
        return Anchor(day, month_day, range(last - self._section.window_years + 1, last + 1), starts)

    def _mentions(self, folded: Folded, found: list[Found], anchor: Anchor, clues: Clues) -> list[DateMention]:
        mentions: list[DateMention] = []
        for index, item in enumerate(found):
            value = _value(item, anchor, clues, _neighbour(folded.text, found, index))
            if value is None:
                continue
            start, end = folded.span(item.start, item.end)
            mentions.append(DateMention(start, end, value.edtf, value.basis, item.rule, item.first.weekday, value.conflict))
        return mentions


def _value(item: Found, anchor: Anchor, clues: Clues, near: Neighbour | None) -> Value | None:
    first = resolve(item.first, anchor, clues, near, _SIDES.get(item.kind, 0))
    if first is None:
        return None
    edtf = first.edtf
    if item.last:
        last = _end(item, first, anchor, clues, near)
        if last is None:
            return None
        edtf = f"{edtf.partition('/')[0]}/{last.rpartition('/')[2]}"
        if not is_valid(edtf):
            return None
    elif item.kind in ("since", "until"):
        edtf = f"{edtf.partition('/')[0]}/.." if item.kind == "since" else f"../{edtf.rpartition('/')[2]}"
    twin = resolve(item.twin, anchor, clues, near) if item.twin else None
    conflict = twin.edtf if twin and not agree(twin.edtf, edtf) else first.conflict
    return Value(edtf, first.basis, conflict, first.year)


def _end(item: Found, first: Value, anchor: Anchor, clues: Clues, near: Neighbour | None) -> str | None:
    """The value of a range's end: in the year of its beginning, or the next one; a weekday after the first."""
    last = item.last
    if last is None:
        return None
    if last.move and last.move.unit == "weekday" and re.fullmatch(r"\d{4}-\d\d-\d\d", first.edtf):
        try:
            return weekday(last.weekday or 0, "coming", date.fromisoformat(first.edtf)).isoformat()
        except OverflowError:  # the calendar ends before
            return None
    if last.yearless and first.year and last.month:
        later = (last.month or 0, last.day or 0) < (item.first.month or 0, item.first.day or 0)
        last = replace(last, year=first.year + later)
    value = resolve(last, anchor, clues, near)
    return value.edtf if value else None


def _neighbour(text: str, found: list[Found], index: int) -> Neighbour | None:
    """The year of the date before, in the same sentence and near."""
    item, before = found[index], found[index - 1] if index else None
    if not item.first.yearless or before is None or before.first.year is None or item.start - before.end > _NEAR:
        return None
    if _SENTENCE_END.search(text, before.end, item.start):
        return None
    bare = before.first.month is None and before.first.part is None and before.last is None
    return Neighbour(before.first.calendar, before.first.year, bare)
