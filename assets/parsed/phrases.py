"""Finds a page's own phrases in a line: all packs' words of pages, compiled once.

Here: the lexicon and the ways to ask it. Not here: what follows for the line (residue).
Pages mix languages (a French dispatch under Turkish labels), so the lexicon holds the words of all packs at once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assets.parsed.lines import folded_words

_NUMBER = re.compile(r"\d+(?:h\d*|\w{0,2})$")


class Word(StrEnum):
    """What a phrase is on a page; the values are keys of the packs' section [text], and of web.toml."""

    BUTTON = "buttons"
    LABEL = "labels"
    LIST = "lists"
    END = "ends"
    FINAL = "finals"
    PUBLISHED = "published"
    UPDATED = "updated"
    CREDIT = "credits"
    STAFF = "staff"
    SECTION = "sections"
    MASTHEAD = "masthead"
    MARK = "marks"
    CALL = "calls"
    TELLS = "tells"
    CITES = "cites"
    DATE = "date"
    NEUTRAL = "neutral"
    PLATFORM = "platforms"


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: how many tokens it takes and what it is."""

    length: int
    words: frozenset[Word]


class Phrases:
    """Phrases by their first token.

    Args:
        words: kind of phrase and its surface forms.
    """

    def __init__(self, words: Iterable[tuple[Word, Iterable[str]]]) -> None:
        kinds: dict[tuple[str, ...], set[Word]] = defaultdict(set)
        for kind, forms in words:
            for form in forms:
                if tokens := folded_words(form):
                    kinds[tokens].add(kind)
        table: dict[str, list[tuple[tuple[str, ...], frozenset[Word]]]] = defaultdict(list)
        for tokens in sorted(kinds, key=lambda tokens: (-len(tokens), tokens)):
            table[tokens[0]].append((tokens, frozenset(kinds[tokens])))
        self._table: Mapping[str, Sequence[tuple[tuple[str, ...], frozenset[Word]]]] = dict(table)
        self._whole = {tokens: frozenset(found) for tokens, found in kinds.items()}

    def whole(self, tokens: tuple[str, ...]) -> frozenset[Word]:
        """What the tokens are as one phrase; numbers at either end don't count (3 comments)."""
        first, last = 0, len(tokens)
        while first < last and tokens[first].isdecimal():
            first += 1
        while last > first and tokens[last - 1].isdecimal():
            last -= 1
        return self._whole.get(tokens[first:last], frozenset())

    def at(self, tokens: tuple[str, ...], position: int, kinds: Collection[Word]) -> Hit | None:
        """The longest phrase of one of the kinds that begins at a token."""
        for phrase, found in self._table.get(tokens[position], ()):
            if tokens[position : position + len(phrase)] == phrase and not found.isdisjoint(kinds):
                return Hit(len(phrase), found)
        return None

    def cover(self, tokens: tuple[str, ...], kinds: frozenset[Word]) -> set[Word] | None:
        """The kinds of phrases that make up the whole line together with numbers, or None where a word is left over."""
        used, left = self.tally(tokens, kinds, most=0)
        return used if left == 0 else None

    def tally(self, tokens: tuple[str, ...], kinds: frozenset[Word], most: int) -> tuple[set[Word], int]:
        """The kinds of phrases in the line, and how many words are left over beside them and numbers (14, 07h12, 2026m).

        Counting stops where more than `most` are left over.
        """
        used: set[Word] = set()
        position = left = 0
        while position < len(tokens):
            hit = self.at(tokens, position, kinds)
            if hit:
                used |= hit.words & kinds
                position += hit.length
                continue
            if not _NUMBER.match(tokens[position]):
                left += 1
                if left > most:
                    break
            position += 1
        return used, left
