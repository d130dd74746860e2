"""Pages of events: the act, its accounts side by side, what they disagree on, what was known when; and lists by month."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, islice
from typing import Any, Final, TypeVar

from assets.exports.acts import Act, acts, changes
from assets.site import evidence, rendering
from assets.site.folder import Folder, Pages
from sql import statement
from warehouse.read import Warehouse

MOST: Final = 80
"""Accounts shown on one page, so that it stays small."""
LISTED: Final = 400
"""Events on one page of a list."""
Row = dict[str, Any]
T = TypeVar("T")


def write(warehouse: Warehouse, pages: Pages, since: date | None, ids: Sequence[str]) -> None:
    """Write the page of each of some events.

    The accounts are asked for once, since texts are the longest column there is, and go along with the acts in the order of ids.
    """
    wanted = {"ids": ids, "most": MOST, "around": evidence.AROUND}
    accounts = _Along(warehouse, "accounts", wanted)
    disputes = _Along(warehouse, "disagreements", wanted)
    for act in acts(warehouse, since, ids):
        path = rendering.path_of("event", act["event_id"])
        facts = _facts(act, accounts.of(act["event_id"]), disputes.of(act["event_id"]))
        pages.write(path, rendering.render("event", path, facts))


class _Along:
    """Lists of rows by event, in the order of ids, taken along with events in the same order."""

    def __init__(self, warehouse: Warehouse, name: str, wanted: Row) -> None:
        self._rows = warehouse.query(statement(f"site/{name}"), wanted).iter_rows()
        self._next: tuple[str, list[Row]] | None = next(self._rows, None)

    def of(self, event: str) -> list[Row]:
        while self._next and self._next[0] < event:
            self._next = next(self._rows, None)
        return self._next[1] if self._next and self._next[0] == event else []


def _facts(act: Act, accounts: list[Row], disputes: list[Row]) -> Row:
    outlets = {source["document_id"]: source["outlet_name"] or source["outlet"] or "unknown outlet" for source in act["documents"]}
    return {
        "act": act,
        "host": "country" if (act["host"] or "").isupper() else "organisation",
        "accounts": [each | dict(zip(("head", "words", "tail"), _sentence(each), strict=True)) for each in accounts],
        "disagreements": [each | {"outlets": sorted({outlets.get(one, one) for one in each["documents"]})} for each in disputes],
        "log": changes(act),
        "total": len(act["documents"]),
        "tongues": sorted({source["language"] or "und" for source in act["documents"]}),
    }


def _sentence(account: Row) -> tuple[str, str, str]:
    return evidence.sentence(account["before"], account["words"], account["after"])


def write_lists(warehouse: Warehouse, folder: Folder, since: date | None) -> None:
    """Write the lists of events: some hundred a page, and a page of all months."""
    rows = warehouse.query(statement("site/events_by_month"), {"since": since}).iter_rows(named=True)
    months = [row for month, group in groupby(rows, key=lambda row: row["month"]) for row in _month_pages(folder, month, list(group))]
    facts = {"title": "All acts", "kicker": "By month of the act, or else of its first account", "pages": [], "acts": [], "rows": months}
    folder.page("acts.html", facts, lambda: rendering.render("list", "acts.html", facts))


def _month_pages(folder: Folder, month: str, rows: list[Row]) -> Iterator[tuple[str, str, str]]:
    """Write the pages of a month; gives path, name and what is there of each."""
    for number, part in enumerate(batched(rows, LISTED), 1):
        path = f"acts/{month}.html" if number == 1 else f"acts/{month}-{number}.html"
        name = _month(month) + (f", page {number}" if number > 1 else "")
        _list(folder, path, name, part)
        yield path, name, f"{len(part)} acts"


def _list(folder: Folder, path: str, name: str, part: tuple[Row, ...]) -> None:
    facts = {"title": name, "kicker": "Acts", "pages": [("All months", "acts.html")], "acts": part, "rows": []}
    folder.page(path, facts, lambda: rendering.render("list", path, facts))


def _month(month: str) -> str:
    return "Without a date" if month == "undated" else rendering.day(month)


def batched(rows: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """Rows in portions, as `itertools.batched` has it from Python 3.12 on."""
    remaining = iter(rows)
    while portion := tuple(islice(remaining, size)):
        yield portion
