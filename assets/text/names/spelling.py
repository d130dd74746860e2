"""The usual English spelling of a name written in any language.

Known name parts are looked up, the others follow the replacement rules of the language's pack
(`[people.spelling]`). Not here: the name of a known person (register), comparison (compare).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from assets.languages import packs
from assets.text.fold import key
from assets.text.names import sounds
from assets.text.names.parts import parts

_SPLIT = re.compile(r"([\s\u200c-]+)")
_INITIAL = re.compile(r"(?<=\.)(?=\w)")
_JOINER = "\u200c"
"""Joins the halves of a compound surname, which the English-language press writes as one word."""
_LONGEST = 3
"""Words of the longest name part in the lexicon (al Nahyan, Abd al Aziz)."""
_OF_SYLLABLES, _SYLLABLE = 3, 6
"""Words of a name whose given name is of two syllables; letters of the longest syllable."""
_SMALL = frozenset({"bin", "ibn", "bint"})
"""Parts that are written small inside a name."""
_SHORTEST = 3
"""Letters of the shortest half when a word is taken for two names written together."""


class Rules(NamedTuple):
    """A pack's spelling section, compiled."""

    own: frozenset[str]
    at_home: tuple[tuple[re.Pattern[str], str], ...]
    abroad: tuple[tuple[re.Pattern[str], str], ...]
    manners: dict[str, tuple[tuple[re.Pattern[str], str], ...]]
    names: dict[tuple[str, str], str]
    sure: frozenset[str]
    only: re.Pattern[str] | None
    keep: frozenset[str]
    particles: frozenset[str]
    vowelless: bool
    article: str


@cache
def rules(language: str) -> Rules:
    """The compiled spelling rules of a language."""
    spelling = packs.load(language).people.spelling
    return Rules(
        frozenset(spelling.own),
        _compiled((*spelling.rules, *spelling.vowels, *spelling.finish)),
        _compiled((*spelling.foreign, *spelling.rules, *spelling.finish)),
        {country: _compiled(manner.rules) for manner in spelling.manners for country in manner.countries if manner.rules},
        {(country, key(word)): name for manner in spelling.manners for country in manner.countries for word, name in manner.names.items()},
        frozenset(country for manner in spelling.manners if manner.sure for country in manner.countries),
        re.compile(spelling.only) if spelling.only else None,
        frozenset(spelling.keep),
        frozenset(map(key, packs.load(language).people.particles)),
        spelling.vowelless,
        key(spelling.article),
    )


def _compiled(replacements: Iterable[tuple[str, str]]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), text) for pattern, text in replacements)


@lru_cache(maxsize=65_536)
def transliterate(name: str, language: str, country: str | None = None, person: bool = True) -> str:
    """The name as the English-language press spells it.

    Args:
        name: as written, in its dictionary form. language: BCP 47 code of the text.
        country: ISO 3166-1 alpha-2 code of the person's side, where known: people of the language's own
            countries keep their letters (Erdoğan in Turkish texts).
        person: False for the name of anything else, which sounds like people's names by chance only.
    """
    if country in rules(language).keep:
        return " ".join(name.split())
    pieces = _SPLIT.split(_INITIAL.sub(" ", name.strip()))
    words, gaps = pieces[::2], [*pieces[1::2], ""]
    spelled: list[str] = []
    at = 0
    while at < len(words):
        size, english = _known(words[at : at + _LONGEST], gaps[at : at + _LONGEST], language)
        theirs = _theirs(words[at : at + _LONGEST], language, country)
        if theirs or country in rules(language).sure:
            size, english = theirs or (1, _by_rules(words[at], language, country))
        elif person and english and size == 1 and _foreign(english, language, country):
            english = sounds.nearest(words[at], language, country) or english
        if english is None and (halves := _two_in_one(key(words[at]), language)):
            last = 0 < at == len(words) - 1
            english = halves[0] + halves[1].lower() if last else " ".join(halves)
        if at > 1 and gaps[at - 1] == _JOINER and at + size == len(words) and spelled[-1].strip() not in _SMALL:
            spelled[-1] = spelled[-1].rstrip() + (english or _by_rules(words[at], language, country)).lower()
            break
        unknown = _unknown if person else _by_rules
        spelled.append((english or unknown(words[at], language, country)) + ("-" if "-" in gaps[at + size - 1] else " "))
        at += size
    return _joined(spelled, country) or "".join(spelled).strip(" -")


