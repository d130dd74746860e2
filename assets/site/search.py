"""The index of the search box: every spelling in every script, in files by the first letters of its words.

A page folds what is typed exactly as the reading folds texts (assets/text/fold.py): the folding goes along as a table.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from assets.site import rendering
from assets.text import fold

LARGEST: Final = 120_000
"""Bytes of one file, about; what is more is split by one more letter."""
LONGEST: Final = 6
"""Letters that a file's name goes by, at most."""
_WORDS: Final = re.compile(r"\w+")
_SCRIPTS: Final = ((0x21, 0x3000), (0xFB50, 0xFE00), (0xFE70, 0xFF00))

Entry = tuple[str, str, str]
"""Spelling, usual name, path of the page."""


@cache
def table() -> tuple[str, str]:
    """Letters that folding changes, and what each becomes; a NUL stands for those that go."""
    letters = [chr(code) for first, last in _SCRIPTS for code in range(first, last) if unicodedata.category(chr(code)) != "Cs"]
    changed = {letter: fold.fold_short(f"x{letter}x")[1:-1] for letter in letters}
    kept = {letter: to or "\0" for letter, to in changed.items() if to != letter}
    return "".join(kept), "".join(kept.values())


def tokens(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORDS.findall(fold.key(text))


def shards(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Entries by the first letters of their words; each file stays small, as far as `LONGEST` letters allow."""
    by_token: defaultdict[str, set[Entry]] = defaultdict(set)
    for entry in entries:
        for token in tokens(entry[0]):
            by_token[token[:LONGEST]].add(entry)
    return dict(_split(by_token, 1))


def _split(by_token: dict[str, set[Entry]], letters: int) -> Iterator[tuple[str, list[Entry]]]:
    groups: defaultdict[str, dict[str, set[Entry]]] = defaultdict(dict)
    for token, entries in by_token.items():
        groups[token[:letters]][token] = entries
    for start, group in sorted(groups.items()):
        held = sorted(set().union(*group.values()))
        if letters < LONGEST and len(start) == letters and sum(map(_size, held)) > LARGEST:
            yield from _split(group, letters + 1)
        else:
            yield start, held


def _size(entry: Entry) -> int:
    return sum(len(part.encode("utf-8", "replace")) for part in entry) + 10


def file_name(prefix: str) -> str:
    """A name that every file system takes: `0628-0627` for two Arabic letters."""
    return "-".join(f"{ord(letter):04x}" for letter in prefix)


def files(entries: Iterable[Entry]) -> Iterator[tuple[str, object, str]]:
    """Path, facts and text of every file of the index, the list of files last."""
    found = shards(entries)
    for prefix, held in found.items():
        yield f"data/search/{file_name(prefix)}.js", held, rendering.data("dragoman.found", prefix, held)
    listed = {prefix: file_name(prefix) for prefix in found}
    yield "data/search/index.js", listed, rendering.data("dragoman.searching", *table(), listed)
