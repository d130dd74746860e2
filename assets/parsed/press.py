"""The register of outlets as this stage asks it: by domain, by name in running text; and slugs for unknown outlets.

Here: look-up and slugs. Not here: where on a page an outlet names itself (outlet).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol
from urllib.parse import urlsplit

from assets.parsed.lines import folded_words
from assets.text.names import transliterate
from assets.text.slug import slug_of

_WORD = re.compile(r"\w+")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,4}")
_NUMBERED = re.compile(r"[^\W\d_]{2,}\d{1,3}")
_SHORTEST_HEAD = 4
"""Letters of the last part of a compound at the least."""
_RECENT = 256
"""Texts remembered: the parts of this stage ask for the same few heads of an article one after another."""
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "gob", "gouv", "ac", "edu", "info"})
_SERVICE_LABELS = frozenset({"www", "m", "mobile", "amp", "news"})


class Outlet(Protocol):
    """A row of press.csv."""

    @property
    def organisation_id(self) -> str:
        """Slug."""

    @property
    def name(self) -> str:
        """Usual name."""

    @property
    def kind(self) -> str:
        """Sort of outlet: agency, newspaper, tv or portal."""

    @property
    def domains(self) -> Sequence[str]:
        """Domains of its sites."""

    @property
    def names(self) -> Sequence[str]:
        """Names in all languages."""


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet's name found in a text, by code points of it."""

    slug: str
    start: int
    end: int


class Press:
    """Outlets by domain and name.

    Args:
        outlets: rows of the register.
        words: words of outlets' names ('news', 'агентство') and their Latin form, empty where a slug leaves them out.
        spelled: other words of their names by language, and how slugs write them.
    """

    def __init__(self, outlets: Iterable[Outlet], words: Mapping[str, str], spelled: Mapping[str, Mapping[str, str]]) -> None:
        self._domains: dict[str, str] = {}
        self._names: dict[tuple[str, ...], tuple[str, str]] = {}
        self._agencies: set[str] = set()
        self._words = {folded_words(word): latin for word, latin in words.items()}
        self._spelled = {(code, folded_words(word)): latin for code, own in spelled.items() for word, latin in own.items()}
        for outlet in outlets:
            if outlet.kind == "agency":
                self._agencies.add(outlet.organisation_id)
            for domain in outlet.domains:
                self._domains.setdefault(domain.lower(), outlet.organisation_id)
            for name in (outlet.name, *outlet.names):
                if tokens := folded_words(name):
                    self._names.setdefault(tokens, (outlet.organisation_id, name))
        self._longest = max(map(len, self._names), default=1)
        self._recent = lru_cache(maxsize=_RECENT)(self._search)
        self._firsts = frozenset(tokens[0] for tokens in self._names)

    def registered(self, url: str) -> str | None:
        """The slug of an address or domain that the register has, its subdomains included."""
        labels = _host(url).split(".")
        for first in range(len(labels) - 1):
            if slug := self._domains.get(".".join(labels[first:])):
                return slug
        return None

    def by_url(self, url: str) -> str | None:
        """A slug from the domain of an unknown outlet's address; None where it has no domain."""
        labels = _host(url).split(".")
        while len(labels) > 2 and labels[0] in _SERVICE_LABELS:
            labels = labels[1:]
        if len(labels) < 2 or not labels[-1].isalpha():
            return None
        last = -3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else -2
        return slug_of(labels[last])

    def by_name(self, name: str) -> str | None:
        """The slug of a text that is nothing but an outlet's name; words like 'agency' may stand beside it."""
        tokens = folded_words(name)
        if found := self._names.get(tokens):
            return found[0]
        bare = tuple(token for token in tokens if self._words.get((token,)) != "")
        found = self._names.get(bare) if bare and bare != tokens else None
        return found[0] if found else None

    def is_agency(self, slug: str) -> bool:
        """True for an agency, whose name under an article of another outlet says where that one has it from."""
        return slug in self._agencies

    def in_text(self, text: str) -> tuple[Named, ...]:
        """Names of registered outlets, longest first at each place, written as proper names are.

        A name in capitals in the register (APA) must be in capitals; another one must begin with a capital letter where
        the script has them, so that the German 'mehr' isn't Mehr; unless the register has it in small letters (dpa).
        """
        return self._recent(text)

    def _search(self, text: str) -> tuple[Named, ...]:
        found: list[Named] = []
        words = [(match.start(), match.end()) for match in _WORD.finditer(text.replace("\u200c", " "))]
        flat = [_folded(text[start:end]) for start, end in words]
        position = 0
        while position < len(flat):
            taken = self._at(text, flat, words, position) if flat[position] in self._firsts else None
            if taken:
                slug, length = taken
                found.append(Named(slug, words[position][0], words[position + length - 1][1]))
            position += taken[1] if taken else 1
        return tuple(found)

    def _at(self, text: str, flat: list[str], words: list[tuple[int, int]], position: int) -> tuple[str, int] | None:
        for length in range(min(self._longest, len(flat) - position), 0, -1):
            found = self._names.get(tuple(flat[position : position + length]))
            if not found:
                continue
            start, end = words[position][0], words[position + length - 1][1]
            written = text[start:end]
            if _is_written_as(written, found[1]):
                return found[0], length
        return None

    def is_brand(self, text: str) -> bool:
        """True where an unknown name shows that it is an outlet's: a press word in it, a domain, or a number grown to a word."""
        tokens = folded_words(text)
        if any((token,) in self._words or self._is_compound(token) for token in tokens):
            return True
        return bool(_DOMAIN.fullmatch(text.strip())) or any(_NUMBERED.fullmatch(token) for token in tokens)

    def _is_compound(self, token: str) -> bool:
        """True for a word that ends in a word of outlets' names: Tagesbote, Volkszeitung."""
        return any((token[-size:],) in self._words for size in range(_SHORTEST_HEAD, len(token) - 1))

    def is_word(self, token: str) -> bool:
        """True for a folded word of outlets' names (news, courier)."""
        return (token,) in self._words

    def slug(self, name: str, language: str | None = None) -> str:
        """The slug of an unknown outlet: its name in kebab, transliterated, without words like 'agency'.

        Args:
            name: as the page has it.
            language: of the article, which tells how a script without vowels is read; None where it isn't known.
        """
        parts = []
        for word in _WORD.findall(name.replace("\u200c", " ")):
            folded = folded_words(word)
            latin = self._words.get(folded, self._spelled.get((language or "", folded)))
            parts.append(latin_word(word, language) if latin is None else latin)
        return "-".join(part for part in parts if part) or slug_of(name)


def latin_word(word: str, language: str | None) -> str:
    """A word of an outlet's name in Latin letters; one of a script without vowels as the names of people are written."""
    if language and not word.isascii() and word.upper() == word.lower():
        return slug_of(transliterate(word, language, person=False))
    return slug_of(word)


def _is_written_as(written: str, name: str) -> bool:
    """True where a text's letters are large where the register's are: APA in capitals, dpa in small letters."""
    if name.islower() and name == written:
        return True
    if written.upper() == written.lower():
        return True
    return written.isupper() if name.isupper() else not written[0].islower()


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return "".join(folded_words(word))


def _host(url: str) -> str:
    try:
        return (urlsplit(url if "//" in url else f"//{url}").hostname or "").lower()
    except ValueError:
        return ""
