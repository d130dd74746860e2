"""Rolls of names that share an office told before them: 'the envoys are A from Peru, B from Chile', 'among them A (Peru)'.

Here: names with the country that each comes from. Not here: names right beside their titles (binding).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assets.enriched.reading.homes import STATE_HEADS
from assets.enriched.reading.people.beyond import VAGUE, bracket
from assets.enriched.reading.people.canvas import Canvas
from assets.enriched.reading.people.name import Name
from assets.enriched.reading.people.phrases import Phrase
from assets.enriched.reading.people.shapes import Shapes
from assets.enriched.reading.people.sighting import Sighting
from assets.enriched.reading.people.states import SEPARATORS, behind_origin, states

HEADS = STATE_HEADS | {"head_of_state"}
"""Offices that a state has once: the singular is no title of those whom a list names with their countries."""
SURE_LIST = 0.85
"""How sure a name is that shares the office of others."""
ROLL = 160
"""Characters between 'the new ambassadors' and the first of their names: 'these are Messrs'."""
COLON = 60
"""Characters between the last state of a list and the colon behind which the names stand."""
ITEM, LISTED = 60, 8
"""Characters from a name to the next one of a list, its country in brackets between; and from the bracket on."""
See = Callable[[Name, str, float, Phrase | None], Sighting]


class Roll:
    """Binds the names of rolls.

    Args:
        phrases: the page's titles. seen: what is bound so far, by where a name begins. see: binds a name to a title.
    """

    def __init__(self, canvas: Canvas, shapes: Shapes, phrases: list[Phrase], seen: dict[int, Sighting], see: See) -> None:
        self._canvas, self._shapes, self._phrases, self._by_start, self._see = canvas, shapes, phrases, seen, see

    def origins(self) -> None:
        """'Name from Country' after others in the same sentence whose office it shares."""
        lexis, canvas = self._canvas.lexis, self._canvas
        for piece in canvas.pieces:
            if piece.kind != "country" or not lexis.origin:
                continue
            at = canvas.skip_back(piece.start)
            word = canvas.word_before(at)
            if word in lexis.inside and word not in lexis.origin:
                at = canvas.skip_back(at - len(word))
                word = canvas.word_before(at)
            if word not in lexis.origin:
                continue
            name = self._shapes.before(canvas.skip_back(at - len(word)))
            if name is None or len(name.tokens) < 2 or self._bound(name):
                continue
            leader = self._leader(name)
            shared = leader.phrases[0] if leader is not None and self._listed(leader.name.end, name.start) else self._roll(name)
            if shared is not None:
                self._see(name, "list", SURE_LIST, shared).side = piece

    def owned(self) -> None:
        """The country behind a titled name: 'Prime Minister A of Dominica, Prime Minister B of Barbados'."""
        canvas = self._canvas
        for sighting in self._by_start.values():
            if sighting.side is not None or not sighting.phrases or any(p.sides or p.many for p in sighting.phrases):
                continue
            at = behind_origin(canvas, sighting.name.end)
            piece = canvas.starting.get(at) if at is not None else None
            if piece is not None and piece.kind == "country" and piece.form not in ("adjective", "inhabitant"):
                sighting.side = piece

    def possessed(self) -> None:
        """'Country's Name' in a roll told before: 'six ambassadors, among them Paraguay's A and Latvia's B'."""
        for piece in self._canvas.pieces:
            owned = piece.kind == "country" and self._canvas.text[piece.end - 2 : piece.end] == "'s"
            name = self._shapes.at(self._canvas.skip(piece.end)) if owned else None
            if name is None or len(name.tokens) < 2 or self._bound(name):
                continue
            if shared := self._roll(name):
                self._see(name, "list", SURE_LIST, shared).side = piece

    def bracketed(self) -> None:
        """Names with their country in brackets after an office in the plural: '41 ministers, among them A (Peru) and B (Chile)'."""
        for piece in self._canvas.pieces:
            if piece.kind != "country" or self._canvas.text[piece.start - 1 : piece.start] != "(":
                continue
            name = self._shapes.before(self._canvas.skip_back(piece.start - 1))
            if name is None or len(name.tokens) < 2 or self._bound(name) or bracket(self._canvas, name.end)[0] is None:
                continue
            near = [p for p in self._phrases if 0 < name.start - p.end < ROLL and p.offices[0][0] not in VAGUE]
            # A state has one head: whoever he received is none.
            alone = [p for p in near if not (p.bound or p.offices[0][0] in HEADS)]
            before = [p for p in near if p.many] or alone
            shared = self._of_item_before(name) or (before[-1] if before else None)
            if shared is not None:
                self._see(name, "list", SURE_LIST, shared).side = piece

    def told_in_order(self) -> None:
        """Names behind a colon, as many as the states before it: 'the letters of the envoys of Peru and Nepal: A and B'."""
        for phrase in [p for p in self._phrases if p.sides and not p.bound and p.sides[0].start > p.offices[0][1]]:
            sides, end = states(self._canvas, replace(phrase, many=True))
            colon = self._canvas.text.find(":", end, end + COLON) if len(sides) > 1 else -1
            names = self._items(colon + 1) if colon > 0 else []
            if len(names) == len(sides):
                for name, side in zip(names, sides, strict=True):
                    self._see(name, "list", SURE_LIST, phrase).side = side
                phrase.bound = phrase.many = True

    def _items(self, at: int) -> list[Name]:
        """The names of a list that begins at an offset."""
        canvas, found = self._canvas, list[Name]()
        while (name := self._shapes.at(canvas.skip(at))) is not None:
            found.append(name)
            at = canvas.skip(name.end)
            mark, word = canvas.text[at : at + 1], canvas.word(at)
            if mark not in SEPARATORS and word not in canvas.lexis.conjunction:
                break
            at = canvas.skip(at + (1 if mark in SEPARATORS else len(word)))
            if mark in SEPARATORS and canvas.word(at) in canvas.lexis.conjunction:
                at += len(canvas.word(at))
        return found

    def _of_item_before(self, name: Name) -> Phrase | None:
        """The office of a name with its country in brackets that stands right before in the list."""
        for sighting in self._by_start.values():
            if sighting.phrases and 0 < name.start - sighting.name.end < ITEM:
                piece, end = bracket(self._canvas, sighting.name.end)
                if piece is not None and name.start - end < LISTED and self._listed(end, name.start):
                    return sighting.phrases[0]
        return None

    def _roll(self, name: Name) -> Phrase | None:
        """The office in the plural, told shortly before, that a roll of names from several countries shares."""
        before = [p for p in self._phrases if p.many and 0 < name.start - p.end < ROLL * 4 and p.offices[0][0] not in VAGUE]
        return before[-1] if before else None

    def _listed(self, start: int, end: int) -> bool:
        """True where a comma or conjunction parts two names: items of a list."""
        gap = self._canvas.text[start:end]
        return any(sign in gap for sign in SEPARATORS) or bool(self._canvas.lexis.conjunction & set(gap.split()))

    def _leader(self, name: Name) -> Sighting | None:
        sentence = self._canvas.page.sheet.sentence_at(name.start)
        same = [
            s
            for s in self._by_start.values()
            if s.phrases and s.name.start < name.start and self._canvas.page.sheet.sentence_at(s.name.start) == sentence
        ]
        return max(same, key=lambda s: s.name.start, default=None)

    def _bound(self, name: Name) -> bool:
        """True for a name that has a title already."""
        return name.start in self._by_start and bool(self._by_start[name.start].phrases)
