"""Tables of articles: CSV and TSV, and Parquet. An article a row, its parts under the usual names of columns.

Here: rows. Not here: names of columns (web.toml, as for JSON), what is in the text (layout).
"""

from __future__ import annotations

import csv
import io
from typing import Final

import polars as pl

from assets.parsed.formats.json_records import key_of, page_of_object
from assets.parsed.formats.within import NO_TEXT, Fields, Opened, Pages, Within
from assets.parsed.model import Page, Problem

SIGNS: Final = (",", "\t", ";", "|")
LEAST_COLUMNS: Final = 3
MOST_WORDS: Final = 3
"""Of a column's name: a line of three short parts, above lines of as many parts each, is the head of a table and no headline."""
_HEAD: Final = 4_096
csv.field_size_limit(10_000_000)


class CsvReader:
    """Comma, tab, semicolon or bar between columns; the first row names them."""

    media_type = "text/csv"

    def records(self, text: str, fields: Fields) -> Pages | None:
        """The rows, where the first line names a column of texts and another part of an article."""
        sign = _sign(text, fields)
        if sign is None:
            columns = _unknown(text)
            return iter([Problem("unknown_columns", f"none is told to be the text: {', '.join(columns)}"[:400])]) if columns else None
        return self._rows(text, sign, fields)

    def _rows(self, text: str, sign: str, fields: Fields) -> Pages:
        """Each row; one with another number of cells than there are columns is a problem."""
        rows = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=sign)
        empty = True
        try:
            columns = next(rows)
            for row in rows:
                if row:
                    empty = False
                    yield _article(columns, row, fields)
        except csv.Error as error:
            empty = False
            yield Problem("broken_csv", f"line {rows.line_num}: {error}")
        if empty:
            yield Problem("empty_document", "a table without rows")


def _article(columns: list[str], row: list[str], fields: Fields) -> Page | Problem:
    if len(row) != len(columns):
        return Problem("broken_csv", f"{len(row)} cells where {len(columns)} columns are", " ".join(row)[:200])
    return page_of_object(dict(zip(columns, row, strict=True)), fields)


def _sign(text: str, fields: Fields) -> str | None:
    """The sign between columns; None where the first line is no head of a table of articles."""
    line = text.lstrip("\ufeff\r\n ")[:_HEAD].partition("\n")[0].strip()
    for sign in SIGNS:
        columns = {key_of(name.strip().strip('"')) for name in line.split(sign)}
        if len(columns) > 1 and _tells_articles(columns, fields):
            return sign
    return None


def _unknown(text: str) -> list[str] | None:
    """The columns of a table that names them as nobody has told; None for what is no table."""
    line = text.lstrip("\ufeff")[:_HEAD].partition("\n")[0]
    for sign in SIGNS:
        columns = [name.strip().strip('"') for name in line.split(sign)]
        if len(columns) < LEAST_COLUMNS or any(not 0 < len(name.split()) <= MOST_WORDS for name in columns):
            continue
        try:
            cells = {len(row) for row in csv.reader(io.StringIO(text.strip("\ufeff\n\r")), delimiter=sign)}
        except csv.Error:
            continue
        if cells == {len(columns)} and text.strip().count("\n"):
            return columns
    return None


def _tells_articles(columns: set[str], fields: Fields) -> bool:
    named = {part: not columns.isdisjoint(map(key_of, names)) for part, names in fields.items() if part != "items"}
    return named.pop("text") and any(named.values())


class ParquetReader:
    """A Parquet file."""

    def open(self, content: bytes, within: Within) -> Opened | None:
        """The table, for the signature."""
        return Opened("application/vnd.apache.parquet", NO_TEXT, self._rows(content, within)) if content.startswith(b"PAR1") else None

    def _rows(self, content: bytes, within: Within) -> Pages:
        """Each row."""
        try:
            rows = pl.read_parquet(io.BytesIO(content))
        except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
            yield Problem("broken_parquet", str(error)[:200])
            return
        if rows.is_empty():
            yield Problem("empty_document", "a table without rows")
        for row in rows.iter_rows(named=True):
            yield page_of_object(row, within.fields)
