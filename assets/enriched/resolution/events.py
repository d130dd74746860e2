"""One event behind many reports: clusters of tied reports, and then one row an event.

Here: the order of the steps. Not here: which reports are tied (merging), the rules of each step (clusters, consensus,
casts, titles).
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from assets.enriched.resolution import casts, clusters, consensus, merging, titles
from assets.enriched.resolution.accounts import PLACE, Accounts
from assets.enriched.resolution.state import Change, Frames, Lazies, Spill, ids, of
from assets.register.overrides import Decisions
from warehouse.contracts import INTERNAL
from warehouse.ids import stable_id

UNDECIDED = Decisions()
AT_A_TIME = 100_000
"""Reports whose events are decided at a time, as a bound on memory."""
TABLES = ("events", "event_map", "event_participants", "event_topics", "conflicts", "event_log")


def update(
    before: Lazies,
    accounts: Accounts,
    topics: pl.LazyFrame,
    touched: pl.Series,
    removed: pl.Series,
    names: Mapping[str, str],
    by_hand: Decisions = UNDECIDED,
    spill: Spill | None = None,
) -> Change:
    """The tables event_map, events, event_participants, event_topics, conflicts, event_log and those behind them.

    Args:
        before: event_map, report_keys, ties, crowds as they stood.
        accounts: where reports are loaded.
        topics: document_id, report, topic of the stage `read`.
        touched: documents that are new or speak of other persons now.
        removed: documents that went.
        names: English names of persons, countries, organisations and places, by id.
        by_hand: what people decided of events.
        spill: where rows wait.

    Returns:
        The rows of the units report, event and key that may differ; `account` are the documents of the reports.
    """
    waiting = spill or Spill()
    merged = merging.update(before, accounts, touched, removed, by_hand, waiting)
    map_before = before["event_map"].select("document_id", "report_id", "event_id")
    stood = of(map_before, "report_id", merged.gone if merged.reports is None else ids(merged.reports, merged.gone))
    accounts.load(stood["document_id"])
    reports, actors = accounts.of(merged.reports)
    for found in merging.keyed(reports, actors):
        waiting.put("report_keys", found.select("report_id", "key").sort("report_id", "key"))
    del actors
    events = decided(reports, merged.ties, accounts, topics, names, by_hand, waiting)
    units = {
        "report": ids(reports["report_id"], merged.gone),
        "event": ids(stood["event_id"], events),
        "key": merged.keys,
        "account": ids(stood["document_id"], reports["document_id"]),
    }
    tables = {name: waiting.rows(name, INTERNAL["resolved"][name].schema) for name in (*TABLES, "report_keys")}
    return Change({**tables, "ties": merged.ties, "crowds": merged.crowds}, units)


def decided(
    reports: pl.DataFrame,
    ties: pl.LazyFrame,
    accounts: Accounts,
    topics: pl.LazyFrame,
    names: Mapping[str, str],
    by_hand: Decisions,
    spill: Spill,
) -> pl.Series:
    """Put the tables of events, from whole components of tied reports, where rows wait.

    Args:
        reports: as `Accounts.of` gives them.
        ties: a, b, score, reason.
        accounts: what is said of reports beside.
        topics: document_id, report, topic.
        names: English names by id.
        by_hand: what people decided of events.
        spill: where rows wait.

    Returns:
        The ids of the events.
    """
    numbers = reports.select("rid", "report_id")
    accepted = _accepted(ties, numbers)
    number = dict(numbers.select("report_id", "rid").iter_rows()) if by_hand.different else {}
    apart = [(number[one], number[other]) for one, other in by_hand.different if one in number and other in number]
    grown = clusters.grow(reports.select(clusters.FIXED.names()), accepted.select("a", "b", "sure").iter_rows(), apart)
    roots = pl.Series("root", grown, dtype=pl.Int64)
    best = _best(accepted, roots)
    del accepted
    ordered = reports.with_columns(roots).sort("root", "rid")
    events = []
    for first in range(0, max(ordered.height, 1), AT_A_TIME):
        here = ordered.filter(pl.col("root").is_between(first, first + AT_A_TIME - 1))
        reasons = _reasons(here, best, ties)
        tables = _tables(accounts.whole(here), reasons, _cast(here, accounts), _said(here, topics), names, by_hand)
        events.append(tables["events"]["event_id"])
        for name in TABLES:
            spill.put(name, INTERNAL["resolved"][name].conform(tables[name]))
    return ids(*events)


def _accepted(ties: pl.LazyFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """Ties by number, in the order in which they are tried: a, b, score, sure (by hand)."""
    told = ties.select("a", "b", "score", sure=pl.col("reason").str.starts_with(merging.BY_HAND))
    ends = numbers.lazy()
    joined = told.join(ends, left_on="a", right_on="report_id").join(ends, left_on="b", right_on="report_id", suffix="_b")
    accepted = joined.select("score", "sure", a="rid", b="rid_b").collect()
    return accepted.sort("sure", "score", "a", "b", descending=[True, True, False, False])


def _best(accepted: pl.DataFrame, roots: pl.Series) -> pl.DataFrame:
    """For each report the surest tie that holds it in its event: rid, a, b."""
    tied = accepted.filter(roots.gather(accepted["a"]) == roots.gather(accepted["b"])).with_row_index("rank")
    ends = pl.concat([tied.select("rank", "a", "b", rid=end) for end in ("a", "b")])
    return ends.sort("rank").unique("rid", keep="first").drop("rank")


def _reasons(reports: pl.DataFrame, best: pl.DataFrame, ties: pl.LazyFrame) -> pl.DataFrame:
    """rid, reason and score of reports that a tie holds in their event; whole events at a time, so that both ends are here."""
    numbers = reports.select("rid", "report_id")
    here = best.join(numbers.select("rid"), on="rid", how="semi")
    named = here.join(numbers, left_on="a", right_on="rid").join(numbers, left_on="b", right_on="rid", suffix="_b")
    wanted = named.select("rid", a="report_id", b="report_id_b")
    told = ties.select("a", "b", "score", "reason")
    straight = told.join(wanted.lazy(), on=["a", "b"]).select("rid", "reason", "score")
    swapped = wanted.select("rid", a="b", b="a")
    return pl.concat([straight, told.join(swapped.lazy(), on=["a", "b"]).select("rid", "reason", "score")]).collect()


def _cast(reports: pl.DataFrame, accounts: Accounts) -> pl.DataFrame:
    return _of_events(accounts.cast(ids(reports["document_id"])), reports)


def _said(reports: pl.DataFrame, topics: pl.LazyFrame) -> pl.DataFrame:
    return _of_events(of(topics, "document_id", ids(reports["document_id"])), reports)


def _tables(
    reports: pl.DataFrame, reasons: pl.DataFrame, cast: pl.DataFrame, said: pl.DataFrame, names: Mapping[str, str], by_hand: Decisions
) -> Frames:
    """The tables of some events."""
    people = casts.participants(cast)
    fields, conflicts = consensus.decide(reports)
    tables = {
        "events": _titled(fields.join(_about(reports), on="root", maintain_order="left"), people, names),
        "event_map": _parted(reports.join(reasons, on="rid", how="left", maintain_order="left"), by_hand),
        "event_participants": people,
        "event_topics": _topics(said),
        "conflicts": conflicts,
        "event_log": consensus.log(reports),
    }
    events = _event_ids(reports)
    return {name: _with_ids(tables[name], events).select(INTERNAL["resolved"][name].schema.names()) for name in TABLES}


def _event_ids(reports: pl.DataFrame) -> pl.DataFrame:
    """The id of each event, from that of its first report."""
    first = reports.filter(pl.col("rid") == pl.col("root")).select("root", "report_id")
    ids = [stable_id("event", report_id) for report_id in first["report_id"]]
    return first.select("root", pl.Series("event_id", ids, dtype=pl.String))


def _with_ids(rows: pl.DataFrame, ids: pl.DataFrame) -> pl.DataFrame:
    return rows.join(ids, on="root", maintain_order="left")


def _of_events(rows: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """Rows that belong to reports, with the event's number, in the order of the event's reports."""
    numbered = rows.join(reports.select(*PLACE, "root", "rid"), on=list(PLACE), maintain_order="left")
    return numbered.sort("root", "rid", maintain_order=True)


def _parted(reports: pl.DataFrame, by_hand: Decisions) -> pl.DataFrame:
    """Reports with a reason for each, also for those that are alone or were parted from others by hand."""
    why = {one: f"; parted by hand from others: {by_hand.why_different(one)}" for one in by_hand.apart}
    note = pl.col("report_id").replace_strict(why, default="", return_dtype=pl.String) if why else pl.lit("")
    return reports.with_columns(
        reason=pl.col("reason").fill_null("the only account") + note, score=pl.col("score").fill_null(1.0).clip(upper_bound=1.0)
    )


def _about(reports: pl.DataFrame) -> pl.DataFrame:
    """How widely each event is told, since when, and how sure it is that any of its reports is right."""
    told = reports.group_by("root", maintain_order=True).agg(
        documents=pl.col("document_id").n_unique(),
        languages=pl.col("language").drop_nulls().n_unique(),
        outlets=pl.col("outlet").drop_nulls().n_unique(),
        first_published=pl.col("published_on").min(),
        doubt=(1.0 - pl.col("confidence")).product(),
    )
    # Python rounds the decimal value, polars what is left of it after a multiplication.
    sure = [round(1.0 - doubt, 3) for doubt in told["doubt"]]
    counts = pl.col("documents", "languages", "outlets").cast(pl.Int32)
    return told.select("root", counts, "first_published", pl.Series("confidence", sure, dtype=pl.Float64))


def _titled(events: pl.DataFrame, people: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    """The events with their titles and codes."""
    shown = events.select("root").join(_shown(people, names), on="root", how="left", maintain_order="left")
    empty = pl.lit([], dtype=pl.List(pl.String))
    casts_of = shown.select(pl.col("persons", "sides").fill_null(empty)).iter_rows()
    fields = events.select(titles.FIELDS).iter_rows(named=True)
    lines = [titles.title(event, persons, sides, names) for event, (persons, sides) in zip(fields, casts_of, strict=True)]
    codes = [titles.codes(*row) for row in events.select("kind", "status", "level").iter_rows()]
    return events.with_columns(
        pl.Series("title", lines, dtype=pl.String),
        pl.Series("plover", [code.plover for code in codes], dtype=pl.String),
        pl.Series("cameo", [code.cameo for code in codes], dtype=pl.String),
    )


def _shown(people: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    """English names by event: persons as they come, sides by name."""
    person = pl.col("person_id").replace_strict(names, default="", return_dtype=pl.String)
    side = pl.coalesce("country", "organisation_id").replace_strict(names, default=None, return_dtype=pl.String)
    named = people.select("root", person=pl.when(pl.col("person_id").is_not_null()).then(person), side=side)
    return named.group_by("root").agg(persons=pl.col("person").drop_nulls(), sides=pl.col("side").drop_nulls().unique().sort())


def _topics(said: pl.DataFrame) -> pl.DataFrame:
    """The topics of each event, with the number of documents that speak of it."""
    return said.group_by("root", "topic").agg(documents=pl.col("document_id").n_unique().cast(pl.Int32)).sort("root", "topic")
