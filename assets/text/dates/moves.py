"""Relative expressions: a closed set of operations on the day of publication, and their EDTF values.

Here: arithmetic of days, weeks, months and years. Not here: which words mean which operation (packs).
"""

from __future__ import annotations

from datetime import date, timedelta

from assets.text.dates import calendars
from assets.text.dates.calendars import GREGORIAN
from assets.text.dates.partial import Move, Partial

PARTS = {
    "first_half": (1, 6), "second_half": (7, 12),
    "first_quarter": (1, 3), "second_quarter": (4, 6), "third_quarter": (7, 9), "fourth_quarter": (10, 12),
}  # fmt: skip
"""First and last month of the parts of a year. Early, mid and late have no agreed bounds: the whole stands for them."""


def moved(what: Partial, today: date, week_starts: int) -> str | None:
    """The EDTF value of a relative expression; None where it names nothing.

    Args:
        what: parts with a move; for `weekday:` and `name:` also the day, month or season that is named.
        today: the day of publication.
        week_starts: first day of the week, 0 = Monday.

    Raises:
        ValueError, OverflowError: the calendar ends before.
    """
    move = what.move
    if move is None:
        return None
    if move.unit == "weekday":
        return None if what.weekday is None else weekday(what.weekday, move.distance, today, week_starts).isoformat()
    if move.unit == "name":
        return _named(what, move.distance, today)
    return _units(move, what.calendar, today, week_starts)


def weekday(number: int, which: str, today: date, week_starts: int = 0) -> date:
    """The named weekday: `near` within three days before or after, `past` and `coming` strictly so, else of a week."""
    ahead = (number - today.weekday()) % 7
    if which == "near":
        return today + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    if which == "coming":
        return today + timedelta(days=ahead or 7)
    if which == "past":
        return today + timedelta(days=ahead - 7)
    first = _week(today, week_starts) + timedelta(weeks=int(which))
    return first + timedelta(days=(number - week_starts) % 7)


def part_of_year(calendar: str, year: int, part: str) -> str:
    """Half or quarter of a year as an interval; the year itself for parts without agreed bounds."""
    if part not in PARTS:
        return calendars.edtf(calendar, year)
    first, last = PARTS[part]
    start = calendars.edtf(calendar, year, first).partition("/")[0]
    return f"{start}/{calendars.edtf(calendar, year, last).rpartition('/')[2]}"


def _units(move: Move, calendar: str, today: date, week_starts: int) -> str:
    steps = move.steps() if move.distance != "0" else 0
    if move.unit == "day":
        return (today + timedelta(days=steps)).isoformat()
    if move.unit in ("week", "weekend"):
        first = _week(today, week_starts) + timedelta(weeks=steps)
        return _interval(first, 7) if move.unit == "week" else _interval(first + timedelta(days=5), 2)
    year, month, _ = calendars.of(calendar, today)
    if move.unit == "year":
        return part_of_year(calendar, year + steps, move.part or "")
    months = year * 12 + month - 1 + steps * (3 if move.unit == "quarter" else 1)
    if move.unit == "month":
        return calendars.edtf(calendar, months // 12, months % 12 + 1)
    return part_of_year(calendar, months // 12, list(PARTS)[2 + months % 12 // 3])


def _named(what: Partial, which: str, today: date) -> str | None:
    """A month or season by its distance: `past` the last one that is over, `coming` the next to begin."""
    calendar = GREGORIAN if what.season else what.calendar
    month = what.month or {21: 3, 22: 6, 23: 9, 24: 12}.get(what.season or 0)
    if month is None:
        return None
    year, now, _ = calendars.of(calendar, today)
    if which == "past":
        year -= now <= month
    elif which == "coming":
        year += now >= month
    elif which != "this":
        year += int(which)
    return f"{year:04d}-{what.season}" if what.season else calendars.edtf(calendar, year, month)


def _week(today: date, week_starts: int) -> date:
    return today - timedelta(days=(today.weekday() - week_starts) % 7)


def _interval(first: date, days: int) -> str:
    return f"{first.isoformat()}/{(first + timedelta(days=days - 1)).isoformat()}"
