"""Which sightings are one person: full names first, then initials, bare surnames and inflected forms.

Here: grouping within one document, and finding later bare surnames. Not here: one person across documents
(resolution).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from assets.enriched.reading.people.canvas import Canvas
from assets.enriched.reading.people.inflection import Inflection
from assets.enriched.reading.people.sighting import Sighting
from assets.text.fold import key

NEAR = 86
"""Percent likeness from which two spellings of one part in one text are a slip of the pen."""
SLIP = 80
"""The same for the surname of one who is called alike otherwise."""
FIRST = 3
"""Letters that the first part of a name has more than to stand for the person alone: in many countries it is the name."""
TINY = 2
"""Letters of the shortest family names."""
SHORT = 5
"""Letters up to which no slip is assumed."""
_FORM = re.compile(r"\w+(?:['-]\w+)*")
Fits = Callable[["Group", Sighting], bool]


@dataclass(slots=True)
class Group:
    """Sightings of one person. words: the fullest name in dictionary form; folded: the same, folded; initials: first letters of these."""

    words: list[str]
    folded: list[str]
    initials: frozenset[str]
    sightings: list[Sighting] = field(default_factory=list)
    bare: list[tuple[int, int]] = field(default_factory=list)


class Groups:
    """Groups the sightings of one document."""

    def __init__(self, canvas: Canvas, inflection: Inflection) -> None:
        self._canvas, self._inflection, self._lexis = canvas, inflection, canvas.lexis
        self.groups: list[Group] = []

    def collect(self, sightings: list[Sighting], fits: Fits) -> list[Group]:
        """The persons behind the sightings, with their later bare mentions.

        Args:
            fits: tells whether the office and side of a bare surname agree with a group's.
        """
        forms = [(self._inflection.words(s.name, s.inflected, s.straight), s) for s in sightings]
        for words, sighting in sorted(forms, key=lambda f: (-self._written(f[0]), f[1].name.start)):
            self._place(words, sighting, fits)
        self.groups.sort(key=lambda g: min(s.name.start for s in g.sightings))
        self._bare()
        return self.groups

    def _written(self, words: list[str]) -> int:
        return sum(not w.endswith(".") for w in words)

    def _place(self, words: list[str], sighting: Sighting, fits: Fits) -> None:
        folded = [key(word) for word in words]
        group = self._match(folded, sighting, fits)
        if group is None:
            if len(words) == 1 and not self._stands_alone(folded[0], sighting):
                return
            group = Group(words, folded, frozenset(word[:1] for word in folded))
            self.groups.append(group)
        group.sightings.append(sighting)

    def _stands_alone(self, word: str, sighting: Sighting) -> bool:
        """True where one word is enough for a person: an office or a title goes with it."""
        return bool(sighting.phrases or sighting.titled) and len(word) > 2 and not {word, word.partition("'")[0]} & self._lexis.stop

    def _match(self, folded: list[str], sighting: Sighting, fits: Fits) -> Group | None:
        # No rule of likeness lets the first letter differ, and most pairs of names in a text do.
        same = [g for g in self.groups if folded[0][:1] in g.initials and self._is_same(folded, g.folded)]
        if not same and len(folded) == 1 and (sighting.phrases or sighting.titled):
            first = [g for g in self.groups if len(g.folded) > 1 and g.folded[0] == folded[0]]
            same = first if len(first) == 1 else []
        if len(same) > 1 and len(folded) == 1:
            agreeing = [g for g in same if fits(g, sighting)]
            same = agreeing or same
            before = [g for g in same if any(s.name.start < sighting.name.start for s in g.sightings)]
            return max(before or same, key=lambda g: max(s.name.start for s in g.sightings))
        return same[0] if same else None

    def _is_same(self, short: list[str], long: list[str]) -> bool:
        """True where each part of the shorter form has its own part in the longer one."""
        if len(short) == 1:
            return self._is_surname(short[0], long)
        if "".join(short) in (long[-1], "".join(long)) or _slip(short, long):
            return True
        left, written = list(long), False
        for part in short:
            match = next((other for other in left if _alike(part, other)), None)
            if match is None:
                return False
            left.remove(match)
            written = written or not (part.endswith(".") or match.endswith("."))
        return written

    def _is_surname(self, word: str, long: list[str]) -> bool:
        options = [word, *(base for base, *_ in self._inflection.bases(word))]
        surname = long[-1]
        if any(option == surname for option in options) or _alike(word, surname):
            return True
        return any(option in long[1:] for option in options) or (word == long[0] and not self._lexis.given(word))

    def _bare(self) -> None:
        """Later mentions by surname alone, with the endings and prefixes of the language."""
        owners: dict[str, list[Group]] = defaultdict(list)
        for group in self.groups:
            surname = group.folded[-1]
            if self._calls(surname):
                owners[surname].append(group)
            first = group.folded[0]
            alone = self._lexis.surname(first) or any(len(s.name.tokens) == 1 for s in group.sightings)
            alone = alone or (
                self._lexis.cased and not self._lexis.nouns_capitalised and len(first) > FIRST and not self._lexis.given(first)
            )
            if alone and self._calls(first) and first not in owners:
                owners[first].append(group)
        taken = [(s.name.start, s.name.end) for g in self.groups for s in g.sightings]
        for surname, groups in owners.items():
            for start, end in self._occurrences(surname):
                if not any(a < end and start < b for a, b in taken):
                    self._owner(groups, start).bare.append((start, end))
                    taken.append((start, end))

    def _calls(self, surname: str) -> bool:
        """True for a word that may name somebody by itself: two letters only where they are known to be a family's name (Li)."""
        long = len(surname) > TINY or (len(surname) == TINY and self._lexis.cased and self._lexis.surname(surname))
        return long and surname not in self._lexis.stop

    def _occurrences(self, surname: str) -> Iterator[tuple[int, int]]:
        """Words that are the surname in one of its forms, by their common stem."""
        stem = surname[: len(surname) - max((len(b) for _, b, _ in self._lexis.endings if b and surname.endswith(b)), default=0)]
        at = self._canvas.text.find(stem)
        while at >= 0:
            span = self._whole(at, surname)
            if span is not None:
                yield span
            at = self._canvas.text.find(stem, at + 1)

    def _whole(self, at: int, surname: str) -> tuple[int, int] | None:
        """The span of the word around an occurrence of the stem, where it is a form of the surname."""
        match = _FORM.match(self._canvas.text, at)
        if match is None or not self._canvas.begins_name(at, self._lexis.prefixes):
            return None
        word = match.group()
        if len(surname) == TINY and (word.partition("'")[0] != surname or self._opens(at)):
            return None
        if word.startswith(surname) and word[len(surname) : len(surname) + 1] in ("", "-"):
            return at, at + len(surname)
        if any(base == surname for base, *_ in self._inflection.bases(word)):
            return at, at + len(surname) if word.startswith(surname) else match.end()
        return None

    def _opens(self, at: int) -> bool:
        """True where a sentence begins: there a short word has its capital anyway."""
        sheet = self._canvas.page.sheet
        return sheet.sentences[sheet.sentence_at(at)].start == at

    def _owner(self, groups: list[Group], start: int) -> Group:
        before = [g for g in groups if g.sightings[0].name.start < start]
        return max(before or groups, key=lambda g: g.sightings[0].name.start)


def _slip(one: list[str], other: list[str]) -> bool:
    """True for two spellings of a name: first and last part are the same, or one of them and nearly the other."""
    if len(one) < 2 or any(part.endswith(".") for part in (one[0], one[-1], other[0], other[-1])) or len(one) != len(other):
        return False
    if (one[0], one[-1]) == (other[0], other[-1]):
        return True
    long = min(len(one[-1]), len(other[-1])) > SHORT and one[-1][0] == other[-1][0]
    return one[:-1] == other[:-1] and long and one[-1][-1] == other[-1][-1] and ratio(one[-1], other[-1]) >= SLIP


def _alike(part: str, other: str) -> bool:
    if part == other:
        return True
    if part.endswith(".") or other.endswith("."):
        return other.startswith(part.rstrip(".")) or part.startswith(other.rstrip("."))
    if min(len(part), len(other)) <= SHORT or part[0] != other[0]:
        return False
    feminine = part.endswith("a") != other.endswith("a")
    return not feminine and ratio(part, other) >= NEAR
