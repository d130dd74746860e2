"""Plans and does the parsing of files that have no committed output under the present rules.

A batch is a part of one archive pack: a worker opens it, parses, and commits. How a file is parsed is not here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import polars as pl

from assets.parsed import checks, faults
from assets.parsed.guard import Guard
from assets.parsed.loading import load
from assets.parsed.parse import Way
from assets.parsed.work import work
from assets.running import account
from assets.running.account import Account
from assets.running.workshop import Workshop
from warehouse.archive import Archive
from warehouse.ledger import pending
from warehouse.places import Address
from warehouse.segments import Store

STAGE: Final = "parsed"


@dataclass(frozen=True, slots=True)
class Task:
    """Files of one archive pack: `file_id`, `path` and `sha256` of each, a part of the plan's own table, and how they are parsed."""

    home: Address
    version: str
    pack: str
    files: pl.DataFrame
    way: Way


def refresh(workshop: Workshop) -> Account:
    """Parses every readable live file that was not parsed yet."""
    parsed = _work(workshop)
    return _account(workshop, _readable(workshop).select("file_id", "path"), parsed)


def _work(workshop: Workshop) -> int:
    """Parses what waits, and tells how many files that were; the plan is gone when the account is made."""
    todo = waiting(workshop).select("file_id", "path", "sha256", "pack", "bytes")
    tasks = list(_plan(workshop, todo))
    workshop.pool(_documents(todo)).run(parse, tasks, workshop.tell("parsed_documents"))
    return todo.height


def waiting(workshop: Workshop) -> pl.DataFrame:
    """Readable live files without output under the present rules."""
    done = workshop.store.scan(STAGE, "parsed_files", workshop.versions.parsed).select("file_id")
    return pending(_readable(workshop).lazy(), done, "file_id").collect()


def _readable(workshop: Workshop) -> pl.DataFrame:
    return workshop.files().drop_nulls("pack").unique("file_id", keep="first", maintain_order=True)


def parse(task: Task) -> None:
    """Parses one batch and commits what came of it."""
    contents = Archive(task.home).read(task.pack, set(task.files["sha256"]))
    content = pl.Series("content", [contents[sha256] for sha256 in task.files["sha256"]], pl.Binary)
    files = task.files.select("file_id", "path", content)
    tables = work(files, _guard(task.way).parse)
    found = faults.find(tables["documents"], tables.pop("doubts"))
    Store(task.home).commit(STAGE, task.version, {**tables, "faults": found})


@cache
def _guard(way: Way) -> Guard:
    """One a worker: its other process lasts as long as the worker does."""
    return Guard(load(), way)


def _documents(todo: pl.DataFrame) -> int:
    """About how many there are: one large file of many records is as much work as many small ones."""
    typical_document = 3_000
    return max(todo.height, int(todo["bytes"].sum()) // typical_document)


def _plan(workshop: Workshop, todo: pl.DataFrame) -> Iterator[Task]:
    way = Way(workshop.bounds.file, workshop.columns)
    for (pack,), files in todo.sort("pack", "file_id").group_by("pack", maintain_order=True):
        for part in _parts(files, workshop.bounds.documents, workshop.bounds.bytes):
            yield Task(workshop.stores, workshop.versions.parsed, str(pack), part.select("file_id", "path", "sha256"), way)


def _parts(files: pl.DataFrame, most_files: int, most_bytes: int) -> Iterator[pl.DataFrame]:
    """Runs of files within the bounds on number and bytes."""
    part = (files["bytes"].cum_sum() - 1) // most_bytes
    for _, group in files.group_by(part.alias("part"), maintain_order=True):
        yield from group.iter_slices(most_files)


def _account(workshop: Workshop, files: pl.DataFrame, parsed: int) -> Account:
    store, version = workshop.store, workshop.versions.parsed
    live = files.select("file_id")
    tables = {
        name: store.scan(STAGE, name, version).join(live.lazy(), on="file_id", how="semi", maintain_order="left")
        for name in ("parsed_files", "rejects")
    }
    opened, rejects = (tables[name].collect() for name in ("parsed_files", "rejects"))
    documents = workshop.live(STAGE, "documents", ("document_id", "file_id", "language", "title", "outlet", "published_edtf"))
    wrong = store.scan(STAGE, "faults", version).collect().join(documents, on="document_id", how="semi")
    spoken = account.languages(documents)
    return Account(
        rows={"documents": documents.height, "parsed_files": opened.height, "rejects": rejects.height},
        changed=parsed,
        by_language=spoken,
        preview=documents.select("language", "outlet", "published_edtf", "title"),
        chart=(spoken, "language", "rows", "Documents by language"),
        followed={account.REJECTS: account.counts(rejects, "reason")},
        notes={f"pages that disagree on {part}": count for part, count in checks.disagreeing(wrong).items()},
        verdicts=checks.verdicts(files, opened, documents, rejects, wrong),
    )
