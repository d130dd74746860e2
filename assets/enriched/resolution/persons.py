"""One person behind many spellings: groups the names that documents give, and names each group.

Here: which name of which document is whom, and what of it changes when documents come and go. Not here: which names
are compared (alike), comparing two names (assets.text.names), reading them.
Two persons are preferred to one wrong one: names join only within one country, or where just one
person could be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import polars as pl

from assets.enriched.resolution import alike
from assets.enriched.resolution.components import reached
from assets.enriched.resolution.state import Change, Lazies, but, ids, of
from assets.register.overrides import Decisions
from assets.text.names import likeness, skeleton
from warehouse.ids import stable_id

Edges = Mapping[str, Mapping[str, float]]
UNDECIDED = Decisions()
COUNTED = pl.Schema({"identity": pl.String(), "name": pl.String(), "country": pl.String(), "documents": pl.Int32(), "english": pl.Int32()})
MEMBERS = pl.Schema({"identity": pl.String(), "person_id": pl.String(), "reason": pl.String(), "score": pl.Float64()})
PERSONS = pl.Schema({"person_id": pl.String(), "name": pl.String(), "country": pl.String()})


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


def update(before: Lazies, people: pl.DataFrame, removed: pl.Series, known: Collection[str], decided: Decisions = UNDECIDED) -> Change:
    """Who the persons of documents are, after some documents came and some went.

    Args:
        before: person_map, identities, identity_keys, alike as they stood.
        people: the new documents' people: document_id, person, name, language, country; one row a role.
        removed: documents that went.
        known: names in the register.
        decided: by hand.

    Returns:
        The tables person_map, persons, identities, identity_keys and alike of the units identity, person and document;
        of a document whose person is another one now, the rows are among them.
    """
    named = _named(people)
    went = of(before["person_map"], "document_id", removed)
    old = before["identities"].collect()
    counted = _counted(old, named, went)
    told = ids(named["identity"], went["identity"])
    new = counted.join(old, on="identity", how="anti")
    lost = old.join(counted, on="identity", how="anti")["identity"]
    keys = alike.keys(new)
    old_keys = but(before["identity_keys"], "identity", lost).collect()
    old_edges = before["alike"].collect()
    edges = pl.concat([but(but(old_edges.lazy(), "identity", lost), "other", lost).collect(), alike.edges(keys, old_keys, decided)])
    beside = old_edges.filter(pl.col("other").is_in(lost.implode()))["identity"]
    wide = reached(ids(told, beside), edges.select(a="identity", b="other"))
    within = of(counted.lazy(), "identity", wide)
    edges = of(edges.lazy(), "identity", wide)
    persons, members = _table(group(_identities(within), _by_identity(edges), decided), known, decided)
    moved = _moved(members, of(old.lazy(), "identity", wide))
    units = {"identity": ids(wide, lost), "person": _persons_of(ids(told, moved), old, members), "document": removed}
    tables = {
        "persons": of(persons.lazy(), "person_id", units["person"]),
        "identities": within.join(members, on="identity", how="left", maintain_order="left"),
        "identity_keys": pl.concat([keys, of(old_keys.lazy(), "identity", wide)]),
        "alike": edges,
    }
    mapped, rewritten = _mapped(before["person_map"], named, removed, moved, pl.concat([members, _kept(old, wide)]))
    return Change(tables | {"person_map": mapped}, units | {"document": ids(removed, rewritten)})


def _named(people: pl.DataFrame) -> pl.DataFrame:
    """One row a person of a document: document_id, person, identity, english, name, country."""
    return (
        people.sort("document_id", "person", "span_start", "span_end", "country", nulls_last=True)
        .group_by("document_id", "person", maintain_order=True)
        .agg(pl.col("name", "language").first(), pl.col("country").drop_nulls().first())
        .select(
            "document_id",
            "person",
            "name",
            "country",
            identity=alike.identity(pl.col("name"), pl.col("country")),
            english=(pl.col("language") == "en").fill_null(False),
        )
    )


def _counted(old: pl.DataFrame, named: pl.DataFrame, went: pl.DataFrame) -> pl.DataFrame:
    """Every identity that is still told of, with the number of its documents."""
    one = pl.lit(1, dtype=pl.Int32)
    came = named.select("identity", "name", "country", documents=one, english=pl.col("english").cast(pl.Int32))
    left = went.select("identity", documents=-one, english=-pl.col("english").cast(pl.Int32))
    counts = pl.concat([old.select(*COUNTED.names()), came, left], how="diagonal").group_by("identity")
    summed = counts.agg(pl.col("name", "country").drop_nulls().first(), pl.col("documents", "english").sum())
    return summed.filter(pl.col("documents") > 0).cast(COUNTED).select(*COUNTED.names()).sort("identity")


def _identities(counted: pl.DataFrame) -> Iterable[Identity]:
    rows = counted.select(*COUNTED.names()).iter_rows()
    return (Identity(i, name, country, told, english, frozenset(skeleton(name, "en"))) for i, name, country, told, english in rows)


def _by_identity(edges: pl.DataFrame) -> Edges:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for one, other, score in edges.select("identity", "other", "score").iter_rows():
        found[one][other] = score
    return found


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


def _table(groups: list[Group], known: Collection[str], decided: Decisions) -> tuple[pl.DataFrame, pl.DataFrame]:
    persons: list[tuple[str, str, str | None]] = []
    members: list[tuple[str, str, str, float]] = []
    for person in groups:
        name, identifier = _usual_name(person, known), _id(person, known)
        persons.append((identifier, name, person.country))
        members += [(member.id, identifier, *_why(member, person, name, decided)) for member in person.members]
    return pl.DataFrame(persons, schema=PERSONS, orient="row"), pl.DataFrame(members, schema=MEMBERS, orient="row")


def _why(member: Identity, person: Group, name: str, decided: Decisions) -> tuple[str, float]:
    """Why a member is this person, and how sure that is."""
    others = {other.id for other in person.members} - {member.id}
    parted = decided.why_different(member.id)
    note = f"; parted by hand from others: {parted}" if parted else ""
    if others & decided.together.get(member.id, frozenset()):
        return f"joined by hand: {decided.why_same(member.id)}{note}", 1.0
    if not others:
        return f"its own name{note}", 1.0
    return f"{member.name} is alike {name}{note}", likeness(member.name, "en", name, "en")


def _id(person: Group, known: Collection[str]) -> str:
    """From one member that no other person has: it outlives most changes of the others."""
    anchor = min(person.members, key=lambda m: (m.name not in known, -len(m.keys), m.country is None, m.name, m.country or ""))
    return stable_id("person", anchor.name, anchor.country or "")


def _usual_name(person: Group, known: Collection[str]) -> str:
    """The register's spelling, else the most frequent English one, else the most frequent; fuller ones first."""
    return max(person.members, key=lambda m: (m.name in known, len(m.keys), m.english, m.documents, m.name)).name


