"""Judges all that has been validated: every document judged, how many fail which rule, volume, repeats."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from assets.running.checks import SAMPLE, Verdict, judge


def rules() -> dict[str, str]:
    """What each rule on single documents asks, by its name."""
    table = tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))
    return {name: entry["what"] for name, entry in table.items()}


def verdicts(
    parsed: pl.DataFrame, documents: pl.DataFrame, rejects: pl.DataFrame, failed: pl.DataFrame, volume: pl.DataFrame
) -> tuple[Verdict, ...]:
    """The checks of `validated_documents`, over all live rows.

    Arguments:
        parsed: documents of the stage before.
        documents, rejects: what validation made of them.
        failed: `rule`, `document_id` of verdicts that are not passed.
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
        "rejected": rejects.select(rule="reason", file_id="file_id", record="record", detail="detail", sample="sample"),
        "volume": volume.filter(~pl.col("passed")),
    }
    looked_at = dict.fromkeys(faults, parsed.height) | {"volume": volume.height}
    return (*judge("validated_documents", faults, looked_at), *_of_rules(failed, documents, parsed.height))


def _of_rules(failed: pl.DataFrame, documents: pl.DataFrame, looked_at: int) -> Iterator[Verdict]:
    """A warning for each rule: documents that break one of severity error are rejects by now and do no harm."""
    titled = failed.join(documents.select("document_id", "title", "outlet"), on="document_id", how="left")
    for name, what in rules().items():
        wrong = titled.filter(pl.col("rule") == name)
        sample = tuple(wrong.head(SAMPLE).drop("rule").to_dicts())
        yield Verdict("validated_documents", name, "warn", what, wrong.height, looked_at, limit=0, sample=sample)


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
