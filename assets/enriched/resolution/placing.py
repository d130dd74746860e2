"""Whom a bare surname means where the name alone leaves it open: by the office held at that date, and by company in the same act.

Here: what speaks for and against each candidate, and when it is enough. Not here: who the candidates are (persons), what documents
and the register tell of them (told, offices).
A name goes to a candidate only where exactly one fits and none else comes near; else it stays by itself, one person for each high
office that is told of it. It follows from the documents that speak of its candidates alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from assets.enriched.resolution import offices, told
from assets.enriched.resolution.state import ids, of
from assets.enriched.resolution.told import Sources
from warehouse.ids import stable_id

COMPANY: Final = 0.8
"""What it says of a candidate that another document has him in an act of that kind and day with the same other person."""
UNKNOWN: Final = 0.3
"""What is left to a candidate of whom it is not known whether he held an office that few hold."""
FITS: Final = 0.6
"""The least that is enough for a candidate."""
CLEAR: Final = 0.6
"""How far behind all others must stay."""
AT_A_TIME: Final = 20_000
"""Mentions that are weighed together, as a bound on memory."""
WHO: Final = ["document_id", "person"]
PLACED: Final = pl.Schema(
    {"document_id": pl.String(), "person": pl.Int32(), "person_id": pl.String(), "reason": pl.String(), "score": pl.Float64()}
    | {"identity": pl.String(), "own": pl.Boolean()}
)


@dataclass(frozen=True, slots=True)
class Doubts:
    """Names that may mean several, or of which an office may tell that they mean another one.

    names: identity, name, country, many (whether the name is of no person for sure). candidates: identity, person_id, called (the usual
    name), likeness. members: identity, person_id, name, country: the names by which candidates are surely meant.
    """

    names: pl.DataFrame
    candidates: pl.DataFrame
    members: pl.DataFrame


@dataclass(frozen=True, slots=True)
class _Evidence:
    """roles: of the mentions. spells: of the candidates. company: document_id, person, person_id, beside, on. there: who is where."""

    roles: pl.DataFrame
    spells: pl.DataFrame
    company: pl.DataFrame
    there: pl.DataFrame


def place(doubts: Doubts, mentions: pl.DataFrame, people: pl.LazyFrame, alike: pl.DataFrame, sources: Sources) -> pl.DataFrame:
    """The mentions that are not whom their name alone tells: PLACED; `own` where it is a person by itself.

    Args:
        doubts: the names.
        mentions: document_id, person, identity: all that have these names.
        people: document_id, person, identity of all live documents.
        alike: identity, other: names that may be one person's.
        sources: what documents and the register tell.
    """
    mentions = mentions.join(doubts.candidates, on="identity", how="semi")
    found = _evidence(doubts, mentions, people, alike, sources)
    telling = ids(offices.excluding()["office"])
    proofs = offices.proof().filter(pl.col("proof") >= FITS)["office"]
    marked = found.roles.select(*WHO, few=pl.col("office").is_in(proofs.implode()), post=pl.col("office").is_in(telling.implode()))
    known = marked.group_by(WHO).agg(pl.col("few", "post").any())
    met = found.company.select(*WHO, met=pl.lit(value=True)).unique()
    rows = mentions.join(doubts.names, on="identity").join(known, on=WHO, how="left").join(met, on=WHO, how="left")
    due = rows.filter(pl.when("many").then(pl.col("few") | pl.col("met")).otherwise("post").fill_null(value=False)).sort(WHO)
    parts = [_weighed(due.slice(first, AT_A_TIME), doubts, found) for first in range(0, due.height, AT_A_TIME)]
    return pl.concat([pl.DataFrame(schema=PLACED), *parts])


def _evidence(doubts: Doubts, mentions: pl.DataFrame, people: pl.LazyFrame, alike: pl.DataFrame, sources: Sources) -> _Evidence:
    meant, doubtful = doubts.members.select("identity", "person_id"), doubts.candidates.select("identity").unique()
    documents = ids(mentions["document_id"], of(people, "identity", meant["identity"])["document_id"])
    said, seen, met, marks, there = [], [], [], [], []
    for some in told.portions(documents):
        acts = told.acts(sources, some)
        whose = of(people, "document_id", some)
        ours = whose.join(doubtful, on="identity", how="semi")
        theirs = whose.join(meant, on="identity")
        roles, beside = told.roles(sources, pl.concat([ours, theirs.select(ours.columns)]), acts), told.meetings(acts, whose)
        said.append(roles.join(ours, on=WHO, how="semi"))
        words = pl.col("person_id", "office", "of").cast(pl.Categorical)
        seen.append(roles.join(theirs, on=WHO).select("person_id", "office", "of", "day").unique().with_columns(words))
        met.append(beside.join(ours, on=WHO, how="semi"))
        marks.append(_marks(beside.join(theirs, on=WHO)))
        there.append(theirs.join(ours, on="document_id", how="semi").select("document_id", "person_id").unique())
    if not said:
        said, seen = [pl.DataFrame(schema=told.ROLES)], [pl.DataFrame(schema=offices.SIGHTINGS)]
    spells = pl.concat([offices.terms(doubts.members, sources.officials), offices.seen(pl.concat(seen))])
    pairs = mentions.join(doubts.candidates, on="identity").select(*WHO, "person_id")
    none = pairs.clear().with_columns(beside=pl.lit(None, dtype=pl.String), on=pl.lit(None, dtype=pl.Date))
    company = _company(pl.concat(met), pl.concat(marks), alike, pairs) if met else none
    return _Evidence(pl.concat(said), spells, company, pl.concat([pairs.clear().select("document_id", "person_id"), *there]))


def _act(company: pl.Expr) -> pl.Expr:
    return pl.concat_str("group", "day", company, separator="|").hash()


def _marks(met: pl.DataFrame) -> pl.DataFrame:
    """Where candidates were, in few bytes: person_id, act, home (the document), place_id."""
    return met.select(
        pl.col("person_id").cast(pl.Categorical),
        act=_act(pl.col("company")),
        home=pl.col("document_id").hash(),
        place=pl.col("place_id").hash(),
    )


def _company(met: pl.DataFrame, marks: pl.DataFrame, alike: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Candidates whom another document has in the same company: an act of that kind and day with the same other person, nowhere else."""
    beside = of(alike.lazy().select("identity", "other"), "identity", ids(met["company"]))
    same = met.select(company="company").unique().select("company", other="company")
    near = pl.concat([same, beside.select("other", company="identity").select("company", "other")])
    told_of = met.join(near, on="company").select(
        *WHO, "day", "company", act=_act(pl.col("other")), home=pl.col("document_id").hash(), place=pl.col("place_id").hash()
    )
    shared = (
        told_of.join(marks, on="act", suffix="_other")
        .filter((pl.col("home") != pl.col("home_other")) & (pl.col("place") == pl.col("place_other")).fill_null(value=True))
        .with_columns(pl.col("person_id").cast(pl.String))
        .join(pairs, on=[*WHO, "person_id"], how="semi")
    )
    return (
        shared.sort("day", "company")
        .group_by(*WHO, "person_id")
        .agg(pl.col("company", "day").first())
        .rename({"company": "beside", "day": "on"})
    )


