"""Public tables of who and what there is: persons, organisations, countries, places, roles.

Belongs here: things that last beyond one document. Does not: what they did.
"""

from __future__ import annotations

import polars as pl

from warehouse.contracts import fields, vocabulary
from warehouse.contracts.base import Evidenced, Model
from warehouse.contracts.table import Table


class Persons(Model):
    """One human being behind all spellings of the name."""

    person_id: pl.String = fields.identifier("The person")
    name: pl.String = fields.text("Usual English spelling")
    country: pl.String = fields.country("Country that the person speaks for")


class PersonNames(Model):
    """A spelling of a person's name as it was read."""

    person_id: pl.String = fields.identifier("The person")
    name: pl.String = fields.text("The spelling, in its own script")
    language: pl.String = fields.language("Language of the documents that spell it so")
    script: pl.String = fields.shaped("Script of the spelling (ISO 15924)", vocabulary.SCRIPT_PATTERN, nullable=True)
    documents: pl.Int32 = fields.count("Documents with this spelling")


class PersonReports(Evidenced):
    """One document's account of one person in one office, and why it was taken to be that person."""

    document_id: pl.String = fields.identifier("The document")
    person: pl.Int32 = fields.count("Number of the person within the document")
    position: pl.Int32 = fields.count("Number of the account of that person, from 0")
    person_id: pl.String = fields.identifier("The person it was resolved to")
    name: pl.String = fields.text("Name in Latin letters, as the document lets it be known")
    native: pl.String = fields.text("Name as it stands in the document", nullable=True)
    language: pl.String = fields.language("Language of the document")
    script: pl.String = fields.shaped("Script of the name (ISO 15924)", vocabulary.SCRIPT_PATTERN, nullable=True)
    office: pl.String = fields.code("Office that the document gives", vocabulary.OFFICES, nullable=True)
    country: pl.String = fields.country("Country of the office")
    organisation_id: pl.String = fields.slug("Organisation of the office", nullable=True)
    span_start: pl.Int32 = fields.span_start()
    span_end: pl.Int32 = fields.span_end()
    rule: pl.String = fields.rule()
    confidence: pl.Float64 = fields.share("How sure the reading is")
    merge_reason: pl.String = fields.text("Why this is that person")
    merge_score: pl.Float64 = fields.share("How sure the resolution is", nullable=True)


class Organisations(Model):
    """An organisation, process, ministry, outlet or other body."""

    organisation_id: pl.String = fields.slug("Slug of the organisation")
    name: pl.String = fields.text("Usual English name")
    kind: pl.String = fields.code("What kind of body it is", vocabulary.ORGANISATION_KINDS)
    country: pl.String = fields.country("Country that it belongs to; null for international bodies")


class OrganisationNames(Model):
    """A name of an organisation in some language."""

    organisation_id: pl.String = fields.slug("The organisation")
    name: pl.String = fields.text("The name")
    language: pl.String = fields.language("Language of the name")


class Countries(Model):
    """A country."""

    country: pl.String = fields.country("The country", nullable=False)
    name: pl.String = fields.text("English short name")


class Places(Model):
    """A city or site where acts take place."""

    place_id: pl.String = fields.text("The place")
    name: pl.String = fields.text("English name")
    country: pl.String = fields.country("Country it lies in")
    latitude: pl.Float64 = fields.loose("Degrees north, WGS 84", nullable=True)
    longitude: pl.Float64 = fields.loose("Degrees east, WGS 84", nullable=True)


class Roles(Model):
    """An office that documents give to a person, with the span of time in which they do."""

    person_id: pl.String = fields.identifier("The person")
    office: pl.String = fields.code("The office", vocabulary.OFFICES)
    country: pl.String = fields.country("Country of the office")
    organisation_id: pl.String = fields.slug("Organisation of the office", nullable=True)
    first_seen: pl.Date = fields.loose("Earliest date of an event, else publication, with this role", nullable=True)
    last_seen: pl.Date = fields.loose("Latest such date", nullable=True)
    documents: pl.Int32 = fields.count("Documents that give the person this role")


TABLES = (
    Table("persons", ("person_id",), Persons),
    Table("person_names", ("person_id", "name"), PersonNames),
    Table("person_reports", ("document_id", "person", "position"), PersonReports),
    Table("organisations", ("organisation_id",), Organisations),
    Table("organisation_names", ("organisation_id", "name"), OrganisationNames),
    Table("countries", ("country",), Countries),
    Table("places", ("place_id",), Places),
    Table("roles", ("person_id", "office", "country", "organisation_id"), Roles),
)
