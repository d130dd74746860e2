"""Public tables of what happened: reports, the events they agree on, and standing mandates.

Belongs here: acts, their sides, topics, conflicts, history. Does not: the words that tell of them.
"""

from __future__ import annotations

from typing import Annotated

import polars as pl

from warehouse.contracts import fields, vocabulary
from warehouse.contracts.base import Evidenced, Model
from warehouse.contracts.table import Table


class Reports(Evidenced):
    """One document's account of one act."""

    report_id: pl.String = fields.identifier("The report")
    document_id: pl.String = fields.identifier("The document that tells of it")
    event_id: pl.String = fields.identifier("The event that this account belongs to")
    kind: pl.String = fields.code("What kind of act", vocabulary.EVENT_KINDS)
    status: pl.String = fields.code("Held, planned or cancelled, at the time of writing", vocabulary.STATUSES)
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
    host: pl.String = fields.text("Who hosts it, where a hosting word says so: country or organisation", nullable=True)
    main: pl.Boolean = fields.loose("True for what the document is about, false for background")
    confidence: pl.Float64 = fields.share("How sure the reading is")
    span_start: pl.Int32 = fields.span_start()
    span_end: pl.Int32 = fields.span_end()
    rule: pl.String = fields.rule()
    merge_reason: pl.String = fields.text("Why it belongs to that event")
    merge_score: pl.Float64 = fields.share("How sure the resolution is", nullable=True)


class ReportParticipants(Evidenced):
    """A side or person in one report."""

    report_id: pl.String = fields.identifier("The report")
    position: pl.Int32 = fields.count("Order in the report, from 0")
    person_id: pl.String = fields.identifier("The person; null for a side without one", nullable=True)
    country: pl.String = fields.country("Side that the person or delegation speaks for")
    organisation_id: pl.String = fields.slug("Organisation that it speaks for", nullable=True)
    office: pl.String = fields.code("Office that the report gives", vocabulary.OFFICES, nullable=True)
    capacity: pl.String = fields.code("Part that it plays", vocabulary.CAPACITIES)
    span_start: pl.Int32 = fields.span_start(nullable=True)
    span_end: pl.Int32 = fields.span_end(nullable=True)


class ReportTopics(Model):
    """A topic of one report."""

    report_id: pl.String = fields.identifier("The report")
    topic: pl.String = fields.code("The topic", vocabulary.TOPICS)


class Events(Model):
    """What all reports of one act agree on."""

    event_id: pl.String = fields.identifier("The event")
    title: pl.String = fields.text("A short English line made of kind, sides, place and date")
    kind: pl.String = fields.code("What kind of act", vocabulary.EVENT_KINDS)
    status: pl.String = fields.code("Its latest known status", vocabulary.STATUSES)
    date_edtf: pl.String = fields.edtf("Date of the act")
    starts_on: pl.Date = fields.loose("First day; null where open", nullable=True)
    ends_on: pl.Date = fields.loose("Last day; null where open", nullable=True)
    place_id: pl.String = fields.text("City or site", nullable=True)
    country: pl.String = fields.country("Where it takes place")
    venue: pl.String = fields.text("Building or site", nullable=True)
    format: pl.String = fields.slug("Organisation or process whose meeting it is", nullable=True)
    ordinal: pl.Int32 = fields.count("Its number in the series", nullable=True)
    level: pl.String = fields.code("Level of the participants", vocabulary.LEVELS, nullable=True)
    host: pl.String = fields.text("Who hosts it: country or organisation", nullable=True)
    documents: pl.Int32 = fields.count("Documents that report it")
    languages: pl.Int32 = fields.count("Languages it is reported in")
    outlets: pl.Int32 = fields.count("Outlets that report it")
    first_published: pl.Date = fields.loose("Earliest publication among its reports", nullable=True)
    confidence: pl.Float64 = fields.share("How sure the event is")
    plover: pl.String = fields.shaped("Event code of PLOVER", vocabulary.PLOVER_PATTERN, nullable=True)
    cameo: pl.String = fields.shaped("Event code of CAMEO", vocabulary.CAMEO_PATTERN, nullable=True)


class EventParticipants(Model):
    """A side or person in an event."""

    event_id: pl.String = fields.identifier("The event")
    position: pl.Int32 = fields.count("Order in the event, from 0")
    person_id: pl.String = fields.identifier("The person; null for a side without one", nullable=True)
    country: pl.String = fields.country("Side that the person or delegation speaks for")
    organisation_id: pl.String = fields.slug("Organisation that it speaks for", nullable=True)
    office: pl.String = fields.code("Office that reports give", vocabulary.OFFICES, nullable=True)
    capacity: pl.String = fields.code("Part that it plays", vocabulary.CAPACITIES)
    documents: pl.Int32 = fields.count("Documents that name this participant")


class EventTopics(Model):
    """A topic of an event."""

    event_id: pl.String = fields.identifier("The event")
    topic: pl.String = fields.code("The topic", vocabulary.TOPICS)
    documents: pl.Int32 = fields.count("Documents that give it")


class Conflicts(Model):
    """One of several values that sources give for the same field of one event."""

    event_id: pl.String = fields.identifier("The event")
    field: pl.String = fields.text("Column of events on which sources disagree")
    value: pl.String = fields.text("One of the values")
    documents: Annotated[pl.List, pl.String()] = fields.loose("document_id of each document that says so")


class EventLog(Model):
    """What was known of an event on a day: planned, moved, held, cancelled."""

    event_id: pl.String = fields.identifier("The event")
    seen_on: pl.Date = fields.loose("Day on which this was published")
    status: pl.String = fields.code("The status then", vocabulary.STATUSES)
    date_edtf: pl.String = fields.edtf("The date then given")
    document_id: pl.String = fields.identifier("A document that says so")


class Mandates(Model):
    """A standing role in an organisation or process: who holds it, and when."""

    mandate_id: pl.String = fields.identifier("The mandate")
    holder_country: pl.String = fields.country("Country that holds it")
    holder_organisation: pl.String = fields.slug("Organisation that holds it", nullable=True)
    holder_person: pl.String = fields.identifier("Person that holds it", nullable=True)
    organisation_id: pl.String = fields.slug("Organisation or process in which it is held")
    role: pl.String = fields.code("The role", vocabulary.MANDATE_ROLES)
    period_edtf: pl.String = fields.edtf("When it is held")
    starts_on: pl.Date = fields.loose("First day; null where open", nullable=True)
    ends_on: pl.Date = fields.loose("Last day; null where open", nullable=True)
    documents: pl.Int32 = fields.count("Documents that state it")


class MandateReports(Evidenced):
    """A document that states a mandate."""

    mandate_id: pl.String = fields.identifier("The mandate")
    document_id: pl.String = fields.identifier("The document")
    span_start: pl.Int32 = fields.span_start()
    span_end: pl.Int32 = fields.span_end()
    rule: pl.String = fields.rule()


TABLES = (
    Table("reports", ("report_id",), Reports),
    Table("report_participants", ("report_id", "position"), ReportParticipants),
    Table("report_topics", ("report_id", "topic"), ReportTopics),
    Table("events", ("event_id",), Events),
    Table("event_participants", ("event_id", "position"), EventParticipants),
    Table("event_topics", ("event_id", "topic"), EventTopics),
    Table("conflicts", ("event_id", "field", "value"), Conflicts),
    Table("event_log", ("event_id", "seen_on"), EventLog),
    Table("mandates", ("mandate_id",), Mandates),
    Table("mandate_reports", ("mandate_id", "document_id"), MandateReports),
)
