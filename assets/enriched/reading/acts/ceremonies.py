"""Ceremonies told by halves: letters that several envoys hand over one after another, papers signed at the end of talks.

Not here: the day of a ceremony told in a sentence of its own (context).
"""

from __future__ import annotations

from dataclasses import replace

from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.acts.story import TALKS, Story, Told, take_part
from assets.enriched.reading.model import Participant, Person
from assets.enriched.reading.page import Page

ENVOYS = frozenset({"ambassador", "permanent_representative", "charge_daffaires", "head_of_mission"})
"""Offices that hand over letters."""
TAKERS = frozenset({"president", "monarch", "head_of_state", "crown_prince", "foreign_minister"})
"""Offices that take them."""
AFTER = 4
"""Paragraphs after letters were handed over in which the envoys are named."""
REACH = 40
"""Characters between 'at the close of' and its talks."""


def at_the_close(line: Line, story: Story, told: Told) -> None:
    """A paper signed at the end of the talks told last is signed on their day and where they were held, by their sides."""
    report = told.report
    if report.kind != "signing" or report.date or report.status != "held":
        return
    nouns = [w for w in line.words("act") if getattr(w.entry.value, "kind", "") in TALKS and w.start != report.start]
    talks = story.last(TALKS, "held")
    if talks is None or not any(0 <= n.start - f.end < REACH for n in nouns for f in line.words("cue.frame")):
        return
    report.date, report.date_basis = talks.report.date, "context"
    if report.country is None:
        report.place, report.country = talks.report.place, talks.report.country
    if not told.sides():
        sides = [p for p in talks.report.participants if p.country]
        take_part(report, [Participant(country=p.country, capacity="signatory", start=report.start, end=report.end) for p in sides])


def each_envoy(page: Page, story: Story) -> None:
    """Of letters that several envoys handed over, one act for each who is named in the next paragraphs."""
    told = next((t for t in story.told if t.report.kind == "credentials" and t.report.status == "held" and _several(page, t)), None)
    if told is None:
        return
    named = {p.person for p in told.report.participants if p.person is not None and p.office not in TAKERS}
    takers = [p for p in told.report.participants if p.office in TAKERS]
    if not takers or len(named) > 1:
        return
    nameless = {p.country for p in told.report.participants if p.person is None}
    others: list[Told] = []
    for person in _envoys(page, told, takers[0].country):
        if person.number in named:
            continue
        role, mention = person.roles[0], person.mentions[0]
        envoy = Participant(person.number, role.country, None, role.office, "side", mention.start, mention.end)
        if role.country in nameless or not told.sides() - {takers[0].country}:
            take_part(told.report, [envoy])
            continue
        report = replace(told.report, participants=[replace(takers[0]), envoy], topics=[])
        others.append(replace(told, report=report, spans=list(told.spans), paragraphs=list(told.paragraphs), firm=list(told.firm)))
    if others:
        told.report.participants = [p for p in told.report.participants if p.person is not None or p.office in (None, "ambassador")]
    story.told[story.told.index(told) + 1 : story.told.index(told) + 1] = others


def _several(page: Page, told: Told) -> bool:
    """True where the headline or the telling speaks of envoys in the plural."""
    spans = [*told.spans, page.sheet.paragraphs[0]]
    many = [m for span in spans for m in page.within(span.start, span.end, "office") if m.form == "many"]
    return any(m.value in ENVOYS for m in many)


def _envoys(page: Page, told: Told, receiver: str | None) -> list[Person]:
    """Envoys of other states who are first named in the paragraphs behind."""
    last = min(told.paragraphs[-1] + AFTER, len(page.sheet.paragraphs) - 1)
    first, end = page.sheet.paragraphs[told.paragraphs[0]].start, page.sheet.paragraphs[last].end
    found = [p for p in page.people if p.roles and p.mentions and first <= p.mentions[0].start < end]
    return [p for p in found if p.roles[0].office in ENVOYS and p.roles[0].country not in (None, receiver)]


def by_decree(story: Story) -> None:
    """Drop the signing by one state alone in an article about a decree that appoints people: what he signed is the decree."""
    if story.decreed and any(t.report.kind == "appointment" for t in story.told):
        story.told = [t for t in story.told if t.report.kind != "signing" or len(t.sides()) > 1]
