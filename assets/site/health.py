"""Two pages on how far the record can be relied on: coverage by outlet and day, and quality by checks, rejects and accuracy."""

from datetime import date, timedelta
from typing import Any, Final

from assets.site import charts, rendering
from assets.site.folder import Folder
from sql import statement
from warehouse.read import Warehouse

DAYS: Final = 60
OUTLETS: Final = 40
SHOWN: Final = 100
REGULAR: Final = 1.0
"""Documents on a usual day from which on a day without any counts as silence."""
MEASURES: Final = ("persons", "offices", "countries", "organisations", "places", "main_events", "events", "event_participants")
Row = dict[str, Any]


def write_coverage(warehouse: Warehouse, folder: Folder, since: date | None, present: date) -> None:
    """Write the page on coverage.

    Args:
        since: leaves out acts that were over before.
        present: the last of the days that are shown.
    """
    days = [present - timedelta(days=back) for back in reversed(range(DAYS))]
    outlets = warehouse.query(statement("site/outlet_days"), {"day": present, "days": DAYS, "rows": OUTLETS}).to_dicts()
    facts = {
        "first": days[0],
        "last": present,
        "middle": days[DAYS // 2],
        "outlets": [_outlet(outlet, days) for outlet in outlets if outlet["recent"]],
        "quiet": [outlet for outlet in outlets if not outlet["recent"]],
        "one_sided": warehouse.query(statement("site/told_by_one_side"), {"since": since, "rows": SHOWN}).to_dicts(),
    }
    folder.page("coverage.html", facts, lambda: rendering.render("coverage", "coverage.html", facts))


def _outlet(outlet: Row, days: list[date]) -> Row:
    numbers = {each["day"]: each["number"] for each in outlet["days"]}
    silent = [day for day in days if day not in numbers and day >= outlet["first_on"]] if outlet["usual"] >= REGULAR else []
    title = f"{outlet['name']}: documents by day from {days[0]} to {days[-1]}, {outlet['recent']} in all, {len(silent)} silent days"
    return outlet | {"strip": charts.strip(days, numbers, outlet["usual"], title), "silent": silent}


def write_quality(warehouse: Warehouse, folder: Folder, accuracy: list[Row]) -> None:
    """Write the page on quality.

    Args:
        accuracy: figures by part and measure, the oldest first.
    """
    facts = {
        "checks": (checks := warehouse.query(statement("site/last_checks")).to_dicts()),
        "failed": [check for check in checks if not check["passed"]],
        "passed": [check for check in checks if check["passed"]],
        "rejects": warehouse.query(statement("site/rejects")).to_dicts(),
        "parts": list(accuracy[-1]["f1"]) if accuracy else [],
        "measures": [_measure(name, accuracy) for name in MEASURES],
        "measured": len(accuracy),
    }
    folder.page("quality.html", facts, lambda: rendering.render("quality", "quality.html", facts))


def _measure(name: str, accuracy: list[Row]) -> Row:
    """Newest figures of a measure by part, each with all measurements as a line."""
    newest = accuracy[-1]["f1"] if accuracy else {}
    return {
        "name": name,
        "now": [{"value": figures.get(name), "spark": _history(name, part, accuracy)} for part, figures in newest.items()],
    }


def _history(name: str, part: str, accuracy: list[Row]) -> object:
    """A measure of a part over all measurements, as a line."""
    found = [figures["f1"].get(part, {}).get(name) for figures in accuracy]
    known = [each for each in found if each is not None]
    told = ", ".join(f"{each:.2f}" for each in known)
    return charts.spark(known, f"{rendering.words(name)}, {rendering.words(part)}, the oldest first: {told}")
