"""In whose company a name stands: behind which title, among whose retinue, of which country again.

Not here: the side that follows from it (reader, roles).
"""

from __future__ import annotations

from assets.enriched.reading.model import Person
from assets.enriched.reading.people.canvas import Canvas
from assets.enriched.reading.people.sighting import Sighting
from assets.text.matcher import Match

AGAIN = 3
"""Characters between an office and the word for the country named last: 'of this country'."""


def named_again(canvas: Canvas, sighting: Sighting) -> str | None:
    """The country named last before an office that is 'of this country'; None where the office has no such word after it."""
    end = max((p.end for p in sighting.phrases), default=0)
    if not canvas.page.words("country_again", end, end + AGAIN):
        return None
    first = canvas.page.sheet.sentences[canvas.page.sheet.sentence_at(end - 1)].start
    before = canvas.page.within(first, begins(sighting), "country")
    return before[-1].value if before else None


def begins(sighting: Sighting) -> int:
    """Where the title of a name begins, or the name."""
    return min((p.start for p in sighting.phrases if p.start < sighting.name.start), default=sighting.name.start)


def retinue(canvas: Canvas, sighting: Sighting) -> list[Match]:
    """The words before a name that make it one of those who come with a person: 'accompanied by A, minister of …'."""
    sentence = canvas.page.sheet.sentences[canvas.page.sheet.sentence_at(sighting.name.start)]
    return canvas.page.words("retinue", sentence.start, sighting.name.start)


def principal(canvas: Canvas, sighting: Sighting, people: list[Person]) -> str | None:
    """The country of the person whom a name accompanies, where that person is named in the sentence."""
    for words in retinue(canvas, sighting):
        first = canvas.page.sheet.sentences[canvas.page.sheet.sentence_at(words.start)].start
        before = [(m.start, p) for p in people for m in p.mentions if first <= m.start < words.start]
        return max(before, key=lambda found: found[0])[1].country if before else None
    return None


def continues(canvas: Canvas, sighting: Sighting) -> bool:
    """True for a title after 'and' or in a row: 'Foreign Minister A and Defence Minister B', 'the minister of X, A, the one of Y, B'."""
    start = sighting.phrases[0].start if sighting.phrases else sighting.name.start
    at = canvas.skip_back(start)
    word = canvas.word_before(at)
    if word in canvas.lexis.inside - canvas.lexis.conjunction and sighting.rule == "apposition":
        at = canvas.skip_back(at - len(word))
    in_a_row = at < start - 1 and canvas.text[at - 1 : at] == "," and canvas.classes[at - 2 : at - 1].isalpha()
    behind = canvas.skip(sighting.name.end)
    joined = canvas.text[behind : behind + 1] == "," or canvas.word(behind) in canvas.lexis.conjunction
    in_a_row = in_a_row or (canvas.lexis.head_last and canvas.text[at - 1 : at] == "," and joined)
    return (
        word in canvas.lexis.conjunction or canvas.word_before(at) in canvas.lexis.conjunction or (in_a_row and sighting.name.start > start)
    )
