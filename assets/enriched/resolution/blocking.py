"""Which reports are worth comparing: pairs that share an actor, a kind and a possible date.

Here: keys, blocks and the pairs in them, so that cost stays near linear in the number of reports. Not here: whether a
pair is one event (pairs). A report's keys and blocks follow from itself alone; only of a crowd, a block of very many,
the share that is compared depends on how many there are.
"""

from __future__ import annotations

from typing import Final

import polars as pl

NEAR_DAYS: Final = 10
"""Days between two publications within which undated accounts may tell of the same act."""
TOLD_WITHIN: Final = 3
"""Days after an act within which an account that gives it no date is published."""
CROWD: Final = 400
"""Reports of a block up to which all pairs are compared; of a larger one about as many, drawn by their ids, are compared with all."""
PAIRS: Final = 2_000_000
"""Pairs that are looked for at a time, as a bound on memory."""
HALF: Final = pl.lit(2**32, dtype=pl.UInt64)
TALKS: Final = ("meeting", "consultations", "conference")
"""Kinds that different writers use for one act."""
DATED: Final = ("rid", "document", "starts_on", "precision", "date_edtf", "anniversary", "published_on", "place_id", "lot")


def kind_group() -> pl.Expr:
    """Kinds that may be one act, as one word."""
    return pl.when(pl.col("kind").is_in(TALKS)).then(pl.lit("talks")).otherwise(pl.col("kind")).alias("group")


def lot(report_id: pl.Expr) -> pl.Expr:
    """A number drawn from a report's id, even over all reports."""
    return report_id.str.head(8).str.to_integer(base=16).cast(pl.Int64).alias("lot")


