"""What is wrong with parsed documents, found when they are committed: one row a document and kind of fault.

A fault rejects nothing; it is counted by the asset checks of the same name.
"""

from typing import Final

import polars as pl

from assets.text import mojibake

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
CONTEXT: Final = 20

SCHEMA: Final = pl.Schema(
    {
        "document_id": pl.String(),
        "check": pl.String(),
        "rule": pl.String(),
        "rows": pl.Int32(),
        "detail": pl.String(),
    }
)


def find(documents: pl.DataFrame, doubts: pl.DataFrame) -> pl.DataFrame:
    """The faults of documents: `document_id`, `check`, `rule`, `rows` (how often), `detail` (the first case).

    Args:
        documents: what was parsed.
        doubts: document_id, part, detail: of what a page says different things.
    """
    found = [_of_pages(doubts)]
    found += [_missing(documents, column) for column in ("title", "body")]
    for column in ("title", "body"):
        found.append(_matches(documents, column, "no_replacement_character", REPLACEMENT))
        found.append(_matches(documents, column, "no_mojibake", mojibake.PATTERN))
    return pl.concat(found).cast(SCHEMA)


def _of_pages(doubts: pl.DataFrame) -> pl.DataFrame:
    parts = doubts.group_by("document_id", "part", maintain_order=True).agg(rows=pl.len().cast(pl.Int32), detail=pl.col("detail").first())
    return parts.select("document_id", check=pl.lit("page_agrees"), rule="part", rows="rows", detail="detail")


def _missing(documents: pl.DataFrame, column: str) -> pl.DataFrame:
    empty = pl.col(column).fill_null("").str.strip_chars() == ""
    return documents.filter(empty).select(
        "document_id",
        check=pl.lit(f"{column}_present"),
        rule=pl.lit(column),
        rows=pl.lit(1, pl.Int32),
        detail=pl.lit(None, pl.String),
    )


def _matches(documents: pl.DataFrame, column: str, check: str, pattern: str) -> pl.DataFrame:
    text = pl.col(column).fill_null("")
    return documents.filter(text.str.contains(pattern)).select(
        "document_id",
        check=pl.lit(check),
        rule=pl.lit(column),
        rows=text.str.count_matches(pattern).cast(pl.Int32),
        detail=text.str.extract(rf"(.{{0,{CONTEXT}}}(?:{pattern}).{{0,{CONTEXT}}})"),
    )
