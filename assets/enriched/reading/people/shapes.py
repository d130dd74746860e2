"""The shape of names: where a name begins and ends, in scripts with capitals and in scripts without.

Here: names right after an offset, right before one, and names that stand alone with enough about them to
be told. Not here: whose name it is (persons), which office goes with it (binding).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

from assets.enriched.reading.people.canvas import Canvas
from assets.enriched.reading.people.name import MOST, Name
from assets.enriched.reading.people.words import Words

APPOINTING = 40
"""Letters of a verb of appointing."""
WHOLE = 2
"""Parts of a whole name."""
SYLLABLE = 3
"""Letters of a syllable that is a name part of its own."""
_INITIAL = r"Ul{0,2}\."
_REST = r"[lU]*(?:[-'][lU]+)*"
_NAME = rf"U{_REST}"
_RUN = re.compile(
    rf"U(?<![lU0]U)(?:l{{0,2}}\.[ ]?(?:{_INITIAL}[ ]?)*(?:(?<=\.)l{{2,3}}-)?{_NAME}|{_REST})(?:[- ](?:{_INITIAL}[ ]?)*{_NAME})*"
)
"""Initials and names, blanks or hyphens between them. It begins with a letter, not with what stands before: so it is sought fastest."""
_TOKEN = re.compile(rf"{_INITIAL}|{_NAME}")


class Shapes(Protocol):
    """How names look in one kind of script."""

    def at(self, start: int, awaited: bool = False) -> Name | None:
        """The name that begins at an offset where one is expected. awaited: an office or title stands right before it."""

    def before(self, end: int, awaited: bool = False) -> Name | None:
        """The name that ends at an offset where one is expected. awaited: an office stands right after it."""

    def lone(self) -> Iterator[Name]:
        """Names that no office or title announces."""


def shapes(canvas: Canvas) -> Shapes:
    """The shapes of a page's script."""
    return Capitals(canvas) if canvas.lexis.cased else Words(canvas)


