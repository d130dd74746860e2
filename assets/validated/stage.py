"""Plans and does the validation of documents, then the search for repeats over the whole corpus.

The rules themselves are not here.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from assets.languages import packs
from assets.running import account, batches, versions
from assets.running.account import Account
from assets.running.batches import Batch
from assets.running.workshop import Workshop
from assets.validated import checks
from assets.validated.duplicates import duplicates
from assets.validated.rules import Rules, work
from assets.validated.volume import volume
from warehouse.ledger import pending
from warehouse.places import Address
from warehouse.segments import Store

STAGE: Final = "validated"
RECORD: Final = ("file_id", "record")
SHOWN: Final = ("document_id", "file_id", "record", "language", "outlet", "published_on", "title")


@dataclass(frozen=True, slots=True)
class Task:
    """Parsed documents to judge as of one day."""

    home: Address
    version: str
    today: date
    batch: Batch


def refresh(workshop: Workshop) -> Account:
    """Judges every live document that has no verdict yet."""
    tasks = _tasks(workshop)
    judged = sum(len(task.batch.ids) for task in tasks)
    workshop.pool(judged).run(validate, tasks, workshop.tell("validated_documents"))
    return _account(workshop, _parsed(workshop), judged)


def _tasks(workshop: Workshop) -> list[Task]:
    """What is to be done; the tables that it follows from are gone while it is done."""
    return [
        Task(workshop.stores, workshop.versions.validated, workshop.started.date(), batch)
        for batch in batches.split(waiting(workshop), "document_id", workshop.bounds.documents)
    ]


def waiting(workshop: Workshop) -> pl.DataFrame:
    """Live parsed documents without a verdict under the present rules."""
    return pending(_parsed(workshop).lazy(), _judged(workshop).lazy(), RECORD).collect()


def _parsed(workshop: Workshop) -> pl.DataFrame:
    return workshop.live("parsed", "documents", ("document_id", *RECORD))


def validate(task: Task) -> None:
    """Judges one batch and commits good documents, rejects, verdicts and fingerprints."""
    rules = Rules.of({code: packs.load(code) for code in packs.codes()}, task.today)
    Store(task.home).commit(STAGE, task.version, work(task.batch.load(), rules))


def find_repeats(workshop: Workshop) -> Account:
    """Marks the documents that repeat an earlier one, exactly or nearly."""
    documents = workshop.live(STAGE, "documents", ("document_id", "file_id", "published_on", "title", "language"))
    key = versions.digest(workshop.versions.duplicates, versions.of_ids(documents["document_id"]))
    fresh = not workshop.stands("duplicates", key)
    if fresh:
        prints = workshop.store.scan(STAGE, "fingerprints", workshop.versions.validated)
        candidates = documents.lazy().select("document_id", "published_on").join(prints, on="document_id")
        workshop.put("duplicates", key, {"duplicates": duplicates(candidates.collect())})
    workshop.tell("duplicates")(1, 1)
    found = workshop.store.scan("duplicates", "duplicates", workshop.versions.duplicates).collect()
    titles = documents.select("document_id", "title")
    shown = found.join(titles, on="document_id").join(titles, left_on="same_as", right_on="document_id", suffix=" repeated")
    return Account(
        rows={"duplicates": found.height},
        changed=documents.height if fresh else 0,
        preview=shown.select("similarity", "title", "title repeated"),
        verdicts=checks.verdicts_on_repeats(documents, found),
    )


def _judged(workshop: Workshop) -> pl.DataFrame:
    scans = [workshop.store.scan(STAGE, table, workshop.versions.validated) for table in ("documents", "rejects")]
    return pl.concat([scan.select(RECORD) for scan in scans]).unique().collect()


def _account(workshop: Workshop, parsed: pl.DataFrame, judged: int) -> Account:
    documents = workshop.live(STAGE, "documents", SHOWN)
    rejects = workshop.live(STAGE, "rejects", (*RECORD, "reason", "detail", "sample"))
    verdicts = workshop.store.scan(STAGE, "verdicts", workshop.versions.validated)
    failed = verdicts.filter(~pl.col("passed")).join(parsed.lazy(), on="document_id", how="semi").collect()
    spoken = account.languages(documents)
    return Account(
        rows={"documents": documents.height, "rejects": rejects.height},
        changed=judged,
        by_language=spoken,
        preview=documents.select("language", "outlet", "published_on", "title"),
        chart=(spoken, "language", "rows", "Valid documents by language"),
        followed={account.REJECTS: account.counts(rejects, "reason")},
        verdicts=checks.verdicts(
            parsed, documents, rejects, failed.select("rule", "document_id"), volume(documents, workshop.started.date())
        ),
    )
