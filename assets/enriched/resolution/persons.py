"""One person behind many spellings: groups the names that documents give, and names each group.

Here: which name of which document is whom, and what of it changes when documents come and go. Not here: which names
are compared (alike), comparing two names (assets.text.names), reading them.
Two persons are preferred to one wrong one: names join only within one country, or where just one
person could be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

import polars as pl

from assets.enriched.resolution import alike, doubts, mapping
from assets.enriched.resolution.components import reached
from assets.enriched.resolution.groups import UNDECIDED, Edges, Group, Identity, group
from assets.enriched.resolution.state import Change, Lazies, Rows, Spill, but, ids, of
from assets.enriched.resolution.told import Sources, portions
from assets.register.overrides import Decisions
from assets.text.names import likeness, skeleton
from warehouse.ids import stable_id

COUNTED = pl.Schema({"identity": pl.String(), "name": pl.String(), "country": pl.String(), "documents": pl.Int32(), "english": pl.Int32()})
NAMED = pl.Schema({"document_id": pl.String(), "person": pl.Int32(), "identity": pl.String(), "english": pl.Boolean()})
MEMBERS = pl.Schema({"identity": pl.String(), "person_id": pl.String(), "reason": pl.String(), "score": pl.Float64()})
PERSONS = pl.Schema({"person_id": pl.String(), "name": pl.String(), "country": pl.String()})


def update(
    before: Lazies, new: pl.Series, removed: pl.Series, sources: Sources, decided: Decisions = UNDECIDED, spill: Spill | None = None
) -> Change:
    """Who the persons of documents are, after some documents came and some went.

    Args:
        before: person_map, identities, identity_keys, alike as they stood.
        new: documents that came.
        removed: documents that went.
        sources: what documents and the register tell.
        decided: by hand.
        spill: where rows wait.

    Returns:
        The tables person_map, persons, identities, identity_keys and alike of the units identity, person and document;
        of a document whose person is another one now, the rows are among them.
    """
    waiting = spill or Spill()
    came = _named(sources.read["people"], new, waiting)
    named = waiting.rows("named", NAMED)
    went = of(before["person_map"], "document_id", removed)
    old = before["identities"].collect()
    counted = _counted(old, came, went)
    told = ids(came["identity"], went["identity"])
    fresh = counted.join(old, on="identity", how="anti")
    lost = old.join(counted, on="identity", how="anti")["identity"]
    keys = alike.keys(fresh)
    old_keys = but(before["identity_keys"], "identity", lost).collect()
    old_edges = before["alike"].collect()
    edges = pl.concat([but(but(old_edges.lazy(), "identity", lost), "other", lost).collect(), alike.edges(keys, old_keys, decided)])
    beside = old_edges.filter(pl.col("other").is_in(lost.implode()))["identity"]
    wide = reached(ids(told, beside), edges.select(a="identity", b="other"))
    within = of(counted.lazy(), "identity", wide)
    near = of(edges.lazy(), "identity", wide)
    by_identity = _by_identity(near)
    groups = group(_identities(within), by_identity, decided)
    persons, members = _table(groups, sources.known, decided)
    doubted = doubts.of_groups(groups, by_identity, members, persons, decided)
    whole = pl.concat([but(before["person_map"], "document_id", removed), named], how="diagonal")
    mapped = mapping.update(whole, new, _moved(members, old), members, doubted, edges, sources, waiting)
    persons_now = pl.concat([persons, mapped.own]).filter(~pl.col("person_id").is_in(mapped.empty.implode()))
    ours = ids(_persons_of(ids(told, mapped.moved), old, members), went["person_id"], mapped.persons)
    units = {"identity": ids(wide, lost), "person": ours, "document": ids(removed, mapped.documents)}
    tables: dict[str, Rows] = {
        "persons": of(persons_now.lazy(), "person_id", ours),
        "identities": within.join(members, on="identity", how="left", maintain_order="left"),
        "identity_keys": pl.concat([keys, of(old_keys.lazy(), "identity", wide)]),
        "alike": near,
        "person_map": mapped.rows,
    }
    return Change(tables, units)


def _named(people: pl.LazyFrame, documents: pl.Series, spill: Spill) -> pl.DataFrame:
    """Put who is named in some documents where rows wait (NAMED); how often each name is told: COUNTED."""
    counts = [pl.DataFrame(schema=COUNTED)]
    read = people.select("document_id", "person", "span_start", "span_end", "name", "language", "country")
    for some in portions(documents):
        rows = _once(of(read, "document_id", some))
        spill.put("named", rows.select(NAMED.names()))
        told = rows.group_by("identity", "name", "country").agg(documents=pl.len(), english=pl.col("english").sum())
        counts.append(told.select(COUNTED.names()).cast(COUNTED))
    return pl.concat(counts)


def _once(people: pl.DataFrame) -> pl.DataFrame:
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


def _counted(old: pl.DataFrame, came: pl.DataFrame, went: pl.DataFrame) -> pl.DataFrame:
    """Every identity that is still told of, with the number of its documents."""
    one = pl.lit(1, dtype=pl.Int32)
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


def _persons_of(identities: pl.Series, old: pl.DataFrame, members: pl.DataFrame) -> pl.Series:
    """The persons that the identities were, and those that they are."""
    return ids(*(of(rows.lazy(), "identity", identities)["person_id"] for rows in (old, members)))