def _weighed(rows: pl.DataFrame, doubts: Doubts, found: _Evidence) -> pl.DataFrame:
    """The best candidate of each mention, or the mention by itself."""
    pairs = rows.join(doubts.candidates, on="identity")
    scored = _scored(pairs, found)
    order = ["document_id", "person", "total", "person_id"]
    best = (
        scored.sort(order, descending=[False, False, True, False])
        .group_by(WHO, maintain_order=True)
        .agg(pl.all().exclude("rival").first(), next=pl.col("total").get(1, null_on_oob=True).fill_null(0.0), candidates=pl.len())
    )
    taken = (pl.col("total") >= FITS) & ((pl.col("total") - pl.col("next")).round(2) >= CLEAR) & ~pl.col("opposed")
    one = best.filter(pl.col("many") & taken).with_columns(reason=_why(), score=pl.col("total").clip(upper_bound=1.0) * pl.col("likeness"))
    rest = best.filter(pl.when("many").then(~taken).otherwise("opposed"))
    return pl.concat([one.select(*PLACED.names()[:-1], own=pl.lit(value=False)), _by_itself(rest, found.roles)]).cast(PLACED)


def _scored(pairs: pl.DataFrame, found: _Evidence) -> pl.DataFrame:
    """The pairs with office and company, both in figures and in words, whether an office opposes, and what it comes to."""
    key = [*WHO, "person_id"]
    met = pairs.join(found.company, on=key, how="left").join(
        found.there.with_columns(beside_him=pl.lit(value=True)), on=["document_id", "person_id"], how="left"
    )
    held = met.join(_held(pairs, found), on=key, how="left")
    opposed = pl.col("opposed").fill_null(value=False) | (pl.col("many") & pl.col("beside_him").fill_null(value=False))
    with_company = pl.when(pl.col("beside").is_not_null()).then(COMPANY).otherwise(0.0)
    office = pl.col("proof").fill_null(0.0)
    # Two of few may hold an office at one time: who is not known to hold another one may be the second.
    perhaps = pl.when((office == 0) & pl.col("few").fill_null(value=False) & ~pl.col("sole").fill_null(value=False)).then(UNKNOWN)
    total = pl.when(opposed).then(0.0).otherwise(pl.coalesce(perhaps, office) + with_company)
    return held.with_columns(opposed=opposed, proof=office, total=total)


