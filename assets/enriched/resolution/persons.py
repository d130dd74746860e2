"""One person behind many spellings: groups the names that documents give, and names each group.

Here: which name of which document is whom. Not here: comparing two names (assets.text.names), reading them.
Two persons are preferred to one wrong one: names join only within one country, or where just one
person could be meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

import polars as pl

from assets.text.names import likeness, skeleton
from warehouse.ids import stable_id

SAME = 0.9
"""Likeness at which two full names of one country are one person's: variants of one name lie above, Mammadyarov and Mammadov below."""


@dataclass(slots=True)
class Identity:
    """A name with a country, as some documents give it. documents: how many; english: of them in English."""

    name: str
    country: str | None
    documents: int
    english: int
    keys: frozenset[str] = field(default_factory=frozenset)

    @property
    def full(self) -> bool:
        """True for more than a surname."""
        return len(self.keys) > 1


@dataclass(slots=True, eq=False)
class Group:
    """A person: all identities that are one."""

    members: list[Identity]
    country: str | None

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the fullest member."""
        return max((m.keys for m in self.members), key=lambda keys: (len(keys), sorted(keys)))


def resolve(people: pl.DataFrame, known: Collection[str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Which person each person of a document is.

    Args:
        people: document_id, person, name, language, country; one row a role.
        known: names in the register.

    Returns:
        The map (document_id, person, person_id, reason, score), and the persons (person_id, name, country).
    """
    named = (
        people.sort("document_id", "person")
        .group_by("document_id", "person", maintain_order=True)
        .agg(pl.col("name").first(), pl.col("language").first(), pl.col("country").drop_nulls().first())
    )
    counted = named.group_by("name", "country").agg(documents=pl.len(), english=(pl.col("language") == "en").sum())
    groups = group(
        Identity(row["name"], row["country"], row["documents"], row["english"], frozenset(skeleton(row["name"], "en")))
        for row in counted.sort("name", "country").iter_rows(named=True)
    )
    persons, members = _table(groups, known)
    mapped = named.join(members, on=["name", "country"], how="left", nulls_equal=True, maintain_order="left")
    return mapped.select("document_id", "person", "person_id", "reason", "score"), persons


def group(identities: Iterable[Identity]) -> list[Group]:
    """Group identities into persons. The order of the input doesn't matter.

    Full names with a country first, then full names without one, then bare surnames: each later kind joins
    only where exactly one person fits.
    """
    ordered = sorted(identities, key=lambda i: (not i.full, i.country is None, -i.documents, i.name, i.country or ""))
    blocks: dict[str, dict[Group, None]] = defaultdict(dict)
    groups: list[Group] = []
    for identity in ordered:
        fits = _fitting(identity, blocks)
        if identity.full and identity.country:
            home = max(fits, key=lambda g: _fit(identity, g), default=None)
        else:
            home = fits[0] if len(fits) == 1 else None
        if home is None:
            home = Group([], identity.country)
            groups.append(home)
        home.members.append(identity)
        home.country = home.country or identity.country
        for part in identity.keys:
            blocks[part][home] = None
    return groups


def _fitting(identity: Identity, blocks: dict[str, dict[Group, None]]) -> list[Group]:
    """The groups that the identity may belong to: a shared name part, no other country, likeness."""
    near: dict[Group, None] = {}
    for part in sorted(identity.keys):
        near |= blocks[part]
    return [g for g in near if _countries_fit(identity, g) and _fit(identity, g) >= SAME]


def _countries_fit(identity: Identity, candidate: Group) -> bool:
    return identity.country is None or candidate.country is None or identity.country == candidate.country


def _fit(identity: Identity, candidate: Group) -> float:
    """The likeness to the most alike member."""
    return max(likeness(identity.name, "en", member.name, "en") for member in candidate.members)


def _table(groups: list[Group], known: Collection[str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    persons: list[dict[str, object]] = []
    members: list[dict[str, object]] = []
    used: Counter[str] = Counter()
    for person in sorted(groups, key=lambda g: (_usual_name(g, known), g.country or "")):
        name = _usual_name(person, known)
        natural = "-".join(sorted(person.keys)) or name
        used[f"{natural}|{person.country}"] += 1
        again = used[f"{natural}|{person.country}"]
        identifier = stable_id("person", natural, person.country or "", *([name] if again > 1 else []))
        persons.append({"person_id": identifier, "name": name, "country": person.country})
        for member in person.members:
            score = _fit(member, person) if len(person.members) > 1 else 1.0
            reason = "its own name" if len(person.members) == 1 else f"{member.name} is alike {name}"
            members.append({"name": member.name, "country": member.country, "person_id": identifier, "reason": reason, "score": score})
    text = {"person_id": pl.String, "name": pl.String, "country": pl.String}
    return (
        pl.DataFrame(persons, schema=text),
        pl.DataFrame(members, schema=text | {"reason": pl.String, "score": pl.Float64}),
    )


def _usual_name(person: Group, known: Collection[str]) -> str:
    """The register's spelling, else the most frequent English one, else the most frequent; fuller ones first."""
    best = max(
        person.members,
        key=lambda m: (m.name in known, len(m.keys), m.english, m.documents, m.name),
    )
    return best.name
