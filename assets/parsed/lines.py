"""A text as lines: cleaned of invisible marks, joined where a mail or wire broke them, with what they look like.

Here: what can be said of a line without knowing any language. Not here: words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from html import unescape

from assets.text.fold import fold

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_BLANKS = re.compile(r"[^\S\n ]+ *| {2,}")
_JOINERS = re.compile("\u200c(?=\\W|$)|(?<=\\W)\u200c|\u200d")
_NON_JOINER = 0x200C
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});")
_ENCODINGS = 3
_PRESENTATION = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]+")
_WORDS = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"""[.!?…؟۔։:;؛][\s"'”’»›)\]*]*$""")
_INNER_END = re.compile(r"[.!?…؟۔][\"”»)]?\s")
_END_LETTERS = 12
PROSE_WORDS = 8
"""A sentence of news is rarely shorter; headlines don't end like sentences."""
UNENDED_PROSE_WORDS = 25
_WRAP_LEAST, _WRAP_MOST = 45, 100
_WRAPPED_SHARE = 0.8
_LOWER_SHARE = 0.4


class Line:
    """One line, blank ends cut, with what it looks like.

    Attributes:
        text: the line.
        apart: True where an empty line stood before it.
        closing: True where one stood after it.
        words: how many words it has.
        ended: True where it ends like a sentence.
        prose: True for running text: a sentence, or long with sentences in it.
    """

    __slots__ = ("_tokens", "apart", "closing", "ended", "prose", "text", "words")

    def __init__(self, text: str, *, apart: bool = True, closing: bool = True) -> None:
        self.text = text
        self.apart = apart
        self.closing = closing
        self.words = len(text.split())
        self.ended = _SENTENCE_END.search(text[-_END_LETTERS:]) is not None
        self.prose = self.words >= PROSE_WORDS and (
            self.ended or (self.words >= UNENDED_PROSE_WORDS and _INNER_END.search(text) is not None)
        )
        self._tokens: tuple[str, ...] | None = None

    @property
    def tokens(self) -> tuple[str, ...]:
        """Folded words, made when first asked for: most lines of news never are."""
        if self._tokens is None:
            self._tokens = folded_words(self.text)
        return self._tokens

    @property
    def folded(self) -> str:
        """Folded words joined by blanks, for comparing lines."""
        return " ".join(self.tokens)

    @property
    def sentences(self) -> int:
        """How many sentences it seems to have."""
        return len(_INNER_END.findall(self.text)) + 1

    @property
    def shouted(self) -> bool:
        """True for capitals only; False in scripts without them."""
        return self.text.isupper()


class _Folding(dict[int, str]):
    """The folded form of each character met so far: for short lines far cheaper than folding with offsets."""

    def __missing__(self, code: int) -> str:
        self[code] = " " if code == _NON_JOINER else fold(chr(code)).text
        return self[code]


_folding = _Folding()


def folded_words(text: str) -> tuple[str, ...]:
    """Folded words of a text; a zero-width non-joiner separates, since the press writes a blank as often."""
    return tuple(_WORDS.findall(text.translate(_folding)))


def clean(text: str) -> str:
    """NFC, one kind of line break, one kind of blank, no invisible marks but the joiners that spelling needs.

    Entities that were encoded twice are read, and Arabic letters that a program has given their shape in the word are letters again.
    """
    text = unicodedata.normalize("NFC", _PRESENTATION.sub(_letter, _unescaped(text)))
    text = "\n".join(text.splitlines())
    text = _BLANKS.sub(" ", _INVISIBLE.sub("", text))
    return _JOINERS.sub("", text) if "\u200c" in text or "\u200d" in text else text


def _unescaped(text: str) -> str:
    """The text without entities, of which one encoding is left in a text that was encoded twice, and two in one that was three times."""
    for _ in range(_ENCODINGS):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = _ENTITY.sub(lambda found: unescape(found.group()), text)
    return text


def _letter(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group())


def lines_of(text: str) -> list[Line]:
    """The lines of a cleaned text that hold anything, in order."""
    blocks: list[list[str]] = [[]]
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            blocks[-1].append(stripped)
        elif blocks[-1]:
            blocks.append([])
    wrapped = _is_wrapped(blocks)
    found: list[Line] = []
    for block in blocks:
        joined = [" ".join(block)] if wrapped and len(block) > 1 and _is_filled(block) else block
        found += [Line(line, apart=index == 0, closing=index == len(joined) - 1) for index, line in enumerate(joined)]
    return found


def _is_wrapped(blocks: Sequence[Sequence[str]]) -> bool:
    """True where paragraphs were broken at a column, as wires and mails do: most inner lines are full and end in mid-sentence."""
    inner = [line for block in blocks for line in block[:-1]]
    if len(inner) < 4:
        return False
    full = [line for line in inner if _WRAP_LEAST <= len(line) <= _WRAP_MOST and not _SENTENCE_END.search(line)]
    starts = [line[0] for block in blocks for line in block[1:] if line[0].isupper() or line[0].islower()]
    lower = sum(map(str.islower, starts))
    return len(full) >= _WRAPPED_SHARE * len(inner) and lower >= _LOWER_SHARE * len(starts)


def _is_filled(block: Sequence[str]) -> bool:
    return all(_WRAP_LEAST <= len(line) <= _WRAP_MOST for line in block[:-1])
