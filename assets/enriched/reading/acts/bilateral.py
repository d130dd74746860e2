"""Sessions of what two states have set up between them: a joint commission, a council of cooperation.

Here: such a session is talks of the two, a meeting with a number. Not here: which words tell a session (hits), what
body it is of (details).
"""

from __future__ import annotations

from assets.enriched.reading.acts.hits import Hit, distance
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.acts.story import Told
from assets.enriched.reading.page import Page
from assets.languages.schema.acts import Trigger

PAIR = 2
"""States that have set up the body."""


def between_two(told: Told, hit: Hit) -> None:
    """Make the session of no organisation in which two states and nobody else take part a meeting of theirs."""
    report = told.report
    if report.kind != "conference" or report.format or not (hit.trigger.part == "session" or hit.kind == "meeting"):
        return
    sides = {p.country for p in report.participants if p.country}
    if len(sides) == PAIR and not any(p.organisation for p in report.participants):
        report.kind = "meeting"
        report.level = None if report.level == "summit" else report.level  # a summit named before is another meeting


def of_two(page: Page, line: Line, hit: Hit, reach: int) -> bool:
    """True for a session with two states within reach, in a sentence without a noun for a body."""
    beside = {m.value for m in line.named("country") if distance(page.sheet.text, m.start, hit.start) < reach}
    return len(beside) == PAIR and not page.words("movement", *line.span)


def goes_on(page: Page, hit: Hit) -> bool:
    """True for a session behind consultations with no organisation between: 'the sixth round' is one of theirs."""
    talks = [w.end for w in page.words("act", 0, hit.start) if isinstance(w.entry.value, Trigger) and w.entry.value.kind == "consultations"]
    return bool(talks) and not page.within(talks[-1], hit.start, "organisation")
