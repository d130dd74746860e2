"""Which names may mean another person than their spelling alone tells, and whom.

Here: bare surnames and those whom they may mean. Not here: who of them it is (placing).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import polars as pl

from assets.enriched.resolution.groups import Edges, Group, Identity
from assets.enriched.resolution.placing import Doubts
from assets.register.overrides import Decisions

NAMES: Final = pl.Schema({"identity": pl.String(), "name": pl.String(), "country": pl.String(), "many": pl.Boolean()})
CANDIDATES: Final = pl.Schema({"identity": pl.String(), "person_id": pl.String(), "called": pl.String(), "likeness": pl.Float64()})
MEMBERS: Final = pl.Schema({"identity": pl.String(), "person_id": pl.String(), "name": pl.String(), "country": pl.String()})


def of_groups(groups: Iterable[Group], edges: Edges, members: pl.DataFrame, persons: pl.DataFrame, decided: Decisions) -> Doubts:
    """The bare surnames with the persons of full names that they are alike, but for those that are decided by hand.

    Args:
        groups: persons, as names alone give them.
        edges: likeness by name and name.
        members: identity, person_id. persons: person_id, name: the same, as tables.
        decided: by hand.
    """
    person_of = dict(members.select("identity", "person_id").iter_rows())
    called = dict(persons.select("person_id", "name").iter_rows())
    placed = [(member, home) for home in groups for member in home.members]
    home_of = {member.id: home for member, home in placed}
    names: list[tuple[Any, ...]] = []
    candidates: list[tuple[Any, ...]] = []
    wanted: set[str] = set()
    for identity, home in placed:
        if identity.full or len(decided.together.get(identity.id, ())) > 1:
            continue
        fits = _candidates(identity, home, edges, home_of, decided)
        names.append((identity.id, identity.name, identity.country, not any(member.full for member in home.members)))
        for other, score in fits.items():
            person = person_of[other.members[0].id]
            candidates.append((identity.id, person, called[person], score))
            wanted.add(person)
    full = [(member, person_of[member.id]) for member, _ in placed if member.full]
    members_of = [(member.id, person, member.name, member.country) for member, person in full if person in wanted]
    return Doubts(_frame(names, NAMES), _frame(candidates, CANDIDATES), _frame(members_of, MEMBERS))


def _frame(rows: list[tuple[Any, ...]], schema: pl.Schema) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=schema, orient="row")


def _candidates(identity: Identity, home: Group, edges: Edges, home_of: dict[str, Group], decided: Decisions) -> dict[Group, float]:
    """Persons with a full name that the bare one is alike, with the best likeness; only its own where it has one."""
    apart = decided.apart.get(identity.id, frozenset())
    fits: dict[Group, float] = {}
    for other, score in sorted(edges.get(identity.id, {}).items()):
        person = home_of[other]
        full = any(member.full and member.id == other for member in person.members)
        if full and _may_be(identity, person) and not any(member.id in apart for member in person.members):
            fits[person] = max(fits.get(person, 0.0), score)
    return {home: fits[home]} if home in fits else fits


def _may_be(identity: Identity, person: Group) -> bool:
    return identity.country is None or person.country is None or identity.country == person.country
