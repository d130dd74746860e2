"""Where sentences end, in any language: stops, and what looks like one.

Not here: words and their meaning. Folded text in, spans of folded text out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_STOP = re.compile(r"[.!?…؟۔\n](?:(?<=\n)\n*|[.!?…؟۔]*[\"')\]]*(?=\s[\s\"'(\[-]*(\S?)))")
"""What may end a sentence; its group is the first letter after it. One set of signs begins it: so it is sought fastest."""
_OPENING = "\"'(["
"""What stands before a word and is no part of it, beside blanks."""
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

    def cut(self, text: str, body: str, origin: Sequence[int]) -> list[tuple[int, int]]:
        """Sentences in order, blanks around them left out; a line's end always ends one.

        Args:
            text: the folded text.
            body: the text that it was folded from.
            origin: offset in the body of each folded character.
        """
        start, sentences = 0, []
        for stop in _STOP.finditer(text):
            at, end = stop.span()
            if text[at] == "." and self._goes_on(text, stop, body, origin):
                continue
            sentences.append(_trimmed(text, start, end))
            start = end
        sentences.append(_trimmed(text, start, len(text)))
        return [(first, last) for first, last in sentences if first < last]

    def _goes_on(self, text: str, stop: re.Match[str], body: str, origin: Sequence[int]) -> bool:
        """True after an initial, an abbreviation or an ordinal, and before a small letter."""
        following = stop.start(1)
        if following < stop.end(1) and body[origin[following]].islower():
            return True
        word = _word_before(text, stop.start())
        last = word.rpartition(".")[2]
        if (len(last) == 1 and last.isalpha()) or word in self._abbreviations or last in self._abbreviations:
            return True
        return self._ordinal_dot and word.isdigit() and len(word) <= 2


def _word_before(text: str, end: int) -> str:
    """What stands right before an offset, back to a blank, a quotation mark or a bracket."""
    before = text[max(0, end - LONGEST_WORD) : end]
    if not before or before[-1].isspace():
        return ""
    word = before.rsplit(None, 1)[-1]
    for mark in _OPENING:
        if mark in word:
            word = word.rpartition(mark)[2]
    return word


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the blanks at both its ends."""
    piece = text[start:end].lstrip()
    return end - len(piece), end - len(piece) + len(piece.rstrip())
