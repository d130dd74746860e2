"""Contracts of the segments that stages hand to one another.

Belongs here: tables that no analyst sees. Does not: the public tables, and how a stage fills these.
In them `person` and `report` are numbers within one document; resolution maps them to lasting ids.
"""

from __future__ import annotations

from typing import Annotated

import polars as pl

from warehouse.contracts import fields, vocabulary
from warehouse.contracts.base import Evidenced, Model
from warehouse.contracts.documents import Attributions
from warehouse.contracts.table import Table


class RawFiles(Model):
    """A content that a file had when it was found; the newest row of a landing place and path is the live one."""

    file_id: pl.String = fields.identifier("The file's id, from its path and content")
    path: pl.String = fields.text("Path below the landing place, with / between folders")
    landing: pl.String = fields.text("Name of the landing place")
    bytes: pl.Int64 = fields.count("Size in bytes")
    mtime_ns: pl.Int64 = fields.loose("Time of modification in nanoseconds since 1970, as the file system gives it")
    sha256: pl.String = fields.shaped("SHA-256 of the content", vocabulary.SHA256_PATTERN, nullable=True)
    media_type: pl.String = fields.text("Media type where intake can tell", nullable=True)
    intake: pl.String = fields.code("How it was found: new, changed content, or restored content", vocabulary.INTAKES)
    first_seen_at: Annotated[pl.Datetime, "us", "UTC"] = fields.loose("When this content was found, UTC")
    pack: pl.String = fields.text("Archive pack that holds the bytes", nullable=True)


class ParsedFiles(Model):
    """A file that was opened, with its records counted."""

    file_id: pl.String = fields.identifier("The file")
    media_type: pl.String = fields.text("Media type by content", nullable=True)
    encoding: pl.String = fields.text("Character encoding it was decoded with", nullable=True)
    records: pl.Int32 = fields.count("Records found")
    documents: pl.Int32 = fields.count("Records that were parsed into documents")
    rejects: pl.Int32 = fields.count("Records that were not")


class SegmentDocuments(Model):
    """A document as it goes from stage to stage."""

    document_id: pl.String = fields.identifier("The document")
    file_id: pl.String = fields.identifier("The file it stands in")
    record: pl.Int32 = fields.count("Position in its file, from 0")
    url: pl.String = fields.loose("Where it was published", nullable=True)
    outlet: pl.String = fields.loose("Slug of the outlet that published it", nullable=True)
    language: pl.String = fields.loose("Language of the body (BCP 47)", nullable=True)
    title: pl.String = fields.loose("Headline", nullable=True)
    body: pl.String = fields.loose("The text: headline first, then paragraphs")
    published_edtf: pl.String = fields.edtf("Date of publication as far as it is stated")
    published_on: pl.Date = fields.loose("Date of publication where it is complete", nullable=True)
    modified_edtf: pl.String = fields.edtf("Date of the last change as far as the file states it")
    author: pl.String = fields.loose("Who wrote it, as the file states it", nullable=True)
    words: pl.Int32 = fields.count("Words in the body")


class Faults(Model):
    """How one document breaks one of its stage's checks; nothing is rejected for it."""

    document_id: pl.String = fields.identifier("The document")
    check: pl.String = fields.text("The check that it breaks")
    rule: pl.String = fields.text("What is wrong, in a word that groups such faults")
    rows: pl.Int32 = fields.count("How often it is broken in this document")
    detail: pl.String = fields.loose("The first case", nullable=True)


class Verdicts(Model):
    """What one rule says of one document."""

    document_id: pl.String = fields.identifier("The document")
    file_id: pl.String = fields.identifier("The file it stands in")
    rule: pl.String = fields.text("The rule")
    severity: pl.String = fields.code("error makes a reject, warn does not", vocabulary.SEVERITIES)
    passed: pl.Boolean = fields.loose("True when the document keeps the rule")


class Fingerprints(Model):
    """What repeats are found by."""

    document_id: pl.String = fields.identifier("The document")
    body_sha256: pl.String = fields.shaped("SHA-256 of the body: equal for exact repeats", vocabulary.SHA256_PATTERN)
    minhash: pl.Binary = fields.loose("MinHash signature of the body: alike for near repeats", nullable=True)


