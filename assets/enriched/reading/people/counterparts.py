"""Counterparts: the office of somebody named as the colleague of another one.

Here: 'the minister met his Italian counterpart X', 'their colleagues of Industry, X and Y'. Not here: which name goes with the
word (binding), offices that follow from another one otherwise (coreference).
"""

from __future__ import annotations

from collections.abc import Callable

from assets.enriched.reading.model import Person, Role
from assets.enriched.reading.people.canvas import Canvas
from assets.enriched.reading.people.coreference import HEADS, last_before
from assets.enriched.reading.people.phrases import Phrase
from assets.enriched.reading.people.roles import side
from assets.enriched.reading.people.sighting import Sighting

MINISTER = "minister"


def counterparts(
    canvas: Canvas, phrases: list[Phrase], people: list[Person], held: dict[int, Person], is_of: Callable[[Person, str], bool]
) -> None:
    """Give the office that 'counterpart' stands for to the person it names, or to the only one without an office.

    Args:
        held: persons by the start of the phrase that speaks of them. is_of: whether somebody whose side is not told is known as a
            country's: nobody is the counterpart of a countryman.
    """
    for phrase in phrases:
        if not phrase.counterpart:
            continue
        theirs = side("foreign_minister", phrase)[0]
        others = [p for p in people if theirs is None or not (p.country == theirs or is_of(p, theirs))]
        owner = last_before(phrase.start, others, held.get(phrase.start))
        code = _business(canvas, phrase)
        if code is None and owner is not None:
            code = _subject(canvas, phrases, phrase) or _office_of(owner)
        person = held.get(phrase.start) or _bare(people)
        if code is None or person is None or person is owner or any(r.office == code for r in person.roles):
            continue
        country, organisation = side(code, phrase)
        start, end = phrase.offices[0][1:]
        person.roles.insert(0, Role(code, country, organisation, start, end, "people.counterpart"))


def _subject(canvas: Canvas, phrases: list[Phrase], counterpart: Phrase) -> str | None:
    """The office of who has the counterpart, where the sentence calls that one by the office alone: 'the minister met her counterpart'."""
    begun = canvas.page.sheet.sentences[canvas.page.sheet.sentence_at(counterpart.start)].start
    before = [p for p in phrases if begun <= p.start < counterpart.start and not p.many]
    last = before[-1] if before else None
    if last is None or last.bound or last.counterpart:
        return None
    code = last.offices[0][0]
    return code if code in HEADS else None


def counterparts_many(canvas: Canvas, sightings: list[tuple[Person, Sighting]], people: list[Person]) -> None:
    """Give each of several counterparts the office of the person before: 'ses homologues kényan A et somalien B'."""
    for person, sighting in sightings:
        for phrase in sighting.phrases:
            if not (phrase.counterpart and phrase.many):
                continue
            owner = last_before(phrase.start, people, person)
            code = _business(canvas, phrase) or (_office_of(owner) if owner else None)
            if code is None or any(r.office == code for r in person.roles):
                continue
            start, end = phrase.offices[0][1:]
            person.roles.insert(0, Role(code, *side(code, phrase, sighting.side), start, end, "people.counterpart"))


def _office_of(owner: Person) -> str:
    """The office by which somebody has counterparts: those of a deputy prime minister and foreign minister are foreign ministers."""
    return next((r.office for r in owner.roles if r.office == "foreign_minister"), owner.roles[0].office)


def _business(canvas: Canvas, phrase: Phrase) -> str | None:
    """A minister's office where the counterpart is of another department than foreign affairs: 'her colleague of the Interior'."""
    words = set(canvas.text[phrase.start : max(phrase.end, phrase.reach)].replace("'", " ").split())
    return MINISTER if words & canvas.lexis.departments and not words & canvas.lexis.foreign else None


def _bare(people: list[Person]) -> Person | None:
    """The only person without an office."""
    bare = [p for p in people if not p.roles]
    return bare[0] if len(bare) == 1 else None
