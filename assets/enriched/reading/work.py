"""The reading as a unit of work: a frame of documents of one language in, frames of rows out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from multiprocessing import parent_process
from typing import Final

import polars as pl

from assets.enriched.reading.homes import home_of
from assets.enriched.reading.model import Document
from assets.enriched.reading.reader import Reader, reader
from assets.enriched.reading.rows import frames

AT_ONCE: Final = 250
"""Documents of which the rows stand as objects, which take many times the memory of columns."""


def read_batch(documents: pl.DataFrame, language: str) -> dict[str, pl.DataFrame]:
    """Read documents of one language.

    Args:
        documents: document_id, title, body, outlet, published_edtf.
        language: BCP 47 code of a pack.

    Returns:
        One frame a table of the stage `read`.
    """
    engine = _engine(language)
    parts = [frames(map(engine.read, _documents(part, language))) for part in documents.iter_slices(AT_ONCE)] or [frames(())]
    return {name: pl.concat([part[name] for part in parts], rechunk=True) for name in parts[0]}


@lru_cache(maxsize=1)
def _engine(language: str) -> Reader:
    """The reader of a language; a worker has one at a time, since its work comes language by language and each takes some 50 MiB."""
    if parent_process() is not None:
        reader.cache_clear()
    return reader(language)


def _documents(rows: pl.DataFrame, language: str) -> Iterator[Document]:
    for row in rows.select("document_id", "title", "body", "outlet", "published_edtf").iter_rows(named=True):
        yield Document(
            document_id=row["document_id"],
            language=language,
            title=row["title"] or "",
            body=row["body"],
            outlet=row["outlet"],
            home=home_of(row["outlet"]),
            published=row["published_edtf"],
        )
