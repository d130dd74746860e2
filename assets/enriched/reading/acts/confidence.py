"""How sure a report is: a small table of what speaks for it.

Not here: calibration against labelled articles, which sets the weights.
"""

from __future__ import annotations

from assets.enriched.reading.acts.hits import Strength
from assets.enriched.reading.model import Report

BY_STRENGTH: dict[Strength, float] = {"verb": 0.62, "support": 0.6, "near": 0.45, "frame": 0.42, "bare": 0.35}
"""A finite verb of the act or of its happening says more than an occasion or a mere noun."""
DATE, TWO_SIDES, MAIN, TOLD_TWICE = 0.1, 0.12, 0.1, 0.05
"""Added for a date, at least two sides or a body, a place in headline or lead, and a second mention."""


def confidence(report: Report, strength: Strength, tellings: int) -> float:
    """A score in [0, 1]."""
    sides = {p.country or p.organisation for p in report.participants} - {None}
    score = BY_STRENGTH[strength]
    score += DATE if report.date else 0.0
    score += TWO_SIDES if len(sides) > 1 or report.format else 0.0
    score += MAIN if report.main else 0.0
    score += TOLD_TWICE if tellings > 1 else 0.0
    return round(min(score, 0.99), 2)
