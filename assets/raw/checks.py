"""Judges what has landed. Only the ledger's live rows count: a file that was mended is no fault any more."""

from typing import Final

import polars as pl

from assets.running.checks import Verdict, judge

# Endings of the files that the next stage opens; a name without an ending is looked into as well.
ENDINGS: Final = (
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "xml", "rss", "atom", "json", "jsonl", "ndjson", "csv", "tsv", "parquet",
    "warc", "wacz", "eml", "mbox", "pdf", "docx", "zip", "tar", "tgz",
)  # fmt: skip
PACKED: Final = ("gz", "zst", "bz2", "xz")


def verdicts(files: pl.DataFrame, rejects: pl.DataFrame) -> tuple[Verdict, ...]:
    """The checks of `raw_files`.

    Arguments:
        files: live rows of the ledger.
        rejects: files that could not be taken in, also ones that have been replaced since.
    """
    standing = rejects.join(files.select("file_id"), on="file_id", how="semi")
    too_large = standing["reason"] == "too_large"
    faults = {
        "readable": _named(standing.filter(~too_large)),
        "not_empty": files.filter(pl.col("bytes") == 0).select("path"),
        "size_limit": _named(standing.filter(too_large)),
        "media_type": _unknown(files),
    }
    return judge("raw_files", faults, dict.fromkeys(faults, files.height))


def _named(rejects: pl.DataFrame) -> pl.DataFrame:
    return rejects.select(rule="reason", path="sample", detail="detail")


def _unknown(files: pl.DataFrame) -> pl.DataFrame:
    name = pl.col("path").str.split("/").list.last().str.to_lowercase()
    plain = name.str.replace(rf"\.({'|'.join(PACKED)})$", "")
    ending = plain.str.extract(r"\.([^.]+)$")
    return files.filter(ending.is_not_null() & ~ending.is_in(ENDINGS)).select(rule=ending, path="path")
