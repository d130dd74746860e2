"""Which of the words for acts that are found at one place count: the longest, and the heads of compounds.

Not here: what they say of an act (hits).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from assets.enriched.reading.acts.lines import BRACE
from assets.text.fold import key
from assets.text.matcher import Match

_COMPOUND = re.compile(r" (?:[^\W\d]+(?:-[^\W\d]+)? )?")
"""What stands between the two parts of a compound: at the most an adjective."""


def longest(triggers: Sequence[Match]) -> list[Match]:
    """The longest match of a place, one with its closing word before others; of equal ones all, for their company to decide."""
    kept: list[Match] = []
    for match in sorted(triggers, key=lambda m: (not getattr(m.entry.value, "close", ""), m.start - m.end, m.start)):
        if all(match.start >= k.word_end or k.start >= match.word_end or _span(match) == _span(k) for k in kept):
            kept.append(match)
    split = [k for k in kept if getattr(k.entry.value, "close", "")]
    # Where one word closes several in a row, it is the act of who stands before it: 'to A X, and to B Y was appointed'.
    kept = [m for m in kept if sum(_closes(k, m) for k in split) != 1]
    return sorted(kept, key=lambda m: m.start)


def _closes(split: Match, match: Match) -> bool:
    """True for the word that only closes a verb of its kind told in two parts: 'soll … zusammentreffen'."""
    verb, word = split.entry.value, match.entry.value
    own = match is not split and match.start >= split.word_end and match.start - split.end < BRACE
    return own and getattr(word, "kind", None) == verb.kind and key(match.entry.text) == key(verb.close)  # type: ignore[attr-defined]


def heads(text: str, triggers: list[Match]) -> list[Match]:
    """Without the first part of compounds: 'the council's informal meeting' is the meeting, and one of a body."""
    kept = {
        _span(second)
        for first, second in product(triggers, triggers)
        if _part(first) == _part(second) == "session" and _COMPOUND.fullmatch(text[first.word_end : second.start])
    }
    firsts = {_span(f) for f, s in product(triggers, triggers) if _span(s) in kept and _COMPOUND.fullmatch(text[f.word_end : s.start])}
    return [m for m in triggers if _span(m) not in firsts and (_span(m) not in kept or _part(m) == "session")]


def overcome(text: str, hit: int, match: Match, helpers: Sequence[Match]) -> bool:
    """True for a participle that opens the sentence of what was held all the same: 'Twice put off, the summit closed on Sunday'.

    Args:
        hit: where the act's noun begins. match: a word of calling off.
    """
    if not (match.word_end < hit and "," in text[match.word_end : hit]):
        return False
    behind = next((h for h in helpers if h.start > hit), None)
    return behind is not None and getattr(behind.entry.value, "mood", None) == "held"


def _part(match: Match) -> str:
    return match.entry.value.part  # type: ignore[attr-defined, no-any-return]


def _span(match: Match) -> tuple[int, int]:
    return match.start, match.end
