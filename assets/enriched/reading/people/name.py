"""A name on the page, as it is written there. Not here: where it begins and ends (shapes, words), whose it is (persons)."""

from __future__ import annotations

from typing import NamedTuple

MOST = 7
"""Parts of a name at the most (Nicolas Louis Marie Olivier de Rivière has six)."""


class Name(NamedTuple):
    """A name on the page. tokens: spans of its parts. sure: how sure its shape alone makes it, 0 to 1."""

    start: int
    end: int
    tokens: tuple[tuple[int, int], ...]
    sure: float = 0.0
