"""Names of which no part is known, in scripts without capitals: told by the office beside them and by where they end.

Here: runs of words that are no common ones, between an office and a mark, a common word or another name.
Not here: names with known parts (shapes), which office expects a name (binding).
"""

from __future__ import annotations

import re

from assets.enriched.reading.people.canvas import Canvas

FEWEST, MOST = 2, 4
"""Parts of a name that only its company tells."""
LETTERS = 4
"""Letters of a single word that may be a surname right after an office."""
_WORD = re.compile(r"[^\W\d_]{2,}")


class Strangers:
    """Finds unknown names beside a title phrase.

    Args:
        canvas: the page.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas, self._lexis, self._text = canvas, canvas.lexis, canvas.text
        self._marked = tuple(p for p in self._lexis.long_prefixes if p not in self._lexis.particles)

    def after(self, start: int) -> tuple[tuple[int, int], ...]:
        """The parts of a name that begins at an offset and ends before a mark or a word that is none; empty where none does."""
        tokens: list[tuple[int, int]] = []
        at = start
        while match := _WORD.match(self._text, at):
            if not self._may_be(match.group(), at, not tokens):
                break
            tokens.append(match.span())
            at = match.end() + 1
            if self._text[match.end() : match.end() + 1] not in (" ", "-"):
                break
        tokens = self._without_particles(tokens)
        if not tokens or not self._closes(tokens[-1][1]):
            return ()
        if len(tokens) == 1:
            return tuple(tokens) if self._single(*tokens[0]) else ()
        return tuple(tokens) if FEWEST <= self._size(tokens) <= MOST else ()

    def before(self, end: int) -> tuple[tuple[int, int], ...]:
        """The parts of a name that ends at an offset and begins after a mark or a word that is none; empty where none does."""
        tokens: list[tuple[int, int]] = []
        at = end
        while word := self._canvas.word_before(at):
            if at in self._canvas.ending or not self._may_be(word, at - len(word), False):
                break
            tokens.insert(0, (at - len(word), at))
            at -= len(word) + 1
            if self._text[at : at + 1] not in (" ", "-") or len(tokens) > MOST:
                break
        fits = FEWEST <= len(tokens) <= MOST and not self._article(self._text[slice(*tokens[0])], tokens[0][0])
        return tuple(tokens) if fits else ()

    def unjoined(self, tokens: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        """A name in a list without the conjunction that is written to its unknown first part."""
        if len(tokens) < FEWEST or self._text[tokens[0][0] - 2 : tokens[0][0]] not in (", ", "; "):
            return tokens
        start, end = tokens[0]
        joined = self._text[start] in self._lexis.conjunction and not self._lexis.known(self._text[start:end])
        return ((start + 1, end), *tokens[1:]) if joined else tokens

    def _may_be(self, word: str, at: int, first: bool) -> bool:
        lexis = self._lexis
        if word in lexis.particles or (lexis.given(word) and (first or word not in lexis.stop)):
            return True
        if word in lexis.stop or word in lexis.common or at in self._canvas.starting or len(word) < FEWEST:
            return False
        if word.startswith(self._marked) or (first and (self._article(word, at) or self._and(word))):
            return False
        return not word.endswith(lexis.noun_endings or ("\0",)) and not self.joined(word)

    def _and(self, word: str) -> bool:
        """True for a word that begins with a conjunction of one letter: after an office rather one more of its departments."""
        return word[0] in self._lexis.conjunction and word[0] in self._lexis.prefixes and len(word) > LETTERS

    def _article(self, word: str, at: int) -> bool:
        """True for a word with an article as it is spelled: إليوت only looks like one when folded."""
        original = self._canvas.page.sheet.original
        return any(word.startswith(a) and original(at, at + len(a)) == a for a in self._lexis.articles)

    def joined(self, word: str) -> bool:
        """True for a common word with a conjunction or preposition of one letter written to it."""
        lexis = self._lexis
        return any(word.startswith(p) and (word[len(p) :] in lexis.stop or word[len(p) :] in lexis.common) for p in lexis.prefixes)

    def _closes(self, end: int) -> bool:
        """True where no word follows that could be one more part of the name."""
        if self._text[end : end + 1] != " ":
            return True
        at = self._canvas.skip(end)
        word = self._canvas.word(at)
        return not word or at in self._canvas.starting or not self._may_be(word, at, False)

    def _single(self, start: int, end: int) -> bool:
        """True for one unknown word right before a mark within the sentence: at its end stands the verb in some languages."""
        return end - start >= LETTERS and self._text[end : end + 1] in (",", "،", "(")

    def _size(self, tokens: list[tuple[int, int]]) -> int:
        return sum(self._text[a:b] not in self._lexis.particles for a, b in tokens)

    def _without_particles(self, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
        while tokens and self._text[slice(*tokens[-1])] in self._lexis.particles:
            tokens.pop()
        return tokens
