"""Names in scripts without capitals: runs of words that are no common ones, known parts first.

Not here: names in scripts with capitals (shapes), names of which no part is known (strangers).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.enriched.reading.people.canvas import Canvas
from assets.enriched.reading.people.name import MOST, Name
from assets.enriched.reading.people.strangers import Strangers

MOST_UNCASED = 4
SYLLABLE = 5
"""Letters of the second half of a given name where surnames come first: تشوي جونغ كون."""
_LETTERS = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r'"\s*([^"\n]{3,50}?)\s*"')


class Words:
    """Names in scripts without capitals: words that are no common words, known parts first."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas, self._lexis, self._text = canvas, canvas.lexis, canvas.text
        self._strangers = Strangers(canvas)

    def at(self, start: int, awaited: bool = False) -> Name | None:
        """See `Shapes`."""
        if self._text[start : start + 1] == '"':
            return self._quoted(start)
        name = self._known(start)
        tokens = self._strangers.after(start) if awaited else ()
        if tokens and (name is None or (len(tokens) > len(name.tokens) and self._ends(tokens[-1][1]))):
            return Name(tokens[0][0], tokens[-1][1], tokens)
        return name

    def _ends(self, end: int) -> bool:
        """True where a mark or an office shows that a name ends."""
        at = self._canvas.skip(end)
        piece = self._canvas.starting.get(at + (self._text[at : at + 1] in self._lexis.conjunction))
        return self._text[end : end + 1] != " " or (piece is not None and piece.kind == "office")

    def _known(self, start: int) -> Name | None:
        tokens: list[tuple[int, int]] = []
        at = start
        while len(tokens) < MOST_UNCASED + self._bound(tokens) and (match := _LETTERS.match(self._text, at)):
            if not self._accepts(match.group(), tokens) or (at in self._canvas.starting and not self._goes_on(match, tokens)):
                break
            tokens.append(match.span())
            at = match.end() + 1
            if self._text[match.end() : match.end() + 1] not in (" ", "-"):
                break
        while tokens and self._word(tokens[-1]) in self._lexis.particles | self._lexis.join:
            tokens.pop()
        return Name(tokens[0][0], tokens[-1][1], tuple(tokens)) if tokens and self._plausible(tokens) else None

    def _plausible(self, tokens: list[tuple[int, int]]) -> bool:
        """True where a part is known, or several unknown ones come again or are said to speak or meet."""
        words = [self._word(t) for t in tokens]
        if any(map(self._lexis.known, words)):
            return not self._lexis.numerals.issuperset(words)
        if len(words) < 2 or any(word.startswith(self._lexis.long_prefixes) for word in words):
            return False
        after = self._canvas.word(self._canvas.skip(tokens[-1][1]))
        return after in self._lexis.company or self._text.count(f" {words[-1]} ") > 1

    def before(self, end: int, awaited: bool = False) -> Name | None:
        """See `Shapes`."""
        name = self._known_before(end)
        tokens = name.tokens if name else self._strangers.before(end) if awaited else ()
        tokens = self._strangers.unjoined(tokens)
        return Name(tokens[0][0], tokens[-1][1], tokens) if tokens else None

    def _known_before(self, end: int) -> Name | None:
        if self._text[end - 1 : end] == '"':
            opening = self._text.rfind('"', max(0, end - 60), end - 1)
            name = self._quoted(opening) if opening >= 0 else None
            return name if name and self._text[name.end : end].strip(' "') == "" else None
        tokens: list[tuple[int, int]] = []
        at = end
        while len(tokens) < MOST_UNCASED + 2:
            word = self._canvas.word_before(at)
            start = at - len(word)
            if not word or self._blocked(word, at, bool(tokens)):
                break
            if not self._backwards(word, tokens):
                self._prefixed(word, start, at, tokens)
                break
            tokens.insert(0, (start, at))
            at = start - 1
            if self._text[start - 1 : start] not in (" ", "-"):
                break
        return self._settled(tokens)

    def lone(self) -> Iterator[Name]:
        """See `Shapes`."""
        at = 0
        given = self._lexis.given_forms
        known = given.keys() & _words(self._text)
        for first, prefix in sorted((start, given[word]) for word in known for start in self._places(word)):
            start = first + prefix
            if first >= at and start not in self._canvas.starting:
                name = self.at(start)
                if name and (sure := self._sure(name)):
                    at = name.end
                    yield name._replace(sure=sure)

    def _places(self, word: str) -> Iterator[int]:
        """Where a whole word stands."""
        at = self._text.find(word)
        while at >= 0:
            whole = _LETTERS.match(self._text, at)
            if whole and whole.end() == at + len(word) and not (at and _LETTERS.match(self._text, at - 1)):
                yield at
            at = self._text.find(word, at + len(word))

    def _quoted(self, start: int) -> Name | None:
        """A name within quotation marks: up to five words, none of them a common one."""
        match = _QUOTED.match(self._text, start)
        if not match:
            return None
        tokens = [m.span() for m in _LETTERS.finditer(self._text, match.start(1), match.end(1))]
        words = [self._word(t) for t in tokens]
        if not 0 < len(words) < MOST or any(w in self._lexis.stop and not self._lexis.known(w) for w in words):
            return None
        return Name(tokens[0][0], tokens[-1][1], tuple(tokens), 0.3)

    def _word(self, token: tuple[int, int]) -> str:
        return self._text[token[0] : token[1]]

    def _blocked(self, word: str, end: int, follows: bool) -> bool:
        """True for a word that is something else; a place or people's name may begin a name that goes on."""
        piece = self._canvas.ending.get(end)
        if piece is None:
            return False
        given = self._lexis.given(word[self._prefix(word) :])
        surname = word in self._lexis.parts and self._lexis.given(self._canvas.word_before(self._canvas.skip_back(end - len(word))))
        return not (((follows and given) or (not follows and surname)) and piece.kind in ("place", "country"))

    def _bound(self, tokens: list[tuple[int, int]]) -> int:
        """Particles do not count as parts."""
        return sum(self._word(t) in self._lexis.particles or self._word(t) in self._lexis.join for t in tokens)

    def _goes_on(self, match: re.Match[str], tokens: list[tuple[int, int]]) -> bool:
        """True where a word that is also something else must be part of a name: its neighbour says so."""
        piece = self._canvas.starting[match.start()]
        if piece.kind == "office" and tokens:
            return piece.end == match.end() and self._lexis.surname(match.group()) and self._lexis.given(self._word(tokens[-1]))
        if piece.kind == "title" and tokens and piece.end == match.end():
            return self._word(tokens[-1]) in self._lexis.particles
        if piece.kind not in ("place", "country") or piece.end > match.end():
            return False
        if tokens:
            return self._lexis.known(match.group()) and self._lexis.given(self._word(tokens[0]))
        return self._lexis.given(match.group()) and self._lexis.surname(self._canvas.word(match.end() + 1))

    def _accepts(self, word: str, tokens: list[tuple[int, int]]) -> bool:
        """True where the word may be the next part of an expected name."""
        lexis = self._lexis
        last = self._word(tokens[-1]) if tokens else ""
        if word in lexis.particles or word in lexis.join or last in lexis.join or last in lexis.particles:
            behind = last in lexis.particles and lexis.given(word)  # 'bin Ali': folded it is also the preposition
            return word not in lexis.stop or word in lexis.particles or behind
        if word in lexis.stop and not (tokens and lexis.known(word) and lexis.given(last)):
            return False
        if len(word) < 2:
            return False
        if not tokens or lexis.known(word) or lexis.with_article(word):
            return True
        if self._strangers.joined(word):
            return False
        whole = [self._word(t) for t in tokens if self._word(t) not in lexis.join]
        if len(whole) > 1:
            surname_first = len(whole) == 2 and len(word) <= SYLLABLE and lexis.surname(whole[0]) and not lexis.given(whole[0])
            return surname_first or (all(map(lexis.given, whole)) and len(whole) < 3)
        return not (lexis.surname(last) and not lexis.given(last)) and not self._prefix(word)

    def _backwards(self, word: str, tokens: list[tuple[int, int]]) -> bool:
        lexis = self._lexis
        if word in lexis.particles or word in lexis.join:
            return bool(tokens)
        if word in lexis.stop or len(word) < 2:
            return False
        unknown = [t for t in tokens if not lexis.known(self._word(t))]
        if lexis.known(word) or (tokens and lexis.with_article(word)):
            return True
        return not unknown and len(tokens) < 2 and not self._prefix(word) and not self._strangers.joined(word)

    def _prefixed(self, word: str, start: int, end: int, tokens: list[tuple[int, int]]) -> None:
        """A first part with a conjunction or preposition written to it."""
        cut = self._prefix(word)
        if cut:
            tokens.insert(0, (start + cut, end))

    def _prefix(self, word: str) -> int:
        """Letters of a prefix before a known name part; 0 where there is none."""
        if word in self._lexis.parts or word in self._lexis.stop:
            return 0
        for prefix in self._lexis.prefixes:
            if word.startswith(prefix) and word[len(prefix) :] in self._lexis.parts:
                return len(prefix)
        return 0

    def _settled(self, tokens: list[tuple[int, int]]) -> Name | None:
        while tokens and self._word(tokens[0]) in self._lexis.particles:
            tokens.pop(0)
        words = [self._word(t) for t in tokens]
        if not words or not any(map(self._lexis.known, words)) or (len(words) == 1 and not self._lexis.surname(words[0])):
            return None
        return Name(tokens[0][0], tokens[-1][1], tuple(tokens))

    def _sure(self, name: Name) -> float:
        words = [self._word(t) for t in name.tokens]
        before = self._canvas.word_before(self._canvas.skip_back(name.start))
        if len(words) < 2 or before in self._lexis.thing_before:
            return 0.0
        whole = len(words) > 2 and all(map(self._lexis.known, words))
        marked = self._lexis.given(words[0]) and self._canvas.word(self._canvas.skip(name.end)) in self._lexis.object_marks
        return 0.7 if whole or marked or self._lexis.surname(words[-1]) else 0.0


def _words(text: str) -> set[str]:
    """The words of a text; the pattern is asked only for what has marks or digits beside its letters, since it is slow."""
    pieces = set(text.split())
    whole = {piece for piece in pieces if piece.isalpha()}
    return whole.union(_LETTERS.findall(" ".join(pieces - whole)))
