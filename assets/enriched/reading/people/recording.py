"""Writes the people of a page to it: their mentions and those of their offices. Who they are and what they hold is known by then."""

from __future__ import annotations

from assets.enriched.reading.model import Mention, Person
from assets.enriched.reading.page import Page
from assets.enriched.reading.people import coreference
from assets.enriched.reading.people.growth import COUNTERPART
from assets.enriched.reading.people.phrases import Phrase


def record(page: Page, people: list[Person], found: list[Phrase], held: dict[int, Person], feminine: tuple[str, ...]) -> None:
    """Write persons and offices to the page; a place inside a full name was no place.

    Args:
        page: the page.
        people: its people.
        found: the phrases of offices.
        held: who holds them, by the id of the phrase.
        feminine: ends of words for offices that women hold.
    """
    within = {at for p in people for m in p.mentions for at in range(m.start, m.end)}
    page.mentions = [m for m in page.mentions if m.kind not in ("place", "country") or not (m.start in within and m.end - 1 in within)]
    added = [m for p in people for m in p.mentions]
    for phrase in found:
        person = held.get(id(phrase)) if not phrase.many else None
        person = person or coreference.referent(page.sheet.text, phrase, people, page.sheet.document.home, feminine)
        for code, start, end in phrase.offices:
            value: str | None = person.roles[0].office if code == COUNTERPART and person and person.roles else code
            if value == COUNTERPART:
                value = coreference.office_before(phrase.start, people)
            if value is None:
                continue
            form = "many" if phrase.many else "one"
            number = person.number if person else None
            added.append(Mention("office", start, end, start, end, value, form, "people.office", person=number))
    page.add(added)
    page.sides = {side.start for phrase in found for side in phrase.sides}
