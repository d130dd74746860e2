"""How sure a report is: the share of reports with its traits that labelled articles show to be right.

The weights and the curve are measured (assets.evaluation.calibration) and stand in confidence.toml; none is typed.
Not here: how they are measured.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assets.enriched.reading.model import Report
from assets.languages.schema.acts import MOODS

TABLE = Path(__file__).with_name("confidence.toml")
SIDES = 2
"""Sides that make talks; more say no more."""
FULL_DAY = len("2026-03-11")
_KEPT = 4096
"""Combinations of traits of which the share is kept: there are few that differ."""


class Table(BaseModel):
    """What speaks for a report, in log odds, and what a sum of it has come to mean."""

    model_config = ConfigDict(frozen=True)

    prior: float = Field(description="Log odds of a report of which nothing is known.")
    weights: Mapping[str, Mapping[str, float]] = Field(description="What each value of each trait adds to it.")
    curve: tuple[tuple[float, float], ...] = Field(description="Sums from which on, and the share that is right; both ascending.")

    def points(self, traits: Mapping[str, str]) -> float:
        """The sum for a report with these traits; a value never met adds nothing."""
        return self.prior + sum(self.weights.get(name, {}).get(value, 0.0) for name, value in traits.items())

    def share(self, traits: Mapping[str, str]) -> float:
        """The share in [0, 1] of such reports that is right."""
        place = bisect_right([start for start, _ in self.curve], self.points(traits))
        return self.curve[max(place - 1, 0)][1]


@cache
def table(path: Path = TABLE) -> Table:
    """The table in force."""
    return Table.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def forget() -> None:
    """Read the table anew when it is next asked for."""
    table.cache_clear()
    _share.cache_clear()


def traits(kind: str, rule: str, status: str, date: str | None, sides: int, *, located: bool, main: bool) -> dict[str, str]:
    """What may speak for a report or against it, all from its own row.

    Args:
        kind, rule, status, date, main: as in the table `reports`. sides: its sides, a body that meets among them.
        located: whether it has a country.
    """
    return {
        "kind": kind,
        "way": _way(rule),
        "status": status,
        "date": "none" if not date else "day" if len(date.partition("/")[0]) == FULL_DAY and "X" not in date else "vague",
        "sides": str(min(sides, SIDES)),
        "located": "yes" if located else "no",
        "main": "yes" if main else "no",
    }


@lru_cache(maxsize=_KEPT)
def _share(known: tuple[tuple[str, str], ...]) -> float:
    return table().share(dict(known))


def confidence(report: Report) -> float:
    """The share of reports like this one that is right, in [0, 1]."""
    sides = {p.country or p.organisation for p in report.participants} - {None} | ({report.format} - {None})
    known = traits(report.kind, report.rule, report.status, report.date, len(sides), located=report.country is not None, main=report.main)
    return _share(tuple(known.items()))


def _way(rule: str) -> str:
    """By what an act is told: its helper, else its own verb or noun, else the weaker company that its noun has."""
    told, _, helper = rule.partition("+")
    part, _, last = told.rpartition(".")
    return helper or (part.rpartition(".")[2] if last in MOODS else last)
