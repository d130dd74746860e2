"""Notices of rights and subscription, told by word beginnings that stand together in a line.

Here: compiling the packs' notices and asking for them. Not here: which lines are asked (residue).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from assets.parsed.lines import folded_words

_KEY = 2
"""Letters by which stems are looked up; no stem is shorter."""
_WORDS_KEPT = 50_000
"""Words of which the stems are remembered."""


class Notices:
    """All packs' notices by the beginnings of their words.

    Args:
        texts: notices in the packs' form: groups apart by blanks, alternatives by bars.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._groups: list[int] = []
        self._met: dict[str, tuple[tuple[int, int], ...]] = {}
        self._stems: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for text in texts:
            groups = text.split()
            for place, group in enumerate(groups):
                for stem in group.split("|"):
                    folded = "".join(folded_words(stem))
                    self._stems[folded[:_KEY]].append((folded, len(self._groups), place))
            self._groups.append(len(groups))

    def in_line(self, tokens: tuple[str, ...]) -> bool:
        """True where some notice has a word of the line for each of its groups, a different one for each."""
        met: dict[int, dict[int, set[int]]] = {}
        for position, token in enumerate(tokens):
            for notice, group in self._of(token):
                met.setdefault(notice, {}).setdefault(group, set()).add(position)
        return any(
            len(groups) == self._groups[notice] and len(set[int]().union(*groups.values())) >= len(groups) for notice, groups in met.items()
        )

    def _of(self, token: str) -> tuple[tuple[int, int], ...]:
        """Notice and group of the stems that a word begins with; a text's words come again and again."""
        found = self._met.get(token)
        if found is None:
            stems = self._stems.get(token[:_KEY], ())
            found = tuple((notice, group) for stem, notice, group in stems if token.startswith(stem))
            if len(self._met) >= _WORDS_KEPT:
                self._met.clear()
            self._met[token] = found
        return found
