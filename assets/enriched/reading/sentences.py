"""Where sentences end, in any language: stops, and what looks like one.

Not here: words and their meaning. Folded text in, spans of folded text out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

_STOP = re.compile(r"[.!?…؟۔]+[\"')\]]*(?=\s)|\n+")
_BEFORE = re.compile(r"[^\s\"'(\[]+$")
_AFTER = re.compile(r"[\s\"'(\[-]*(\S)")
LONGEST_WORD = 40
"""Characters looked back over for the word before a stop."""


class SentenceCutter:
    """Cuts a text into sentences.

    Args:
        abbreviations: folded words after which a full stop ends no sentence.
        ordinal_dot: True where a number with a full stop is an ordinal ('am 4. April').
    """

    def __init__(self, abbreviations: Collection[str], ordinal_dot: bool) -> None:
        self._abbreviations = frozenset(abbreviations)
        self._ordinal_dot = ordinal_dot

    def cut(self, text: str, body: str, origin: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Sentences in order, blanks around them left out; a line's end always ends one.

        Args:
            text: the folded text.
            body: the text that it was folded from.
            origin: offset in the body of each folded character.
        """
        start = 0
        for stop in _STOP.finditer(text):
            if text[stop.start()] == "." and self._goes_on(text, stop, body, origin):
                continue
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
        yield from _trimmed(text, start, len(text))

    def _goes_on(self, text: str, stop: re.Match[str], body: str, origin: Sequence[int]) -> bool:
        """True after an initial, an abbreviation or an ordinal, and before a small letter."""
        found = _BEFORE.search(text, max(0, stop.start() - LONGEST_WORD), stop.start())
        word = found.group() if found else ""
        last = word.rsplit(".", 1)[-1]
        if (len(last) == 1 and last.isalpha()) or word in self._abbreviations or last in self._abbreviations:
            return True
        following = _AFTER.match(text, stop.end())
        if following and body[origin[following.start(1)]].islower():
            return True
        return self._ordinal_dot and word.isdigit() and len(word) <= 2


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if inner := piece.strip():
        first = start + piece.index(inner[0])
        yield first, first + len(inner)
