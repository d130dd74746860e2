"""Pages of persons: every spelling, offices over time, whom they met, their acts; and who takes part most."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from assets.site import charts, rendering
from assets.site.events import batched
from assets.site.folder import Folder, Pages
from sql import statement
from warehouse.read import Warehouse

PORTION: Final = 5_000
MOST: Final = 300
"""Events listed on one person's page."""
NAMED: Final = 400
"""Persons in the list of those who take part most."""
Row = dict[str, Any]


def write(warehouse: Warehouse, pages: Pages, since: date | None, present: date, ids: Sequence[str]) -> None:
    """Write the page of each of some persons.

    Args:
        since: leaves out acts that were over before.
        present: where an office that has no last day ends on the chart.
    """
    for portion in batched(ids, PORTION):
        wanted = {"since": since, "ids": portion, "most": MOST}
        for person in warehouse.query(statement("site/persons"), wanted).iter_rows(named=True):
            path = rendering.path_of("person", person["person_id"])
            pages.write(path, rendering.render("person", path, {"person": person, "chart": _offices(person, present)}))


def write_list(warehouse: Warehouse, folder: Folder) -> None:
    """Write the list of those who take part most."""
    named = warehouse.query(statement("site/most_named"), {"rows": NAMED}).iter_rows(named=True)
    rows = [(rendering.path_of("person", row["person_id"]), row["name"], _note(row)) for row in named]
    facts = {"title": "People", "kicker": "Those who take part most; the search box finds everyone", "pages": [], "acts": [], "rows": rows}
    folder.page("people.html", facts, lambda: rendering.render("list", "people.html", facts))


def _note(row: Row) -> str:
    return " · ".join(filter(None, (row["country_name"], str(row["events"]))))


def _offices(person: Row, present: date) -> object:
    rows = [(_office(each), each["first_seen"], each["last_seen"] or each["first_seen"], _seen(each)) for each in person["offices"]]
    return charts.timeline(rows, f"Offices of {person['name']} over time", present)


def _office(office: Row) -> str:
    return ", ".join(filter(None, (rendering.words(office["office"]), office["organisation"] or office["country_name"])))


def _seen(office: Row) -> str:
    return f"{rendering.day(office['first_seen'])} – {rendering.day(office['last_seen'])}"
