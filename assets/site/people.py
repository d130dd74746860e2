"""Pages of persons: every spelling, offices over time, whom they met, their acts; and who takes part most."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from assets.site import charts, rendering
from assets.site.folder import Folder, Pages
from sql import statement
from warehouse.read import Warehouse

PORTION: Final = 5_000
MOST: Final = 300
"""Events listed on one person's page."""
NAMED: Final = 400
"""Persons in the list of those who take part most."""
Row = dict[str, Any]


def write(warehouse: Warehouse, folder: Pages, since: date | None, present: date, between: tuple[str, str]) -> int:
    """Write the page of every person whose id lies between two; gives how many there are.

    Args:
        since: leaves out acts that were over before.
        present: where an office that has no last day ends on the chart.
    """
    number = 0
    for person in _persons(warehouse, since, between):
        _page(folder, person, present)
        number += 1
    return number


def write_list(warehouse: Warehouse, folder: Folder) -> None:
    """Write the list of those who take part most."""
    named = warehouse.query(statement("site/most_named"), {"rows": NAMED}).iter_rows(named=True)
    rows = [(rendering.path_of("person", row["person_id"]), row["name"], _note(row)) for row in named]
    facts = {"title": "People", "kicker": "Those who take part most; the search box finds everyone", "pages": [], "acts": [], "rows": rows}
    folder.page("people.html", facts, lambda: rendering.render("list", "people.html", facts))


def _note(row: Row) -> str:
    return " · ".join(filter(None, (row["country_name"], str(row["events"]))))


def _persons(warehouse: Warehouse, since: date | None, between: tuple[str, str]) -> Iterator[Row]:
    after, until = between
    while True:
        wanted = {"since": since, "after": after, "until": until, "rows": PORTION, "most": MOST}
        portion = warehouse.query(statement("site/persons"), wanted)
        yield from portion.iter_rows(named=True)
        if portion.height < PORTION:
            return
        after = portion["person_id"][-1]


def _page(folder: Pages, person: Row, present: date) -> None:
    path = rendering.path_of("person", person["person_id"])
    folder.page(path, person, lambda: rendering.render("person", path, {"person": person, "chart": _offices(person, present)}))


def _offices(person: Row, present: date) -> object:
    rows = [(_office(each), each["first_seen"], each["last_seen"] or each["first_seen"], _seen(each)) for each in person["offices"]]
    return charts.timeline(rows, f"Offices of {person['name']} over time", present)


def _office(office: Row) -> str:
    return ", ".join(filter(None, (rendering.words(office["office"]), office["organisation"] or office["country_name"])))


def _seen(office: Row) -> str:
    return f"{rendering.day(office['first_seen'])} – {rendering.day(office['last_seen'])}"
