"""The calendars of the press, as days of the Gregorian one. Conversion only: persiantools and hijridate do the sums."""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate

GREGORIAN, JALALI, HIJRI = "gregorian", "jalali", "hijri"


def day(calendar: str, year: int, month: int, number: int) -> date:
    """The Gregorian day of a calendar's date.

    Raises:
        ValueError: no such day, or (Hijri, Umm al-Qura) a year outside 1343 to 1500.
    """
    if calendar == JALALI:
        found: date = JalaliDate(year, month, number).to_gregorian()  # type: ignore[no-untyped-call]
        return found
    if calendar == HIJRI:
        return _hijri(year, month, number)
    return date(year, month, number)


def of(calendar: str, when: date) -> tuple[int, int, int]:
    """Year, month and day of a Gregorian day in a calendar.

    Raises:
        ValueError: the calendar's tables don't reach that day.
    """
    if calendar == JALALI:
        found = JalaliDate(when)  # type: ignore[no-untyped-call]
        return found.year, found.month, found.day
    if calendar == HIJRI:
        try:
            return Gregorian.fromdate(when).to_hijri().datetuple()
        except OverflowError as error:
            raise ValueError(str(error)) from error
    return when.year, when.month, when.day


def edtf(calendar: str, year: int, month: int | None = None, number: int | None = None) -> str:
    """The EDTF value of a date to its own precision; a month or year of another calendar is an interval of days.

    Raises:
        ValueError: no such date.
    """
    if number is not None and month is not None:
        return day(calendar, year, month, number).isoformat()
    if calendar == GREGORIAN:
        return date(year, month or 1, 1).isoformat()[: 7 if month else 4]
    first = day(calendar, year, month or 1, 1)
    last = day(calendar, *_next_month(year, month) if month else (year + 1, 1), 1) - timedelta(days=1)
    return f"{first.isoformat()}/{last.isoformat()}"


def _next_month(year: int, month: int) -> tuple[int, int]:
    return (year, month + 1) if month < 12 else (year + 1, 1)


def _hijri(year: int, month: int, number: int) -> date:
    try:
        return date(*Hijri(year, month, number).to_gregorian().datetuple())
    except OverflowError as error:
        raise ValueError(str(error)) from error
