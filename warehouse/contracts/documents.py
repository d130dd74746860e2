"""Public tables of documents and of what stands in them, word for word.

Belongs here: texts, who they cite, what they mention and quote. Does not: acts and roles made of these.
"""

from __future__ import annotations

import polars as pl

from warehouse.contracts import fields, vocabulary
from warehouse.contracts.base import Evidenced, Model
from warehouse.contracts.table import Table


class Documents(Model):
    """A published text: one article, statement or post."""

    document_id: pl.String = fields.identifier("The document's id, from its file and record")
    file_id: pl.String = fields.identifier("The file it stands in")
    record: pl.Int32 = fields.count("Position in its file, from 0")
    url: pl.String = fields.text("Where it was published", nullable=True)
    outlet: pl.String = fields.slug("Slug of the outlet that published it", nullable=True)
    language: pl.String = fields.language("Language of the body, und where it cannot be told", nullable=False)
    title: pl.String = fields.text("Headline", nullable=True)
    body: pl.String = fields.text("The text: headline first, then paragraphs, with an empty line between them")
    published_edtf: pl.String = fields.edtf("Date of publication as far as it is stated")
    published_on: pl.Date = fields.loose("Date of publication where day, month and year are known", nullable=True)
    modified_edtf: pl.String = fields.edtf("Date of the last change as far as the file states it")
    author: pl.String = fields.text("Who wrote it, as the file states it", nullable=True)
    words: pl.Int32 = fields.count("Words in the body")
    same_as: pl.String = fields.identifier("The document that this one repeats, exactly or nearly", nullable=True)
    similarity: pl.Float64 = fields.share("How alike the two are; 1 for an exact repeat", nullable=True)


class Attributions(Evidenced):
    """A source that a document speaks for: its outlet at position 0, then each source cited, outermost first."""

    document_id: pl.String = fields.identifier("The document")
    position: pl.Int32 = fields.count("Place in the chain of sources, from 0")
    source: pl.String = fields.slug("Slug of the source")
    span_start: pl.Int32 = fields.span_start(nullable=True)
    span_end: pl.Int32 = fields.span_end(nullable=True)
    rule: pl.String = fields.rule()


class Mentions(Evidenced):
    """A place in the text that names something, whether or not it is known what."""

    document_id: pl.String = fields.identifier("The document")
    span_start: pl.Int32 = fields.span_start()
    span_end: pl.Int32 = fields.span_end()
    kind: pl.String = fields.code("What kind of thing is named", vocabulary.MENTION_KINDS)
    text: pl.String = fields.text("The words themselves")
    entity_id: pl.String = fields.text(
        "What is named: person_id, organisation_id, place_id, country, office code, or the EDTF value of a date",
        nullable=True,
    )
    rule: pl.String = fields.rule()


class Quotes(Evidenced):
    """Words that a document puts in somebody's mouth."""

    document_id: pl.String = fields.identifier("The document")
    span_start: pl.Int32 = fields.span_start()
    span_end: pl.Int32 = fields.span_end()
    person_id: pl.String = fields.identifier("Who speaks, where it is a known person", nullable=True)
    organisation_id: pl.String = fields.slug("The organisation that speaks, where it does", nullable=True)
    direct: pl.Boolean = fields.loose("True inside quotation marks, false for reported speech")
    verb: pl.String = fields.text("The verb of saying, as it stands", nullable=True)
    rule: pl.String = fields.rule()


TABLES = (
    Table("documents", ("document_id",), Documents),
    Table("attributions", ("document_id", "position"), Attributions),
    Table("mentions", ("document_id", "span_start", "span_end", "kind"), Mentions),
    Table("quotes", ("document_id", "span_start", "span_end"), Quotes),
)
