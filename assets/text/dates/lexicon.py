"""The words of a pack's `[dates]` as folded lookups: slot name to surface forms and their values.

Here: which strings may fill a slot and what they mean. Not here: the order of slots (compiler), the year (resolve).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from assets.languages.schema.dates import DatesSection
from assets.text.fold import key

DIGIT = "0"
"""Stands for every digit among the possible beginnings of a template."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
_YEAR = r"(?:1[5-9]|2[01])\d\d(?!\d)"
_YEAR_WITH_OLD = r"(?:1[3-9]|2[01])\d\d(?!\d)"


@dataclass(frozen=True, slots=True)
class Field:
    """A slot's filling: regex source for digits or None, words with their values, endings that may follow."""

    digits: str | None = None
    words: Mapping[str, Any] = field(default_factory=dict)
    endings: tuple[str, ...] = ()

    def source(self) -> tuple[str, str]:
        """Regex of the value itself, and of the endings after it."""
        options = ([self.digits] if self.digits else []) + [re.escape(word).replace(r"\ ", "[ \n]") for word in longest_first(self.words)]
        return "|".join(options), f"(?:['-]?(?:{'|'.join(map(re.escape, longest_first(self.endings)))}))?" if self.endings else ""

    def firsts(self) -> list[str]:
        """How a filling may begin."""
        return ([DIGIT] if self.digits else []) + list(self.words)

    def value(self, text: str) -> Any:
        """What the slot's text means."""
        text = text.replace("\n", " ")
        return self.words[text] if text in self.words else int(text)


def longest_first(words: Iterable[str]) -> list[str]:
    """Longer strings before their own beginnings, else in alphabetical order: a regex then takes the longest."""
    return sorted(words, key=lambda word: (-len(word), word))


def fields(section: DatesSection) -> dict[str, Field]:
    """Every slot of the engine for one language."""
    ends = {name: tuple(key(ending) for ending in getattr(section.endings, name)) for name in ("day", "month", "weekday", "year")}
    months = {
        key(word): (calendar, number) for calendar, table in section.months.items() for number, words in table.items() for word in words
    }
    weekdays = {key(word): WEEKDAYS.index(name) for name, words in section.weekdays.items() for word in words}
    day = Field(_DAY, _values(section.days), ends["day"])
    year = Field(_YEAR_WITH_OLD if section.calendar_of_old_years else _YEAR, endings=ends["year"])
    month, weekday, number = Field(None, months, ends["month"]), Field(None, weekdays, ends["weekday"]), Field(_DAY)
    return {
        "day": day, "day2": day, "month": month, "month2": month, "mm": number, "mm2": number,
        "year": year, "year2": year, "yy": Field(r"\d\d(?!\d)"),
        "yy2": Field(r"(?:1[3-9]|[2-9]\d)(?!\d)"), "weekday": weekday, "weekday2": weekday,
        "n": Field(r"\d{1,2}(?!\d)", _values(section.numbers)), "shift": Field(None, _values(section.shifts)),
        "month_shift": Field(None, _values(section.month_shifts)), "part": Field(None, _values(section.parts)),
        "season": Field(None, {key(word): SEASONS[name] for name, words in section.seasons.items() for word in words}, ends["month"]),
    }  # fmt: skip


def _values(table: Mapping[Any, tuple[str, ...]]) -> dict[str, Any]:
    return {key(word): value for value, words in table.items() for word in words}
