"""Kinds of columns that recur in many tables: ids, spans, codes, dates, each with its check and wording.

Belongs here: one function a kind of column. Does not: whole tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandera.polars as pa

from warehouse.contracts import vocabulary as words

if TYPE_CHECKING:
    from collections.abc import Sequence

# pandera types its fields as Any, because the annotation beside each of them says what the column holds.


def text(description: str, *, nullable: bool = False) -> Any:
    """Free text; an empty string is never an answer: unknown is null."""
    return pa.Field(str_length={"min_value": 1}, nullable=nullable, description=description)


def loose(description: str, *, nullable: bool = False) -> Any:
    """Any value of the column's type."""
    return pa.Field(nullable=nullable, description=description)


def identifier(description: str, *, nullable: bool = False) -> Any:
    """A stable id: 16 lower-case hexadecimal digits."""
    return pa.Field(str_matches=words.ID_PATTERN, nullable=nullable, description=description)


def code(description: str, allowed: Sequence[str], *, nullable: bool = False) -> Any:
    """One of a closed list of codes."""
    return pa.Field(isin=list(allowed), nullable=nullable, description=description)


def slug(description: str, *, nullable: bool = False) -> Any:
    """A register's slug: lower-case words joined by hyphens."""
    return pa.Field(str_matches=words.SLUG_PATTERN, nullable=nullable, description=description)


def shaped(description: str, pattern: str, *, nullable: bool = False) -> Any:
    """Text of a standard's form, given by its regular expression."""
    return pa.Field(str_matches=pattern, nullable=nullable, description=description)


def country(description: str, *, nullable: bool = True) -> Any:
    """An ISO 3166-1 alpha-2 code."""
    return shaped(f"{description} (ISO 3166-1 alpha-2)", words.COUNTRY_PATTERN, nullable=nullable)


def language(description: str, *, nullable: bool = True) -> Any:
    """A BCP 47 tag."""
    return shaped(f"{description} (BCP 47)", words.LANGUAGE_PATTERN, nullable=nullable)


def edtf(description: str, *, nullable: bool = True) -> Any:
    """A date as precise as the text is, in EDTF."""
    return shaped(f"{description} (EDTF)", words.EDTF_PATTERN, nullable=nullable)


def rule() -> Any:
    """The rule that made the row."""
    return text("Id of the rule that made this row, so that a wrong row leads to one line of a pack or register")


def count(description: str, *, nullable: bool = False) -> Any:
    """A number of things, zero or more."""
    return pa.Field(ge=0, nullable=nullable, description=description)


def share(description: str, *, nullable: bool = False) -> Any:
    """A fraction between 0 and 1."""
    return pa.Field(in_range={"min_value": 0, "max_value": 1}, nullable=nullable, description=description)


def span_start(*, nullable: bool = False) -> Any:
    """Where the evidence starts."""
    return count("First code point of the evidence in documents.body, from 0", nullable=nullable)


def span_end(*, nullable: bool = False) -> Any:
    """Where the evidence ends."""
    return pa.Field(ge=1, nullable=nullable, description="Code point after the evidence's last one in documents.body")
