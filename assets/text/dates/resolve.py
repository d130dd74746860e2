"""From parts to an EDTF value with its basis: the choice of a year, and what contradicts it.

Here: the rules of context, each with its reason. Not here: words and patterns (packs), finding them (reader).

A year that the text gives is taken. Without one, in this order:
1. a weekday that only one year within reach allows (basis `weekday`);
2. a bare year shortly before in the same sentence ("In 2020, on 27 September", basis `context`);
3. the year that brings the date nearest to the day of publication (basis `context`);
4. without a publication, the year that the text gives the same day elsewhere, or a date beside it (basis `context`).
Otherwise the year stays open (XXXX).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from assets.text.dates import calendars
from assets.text.dates.calendars import GREGORIAN
from assets.text.dates.moves import moved, part_of_year, weekday
from assets.text.dates.partial import Partial

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_SEASON_STARTS = {21: 1, 22: 4, 23: 7, 24: 10}
"""First month of a season in the Jalali year."""
_USUAL = 2023
"""A year for days that are counted without one: no leap year, as most are."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known of the day of publication: the day, or month and day alone, and the years that are tried."""

    day: date | None
    month_day: tuple[int, int] | None
    years: range
    week_starts: int


@dataclass(slots=True)
class Clues:
    """Years that the text states itself: of which days, and which at all."""

    days: dict[tuple[str, int, int], set[int]] = field(default_factory=lambda: defaultdict(set))
    years: set[int] = field(default_factory=set)

    def add(self, parts: Iterable[Partial | None]) -> None:
        """Remember the years of these parts."""
        for part in parts:
            if part and part.year:
                self.years.add(part.year)
                if part.month and part.day:
                    self.days[part.calendar, part.month, part.day].add(part.year)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A year that stands near: whether it stood bare before the date, as in "In 2020, on 27 September"."""

    calendar: str
    year: int
    bare: bool


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved date."""

    edtf: str
    basis: str
    conflict: str | None = None
    year: int | None = None


def resolve(what: Partial, anchor: Anchor, clues: Clues, near: Neighbour | None = None, side: int = 0) -> Value | None:
    """The value of one date; None where nothing can be said without a day of publication.

    Args:
        what: the parts that the words give.
        anchor: what is known of the day of publication.
        clues: years that the text states.
        near: the year of the date before, in the same sentence.
        side: -1 for a month that something has lasted since, 1 for one that it will last until, else 0.
    """
    try:
        return _resolve(what, anchor, clues, near, side)
    except (ValueError, OverflowError):  # no such day in that year, or the calendar's tables end
        return None


def _resolve(what: Partial, anchor: Anchor, clues: Clues, near: Neighbour | None, side: int) -> Value | None:
    if what.move:
        return _relative(what, anchor)
    if what.year is not None:
        return _valued(what, "stated", what.year)
    if what.shift is not None or what.month_shift is not None:
        return _shifted(what, anchor)
    if what.month is None:
        return _by_day_and_weekday(what, anchor.day) if what.day and anchor.day else None
    if what.weekday is not None and what.day:
        return _by_weekday(what, anchor, clues, near)
    year = _by_context(what, anchor, clues, near)
    if year and side and anchor.day and not what.day:
        year = _on_side(what, anchor.day, side)
    return _valued(what, "context", year) if year else _open(what)


def _on_side(what: Partial, today: date, side: int) -> int:
    """The year that brings a month before the day of publication, or after it; its own month counts as both."""
    year, month, _ = calendars.of(what.calendar, today)
    late = (what.month or 1) > month
    return year - late if side < 0 else year + ((what.month or 1) < month)


def _relative(what: Partial, anchor: Anchor) -> Value | None:
    move = what.move
    if anchor.day is None:
        if move is None or move.unit != "day" or anchor.month_day is None:
            return None
        day = date(_USUAL, *anchor.month_day) + timedelta(days=move.steps() if move.distance != "0" else 0)
        return Value(f"XXXX-{day:%m-%d}", "relative")
    edtf = moved(what, anchor.day, anchor.week_starts)
    if edtf is None:
        return None
    clash = what.weekday is not None and move is not None and move.unit == "day" and date.fromisoformat(edtf).weekday() != what.weekday
    return Value(edtf, "relative", _same_week(edtf, what.weekday) if clash else None)


