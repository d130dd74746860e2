"""Whose countryman somebody is: 'the Rwandan Louise Kabera', 'канадка Жоржетт Ганьон'.

The word for an inhabitant announces a name as an office does, and says of which country the person is. Not here: offices with a
side (binding, roles).
"""

from __future__ import annotations

from assets.enriched.reading.homes import LEADERS
from assets.enriched.reading.model import Person, Role
from assets.enriched.reading.people.canvas import Canvas, Piece
from assets.enriched.reading.people.name import Name
from assets.enriched.reading.people.naming import Register
from assets.enriched.reading.people.shapes import Shapes
from assets.enriched.reading.people.sighting import Sighting

SURE = 0.7
WHOLE = 2
"""Parts of a name that the word for an inhabitant is enough with."""
OTHER = "other"


def compatriots(canvas: Canvas, shapes: Shapes, seen: dict[int, Sighting]) -> None:
    """Add the names that a word for an inhabitant stands right before, and the country to those known already."""
    for piece in canvas.pieces if canvas.lexis.cased else ():
        name = _named(canvas, shapes, piece)
        if name is None:
            continue
        overlapping = [s for s in seen.values() if s.name.start < name.end and name.start < s.name.end]
        if not overlapping:
            overlapping = [seen.setdefault(name.start, Sighting(name, "origin", SURE))]
        overlapping[0].origin = str(piece.value)


def _named(canvas: Canvas, shapes: Shapes, piece: Piece) -> Name | None:
    """The whole name right behind a word for an inhabitant; a capital makes an adjective one where adjectives stand behind nouns."""
    inhabitant = piece.form == "inhabitant" or (
        piece.form == "adjective" and canvas.lexis.before == "none" and canvas.page.sheet.capital(piece.start)
    )
    if piece.kind != "country" or not inhabitant:
        return None
    at = canvas.skip(piece.end)
    name = shapes.at(at) if at not in canvas.starting else None
    return name if name is not None and len(name.tokens) >= WHOLE else None


def settle(register: Register, person: Person, sightings: list[Sighting], on: str) -> None:
    """Give somebody who is told by his country alone the office that the register knows, or 'other'; a leader in office is it, too.

    Args:
        on: EDTF date of the text.
    """
    sighting = next((s for s in sightings if s.origin), None)
    if sighting is None or sighting.origin is None:
        return
    country, start, end = sighting.origin, sighting.name.start, sighting.name.end
    leader = register.find(person.native, frozenset({country}), LEADERS, on)
    if leader is not None and leader.office in LEADERS and Register.holds(leader, on):
        if all(role.office != leader.office for role in person.roles):
            person.roles.append(Role(leader.office, country, None, start, end, "people.register"))
    elif not person.roles:
        person.roles.append(Role(OTHER, country, None, start, end, "people.origin"))
