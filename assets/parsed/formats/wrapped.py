"""Lines of a printed page: put together again into paragraphs, though no empty line stands between these.

Here: where a paragraph ends. Not here: texts with empty lines between their paragraphs (lines).
"""

from __future__ import annotations

import re
from typing import Final

SHORT: Final = 0.8
"""A line of less than this share of the usual width ends its paragraph."""
_HYPHEN: Final = re.compile(r"(?<=\w)[-\u00ad\u2010]$")


def unwrapped(text: str) -> str:
    """The text with a paragraph a line; a word that was hyphenated at a line's end is whole again."""
    lines = [line.strip() for line in text.splitlines()]
    width = _width([len(line) for line in lines if line])
    paragraphs: list[str] = []
    ended = True
    for line in lines:
        if not line:
            ended = True
            continue
        if ended:
            paragraphs.append(line)
        else:
            paragraphs[-1] = _joined(paragraphs[-1], line)
        ended = len(line) < SHORT * width
    return "\n\n".join(paragraphs)


def _width(lengths: list[int]) -> int:
    """The usual length of a full line: nine in ten are no longer."""
    return sorted(lengths)[len(lengths) * 9 // 10] if lengths else 0


def _joined(before: str, line: str) -> str:
    if _HYPHEN.search(before) and line[0].islower():
        return before[:-1] + line
    return f"{before} {line}"
