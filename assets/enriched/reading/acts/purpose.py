"""What a journey is for: talks that a traveller sets out to, told by a noun behind 'for'. And plans that their own sentence gives up.

Not here: journeys themselves (details), plans that a verb tells (hits).
"""

from __future__ import annotations

from assets.enriched.reading.acts.hits import UNREAL, Hit
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.acts.story import TALKS, Story, within

REACH = 30
"""Characters of adjectives between the word of purpose and the talks: 'for two days of bilateral'."""


def purposes(line: Line, hits: list[Hit]) -> None:
    """Talks behind a word of purpose are planned where a verb before them tells the journey."""
    words = line.words("cue.purpose")
    journeys = [h for h in hits if h.kind == "visit" and h.strength == "verb" and h.mood not in UNREAL] if words else []
    for hit in hits:
        if hit.mood is not None or hit.kind not in TALKS or not any(j.end <= hit.start for j in journeys):
            continue
        near = [w for w in words if 0 < hit.start - w.end < REACH and not set(",;:") & set(line.text[w.end : hit.start])]
        if near and any(j.end <= near[-1].start for j in journeys):
            hit.mood, hit.strength, hit.purpose, hit.framed = "planned", "support", True, False


def given_up(line: Line, hits: list[Hit]) -> None:
    """What was planned for one day and is now for another is called off on the first: 'was to speak today, will do so on Friday'."""
    words = line.words("cue.rather")
    for hit in hits if words and len(line.dates) > 1 else ():
        if hit.mood == "planned" and any(hit.end <= w.start and any(d.start >= w.end for d in line.dates) for w in words):
            hit.mood = "cancelled"


def fulfilled(story: Story) -> None:
    """Drop what a journey was for where the talks themselves are told as held, or as planned once more."""
    for told in [t for t in story.told if t.purpose]:
        others = [t for t in story.told if t is not told and t.report.kind in TALKS and not t.purpose and not t.weak]
        if any(told.people() <= t.people() or told.sides() == t.sides() for t in others):
            story.told.remove(told)


def forgone(story: Story) -> None:
    """What was planned for the days of a visit that is called off is called off with it: 'was to be received on the Wednesday'."""
    visits = [t for t in story.told if t.report.kind == "visit" and t.report.status == "cancelled" and t.report.date]
    for told in story.told if visits else ():
        if told.report.status == "planned" and told.report.kind != "visit" and told.report.date:
            day = told.report.date
            if any(_within(day, v.report.date or "") and (told.people() & v.people() or told.sides() <= v.sides()) for v in visits):
                told.report.status = "cancelled"


def _within(day: str, period: str) -> bool:
    """True for an EDTF date that lies within a period, or is it."""
    return day == period or within(day, period)
