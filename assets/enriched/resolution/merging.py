"""Which reports are of one event, after some documents came, went or speak of other persons now.

Here: what has to be compared again, and what hangs together with it. Not here: keys and blocks (blocking), the score of
a pair (pairs), what an event is made of (events).
A tie between two reports follows from the two alone, but in a crowd; so ties of untouched reports stand, and an event is
decided again only where a tie of its component came or went.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import polars as pl

from assets.enriched.resolution import blocking, pairs
from assets.enriched.resolution.accounts import TIMED, Accounts, in_order
from assets.enriched.resolution.components import reached
from assets.enriched.resolution.state import Lazies, Spill, but, differing, ids, less, of
from assets.register.overrides import Decisions
from warehouse.contracts import INTERNAL

AT_A_TIME = 150_000
"""Keys of reports, one row a report and key, whose blocks stand in memory together."""
PAIRS_AT_A_TIME = 400_000
"""Pairs of reports that are scored together."""
BY_HAND = "joined by hand"
"""How the reason of such a tie begins."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What was found.

    Attributes:
        reports: every report of a component in which something changed; None for all that are loaded.
        ties: a, b, score, reason: the ties among them.
        gone: reports that were there and are no more.
        keys: the blocking keys that were looked at.
        crowds: the crowds among their blocks.
    """

    reports: pl.Series | None
    ties: pl.LazyFrame
    gone: pl.Series
    keys: pl.Series
    crowds: pl.DataFrame


@dataclass(frozen=True, slots=True)
class _Look:
    """Fresh reports among all that share a key with them or with one that is stale.

    reports: rid, document and TIMED. parts: rid, key and series, some of the keys at a time, as a bound on memory: blocks never
    reach over two keys. pairs: what is worth comparing.
    """

    reports: pl.DataFrame
    parts: tuple[pl.DataFrame, ...]
    keys: pl.Series
    crowds: pl.DataFrame
    pairs: pl.Series


def update(before: Lazies, accounts: Accounts, touched: pl.Series, removed: pl.Series, decided: Decisions, spill: Spill) -> Merged:
    """Compare the reports of the touched documents with all that may be of the same act.

    Args:
        before: event_map, report_keys, ties, crowds as they stood.
        accounts: where reports are loaded.
        touched: documents that are new or speak of other persons now.
        removed: documents that went.
        decided: by hand.
        spill: where ties wait.
    """
    stale = of(before["event_map"].select("report_id", "document_id"), "document_id", ids(touched, removed))["report_id"]
    accounts.load(touched)
    fresh = of(accounts.documents.lazy(), "document_id", touched)["report_id"]
    look = _look(before, accounts, fresh, stale)
    while (crowding := _crowding(before, look, fresh)).len():
        accounts.load(_documents(before, crowding))
        fresh, stale = ids(fresh, crowding), ids(stale, crowding)
        look = _look(before, accounts, fresh, stale)
    standing = less(of(before["event_map"].select("report_id"), "report_id", _told_of(decided))["report_id"], stale)
    by_hand = _by_hand(decided, fresh, ids(standing, fresh))
    first = before["event_map"].head(1).collect().is_empty()
    ties = chain(_new_ties(accounts, look, by_hand), [by_hand])
    return _merged(None if first else before["ties"], ties, look, fresh, stale, spill)


def _documents(before: Lazies, reports: pl.Series) -> pl.Series:
    """The documents of reports that stood."""
    return of(before["event_map"].select("report_id", "document_id"), "report_id", reports)["document_id"]


def keyed(reports: pl.DataFrame, actors: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The keys of reports as words, those of some reports at a time: rid, report_id, key."""
    for first in range(0, reports.height, AT_A_TIME):
        some = reports.slice(first, AT_A_TIME)
        told = actors.filter(pl.col("rid").is_between(first, first + AT_A_TIME - 1))
        yield (
            blocking.keys(some, told)
            .join(some.select("rid", "report_id"), on="rid", maintain_order="left")
            .select("rid", "report_id", "key")
        )


def _look(before: Lazies, accounts: Accounts, fresh: pl.Series, stale: pl.Series) -> _Look:
    loaded, actors = accounts.of(fresh)
    words, numbers = _keys(loaded, actors)
    keys = ids(words, of(before["report_keys"], "report_id", stale)["key"])
    known = of(but(before["report_keys"], "report_id", ids(fresh, stale)), "key", keys)
    reports = loaded.select("rid", "document", *TIMED)
    if known.height:
        others = of(before["event_map"].select("report_id", "document_id", "report"), "report_id", ids(known["report_id"]))
        reports, numbers = _together(reports, numbers, accounts.timed(others), known)
    wanted = of(reports.select("rid", "report_id").lazy(), "report_id", fresh)
    count = numbers.height // AT_A_TIME + 1
    parts = tuple(numbers.filter(pl.col("key") % count == part) for part in range(count))
    crowds, found = [], []
    for part in parts:
        blocked = blocking.blocks(reports, part)
        crowds.append(blocking.crowds(blocked))
        found.append(blocking.candidates(blocked, crowds[-1], wanted))
    named = pl.concat(crowds).join(pl.DataFrame({"key": keys.hash(), "word": keys}), on="key")
    told = named.select("block", "halvings", key="word").sort("block")
    return _Look(reports, parts, keys, INTERNAL["resolved"]["crowds"].conform(told), pl.concat(found)["pair"].unique())


