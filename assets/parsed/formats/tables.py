"""Tables of articles: CSV and TSV, and Parquet. An article a row, its parts under the usual names of columns.

Here: rows. Not here: names of columns (web.toml, as for JSON), what is in the text (layout).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from assets.parsed.formats.json_records import page_of_object
from assets.parsed.formats.within import Pages, Within
from assets.parsed.knowledge import Knowledge
from assets.parsed.model import Problem

SIGNS: Final = (",", "\t", ";", "|")
_HEAD: Final = 4_096
_LONGEST: Final = 10_000_000


class CsvReader:
    """Comma, tab, semicolon or bar between columns; the first row names them."""

    media_type = "text/csv"

    def claims(self, text: str, known: Knowledge) -> bool:
        """True where the first line names a column of texts and another part of an article."""
        return _sign(text, known) is not None

    def records(self, text: str, known: Knowledge) -> Pages:
        """Each row; one with another number of cells than there are columns is a problem."""
        sign = _sign(text, known) or SIGNS[0]
        csv.field_size_limit(_LONGEST)
        rows = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=sign)
        empty = True
        try:
            columns = next(rows)
            for row in rows:
                if row:
                    empty = False
                    yield _article(columns, row, known)
        except csv.Error as error:
            empty = False
            yield Problem("broken_csv", f"line {rows.line_num}: {error}")
        if empty:
            yield Problem("empty_document", "a table without rows")


def _article(columns: list[str], row: list[str], known: Knowledge) -> Any:
    if len(row) != len(columns):
        return Problem("broken_csv", f"{len(row)} cells where {len(columns)} columns are", " ".join(row)[:200])
    return page_of_object(dict(zip(columns, row, strict=True)), known)


def _sign(text: str, known: Knowledge) -> str | None:
    """The sign between columns; None where the first line is no head of a table of articles."""
    line = text.lstrip("\ufeff\r\n ")[:_HEAD].partition("\n")[0].strip()
    for sign in SIGNS:
        columns = {name.strip().strip('"').lower().replace("-", "_").replace(" ", "_") for name in line.split(sign)}
        if len(columns) > 1 and _tells_articles(columns, known.fields):
            return sign
    return None


def _tells_articles(columns: set[str], fields: Mapping[str, tuple[str, ...]]) -> bool:
    others = (name for name in fields if name not in ("text", "items"))
    return not columns.isdisjoint(fields["text"]) and any(not columns.isdisjoint(fields[name]) for name in others)


class ParquetReader:
    """A Parquet file."""

    media_type = "application/vnd.apache.parquet"

    def claims(self, content: bytes) -> bool:
        """True for the signature."""
        return content.startswith(b"PAR1")

    def records(self, content: bytes, within: Within) -> Pages:
        """Each row."""
        try:
            rows = pl.read_parquet(io.BytesIO(content))
        except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
            yield Problem("broken_parquet", str(error)[:200])
            return
        if rows.is_empty():
            yield Problem("empty_document", "a table without rows")
        for row in rows.iter_rows(named=True):
            yield page_of_object(row, within.known)