def _moved(members: pl.DataFrame, old: pl.DataFrame) -> pl.Series:
    """Identities that are another person now, or for another reason."""
    return members.join(old, on=MEMBERS.names(), how="anti")["identity"]


def _kept(old: pl.DataFrame, wide: pl.Series) -> pl.DataFrame:
    return but(old.lazy().select(*MEMBERS.names()), "identity", wide).collect()


def _persons_of(identities: pl.Series, old: pl.DataFrame, members: pl.DataFrame) -> pl.Series:
    """The persons that the identities were, and those that they are."""
    return ids(*(of(rows.lazy(), "identity", identities)["person_id"] for rows in (old, members)))


def _mapped(
    before: pl.LazyFrame, named: pl.DataFrame, removed: pl.Series, moved: pl.Series, members: pl.DataFrame
) -> tuple[pl.DataFrame, pl.Series]:
    """The map's rows of all documents that are new or have a person who is another one now; and these documents."""
    columns = ("document_id", "person", "identity", "english")
    other = ids(of(before.select("identity", "document_id"), "identity", moved)["document_id"])
    stay = but(of(before, "document_id", other).lazy(), "document_id", removed).collect()
    rows = pl.concat([stay.select(*columns), named.select(*columns)])
    return rows.join(members, on="identity", how="left", maintain_order="left"), ids(rows["document_id"])