class Duplicates(Model):
    """A document that repeats an earlier one."""

    document_id: pl.String = fields.identifier("The repeat")
    same_as: pl.String = fields.identifier("The document that it repeats")
    similarity: pl.Float64 = fields.share("How alike the two are")


class Readings(Model):
    """A document that has been read."""

    document_id: pl.String = fields.identifier("The document")
    language: pl.String = fields.language("Language it was read in", nullable=False)
    version: pl.String = fields.text("Rules version it was read under")


class ReadMentions(Evidenced):
    """A place in the text that names something."""

    document_id: pl.String = fields.identifier("The document")
    span_start: pl.Int32 = fields.span_start()
    span_end: pl.Int32 = fields.span_end()
    kind: pl.String = fields.code("What kind of thing is named", vocabulary.MENTION_KINDS)
    text: pl.String = fields.text("The words themselves")
    entity_id: pl.String = fields.text("What is named, where the text alone says so", nullable=True)
    person: pl.Int32 = fields.count("Number of the person in the document", nullable=True)
    rule: pl.String = fields.rule()


class ReadPeople(Evidenced):
    """A person in a document, once for every office that the document gives."""

    document_id: pl.String = fields.identifier("The document")
    person: pl.Int32 = fields.count("Number of the person in the document")
    name: pl.String = fields.text("Usual English spelling")
    native: pl.String = fields.text("Fullest form as written", nullable=True)
    language: pl.String = fields.language("Language of the document")
    script: pl.String = fields.shaped("Script of the name (ISO 15924)", vocabulary.SCRIPT_PATTERN, nullable=True)
    office: pl.String = fields.code("Office", vocabulary.OFFICES, nullable=True)
    country: pl.String = fields.country("Country of the office")
    organisation_id: pl.String = fields.slug("Organisation of the office", nullable=True)
    span_start: pl.Int32 = fields.span_start()
    span_end: pl.Int32 = fields.span_end()
    rule: pl.String = fields.rule()
    confidence: pl.Float64 = fields.share("How sure the reading is")


class ReadQuotes(Evidenced):
    """Words that a document puts in somebody's mouth."""

    document_id: pl.String = fields.identifier("The document")
    span_start: pl.Int32 = fields.span_start()
    span_end: pl.Int32 = fields.span_end()
    person: pl.Int32 = fields.count("Number of the speaker in the document", nullable=True)
    organisation_id: pl.String = fields.slug("Organisation that speaks", nullable=True)
    direct: pl.Boolean = fields.loose("True inside quotation marks")
    verb: pl.String = fields.loose("The verb of saying, as it stands", nullable=True)
    rule: pl.String = fields.rule()


class ReadReports(Evidenced):
    """One document's account of one act."""

    document_id: pl.String = fields.identifier("The document")
    report: pl.Int32 = fields.count("Number of the account in the document")
    kind: pl.String = fields.code("What kind of act", vocabulary.EVENT_KINDS)
    status: pl.String = fields.code("Held, planned or cancelled", vocabulary.STATUSES)
    date_edtf: pl.String = fields.edtf("Date of the act")
    starts_on: pl.Date = fields.loose("First day; null where open", nullable=True)
    ends_on: pl.Date = fields.loose("Last day; null where open", nullable=True)
    date_basis: pl.String = fields.code("How the date is known", vocabulary.DATE_BASES, nullable=True)
    place_id: pl.String = fields.text("City or site", nullable=True)
    country: pl.String = fields.country("Where it takes place")
    venue: pl.String = fields.text("Building or site, as it stands", nullable=True)
    format: pl.String = fields.slug("Organisation or process whose meeting it is", nullable=True)
    ordinal: pl.Int32 = fields.count("Its number in the series", nullable=True)
    level: pl.String = fields.code("Level of the participants", vocabulary.LEVELS, nullable=True)
    host: pl.String = fields.text("Who hosts it, where a hosting word says so", nullable=True)
    main: pl.Boolean = fields.loose("True for what the document is about")
    confidence: pl.Float64 = fields.share("How sure the reading is")
    span_start: pl.Int32 = fields.span_start()
    span_end: pl.Int32 = fields.span_end()
    rule: pl.String = fields.rule()


