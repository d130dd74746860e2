"""The day of publication from the text itself: a dateline without a year, and a weekday said of the same day.

"ABU DHABI, 10 July. The President today, Thursday, received …": of the years within reach one has 10 July on a Thursday.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assets.text.dates.calendars import GREGORIAN
from assets.text.dates.partial import Found
from assets.text.dates.resolve import Anchor, Clues

_HEAD = 200
"""Code points in which a dateline stands; a weekday as far behind it still speaks of the news."""


def solve(found: list[Found], anchor: Anchor, clues: Clues) -> Anchor:
    """The anchor with its day, where month and day are known and exactly one year fits; else the anchor as it was.

    "today, Thursday" is proof enough. A bare "on Tuesday" may be another day than the dateline's: it counts only
    where the year it leads to is stated in the text.
    """
    if anchor.day:
        return anchor
    line = next(
        (i for i in found if i.start < _HEAD and i.first.yearless and i.first.day and i.first.calendar == GREGORIAN and not i.last), None
    )
    known = anchor.month_day or (line and (line.first.month, line.first.day))
    if not known or (anchor.month_day is None and line is None):
        return anchor
    month, day = known
    after = line.end if line else 0
    for item in found:
        strength = _says_weekday(item, month, day) if item.start < after + _HEAD else 0
        if strength and item.first.weekday is not None:
            years = _years(month or 0, day or 0, item.first.weekday, anchor.years)
            stated = [year for year in years if year in clues.years]
            chosen = stated if strength == 1 or len(years) > 1 else years
            return replace(anchor, day=date(chosen[0], month or 1, day or 1)) if len(chosen) == 1 else anchor
    return anchor


def _says_weekday(item: Found, month: int | None, day: int | None) -> int:
    """2 where the weekday is surely that day's, 1 where it likely is, 0 where it says nothing."""
    first = item.first
    if first.weekday is None or item.last:
        return 0
    if first.move:
        today = first.move.unit == "day" and first.move.distance == "0"
        return 2 if today else int(first.move.unit == "weekday" and first.move.distance == "near")
    return 2 if first.yearless and (first.month, first.day) == (month, day) else 0


def _years(month: int, day: int, weekday: int, years: range) -> list[int]:
    return [year for year in years if not (month == 2 and day == 29 and year % 4) and date(year, month, day).weekday() == weekday]
