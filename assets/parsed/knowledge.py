"""What this stage knows: the packs' words of pages and dates, and the register of the press, compiled once a process.

Here: putting together. Not here: rules.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assets.parsed.issuers import BodyName, CountryName, Issuers, OrganisationName
from assets.parsed.language import Languages
from assets.parsed.lines import folded_words
from assets.parsed.notices import Notices
from assets.parsed.phrases import Phrases, Word
from assets.parsed.press import Outlet, Press
from assets.text.dates import DateReader

if TYPE_CHECKING:
    from assets.languages.schema.pack import Pack

_WEB = Path(__file__).with_name("web.toml")


class PlaceName(Protocol):
    """A row of place_names.csv."""

    @property
    def text(self) -> str:
        """Name."""


class PressRegister(Protocol):
    """The part of the registers that this stage reads."""

    @property
    def bodies(self) -> Iterable[BodyName]:
        """Rows of bodies.csv."""

    @property
    def country_names(self) -> Iterable[CountryName]:
        """Rows of country_names.csv."""

    @property
    def organisation_names(self) -> Iterable[OrganisationName]:
        """Rows of organisation_names.csv."""

    @property
    def place_names(self) -> Iterable[PlaceName]:
        """Rows of place_names.csv."""

    @property
    def press(self) -> Iterable[Outlet]:
        """Rows of press.csv."""


@dataclass(frozen=True, repr=False)
class Knowledge:
    """Compiled knowledge; build it with `knowledge`.

    Attributes:
        packs: by language code.
        phrases: words of pages in all languages.
        notices: notices about rights and subscription.
        press: register of outlets.
        issuers: ministries and other bodies that publish themselves.
        languages: tells languages apart.
        fields: names under which JSON keeps title, text and the rest.
        place_names: rows of the register of places.
    """

    packs: Mapping[str, Pack]
    phrases: Phrases
    notices: Notices
    press: Press
    issuers: Issuers
    languages: Languages
    fields: Mapping[str, tuple[str, ...]]
    place_names: Iterable[PlaceName] = ()

    @cached_property
    def places(self) -> frozenset[tuple[str, ...]]:
        """Names of places as folded words, made when first asked for: most articles name their outlet plainly."""
        return frozenset(folded_words(place.text) for place in self.place_names)

    @cached_property
    def common(self) -> frozenset[str]:
        """The small words of all languages, folded: articles and prepositions stand within names in small letters."""
        return frozenset(token for pack in self.packs.values() for word in pack.text.common for token in folded_words(word))

    @cached_property
    def _readers(self) -> dict[str, DateReader]:
        return {}

    def dates(self, language: str) -> DateReader | None:
        """The date reader of a language, made when first needed; None without a pack."""
        if language not in self.packs:
            return None
        if language not in self._readers:
            self._readers[language] = DateReader(self.packs[language].dates)
        return self._readers[language]


def knowledge(packs: Mapping[str, Pack], registers: PressRegister) -> Knowledge:
    """Compile packs and registers for parsing.

    Args:
        packs: all language packs by code.
        registers: the loaded registers; the press, bodies and names of countries are used.
    """
    web = tomllib.loads(_WEB.read_text(encoding="utf-8"))
    notices = Notices(text for pack in packs.values() for text in pack.text.notices)
    press_words = {word: latin for pack in packs.values() for word, latin in pack.text.press.items()}
    press = Press(registers.press, press_words, {code: pack.text.spelled for code, pack in packs.items()})
    fields = {name: tuple(keys) for name, keys in web["fields"].items()}
    issuers = Issuers(registers.bodies, registers.country_names, registers.organisation_names)
    return Knowledge(packs, Phrases(_words(packs, web)), notices, press, issuers, Languages(packs), fields, registers.place_names)


def _words(packs: Mapping[str, Pack], web: Mapping[str, Iterable[str]]) -> Iterator[tuple[Word, Iterable[str]]]:
    """All phrases of pages with their kind."""
    yield Word.BUTTON, web["platforms"]
    yield Word.PLATFORM, web["platforms"]
    yield Word.NEUTRAL, web["neutral"]
    for pack in packs.values():
        for word in Word:
            if word not in (Word.DATE, Word.NEUTRAL, Word.PLATFORM):
                yield word, getattr(pack.text, word.value)
        for months in pack.dates.months.values():
            yield from ((Word.DATE, names) for names in months.values())
        yield from ((Word.DATE, names) for names in pack.dates.weekdays.values())
        yield Word.PUBLISHED, pack.dates.stamp.labels
        yield Word.UPDATED, pack.dates.stamp.updated
        yield Word.NEUTRAL, pack.dates.stamp.zones
