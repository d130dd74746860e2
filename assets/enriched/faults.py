"""What is wrong with the reading of a batch, found when it is committed: one row a document, check and kind of fault.

A fault removes nothing; it is counted by the asset checks of the same name. Resolution is judged in checks.py.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

import polars as pl

from assets.enriched.resolution import catalog
from assets.register import registers

SCHEMA: Final = pl.Schema(
    {
        "document_id": pl.String(),
        "check": pl.String(),
        "rule": pl.String(),
        "rows": pl.Int32(),
        "detail": pl.String(),
    }
)
SPANNED: Final = ("mentions", "people", "attributions", "quotes", "reports", "participants", "mandates")
PARTICIPANT: Final = ("document_id", "report", "person", "country", "organisation_id", "capacity")
COUNTRY_COLUMNS: Final = (
    ("people", "country"),
    ("reports", "country"),
    ("participants", "country"),
    ("mandates", "holder_country"),
)


def find(documents: pl.DataFrame, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The faults of one batch of readings.

    Arguments:
        documents: `document_id`, `body`, `published_on` of the documents that were read.
        tables: what was read in them, by table of the stage `read`.
    """
    texts = documents.select("document_id", "body", "published_on", letters=pl.col("body").str.len_chars())
    cases = pl.concat([*_spans(texts, tables), *_ids(tables), *_reports(texts, tables["reports"]), _twice(tables)])
    grouped = cases.group_by("document_id", "check", "rule", maintain_order=True)
    return grouped.agg(pl.len().alias("rows"), pl.col("detail").first()).select(list(SCHEMA)).cast(SCHEMA)


def _case(rows: pl.DataFrame, check: str, rule: str | pl.Expr, detail: pl.Expr) -> pl.DataFrame:
    named = pl.lit(rule) if isinstance(rule, str) else rule
    return rows.select("document_id", check=pl.lit(check), rule=named.cast(pl.String), detail=detail.cast(pl.String))


def _spans(texts: pl.DataFrame, tables: Mapping[str, pl.DataFrame]) -> Iterator[pl.DataFrame]:
    start, end = pl.col("span_start"), pl.col("span_end")
    place = pl.format("{}–{} of {}", start, end, "letters")
    for name in SPANNED:
        rows = tables[name].join(texts, on="document_id", how="left")
        outside = (start < 0) | (end <= start) | (end > pl.col("letters"))
        yield _case(rows.filter(outside | pl.col("letters").is_null()), "spans_inside_body", name, place)
    mentions = tables["mentions"].join(texts, on="document_id")
    shown = pl.col("body").str.slice(start, end - start)
    yield _case(mentions.filter(shown != pl.col("text")), "spans_show_text", pl.col("kind"), pl.col("text"))


def _ids(tables: Mapping[str, pl.DataFrame]) -> Iterator[pl.DataFrame]:
    countries, places = _known()
    for name, column in COUNTRY_COLUMNS:
        unknown = tables[name].filter(pl.col(column).is_not_null() & ~pl.col(column).is_in(countries))
        yield _case(unknown, "ids_known", f"{name}.{column}", pl.col(column))
    mentions = tables["mentions"]
    for kind, known in (("country", countries), ("place", places)):
        unknown = mentions.filter((pl.col("kind") == kind) & ~pl.col("entity_id").is_in(known))
        yield _case(unknown, "ids_known", f"mentions.{kind}", pl.col("entity_id"))
    unknown = tables["reports"].filter(pl.col("place_id").is_not_null() & ~pl.col("place_id").is_in(places))
    yield _case(unknown, "ids_known", "reports.place_id", pl.col("place_id"))


@cache
def _known() -> tuple[list[str], list[str]]:
    """Ids of the register's countries and places."""
    register = registers.load()
    return (
        [row["country"] for row in catalog.countries(register)],
        [row["place_id"] for row in catalog.places(register)],
    )


def _reports(texts: pl.DataFrame, reports: pl.DataFrame) -> Iterator[pl.DataFrame]:
    backwards = reports.filter(pl.col("starts_on") > pl.col("ends_on"))
    yield _case(backwards, "dates_possible", pl.col("kind"), pl.col("date_edtf"))
    dated = reports.join(texts, on="document_id")
    early = (pl.col("status") == "held") & (pl.col("starts_on") > pl.col("published_on"))
    yield _case(dated.filter(early), "held_before_published", pl.col("kind"), pl.col("date_edtf"))


def _twice(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    rows = tables["participants"].select(PARTICIPANT)
    repeated = rows.filter(rows.is_duplicated()).unique(maintain_order=True)
    who = pl.concat_str("country", "organisation_id", "person", separator=" ", ignore_nulls=True)
    return _case(repeated, "participant_once", pl.col("capacity"), who)
