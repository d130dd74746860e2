"""Visits that name no goal: who comes to the state whose press tells of it.

Not here: goals that the text names, talks that tell where a traveller is (details, rank).
"""

from __future__ import annotations

from assets.enriched.reading.acts.story import Story, Told, take_part
from assets.enriched.reading.model import Participant
from assets.enriched.reading.page import Page


def here(page: Page, story: Story) -> None:
    """A foreign guest's visit without a goal, told by an outlet whose own state meets or speaks with the guest's, leads there."""
    home = page.sheet.document.home
    if home is None:
        return
    for told in story.told:
        report = told.report
        guests = {p.country for p in report.participants if p.person is not None and p.country}
        if (
            report.kind == "visit"
            and report.country is None
            and len(guests) == 1
            and home not in told.sides()
            and _concerned(story, told, home)
        ):
            report.country = home
            take_part(report, [Participant(country=home, capacity="host", start=report.start, end=report.end)])


def _concerned(story: Story, visit: Told, home: str) -> bool:
    """True where another act is the home state's, and none takes the guest anywhere else."""
    others = [t for t in story.told if t is not visit]
    away = any(t.people() & visit.people() and t.report.country not in (None, home) for t in others)
    return not away and any(home in t.sides() for t in others)
