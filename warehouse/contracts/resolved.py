"""What resolution keeps for itself between runs: names and accounts to compare with, and which rows no longer hold.

Belongs here: tables of the stage `resolved` that are published nowhere, and what unit the rows of each of its tables
belong to. Does not: how the rows are layered (overlay.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse.contracts import fields
from warehouse.contracts.base import Model
from warehouse.contracts.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

GONE: Final = "gone"
CHANGED: Final = "changed"


class Gone(Model):
    """A unit of which the base's rows no longer hold: the overlay has its present rows, if it has any."""

    unit: pl.String = fields.text("What kind of unit: event, person, document and so on")
    id: pl.String = fields.text("The unit's id")


class Changed(Model):
    """A unit whose rows may differ from those of the state before."""

    unit: pl.String = fields.text("What kind of unit: event, person, document and so on")
    id: pl.String = fields.text("The unit's id")
    since: pl.String = fields.loose("The state before: its commits' names, joined by +; empty before the first")


class Seen(Model):
    """A document that resolution knows of."""

    document_id: pl.String = fields.identifier("The document")
    told: pl.Boolean = fields.loose("Whether its reading counts: it was read, and repeats no other")


class Identities(Model):
    """A name with a country, as documents give it, and the person that it is."""

    identity: pl.String = fields.text("Name and country")
    name: pl.String = fields.text("Usual English spelling of what the documents say")
    country: pl.String = fields.country("Country of the office")
    documents: pl.Int32 = fields.count("Documents that give it")
    english: pl.Int32 = fields.count("Of them in English")
    person_id: pl.String = fields.identifier("The person")
    reason: pl.String = fields.text("Why")
    score: pl.Float64 = fields.share("How alike the person's usual name it is")


class IdentityKeys(Model):
    """A key under which an identity is looked for."""

    identity: pl.String = fields.text("Name and country")
    key: pl.String = fields.text("Skeleton of a name part, or of two")
    country: pl.String = fields.country("Country of the identity")
    full: pl.Boolean = fields.loose("True for more than a surname")


class Alike(Model):
    """Two identities whose names may be one person's; both ways."""

    identity: pl.String = fields.text("Name and country")
    other: pl.String = fields.text("Another identity")
    score: pl.Float64 = fields.share("Likeness")


class ReportKeys(Model):
    """A key under which accounts of one act are looked for."""

    report_id: pl.String = fields.identifier("The account")
    key: pl.String = fields.text("Kind of act with an actor, two sides or a format")


class Ties(Model):
    """Two accounts that are of one act, judged by themselves."""

    a: pl.String = fields.identifier("An account")
    b: pl.String = fields.identifier("Another account")
    score: pl.Float64 = fields.share("How sure")
    reason: pl.String = fields.text("Why")


class Crowds(Model):
    """A block of accounts so large that each is compared with a share of the others."""

    block: pl.String = fields.text("Key and time that its accounts have in common")
    key: pl.String = fields.text("The key alone")
    halvings: pl.Int32 = fields.count("How often the share is halved")


class Slugs(Model):
    """An organisation outside the register that a document names."""

    document_id: pl.String = fields.identifier("The document")
    organisation_id: pl.String = fields.slug("The organisation")


TABLES: Final = (
    Table("seen", ("document_id",), Seen),
    Table("identities", ("identity",), Identities),
    Table("identity_keys", ("identity", "key"), IdentityKeys),
    Table("alike", ("identity", "other"), Alike),
    Table("report_keys", ("report_id", "key"), ReportKeys),
    Table("ties", ("a", "b"), Ties),
    Table("crowds", ("block",), Crowds),
    Table("slugs", ("document_id", "organisation_id"), Slugs),
    Table(GONE, ("unit", "id"), Gone),
    Table(CHANGED, ("unit", "id"), Changed),
)

UNITS: Final[Mapping[str, tuple[str, str]]] = {
    **dict.fromkeys(("seen", "person_map", "slugs"), ("document", "document_id")),
    **dict.fromkeys(("persons", "person_names", "roles"), ("person", "person_id")),
    **dict.fromkeys(("identities", "identity_keys", "alike"), ("identity", "identity")),
    **dict.fromkeys(("events", "event_participants", "event_topics", "conflicts", "event_log"), ("event", "event_id")),
    **dict.fromkeys(("event_map", "report_keys"), ("report", "report_id")),
    **dict.fromkeys(("mandates", "mandate_reports"), ("mandate", "mandate_id")),
    "ties": ("report", "a"),
    "crowds": ("key", "key"),
    "organisations": ("organisation", "organisation_id"),
}
"""The unit that a table's rows stand and fall with, and the column that holds its id. Tables left out never change."""