def _shifted(what: Partial, anchor: Anchor) -> Value | None:
    if anchor.day is None:
        return _open(what) if what.month else None
    year, month, _ = calendars.of(what.calendar, anchor.day)
    if what.month_shift is not None:
        months = year * 12 + month - 1 + what.month_shift
        return _valued(replace(what, month=months % 12 + 1), "relative", months // 12)
    return _valued(what, "relative", year + (what.shift or 0))


def _valued(what: Partial, basis: str, year: int) -> Value:
    edtf = _edtf(what, year)
    conflict = None
    if what.weekday is not None and _DAY.match(edtf) and date.fromisoformat(edtf).weekday() != what.weekday:
        conflict = _same_week(edtf, what.weekday)
    return Value(edtf, basis, conflict, year)


def _edtf(what: Partial, year: int) -> str:
    if what.season and what.month is None:
        start = calendars.day(what.calendar, year, _SEASON_STARTS[what.season], 1)
        return f"{start.year if what.calendar != GREGORIAN else year:04d}-{what.season}"
    if what.part and what.month is None:
        return part_of_year(what.calendar, year, what.part)
    return calendars.edtf(what.calendar, year, what.month, what.day)


def _same_week(edtf: str, number: int | None) -> str:
    """The nearest day with that weekday: what the text may have meant instead."""
    return weekday(number or 0, "near", date.fromisoformat(edtf)).isoformat()


def _open(what: Partial) -> Value | None:
    """A date without a year; one of another calendar at the day it falls on in most years."""
    if what.month is None:
        return None
    if what.calendar == GREGORIAN:
        return Value(f"XXXX-{what.month:02}" + (f"-{what.day:02}" if what.day else ""), "stated")
    if what.calendar == calendars.HIJRI or not what.day:
        return None
    usual = calendars.day(what.calendar, 1402, what.month, what.day)
    return Value(f"XXXX-{usual:%m-%d}", "stated")


def _by_weekday(what: Partial, anchor: Anchor, clues: Clues, near: Neighbour | None) -> Value | None:
    if anchor.day:
        nearest = _nearest(what, anchor.day)
        tried = [year for year in (nearest, *_beside(nearest)) if _fits(what, year)] if nearest else []
        if tried:
            return _valued(what, "weekday", tried[0])
        return _valued(what, "context", nearest) if nearest else _open(what)
    fitting = [year for year in _years(what, anchor.years) if _fits(what, year)]
    if len(fitting) > 1:
        named = [year for year in fitting if year in clues.years]
        fitting = named if len(named) == 1 else fitting
    if len(fitting) == 1:
        return _valued(what, "weekday", fitting[0])
    year = _by_context(what, anchor, clues, near)
    return _valued(what, "context", year) if year and _fits(what, year) else _open(what)


def _by_day_and_weekday(what: Partial, today: date) -> Value | None:
    """A weekday with a bare day ("Thursday the 21st"): the nearest month in which they fit."""
    months = [today.year * 12 + today.month - 1 + distance for distance in range(-6, 7)]
    found = [replace(what, year=month // 12, month=month % 12 + 1) for month in months]
    days = [calendars.day(GREGORIAN, part.year or 1, part.month or 1, part.day or 1) for part in found if part.is_real()]
    fitting = [day for day in days if day.weekday() == what.weekday]
    nearest = min(fitting, key=lambda day: abs(day - today), default=None)
    return Value(nearest.isoformat(), "weekday", year=nearest.year) if nearest else None


def _by_context(what: Partial, anchor: Anchor, clues: Clues, near: Neighbour | None) -> int | None:
    beside = near.year if near and near.calendar == what.calendar else None
    if beside and near and near.bare:
        return beside
    if anchor.day:
        return _nearest(what, anchor.day)
    elsewhere = clues.days.get((what.calendar, what.month or 0, what.day or 0), set())
    return next(iter(elsewhere)) if len(elsewhere) == 1 else beside


def _nearest(what: Partial, today: date) -> int | None:
    """The year that brings a day (or the middle of a month) nearest to a day."""
    distances = []
    year = calendars.of(what.calendar, today)[0]
    for candidate in (year, *_beside(year)):
        try:
            found = calendars.day(what.calendar, candidate, what.month or 1, what.day or 15)
        except ValueError:
            continue
        distances.append((abs(found - today), candidate))
    return min(distances)[1] if distances else None


def _beside(year: int) -> tuple[int, int]:
    return year - 1, year + 1


def _fits(what: Partial, year: int) -> bool:
    try:
        return calendars.day(what.calendar, year, what.month or 1, what.day or 1).weekday() == what.weekday
    except ValueError:
        return False


def _years(what: Partial, years: range) -> range:
    """Gregorian years as years of the date's calendar."""
    if what.calendar == GREGORIAN:
        return years
    middle = [calendars.of(what.calendar, date(year, 7, 1))[0] for year in (years[0], years[-1])]
    return range(middle[0] - 1, middle[1] + 1)
