"""The stage as a function of frames: files with their bytes in; parsed files, documents and rejects out.

Here: frames. Not here: parsing (parse), storing.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Callable

    from assets.parsed.model import ParsedFile

PARSED_FILES = {
    "file_id": pl.String, "media_type": pl.String, "encoding": pl.String, "records": pl.Int32, "documents": pl.Int32, "rejects": pl.Int32,
}  # fmt: skip
DOCUMENTS = {
    "document_id": pl.String, "file_id": pl.String, "record": pl.Int32, "url": pl.String, "outlet": pl.String, "language": pl.String,
    "title": pl.String, "body": pl.String, "published_edtf": pl.String, "published_on": pl.Date, "modified_edtf": pl.String,
    "author": pl.String, "words": pl.Int32,
}  # fmt: skip
REJECTS = {"file_id": pl.String, "record": pl.Int32, "stage": pl.String, "reason": pl.String, "detail": pl.String, "sample": pl.String}

DOUBTS = {"document_id": pl.String, "part": pl.String, "detail": pl.String}


def work(files: pl.DataFrame, parse: Callable[[str, str, bytes], ParsedFile]) -> dict[str, pl.DataFrame]:
    """Parse files.

    Args:
        files: file_id, path, content (binary).
        parse: gives what is in a file, from its id, its path and its bytes.

    Returns:
        `parsed_files`, one row a file; `documents`; `rejects`; `doubts`, of what a page says
        different things. Of every file, records = documents + rejects.
    """
    parsed_files: list[dict[str, Any]] = []
    documents: list[dict[str, Any]] = []
    rejects: list[dict[str, Any]] = []
    doubts: list[dict[str, Any]] = []
    for file_id, path, content in files.select("file_id", "path", "content").iter_rows():
        parsed = parse(file_id, path, content)
        parsed_files.append(
            {
                "file_id": file_id,
                "media_type": parsed.media_type,
                "encoding": parsed.encoding,
                "records": parsed.records,
                "documents": len(parsed.documents),
                "rejects": len(parsed.rejects),
            }
        )
        documents += map(asdict, parsed.documents)
        rejects += [asdict(reject) | {"stage": "parsed"} for reject in parsed.rejects]
        doubts += map(asdict, parsed.doubts)
    return {
        "parsed_files": pl.DataFrame(parsed_files, PARSED_FILES),
        "documents": pl.DataFrame(documents, DOCUMENTS),
        "rejects": pl.DataFrame(rejects, REJECTS),
        "doubts": pl.DataFrame(doubts, DOUBTS),
    }
