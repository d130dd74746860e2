"""Leaders whom a text calls by nothing but their surname: 'Makron Romaya gedib', 'Trump phoned Zelensky'.

Here: the words that are such names, and full names in the register that nothing else tells.
Not here: names with an office, a title or a given name (binding), surnames of those whom the page names in full elsewhere (persons).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.enriched.reading.people.canvas import LONGEST, Canvas
from assets.enriched.reading.people.inflection import Inflection
from assets.enriched.reading.people.name import Name
from assets.enriched.reading.people.naming import Register
from assets.enriched.reading.people.sighting import Sighting

LONGER, SURE_LEADER = 3, 0.7
"""Letters that a leader's surname has more than to be told without an office, and how sure it is then."""
_WORD = re.compile(r"[^ ]+")
_SINGLE = re.compile(r"(?<![\w'|-])U[lU]{3,}(?:'l+)?(?![\w'|-])(?! U)")
"""In the classes of letters: a capitalised word before which no other letter stands, and behind which no capitalised word does."""


def surnames(canvas: Canvas, register: Register, sightings: list[Sighting]) -> list[Sighting]:
    """Bare surnames of those who lead a state or its diplomacy at the time of the text.

    In scripts without capitals only the leader of the outlet's own country, in a headline. Where all nouns have capitals only in headlines.
    """
    document = canvas.page.sheet.document
    if not document.published or not canvas.page.sheet.paragraphs:
        return []
    whole = _whole_names(canvas, sightings)
    sightings = [*sightings, *whole]
    words = _capitals(canvas, sightings) if canvas.lexis.cased else _headline(canvas)
    if canvas.lexis.nouns_capitalised:
        words = (word for word in words if word[1] <= canvas.page.sheet.paragraphs[0].end)
    found = whole
    for start, end in words:
        if any(s.name.start <= start < s.name.end for s in sightings):
            continue
        for stem in _stems(canvas, start, end):
            known = register.leader(canvas.page.sheet.original(start, stem), document.published)
            if known is not None and (canvas.lexis.cased or known.country == document.home):
                found.append(Sighting(Name(start, end, ((start, end),)), "register", SURE_LEADER, titled=True))
                break
    return found


def _whole_names(canvas: Canvas, sightings: list[Sighting]) -> list[Sighting]:
    """Officials named in full, as the register spells them, where neither an office nor a known part of a name tells them."""
    bound = [(s.name.start, s.name.end) for s in sightings]
    found = []
    for match in canvas.page.found.get("official", ()):
        if not any(a < match.end and match.start < b for a, b in bound) and not _of_thing(canvas, match.start, match.end):
            words = tuple((match.start + m.start(), match.start + m.end()) for m in _WORD.finditer(canvas.text[match.start : match.end]))
            found.append(Sighting(Name(match.start, match.end, words), "shape", SURE_LEADER))
    return found


def _of_thing(canvas: Canvas, start: int, end: int) -> bool:
    """True for a name that a thing is called by: 'Heydar Aliyev International Airport', 'Rue Robert Schuman'."""
    lexis = canvas.lexis
    named = canvas.page.within(max(0, start - LONGEST), end, "organisation", "place")
    behind = canvas.text[end : end + LONGEST].split()[:2]
    before = canvas.word_before(canvas.skip_back(start))
    return any(m.start <= start and end < m.end for m in named) or bool(lexis.thing_after & set(behind)) or before in lexis.thing_before


def _headline(canvas: Canvas) -> Iterator[tuple[int, int]]:
    sheet = canvas.page.sheet
    for start, end in sheet.words(*sheet.paragraphs[0]) if sheet.document.home else ():
        if end - start > LONGER and sheet.text[start:end] not in canvas.lexis.common:
            yield start, end


def _capitals(canvas: Canvas, sightings: list[Sighting]) -> Iterator[tuple[int, int]]:
    """Capitalised words between small ones, but for surnames of those whom the page names in full."""
    full = {form for s in sightings for form in _forms(canvas, canvas.text[slice(*s.name.tokens[-1])])}
    for match in _SINGLE.finditer(canvas.classes):
        start, end = match.span()
        before = canvas.classes[max(0, start - LONGEST) : start - 1].rpartition(" ")[2] if canvas.classes[start - 1 : start] == " " else ""
        word = canvas.text[start:end]
        if before[:1] != "U" and not canvas.lexis.stopped(word) and not canvas.lexis.given(word) and not _forms(canvas, word) & full:
            yield start, end


def _forms(canvas: Canvas, word: str) -> set[str]:
    """A word with its ending and without."""
    return {word, *(base.form for base in canvas.lexis.bases(word))}


def _stems(canvas: Canvas, start: int, end: int) -> list[int]:
    """Where a name may end before a case ending, the whole word first."""
    word = canvas.text[start:end]
    cuts = [len(base.ending) for base in Inflection(canvas).bases(word) if not base.put and len(word) - len(base.ending) > LONGER]
    return [end - cut for cut in dict.fromkeys([0, *cuts])]
