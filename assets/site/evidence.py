"""The words that tell of an act, in their sentence: what is shown before and after them. No page and no statement is here."""

import re
from typing import Final

AROUND: Final = 360
"""Code points read on either side of the evidence."""
_END: Final = re.compile(r"[.!?…؟۔](?=[\s\"'»”’)]|$)[\"'»”’)]*|\n+")
_ABBREVIATION: Final = 3
"""A full stop after so few letters is an initial's or an abbreviation's more often than a sentence's."""


def sentence(before: str, words: str, after: str) -> tuple[str, str, str]:
    """The parts of the sentence around the evidence: before it, itself, after it.

    Args:
        before, after: the text on either side of it, up to `AROUND` code points.
        words: the evidence.
    """
    starts = [end.end() for end in _END.finditer(before) if _ends(before, end)]
    stop = next((end.end() for end in _END.finditer(after) if _ends(words + after, end, len(words))), None)
    head = before[starts[-1] :] if starts else _open(before, "…", 0)
    tail = after[:stop] if stop is not None else _open(after, "…", 1)
    return head.lstrip(), words, tail.rstrip()


def _ends(text: str, end: re.Match[str], shift: int = 0) -> bool:
    if "\n" in end.group() or not end.group().startswith("."):
        return True
    last = text[: end.start() + shift].split()[-1:] or [""]
    return len(last[0]) >= _ABBREVIATION


def _open(text: str, mark: str, side: int) -> str:
    """A cut that is no sentence's end says so, at a word's end."""
    if len(text) < AROUND:
        return text
    return mark + text.partition(" ")[2] if side == 0 else text.rpartition(" ")[0] + mark
