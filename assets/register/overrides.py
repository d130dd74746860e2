"""What people decided by hand: two names are one person or are not, two accounts are one event or are not.

Here: loading and judging `overrides.csv`. Not here: how resolution obeys (assets.enriched.resolution).
A person's side of a line is a name with its country as the documents give them, `Ali Ahmadi|IR`; an event's is the id of an
account. `dragoman explain` shows both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import model_validator

from assets.register.registers import FOLDER, RegisterError, Text, read_table, row

SHAPES = {"person": re.compile(r"[^|]+\|([A-Z]{2})?"), "event": re.compile(r"[0-9a-f]{16}")}


@row
class Override:
    """One decision."""

    subject: Literal["person", "event"]
    verdict: Literal["same", "different"]
    first: Text
    second: Text
    reason: Text

    @model_validator(mode="after")
    def names_two(self) -> Override:
        """Both sides have the subject's shape, and are two."""
        for side in (self.first, self.second):
            if not SHAPES[self.subject].fullmatch(side):
                raise ValueError(f"{side!r} does not name a {self.subject}: {SHAPES[self.subject].pattern}")
        if self.first == self.second:
            raise ValueError(f"{self.first!r} on both sides")
        return self


@dataclass(frozen=True)
class Decisions:
    """The decisions on persons, or on events.

    Attributes:
        same: reasons by pair of what is one.
        different: reasons by pair of what is two.
    """

    same: Mapping[tuple[str, str], str] = field(default_factory=dict)
    different: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @cached_property
    def together(self) -> Mapping[str, frozenset[str]]:
        """All that is one with each, itself among them, by way of others too."""
        sets: dict[str, frozenset[str]] = {}
        for pair in self.same:
            joined = frozenset().union(*(sets.get(side, frozenset({side})) for side in pair))
            sets |= dict.fromkeys(joined, joined)
        return sets

    @cached_property
    def apart(self) -> Mapping[str, frozenset[str]]:
        """What each must not be."""
        found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        for first, second in self.different:
            found[first] |= {second}
            found[second] |= {first}
        return dict(found)

    def why_same(self, one: str) -> str | None:
        """The reason of a decision that joins this one with others."""
        return next((reason for pair, reason in sorted(self.same.items()) if one in pair), None)

    def why_different(self, one: str) -> str | None:
        """The reason of a decision that parts this one from another."""
        return next((reason for pair, reason in sorted(self.different.items()) if one in pair), None)


@dataclass(frozen=True)
class Overrides:
    """All decisions."""

    persons: Decisions = field(default_factory=Decisions)
    events: Decisions = field(default_factory=Decisions)


def load(path: Path = FOLDER / "overrides.csv") -> Overrides:
    """The decisions of a file.

    Raises:
        RegisterError: a line that does not fit, or two that contradict each other.
    """
    rows = read_table(path, Override)
    found = Overrides(*(_decisions(row for row in rows if row.subject == subject) for subject in ("person", "event")))
    for decisions in (found.persons, found.events):
        for first, second in decisions.different:
            if second in decisions.together.get(first, frozenset()):
                raise RegisterError(f"{path.name}: {first} and {second} are kept apart by one line and joined by others")
    return found


def _decisions(rows: Iterable[Override]) -> Decisions:
    told: dict[str, dict[tuple[str, str], str]] = {"same": {}, "different": {}}
    for one in rows:
        first, second = sorted((one.first, one.second))
        told[one.verdict][first, second] = one.reason
    return Decisions(**told)
