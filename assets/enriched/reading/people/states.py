"""The states of a list whose office holders are named together: 'the foreign ministers of Iraq, Jordan and Egypt'.

Also what a name is of. Not here: whose names they are (binding).
"""

from __future__ import annotations

from assets.enriched.reading.people.canvas import Canvas, Piece
from assets.enriched.reading.people.phrases import Phrase

COMMA = (",", "،")
SEPARATORS = (*COMMA, ";", "؛")
_BETWEEN = (*SEPARATORS, "'")
ITEM_GAP = 16
"""Characters of comma, conjunction and article between a name and the country of the next one."""


def states(canvas: Canvas, phrase: Phrase) -> tuple[list[Piece], int]:
    """All states whose ministers an office in the plural speaks of, in order, and where they or the phrase end."""
    found, at = list(phrase.sides), phrase.reach
    if not (phrase.many and found):
        return found, at
    if found[-1].start > phrase.offices[0][1]:
        while (after := next_side(canvas, at)) is not None:
            found.append(after)
            at = after.end
        return found, at
    while (before := _side_before(canvas, found[0].start)) is not None:
        found.insert(0, before)
    return found, at


def next_side(canvas: Canvas, at: int) -> Piece | None:
    """The country that opens the next item of a list, after its comma, conjunction and small words."""
    at, begun, opened = canvas.skip(at), at, False
    while at - begun < ITEM_GAP:
        piece = canvas.starting.get(at)
        if piece is not None:
            opened = opened or (not canvas.lexis.cased and canvas.text[at] in canvas.lexis.conjunction)
            return piece if piece.kind == "country" and opened else None
        word = canvas.word(at)
        opened = opened or canvas.text[at : at + 1] in SEPARATORS or word in canvas.lexis.conjunction
        if not (canvas.text[at : at + 1] in _BETWEEN or word in canvas.lexis.conjunction or word in canvas.lexis.inside):
            return None
        at = canvas.skip(at + max(1, len(word)))
    return None


def _side_before(canvas: Canvas, start: int) -> Piece | None:
    """The country before another one of a list, with a comma or a conjunction between."""
    at = canvas.skip_back(start)
    word = canvas.word_before(at)
    if word in canvas.lexis.conjunction:
        at = canvas.skip_back(at - len(word))
    elif canvas.text[at - 1 : at] in COMMA:
        at = canvas.skip_back(at - 1)
    else:
        return None
    piece = canvas.ending.get(at)
    return piece if piece is not None and piece.kind == "country" else None


def behind_origin(canvas: Canvas, name_end: int) -> int | None:
    """Where what a person is of begins, behind a name and a word of origin: 'A of Dominica', 'B von der Universität X'."""
    at = canvas.skip(name_end)
    word = canvas.word(at)
    if word not in canvas.lexis.origin:
        return None
    at = canvas.skip(at + len(word))
    small = canvas.word(at)
    return canvas.skip(at + len(small)) if small in canvas.lexis.inside and at not in canvas.starting else at
