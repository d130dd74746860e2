"""One pass over a folded text for all gazetteer entries of a language at once.

Here: compiling entries to an automaton, word boundaries, the language's affixes, and the choice among
overlapping hits. Not here: what an entry means (the stages decide), where entries come from (packs, register).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from assets.text.fold import Folded, key

Case = Literal["any", "proper"]
_WORD = re.compile(r"\w+")


class Entry(NamedTuple):
    """A surface form to be found.

    text: as the press writes it. kind: what it is (country, organisation, office, verb …). value: what it
    stands for. case: `proper` wants a capital in the text wherever the entry has one.
    bare: True where no affix may be attached.
    """

    text: str
    kind: str
    value: object
    case: Case = "any"
    bare: bool = False


class Match(NamedTuple):
    """An entry found.

    start, end: the entry's own span in the folded text. word_end: the end of the word that it ends in, so the
    ending is text[end:word_end]; word_start likewise before it.
    """

    start: int
    end: int
    word_start: int
    word_end: int
    entry: Entry


class Affixes:
    """What may be attached to an entry.

    Args:
        prefixes: strings that may stand before the entry in the same word, whole.
        suffix_slots: slots of endings in their order; each slot may stay empty, so two slots of plural and case
            give plural, case, and plural with case.
    """

    def __init__(self, prefixes: Iterable[str] = (), suffix_slots: Sequence[Iterable[str]] = ()) -> None:
        self.prefixes = frozenset(map(key, prefixes))
        self._endings = re.compile("".join(f"(?:{_either(slot)})?" for slot in suffix_slots))

    def ending(self, letters: str) -> bool:
        """True where the letters are endings of the language, one of each slot at most, in their order."""
        return not letters or self._endings.fullmatch(letters) is not None

    def word_end(self, text: str, end: int, letters_end: int) -> int | None:
        """Where the word ends that an entry ending at `end` stands in; None where it is another word.

        letters_end: the end of the letters that follow without a break. An ending may also come after an
        apostrophe or a hyphen; what follows a hyphen and is no ending is a word of its own (EU-Gipfel).
        """
        if letters_end > end:
            return letters_end if self.ending(text[end:letters_end]) else None
        if text[end : end + 1] in ("'", "-") and (tail := _WORD.match(text, end + 1)) and self.ending(tail.group()):
            return tail.end()
        return end


class Matcher:
    """All entries of a language, compiled. Immutable; picklable by its entries."""

    def __init__(self, entries: Iterable[Entry], affixes: Affixes) -> None:
        by_key: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if folded := key(entry.text):
                by_key[folded].append(entry)
        self._entries = [tuple(dict.fromkeys(group)) for group in by_key.values()]
        self._automaton = CharwiseDoubleArrayAhoCorasick(list(by_key)) if by_key else None
        self._affixes = affixes

    def find(self, folded: Folded, original: str) -> list[Match]:
        """Entries in the text, in order, as whole words with the language's affixes.

        Args:
            folded: the folded text.
            original: the text that it was folded from (for letter case).

        Returns:
            All of them, overlapping ones too: `longest` chooses.
        """
        return sorted(self._valid(folded, original), key=lambda m: (m.start, -m.end))

    def _valid(self, folded: Folded, original: str) -> Iterator[Match]:
        if self._automaton is None:
            return
        text = folded.text
        words = _Words(text)
        for start, end, number in self._automaton.find_overlapping(text):
            word_start = words.start(start)
            if word_start < start and text[word_start:start] not in self._affixes.prefixes:
                continue
            letters_end = words.end(end)
            word_end = self._affixes.word_end(text, end, letters_end)
            if word_end is None:
                continue
            plain = word_start == start and letters_end == end
            for entry in self._entries[number]:
                if (plain or not entry.bare) and (entry.case == "any" or _case_fits(entry, folded, original, start, end)):
                    yield Match(start, end, word_start, word_end, entry)


class _Words:
    """Where the words of a text begin and end."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._is_start = frozenset(self._starts)
        self._is_end = frozenset(self._ends)

    def start(self, at: int) -> int:
        """The start of the word that an offset lies in; the offset itself outside of words."""
        if at in self._is_start:
            return at
        number = bisect_right(self._starts, at) - 1
        return self._starts[number] if number >= 0 and at < self._ends[number] else at

    def end(self, at: int) -> int:
        """The end of the word that holds the letter before an offset; the offset itself outside of words."""
        if at in self._is_end:
            return at
        number = bisect_left(self._starts, at) - 1
        return self._ends[number] if number >= 0 and self._ends[number] > at else at


def _case_fits(entry: Entry, folded: Folded, original: str, start: int, end: int) -> bool:
    """True where the text has a capital wherever a `proper` entry has one (US is not us); scripts without case fit."""
    first, last = folded.span(start, end)
    written = original[first:last]
    if len(written) != len(entry.text):
        return written[0].isupper() or not entry.text[0].isupper()
    return all(letter.isupper() for letter, wanted in zip(written, entry.text, strict=True) if wanted.isupper())


def longest(found: list[Match]) -> list[Match]:
    """The matches that overlap no longer one of their kind; several values of one span all stay."""
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    longer_first = sorted(found, key=lambda m: (m.start - m.end, m.start))
    kept = [m for m in longer_first if _take(taken[m.entry.kind], (m.start, m.end))]
    return sorted(kept, key=lambda m: (m.start, -m.end))


def _take(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Adds a span to disjoint ones, none of them shorter, in their order; False where it overlaps another than itself."""
    at = bisect_left(taken, span)
    if at < len(taken) and taken[at] == span:
        return True
    if (at and taken[at - 1][1] > span[0]) or (at < len(taken) and taken[at][0] < span[1]):
        return False
    taken.insert(at, span)
    return True


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(key(word)) for word in words}, key=len, reverse=True))
