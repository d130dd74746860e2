"""One event behind many reports: blocks, scores, clusters, and then one row an event.

Here: the order of the steps over the whole corpus. Not here: the rules of each step (blocking, pairs,
clusters, consensus, titles).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from assets.enriched.resolution import blocking, clusters, consensus, pairs, titles
from warehouse.contracts import INTERNAL
from warehouse.ids import stable_id

Row = dict[str, Any]


CHUNK = 10_000
"""Reports whose events are put together at a time: the bound on what stands in memory as Python objects."""
TABLES = ("events", "event_map", "event_participants", "event_topics", "conflicts", "event_log")


def resolve(reports: pl.DataFrame, participants: pl.DataFrame, topics: pl.DataFrame, names: Mapping[str, str]) -> dict[str, pl.DataFrame]:
    """The tables event_map, events, event_participants, event_topics, conflicts and event_log.

    Args:
        reports: of all live documents, joined with published_on, language and outlet of their documents.
        participants: with person_id in place of the document's number.
        topics: document_id, report, topic.
        names: English names of persons, countries, organisations and places, by id.
    """
    reports = _prepared(reports, participants)
    actors = _actors(reports, participants)
    accepted = pairs.scored(blocking.candidates(reports, blocking.keys(reports, actors)), reports, actors)
    fixed = [clusters.Fixed(*row) for row in reports.select("document_id", "firm_start", "firm_end").iter_rows()]
    roots = clusters.grow(fixed, accepted.select("a", "b").iter_rows())
    why = _reasons(accepted, roots)
    reports = reports.with_columns(root=pl.Series(roots, dtype=pl.Int64))
    parts: dict[str, list[pl.DataFrame]] = {name: [INTERNAL["resolved"][name].empty()] for name in TABLES}
    for _, chunk in reports.group_by(pl.col("root") // CHUNK, maintain_order=True):
        for name, rows in _events(chunk, participants, topics, names, why).items():
            parts[name].append(pl.DataFrame(rows, schema=INTERNAL["resolved"][name].schema))
    return {name: pl.concat(frames) for name, frames in parts.items()}


def _events(
    reports: pl.DataFrame,
    participants: pl.DataFrame,
    topics: pl.DataFrame,
    names: Mapping[str, str],
    why: Mapping[int, tuple[str, float]],
) -> dict[str, list[Row]]:
    """Rows by table of the events of some reports; all reports of an event are among them."""
    members: dict[int, list[Row]] = defaultdict(list)
    for row in reports.iter_rows(named=True):
        members[row["root"]].append(row)
    cast, subjects = (
        _by_report(rows.join(reports, on=["document_id", "report"], how="semi", maintain_order="left")) for rows in (participants, topics)
    )
    out: dict[str, list[Row]] = defaultdict(list)
    for rows in members.values():
        for table, made in _event(rows, cast, subjects, names, why).items():
            out[table] += made
    return out


def _prepared(reports: pl.DataFrame, participants: pl.DataFrame) -> pl.DataFrame:
    """Reports in a fixed order with their number, id, precision of date, and counts of persons and sides."""
    counts = participants.group_by("document_id", "report").agg(
        persons=pl.col("person_id").n_unique() - pl.col("person_id").is_null().any().cast(pl.Int64),
        sides=pl.coalesce("country", "organisation_id").drop_nulls().n_unique(),
    )
    ids = [stable_id("report", *row) for row in reports.select("document_id", "kind", "span_start", "report").iter_rows()]
    full = pl.col("precision") == "day"
    return (
        reports.with_columns(report_id=pl.Series(ids, dtype=pl.String), precision=_precision())
        .join(counts, on=["document_id", "report"], how="left", maintain_order="left")
        .with_columns(pl.col("persons", "sides").fill_null(0))
        .with_columns(firm_start=pl.when(full).then("starts_on"), firm_end=pl.when(full).then(pl.coalesce("ends_on", "starts_on")))
        .sort("published_on", "report_id", nulls_last=True)
        .with_row_index("rid")
        .with_columns(pl.col("rid").cast(pl.Int64), blocking.kind_group())
    )


def _precision() -> pl.Expr:
    """How exact a date is: day, month, year, yearless, open, none."""
    date = pl.col("date_edtf")
    first = date.str.split("/").list.first()
    return (
        pl.when(date.is_null()).then(pl.lit("none"))
        .when(date.str.starts_with("XXXX")).then(pl.lit("yearless"))
        .when(date.str.contains("..", literal=True)).then(pl.lit("open"))
        .when(first.str.len_chars() == 10).then(pl.lit("day"))
        .when(first.str.len_chars() == 7).then(pl.lit("month"))
        .otherwise(pl.lit("year"))
    )  # fmt: skip


def _actors(reports: pl.DataFrame, participants: pl.DataFrame) -> pl.DataFrame:
    """Actors by rid: 'p:' with a person's id, 's:' with a country or an organisation."""
    numbered = participants.join(reports.select("rid", "document_id", "report"), on=["document_id", "report"], maintain_order="left")
    persons = numbered.filter(pl.col("person_id").is_not_null()).select("rid", actor=pl.lit("p:") + pl.col("person_id"))
    sides = numbered.select("rid", side=pl.coalesce("country", "organisation_id")).drop_nulls()
    return pl.concat([persons, sides.select("rid", actor=pl.lit("s:") + pl.col("side"))]).unique(maintain_order=True)


