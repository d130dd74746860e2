"""Names behind a comma: after an office's business of unknown words, surnames alone there; and brackets behind names.

Not here: names right beside their office, lists (binding).
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from assets.enriched.reading.people.canvas import Canvas, Piece
from assets.enriched.reading.people.name import Name
from assets.enriched.reading.people.phrases import Phrase
from assets.enriched.reading.people.shapes import Shapes

VAGUE = frozenset({"other", "chair", "director", "delegate", "counterpart"})
"""Offices that are also common words: alone they make no unknown words a name."""
NEAR = 40
"""Characters of business after which even unknown words behind a comma are the holder's name."""
BEYOND = 110
"""Characters of an office's business before the comma after which its holder is named."""
BRACKET = 30
"""Characters of a portfolio or party in brackets after a name of a list."""
_MARKS = (",", ".", "")


def alone(canvas: Canvas, phrase: Phrase, name: Name) -> bool:
    """True for a surname between a comma and a mark, after an office with its side: 'the foreign minister of Peru, Huaman'."""
    code, marked = phrase.offices[0][0], canvas.text[name.end : name.end + 1] in _MARKS
    return bool(phrase.sides) and code not in VAGUE and marked and len(phrase.offices) == 1


def beyond(canvas: Canvas, shapes: Shapes, phrase: Phrase, taken: Container[int]) -> Name | None:
    """The name after a comma that follows business of unknown words: 'the chairman of the group for Arctic Affairs, Jan Holm'.

    Args:
        taken: where names begin that are bound already.
    """
    if not canvas.lexis.cased or phrase.counterpart:
        return None
    for at in _commas(canvas, phrase):
        name = shapes.at(canvas.skip(at + 1))
        if name is None or len(name.tokens) < 2 or name.start in taken or canvas.text[name.end : name.end + 1] not in _MARKS:
            continue
        first, last = (canvas.text[slice(*token)] for token in (name.tokens[0], name.tokens[-1]))
        # Where all nouns have capitals, words in a row between two commas are a name all the same.
        told = not canvas.lexis.nouns_capitalised or canvas.text[name.end : name.end + 1] == ","
        near = at - phrase.reach < NEAR and told and phrase.offices[0][0] not in VAGUE
        if (near or canvas.lexis.given(first) or canvas.lexis.surname(last)) and _free(canvas, phrase, at, taken):
            return name
    return None


def bracket(canvas: Canvas, at: int) -> tuple[Piece | None, int]:
    """The country in brackets after a name, and the offset after it: 'Ingrid Solbakken (Norway)'."""
    text, begun = canvas.text, canvas.skip(at)
    piece = canvas.starting.get(begun + 1)
    if text[begun : begun + 1] == "(" and piece is None:
        close = text.find(")", begun, begun + BRACKET)
        return None, close + 1 if close > 0 else at
    if text[begun : begun + 1] != "(" or piece is None or piece.kind != "country" or text[piece.end : piece.end + 1] != ")":
        return None, at
    return piece, piece.end + 1


def enclosed(canvas: Canvas, shapes: Shapes, phrase: Phrase) -> Iterator[tuple[Name, Piece]]:
    """Names in brackets, each after the country of an office in the plural: 'ministers of Latvia (X) and Estonia (Y)'."""
    sentence = canvas.page.sheet.sentences[canvas.page.sheet.sentence_at(phrase.start)]
    for piece in canvas.pieces:
        begun = canvas.skip(piece.end)
        if piece.kind != "country" or not phrase.start < piece.start < sentence.end or canvas.text[begun : begun + 1] != "(":
            continue
        name = shapes.at(canvas.skip(begun + 1))
        if name is not None and canvas.text[name.end : name.end + 1] == ")" and len(name.tokens) > 1:
            yield name, piece


def _commas(canvas: Canvas, phrase: Phrase) -> Iterator[int]:
    """The commas of the phrase's sentence that may end its business."""
    sentence = canvas.page.sheet.sentences[canvas.page.sheet.sentence_at(phrase.start)]
    limit = min(sentence.end, phrase.reach + BEYOND)
    at = canvas.text.find(", ", phrase.reach, limit)
    while at >= 0:
        yield at
        at = canvas.text.find(", ", at + 1, limit)


def _free(canvas: Canvas, phrase: Phrase, end: int, taken: Container[int]) -> bool:
    """True where no other office, name or word of company stands between a phrase and an offset."""
    lexis = canvas.lexis
    others = any(p.kind == "office" and phrase.reach <= p.start < end for p in canvas.pieces)
    names = any(at in taken for at in range(phrase.reach, end))
    words = lexis.company - lexis.conjunction - lexis.inside - lexis.at
    return not others and not names and not words & set(canvas.text[phrase.reach : end].split())