class ReadParticipants(Evidenced):
    """A side or person in one account."""

    document_id: pl.String = fields.identifier("The document")
    report: pl.Int32 = fields.count("Number of the account in the document")
    position: pl.Int32 = fields.count("Order in the account, from 0")
    person: pl.Int32 = fields.count("Number of the person in the document", nullable=True)
    country: pl.String = fields.country("Side that the person or delegation speaks for")
    organisation_id: pl.String = fields.slug("Organisation that it speaks for", nullable=True)
    office: pl.String = fields.code("Office", vocabulary.OFFICES, nullable=True)
    capacity: pl.String = fields.code("Part that it plays", vocabulary.CAPACITIES)
    span_start: pl.Int32 = fields.span_start(nullable=True)
    span_end: pl.Int32 = fields.span_end(nullable=True)


class ReadTopics(Model):
    """A topic of one account."""

    document_id: pl.String = fields.identifier("The document")
    report: pl.Int32 = fields.count("Number of the account in the document")
    topic: pl.String = fields.code("The topic", vocabulary.TOPICS)


class ReadMandates(Evidenced):
    """A standing role that a document states."""

    document_id: pl.String = fields.identifier("The document")
    holder_country: pl.String = fields.country("Country that holds it")
    holder_organisation: pl.String = fields.slug("Organisation that holds it", nullable=True)
    person: pl.Int32 = fields.count("Number of the person that holds it", nullable=True)
    organisation_id: pl.String = fields.slug("Organisation or process in which it is held")
    role: pl.String = fields.code("The role", vocabulary.MANDATE_ROLES)
    period_edtf: pl.String = fields.edtf("When it is held")
    starts_on: pl.Date = fields.loose("First day; null where open", nullable=True)
    ends_on: pl.Date = fields.loose("Last day; null where open", nullable=True)
    span_start: pl.Int32 = fields.span_start()
    span_end: pl.Int32 = fields.span_end()
    rule: pl.String = fields.rule()


class PersonMap(Model):
    """Which lasting person a person in a document is."""

    document_id: pl.String = fields.identifier("The document")
    person: pl.Int32 = fields.count("Number of the person in the document")
    person_id: pl.String = fields.identifier("The person")
    reason: pl.String = fields.text("Why")
    score: pl.Float64 = fields.share("How sure", nullable=True)
    identity: pl.String = fields.text("Name and country that the document gives", nullable=True)
    english: pl.Boolean = fields.loose("Whether the document is in English", nullable=True)


class EventMap(Model):
    """Which event a document's account belongs to."""

    document_id: pl.String = fields.identifier("The document")
    report: pl.Int32 = fields.count("Number of the account in the document")
    report_id: pl.String = fields.identifier("The lasting id of the account")
    event_id: pl.String = fields.identifier("The event")
    reason: pl.String = fields.text("Why")
    score: pl.Float64 = fields.share("How sure", nullable=True)


FAULTS = Table("faults", ("document_id", "check", "rule"), Faults)
READ_TABLES = (
    Table("readings", ("document_id",), Readings),
    Table("mentions", ("document_id", "span_start", "span_end", "kind"), ReadMentions),
    Table("people", (), ReadPeople),
    Table("attributions", ("document_id", "position"), Attributions),
    Table("quotes", ("document_id", "span_start", "span_end"), ReadQuotes),
    Table("reports", ("document_id", "report"), ReadReports),
    Table("participants", ("document_id", "report", "position"), ReadParticipants),
    Table("topics", ("document_id", "report", "topic"), ReadTopics),
    Table("mandates", (), ReadMandates),
    FAULTS,
)
MAPS = (
    Table("person_map", ("document_id", "person"), PersonMap),
    Table("event_map", ("document_id", "report"), EventMap),
)
