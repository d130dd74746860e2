"""Plans that their own sentence denies: 'the meeting, which had been planned for Friday, will not take place'.

Not here: plans that are put off or called off by a word of their own (hits), or given up for another day (purpose).
"""

from __future__ import annotations

from assets.enriched.reading.acts.hits import MODAL_REACH, Hit, distance
from assets.enriched.reading.acts.lines import Line

PLANS = frozenset({"modal", "near", "support"})
"""Reaches of words that say that something was planned."""

PLANNED = frozenset({"planned", "open"})
"""Moods of forms that an unreal modal may govern."""


def never_held(line: Line, hits: list[Hit]) -> None:
    """What was planned is called off: by an unreal modal, or where a word of planning stands between a denied noun and its verb."""
    denied = [h for h in hits if h.mood == "negated" and h.helper_span is not None]
    _unreal(line, hits)
    plans = [w for w in line.plans() if w.entry.value.reach in PLANS] if denied else []  # type: ignore[attr-defined]
    for hit in denied:
        start, end = min(hit.anchors), max(hit.anchors)
        if any(start < w.start and w.end <= end for w in plans):
            hit.near = "planned"


def _unreal(line: Line, hits: list[Hit]) -> None:
    """An unreal modal calls off what its forms alone say to be planned or held: 'hätte … eintreffen sollen', 'was to have met'."""
    unreal = [w for w in line.words("modal") if w.entry.value.mood == "cancelled"] if hits else []  # type: ignore[attr-defined]
    for word in unreal:
        for hit in hits:
            ahead = hit.mood in PLANNED and word.start <= hit.end
            near = distance(line.text, word.end, max(min(hit.anchors), word.end)) <= MODAL_REACH
            if (ahead and near) or word.start < hit.start < word.end:
                hit.mood = "cancelled"
