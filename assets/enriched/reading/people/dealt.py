"""Two officials of two states: who chairs a round of consultations is of the states in the order in which they were named.

Here: 'Consultations between Spain and Peru were held. They were chaired by the deputy minister A and the director general B.'
Not here: sides that a title names itself (roles), or that the sentence gives a single name (reader).
"""

from __future__ import annotations

from itertools import pairwise

from assets.enriched.reading.model import Mention, Person, Role
from assets.enriched.reading.people.canvas import Canvas
from assets.languages.schema.acts import Trigger

KIND = "consultations"
"""The talks that officials of two ministries lead, one of each."""
PAIR = 2
BESIDE = 40
"""Characters between two states, or two names, of a pair: 'between the foreign ministries of A and of B'."""
TITLED = 120
"""Characters between two names, a title between them."""
OF_FOREIGN = frozenset({"deputy_minister"})
"""Offices whose business a list need not repeat."""
OFFICIALS = frozenset(
    {"deputy_foreign_minister", "deputy_minister", "state_secretary", "director", "director_general", "head_of_department"}
)
"""Offices of those who lead consultations."""


def deal(canvas: Canvas, people: list[Person]) -> None:
    """Give two officials without a side of their own the two states of the consultations that they lead."""
    for one, other in pairwise(people):
        first, second = _open(one), _open(other)
        if first is None or second is None or not _pair(canvas, one.mentions[0], other.mentions[0]):
            continue
        states = _states(canvas, one.mentions[0])
        if states is not None:
            first.country, second.country = states
            first.organisation = second.organisation = None
            if second.office in OF_FOREIGN and "list" in second.rule:  # a plural office says for both what they are ministers of
                second.office = first.office


def _open(person: Person) -> Role | None:
    """The office whose side only its company told; None where the text names it."""
    role = person.roles[0] if person.roles else None
    return role if role is not None and role.office in OFFICIALS and ".context" in role.rule and person.mentions else None


def _pair(canvas: Canvas, one: Mention, other: Mention) -> bool:
    """True for two names of one sentence that a conjunction joins, a title behind it or not."""
    if one.sentence != other.sentence or not 0 < other.start - one.end < TITLED:
        return False
    word = canvas.word(canvas.skip(one.end))
    return word in canvas.lexis.conjunction or canvas.text[one.end : one.end + 1] in (",", "،")


def _states(canvas: Canvas, name: Mention) -> tuple[str, str] | None:
    """The two states between which the sentence, or the one before, tells of consultations."""
    sheet = canvas.page.sheet
    here = sheet.sentence_at(name.start)
    for number in (here, here - 1):
        if number < 0:
            return None
        start, end = sheet.sentences[number].start, min(sheet.sentences[number].end, name.start)
        if not any(isinstance(m.entry.value, Trigger) and m.entry.value.kind == KIND for m in canvas.page.words("act", start, end)):
            continue
        named = [m for m in canvas.page.within(start, end, "country") if m.value]
        values = list(dict.fromkeys(m.value or "" for m in named))
        close = any(b.word_start - a.word_end < BESIDE for a, b in pairwise(named) if a.value != b.value)
        return (values[0], values[1]) if len(values) == PAIR and close else None
    return None
