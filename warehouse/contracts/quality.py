"""Public tables about the work itself: files, rejects, checks.

Belongs here: what was taken in and how it went. Does not: what the documents say.
"""

from __future__ import annotations

from typing import Annotated

import polars as pl

from warehouse.contracts import fields, vocabulary
from warehouse.contracts.base import Model
from warehouse.contracts.table import Table


class Files(Model):
    """A raw file in its newest version; its records are all accounted for: records = documents + rejects."""

    file_id: pl.String = fields.identifier("The file's id, from its path and content")
    path: pl.String = fields.text("Path below the landing place, with / between folders")
    bytes: pl.Int64 = fields.count("Size in bytes")
    media_type: pl.String = fields.text("Media type by the file's content; null until it is opened", nullable=True)
    encoding: pl.String = fields.text("Character encoding it was decoded with; null where none applies", nullable=True)
    intake: pl.String = fields.code("How it was found: new, changed content, or restored content", vocabulary.INTAKES)
    first_seen_at: Annotated[pl.Datetime, "us", "UTC"] = fields.loose("When this content was first seen, UTC")
    records: pl.Int32 = fields.count("Records found in the file")
    documents: pl.Int32 = fields.count("Records that became documents")
    rejects: pl.Int32 = fields.count("Records that did not")


class Rejects(Model):
    """A record that did not become a document, and why."""

    file_id: pl.String = fields.identifier("The file it stands in")
    record: pl.Int32 = fields.count("Position in the file, from 0; 0 for a file that could not be opened")
    stage: pl.String = fields.code("The stage that turned it down", vocabulary.STAGES)
    reason: pl.String = fields.shaped("Code of the reason: the name of the broken rule", vocabulary.CODE_PATTERN)
    detail: pl.String = fields.loose("The reason in words", nullable=True)
    sample: pl.String = fields.loose("The beginning of the record, to recognise it", nullable=True)


class Checks(Model):
    """One verdict of one check in one run."""

    run_id: pl.String = fields.text("The run that judged")
    asset: pl.String = fields.text("The asset that was judged; `warehouse` for checks across tables")
    check: pl.String = fields.text("The check's name")
    checked_at: Annotated[pl.Datetime, "us", "UTC"] = fields.loose("When the verdict was reached, UTC")
    severity: pl.String = fields.code("error blocks publication, warn does not", vocabulary.SEVERITIES)
    passed: pl.Boolean = fields.loose("True when no row was wrong")
    failed_rows: pl.Int64 = fields.count("How many rows were wrong")
    metadata: pl.String = fields.loose("What the check asks and a sample of wrong rows, as JSON", nullable=True)


TABLES = (
    Table("files", ("file_id",), Files),
    Table("rejects", ("file_id", "record", "stage"), Rejects),
    Table("checks", ("run_id", "asset", "check"), Checks),
)
