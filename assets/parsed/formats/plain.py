"""Plain text: one article, or several between lines that divide them. The last resort among the readers.

Here: where one article ends and the next begins. Not here: what is in an article (layout).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assets.parsed.model import Page

if TYPE_CHECKING:
    from assets.parsed.formats.within import Pages

DIVIDER: Final = re.compile(r"^[ \t]*(?:([=*#_~–—-])\1{4,}|(?:[*#] ){2,}[*#])[ \t]*$|\f", re.MULTILINE)
LEAST_WORDS: Final = 40
"""Words of the shortest text between two dividers that is taken for an article."""
FEWEST: Final = 3
"""Texts from which lines of signs divide articles; a single line of them may also stand above a foot."""


class PlainReader:
    """Reads a text as it stands."""

    media_type = "text/plain"

    def records(self, text: str) -> Pages:
        """A page for each article."""
        parts = [part for part in _parts(text) if part.strip()]
        several = len(parts) >= FEWEST or "\f" in text
        if several and all(len(part.split()) >= LEAST_WORDS for part in parts):
            yield from map(Page, parts)
        else:
            yield Page(text)


def _parts(text: str) -> list[str]:
    ends = [(found.start(), found.end()) for found in DIVIDER.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return [text[a:b] for a, b in zip(starts, [*(start for start, _ in ends), len(text)], strict=True)]
