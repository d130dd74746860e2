"""Which reports are of one event, after some documents came, went or speak of other persons now.

Here: what has to be compared again, and what hangs together with it. Not here: keys and blocks (blocking), the score of
a pair (pairs), what an event is made of (events).
A tie between two reports follows from the two alone, but in a crowd; so ties of untouched reports stand, and an event is
decided again only where a tie of its component came or went.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from assets.enriched.resolution import blocking, pairs
from assets.enriched.resolution.accounts import Accounts
from assets.enriched.resolution.components import reached
from assets.enriched.resolution.state import Lazies, but, differing, ids, less, of
from assets.register.overrides import Decisions
from warehouse.contracts import INTERNAL

AT_A_TIME = 250_000
"""Keys of reports, one row a report and key, whose blocks stand in memory together."""
BY_HAND = "joined by hand"
"""How the reason of such a tie begins."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What was found.

    Attributes:
        reports: every report of a component in which something changed.
        ties: a, b, score, reason: the ties among them.
        gone: reports that were there and are no more.
        keys: the blocking keys that were looked at.
        crowds: the crowds among their blocks.
    """

    reports: pl.Series
    ties: pl.DataFrame
    gone: pl.Series
    keys: pl.Series
    crowds: pl.DataFrame


@dataclass(frozen=True, slots=True)
class _Look:
    """Fresh reports among all that share a key with them or with one that is stale.

    parts: rid and key, some of the keys at a time, as a bound on memory: blocks never reach over two keys.
    """

    reports: pl.DataFrame
    actors: pl.DataFrame
    parts: tuple[pl.DataFrame, ...]
    keys: pl.Series
    crowds: pl.DataFrame


def update(before: Lazies, accounts: Accounts, touched: pl.Series, removed: pl.Series, decided: Decisions) -> Merged:
    """Compare the reports of the touched documents with all that may be of the same act.

    Args:
        before: event_map, report_keys, ties, crowds as they stood.
        accounts: where reports are loaded.
        touched: documents that are new or speak of other persons now.
        removed: documents that went.
        decided: by hand.
    """
    stale = of(before["event_map"].select("report_id", "document_id"), "document_id", ids(touched, removed))["report_id"]
    accounts.load(touched)
    fresh = of(accounts.reports.lazy(), "document_id", touched)["report_id"]
    look = _look(before, accounts, fresh, stale)
    while (crowding := _crowding(before, look, fresh)).len():
        fresh, stale = ids(fresh, crowding), ids(stale, crowding)
        look = _look(before, accounts, fresh, stale)
    standing = less(of(before["event_map"].select("report_id"), "report_id", _told_of(decided))["report_id"], stale)
    by_hand = _by_hand(decided, fresh, ids(standing, fresh))
    return _merged(before["ties"].collect(), look, by_hand, fresh, stale)


def _look(before: Lazies, accounts: Accounts, fresh: pl.Series, stale: pl.Series) -> _Look:
    reports, actors = accounts.of(fresh)
    found = blocking.keys(reports, actors)
    keys = ids(found["key"], of(before["report_keys"], "report_id", stale)["key"])
    sharing = ids(of(before["report_keys"], "key", keys)["report_id"])
    others = less(sharing, ids(fresh, stale))
    if others.len():
        accounts.load(of(before["event_map"].select("report_id", "document_id"), "report_id", others)["document_id"])
        reports, actors = accounts.of(ids(fresh, others))
        found = of(blocking.keys(reports, actors).lazy(), "key", keys)
    numbered = found.with_columns(part=pl.col("key").hash() % (found.height // AT_A_TIME + 1))
    parts = tuple(numbered.partition_by("part", include_key=False))
    crowds = [blocking.crowds(blocking.blocks(reports, part)) for part in parts]
    return _Look(reports, actors, parts, keys, pl.concat([INTERNAL["resolved"]["crowds"].empty(), *crowds]).sort("block"))


def _crowding(before: Lazies, look: _Look, fresh: pl.Series) -> pl.Series:
    """Reports of blocks of which another share is compared now: all their pairs are looked at anew."""
    blocks = differing(of(before["crowds"], "key", look.keys), look.crowds, "block")
    changed = blocks.cast(pl.UInt64).implode()
    inside = [blocking.blocks(look.reports, part).filter(pl.col("block").is_in(changed)) for part in look.parts] if blocks.len() else []
    numbers = pl.concat([pl.DataFrame(schema={"rid": pl.Int64}), *(part.select("rid") for part in inside)]).unique()
    return less(ids(numbers.join(look.reports.select("rid", "report_id"), on="rid")["report_id"]), fresh)


def _merged(old: pl.DataFrame, look: _Look, by_hand: pl.DataFrame, fresh: pl.Series, stale: pl.Series) -> Merged:
    undone = ids(stale, fresh)
    kept = but(but(old.lazy(), "a", undone), "b", undone).collect()
    found = (
        _new_ties(look, fresh).join(by_hand, on=["a", "b"], how="anti").join(by_hand, left_on=["a", "b"], right_on=["b", "a"], how="anti")
    )
    ties = pl.concat([kept, found, by_hand])
    gone = less(stale, fresh)
    beside = ids(of(old.lazy(), "a", stale)["b"], of(old.lazy(), "b", stale)["a"])
    reports = reached(less(ids(fresh, beside), gone), ties)
    return Merged(reports, of(ties.lazy(), "a", reports).sort("a", "b"), gone, look.keys, look.crowds)


def _new_ties(look: _Look, fresh: pl.Series) -> pl.DataFrame:
    numbers = look.reports.select("rid", "report_id")
    wanted = of(numbers.lazy(), "report_id", fresh)
    parts = []
    for part in look.parts:
        pairs_of = blocking.candidates(blocking.blocks(look.reports, part), look.crowds, wanted)
        parts.append(pairs.scored(pairs_of, look.reports, look.actors))
    if not parts:
        return INTERNAL["resolved"]["ties"].empty()
    found = pl.concat(parts).unique(["a", "b"])
    named = found.join(numbers, left_on="a", right_on="rid").join(numbers, left_on="b", right_on="rid", suffix="_b")
    return named.select(a="report_id", b="report_id_b", score="score", reason="reason")


def _told_of(decided: Decisions) -> pl.Series:
    return pl.Series(sorted({side for pair in decided.same for side in pair}), dtype=pl.String)


def _by_hand(decided: Decisions, fresh: pl.Series, known: pl.Series) -> pl.DataFrame:
    """Ties that are decided by hand, of which one end is fresh."""
    new, there = set(fresh), set(known)
    schema = {"a": pl.String, "b": pl.String, "score": pl.Float64, "reason": pl.String}
    told = [(*pair, 1.0, f"{BY_HAND}: {why}") for pair, why in decided.same.items() if new.intersection(pair) and there.issuperset(pair)]
    return pl.DataFrame(told, schema=schema, orient="row")
