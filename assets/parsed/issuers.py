"""Ministries and other bodies of states that publish themselves: a name like 'Ministry of Foreign Affairs of Ghana' to a slug.

Here: composing body and country. Not here: the names (register), where on a page a publisher stands (outlet).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from assets.parsed.lines import folded_words

Value = TypeVar("Value")
_LONGEST = 8
_LEFT_OVER = 2
_SHORTEST = 3
"""Shorter acronyms (AA) name other things as well."""
BODIES = frozenset({"mfa", "presidency", "government", "parliament", "mod", "security-council"})
"""Bodies whose slug is made of the body and the country."""


class BodyName(Protocol):
    """A row of bodies.csv."""

    @property
    def body(self) -> str:
        """Kind of body."""

    @property
    def text(self) -> str:
        """Name."""

    @property
    def country(self) -> str | None:
        """Country where the name alone says it."""


class OrganisationName(Protocol):
    """A row of organisation_names.csv."""

    @property
    def organisation_id(self) -> str:
        """Slug."""

    @property
    def text(self) -> str:
        """Name."""


class CountryName(Protocol):
    """A row of country_names.csv."""

    @property
    def country(self) -> str:
        """ISO 3166 code."""

    @property
    def text(self) -> str:
        """Name, adjective or another form."""


class Issuers:
    """Bodies by name, to be met together with a country's name, and organisations by name alone.

    Args:
        bodies: rows of bodies.csv.
        countries: rows of country_names.csv.
        organisations: rows of organisation_names.csv.
    """

    def __init__(
        self, bodies: Iterable[BodyName], countries: Iterable[CountryName], organisations: Iterable[OrganisationName] = ()
    ) -> None:
        self._organisations = {folded_words(name.text): name.organisation_id for name in organisations if len(name.text) >= _SHORTEST}
        self._bodies: dict[tuple[str, ...], tuple[str, str | None]] = {}
        self._countries: dict[tuple[str, ...], str] = {}
        for body in bodies:
            if body.body in BODIES and len(body.text) >= _SHORTEST:
                self._bodies.setdefault(folded_words(body.text), (body.body, body.country))
        for name in countries:
            self._countries.setdefault(folded_words(name.text), name.country)

    def of(self, name: str, spare: int | None = None) -> str | None:
        """The slug of a name made of a body and its country, with hardly a word beside them; else None.

        Args:
            name: a line or a part of it.
            spare: words that may stand beside the name; None for the usual few.
        """
        tokens = folded_words(name)
        found = _longest(tokens, self._bodies)
        if found is None:
            return None
        (start, end), (body, country) = found
        rest = (*tokens[:start], *tokens[end:])
        if country is None:
            named = _longest(rest, self._countries)
            if named is None:
                return None
            (start, end), country = named
            rest = (*rest[:start], *rest[end:])
        most = min(_LEFT_OVER, len(tokens) - len(rest)) if spare is None else spare
        return f"{body}-{country.lower()}" if len(rest) <= most else None

    def organisation(self, name: str) -> str | None:
        """The slug of an organisation whose name this is; a line says nothing more of who publishes than beside a word for releases."""
        return self._organisations.get(folded_words(name))

    def is_country(self, token: str) -> bool:
        """True for a folded word that by itself names a country or is its adjective."""
        return (token,) in self._countries


def _longest(tokens: tuple[str, ...], names: Mapping[tuple[str, ...], Value]) -> tuple[tuple[int, int], Value] | None:
    """The longest run of tokens that is a name, the first of several."""
    for length in range(min(_LONGEST, len(tokens)), 0, -1):
        for start in range(len(tokens) - length + 1):
            found = names.get(tokens[start : start + length])
            if found is not None:
                return (start, start + length), found
    return None
