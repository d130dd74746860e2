"""Plans that their own sentence denies: 'the meeting, which had been planned for Friday, will not take place'.

Not here: plans that are put off or called off by a word of their own (hits), or given up for another day (purpose).
"""

from __future__ import annotations

from assets.enriched.reading.acts.hits import Hit
from assets.enriched.reading.acts.lines import Line

PLANS = frozenset({"modal", "near", "support"})
"""Reaches of words that say that something was planned."""


def never_held(line: Line, hits: list[Hit]) -> None:
    """A noun that is denied was planned, so that it is called off, where a word of planning stands between it and its verb."""
    denied = [h for h in hits if h.mood == "negated" and h.helper_span is not None]
    words = [*line.words("helper"), *line.words("modal")] if denied else []
    plans = [w for w in words if w.entry.value.mood == "planned" and w.entry.value.reach in PLANS]  # type: ignore[attr-defined]
    for hit in denied:
        start, end = min(hit.anchors), max(hit.anchors)
        if any(start < w.start and w.end <= end for w in plans):
            hit.near = "planned"
