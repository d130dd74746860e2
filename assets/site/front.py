"""The front page: what was held, is planned, has changed, is disputed; and charts. Everything is counted from the newest document's day."""

from calendar import Calendar, day_abbr, day_name, month_name
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final

from assets.site import charts, rendering
from assets.site.folder import FRONT
from sql import statement
from warehouse.read import Warehouse

SHOWN: Final = 14
AHEAD: Final = 40
"""Planned acts on the calendar."""
MONTHS: Final = 24
"""Months on the chart."""
CALENDARS: Final = 2
KINDS: Final = ("meeting", "visit", "call", "consultations", "conference", "signing", "statement", "appointment", "credentials")
COUNTED: Final = ("documents", "languages", "outlets", "events", "persons")
Row = dict[str, Any]


def page(warehouse: Warehouse, since: date | None, numbers: Row) -> str:
    """The front page.

    Args:
        since: leaves out acts that were over before.
        numbers: the present day, and how much the record holds (sql/site/newest_day).
    """
    wanted = {"since": since, "day": numbers["day"], "rows": SHOWN}
    planned = _rows(warehouse, "planned_next", wanted | {"rows": AHEAD})
    facts = {
        "day": numbers["day"],
        "since": since,
        "counts": [(name, numbers[name]) for name in COUNTED],
        "held": _rows(warehouse, "held_last", wanted),
        "planned": [
            (first, list(group)) for first, group in groupby(planned, key=lambda row: row["begins_on"] and row["begins_on"].isoformat())
        ],
        "calendar": _calendars(planned),
        "week": list(zip(day_abbr, day_name, strict=True)),
        "changed": _rows(warehouse, "changed_last", wanted),
        "disputed": _rows(warehouse, "disputed_last", wanted),
        "kinds": KINDS,
        "months": _months(_rows(warehouse, "kinds_by_month", wanted)),
        "bars": [
            _bars("By country", ("Country", "Acts"), _rows(warehouse, "busiest_countries", wanted), "events"),
            _bars("Languages", ("Language", "Documents"), _rows(warehouse, "languages", wanted), "documents"),
            _bars("Outlets", ("Outlet", "Documents"), _rows(warehouse, "outlets", wanted), "documents"),
        ],
    }
    return rendering.render("front", FRONT, facts)


def _rows(warehouse: Warehouse, name: str, wanted: Row) -> list[Row]:
    return warehouse.query(statement(f"site/{name}"), wanted).to_dicts()


def _by_day(planned: list[Row]) -> list[tuple[str | None, list[Row]]]:
    days = groupby(planned, key=lambda row: row["begins_on"])
    return [(day and day.isoformat(), list(group)) for day, group in days]


def _bars(name: str, head: Sequence[str], rows: list[Row], column: str) -> tuple[str, Sequence[str], Row]:
    shown = [(row["name"], row[column]) for row in rows[:SHOWN]]
    return name, head, {"chart": charts.bars(shown, name), "rows": shown}


def _months(rows: list[Row]) -> Row:
    columns: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        columns[row["month"]][row["kind"]] = row["events"]
    latest = dict(list(columns.items())[-MONTHS:])
    return {
        "chart": charts.stacks(latest, KINDS, "Acts held by month and kind"),
        "rows": [(month, sum(parts.values())) for month, parts in latest.items()],
    }


def _calendars(planned: list[Row]) -> list[Row]:
    """The first months that something is planned in, as weeks from Monday on."""
    days: defaultdict[date, int] = defaultdict(int)
    for row in planned:
        if row["begins_on"] and (not row["ends_on"] or (row["ends_on"] - row["begins_on"]).days < 28):
            days[row["begins_on"]] += 1
    months = sorted({(day.year, day.month) for day in days})[:CALENDARS]
    return [{"name": f"{month_name[month]} {year}", "weeks": _weeks(year, month, days)} for year, month in months]


def _weeks(year: int, month: int, days: dict[date, int]) -> list[list[Row | None]]:
    return [
        [{"number": day.day, "date": day.isoformat(), "events": days.get(day, 0)} if day.month == month else None for day in week]
        for week in Calendar().monthdatescalendar(year, month)
    ]
