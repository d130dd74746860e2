"""Counting right answers: precision, recall, F1, and when two names or dates are the same answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

_PLAIN = str.maketrans({"ı": "i", "ə": "a", "ø": "o", "ł": "l", "đ": "d", "ß": "s", "æ": "a"})


@dataclass(slots=True)
class Tally:
    """Counts of right, found and labelled things."""

    right: float = 0.0
    found: float = 0.0
    labelled: float = 0.0

    def add(self, right: float, found: float, labelled: float) -> None:
        """Count some more."""
        self.right += right
        self.found += found
        self.labelled += labelled

    @property
    def precision(self) -> float | None:
        """Share of the found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the labelled that was found; None where nothing is labelled."""
        return self.right / self.labelled if self.labelled else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where nothing was to be found and nothing was."""
        if not self.found and not self.labelled:
            return None
        return 2 * self.right / (self.found + self.labelled)


@lru_cache(maxsize=1 << 16)
def plain(text: str | None) -> str:
    """Lower-case Latin letters and digits alone: accents, marks and punctuation are dropped."""
    spread = unicodedata.normalize("NFKD", text or "").casefold().translate(_PLAIN)
    return re.sub(r"[^\w]+", " ", "".join(c for c in spread if not unicodedata.combining(c))).strip()


def same_name(a: str, b: str) -> bool:
    """True where two Latin spellings are one name: each part of the shorter is near a part of the longer."""
    short, long = sorted((plain(a).split(), plain(b).split()), key=len)
    if not short or not all(any(_near(part, other) for other in long) for part in short):
        return False
    return len(short) > 1 or len(long) == 1 or len(short[0]) > 3


def _near(a: str, b: str) -> bool:
    length = min(len(a), len(b))
    allowed = 0 if length < 4 else 1 if length < 7 else 2
    return Levenshtein.distance(a, b, score_cutoff=allowed) <= allowed


def names_right(labelled: Iterable[str], found: Iterable[str]) -> tuple[int, list[str], list[str]]:
    """How many labelled names were found; those missed; those found too many."""
    left, missed, right = sorted(found), [], 0
    for name in labelled:
        hit = next((other for other in left if same_name(name, other)), None)
        if hit is None:
            missed.append(name)
        else:
            left.remove(hit)
            right += 1
    return right, missed, left


def dates_agree(labelled: str | None, found: str | None) -> bool:
    """True where a found EDTF date says what the label says (`?` for open digits), at its precision or finer."""
    if labelled is None:
        return True
    if not found:
        return False
    wanted = labelled.split("-")
    got = found.split("/")[0].replace("X", "?").split("-")
    return len(got) >= len(wanted) and all(a == b for a, b in zip(wanted, got, strict=False))
