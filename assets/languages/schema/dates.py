"""The section `[dates]`: how a language writes dates, as words and readable templates.

A template is a string with slots. `{day} {month} {year}` is three slots and two blanks; `[...]` is optional, `(a|b)`
one of several, `<...>` must stand before the date without being part of it. Slots of the engine: day, month, mm (a
month as a number), year, yy (two digits), weekday, n (a number of units), shift (words for a year by its distance:
this year), month_shift, part (second half), season; a `2` at the end (day2, month2, year2, weekday2) makes it the
end of a range (yy2 is 13 or more: 2011-12 may be a month). Every other slot is a name of `words`, whose entries are templates themselves.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from assets.languages.schema.base import Section, Words

Calendar = Literal["gregorian", "jalali", "hijri"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Season = Literal["spring", "summer", "autumn", "winter"]
Part = Literal[
    "early", "mid", "late", "first_half", "second_half",
    "first_quarter", "second_quarter", "third_quarter", "fourth_quarter",
]  # fmt: skip
Operation = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:(?:day|week|weekend|month|quarter|year):(?:0|[+-]\d*n?)(?::(?:early|mid|late|first_half|second_half))?"
        r"|weekday:(?:near|past|coming|0|[+-]\d)|name:(?:this|past|coming|0|[+-]\d))$"
    ),
]
"""What a relative expression means: unit and distance from the day of publication, `n` standing for its number.

`weekday:` and `name:` (months, seasons) take the named day: near (the nearest one), past, coming, or that of the week
or year at a distance.
"""


def _ordinals(limit: int, table: dict[int, Words]) -> dict[int, Words]:
    wrong = [number for number in table if not 1 <= number <= limit]
    if wrong:
        raise ValueError(f"numbers must lie between 1 and {limit}: {wrong}")
    return table


Months = Annotated[dict[int, Words], AfterValidator(lambda table: _ordinals(12, table))]
Days = Annotated[dict[int, Words], AfterValidator(lambda table: _ordinals(31, table))]


class Endings(Section):
    """Endings that a slot's word may carry, an apostrophe or a hyphen before them or not."""

    day: Words = Field(default=(), description="After a day in digits (th, er, ünü).")
    month: Words = Field(default=(), description="After the name of a month.")
    weekday: Words = Field(default=(), description="After the name of a weekday.")
    year: Words = Field(default=(), description="After a year in digits.")


class Frames(Section):
    """Templates around whole dates: each names one or two `{date}`."""

    range: Words = Field(default=(), description="From the first date to the second.")
    pair: Words = Field(default=(), description="Two dates; one range where the second is the day after the first.")
    since: Words = Field(default=(), description="The date begins something without an end.")
    until: Words = Field(default=(), description="The date ends something without a beginning.")
    twin: Words = Field(default=(), description="One date told twice, in two calendars.")


class Stamp(Section):
    """Words in the line that tells when an article appeared."""

    labels: Words = Field(default=(), description="Words beside the date: published, date, views, minutes to read.")
    updated: Words = Field(default=(), description="Labels of the date of a later change.")
    zones: Words = Field(default=(), description="Words of clock times and time zones.")


class DatesSection(Section):
    """How a language writes dates."""

    week_starts: Weekday = Field(default="monday", description="First day of the week where the press is made.")
    calendar: Calendar = Field(default="gregorian", description="Calendar that this year and last month are counted by.")
    calendar_of_old_years: Calendar | None = Field(
        default=None, description="Calendar of years between 1300 and 1500; without it they are no years."
    )
    month_first: Words = Field(default=(), description="ISO 3166 codes of countries whose numeric dates put the month first.")
    window_last: int = Field(
        default=2026, description="Last year that is tried for a day and weekday without a year where no date of publication is known."
    )
    window_years: int = Field(
        default=10,
        description="How many years are tried: the ten that the archive is planned to keep. A day and weekday recur after "
        "5, 6 or 11 years, so that this often leaves one, and never more than two.",
    )
    prefixes: Words = Field(default=(), description="Strings that may be attached before the first word of a date.")
    endings: Endings = Field(default=Endings(), description="Endings of slots.")
    ambiguous: Words = Field(default=(), description="Month and weekday words that are dates only in company (may, march).")
    uncapitalised: Words = Field(default=(), description="Words that are dates only without a capital (German morgen).")
    lower: bool = Field(default=True, description="False where names of months and weekdays are always capitalised.")
    months: dict[Calendar, Months] = Field(description="Names of months by calendar and number.")
    weekdays: dict[Weekday, Words] = Field(description="Names of weekdays.")
    days: Days = Field(default={}, description="Days of the month in words (premier, پنجم).")
    numbers: dict[int, Words] = Field(default={}, description="Numbers in words for distances (two days ago).")
    shifts: dict[int, Words] = Field(default={}, description="Years by their distance (this year = 0).")
    month_shifts: dict[int, Words] = Field(default={}, description="Months by their distance (of this month = 0).")
    parts: dict[Part, Words] = Field(default={}, description="Parts of a year or month.")
    seasons: dict[Season, Words] = Field(default={}, description="Names of seasons.")
    words: dict[str, Words] = Field(default={}, description="Slots of the pack's own: name and templates.")
    stated: dict[str, Words] = Field(description="Templates of dates by rule name, the most telling first.")
    pairs: dict[str, Words] = Field(default={}, description="Templates of two dates that are no range (5 and 9 May).")
    since: dict[str, Words] = Field(default={}, description="Templates whose date begins an open interval.")
    until: dict[str, Words] = Field(default={}, description="Templates whose date ends an open interval.")
    relative: dict[Operation, Words] = Field(default={}, description="Operation and the templates that mean it.")
    frames: Frames = Field(default=Frames(), description="Templates around whole dates.")
    stamp: Stamp = Field(default=Stamp(), description="Words of publication lines.")
