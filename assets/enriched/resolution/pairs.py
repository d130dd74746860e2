"""Whether two reports tell of one event: the score of a pair, and what forbids it.

Here: the rules for a pair. Not here: which pairs are compared (blocking), how pairs grow to events (clusters).
"""

from __future__ import annotations

import polars as pl

from assets.enriched.resolution.blocking import TOLD_WITHIN

FIELDS = (
    "kind", "status", "starts_on", "ends_on", "precision", "date_edtf", "place_id", "country",
    "format", "ordinal", "level", "published_on", "anniversary", "persons", "sides",
)  # fmt: skip
CAST = ("cast_persons", "cast_sides")
THRESHOLD = 0.6
"""A pair at or over it is one event. Set on labelled clusters; below it look-alikes of one day begin to join."""
MANY_PEOPLE = 3
"""Shared persons from which one writer's conference is another's meeting; two may have met beside a conference."""
STRONG_PEOPLE = 2
"""Shared persons that let two accounts differ by a day: one of the two took another time zone or day."""


def with_cast(reports: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    """Reports with the numbers of their actors, CAST: a list of persons and one of sides.

    Args:
        reports: one row a report, in the order of rid, which counts from 0.
        actors: rid, actor, person.
    """
    person, number = pl.col("person"), pl.col("actor").to_physical()
    lists = actors.group_by("rid").agg(cast_persons=number.filter(person), cast_sides=number.filter(~person))
    return reports.join(lists, on="rid", how="left", maintain_order="left")


def scored(candidates: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """Score candidate pairs.

    Args:
        candidates: a, b.
        reports: as `with_cast` gives them.

    Returns:
        a, b, score in [0, 1], shared_persons, shared_sides: only the pairs that are one event by themselves.
    """
    sides = [_side(reports, candidates, side) for side in ("a", "b")]
    pairs = pl.concat([candidates, *sides], how="horizontal").with_columns(
        shared_persons=_shared("cast_persons"), shared_sides=_shared("cast_sides")
    )
    pairs = pairs.with_columns(dates=_dates(), who=_who()).filter(~_forbidden())
    score = 0.45 * pl.col("who") + 0.3 * pl.col("dates") + 0.15 * _agree("place_id") + 0.1 * _format()
    return (
        pairs.with_columns(score=score.clip(0, 1))
        .filter((pl.col("score") >= THRESHOLD) & (pl.col("who") > 0))
        .select("a", "b", "score", "shared_persons", "shared_sides")
    )


def told(ties: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """Ties with the ids of their reports, and a reason: a, b, score, reason.

    Args:
        ties: as `scored` gives them.
        reports: rid, report_id, date_edtf.
    """
    one, other = (reports.select(pl.all().name.suffix(f"_{side}")) for side in ("a", "b"))
    both = ties.join(one, left_on="a", right_on="rid_a").join(other, left_on="b", right_on="rid_b", maintain_order="left")
    return both.select(a="report_id_a", b="report_id_b", score="score", reason=_reason())


def _side(reports: pl.DataFrame, candidates: pl.DataFrame, side: str) -> pl.DataFrame:
    return reports.select(pl.col(*FIELDS, *CAST).gather(candidates[side]).name.suffix(f"_{side}"))


def _shared(cast: str) -> pl.Expr:
    both = pl.col(f"{cast}_a").list.set_intersection(f"{cast}_b")
    return both.list.len().cast(pl.Int32).fill_null(0)


def _agree(field: str) -> pl.Expr:
    """1 where both have the same value, 0.5 where one has none, else 0."""
    a, b = pl.col(f"{field}_a"), pl.col(f"{field}_b")
    return pl.when(a.is_null() | b.is_null()).then(0.5).when(a == b).then(1.0).otherwise(0.0)


def _differ(field: str) -> pl.Expr:
    return (pl.col(f"{field}_a") != pl.col(f"{field}_b")).fill_null(False)


def _dates() -> pl.Expr:
    """1 for the same day, less the less the two dates say; 0 where they can't be one."""
    a, b = pl.col("precision_a"), pl.col("precision_b")
    apart = (pl.col("starts_on_a") - pl.col("starts_on_b")).dt.total_days().abs()
    inside = (pl.col("starts_on_a") <= pl.col("ends_on_b")) & (pl.col("starts_on_b") <= pl.col("ends_on_a"))
    full = (a == "day") & (b == "day")
    yearless = (a == "yearless") | (b == "yearless")
    in_year = (pl.col("anniversary_a") - pl.col("anniversary_b")).dt.total_days().abs()
    strong = pl.col("shared_persons") >= STRONG_PEOPLE
    unknown = (a == "none") | (b == "none")
    return (
        pl.when(full & (apart == 0)).then(1.0)
        .when(full & inside).then(0.9)
        .when(full & (apart == 1) & strong).then(0.5)
        .when(full).then(0.0)
        .when(unknown).then(pl.max_horizontal(_published_near(), _told_after("a", "b"), _told_after("b", "a"), _same_session()))
        .when(yearless & (in_year == 0)).then(0.9)
        .when(yearless & (in_year == 1) & strong).then(0.5)
        .when(yearless).then(0.0)
        .when(inside).then(0.7)
        .otherwise(0.0)
    )  # fmt: skip


def _published_near() -> pl.Expr:
    apart = (pl.col("published_on_a") - pl.col("published_on_b")).dt.total_days().abs()
    return pl.when(apart <= 1).then(0.7).when(apart <= 3).then(0.6).when(apart <= 7).then(0.4).otherwise(0.0).fill_null(0.0)


def _told_after(undated: str, dated: str) -> pl.Expr:
    """An account that gives no date to what was held is published soon after the day that the other one gives."""
    published = pl.col(f"published_on_{undated}")
    later = (published - pl.col(f"starts_on_{dated}")).dt.total_days()
    in_year = (published.dt.replace(year=2000) - pl.col(f"anniversary_{dated}")).dt.total_days()
    days = pl.when(pl.col(f"precision_{dated}") == "yearless").then(in_year).otherwise(later)
    fits = (
        (pl.col(f"precision_{undated}") == "none")
        & pl.col(f"precision_{dated}").is_in(["day", "yearless"])
        & (pl.col(f"status_{undated}") == "held")
        & days.is_between(0, TOLD_WITHIN)
    )
    return pl.when(fits).then(0.6).otherwise(0.0)


def _same_session() -> pl.Expr:
    """A session of one format in one place at one level: another one of them would be told with its number or date."""
    same = (
        (pl.col("format_a") == pl.col("format_b"))
        & (pl.col("place_id_a") == pl.col("place_id_b"))
        & (pl.col("level_a") == pl.col("level_b"))
    )
    return pl.when(same & (pl.col("kind_a") == "conference") & (pl.col("kind_b") == "conference")).then(0.5).otherwise(0.0)


def _who() -> pl.Expr:
    """Share of the smaller cast of persons that both have; where one has no persons, of the sides."""
    persons = pl.min_horizontal("persons_a", "persons_b")
    sides = pl.min_horizontal("sides_a", "sides_b")
    by_person = pl.col("shared_persons") / persons
    by_side = 0.8 * pl.col("shared_sides") / pl.max_horizontal(sides, pl.lit(2))
    series = pl.col("format_a").is_not_null() & (pl.col("format_a") == pl.col("format_b"))
    return (
        pl.when(series & (pl.col("kind_a") == "conference")).then(1.0)
        .when(persons > 0).then(by_person)
        .when(sides > 0).then(by_side)
        .otherwise(0.0)
    )  # fmt: skip


def _format() -> pl.Expr:
    return (_agree("format") + _agree("ordinal") + _agree("level")) / 3


def _forbidden() -> pl.Expr:
    """What can't be one act: dates that exclude each other, other counterparts, places, formats, numbers or levels.

    Counterparts are others where each account has a side that the other lacks: a minister meets two colleagues on one day.
    """
    one_conference = _differ("kind") & ((pl.col("kind_a") == "conference") | (pl.col("kind_b") == "conference"))
    own_sides = pl.min_horizontal("sides_a", "sides_b") > pl.col("shared_sides")
    return (
        (pl.col("dates") <= 0)
        | (own_sides & (pl.col("kind_a") != "conference") & (pl.col("kind_b") != "conference"))
        | _differ("format")
        | (one_conference & (pl.col("shared_persons") < MANY_PEOPLE))
        | _differ("ordinal")
        | (_differ("level") & ((pl.col("kind_a") == "conference") | (pl.col("shared_persons") < STRONG_PEOPLE)))
        | _differ("country")
        | (_differ("place_id") & (pl.col("shared_persons") < STRONG_PEOPLE) & (pl.col("kind_a") != "conference"))
        | (_differ("place_id") & (pl.col("kind_a") == "visit"))
    )


def _reason() -> pl.Expr:
    return pl.concat_str(
        pl.lit("persons "), "shared_persons", pl.lit(", sides "), "shared_sides",
        pl.lit(", dates "), pl.col("date_edtf_a").fill_null("none"), pl.lit(" and "), pl.col("date_edtf_b").fill_null("none"),
        pl.lit(", score "), pl.col("score").round(2),
    )  # fmt: skip