def keys(reports: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    """Blocking keys without dates.

    Args:
        reports: rid, group, format, level.
        actors: rid, actor ('p:…' a person, 's:…' a side), person (which of the two).

    Returns:
        rid, key: pairs of sides, single persons, and formats with their level.
    """
    told = actors.select("rid", pl.col("actor").cast(pl.String), "person")
    sides = told.filter(~pl.col("person")).drop("person")
    single = told.filter("person").select("rid", key="actor")
    reports = reports.select("rid", pl.col("group", "format", "level").cast(pl.String))
    formats = reports.filter(pl.col("format").is_not_null()).select(
        "rid", key=pl.concat_str(pl.lit("f:"), "format", pl.lit("|"), pl.col("level").fill_null(""))
    )
    loose = reports.filter(pl.col("format").is_not_null()).select("rid", key=pl.concat_str(pl.lit("f:"), "format", pl.lit("|")))
    found = pl.concat([single, _pairs_of(sides, most=6), formats, loose]).unique(maintain_order=True)
    return found.join(reports.select("rid", "group"), on="rid", maintain_order="left").select(
        "rid", key=pl.concat_str("group", pl.lit("/"), "key")
    )


def numbered(found: pl.DataFrame) -> pl.DataFrame:
    """Keys as numbers: rid, key, series (whether it is a format's)."""
    return found.select("rid", key=pl.col("key").hash(), series=pl.col("key").str.contains("/f:", literal=True))


def _pairs_of(actors: pl.DataFrame, most: int) -> pl.DataFrame:
    """Unordered pairs of a report's actors, for reports with at most `most` of them."""
    few = actors.join(actors.group_by("rid").len().filter(pl.col("len") <= most), on="rid", how="semi", maintain_order="left")
    pairs = few.join(few, on="rid", suffix="_other", maintain_order="left")
    return pairs.filter(pl.col("actor") < pl.col("actor_other")).select("rid", key=pl.concat_str("actor", pl.lit("|"), "actor_other"))


def blocks(reports: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """The blocks of reports, a row each: two accounts of one act are in one block, and one of them leads there.

    In a block of days every report leads; in one of a month, a year, or a time of publication only those that give no
    day, so that two of two days don't meet. Blocks that nobody leads are left out.

    Args:
        reports: the columns DATED, in the order of rid, which counts from 0.
        found: rid, key, series: as `numbered` gives them.

    Returns:
        rid, document, lot, key, leads, and block: a number that stands for key and time.
    """
    told = reports.select(pl.col(name).gather(found["rid"]) for name in DATED if name != "rid")
    keyed = pl.concat([found, told], how="horizontal")
    rivals = keyed.join(keyed.filter(pl.col("precision") != "day"), on="key", how="semi").lazy()
    parts = [*_days(keyed.lazy()), *_coarse(rivals), *_around(rivals), _sessions(rivals)]
    return pl.concat(parts).unique(["rid", "block"])


def _block(rows: pl.LazyFrame, sign: str, value: pl.Expr, leads: pl.Expr) -> pl.DataFrame:
    """Rows whose value is known, in blocks that one of them leads."""
    block = pl.struct("key", pl.lit(sign).alias("sign"), value.alias("value")).hash()
    told = rows.filter(value.is_not_null()).select("rid", "document", "lot", "key", leads=leads, block=block)
    placed = told.collect()
    return placed.join(placed.filter("leads"), on="block", how="semi")


def _is(*precisions: str) -> pl.Expr:
    return pl.col("precision").is_in(precisions)


def _days(keyed: pl.LazyFrame) -> list[pl.DataFrame]:
    """The same day, and the day after it: neighbours meet in one bucket."""
    dated = keyed.filter(_is("day"))
    buckets = (pl.col("starts_on").dt.epoch("d") + days for days in (0, 1))
    return [_block(dated, "day", day, pl.lit(value=True)) for day in buckets]


def _coarse(keyed: pl.LazyFrame) -> list[pl.DataFrame]:
    """The month, the year and the day of the year, as far as a date gives them; of an undated account, those it is published in."""
    date, told, anniversary = pl.col("date_edtf").str.head(10), pl.col("published_on"), pl.col("anniversary")
    years = [(_is("day", "month", "year"), date.str.head(4))]
    months = [(_is("day", "month"), date.str.head(7))]
    months += [(_is("none"), (told - pl.duration(days=days)).dt.to_string("%Y-%m")) for days in (0, TOLD_WITHIN)]
    days_of_year = [(_is("day", "yearless"), _day_of_year(anniversary, days)) for days in (0, 1)]
    days_of_year += [(_is("none"), _day_of_year(told, -days)) for days in range(TOLD_WITHIN + 1)]
    leading = (("year", years, ("year",)), ("month", months, ("month", "none")), ("of year", days_of_year, ("yearless", "none")))
    return [_block(_told_at(keyed, when), sign, pl.col("when"), _is(*leads)) for sign, when, leads in leading]


def _told_at(keyed: pl.LazyFrame, when: list[tuple[pl.Expr, pl.Expr]]) -> pl.LazyFrame:
    """Accounts of some precisions with a time of each, `when`."""
    return pl.concat([keyed.filter(has).with_columns(when=value) for has, value in when])


def _day_of_year(day: pl.Expr, days: int) -> pl.Expr:
    then = day + pl.duration(days=days)
    return then.dt.month().cast(pl.Int32) * 100 + then.dt.day()


def _around(keyed: pl.LazyFrame) -> list[pl.DataFrame]:
    """Publication in about the same days, for accounts whose act has no date."""
    window = pl.col("published_on").dt.epoch("d") // NEAR_DAYS
    return [_block(keyed, "around", window + shift, _is("none")) for shift in (0, 1)]


def _sessions(keyed: pl.LazyFrame) -> pl.DataFrame:
    """The place of a format's session, for accounts that tell no date and whose publication is not known."""
    return _block(keyed.filter("series"), "place", pl.col("place_id").cast(pl.String), _is("none"))


def crowds(blocked: pl.DataFrame) -> pl.DataFrame:
    """The blocks with too many pairs: block, key, halvings (how often the share that is compared is halved)."""
    sizes = blocked.group_by("block").agg(pl.col("key").first(), leading=pl.col("leads").sum(), all=pl.len())
    size = (pl.col("leading").cast(pl.Float64) * pl.col("all")).sqrt()
    halvings = (size / CROWD).log(2).ceil().cast(pl.Int32)
    return sizes.filter(size > CROWD).select(pl.col("block").cast(pl.String), "key", halvings=halvings).sort("block")


def candidates(blocked: pl.DataFrame, crowded: pl.DataFrame, wanted: pl.DataFrame) -> pl.DataFrame:
    """Pairs of reports of two documents that share a block in which one of them leads: pair, as `of_pair` tells it apart.

    Args:
        blocked: whole blocks, as `blocks` gives them.
        crowded: the crowds among them.
        wanted: rid; one of each pair is among them.
    """
    masks = crowded.select(pl.col("block").cast(pl.UInt64), mask=pl.lit(2, dtype=pl.Int64).pow("halvings") - 1)
    rows = (
        blocked.drop("key")
        .join(masks, on="block", how="left")
        .with_columns(drawn=(pl.col("lot") & pl.col("mask").fill_null(0)) == 0, wanted=pl.col("rid").is_in(wanted["rid"].implode()))
        .drop("lot", "mask")
    )
    busy = rows.join(rows.filter("wanted"), on="block", how="semi")
    drawn, leads = pl.col("drawn"), pl.col("leads")
    met = (leads & drawn).sum().cast(pl.Int64) * pl.len() + (leads & ~drawn).sum().cast(pl.Int64) * drawn.sum()
    sizes = busy.group_by("block").agg(met=met)
    count: int = sizes.select(pl.col("met").sum()).item() // PAIRS + 1
    some = (busy.filter(pl.col("block") % count == share) for share in range(count))
    return pl.concat([_in_blocks(rows) for rows in some]).unique()


def _in_blocks(rows: pl.DataFrame) -> pl.DataFrame:
    """The pairs of some whole blocks; of those that lead in a large block, some at a time."""
    drawn = rows.filter("drawn")
    met, lead = [], rows.filter("leads").drop("leads")
    for leading, others in ((lead.filter("drawn"), rows), (lead.filter(~pl.col("drawn")), drawn)):
        sizes = leading.select("block").join(others.group_by("block").agg(met=pl.len().cast(pl.Int64)), on="block")
        count: int = sizes.select(pl.col("met").sum()).item() // PAIRS + 1
        met += [_met(leading.filter(pl.col("rid") % count == share), others) for share in range(count)]
    return pl.concat(met).unique()


def _met(left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    """Pairs of a row of the left and one of the right, in the same block."""
    pairs = (
        left.lazy()
        .join(right.lazy(), on="block", suffix="_other")
        .filter((pl.col("document") != pl.col("document_other")) & (pl.col("wanted") | pl.col("wanted_other")))
    )
    return pairs.select(pair=pair(pl.min_horizontal("rid", "rid_other"), pl.max_horizontal("rid", "rid_other"))).unique().collect()


def pair(a: pl.Expr, b: pl.Expr) -> pl.Expr:
    """Two reports as one number, a < b: there may be very many pairs."""
    return a.cast(pl.UInt64) * HALF + b


def of_pair(pair: pl.Expr) -> list[pl.Expr]:
    """The two reports of a pair: a, b."""
    return [(pair // HALF).cast(pl.UInt32).alias("a"), (pair % HALF).cast(pl.UInt32).alias("b")]