def _theirs(words: list[str], language: str, country: str | None) -> tuple[int, str] | None:
    """How many words from the first on a country spells in a manner of its own, and how: 'عبد الله' is Abdoulaye in Mali."""
    names = rules(language).names
    found = ((size, names.get((country or "", key(" ".join(words[:size]))))) for size in range(len(words), 0, -1))
    return next(((size, name) for size, name in found if name), None)


def _foreign(english: str, language: str, country: str | None) -> bool:
    """True where a name of the lexicon may be spelled otherwise in a country that has its own manner or makes its names of syllables."""
    own_manner = country in rules(language).manners and not sounds.at_home(english, country)
    return own_manner or not sounds.is_syllable(english, country)


def _unknown(word: str, language: str, country: str | None) -> str:
    """A word that the lexicon lacks: a name of the world that sounds so, behind the article too, else by the rules."""
    by_rules, article = _by_rules(word, language, country), rules(language).article
    behind = key(word)[len(article) :] if article and key(word).startswith(article) else ""
    named = sounds.nearest(behind, language, country) if behind else None
    if named and country in rules(language).own:
        return f"Al-{named}" if by_rules.startswith("Al-") else named
    known = sounds.nearest(word, language, country)
    if key(word) in rules(language).particles and key(known or "") != key(by_rules):
        return by_rules
    if known is None and named:
        return f"Al-{named}" if by_rules.startswith("Al-") else named
    return known or by_rules


def _joined(spelled: list[str], country: str | None) -> str | None:
    """Family name and the two syllables of a given name, in a country that joins these; None for any other name."""
    gap = sounds.gap(country)
    if gap is None or len(spelled) != _OF_SYLLABLES:
        return None
    family, first, second = (word.strip(" -") for word in spelled)
    return f"{family} {first}{gap}{second.lower()}" if max(len(first), len(second)) <= _SYLLABLE else None


def _known(words: list[str], gaps: list[str], language: str) -> tuple[int, str | None]:
    """How many words from the first on the lexicon knows as one part, and its English spelling."""
    lexicon = parts(language)
    for size in range(len(words), 0, -1):
        signs = ["-" if "-" in gap else " " if gap.strip("\u200c") or " " in gap else "" for gap in gaps[: size - 1]]
        joined = "".join(word + sign for word, sign in zip(words[:size], [*signs, ""], strict=True))
        if part := lexicon.get(key(joined)):
            return size, part.english
    return 1, None


def _two_in_one(word: str, language: str) -> tuple[str, str] | None:
    """Two given names written together (محمدجواد), where the lexicon knows both: two names, but one surname at the end."""
    lexicon = parts(language)
    if not rules(language).vowelless:
        return None
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        first, second = lexicon.get(word[:cut]), lexicon.get(word[cut:])
        if first and second and "surname" not in (first.sort, second.sort):
            return first.english, second.english
    return None


@lru_cache(maxsize=65_536)
def _by_rules(word: str, language: str, country: str | None = None) -> str:
    spelling = rules(language)
    if spelling.only and not spelling.only.search(word.lower()):
        return word
    lower = key(word) if spelling.vowelless else word.replace("İ", "i").lower()
    home = not spelling.own or country is None or country in spelling.own
    for pattern, text in (*spelling.manners.get(country or "", ()), *(spelling.at_home if home else spelling.abroad)):
        lower = pattern.sub(text, lower)
    if not lower or lower in _SMALL:
        return lower or word
    cased = word[0].lower() != word[0].upper()
    if not cased:
        return "-".join(part[:1].upper() + part[1:] for part in lower.split("-"))
    return lower[0].upper() + lower[1:] if word[0].isupper() else lower
