"""Judges all that has been parsed: every record accounted for, every document whole and cleanly decoded."""

from typing import Final

import polars as pl

from assets.running.checks import Verdict, judge

FOUND_BY_DOCUMENT: Final = ("title_present", "body_present", "no_replacement_character", "no_mojibake", "page_agrees")


def verdicts(
    files: pl.DataFrame, opened: pl.DataFrame, documents: pl.DataFrame, rejects: pl.DataFrame, faults: pl.DataFrame
) -> tuple[Verdict, ...]:
    """The checks of `parsed_documents`, over the live rows of all its tables.

    Arguments:
        files: readable files of the ledger.
        opened: files that were parsed, with the counts that parsing gave.
        documents, rejects: what came of their records.
        faults: faults of the documents, by check.
    """
    found = {
        "records_accounted": _unaccounted(opened, documents, rejects),
        "files_parsed": files.join(opened, on="file_id", how="anti").select("path"),
        "parsed_without_rejects": rejects.select(rule="reason", file="file_id", record="record", sample="sample"),
        **{check: _of_check(faults, check) for check in FOUND_BY_DOCUMENT},
    }
    looked_at = dict.fromkeys(found, documents.height) | {
        "records_accounted": opened.height,
        "files_parsed": files.height,
        "parsed_without_rejects": documents.height + rejects.height,
    }
    return judge("parsed_documents", found, looked_at)


def disagreeing(faults: pl.DataFrame) -> dict[str, int]:
    """How many pages say different things of themselves, by the part that they say them of."""
    return dict(_of_check(faults, "page_agrees").group_by("rule").len().sort("rule").iter_rows())


def _unaccounted(opened: pl.DataFrame, documents: pl.DataFrame, rejects: pl.DataFrame) -> pl.DataFrame:
    stand = [rows.group_by("file_id").agg(pl.len().alias(name)) for rows, name in ((documents, "document_rows"), (rejects, "reject_rows"))]
    counted = opened.join(stand[0], on="file_id", how="left").join(stand[1], on="file_id", how="left").fill_null(0)
    wrong = (
        (pl.col("records") != pl.col("documents") + pl.col("rejects"))
        | (pl.col("documents") != pl.col("document_rows"))
        | (pl.col("rejects") != pl.col("reject_rows"))
    )
    return counted.filter(wrong)


def _of_check(faults: pl.DataFrame, check: str) -> pl.DataFrame:
    return faults.filter(pl.col("check") == check).select("rule", "document_id", "rows", "detail")
