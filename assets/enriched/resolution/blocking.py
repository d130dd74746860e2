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
TALKS: Final = ("meeting", "consultations", "conference")
"""Kinds that different writers use for one act."""
DATED: Final = ("rid", "document_id", "starts_on", "precision", "date_edtf", "anniversary", "published_on", "place_id", "lot")


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
        actors: rid, actor ('p:…' a person, 's:…' a side).

    Returns:
        rid, key: pairs of sides, single persons, and formats with their level.
    """
    persons = actors.filter(pl.col("actor").str.starts_with("p:"))
    sides = actors.filter(pl.col("actor").str.starts_with("s:"))
    single = persons.select("rid", key="actor")
    formats = reports.filter(pl.col("format").is_not_null()).select(
        "rid", key=pl.concat_str(pl.lit("f:"), "format", pl.lit("|"), pl.col("level").fill_null(""))
    )
    loose = reports.filter(pl.col("format").is_not_null()).select("rid", key=pl.concat_str(pl.lit("f:"), "format", pl.lit("|")))
    found = pl.concat([single, _pairs_of(sides, most=6), formats, loose]).unique(maintain_order=True)
    return found.join(reports.select("rid", "group"), on="rid", maintain_order="left").select(
        "rid", key=pl.concat_str("group", pl.lit("/"), "key")
    )


def _pairs_of(actors: pl.DataFrame, most: int) -> pl.DataFrame:
    """Unordered pairs of a report's actors, for reports with at most `most` of them."""
    few = actors.join(actors.group_by("rid").len().filter(pl.col("len") <= most), on="rid", how="semi", maintain_order="left")
    pairs = few.join(few, on="rid", suffix="_other", maintain_order="left")
    return pairs.filter(pl.col("actor") < pl.col("actor_other")).select("rid", key=pl.concat_str("actor", pl.lit("|"), "actor_other"))


def blocks(reports: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """The blocks of reports, a row each: two accounts of one act are in one block, and one of them leads there.

    In a block of days every report leads; in one of a month, a year, or a time of publication only those that have no
    day do, so that two of two days don't meet.

    Args:
        reports: the columns DATED.
        found: rid, key.

    Returns:
        rid, document_id, lot, key, block, leads.
    """
    keyed = found.join(reports.select(DATED), on="rid")
    dated = keyed.filter(pl.col("precision") == "day").with_columns(leads=pl.lit(value=True))
    loose = keyed.with_columns(leads=pl.col("precision") != "day")
    rivals = loose.join(loose.filter("leads"), on="key", how="semi")
    parts = [_bucket(dated, day) for day in (0, 1)] + _coarse(rivals) + [_around(rivals, shift) for shift in (0, 1)] + [_sessions(rivals)]
    return pl.concat(parts).unique(["rid", "block"])


def _block(rows: pl.DataFrame, sign: str, value: pl.Expr) -> pl.DataFrame:
    block = pl.concat_str("key", pl.lit(sign), value.cast(pl.String))
    return rows.select("rid", "document_id", "lot", "key", "leads", block=block)


def _bucket(dated: pl.DataFrame, days: int) -> pl.DataFrame:
    """The same day, and the day after it: neighbours meet in one bucket."""
    return _block(dated, "@", (pl.col("starts_on") + pl.duration(days=days)).dt.to_string("%Y-%m-%d"))


def _coarse(keyed: pl.DataFrame) -> list[pl.DataFrame]:
    """The month, the year and the day of the year, as far as a date gives them; of an undated account, those it is published in."""
    date = pl.col("date_edtf").str.head(10)
    parts = [
        (("day", "month"), date.str.head(7)),
        (("day", "month", "year"), date.str.head(4)),
        *((("day", "yearless"), _day_of_year(pl.col("anniversary"), days)) for days in (0, 1)),
        *((("none",), (pl.col("published_on") - pl.duration(days=days)).dt.to_string("%Y-%m")) for days in (0, TOLD_WITHIN)),
        *((("none",), _day_of_year(pl.col("published_on"), -days)) for days in range(TOLD_WITHIN + 1)),
    ]
    return [_block(keyed.filter(pl.col("precision").is_in(has) & value.is_not_null()), "@", value) for has, value in parts]


def _day_of_year(day: pl.Expr, days: int) -> pl.Expr:
    return (day + pl.duration(days=days)).dt.to_string("-%m-%d")


def _around(keyed: pl.DataFrame, shift: int) -> pl.DataFrame:
    """Publication in about the same days, for accounts whose act has no date."""
    rows = keyed.filter(pl.col("published_on").is_not_null())
    return _block(rows, "~", pl.col("published_on").dt.epoch("d") // NEAR_DAYS + shift)


def _sessions(keyed: pl.DataFrame) -> pl.DataFrame:
    """The place of a format's session, for accounts that tell no date and whose publication is not known."""
    return _block(keyed.filter(pl.col("key").str.contains("/f:", literal=True) & pl.col("place_id").is_not_null()), "#", pl.col("place_id"))


def crowds(blocked: pl.DataFrame) -> pl.DataFrame:
    """The blocks with too many pairs: block, key, halvings (how often the share that is compared is halved)."""
    sizes = blocked.group_by("block").agg(pl.col("key").first(), leading=pl.col("leads").sum(), all=pl.len())
    size = (pl.col("leading") * pl.col("all")).cast(pl.Float64).sqrt()
    halvings = (size / CROWD).log(2).ceil().cast(pl.Int32)
    return sizes.filter(size > CROWD).select("block", "key", halvings=halvings).sort("block")


def candidates(blocked: pl.DataFrame, crowded: pl.DataFrame, wanted: pl.DataFrame) -> pl.DataFrame:
    """Pairs (a, b) of reports, a < b, of two documents, that share a block in which one of them leads.

    Args:
        blocked: whole blocks, as `blocks` gives them.
        crowded: the crowds among them.
        wanted: rid; one of each pair is among them.
    """
    mask = (pl.lit(2, dtype=pl.Int64).pow(pl.col("halvings").fill_null(0)) - 1).cast(pl.Int64)
    rows = blocked.join(crowded.select("block", "halvings"), on="block", how="left").with_columns(
        drawn=(pl.col("lot") & mask) == 0, wanted=pl.col("rid").is_in(wanted["rid"].implode())
    )
    busy = rows.join(rows.filter("wanted"), on="block", how="semi")
    parts = [
        _met(busy.filter(pl.col("wanted") & pl.col("leads")), busy),
        _met(busy.filter("leads"), busy.filter("wanted")),
    ]
    return pl.concat(parts).unique().sort("a", "b")


def _met(left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    """Pairs of a row of the left and one of the right; in a crowd, one of them is drawn."""
    parts = [(left.filter("drawn"), right), (left.filter(~pl.col("drawn")), right.filter("drawn"))]
    pairs = pl.concat([one.join(other, on="block", suffix="_other") for one, other in parts]).filter(
        (pl.col("rid") != pl.col("rid_other")) & (pl.col("document_id") != pl.col("document_id_other"))
    )
    return pairs.select(a=pl.min_horizontal("rid", "rid_other"), b=pl.max_horizontal("rid", "rid_other")).unique()