def _together(fresh: pl.DataFrame, numbers: pl.DataFrame, others: pl.DataFrame, known: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Fresh reports with others, numbered anew, and the keys of both as numbers.

    Args:
        fresh: rid and TIMED. numbers: the keys of these, as numbers.
        others: TIMED. known: report_id, key: the keys of these.
    """
    reports = in_order(pl.concat([fresh.select(TIMED), others])).select(
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("rid"), pl.col("document_id").hash().alias("document"), pl.all()
    )
    rid = reports.select("report_id", "rid")
    now = fresh.select("report_id").join(rid, on="report_id", how="left", maintain_order="left")["rid"]
    moved = numbers.with_columns(rid=now.gather(numbers["rid"]))
    return reports, pl.concat([moved, blocking.numbered(known.join(rid, on="report_id"))])


def _keys(reports: pl.DataFrame, actors: pl.DataFrame) -> tuple[pl.Series, pl.DataFrame]:
    """All keys, and the keys of each report as numbers."""
    words, numbers = [], [blocking.numbered(pl.DataFrame(schema={"rid": pl.UInt32, "key": pl.String}))]
    for found in keyed(reports, actors):
        words.append(found["key"])
        numbers.append(blocking.numbered(found))
    return ids(*words), pl.concat(numbers)


def _crowding(before: Lazies, look: _Look, fresh: pl.Series) -> pl.Series:
    """Reports of blocks of which another share is compared now: all their pairs are looked at anew."""
    if fresh.len() == look.reports.height:
        return fresh.clear()
    blocks = differing(of(before["crowds"], "key", look.keys), look.crowds, "block")
    changed = blocks.cast(pl.UInt64).implode()
    inside = [blocking.blocks(look.reports, part).filter(pl.col("block").is_in(changed)) for part in look.parts] if blocks.len() else []
    numbers = pl.concat([pl.DataFrame(schema={"rid": pl.UInt32}), *(part.select("rid") for part in inside)]).unique()
    return less(ids(numbers.join(look.reports.select("rid", "report_id"), on="rid")["report_id"]), fresh)


def _merged(
    old: pl.LazyFrame | None, found: Iterable[pl.DataFrame], look: _Look, fresh: pl.Series, stale: pl.Series, spill: Spill
) -> Merged:
    schema, gone = INTERNAL["resolved"]["ties"].schema, less(stale, fresh)
    for some in found:
        spill.put("ties", some)
    new = spill.rows("ties", schema)
    if old is None:
        return Merged(None, new, gone, look.keys, look.crowds)
    undone = ids(stale, fresh)
    ties = pl.concat([but(but(old, "a", undone), "b", undone), new])
    beside = ids(of(old.select("a", "b"), "a", stale)["b"], of(old.select("a", "b"), "b", stale)["a"])
    reports = reached(less(ids(fresh, beside), gone), ties.select("a", "b").collect())
    return Merged(reports, of(ties, "a", reports).lazy(), gone, look.keys, look.crowds)


def _new_ties(accounts: Accounts, look: _Look, by_hand: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The ties of fresh reports that are not decided by hand, some at a time."""
    numbers = look.reports.select("rid", "report_id")
    one, other = (by_hand.join(numbers, left_on=side, right_on="report_id").select("rid", "a", "b") for side in ("a", "b"))
    a, b = pl.min_horizontal("rid", "rid_b"), pl.max_horizontal("rid", "rid_b")
    settled = one.join(other, on=["a", "b"], suffix="_b").select(pair=blocking.pair(a, b))
    compared = (
        look.pairs.filter(~look.pairs.is_in(settled["pair"].implode())).sort().to_frame("pair").select(blocking.of_pair(pl.col("pair")))
    )
    ends = pl.concat([compared["a"], compared["b"]]).unique().sort()
    needed = look.reports.select(pl.col("report_id", "document_id").gather(ends))
    accounts.load(needed["document_id"])
    reports, actors = accounts.of(needed["report_id"])
    # Both stand in the order of publication, so that a report's place among the ends is its number here.
    numbered = compared.select(place.cast(pl.UInt32) for place in (ends.search_sorted(compared[side]).alias(side) for side in ("a", "b")))
    told, whole = reports.select("rid", "report_id", "date_edtf"), pairs.with_cast(reports, actors)
    for some in numbered.iter_slices(PAIRS_AT_A_TIME):
        yield pairs.told(pairs.scored(some, whole), told)


def _told_of(decided: Decisions) -> pl.Series:
    return pl.Series(sorted({side for pair in decided.same for side in pair}), dtype=pl.String)


def _by_hand(decided: Decisions, fresh: pl.Series, known: pl.Series) -> pl.DataFrame:
    """Ties that are decided by hand, of which one end is fresh."""
    new, there = set(fresh), set(known)
    schema = {"a": pl.String, "b": pl.String, "score": pl.Float64, "reason": pl.String}
    told = [(*pair, 1.0, f"{BY_HAND}: {why}") for pair, why in decided.same.items() if new.intersection(pair) and there.issuperset(pair)]
    return pl.DataFrame(told, schema=schema, orient="row")
