"""One pass over a folded text for all gazetteer entries of a language at once.

Here: compiling entries to an automaton, word boundaries, the language's affixes, and the choice among
overlapping hits. Not here: what an entry means (the stages decide), where entries come from (packs, register).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Literal, Protocol, TypeAlias

from daachorse import CharwiseDoubleArrayAhoCorasick

from assets.text.fold import Folded, fold, key

Case = Literal["any", "proper"]
Meaning: TypeAlias = object
Hit: TypeAlias = tuple[int, int, int]
"""Start, end and number of a key in a text."""
_WORD = re.compile(r"\w+")
_JOINTS = ("'", "-")
"""What may stand between a word and its ending."""
_BY_START = attrgetter("start")
_BY_END = itemgetter(1)
_KEPT = 1 << 14
"""Letters after entries of which is kept whether they are endings: the words of a language come again and again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A surface form to be found.

    text: as the press writes it. kind: what it is (country, organisation, office, verb …). value: what it
    stands for. case: `proper` wants a capital in the text wherever the entry has one.
    bare: True where no affix may be attached. verb: True where only those of verbs may.
    open: True where an adverb may stand behind the first word: 'has (also) met'.
    """

    text: str
    kind: str
    value: Meaning
    case: Case = "any"
    bare: bool = False
    verb: bool = False
    open: bool = False


@dataclass(slots=True)
class Match:
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
        endings = re.compile("".join(f"(?:{_either(slot)})?" for slot in suffix_slots))
        self.ending: Callable[[str], object] = lru_cache(maxsize=_KEPT)(endings.fullmatch)
        """True, as a match or None, where letters are endings of the language, one of each slot at most, in their order."""

    def joined(self, text: str, end: int) -> int:
        """Where a word ends that an apostrophe or a hyphen follows at `end`: after the ending that it joins, if it does.

        What follows a hyphen and is no ending is a word of its own (EU-Gipfel).
        """
        tail = _WORD.match(text, end + 1)
        return tail.end() if tail and self.ending(tail.group()) else end


class Parted:
    """Open entries with an adverb inside them, found by their first word with the adverb: so not each is a key with each adverb.

    Args:
        by_key: all entries by their folded text.
        adverbs: what may stand behind the first word of an open one.
    """

    def __init__(self, by_key: Mapping[str, Sequence[Entry]], adverbs: Iterable[str]) -> None:
        self._known = len(by_key)
        self._numbers = {text: n for n, (text, group) in enumerate(by_key.items()) if " " in text and any(e.open for e in group)}
        firsts = sorted({text.partition(" ")[0] for text in self._numbers})
        begun = {f"{first} {key(adverb)}": first for adverb in adverbs for first in firsts}
        self.begun = [text for text in begun if text not in by_key]
        """Keys beyond those of the entries: first words with their adverbs."""
        numbers = {text: n for n, text in enumerate([*by_key, *self.begun]) if text in begun}
        self._firsts = {number: begun[text] for text, number in numbers.items()}
        self._longest = max((len(text) for text in self._numbers), default=0)

    def resolved(self, hits: list[Hit], text: str) -> list[Hit]:
        """The hits with each first word and its adverb replaced by the entries that begin there, by their end."""
        firsts, known = self._firsts, self._known
        if not firsts:
            return hits
        more = [found for hit in hits if hit[2] in firsts for found in self._entries_of(hit, text)]
        whole = [hit for hit in hits if hit[2] < known]
        return sorted(whole + more, key=_BY_END) if more else whole

    def _entries_of(self, hit: Hit, text: str) -> Iterator[Hit]:
        """The open entries that go on where their first word and an adverb end."""
        start, end, number = hit
        if text[end : end + 1] != " ":
            return
        first = self._firsts[number]
        for word in _WORD.finditer(text, end, end + self._longest):
            entry = self._numbers.get(first + text[end : word.end()])
            if entry is not None:
                yield start, word.end(), entry


class Matcher:
    """All entries of a language, compiled. Immutable; picklable by its entries.

    Args:
        affixes: what may be attached to a word. verbal: what of that may be attached to a verb, where it is less.
        adverbs: what may stand behind the first word of an open entry.
    """

    def __init__(self, entries: Iterable[Entry], affixes: Affixes, verbal: Affixes | None = None, adverbs: Iterable[str] = ()) -> None:
        by_key: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if folded := key(entry.text):
                by_key[folded].append(entry)
        self._entries: list[Sequence[Entry]] = [
            tuple({_sense(entry): entry for entry in reversed(group)}.values()) if len(group) > 1 else tuple(group)
            for group in by_key.values()
        ]
        self._parted = Parted(by_key, adverbs)
        self._proper = [any(entry.case == "proper" for entry in group) for group in self._entries]
        self._choosy = [any(entry.bare or entry.verb for entry in group) for group in self._entries]
        # Without prefixes an entry begins where a word begins: with a capital there, in entries and in texts, none is found elsewhere.
        self._titled = not affixes.prefixes
        sought = [*by_key, *self._parted.begun]
        keys = fold("\n".join(sought)).titled().split("\n") if self._titled else sought
        self._automaton = CharwiseDoubleArrayAhoCorasick(keys) if by_key else None
        self._affixes, self._verbal = affixes, verbal

    def find(self, folded: Folded, original: str) -> list[Match]:
        """Entries in the text, in order, as whole words with the language's affixes.

        Args:
            folded: the folded text.
            original: the text that it was folded from (for letter case).

        Returns:
            All of them, overlapping ones too: `longest` chooses.
        """
        found = self._valid(folded, original)
        found.reverse()  # they come by their end: so the longer of those that begin together stands first
        found.sort(key=_BY_START)
        return found

    def _valid(self, folded: Folded, original: str) -> list[Match]:
        """All matches by their end; those of one span in the reverse order of their entries."""
        found: list[Match] = []
        text, letters, affixes = folded.text, folded.letters, self._affixes
        prefixes, is_ending, add = affixes.prefixes, affixes.ending, found.append
        for start, end, number in self._hits(folded):
            word_start, word_end = start, end
            if letters[start - 1] and letters[start]:
                word_start = letters.rfind(0, 0, start) + 1 if prefixes else start
                if text[word_start:start] not in prefixes:
                    continue
            if letters[end] and letters[end - 1]:
                word_end = letters.find(0, end)
                if not is_ending(text[end:word_end]):
                    continue
            entries = self._entries[number]
            if self._choosy[number] and (word_start != start or word_end != end):
                verbal = self._inflects(text, (word_start, start), (end, word_end))
                entries = [entry for entry in entries if not entry.bare and (verbal or not entry.verb)]
            if self._proper[number]:
                entries = _cased(entries, original[slice(*folded.span(start, end))])
            if word_end == end and text[end : end + 1] in _JOINTS:
                word_end = affixes.joined(text, end)
            for entry in entries:
                add(Match(start, end, word_start, word_end, entry))
        return found

    def _hits(self, folded: Folded) -> list[Hit]:
        """Start, end and number of every key in the text, by their end, within words too."""
        if self._automaton is None:
            return []
        hits = self._automaton.find_overlapping(folded.titled() if self._titled else folded.text)
        return self._parted.resolved(hits, folded.text)

    def _inflects(self, text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
        """True where what stands before and after an entry in its word may be attached to a verb."""
        prefix = text[slice(*before)]
        return self._verbal is None or ((not prefix or prefix in self._verbal.prefixes) and bool(self._verbal.ending(text[slice(*after)])))


def _sense(entry: Entry) -> Entry:
    """The entry without its spelling where the spelling says nothing more: forms that fold alike are one."""
    return replace(entry, text="") if entry.case == "any" else entry


def _cased(entries: Sequence[Entry], written: str) -> Sequence[Entry]:
    """The entries that fit the capitals of a text."""
    return [entry for entry in entries if entry.case == "any" or _case_fits(entry.text, written)]


def _case_fits(name: str, written: str) -> bool:
    """True where the text has a capital wherever a `proper` name has one (US is not us); scripts without case fit."""
    if written == name:
        return True
    if len(written) != len(name):
        return written[0].isupper() or not name[0].isupper()
    return all(letter.isupper() for letter, wanted in zip(written, name, strict=True) if wanted.isupper())


class Span(Protocol):
    """Where something stands in a text."""

    start: int
    end: int


def is_part(part: Span, whole: Span) -> bool:
    """True for what lies inside something longer: 'is expected' in 'is expected to meet'."""
    return whole.start <= part.start and part.end <= whole.end and whole.end - whole.start > part.end - part.start


def longest(found: list[Match]) -> list[Match]:
    """The matches that overlap no longer one of their kind; several values of one span all stay.

    Args:
        found: in order, as `Matcher.find` gives them.
    """
    kept = {id(match) for matches in by_kind(found).values() for match in longest_of_kind(matches)}
    return [match for match in found if id(match) in kept]


def by_kind(found: list[Match]) -> dict[str, list[Match]]:
    """The matches by kind of entry, each in order."""
    kinds: dict[str, list[Match]] = defaultdict(list)
    for match in found:
        kinds[match.entry.kind].append(match)
    return kinds


def longest_of_kind(found: list[Match]) -> list[Match]:
    """Of matches of one kind, in order, those that overlap no longer one; several values of one span all stay."""
    begun = until = 0
    for match in found:
        start, end = match.start, match.end
        if start < until and (start != begun or end != until):
            return _longest(found)
        begun, until = start, end
    return found


def _longest(found: list[Match]) -> list[Match]:
    """`longest_of_kind` where some overlap: those that hang together are compared with one another only."""
    kept: list[Match] = []
    near: list[Match] = []
    alike, begun, until = True, 0, 0
    for match in found:
        start, end = match.start, match.end
        if start >= until:
            kept += near if alike else _longest_near(near, until)
            near, alike, begun, until = [], True, start, end
        elif start != begun or end != until:
            alike, until = False, max(until, end)
        near.append(match)
    return kept + (near if alike else _longest_near(near, until))


def _longest_near(found: list[Match], until: int) -> list[Match]:
    whole = [match for match in found if match.end == until and match.start == found[0].start]
    if whole:  # all others lie within it
        return whole
    taken: list[tuple[int, int]] = []
    longer_first = sorted(range(len(found)), key=lambda n: (found[n].start - found[n].end, found[n].start))
    kept = sorted(n for n in longer_first if _take(taken, (found[n].start, found[n].end)))
    return [found[n] for n in kept]


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
