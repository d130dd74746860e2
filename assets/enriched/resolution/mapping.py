"""Which person each mention of a document is, as far as that changes.

Here: the rows of `person_map`, from names and from what places single mentions. Not here: the grouping of names (groups).
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from assets.enriched.resolution.placing import WHO, Doubts, place
from assets.enriched.resolution.state import Spill, ids, less, of
from assets.enriched.resolution.told import Sources, portions
from warehouse.contracts import INTERNAL

COLUMNS = ("document_id", "person", "identity", "english")
DECIDED = ("person_id", "reason", "score")
MAPPED = INTERNAL["resolved"]["person_map"].schema


class Mapped(NamedTuple):
    """What has changed.

    rows: the whole map of every document of which a row differs. documents: these.
    moved: names that are another person, or for another reason.
    persons: of these rows, as they were and as they are. own: person_id, name, country of mentions that are persons by themselves.
    empty: persons by name alone, of whom no mention is left.
    """

    rows: pl.LazyFrame
    documents: pl.Series
    moved: pl.Series
    persons: pl.Series
    own: pl.DataFrame
    empty: pl.Series


def update(
    whole: pl.LazyFrame,
    new: pl.Series,
    moved: pl.Series,
    members: pl.DataFrame,
    doubts: Doubts,
    alike: pl.DataFrame,
    sources: Sources,
    spill: Spill,
) -> Mapped:
    """The map after a change.

    Args:
        whole: the map of all live documents as it was; new documents without persons.
        new: the new documents.
        moved: names that are another person now, or for another reason.
        members: identity, person_id, reason, score: the persons as names alone give them, of all that may have changed.
        doubts: the names of which a mention may mean another one.
        alike: identity, other.
        sources: what documents and the register tell.
        spill: where rows wait.
    """
    doubtful = of(whole, "identity", doubts.names["identity"])
    mentions = doubtful.select(*WHO, "identity")
    placed = place(doubts, mentions, whole.select(*WHO, "identity"), alike, sources)
    after = _persons(doubtful.select(*COLUMNS), members, placed)
    differing = after.join(doubtful, on=[*WHO, *DECIDED], how="anti", nulls_equal=True)
    was = doubtful.join(differing, on=WHO, how="semi")["person_id"]
    moved_in = of(whole.select("identity", "document_id"), "identity", less(moved, doubts.names["identity"]))["document_id"]
    documents, now = ids(new, moved_in, differing["document_id"]), []
    for some in portions(documents):
        rows = _rows(of(whole, "document_id", some), members, placed)
        now.append(rows.join(pl.DataFrame({"document_id": new}), on="document_id", how="semi")["person_id"].unique())
        spill.put("person_map", rows)
    own = placed.filter("own").join(doubts.names, on="identity").select("person_id", "name", "country").unique()
    persons = ids(was, differing["person_id"], *now)
    return Mapped(spill.rows("person_map", MAPPED), documents, moved, persons, own, _empty(members, doubts, after))


def _rows(rows: pl.DataFrame, members: pl.DataFrame, placed: pl.DataFrame) -> pl.DataFrame:
    """Rows of the map as they are now; those of names that have not changed stay."""
    settled = _persons(rows.select(*COLUMNS), members, placed)
    kept = rows.join(members, on="identity", how="anti")
    return pl.concat([settled.drop_nulls("person_id"), kept.select(settled.columns)]).select(MAPPED.names())


def _persons(rows: pl.DataFrame, members: pl.DataFrame, placed: pl.DataFrame) -> pl.DataFrame:
    """Rows with person_id, reason and score: of the mention, else of its name; null where neither is told of."""
    by_name = rows.join(members, on="identity", how="left", maintain_order="left")
    both = by_name.join(placed.select(*WHO, *DECIDED), on=WHO, how="left", suffix="_placed", maintain_order="left")
    return both.select(*COLUMNS, *(pl.coalesce(f"{column}_placed", column).alias(column) for column in DECIDED))


def _empty(members: pl.DataFrame, doubts: Doubts, after: pl.DataFrame) -> pl.Series:
    """Persons with doubtful names alone, none of whose mentions is them."""
    surely = members.join(doubts.names, on="identity", how="anti")["person_id"]
    return less(ids(members["person_id"]), ids(surely, after["person_id"]))
