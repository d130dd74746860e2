"""The front page: what was held, is planned, has changed, is disputed; and charts. Everything is counted from the newest document's day."""

from calendar import Calendar, day_abbr, day_name, month_name
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final

from assets.site import charts, rendering
from assets.site.folder import FRONT, Folder
from sql import statement
from warehouse.read import Warehouse

SHOWN: Final = 14
DISPUTED: Final = 8
NEXT: Final = 10
"""Planned acts on the front page."""
AHEAD: Final = 400
"""Planned acts on the page of their own."""
MONTHS: Final = 24
"""Months on the chart."""
CALENDARS: Final = (2, 6)
"""Months of the calendar: on the front page, on the page of what is planned."""
PLANNED: Final = "planned.html"
KINDS: Final = ("meeting", "visit", "call", "consultations", "conference", "signing", "statement", "appointment", "credentials")
WEEK: Final = tuple(zip(day_abbr, day_name, strict=True))
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
        "planned": planned[:NEXT],
        "ahead": len(planned),
        "most": AHEAD,
        "calendar": _calendars(planned, numbers["day"], CALENDARS[0]),
        "week": WEEK,
        "changed": _rows(warehouse, "changed_last", wanted),
        "disputed": _rows(warehouse, "disputed_last", wanted | {"rows": DISPUTED}),
        "kinds": KINDS,
        "months": _months(_rows(warehouse, "kinds_by_month", wanted), numbers["day"]),
        "bars": [
            _bars("By country", ("Country", "Acts"), _rows(warehouse, "busiest_countries", wanted), "events"),
            _bars("Languages", ("Language", "Documents"), _tongues(_rows(warehouse, "languages", wanted)), "documents"),
            _bars("Outlets", ("Outlet", "Documents"), _rows(warehouse, "outlets", wanted), "documents"),
        ],
    }
    return rendering.render("front", FRONT, facts)


def write_planned(warehouse: Warehouse, folder: Folder, numbers: Row) -> None:
    """Write the page of all that is planned: a calendar, and the acts by day."""
    planned = _rows(warehouse, "planned_next", {"day": numbers["day"], "rows": AHEAD})
    dated = sorted(planned, key=lambda row: row["begins_on"] is None)
    facts = {
        "day": numbers["day"],
        "most": AHEAD,
        "planned": [(day and day.isoformat(), list(group)) for day, group in groupby(dated, key=lambda row: row["begins_on"])],
        "calendar": _calendars(planned, numbers["day"], CALENDARS[1]),
        "week": WEEK,
        "full": len(planned) == AHEAD,
    }
    folder.page(PLANNED, facts, lambda: rendering.render("planned", PLANNED, facts))


def _rows(warehouse: Warehouse, name: str, wanted: Row) -> list[Row]:
    return warehouse.query(statement(f"site/{name}"), wanted).to_dicts()


def _bars(name: str, head: Sequence[str], rows: list[Row], column: str) -> tuple[str, Sequence[str], Row]:
    shown = [(row["name"], row[column]) for row in rows[:SHOWN]]
    return name, head, {"chart": charts.bars(shown, name), "rows": shown}


def _tongues(rows: list[Row]) -> list[Row]:
    return [row | {"name": rendering.tongue(row["name"])} for row in rows]


def _months(rows: list[Row], present: date) -> Row:
    """The last months up to the present, also those in which nothing was held."""
    last = present.year * 12 + present.month - 1
    latest: dict[str, dict[str, int]] = {f"{at // 12}-{at % 12 + 1:02}": {} for at in range(last - MONTHS + 1, last + 1)}
    for row in rows:
        if row["month"] in latest:
            latest[row["month"]][row["kind"]] = row["events"]
    return {
        "chart": charts.stacks({rendering.day(month): parts for month, parts in latest.items()}, KINDS, "Acts held by month and kind"),
        "rows": [(rendering.day(month), sum(parts.values())) for month, parts in latest.items()],
    }


def _calendars(planned: list[Row], present: date, number: int) -> list[Row]:
    """The present month and the next ones that something is planned in, as weeks from Monday on."""
    days: defaultdict[date, int] = defaultdict(int)
    for row in planned:
        if row["begins_on"]:
            days[row["begins_on"]] += 1
    months = sorted({(day.year, day.month) for day in (*days, present)})[:number]
    return [{"name": f"{month_name[month]} {year}", "weeks": _weeks(year, month, days, present)} for year, month in months]


def _weeks(year: int, month: int, days: dict[date, int], present: date) -> list[list[Row | None]]:
    return [
        [_cell(day, days.get(day, 0), day == present) if day.month == month else None for day in week]
        for week in Calendar().monthdatescalendar(year, month)
    ]


def _cell(day: date, events: int, today: bool) -> Row:
    return {"number": day.day, "date": day.isoformat(), "events": events, "today": today}
