"""Meetings of those who belong to a body, told by their office alone: 'Leaders last met in Honiara', 'the ministers gathered again'.

Here: whose leaders or ministers they are where the sentence names neither a state nor a person before the verb; groups of
experts, of whom the article names nobody.
Not here: bodies that the sentence names (details).
"""

from __future__ import annotations

from dataclasses import replace

from assets.enriched.reading.acts.hits import Hit
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.acts.story import Story
from assets.enriched.reading.model import Mention, Participant, Report

BESIDE = 25
"""Characters between the office in the plural and its verb."""
KINDS = ("meeting", "conference")
EXPERT = "expert"
"""The level of those who meet for their states without being named."""
SUBJECT = 80
"""Characters between such a group and its verb: the clause that describes it may stand between."""


def assembled_again(line: Line, hit: Hit, report: Report, story: Story) -> None:
    """Make a meeting of leaders or ministers in the plural one of the body whose conference the article tells."""
    if report.kind not in KINDS or hit.trigger.part not in ("verb", "joining") or report.format is not None:
        return
    if any(m.start < hit.end for m in line.named("person", "country", "organisation") if m.start >= line.span.start):
        return
    many = [m for m in line.named("office") if m.form == "many" and _is_beside(m, hit)]
    told = [t for t in story.told if t.report.kind == "conference" and t.report.format]
    if many and told:
        report.kind, report.format = "conference", told[-1].report.format
        levels = [w for w in line.words("level") if many[0].start <= w.start < many[0].end]
        if levels and report.level is None:
            report.level = str(levels[0].entry.value)


def by_experts(line: Line, hit: Hit, report: Report) -> None:
    """Leave only the states of a meeting whose subject is a group without names: 'a joint working group is to meet in Oslo'."""
    groups = [w for w in line.words("level") if w.entry.value == EXPERT and 0 <= hit.start - w.word_end < SUBJECT]
    if report.kind != "meeting" or not groups or any(groups[-1].start < m.start for m in line.named("person")):
        return
    states: dict[str | None, Participant] = {}
    for participant in report.participants:
        states.setdefault(participant.country or participant.organisation, replace(participant, person=None, office=None))
    report.participants = list(states.values())


def _is_beside(office: Mention, hit: Hit) -> bool:
    """True right before a verb, or right behind it where the verb stands first."""
    return 0 <= hit.start - office.word_end < BESIDE or 0 <= office.start - hit.word_end < BESIDE