def _reasons(accepted: pl.DataFrame, roots: list[int]) -> dict[int, tuple[str, float]]:
    """For each report the best pair that ties it to its event, and that pair's score."""
    best: dict[int, tuple[str, float]] = {}
    for a, b, score, reason in accepted.select("a", "b", "score", "reason").iter_rows():
        if roots[a] == roots[b]:
            best.setdefault(a, (reason, score))
            best.setdefault(b, (reason, score))
    return best


def _by_report(frame: pl.DataFrame) -> dict[tuple[str, int], list[Row]]:
    found: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in frame.iter_rows(named=True):
        found[row["document_id"], row["report"]].append(row)
    return found


def _event(
    rows: list[Row],
    cast: Mapping[tuple[str, int], list[Row]],
    subjects: Mapping[tuple[str, int], list[Row]],
    names: Mapping[str, str],
    why: Mapping[int, tuple[str, float]],
) -> dict[str, list[Row]]:
    event_id = stable_id("event", rows[0]["report_id"])
    fields, conflicts = consensus.decide(rows)
    joined = [row for r in rows for row in cast.get((r["document_id"], r["report"]), ())]
    people = consensus.participants(joined)
    header = {"event_id": event_id}
    return {
        "events": [header | fields | _about(rows) | _title(fields, people, names)],
        "event_map": [_mapped(row, event_id, why) for row in rows],
        "event_participants": [header | row for row in people],
        "event_topics": [header | row for row in _topics(rows, subjects)],
        "conflicts": [header | {"field": f, "value": v, "documents": d} for f, v, d in conflicts],
        "event_log": [header | row for row in consensus.log(rows)],
    }


def _mapped(row: Row, event_id: str, why: Mapping[int, tuple[str, float]]) -> Row:
    reason, score = why.get(row["rid"], ("the only account", 1.0))
    return {name: row[name] for name in ("document_id", "report", "report_id")} | {
        "event_id": event_id,
        "reason": reason,
        "score": min(1.0, score),
    }


def _about(rows: Iterable[Row]) -> Row:
    rows = list(rows)
    published = [r["published_on"] for r in rows if r["published_on"]]
    doubt = 1.0
    for row in rows:
        doubt *= 1.0 - row["confidence"]
    return {
        "documents": len({r["document_id"] for r in rows}),
        "languages": len({r["language"] for r in rows if r["language"]}),
        "outlets": len({r["outlet"] for r in rows if r["outlet"]}),
        "first_published": min(published, default=None),
        "confidence": round(1.0 - doubt, 3),
    }


def _title(fields: Row, people: list[Row], names: Mapping[str, str]) -> Row:
    persons = [names.get(p["person_id"], "") for p in people if p["person_id"]]
    sides = sorted({names.get(p["country"] or p["organisation_id"] or "", "") for p in people} - {""})
    code = titles.codes(fields["kind"], fields["status"])
    return {"title": titles.title(fields, persons, sides, names), "plover": code.plover, "cameo": code.cameo}


def _topics(rows: list[Row], subjects: Mapping[tuple[str, int], list[Row]]) -> list[Row]:
    said: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for topic in subjects.get((row["document_id"], row["report"]), ()):
            said[topic["topic"]].add(row["document_id"])
    return [{"topic": topic, "documents": len(said[topic])} for topic in sorted(said)]
