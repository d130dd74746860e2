"""What a 'head' or 'chief' is: the word alone is no office, what he heads makes it one.

Here: the office by a word of business ('head of the mission') or by the organisation ('the WHO chief', 'the president of
the Bundestag'). Not here: how a title phrase grows (growth).
"""

from __future__ import annotations

from functools import cache

from assets.enriched.reading.homes import body_of
from assets.enriched.reading.people.canvas import Piece
from assets.enriched.reading.people.growth import Growth
from assets.languages.schema.people import OfficeForm
from assets.register import registers

CHIEF = "chief"
"""The part of an office that says no more than that somebody is at the head."""
ANYTHING = "*"
"""In `[people.heads]`: what a head is of whom the phrase tells nothing more."""
PRESIDING = {"president": None, "chair": None, "vice_president": "deputy_speaker"}
"""Offices that mean another one in a house, with what they mean where it is not the house's head."""


def settle(growth: Growth) -> None:
    """Give the heads among a phrase's offices the office that they hold; those that hold none are no offices."""
    settled = [_settled(growth, piece) for piece in growth.pieces]
    growth.pieces = [piece for piece in settled if piece is not None]


def _settled(growth: Growth, piece: Piece) -> Piece | None:
    if not isinstance(piece.value, OfficeForm):
        return piece
    code: str | None = piece.value.code
    if code == CHIEF:
        code = _by_business(growth, piece) or _by_body(growth, piece) or growth.lexis.heads.get(ANYTHING)
    elif code in PRESIDING and _by_body(growth, piece) == "speaker" and _by_business(growth, piece) in (None, "speaker"):
        code = PRESIDING[code] or "speaker"
    if code == piece.value.code:
        return piece
    return piece._replace(value=piece.value._replace(code=code)) if code is not None else None


def _by_business(growth: Growth, head: Piece) -> str | None:
    """The office that the nearest word of business makes: a head of a mission, of a department."""
    canvas, heads = growth.canvas, growth.lexis.heads
    named = [(p.start, p.end) for p in growth.pieces if p.kind != "office"]
    at, found = growth.start, None
    last = max(growth.reach, growth.end)
    while at < last:
        word = canvas.word(at)
        code = heads.get(word)
        if code is not None and not any(a <= at < b for a, b in named):
            found = code
            if at > head.start:
                return found
        at += max(len(word), 1)
    return found


def _by_body(growth: Growth, head: Piece) -> str | None:
    """The office of whoever is at the head of the nearest organisation."""
    bodies = [p for p in growth.pieces if p.kind == "organisation" and isinstance(p.value, str)]
    if not bodies:
        return None
    nearest = str(min(bodies, key=lambda p: max(p.start - head.end, head.start - p.end)).value)
    return _heads().get(nearest) or _heads().get(body_of(nearest))


@cache
def _heads() -> dict[str, str]:
    return {row.organisation: row.office for row in registers.load().heads}
