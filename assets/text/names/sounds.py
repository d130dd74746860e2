"""Names of the world by their sound: which known name a word stands for in a script that leaves vowels out.

Such a script says little about vowels (Gumende, Gomondi and Jumandi are written alike), so an unknown word is held against
the stock of name parts that the world bears, letter by letter (`[people.spelling.letters]` of the pack). Not here: rules for
words that no known name sounds like (spelling), names known in the language's own spelling (parts).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from assets.languages import packs
from assets.text.fold import key
from assets.text.names.parts import parts

REGISTER = Path(__file__).parents[2] / "register"
_LOUD = re.compile(r"tsch|tch|ts|tz|dzh|dj|dz|ph|[^bpdtlmnr]")
"""What isn't one of the consonants that every transliteration keeps apart."""
_CLOSED = re.compile(r"([td])[aeiouy]+(?=[sz]|ch|j)")
"""A vowel that is not written makes one sound of what is around it: Tesfaye is read as if it began with 'ts'."""
_PLAIN = str.maketrans({"ı": "i", "ə": "e", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "þ": "th", "ð": "d"})
_VOWELS = {"e": 0.1, "a": 0.16, "i": 0.25, "o": 0.3, "u": 0.3, "y": 0.3}
_SILENT = 0.15
"""What it costs that a Latin vowel or a silent consonant isn't written."""
_SILENT_AT_END = "stdxzpr"
_MATRES = {"ا": 0.3, "ی": 0.45, "و": 0.45, "ه": 0.4, "ع": 0.1, "ء": 0.05, "ь": 0.0, "ъ": 0.0}
"""What it costs that one of these letters has no counterpart."""
_OTHER, _LAST = 0.03, 4
"""What a grapheme costs for each place that it stands behind the first of its letter, and up to which place."""
_STRANGE, _RARE = 0.2, 0.0008
"""What it costs that a name is at home elsewhere; that a syllable stands one place later in the list of its country."""
Letters = tuple[tuple[str, tuple[str, ...]], ...]
Units = list[list[tuple[int, tuple[str, ...]]]]
_AT_HOME, _ELSEWHERE = 0.11, 0.05
"""Cost a letter up to which a name of the person's own country is taken, or one of another country."""
_WRITTEN = 0.3
"""What part of that is allowed where the script writes its vowels."""
_SHORTEST, _STRETCH = 2, 2.5
"""Letters of the shortest syllable that is looked up, a name has more; how many Latin letters a letter of the script stands for at most."""
_NEVER = 99.0


class Known(NamedTuple):
    """A name part in its usual English spelling, its plain letters, and the countries (ISO) where it is at home."""

    english: str
    plain: str
    countries: frozenset[str]
    rarity: float = 0.0


class Stock(NamedTuple):
    """All known name parts by their loud consonants; syllables of which names of a country are made."""

    names: Mapping[str, tuple[Known, ...]]
    syllables: Mapping[str, Mapping[str, tuple[Known, ...]]]
    gaps: Mapping[str, str]


