"""One event behind many reports: blocks, scores, clusters, and then one row an event.

Here: the order of the steps over the whole corpus. Not here: the rules of each step (blocking, pairs,
clusters, consensus, casts, titles).
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from assets.enriched.resolution import blocking, casts, clusters, consensus, pairs, titles
from warehouse.contracts import INTERNAL
from warehouse.ids import stable_id

TABLES = ("events", "event_map", "event_participants", "event_topics", "conflicts", "event_log")
REPORT = ("document_id", "report")


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
    roots = pl.Series("root", clusters.grow(fixed, accepted.select("a", "b").iter_rows()), dtype=pl.Int64)
    reports = reports.with_columns(roots).sort("root", "rid")
    people = casts.participants(_of_events(participants, reports))
    fields, conflicts = consensus.decide(reports)
    tables = {
        "events": _titled(fields.join(_about(reports), on="root", maintain_order="left"), people, names),
        "event_map": reports.join(_reasons(accepted, roots), on="rid", how="left", maintain_order="left").with_columns(
            pl.col("reason").fill_null("the only account"), pl.col("score").fill_null(1.0).clip(upper_bound=1.0)
        ),
        "event_participants": people,
        "event_topics": _topics(_of_events(topics, reports)),
        "conflicts": conflicts,
        "event_log": consensus.log(reports),
    }
    ids = _event_ids(reports)
    return {name: _with_ids(tables[name], ids).select(INTERNAL["resolved"][name].schema.names()) for name in TABLES}


def _event_ids(reports: pl.DataFrame) -> pl.DataFrame:
    """The id of each event, from that of its first report."""
    first = reports.filter(pl.col("rid") == pl.col("root")).select("root", "report_id")
    ids = [stable_id("event", report_id) for report_id in first["report_id"]]
    return first.select("root", pl.Series("event_id", ids, dtype=pl.String))


def _with_ids(rows: pl.DataFrame, ids: pl.DataFrame) -> pl.DataFrame:
    return rows.join(ids, on="root", maintain_order="left")


def _of_events(rows: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """Rows that belong to reports, with the event's number, in the order of the event's reports."""
    numbered = rows.join(reports.select(*REPORT, "root", "rid"), on=REPORT, maintain_order="left")
    return numbered.sort("root", "rid", maintain_order=True)


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


def _reasons(accepted: pl.DataFrame, roots: pl.Series) -> pl.DataFrame:
    """For each report the best pair that ties it to its event, and that pair's score."""
    tied = accepted.filter(roots.gather(accepted["a"]) == roots.gather(accepted["b"])).with_row_index("rank")
    ends = pl.concat([tied.select("rank", "reason", "score", rid=end) for end in ("a", "b")])
    return ends.sort("rank").unique("rid", keep="first").drop("rank")


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
    codes = [titles.codes(kind, status) for kind, status in events.select("kind", "status").iter_rows()]
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