def _held(pairs: pl.DataFrame, found: _Evidence) -> pl.DataFrame:
    """For each pair what the mention's offices say of the candidate: proof, its words, sole (held by one at a time), opposed."""
    key = [*WHO, "person_id"]
    roles = found.roles.join(offices.proof(), on="office", how="left").with_columns(pl.col("proof").fill_null(0.0))
    told_of = pairs.select(key).join(roles, on=WHO).join(found.spells, on="person_id", how="left", suffix="_held")
    both = told_of.join(
        offices.excluding().with_columns(excluded=pl.lit(value=True)),
        left_on=["office", "office_held"],
        right_on=["office", "other"],
        how="left",
    )
    same = (pl.col("office") == pl.col("office_held")) & (pl.col("of") == pl.col("of_held"))
    then = pl.col("day").is_between("first", "last")
    once = pl.col("day").is_between(
        pl.col("first") - offices.BETWEEN, pl.col("last").clip(upper_bound=offices.LAST - offices.BETWEEN) + offices.BETWEEN
    )
    words = pl.concat_str("office", pl.lit(" of "), "of", pl.lit(" on "), "day", pl.lit(" by "), "source")
    flagged = both.with_columns(
        holds=(same & then).fill_null(value=False),
        ever=(same & once).fill_null(value=False),
        then=then.fill_null(value=False),
        excluded=pl.col("excluded").fill_null(value=False),
    )
    held = pl.col("holds")
    return (
        flagged.sort("proof", "office", "of", "source", descending=[True, False, False, False])
        .group_by(key, maintain_order=True)
        .agg(
            sole=(pl.col("proof") == 1).any(),
            words=words.filter(held).first(),
            opposed=pl.col("then").any() & ~(pl.col("then") & ~pl.col("excluded")).any() & ~pl.col("ever").any(),
            proof=pl.col("proof").filter(held).max(),
        )
    )


def _why() -> pl.Expr:
    """The parts of a score, in words."""
    office = pl.concat_str(pl.lit(", office "), pl.col("proof").round(2), pl.lit(" ("), "words", pl.lit(")"))
    company = pl.concat_str(
        pl.lit(f", company {COMPANY} (with "), pl.col("beside").str.split("|").list.first(), pl.lit(" on "), "on", pl.lit(")")
    )
    return pl.concat_str(
        "name", pl.lit(" is one of "), "candidates", pl.lit(", "), "called", pl.lit(": surname "), pl.col("likeness").round(2),
        pl.when(pl.col("proof") > 0).then(office).fill_null(""), company.fill_null(""), pl.lit("; next "), pl.col("next").round(2),
    )  # fmt: skip


def _by_itself(rest: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    """Mentions that no candidate is: of each name one person for each office that few hold, and one for the rest."""
    high = roles.join(offices.proof().filter(pl.col("proof") >= FITS), on="office").sort(
        "proof", "office", "of", descending=[True, False, False]
    )
    first = high.group_by(WHO, maintain_order=True).agg(pl.col("office", "of").first())
    rows = rest.join(first, on=WHO, how="left").filter(~pl.col("many") | pl.col("office").is_not_null())
    parts = rows.select("name", pl.col("country").fill_null(""), "office", "of").iter_rows()
    made = [stable_id("person", *(part for part in row if part is not None)) for row in parts]
    alone = pl.concat_str(
        "name", pl.lit(" may be "), "candidates", pl.lit(" persons; none of them alone fits as "), "office", pl.lit(" of "), "of"
    )
    other = pl.concat_str("name", pl.lit(" is not "), "called", pl.lit(", who held another office then"))
    reason = pl.when("many").then(alone).otherwise(other)
    return rows.with_columns(
        pl.Series("person_id", made, dtype=pl.String), reason=reason, score=pl.lit(1.0), own=pl.lit(value=True)
    ).select(PLACED.names())
