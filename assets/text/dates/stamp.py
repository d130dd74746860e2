"""The line that tells when an article appeared: which of its dates, and whether it is such a line at all."""

from __future__ import annotations

import re

from assets.languages.schema.dates import Stamp
from assets.text.dates.lexicon import longest_first
from assets.text.fold import key

_CLOCK = (
    r"\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?(?:[.,]\d+)?z?|\d{1,2}\s?[ap]\.?m\b\.?|(?:utc|gmt)\s*[+-]?\s*\d{0,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}"
)
_WORD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 3
"""Words beside the stamp that are still no sentence: a city, an agency, a section of the page."""


class Stamps:
    """Recognises stamps by one language's labels."""

    def __init__(self, section: Stamp) -> None:
        words = longest_first({key(word) for word in (*section.labels, *section.updated, *section.zones)})
        labels = "|".join(map(re.escape, words)) or r"(?!)"
        self._passed = re.compile(rf"{_CLOCK}|(?<![^\W_])(?:{labels})(?![^\W_])")
        updated = "|".join(re.escape(key(word)) for word in section.updated) or r"(?!)"
        self._updated = re.compile(rf"(?:{updated})\W*\Z")

    def choose(self, text: str, spans: list[tuple[int, int]], most: int = MOST_WORDS) -> int | None:
        """Index of the date of publication among the dates of a folded line; None where over `most` words stand beside them."""
        if not spans:
            return None
        rest = text
        for start, end in reversed(spans):
            rest = f"{rest[:start]} {rest[end:]}"
        if len(_WORD.findall(self._passed.sub(" ", rest))) > most:
            return None
        first = (i for i, (start, _) in enumerate(spans) if not self._updated.search(text[:start]))
        return next(first, 0)
