"""EDTF values (ISO 8601-2, the part that the press needs): valid or not, their bounds, and whether two agree.

Here: single values of day, month, season and year, values without a year, intervals and open intervals.
Not here: reading dates in prose (dates), choosing a year by context (dates.resolve).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_VALUE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?\Z")
_LEAP_YEAR = 2000
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""Seasons 21 to 24 of ISO 8601-2, as the meteorological seasons of the northern hemisphere: first and last month."""

Span = tuple[date | None, date | None]


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> Span:
    """First and last day of a value; None where it is open or has no year.

    Raises:
        ValueError: the string is no EDTF value of this profile.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _single(first)
    if first == last == "..":
        raise ValueError(f"not an EDTF value: {edtf!r}")
    start = None if first == ".." else _single(first)[0]
    end = None if last == ".." else _single(last)[1]
    if start and end and end < start:
        raise ValueError(f"an interval that ends before it starts: {edtf!r}")
    return start, end


def is_valid(edtf: str) -> bool:
    """True where the string is an EDTF value of this profile (a real calendar date, in order)."""
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def agree(a: str, b: str) -> bool:
    """True where both may speak of the same time: some day lies in both, a missing year fitting every year.

    `XXXX-07-23` agrees with `2024-07-23`, `2024-07` with both, `2024-07-22` with none of them.
    """
    if "XXXX" in a or "XXXX" in b:
        return any(_overlap(bounds(x), bounds(y)) for x, y in _with_years(a, b))
    return _overlap(bounds(a), bounds(b))


def _single(value: str) -> Span:
    parts = _VALUE.match(value)
    if not parts:
        raise ValueError(f"not an EDTF value: {value!r}")
    month, day = (int(part) if part else None for part in parts.groups()[1:])
    if parts[1] == "XXXX":
        if month is None:
            raise ValueError(f"not an EDTF value: {value!r}")
        _days(_LEAP_YEAR, month, day)
        return None, None
    return _days(int(parts[1]), month, day)


def _days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    if month in _SEASONS:
        first, last = _SEASONS[month]
        ends = year + (last < first)
        return date(year, first, 1), date(ends, last, monthrange(ends, last)[1])
    start = date(year, month, 1)
    return start, date(year, month, monthrange(year, month)[1])


def _overlap(a: Span, b: Span) -> bool:
    starts = [day for day in (a[0], b[0]) if day]
    ends = [day for day in (a[1], b[1]) if day]
    return not starts or not ends or max(starts) <= min(ends)


def _with_years(a: str, b: str) -> list[tuple[str, str]]:
    """Both values with the missing years filled by every year that the other names, or by one leap year."""
    named = {int(year) for year in re.findall(r"\d{4}", a + "/" + b)}
    years = range(min(named), max(named) + 1) if named else range(_LEAP_YEAR, _LEAP_YEAR + 1)
    pairs = ((a.replace("XXXX", str(year)), b.replace("XXXX", str(year))) for year in years)
    return [(x, y) for x, y in pairs if is_valid(x) and is_valid(y)]
