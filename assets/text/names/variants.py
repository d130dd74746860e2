"""Spellings of one name that the press mixes for one person: Hossein, Hussein, Husayn.

Here: loading `register/name_variants.csv`. Not here: how one language spells a name (parts), comparison (compare).
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from assets.text.fold import key

FILE = Path(__file__).parents[2] / "register" / "name_variants.csv"
SEPARATOR = "|"


@cache
def variants() -> dict[str, str]:
    """The one spelling that stands for all, by each folded spelling.

    Raises:
        ValueError: a spelling belongs to two names.
    """
    found: dict[str, str] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            spellings = [key(spelling) for spelling in row["variants"].split(SEPARATOR)]
            for spelling in spellings:
                if found.setdefault(spelling, spellings[0]) != spellings[0]:
                    raise ValueError(f"{FILE.name}: {spelling!r} is a variant of two names, {found[spelling]!r} and {spellings[0]!r}")
    return found
