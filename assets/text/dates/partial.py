"""What a match says by itself: the parts of a date that the words give, before any context is asked.

Here: from slots to parts, their checks, and parts that one end of a range lends to the other.
Not here: which year a text means (resolve), regexes (compiler).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from assets.languages.schema.dates import DatesSection
from assets.text.dates import calendars
from assets.text.dates.calendars import GREGORIAN
from assets.text.dates.compiler import Rule
from assets.text.dates.lexicon import Field

_FIRST_MODERN_YEAR = 1500
_CENTURY_TURN = 70
"""Two-digit years from 70 on are of the last century (POSIX strptime takes 69)."""
_LEAP = {"gregorian": 2000, "jalali": 1399, "hijri": 1445}
"""A leap year of each calendar: a day without a year is real where such a year has it."""


@dataclass(slots=True)
class Move:
    """A distance from the day of publication: `unit` is one of the schema's operations, `target` what it names."""

    unit: str
    distance: str
    part: str | None = None
    times: int = 1

    def steps(self) -> int:
        """The distance as a number of units, signed."""
        sign, number, per = re.fullmatch(r"([+-]?)(\d*)(n?)", self.distance).groups()  # type: ignore[union-attr]
        return (-1 if sign == "-" else 1) * int(number or 1) * (self.times if per else 1)


@dataclass(slots=True)
class Partial:
    """Parts of a date in one calendar; None where the words are silent."""

    calendar: str = GREGORIAN
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    month_shift: int | None = None
    part: str | None = None
    season: int | None = None
    move: Move | None = None

    @property
    def yearless(self) -> bool:
        """True where a month or day lacks its year, and no word tells the distance to it."""
        return self.year is None and self.shift is None and self.month_shift is None and self.move is None

    def is_real(self) -> bool:
        """True where the calendar has such a date, in some year at least."""
        if self.month is None:
            return self.day is None or self.month_shift is not None or self.weekday is not None
        try:
            calendars.day(self.calendar, self.year or _LEAP[self.calendar], self.month, self.day or 1)
        except ValueError:
            return False
        return True


@dataclass(slots=True)
class Found:
    """A match with its parts: span in the folded text, rule, kind (stated, since, until, relative), twin date."""

    start: int
    end: int
    rule: str
    kind: str
    first: Partial
    last: Partial | None = None
    twin: Partial | None = None


class Builder:
    """Makes parts of slots, by one language's words and habits."""

    def __init__(self, fields: dict[str, Field], section: DatesSection) -> None:
        self.fields = fields
        self.calendar = section.calendar
        self.old_years = section.calendar_of_old_years
        self.month_first = frozenset(section.month_first)

    def build(self, rule: Rule, text: str, country: str | None) -> list[Found]:
        """What a rule's match says, spans relative to its text; nothing where no calendar has such a date."""
        slots, ends = rule.filled(text)
        values = {name: self.fields[name].value(word) for name, word in slots.items()}
        times = values.pop("n", 1)
        first = self._partial({name: value for name, value in values.items() if not name.endswith("2")}, country)
        later = {name[:-1]: value for name, value in values.items() if name.endswith("2")}
        if "yy" in later:
            later["year"] = (first.year or 0) // 100 * 100 + later.pop("yy")
        last = self._partial(later, country) if later else None
        if last:
            first, last = share(first, last)
        if not first.is_real() or (last and not last.is_real()):
            return []
        if rule.kind == "relative":
            unit, distance, *part = rule.name.split(":")
            first.move = Move(unit, distance, part[0] if part else None, times)
        elif first.weekday is not None and first.month is None and first.day is None:
            first.move = Move("weekday", "near")
        whole = Found(0, len(text), rule.name, rule.kind, first, last)
        return split(whole, *ends) if rule.kind == "pairs" else [whole]

    def _partial(self, values: dict[str, Any], country: str | None) -> Partial:
        calendar, month = values.get("month", (GREGORIAN, values.get("mm")))
        day, year = values.get("day"), values.get("year")
        order = list(values)
        if "mm" in values and day and order.index("day") < order.index("mm") and self._swapped(day, values["mm"], country):
            day, month = month, day
        if "yy" in values:
            year = values["yy"] + (1900 if values["yy"] >= _CENTURY_TURN else 2000)
        if month is None and year is None:
            calendar = self.calendar
        if year is not None and year < _FIRST_MODERN_YEAR and calendar == GREGORIAN:
            calendar = self.old_years or GREGORIAN
        names = ("weekday", "shift", "month_shift", "part", "season")
        return Partial(calendar, year, month, day, **{name: values[name] for name in names if name in values})

    def _swapped(self, day: int, month: int, country: str | None) -> bool:
        return (country in self.month_first and day <= 12) or (bool(self.month_first) and month > 12 >= day)


def share(first: Partial, last: Partial) -> tuple[Partial, Partial]:
    """Both ends of a range, each with the month and year that only the other states."""
    if first.move or last.move:
        return first, last
    if first.month is None and first.month_shift is None and first.day:
        first = replace(first, month=last.month, calendar=last.calendar, month_shift=last.month_shift)
    if last.month is None and last.month_shift is None and last.day:
        last = replace(last, month=first.month, calendar=first.calendar, month_shift=first.month_shift)
    if first.yearless and not last.yearless:
        turn = first.month and last.month and first.month > last.month and last.year
        first = replace(first, year=last.year - 1 if turn and last.year else last.year, shift=last.shift)
    elif last.yearless and not first.yearless:
        turn = first.month and last.month and first.month > last.month and first.year
        last = replace(last, year=first.year + 1 if turn and first.year else first.year, shift=first.shift)
    return first, last


def consecutive(first: Partial, last: Partial) -> bool:
    """True where the second is the day after the first, by the words alone."""
    if first.move or last.move:
        weekdays = first.weekday is not None and last.weekday is not None
        return weekdays and first.move == last.move and ((last.weekday or 0) - (first.weekday or 0)) % 7 == 1
    same_month = (first.calendar, first.year, first.month) == (last.calendar, last.year, last.month)
    return bool(same_month and first.day and last.day and last.day - first.day == 1)


def split(whole: Found, first_end: int, last_start: int) -> list[Found]:
    """Two dates that one match holds ("5 and 9 May"): a range where the second is the day after, else each by itself."""
    if whole.last is None or consecutive(whole.first, whole.last):
        return [replace(whole, kind="stated")]
    return [
        replace(whole, kind="stated", end=first_end, last=None),
        replace(whole, kind="stated", start=last_start, first=whole.last, last=None),
    ]
