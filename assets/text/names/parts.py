"""The lexicon of given names and surnames: how each is spelled in every language of the press.

Here: loading `register/name_parts.csv` into one look-up table a language. Not here: rules for names that
the lexicon lacks (spelling).
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from assets.text.fold import key

FILE = Path(__file__).parents[2] / "register" / "name_parts.csv"
SEPARATOR = "|"
Sort = Literal["given", "surname", "both"]


class Part(NamedTuple):
    """A name part in its usual English spelling. sort: whether people bear it as given name, surname or both."""

    english: str
    sort: Sort


@cache
def parts(language: str) -> dict[str, Part]:
    """Name parts by their folded spelling in a language; the first row that claims a spelling keeps it.

    A language without a column of its own has the English spellings.
    """
    found: dict[str, Part] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            part = Part(row["english"], _sort(row["kind"]))
            for spelling in (*(row.get(language) or "").split(SEPARATOR), row["english"]):
                if spelling:
                    found.setdefault(key(spelling), part)
    return found


def _sort(kind: str) -> Sort:
    if kind in get_args(Sort):
        return cast(Sort, kind)
    raise ValueError(f"{FILE.name}: kind {kind!r} is none of given, surname, both")
