"""Speeches before an assembly of states: who takes the floor there makes a statement, and no conference is told.

Not here: interviews and speeches that a verb of their own tells (interview, hits).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from assets.enriched.reading.acts.actors import NEVER_ACTING, Actor
from assets.enriched.reading.acts.hits import Hit
from assets.enriched.reading.acts.lexicon import FRAME_ONLY
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.model import Mention, Person
from assets.enriched.reading.page import Page
from assets.languages.schema.acts import Trigger

PART: Literal["floor"] = "floor"
REACH = 60
"""Characters between the word of speaking and the assembly: 'on Saturday', 'the annual session of' fit between."""
OF = 8
"""Characters between an office and the body that it is of."""
OPENING = 3
"""The last paragraph in which a speech is what the article is about."""
_SPEECH = Trigger("statement", PART, "held")


def address(line: Line) -> Hit | None:
    """The statement that a sentence tells, where somebody speaks before an assembly that it names."""
    if line.paragraph > OPENING:
        return None
    halls = [m for m in line.named("organisation") if m.value in FRAME_ONLY and not _held(line, m)]
    idioms = line.words("cue.idiom")
    for word in line.words("cue.floor"):
        if any(i.start <= word.start < i.end for i in idioms):
            continue
        for hall in halls:
            gap = line.text[word.word_end : hall.start] if word.start < hall.start else line.text[hall.end : word.start]
            if len(gap) < REACH and not set('";:') & set(gap):
                return Hit(_SPEECH, word.start, word.end, word.word_end, "held", "verb")
    return None


def _held(line: Line, hall: Mention) -> bool:
    """True for the body whose office somebody beside it holds: 'UN Secretary-General', 'the envoy of the UN'."""
    for office in line.named("office"):
        after = office.start >= hall.start
        gap = line.text[hall.word_end : office.word_start] if after else line.text[office.word_end : hall.word_start]
        near = len(gap) <= 1 if after else len(gap) < OF and not line.words_between("cue.floor", office.end, hall.start)
        if near and "," not in gap:
            return True
    return False


def instead(speech: Hit, hits: list[Hit]) -> list[Hit]:
    """The hits of a sentence with the speech for its own other words: the session spoken at, 'gave a speech'."""
    return [speech, *(h for h in hits if h.kind != "statement" and h.trigger.part != "session")]


def speaker(page: Page, line: Line, hit: Hit, actors: list[Actor]) -> list[Actor]:
    """Who speaks: the first person of the sentence, an office that it names without one, else whom the text named last before."""
    for kind in ("person", "office"):
        named = [a for a in actors if a.kind == kind and not a.joined and not a.former and a.office not in NEVER_ACTING]
        if named:
            return named[:1]
    before = [m for m in page.within(0, line.span.start, "person") if m.person is not None]
    holders = {p.number: p for p in page.people if p.roles}
    last = next((m for m in reversed(before) if m.person in holders), None)
    return [replace(_of(holders[last.person or 0]), start=hit.start, end=hit.end)] if last is not None else []


def _of(person: Person) -> Actor:
    role = person.roles[0]
    return Actor("person", 0, 0, person.number, role.country, None if role.country else role.organisation, role.office, role.office)
