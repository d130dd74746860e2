"""Pairs grown to events: union by falling score, refused where a whole cluster would contradict itself."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

import polars as pl

SLACK: Final = 1
"""Days by which the full dates of one event's reports may lie apart."""
UNKNOWN: Final = -(2**31)
"""Stands for a day that is not known."""
FIXED: Final = pl.Schema({"document": pl.UInt32(), "firm_start": pl.Date(), "firm_end": pl.Date()})


def fixed(rows: Iterable[tuple[int, date | None, date | None]]) -> pl.DataFrame:
    """What of some reports a cluster must not contradict: the number of the document, the first day, and the last."""
    return pl.DataFrame(list(rows), schema=FIXED, orient="row")


class Clusters:
    """Disjoint sets of reports. Deterministic: pairs must come in a fixed order.

    Numbers stand in arrays, for there may be millions of reports; sets are made for what is joined alone.

    Args:
        reports: as `fixed` gives them.
        apart: reports that are of two events by hand.
    """

    def __init__(self, reports: pl.DataFrame, apart: Iterable[tuple[int, int]] = ()) -> None:
        self._parent = array("l", range(reports.height))
        self._document = array("l", reports["document"].to_numpy())
        self._first, self._last = (_days(reports[name]) for name in ("firm_start", "firm_end"))
        self._documents: dict[int, set[int]] = {}
        self._apart = list(apart)

    def root(self, number: int) -> int:
        """The number that stands for a report's cluster."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def roots(self) -> array[int]:
        """The number of each report's cluster."""
        return array("l", (self.root(number) for number in range(len(self._parent))))

    def join(self, a: int, b: int, by_hand: bool = False) -> bool:
        """Join the clusters of two reports where nothing speaks against it; True where they are one now."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return True
        if any({self.root(one), self.root(other)} == {a, b} for one, other in self._apart):
            return False
        told_a, told_b = (self._documents.get(n) or {self._document[n]} for n in (a, b))
        if not by_hand and (not told_a.isdisjoint(told_b) or not self._dates_fit(a, b)):
            return False
        keep, drop = min(a, b), max(a, b)
        self._parent[drop] = keep
        self._documents[keep] = told_a | told_b
        self._documents.pop(drop, None)
        self._first[keep] = _extreme(min, self._first[a], self._first[b])
        self._last[keep] = _extreme(max, self._last[a], self._last[b])
        return True

    def _dates_fit(self, a: int, b: int) -> bool:
        first_a, first_b, last_a, last_b = self._first[a], self._first[b], self._last[a], self._last[b]
        if UNKNOWN in (first_a, first_b, last_a, last_b):
            return True
        return first_a <= last_b + SLACK and first_b <= last_a + SLACK


def _days(days: pl.Series) -> array[int]:
    return array("l", days.dt.epoch("d").cast(pl.Int64).fill_null(UNKNOWN).to_numpy())


def _extreme(choose: Callable[[int, int], int], a: int, b: int) -> int:
    return max(a, b) if UNKNOWN in (a, b) else choose(a, b)


def grow(reports: pl.DataFrame, pairs: Iterable[tuple[int, int, bool]], apart: Iterable[tuple[int, int]] = ()) -> array[int]:
    """The cluster of each report, as the smallest number in it.

    Args:
        reports: what is fixed of each.
        pairs: two reports that are tied, and whether by hand; the surest first.
        apart: reports that are of two events by hand.
    """
    clusters = Clusters(reports, apart)
    for a, b, by_hand in pairs:
        clusters.join(a, b, by_hand)
    return clusters.roots()