class Capitals:
    """Names in scripts with capitals: runs of capitalised words, particles between them."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas, self._lexis, self._text = canvas, canvas.lexis, canvas.text
        runs = (m.span() for m in _RUN.finditer(canvas.classes))
        spans = self._joined([span for run in runs for span in (self._parted(*run) if " " in self._text[slice(*run)] else (run,))])
        if canvas.lexis.head_last or any(self._text.count(" ", start, end) > 2 for start, end in spans):
            spans = list(self._told_apart(spans))
        self._starting = dict(spans)
        self._ending = {end: start for start, end in spans}
        self._begins = sorted(self._starting)

    def at(self, start: int, awaited: bool = False) -> Name | None:  # noqa: ARG002 - capitals tell a name
        """See `Shapes`."""
        if self._lexis.nouns_capitalised and self._canvas.word(start) in self._lexis.noun_markers:
            return None
        first = start
        end = self._starting.get(first) or self._within(first)
        while end is None and (word := self._canvas.word(first)) in self._lexis.particles:
            first = self._canvas.skip(first + len(word)) + (self._text[first + len(word) : first + len(word) + 1] == "-")
            end = self._starting.get(first)
        return self._trim(start, end) if end is not None else None

    def _within(self, start: int) -> int | None:
        """The end of the run that a word of business in capitals opens: 'du Commerce [Cecilie Myrseth]'."""
        number = bisect_right(self._begins, start) - 1
        if number < 0 or self._text[start - 1 : start] != " ":
            return None
        begun = self._begins[number]
        words = self._text[begun:start].split()
        return self._starting[begun] if begun < start < self._starting[begun] and all(w in self._lexis.portfolios for w in words) else None

    def before(self, end: int, awaited: bool = False) -> Name | None:  # noqa: ARG002 - capitals tell a name
        """See `Shapes`."""
        start = self._ending.get(end)
        return self._leading(start, end) if start is not None else None

    def lone(self) -> Iterator[Name]:
        """See `Shapes`."""
        for start, end in self._starting.items():
            if " " in self._text[start:end] or "." in self._text[start:end]:
                name = self._leading(start, end)
                if name and (sure := self._sure(name)):
                    yield name._replace(sure=sure)

    def _parted(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A run as it is, or cut where a surname ends and another given name begins, or after a case ending."""
        run, begun = self._text[start:end], start
        if "'" in run and " " in run:
            for first, last in self._tokens(start, end)[:-1]:
                if "'" in self._text[first:last] and self._text[first:last].endswith(self._lexis.apostrophe_endings):
                    yield begun, last
                    begun = last + 1
        if self._text.count(" ", begun, end) > 1:
            tokens = self._tokens(begun, end)
            for (_, last), (first, after) in pairwise(tokens[1:]):
                surname = self._text[begun:last].rsplit(" ", 1)[-1]
                if self._lexis.given_in_case(self._text[first:after]) and self._lexis.surname_in_case(surname):
                    yield begun, last
                    begun = first
        yield begun, end

    def _told_apart(self, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Runs of two names as two, where the page has the first one alone: 'Elnur Quliyev Marta Lund ilə görüşüb'."""
        alone = {self._text[start:end] for start, end in spans}
        surnames = {form for start, end in spans if " " in self._text[start:end] for form in self._forms(self._text[start:end].split()[-1])}
        for start, end in spans:
            tokens = self._tokens(start, end) if " " in self._text[start:end] else []
            cut = next((n for n in range(2, len(tokens) - 1) if self._text[start : tokens[n - 1][1]] in alone), None)
            if len(tokens) == 2 and all(surnames & self._forms(self._text[a:b]) for a, b in tokens) and self._cased(*tokens[0]):
                cut = 1
            if cut is None and len(tokens) > 2 and surnames & self._forms(self._text[slice(*tokens[0])]) and self._titled(start, tokens[1]):
                cut = 1
            if cut is None:
                yield start, end
            else:
                yield from ((start, tokens[cut - 1][1]), (tokens[cut][0], end))

    def _titled(self, start: int, second: tuple[int, int]) -> bool:
        """True for a surname right after an office and before a given name: 'Bakan Fidan Tom Barrack'ı kabul etti'."""
        office = self._canvas.ending.get(self._canvas.skip_back(start))
        return office is not None and office.kind == "office" and self._lexis.given(self._text[slice(*second)])

    def _forms(self, word: str) -> set[str]:
        """A word and what it may be without a case ending."""
        return {word, *(base.form for base in self._lexis.bases(word) if len(word) - len(base.ending) > SYLLABLE)}

    def _cased(self, start: int, end: int) -> bool:
        """True for no given name: 'Paşinyanla Kobaxidze', 'Qaxariya Paşinyana' are two surnames."""
        return self._lexis.head_last and not self._lexis.given(self._text[start:end])

    def _joined(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Runs that only particles part, as one."""
        joined: list[tuple[int, int]] = []
        for begun, end in spans:
            elided = self._text[begun + 1 : begun + 2] == "'" and self._text[begun] in self._lexis.particles
            start = begun + 2 if elided and end - begun > 2 else begun
            gap = self._text[joined[-1][1] : start] if joined else ""
            if joined and 0 < len(gap) < 14 and "\n" not in gap and self._particles(gap):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return joined

    def _particles(self, gap: str) -> bool:
        words = gap.replace("-", " ").split()
        return bool(words) and all(word in self._lexis.particles for word in words)

    def _tokens(self, start: int, end: int) -> list[tuple[int, int]]:
        return [m.span() for m in _TOKEN.finditer(self._canvas.classes, start, end)]

    def _trim(self, start: int, end: int) -> Name | None:
        """An expected name, ended before the first word that is none."""
        kept: list[tuple[int, int]] = []
        for first, last in self._tokens(start, end)[:MOST]:
            word = self._text[first:last]
            particle = bool(kept) and word in self._lexis.particles and last < end
            common = not word.endswith(".") and self._lexis.stopped(word) and not (not kept and self._opens_name(first, last, end))
            if common and not particle and not (kept and self._joins(word, first, kept)):
                break
            if kept and self._is_noun(word):
                break
            kept.append((first, last))
        while kept and self._text[kept[-1][1] - 1] == ".":
            kept.pop()
        if len(kept) > WHOLE and self._canvas.word(self._canvas.skip(kept[-1][1])) in self._lexis.regions:
            kept.pop()  # 'X Bahia ştatında': the last word is the region
        return Name(min(start, kept[0][0]), kept[-1][1], tuple(kept)) if kept else None

    def _opens_name(self, first: int, last: int, end: int) -> bool:
        """True for a particle with a capital right after an office, or after a comma before a given name: ', Le Thanh Hai'."""
        office = self._canvas.ending.get(self._canvas.skip_back(first))
        if office is not None and office.kind == "office" and last < end and self._text[first:last] in self._lexis.particles:
            return True
        following = self._canvas.word(self._canvas.skip(last)) if last < end else ""
        listed = self._text[max(0, first - 2) : first].rstrip(" ") == ","
        return listed and self._text[first:last] in self._lexis.particles and self._lexis.given(following)

    def _joins(self, word: str, first: int, kept: list[tuple[int, int]]) -> bool:
        """True for a common word that is also a part of names, or a short one after known parts."""
        return self._lexis.known(word) or self._is_short(first, kept)

    def _ends_before(self, token: tuple[int, int], tokens: list[tuple[int, int]]) -> bool:
        """True where a word of a run is a common one, so that no name can have begun before it."""
        word = self._text[token[0] : token[1]]
        if self._is_noun(word):
            return True
        if word in self._lexis.particles and token not in (tokens[0], tokens[-1]):
            return False
        return self._lexis.stopped(word) and not (token == tokens[-1] and self._is_short(token[0], tokens[:-1]))

    def _is_short(self, start: int, before: list[tuple[int, int]]) -> bool:
        """True for a capitalised syllable after known parts that only looks like a small word (Kim Jong Un)."""
        return len(before) > 1 and len(self._canvas.word(start)) <= SYLLABLE and self._lexis.known(self._canvas.word(before[0][0]))

    def _is_noun(self, word: str) -> bool:
        return self._lexis.nouns_capitalised and not self._lexis.known(word) and word.endswith(self._lexis.noun_endings)

    def _leading(self, start: int, end: int) -> Name | None:
        """A name without the words before it that only begin a sentence or are common nouns."""
        tokens = self._tokens(start, end)
        stops = [i for i, token in enumerate(tokens) if self._ends_before(token, tokens)]
        if stops:
            tokens = tokens[stops[-1] + 1 :]
        while len(tokens) > 1 and not self._behind_post(tokens[0][0]) and self._opens(tokens):
            tokens = tokens[1:]
        if not tokens or len(tokens) > MOST or self._text[tokens[-1][1] - 1] == ".":
            return None
        return Name(tokens[0][0], tokens[-1][1], tuple(tokens))

    def _opens(self, tokens: list[tuple[int, int]]) -> bool:
        """True where the first word is a noun or begins a sentence, and a name goes on without it."""
        (start, end), rest = tokens[0], tokens[1]
        word, before = self._text[start:end], self._text[max(0, start - 3) : start].rstrip(" ")[-1:]
        initial = self._text[rest[1] - 1] == "." and before not in ("", "\n", ".", "!", "?", '"')
        if self._lexis.known(word) or word.endswith(".") or before in (",", ";", "(") or initial:
            return False
        known = self._lexis.given(self._text[rest[0] : rest[1]]) or self._text[rest[1] - 1] == "."
        marked = self._canvas.word_before(self._canvas.skip_back(start)) in self._lexis.noun_markers
        return known or marked

    def _sure(self, name: Name) -> float:
        words = [self._text[a:b] for a, b in name.tokens]
        classes = self._canvas.classes[name.start : name.end]
        if "l" not in classes or self._is_thing(name, words[-1]) or len(words) < 2:
            return 0.0
        initials = sum(word.endswith(".") for word in words)
        if initials:
            return 0.7 if self._lexis.known(words[-1]) or len(words[-1]) > 3 else 0.0
        if self._lexis.given(words[0]):
            return 0.8 if self._lexis.known(words[-1]) else 0.65
        if self._lexis.surname_in_case(words[-1]) and not self._lexis.nouns_capitalised:
            return 0.6
        if self._lexis.given(words[-1]) and self._lexis.surname(words[0]):
            return 0.6
        return 0.5 if self._speaks(name) or self._appointed(name) else 0.0

    def _speaks(self, name: Name) -> bool:
        after = self._canvas.word(self._canvas.skip(name.end))
        return after in self._lexis.company and not self._lexis.nouns_capitalised and len(name.tokens) < 4

    def _appointed(self, name: Name) -> bool:
        """True right beside a verb of appointing: 'intends to nominate Aldona Wos', 'wurde Aldona Wos ernannt'."""
        verbs = self._canvas.page.words("act", max(0, name.start - APPOINTING), name.end + 2)
        ended = [v for v in verbs if v.start == name.end + 1 or v.start < name.start < v.word_end] if self._lexis.nouns_capitalised else []
        if self._behind_post(name.start):
            return True
        beside = [*ended, *(v for v in verbs if v.word_end + 1 == name.start)]
        return any(v.entry.value.kind == "appointment" for v in beside)  # type: ignore[attr-defined]

    def _behind_post(self, start: int) -> bool:
        """True right behind the word for a post that somebody is given: 'Tokyo Büyükelçiliğine X atandı'."""
        posts = self._canvas.page.words("post", max(0, start - APPOINTING), start)
        return any(post.word_end + 1 == start for post in posts)

    def _is_thing(self, name: Name, last: str) -> bool:
        before = self._canvas.word_before(self._canvas.skip_back(name.start))
        after = self._canvas.word(self._canvas.skip(name.end))
        parted = last.partition("'")[0] if "'" in last else ""  # 'Emevi Camisi'ni'
        return before in self._lexis.thing_before or after in self._lexis.thing_after or parted in self._lexis.thing_after
