"""Two names after an office within an office: the president's envoy is one man, the president another.

Not here: names that only one office stands before (binding).
"""

from __future__ import annotations

from assets.enriched.reading.people.canvas import Canvas
from assets.enriched.reading.people.name import Name
from assets.enriched.reading.people.phrases import Phrase
from assets.enriched.reading.people.shapes import Shapes
from assets.languages.schema.people import OfficeForm

BOTH = 4
"""Parts of two whole names, one right after the other."""
STEPS = 3
"""Small words, words of business and states that may stand between the two."""


def two(canvas: Canvas, shapes: Shapes, phrase: Phrase, name: Name) -> tuple[Name, Name | None]:
    """One name or two after an office within an office; four parts are two names where cases tell whose they are."""
    declined = bool(canvas.lexis.endings) and not (canvas.lexis.head_last or canvas.lexis.nouns_capitalised)
    if len(name.tokens) == BOTH and declined and canvas.lexis.cased and inner(canvas, phrase) is not None:
        first, last = name.tokens[: BOTH // 2], name.tokens[BOTH // 2 :]
        return Name(first[0][0], first[-1][1], first), Name(last[0][0], last[-1][1], last)
    return name, _second(canvas, shapes, phrase, name)


def _second(canvas: Canvas, shapes: Shapes, phrase: Phrase, name: Name) -> Name | None:
    """The second of two names after an office within an office: 'l'envoyé du président [Paul Ba] pour le Niger, [Luc Kan]'."""
    if not canvas.lexis.cased or phrase.many or inner(canvas, phrase) is None:
        return None
    at = canvas.skip(name.end)
    for _ in range(STEPS):
        piece, word = canvas.starting.get(at), canvas.word(at)
        if piece is not None and piece.kind in ("country", "place") and at > canvas.skip(name.end):
            at = canvas.skip(piece.end)
        elif (word in canvas.lexis.inside or word in canvas.lexis.portfolios) and word not in canvas.lexis.conjunction:
            at = canvas.skip(at + len(word))
        else:
            break
    at = canvas.skip(at + (canvas.text[at : at + 1] == ","))
    second = shapes.at(at) if at > name.end and at not in canvas.starting else None
    return second if second is not None and len(second.tokens) > 1 else None


def inner(canvas: Canvas, phrase: Phrase) -> Phrase | None:
    """The office that another one serves, as a title phrase of its own."""
    pieces = [p for p in canvas.pieces if p.kind == "office" and phrase.start <= p.start < phrase.end]
    served = next((p for p in reversed(pieces) if isinstance(p.value, OfficeForm) and p.value.code == phrase.superior), None)
    if served is None or not isinstance(served.value, OfficeForm) or served.start == phrase.offices[0][1]:
        return None
    offices = [(served.value.code, served.start, served.end)]
    return Phrase(served.start, phrase.end, phrase.reach, offices, phrase.sides, inflected=served.value.inflected)
