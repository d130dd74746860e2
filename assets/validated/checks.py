"""Judges all that has been validated: every document judged, how many fail which rule, volume, repeats."""

from collections.abc import Mapping

import polars as pl

from assets.checks import Verdict, judge


def verdicts(
    parsed: pl.DataFrame,
    documents: pl.DataFrame,
    rejects: pl.DataFrame,
    failed: Mapping[str, pl.DataFrame],
    volume: pl.DataFrame,
) -> tuple[Verdict, ...]:
    """The checks of `validated_documents`, over all live rows.

    Arguments:
        parsed: documents of the stage before.
        documents, rejects: what validation made of them.
        failed: failed verdicts on documents, by severity.
        volume: documents of each outlet today against what is usual, with `passed`.
    """
    record = ["file_id", "record"]
    judged = pl.concat([documents.select(record), rejects.select(record)])
    faults = {
        "documents_judged": pl.concat(
            [
                parsed.join(judged, on=record, how="anti").select(*record, rule=pl.lit("not judged")),
                judged.filter(judged.is_duplicated()).select(*record, rule=pl.lit("judged twice")),
                judged.join(parsed, on=record, how="anti").select(*record, rule=pl.lit("not parsed")),
            ]
        ),
        "rules": rejects.select(rule="reason", file_id="file_id", record="record", detail="detail", sample="sample"),
        "warnings": failed["warn"].select("rule", "document_id"),
        "volume": volume.filter(~pl.col("passed")),
    }
    looked_at = dict.fromkeys(faults, parsed.height) | {"volume": volume.height}
    return judge("validated_documents", faults, looked_at)


def verdicts_on_repeats(documents: pl.DataFrame, repeats: pl.DataFrame) -> tuple[Verdict, ...]:
    """The checks of `duplicates`.

    Arguments:
        documents: all valid documents.
        repeats: `document_id` and the document that it is the same as.
    """
    ids = documents["document_id"].implode()
    wrong = ~pl.col("same_as").is_in(ids) | ~pl.col("document_id").is_in(ids) | pl.col("same_as").is_in(repeats["document_id"].implode())
    faults = {"references": repeats.filter(wrong), "share": repeats}
    return judge("duplicates", faults, dict.fromkeys(faults, documents.height))
