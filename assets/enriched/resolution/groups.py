"""Names grown to persons: each identity joins the person that it fits, or begins one.

Here: the order in which they are placed, and when one fits. Not here: which names are alike (alike), what of it changes (persons).
Two persons are preferred to one wrong one: names join only within one country, or where just one
person could be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assets.register.overrides import Decisions

Edges = Mapping[str, Mapping[str, float]]
UNDECIDED = Decisions()


@dataclass(frozen=True, slots=True)
class Identity:
    """A name with a country, as some documents give it. documents: how many; english: of them in English."""

    id: str
    name: str
    country: str | None
    documents: int
    english: int
    keys: frozenset[str]

    @property
    def full(self) -> bool:
        """True for more than a surname."""
        return len(self.keys) > 1

    @property
    def rank(self) -> tuple[bool, bool, int, str, str]:
        """Who is placed first: full names, those with a country, those that most documents give."""
        return not self.full, self.country is None, -self.documents, self.name, self.country or ""


@dataclass(slots=True, eq=False)
class Group:
    """A person: all identities that are one."""

    country: str | None
    members: list[Identity] = field(default_factory=list)


def group(identities: Iterable[Identity], edges: Edges, decided: Decisions = UNDECIDED) -> list[Group]:
    """Group identities into persons. The order of the input doesn't matter.

    Full names with a country first, then full names without one, then bare surnames: each later kind joins
    only where exactly one person fits. What is decided by hand goes before all of it.
    """
    ordered = sorted(identities, key=lambda i: i.rank)
    by_id = {identity.id: identity for identity in ordered}
    home_of: dict[str, Group] = {}
    groups: list[Group] = []
    for identity in ordered:
        if identity.id in home_of:
            continue
        together = sorted(decided.together.get(identity.id, {identity.id}) & by_id.keys(), key=lambda other: by_id[other].rank)
        home = _home(identity, _fitting(identity, edges.get(identity.id, {}), home_of), together, decided)
        if home is None:
            home = Group(identity.country)
            groups.append(home)
        for other in together:
            home.members.append(by_id[other])
            home.country = home.country or by_id[other].country
            home_of[other] = home
    return groups


def _home(identity: Identity, fits: Mapping[Group, float], together: Iterable[str], decided: Decisions) -> Group | None:
    """The group that the identity belongs to, if any of those that fit."""
    apart = {other for one in together for other in decided.apart.get(one, ())}
    left = [g for g in fits if not any(member.id in apart for member in g.members)]
    if identity.full and identity.country:
        return max(left, key=lambda g: fits[g], default=None)
    return left[0] if len(left) == 1 else None


def _fitting(identity: Identity, near: Mapping[str, float], home_of: Mapping[str, Group]) -> dict[Group, float]:
    """The groups that the identity may belong to, with its likeness to the most alike member."""
    fits: dict[Group, float] = {}
    for other in sorted(near):
        home = home_of.get(other)
        if home and (identity.country is None or home.country is None or identity.country == home.country):
            fits[home] = max(fits.get(home, 0.0), near[other])
    return fits
