"""What the parts of the reading hand to one another. No rules here.

All offsets in this package count characters of the folded body; `Sheet.span` turns them into offsets of
the body itself when rows are written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["country", "organisation", "place", "date", "office", "person", "word"]


@dataclass(frozen=True, slots=True)
class Document:
    """A valid document, as the reading wants it. `published` is EDTF or None; `home` is the outlet's country."""

    document_id: str
    language: str
    title: str
    body: str
    outlet: str | None = None
    home: str | None = None
    published: str | None = None


@dataclass(slots=True)
class Mention:
    """Something named in the text.

    value: ISO code, organisation slug, place id, EDTF date, office code, or None for a person.
    form: how it is named (name, adjective, inhabitant, official, acronym, pattern …).
    word_start, word_end: the whole word or words with affixes. inside: part of a longer mention of its kind.
    person: number of the person in this document. rule: the line of pack or register that read it.
    shown: the span that is its evidence where its own is that of another: of two states' ministries the second state's word.
    """

    kind: Kind
    start: int
    end: int
    word_start: int
    word_end: int
    value: str | None
    form: str
    rule: str
    sentence: int = 0
    inside: bool = False
    person: int | None = None
    shown: tuple[int, int] | None = None


@dataclass(slots=True)
class Role:
    """An office held by a person in this document: office code and the side, a country or an organisation."""

    office: str
    country: str | None
    organisation: str | None
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Person:
    """A person in this document. name: usual English spelling; native: the fullest form as written."""

    number: int
    name: str
    native: str
    keys: frozenset[str]
    roles: list[Role] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    rule: str = ""
    confidence: float = 0.5

    @property
    def country(self) -> str | None:
        """The side that the person speaks for: the first role's country."""
        return next((role.country for role in self.roles if role.country), None)


@dataclass(slots=True)
class Participant:
    """One side or person in a report."""

    person: int | None = None
    country: str | None = None
    organisation: str | None = None
    office: str | None = None
    capacity: str = "side"
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Report:
    """One act as this document tells it. The fields are those of the table `reports`."""

    kind: str
    status: str
    start: int
    end: int
    sentence: int
    rule: str
    date: str | None = None
    date_basis: str | None = None
    place: str | None = None
    country: str | None = None
    venue: str | None = None
    format: str | None = None
    ordinal: int | None = None
    level: str | None = None
    host: str | None = None
    main: bool = False
    confidence: float = 0.5
    participants: list[Participant] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Mandate:
    """A standing role that the text states. holder: a country, an organisation or a person."""

    organisation: str
    role: str
    start: int
    end: int
    rule: str
    country: str | None = None
    holder_organisation: str | None = None
    person: int | None = None
    period: str | None = None


@dataclass(slots=True)
class Attribution:
    """Who says so, at its position in the chain; the outlet is position 0."""

    source: str
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Quote:
    """Reported or direct speech of a person or an organisation."""

    start: int
    end: int
    direct: bool
    verb: str
    rule: str
    person: int | None = None
    organisation: str | None = None
