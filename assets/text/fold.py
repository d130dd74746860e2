"""Folding: one comparable form of a text whose offsets lead back to the original.

Here: case, accents, Arabic and Persian letter variants, digits of all scripts, quotes, dashes, commas, and the
marks that press texts use or lose at random (zero-width joiners, soft hyphens, vowel signs).
Not here: what a folded word means (matcher, packs), tokenisation of meaning-bearing units.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_SIZE = 0x110000
_DELETED = 0
_TATWEEL = 0x640
"""Lengthens letters; between blanks the press writes it for a dash."""
_BLANK = ord(" ")
_BLANKS = re.compile(" {2,}")
_QUOTES = "«»„“”‟″❝❞"
_APOSTROPHES = "’‘‛ʼʻ`´ʹ′＇"
_DASHES = "‐‑‒–—―−"
_MARKS = {"،": ",", "؛": ";", "؟": "?"}
_SPACES = "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000\t"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u0640"
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ی", "ي": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ؤ": "و",
    "ё": "е", "Ё": "е", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ß": "s", "æ": "a", "Æ": "a",
    "й": "й", "Й": "й", "ı": "i",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back.

    text: the folded form; `origin[i]` is the code-point offset of its i-th character in the original,
    and `origin[len(text)]` the original's length, so a folded span [a, b) is original [origin[a], origin[b-1]+1).
    letters: a byte for each character, 1 where it is of a word, else 0; one more 0 at the end.
    """

    text: str
    origin: Sequence[int]
    letters: bytes

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's span of a folded span (code points, end exclusive)."""
        return self.origin[start], self.origin[end - 1] + 1

    def titled(self) -> str:
        """The folded text with a capital at the beginning of each word, where its letter has one: folded letters are small."""
        codes = np.frombuffer(self.text.encode("utf-32-le"), dtype=np.uint32).copy()
        word = np.frombuffer(self.letters, dtype=np.uint8)
        first = np.flatnonzero(word[1:] > word[:-1]) + 1
        if word[0]:
            first = np.append(0, first)
        codes[first] = _capitals()[codes[first]]
        return codes.tobytes().decode("utf-32-le")


@lru_cache(maxsize=4)
def fold(text: str) -> Folded:
    """Fold a text: one code point stays one, or goes; never more. Linear, over 100 MB/s; the last few texts are kept.

    Runs of blanks within a line become one blank. Turkish and Azerbaijani dotless i folds to i with the
    dotted one, so that no language needs casing rules of its own.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    folded = _table()[codes]
    if "\u0640" in text:
        folded[1:-1][(codes[1:-1] == _TATWEEL) & (codes[:-2] == _BLANK) & (codes[2:] == _BLANK)] = ord("-")
    kept = np.flatnonzero(folded)
    shown = folded[kept]
    blank = shown == _BLANK
    if (blank[1:] & blank[:-1]).any():
        single = ~(blank & np.append(False, blank[:-1]))
        kept, shown = kept[single], shown[single]
    origin = np.append(kept, len(codes)).astype(np.uint32)
    return Folded(shown.tobytes().decode("utf-32-le"), origin.data, _letters()[shown].tobytes() + b"\0")


class _Letters(dict[int, int | None]):
    """The table for `str.translate`, filled as letters are met: short texts fold faster this way than as arrays."""

    def __missing__(self, code: int) -> int | None:
        self[code] = int(_table()[code]) or None
        return self[code]


_LETTERS_MET = _Letters()


def fold_short(text: str) -> str:
    """The folded form alone: faster than `fold` for texts of less than some hundred characters."""
    return _BLANKS.sub(" ", text.translate(_LETTERS_MET))


def key(text: str) -> str:
    """The folded form alone, white space joined: for gazetteer entries and comparisons."""
    return " ".join(text.translate(_LETTERS_MET).split())


@lru_cache(maxsize=1)
def _letters() -> NDArray[np.uint8]:
    """1 for every code point that may be of a word."""
    table = np.zeros(_SIZE, dtype=np.uint8)
    for word in re.finditer(r"\w+", np.arange(_SIZE, dtype=np.uint32).tobytes().decode("utf-32-le", "surrogatepass")):
        table[slice(*word.span())] = 1
    return table


@lru_cache(maxsize=1)
def _capitals() -> NDArray[np.uint32]:
    """The capital of each small letter that has one and comes back from it, else the code point itself."""
    table = np.arange(_SIZE, dtype=np.uint32)
    for code in range(0x3000):
        capital = chr(code).upper()
        if len(capital) == 1 and ord(capital) < 0x3000 and capital != chr(code) == capital.lower():
            table[code] = ord(capital)
    return table


@lru_cache(maxsize=1)
def _table() -> NDArray[np.uint32]:
    """The code point that each code point folds to; 0 where it is left out."""
    table = np.arange(_SIZE, dtype=np.uint32)
    for code in range(0x20, 0x3000):
        table[code] = _fold_one(chr(code))
    for first, last in ((0xFB50, 0xFDFF), (0xFE70, 0xFEFF), (0xFF00, 0xFFEF)):
        for code in range(first, last + 1):
            table[code] = _fold_one(chr(code))
    table[0xD800:0xE000] = _DELETED
    for group, target in ((_QUOTES, '"'), (_APOSTROPHES, "'"), (_DASHES, "-"), (_SPACES, " ")):
        for letter in group:
            table[ord(letter)] = ord(target)
    for letter in _INVISIBLE:
        table[ord(letter)] = _DELETED
    for letter, target in (*_LETTERS.items(), *_MARKS.items()):
        table[ord(letter)] = ord(target.lower())
    return table


def _fold_one(letter: str) -> int:
    """The folded code point of one letter by Unicode's own data: digit, base letter, lower case."""
    digit = unicodedata.digit(letter, -1)
    if digit >= 0 and unicodedata.category(letter) == "Nd":
        return ord("0") + digit
    if unicodedata.category(letter) in ("Mn", "Me"):
        return _DELETED
    base = unicodedata.normalize("NFKD", letter)
    bare = "".join(c for c in base if not unicodedata.combining(c))
    lower = (bare if len(bare) == 1 else letter).lower()
    return ord(lower[0])
