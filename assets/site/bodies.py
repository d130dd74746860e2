"""Pages of countries and organisations: chairs as a timeline, members, editions, who speaks for them, their newest acts."""

from collections import defaultdict
from datetime import date
from typing import Any, Final

from assets.site import charts, rendering
from assets.site.folder import Folder
from sql import statement
from warehouse.read import Warehouse

MOST: Final = 250
"""Events, officers and mandates on one page, each."""
NAMES: Final = 24
"""Names of a body in one language."""
LEADING: Final = frozenset({"chair", "co_chair", "presidency", "vice_chair", "coordinator", "host"})
LISTS: Final = {"country": ("countries.html", "Countries"), "organisation": ("organisations.html", "Organisations")}
Row = dict[str, Any]


def write(warehouse: Warehouse, folder: Folder, since: date | None, present: date) -> None:
    """Write the page of every country and every organisation that the record speaks of, and the lists of both.

    Args:
        since: leaves out acts that were over before.
        present: where a mandate without an end ends on the chart.
    """
    rows = warehouse.query(statement("site/bodies"), {"since": since, "most": MOST}).to_dicts()
    for body in rows:
        _page(folder, body, present)
    for what, (path, title) in LISTS.items():
        _list(folder, path, title, [body for body in rows if body["what"] == what])


def _page(folder: Folder, body: Row, present: date) -> None:
    path = rendering.path_of(body["what"], body["id"])
    folder.page(path, (body, present if body["mandates"] else None), lambda: rendering.render("body", path, _facts(body, present)))


def _facts(body: Row, present: date) -> Row:
    inside = [each for each in body["mandates"] if body["what"] == "organisation" and each["organisation_id"] == body["id"]]
    leading = [each for each in inside if each["role"] in LEADING]
    rows = [(each["holder"] or "?", each["starts_on"], each["ends_on"], _told(each)) for each in leading]
    return {
        "body": body,
        "names": _names(body["names"]),
        "leading": leading,
        "chart": charts.timeline(rows, f"Chairs of {body['name']} over time", present),
        "members": [each for each in inside if each["role"] not in LEADING],
        "elsewhere": [each for each in body["mandates"] if each not in inside],
        "editions": [each for each in body["events"] if each["edition"]],
        "events": [each for each in body["events"] if not each["edition"]],
    }


def _names(names: list[Row]) -> list[tuple[str, list[str]]]:
    """Names by language, at most so many of each."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in names:
        found[each["language"] or "und"].append(each["name"])
    return [(language, found[language][:NAMES]) for language in sorted(found, key=rendering.tongue)]


def _told(mandate: Row) -> str:
    return f"{rendering.words(mandate['role'])}, {rendering.day(mandate['period_edtf'])}"


def _list(folder: Folder, path: str, title: str, bodies: list[Row]) -> None:
    known = sorted(
        (body for body in bodies if body["total"] or body["mandates"] or body["officers"]), key=lambda body: (-body["total"], body["name"])
    )
    rows = [(rendering.path_of(body["what"], body["id"]), body["name"], f"{body['total']} acts") for body in known]
    facts = {"title": title, "kicker": f"{len(known)} that the record speaks of", "pages": [], "acts": [], "rows": rows}
    folder.page(path, facts, lambda: rendering.render("list", path, facts))
