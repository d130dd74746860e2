"""Two names after an office within an office: the president's envoy is one man, the president another.

Not here: names that only one office stands before (binding).
"""

from __future__ import annotations

from assets.enriched.reading.people.canvas import Canvas
from assets.enriched.reading.people.inflection import VOWELS
from assets.enriched.reading.people.name import Name
from assets.enriched.reading.people.phrases import Phrase
from assets.enriched.reading.people.shapes import Shapes
from assets.languages.schema.people import OfficeForm

BOTH = 4
"""Parts of two whole names, one right after the other."""
WHOLE = 2
"""Parts of a whole name."""
STEPS = 3
"""Small words, words of business and states that may stand between the two."""


def two(canvas: Canvas, shapes: Shapes, phrase: Phrase, name: Name) -> tuple[Name, Name | None]:
    """One name or two after an office within an office; four parts are two names where cases tell whose they are."""
    if len(name.tokens) == BOTH and _declines(canvas) and canvas.lexis.cased and inner(canvas, phrase) is not None:
        first, last = name.tokens[: BOTH // 2], name.tokens[BOTH // 2 :]
        return Name(first[0][0], first[-1][1], first), Name(last[0][0], last[-1][1], last)
    return name, _second(canvas, shapes, phrase, name)


def disagree(canvas: Canvas, phrase: Phrase, name: Name) -> bool:
    """True for an office in another case than the name behind it, which is somebody else's: 'by decree of the President Ivan Petrov is …'.

    Only a masculine name shows that: its parts end in consonants, the surname as surnames do in the dictionary form.
    """
    lexis, words = canvas.lexis, [canvas.text[start:end] for start, end in name.tokens]
    if not phrase.inflected or len(words) < WHOLE or not _declines(canvas):
        return False
    plain = all(word[-1:].isalpha() and word[-1] not in VOWELS for word in words)
    return plain and lexis.given(words[0]) and words[-1].endswith(lexis.surname_endings)


def apposed(canvas: Canvas, shapes: Shapes, phrase: Phrase) -> tuple[Name | None, Phrase] | None:
    """The holder before his title and the office he serves: 'X, adviser to President Y' calls Y president.

    None for the holder where words between say that he was it: 'X, until now adviser to President Y, is appointed'.
    """
    served = inner(canvas, phrase) if phrase.superior and canvas.lexis.cased and not canvas.lexis.head_last else None
    if served is None:
        return None
    first = at = canvas.skip_back(phrase.start)
    for _ in range(STEPS):
        word = canvas.word_before(at)
        article = word in canvas.lexis.inside | canvas.lexis.conjunction and canvas.text[at - len(word) - 1] != "-"
        if canvas.text[at - 1 : at] == "-" or (word and not article and not canvas.page.sheet.capital(at - len(word))):
            at = canvas.skip_back(at - max(1, len(word)))
    holder = shapes.before(at - 1) if canvas.text[at - 1 : at] == "," else None
    return (holder if at == first else None, served) if holder is not None else None


def _declines(canvas: Canvas) -> bool:
    """True where names have case endings and stand behind the office."""
    return bool(canvas.lexis.endings) and not (canvas.lexis.head_last or canvas.lexis.nouns_capitalised)


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
