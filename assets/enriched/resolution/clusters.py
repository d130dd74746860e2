"""Pairs grown to events: union by falling score, refused where a whole cluster would contradict itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

SLACK = timedelta(days=1)
"""How far the full dates of one event's reports may lie apart."""


class Fixed(NamedTuple):
    """What of a report a cluster must not contradict: its document, its first day, and its place."""

    document: str
    starts_on: date | None
    last: date | None


class Clusters:
    """Disjoint sets of reports. Deterministic: pairs must come in a fixed order.

    Args:
        reports: what is fixed of each report, by number.
        apart: reports that are of two events by hand.
    """

    def __init__(self, reports: Sequence[Fixed], apart: Iterable[tuple[int, int]] = ()) -> None:
        self._parent = list(range(len(reports)))
        self._documents = [{r.document} for r in reports]
        self._first = [r.starts_on for r in reports]
        self._last = [r.last for r in reports]
        self._apart = list(apart)

    def root(self, number: int) -> int:
        """The number that stands for a report's cluster."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, a: int, b: int, by_hand: bool = False) -> bool:
        """Join the clusters of two reports where nothing speaks against it; True where they are one now."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return True
        if any({self.root(one), self.root(other)} == {a, b} for one, other in self._apart):
            return False
        if not by_hand and (self._documents[a] & self._documents[b] or not self._dates_fit(a, b)):
            return False
        keep, drop = min(a, b), max(a, b)
        self._parent[drop] = keep
        self._documents[keep] |= self._documents[drop]
        self._documents[drop] = set()
        self._first[keep] = _extreme(min, self._first[a], self._first[b])
        self._last[keep] = _extreme(max, self._last[a], self._last[b])
        return True

    def _dates_fit(self, a: int, b: int) -> bool:
        first_a, first_b, last_a, last_b = self._first[a], self._first[b], self._last[a], self._last[b]
        if first_a is None or first_b is None or last_a is None or last_b is None:
            return True
        return first_a <= last_b + SLACK and first_b <= last_a + SLACK


def _extreme(choose: Callable[[list[date]], date], a: date | None, b: date | None) -> date | None:
    known = [d for d in (a, b) if d is not None]
    return choose(known) if known else None


def grow(reports: Sequence[Fixed], pairs: Iterable[tuple[int, int, bool]], apart: Iterable[tuple[int, int]] = ()) -> list[int]:
    """The cluster of each report, as the smallest number in it.

    Args:
        reports: what is fixed of each.
        pairs: two reports that are tied, and whether by hand; the surest first.
        apart: reports that are of two events by hand.
    """
    clusters = Clusters(reports, apart)
    for a, b, by_hand in pairs:
        clusters.join(a, b, by_hand)
    return [clusters.root(n) for n in range(len(reports))]
