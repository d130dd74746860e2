"""Plans and does the reading of documents, language by language, then the resolution of the whole corpus.

How a document is read and how persons and events are told apart is not here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import polars as pl

from assets.enriched import checks, faults
from assets.enriched.reading.work import read_batch
from assets.enriched.resolution.resolve import update
from assets.register import overrides, registers
from assets.running import account, batches
from assets.running.account import Account
from assets.running.batches import Batch
from assets.running.workshop import Workshop
from warehouse import overlay
from warehouse.contracts import INTERNAL
from warehouse.ledger import pending
from warehouse.places import Address
from warehouse.segments import Store

READ: Final = "read"
RESOLVED: Final = "resolved"
DOCUMENT: Final = ("document_id", "file_id", "language")


@dataclass(frozen=True, slots=True)
class Task:
    """Valid documents of one language to read."""

    home: Address
    version: str
    language: str
    batch: Batch


def refresh(workshop: Workshop) -> Account:
    """Reads every valid document in a language with a pack, but for exact repeats of another."""
    tasks = _tasks(workshop)
    read_now = sum(len(task.batch.ids) for task in tasks)
    workshop.pool(read_now).run(read, tasks, workshop.tell("readings"))
    documents = workshop.live("validated", "documents", DOCUMENT)
    return _account(workshop, documents, _due(workshop, documents), read_now)


def _tasks(workshop: Workshop) -> list[Task]:
    """What is to be done; the tables that it follows from are gone while it is done."""
    return list(_plan(workshop, waiting(workshop)))


def waiting(workshop: Workshop) -> pl.DataFrame:
    """Documents that should be read and were not under the present rules of their language."""
    due = _due(workshop, workshop.live("validated", "documents", DOCUMENT))
    return pending(due.lazy(), _read(workshop).lazy(), "document_id").collect()


def read(task: Task) -> None:
    """Reads one batch and commits all that was found, with the faults that the checks count."""
    documents = task.batch.load()
    tables = read_batch(documents, task.language)
    tables["readings"] = tables["readings"].with_columns(version=pl.lit(task.version))
    tables["faults"] = faults.find(documents, tables)
    Store(task.home).commit(READ, task.version, tables)


def resolve_corpus(workshop: Workshop) -> Account:
    """Finds who and what stands behind all live readings, as far as any of them has come or gone."""
    documents = _told(workshop)
    readings = {name: workshop.store.scan(READ, name, workshop.versions.by_stage()[READ]) for name in INTERNAL[READ]}
    changed = resolve(workshop.store, workshop.versions.resolved, readings, documents)
    workshop.tell(RESOLVED)(1, 1)
    return _resolved_account(workshop, documents.filter("told"), changed)


def resolve(store: Store, version: str, readings: Mapping[str, pl.LazyFrame], documents: pl.DataFrame) -> int:
    """Brings the resolved tables up to the given documents.

    Arguments:
        store: where the tables are kept.
        version: the rules version.
        readings: the tables of the stage `read`.
        documents: document_id, language, outlet, published_on and told of all live documents.

    Returns:
        How many documents may have other rows than before.
    """
    before = {name: store.scan(RESOLVED, name, version) for name in INTERNAL[RESOLVED]}
    store.temp.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=store.temp, prefix="resolved-") as folder:
        change = update(before, readings, documents, registers.load, overrides.load(), Path(folder))
        if change.units:
            overlay.put(store, RESOLVED, version, change.tables, change.units)
    return len(change.units.get("document", ()))


def _due(workshop: Workshop, documents: pl.DataFrame) -> pl.DataFrame:
    """Documents to be read: in a language with a pack, and no exact repeat."""
    repeats = workshop.store.scan("duplicates", "duplicates", workshop.versions.duplicates)
    prints = workshop.store.scan("validated", "fingerprints", workshop.versions.validated).select("document_id", "body_sha256")
    exact = (
        repeats.join(prints, on="document_id")
        .join(prints, left_on="same_as", right_on="document_id", suffix="_original")
        .filter(pl.col("body_sha256") == pl.col("body_sha256_original"))
        .select("document_id")
        .collect()
    )
    readable = documents.filter(pl.col("language").is_in(list(workshop.versions.read)))
    return readable.join(exact, on="document_id", how="anti", maintain_order="left")


def _read(workshop: Workshop) -> pl.DataFrame:
    versions_in_force = workshop.versions.by_stage()[READ]
    return workshop.store.scan(READ, "readings", versions_in_force).select("document_id", "version").collect()


def _plan(workshop: Workshop, todo: pl.DataFrame) -> Iterator[Task]:
    """One batch holds one language: a worker compiles a language once, and a new pack re-reads its own alone."""
    for (language,), rows in todo.sort("language").group_by("language", maintain_order=True):
        version = workshop.versions.read[str(language)]
        for batch in batches.split(rows, "document_id", workshop.bounds.documents):
            yield Task(workshop.stores, version, str(language), batch)


def _told(workshop: Workshop) -> pl.DataFrame:
    """All live documents, with `told`: whether they were read and are no repeat of another."""
    documents = workshop.live("validated", "documents", (*DOCUMENT, "outlet", "published_on")).drop(batches.SEGMENT)
    counts = _read(workshop).join(_due(workshop, documents), on="document_id", how="semi")
    return documents.with_columns(told=pl.col("document_id").is_in(counts["document_id"].implode()))


def _kept(workshop: Workshop, done: pl.DataFrame, table: str) -> pl.LazyFrame:
    """A table of the readings, rows of the given documents alone."""
    rows = workshop.store.scan(READ, table, workshop.versions.by_stage()[READ])
    return rows.join(done.lazy().select("document_id"), on="document_id", how="semi", maintain_order="left")


def _account(workshop: Workshop, documents: pl.DataFrame, due: pl.DataFrame, read_now: int) -> Account:
    done = _read(workshop).join(due, on="document_id", how="semi")
    tables = ("mentions", *(name for name in INTERNAL[READ] if name not in ("mentions", "faults")))
    rows = {name: _height(_kept(workshop, done, name)) for name in tables}
    reports = _kept(workshop, done, "reports").select("kind", "status", "date_edtf", "country", "format", "main", "rule").collect()
    kinds = reports.group_by("kind").agg(pl.len().alias("rows")).sort("rows", "kind", descending=[True, False])
    faults_found = _kept(workshop, done, "faults").collect()
    return Account(
        rows=rows,
        changed=read_now,
        by_language=account.languages(due.join(done, on="document_id", how="semi")),
        preview=reports.filter("main"),
        chart=(kinds, "kind", "rows", "Reports by kind of act"),
        verdicts=checks.verdicts_on_reading(documents, due, done, faults_found, rows, workshop.versions.read),
    )


def _resolved_account(workshop: Workshop, done: pl.DataFrame, changed: int) -> Account:
    version = workshop.versions.resolved
    tables = ("events", *(name for name in INTERNAL[RESOLVED] if name != "events"))
    rows = {name: _height(workshop.store.scan(RESOLVED, name, version)) for name in tables}
    judged = ("events", "event_participants", "person_map", "event_map", "persons")
    resolved = {name: workshop.store.scan(RESOLVED, name, version).collect() for name in judged}
    readings = {
        name: _kept(workshop, done, name).select("document_id", number).collect()
        for name, number in (("reports", "report"), ("people", "person"))
    }
    events = resolved["events"].sort("documents", "event_id", descending=[True, False])
    return Account(
        rows=rows,
        changed=changed,
        preview=events.select("title", "kind", "status", "date_edtf", "documents"),
        chart=(_months(events), "month", "events", "Events by month"),
        verdicts=checks.verdicts_on_resolution(readings, resolved),
    )


def _height(rows: pl.LazyFrame) -> int:
    return int(rows.select(pl.len()).collect().item())


def _months(events: pl.DataFrame, most: int = 24) -> pl.DataFrame:
    """Events by the month in which they begin; the last two years that have any."""
    month = pl.col("starts_on").dt.strftime("%Y-%m").alias("month")
    return events.drop_nulls("starts_on").group_by(month).agg(pl.len().alias("events")).sort("month").tail(most)
