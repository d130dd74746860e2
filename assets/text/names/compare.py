"""Comparing names across spellings and scripts.

A name part's skeleton is its consonants, in classes that transliteration systems confuse (k and q, v and f,
s and z, kh and h); vowels count where both scripts write them. Not here: who a person is (resolution).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from assets.text.fold import key
from assets.text.names.parts import parts
from assets.text.names.spelling import rules, transliterate
from assets.text.names.variants import variants

SAME = 0.85
"""Likeness from which on two names may be one person's."""
_CLASSES = tuple(
    (re.compile(pattern), text)
    for pattern, text in (
        (r"tsch|tch", "ş"),
        (r"dsch|dzh|dj|zh|j", "J"),
        (r"sch|sh", "ş"),
        (r"kh|gh(?=i|e)|x", "h"),
        (r"ch", "ş"),
        (r"gh", "g"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"ph|[fw]", "v"),
        (r"ts|tz", "s"),
        (r"[qc]", "k"),
        (r"z", "s"),
        (r"(.)\1+", r"\1"),
        (r"[aeiouy'`]|(?<=[aeiou])h$", ""),
    )
)
_SOUNDS = tuple(
    (re.compile(pattern), text)
    for pattern, text in (
        (r"tsch|tch", "ch"),
        (r"sch", "sh"),
        (r"dsch|dzh|dj", "j"),
        (r"ph", "f"),
        (r"kh|x", "h"),
        (r"gh", "g"),
        (r"q|c(?!h)", "k"),
        (r"w", "v"),
        (r"oo|ou", "u"),
        (r"(?<=[aeiou])y(?=[aeiou])|(?<=[^aeiou])y(?=u)", ""),
        (r"[eo]i|[aeo]y", "ei"),
        (r"ee|y", "i"),
        (r"(.)\1+", r"\1"),
    )
)
"""Spellings of one sound in Latin letters, after which two names may be compared letter by letter."""
_FEMININE = re.compile(r"(?:[oe]v|in|sk|yn)a(?:ya|ia)?$")
_PARTICLES = frozenset(
    {"al", "el", "bin", "ben", "ibn", "bint", "von", "van", "de", "der", "da", "di", "du", "la", "le", "ul"}
    | {"oglu", "qizi", "seyed", "seyyed", "sayyid"}
)
_SERVANTS = frozenset({"abd", "abdel", "abdul", "abdal", "abdol", "abdoul"})
"""The first half of names that the press writes in one word or two: Abdel Fattah, Abdelfattah."""
_VOWEL_WEIGHT = 0.5
_VARIANT = 0.6
"""Likeness of two known names with the same consonants from which on they are spellings of one (Youssef, Yusuf)."""
_VOWEL = re.compile(r"[aeiou]")
_OTHER_VOWEL = 0.85
"""What is left of a likeness where the first vowels differ in kind."""
_NOBODY = (0.0, "", None)
_ROUNDING = 1e-9
"""More than what floating point may lose."""
_WORST = 0.75
"""Weight of the least alike parts against the mean: one wrong part makes another person."""


class Token(NamedTuple):
    """A name part for comparison.

    bones: its skeleton. full: its folded form, as it sounds. feminine: a feminine surname ending. initial: no more than an
    initial. known: spelled by the lexicon. rounded: the first vowel is o or u. vowels: true ones, written by the
    script or known by the lexicon.
    """

    bones: str
    full: str
    feminine: bool
    initial: bool
    known: bool
    rounded: bool
    vowels: bool = True


def skeleton(name: str, language: str) -> frozenset[str]:
    """One key a name part: for blocking and for a first comparison. Particles and initials have none."""
    return frozenset(t.bones for t in tokens(name, language) if not t.initial)


@lru_cache(maxsize=65_536)
def tokens(name: str, language: str) -> tuple[Token, ...]:
    """The parts of a name, ready for comparison."""
    words = re.findall(r"\w+", key(transliterate(name, language)))
    written = not rules(language).vowelless
    return tuple(_token(word, written) for word in _whole([word for word in words if word not in _PARTICLES]))


def _whole(words: list[str]) -> list[str]:
    """The words with names of two words that begin with 'servant of' as one."""
    whole: list[str] = []
    for word in words:
        if whole and whole[-1] in _SERVANTS:
            whole[-1] += word
        else:
            whole.append(word)
    return whole


@lru_cache(maxsize=131_072)
def likeness(first: str, first_language: str, second: str, second_language: str, strict: bool = False, least: float = 0.0) -> float:
    """How alike two names are, from 0 (another name) to 1.

    Each part of the shorter name must find its own part in the longer one; an initial stands for any part
    that begins with it, but at least one part must be written out in both.

    Args:
        strict: compare vowels also of single parts that the lexicon spells for a script without them.
        least: what is less alike than this may count as another name, which is told faster.
    """
    worst = (least - (1 - _WORST)) / _WORST - _ROUNDING
    vowels = not (rules(first_language).vowelless or rules(second_language).vowelless)
    short, long = sorted((tokens(first, first_language), tokens(second, second_language)), key=len)
    left, scores, written = list(long), [], False
    for token in sorted(short, key=lambda t: t.initial):
        score, _, best = max(((part_likeness(token, other, vowels, strict), other.full, other) for other in left), default=_NOBODY)
        if best is None or score == 0 or score < worst:
            return 0.0
        left.remove(best)
        scores.append(score)
        written = written or not (token.initial or best.initial)
    return _WORST * min(scores) + (1 - _WORST) * sum(scores) / len(scores) if scores and written else 0.0


def part_likeness(first: Token, second: Token, vowels: bool, strict: bool = False) -> float:
    """How alike two name parts are. vowels: True where both scripts write vowels; strict: as in `likeness`."""
    if first.initial or second.initial:
        same = first.full[0] == second.full[0] or first.bones[:1] == second.bones[:1] != ""
        return 0.9 if same else 0.0
    if first.full == second.full:
        return 1.0
    if first.feminine != second.feminine:
        return 0.0
    bones = ratio(first.bones, second.bones) / 100 if first.bones and second.bones else 0.0
    vowels = vowels or (first.known and second.known) or (strict and first.vowels and second.vowels)
    if not vowels:
        return bones if min(len(first.bones), len(second.bones)) > 1 else bones * 0.8
    full = ratio(first.full, second.full) / 100
    if first.known and second.known and (bones < 1 or full < _VARIANT):
        return full
    alike = (1 - _VOWEL_WEIGHT) * bones + _VOWEL_WEIGHT * full
    return alike if first.rounded == second.rounded else alike * _OTHER_VOWEL


def _rounded(word: str) -> bool:
    """True where the first vowel is o or u: spellings confuse o with u and e with i, but not Hasan with Husayn."""
    vowel = _VOWEL.search(word)
    return vowel is not None and vowel.group() in "ou"


def _sound(word: str) -> str:
    """The usual spelling of a name with many, and one letter for what is spelled in two ways by the same sound."""
    sound = variants().get(word, word)
    for pattern, text in _SOUNDS:
        sound = pattern.sub(text, sound)
    return sound


@lru_cache(maxsize=65_536)
def _token(word: str, written: bool) -> Token:
    """A part ready for comparison; kept, since names are new every day and their parts are not."""
    sound = _sound(word)
    bones = variants().get(word, word)
    for pattern, text in _CLASSES:
        bones = pattern.sub(text, bones)
    return Token(
        bones or word[0],
        sound,
        bool(_FEMININE.search(word)),
        len(word) <= 1 or word in ("ch", "sh", "dj", "kh", "zh"),
        word in parts("en"),
        _rounded(sound),
        written or word in parts("en"),
    )