@cache
def stock() -> Stock:
    """The name parts of the register: name_stock.csv, officials.csv and name_parts.csv."""
    countries: dict[str, set[str]] = defaultdict(set)
    syllables: dict[str, list[Known]] = defaultdict(list)
    gaps: dict[str, str] = {}
    for row in _rows("name_stock.csv"):
        home = row["countries"].split()
        if row["kind"] == "syllable":
            for country in home:
                syllables[country] += [Known(n, _plain(n), frozenset(home), _RARE * i) for i, n in enumerate(row["names"].split())]
                gaps[country] = row["gap"]
        else:
            for name in row["names"].split():
                countries[name.replace("_", " ")].update(home)
    for row in _rows("officials.csv"):
        for name in row["name"].split():
            countries[name].add(row["country"])
    for part in parts("en").values():
        countries[part.english].update(())
    known = [Known(name, _plain(name), frozenset(home)) for name, home in countries.items() if len(name) > _SHORTEST]
    return Stock(_by_key(known), {country: _by_key(made) for country, made in syllables.items()}, gaps)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (REGISTER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", key(name).translate(_PLAIN))


def _loud(latin: str) -> str:
    """The consonants that every transliteration keeps apart, each once in a row."""
    return re.sub(r"(.)\1+", r"\1", _LOUD.sub("", latin).replace("p", "b"))


def _by_key(names: list[Known]) -> dict[str, tuple[Known, ...]]:
    found: dict[str, dict[str, Known]] = defaultdict(dict)
    for name in names:
        for loud in {_loud(name.plain), _loud(name.plain.rstrip("tds")), _loud(_CLOSED.sub(r"\1", name.plain))}:
            found[loud][name.english] = name
    return {loud: tuple(known.values()) for loud, known in found.items()}


@cache
def _letters(language: str) -> Letters:
    """Letters of the script with the Latin ones for them, longest first."""
    letters = packs.load(language).people.spelling.letters
    return tuple(sorted(((key(letter), tuple(latin)) for letter, latin in letters.items()), key=lambda pair: -len(pair[0])))


@cache
def _own(language: str) -> frozenset[str]:
    """Countries whose names the script is made for: no name from elsewhere is taken for theirs."""
    return frozenset(packs.load(language).people.spelling.own)


def _written(language: str, country: str | None) -> bool:
    """True for names of a country whose own script this is and which leaves no vowel out: there rules are enough."""
    return country in _own(language) and not packs.load(language).people.spelling.vowelless


@lru_cache(maxsize=65_536)
def nearest(word: str, language: str, country: str | None) -> str | None:
    """The English spelling of the known name that a word sounds like; None where there is none or the script isn't such a one.

    Args:
        word: one name part as written. country: ISO code of the person's side, where known.
    """
    letters = _letters(language)
    if not letters or len(word) < _SHORTEST or _written(language, country):
        return None
    folded = key(word)
    if country and country in stock().syllables:
        return _of_syllables(folded, language, country)
    if len(folded) <= _SHORTEST:
        return None
    best = _best(folded, letters, stock().names.get(_key_of(folded, letters), ()), country, country in _own(language), _share(language))
    return best[1] if best else None


def is_syllable(english: str, country: str | None) -> bool:
    """True unless a country makes its names of syllables and this isn't one of them."""
    made = stock().syllables.get(country or "")
    return made is None or any(english == known.english for known in made.get(_loud(_plain(english)), ()))


def at_home(english: str, country: str | None) -> bool:
    """True for a name that is known to be borne in a country."""
    return any(k.english == english and country in k.countries for k in stock().names.get(_loud(_plain(english)), ()))


def gap(country: str | None) -> str | None:
    """What stands between the syllables of a given name in a country that joins them; None where none does."""
    return stock().gaps.get(country or "")


def _of_syllables(word: str, language: str, country: str) -> str | None:
    """A word as one syllable or two (Zhao, Zhaoxu)."""
    letters, syllables = _letters(language), stock().syllables[country]

    def best(piece: str) -> tuple[float, str] | None:
        return _best(piece, letters, syllables.get(_key_of(piece, letters), ()), country)

    whole = best(word)
    if whole:
        return whole[1]
    cuts = ((best(word[:cut]), best(word[cut:])) for cut in range(_SHORTEST, len(word) - _SHORTEST + 1))
    both = [(first[0] + second[0], first[1], second[1]) for first, second in cuts if first and second]
    if not both:
        return None
    _, first, second = min(both)
    between = stock().gaps[country]
    return first + between + second.lower()


@cache
def _share(language: str) -> float:
    """The part of the usual cost that a script allows: less where it writes its vowels."""
    return 1.0 if packs.load(language).people.spelling.vowelless else _WRITTEN


def _best(
    word: str, letters: Letters, known: Iterable[Known], country: str | None, own: bool = False, share: float = 1.0
) -> tuple[float, str] | None:
    """The known name of the least cost that the word may be, with its cost."""
    units = _units(word, letters)
    scored = []
    # A vowel letter at the beginning may only carry the next consonant (Persian اس before a consonant).
    begins = ("",) if word[0] in _MATRES else tuple({grapheme for _, graphemes in units[0] for grapheme in graphemes} | {"h"})
    for name in known:
        if not (name.plain.startswith(begins) and len(name.plain) <= _STRETCH * len(word)):
            continue
        here = country is not None and country in name.countries
        if own and not here:
            continue
        limit = (_AT_HOME if here else _ELSEWHERE) * len(word) * (1.0 if here else share)
        cost = _cost(word, units, name.plain, limit)
        if cost <= limit:
            scored.append((cost + name.rarity + (0.0 if here else _STRANGE), name.english))
    return min(scored, default=None)


def _units(word: str, letters: Letters) -> list[list[tuple[int, tuple[str, ...]]]]:
    """What may begin at each letter of the word: how many letters, and the Latin ones for them."""
    return [[(len(unit), latin) for unit, latin in letters if word.startswith(unit, at)] for at in range(len(word))]


def _key_of(word: str, letters: Letters) -> str:
    latin, at = [], 0
    while at < len(word):
        unit, graphemes = next(((u, g) for u, g in letters if word.startswith(u, at)), (word[at], ("",)))
        latin.append(_loud(graphemes[0]))
        at += len(unit)
    return re.sub(r"(.)\1+", r"\1", "".join(latin))


def _cost(word: str, units: Units, latin: str, limit: float) -> float:
    """What it costs to read the word as the Latin name: 0 where every letter has its usual counterpart; at most a little over the limit."""
    table = [[_NEVER] * (len(latin) + 1) for _ in range(len(word) + 1)]
    table[0][0] = 0.0
    for i, row in enumerate(table):
        for j, so_far in enumerate(row):
            if so_far <= limit:
                for rows, columns, cost in _steps(word, units, latin, i, j):
                    table[i + rows][j + columns] = min(table[i + rows][j + columns], so_far + cost)
    return table[-1][-1]


def _steps(word: str, units: Units, latin: str, i: int, j: int) -> Iterator[tuple[int, int, float]]:
    """How many letters of the word and of the name may follow, and at what cost."""
    if j < len(latin):
        silent = _silent(latin, j)
        if silent is not None:
            yield 0, 1, silent
    if i < len(word):
        if word[i] in _MATRES:
            yield 1, 0, _MATRES[word[i]]
        for size, graphemes in units[i]:
            for order, grapheme in enumerate(graphemes):
                if latin.startswith(grapheme, j):
                    yield size, len(grapheme), _OTHER * min(order, _LAST)


def _silent(latin: str, j: int) -> float | None:
    """What it costs to leave a Latin letter unwritten; None where it must be written."""
    letter = latin[j]
    if j and letter == latin[j - 1]:
        return 0.0
    if letter in _VOWELS:
        return _VOWELS[letter]
    return _SILENT if letter == "h" or (j == len(latin) - 1 and letter in _SILENT_AT_END) else None
