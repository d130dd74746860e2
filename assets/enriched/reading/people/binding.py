"""Binding: which name goes with which title phrase, and lists of names that share one.

Here: sightings, that is a name on the page with the phrases that speak of it. Not here: which sightings
are one person (persons), whose counterpart somebody is (coreference).
"""

from __future__ import annotations

import re

from assets.enriched.reading.people.beyond import VAGUE, alone, beyond, bracket, enclosed
from assets.enriched.reading.people.canvas import Canvas, Piece
from assets.enriched.reading.people.compatriots import compatriots
from assets.enriched.reading.people.name import Name
from assets.enriched.reading.people.nested import apposed, disagree, inner, two
from assets.enriched.reading.people.phrases import Phrase
from assets.enriched.reading.people.rolls import ROLL, SURE_LIST, Roll
from assets.enriched.reading.people.shapes import Shapes
from assets.enriched.reading.people.sighting import Sighting
from assets.enriched.reading.people.states import COMMA, SEPARATORS, next_side, states
from assets.languages.schema.people import TitleForm

SURE_TITLE, SURE_APPOSITION, SURE_HONORIFIC, SURE_SUCCESSION = 0.95, 0.9, 0.8, 0.6
_LEFT_GAP = re.compile(r"""["')]*\s?(?:[,،]\s?|-\s?|\(\s?)?["']?$""")
BECOMING = 40
"""Characters of the words that a clause about somebody's office begins with."""
BUSINESS = 3
"""Words of business with a preposition written to them that may stand between an office and its name."""

_APART = ("-", "(", ":", *COMMA)
_ENDS = (*COMMA, ".", ")", "")


class Binder:
    """Collects the sightings of one page."""

    def __init__(self, canvas: Canvas, shapes: Shapes, phrases: list[Phrase]) -> None:
        self._canvas, self._shapes, self._phrases = canvas, shapes, phrases
        self._by_start: dict[int, Sighting] = {}

    def sightings(self) -> list[Sighting]:
        """All sightings in the order of the page."""
        persons = [phrase for phrase in self._phrases if not self._is_thing(phrase)]
        for phrase in persons:
            if not self._enclosed_many(phrase):
                self._right(phrase)
        for phrase in persons:
            if not phrase.bound:
                self._left(phrase)
            if not phrase.bound:
                self._right(phrase, comma=True)
            if not phrase.bound and (name := beyond(self._canvas, self._shapes, phrase, self._by_start)):
                self._see(name, "apposition", SURE_APPOSITION, phrase)
            if not phrase.bound:
                self._further(phrase)
        self._titles()
        roll = Roll(self._canvas, self._shapes, self._phrases, self._by_start, self._see)
        roll.origins()
        roll.told_in_order()
        roll.bracketed()
        roll.possessed()
        roll.owned()
        for name in self._shapes.lone():
            if not any(s.name.start < name.end and name.start < s.name.end for s in self._by_start.values()):
                self._see(name, "shape", name.sure)
        compatriots(self._canvas, self._shapes, self._by_start)
        return sorted(self._by_start.values(), key=lambda s: s.name.start)

    def _enclosed_many(self, phrase: Phrase) -> bool:
        """Bind the names in brackets after the countries of an office in the plural; True where there are any."""
        named = list(enclosed(self._canvas, self._shapes, phrase)) if phrase.many else []
        for name, side in named:
            self._see(name, "list", SURE_LIST, phrase).side = side
        return bool(named)

    def _is_thing(self, phrase: Phrase) -> bool:
        """True where the word before makes office and name a street, prize or hall."""
        named = not (phrase.sides and self._canvas.lexis.cased)
        return named and self._canvas.word_before(self._canvas.skip_back(phrase.start)) in self._canvas.lexis.thing_before

    def _see(self, name: Name, rule: str, confidence: float, phrase: Phrase | None = None) -> Sighting:
        known = self._by_start.setdefault(name.start, Sighting(name, rule, confidence))
        if phrase is not None:
            known.phrases.append(phrase)
            known.inflected = known.inflected or (phrase.inflected and rule in ("title", "list"))
            agreeing = not self._canvas.lexis.head_last and not phrase.inflected and not phrase.many
            known.straight = known.straight or (agreeing and rule == "title")
            phrase.bound = True
            if confidence > known.confidence:
                known.rule, known.confidence = rule, confidence
        return known

    def _right(self, phrase: Phrase, comma: bool = False) -> None:
        """The name that follows a phrase, titles between them allowed, a comma only where said so."""
        name, titled = self._following(phrase, comma)
        if name is None or self._canvas.word(self._canvas.skip(name.end)) in self._canvas.lexis.thing_after:
            return
        if not comma and (self._belongs_left(phrase, name) or self._appoints(phrase, name) or disagree(self._canvas, phrase, name)):
            return
        if not comma and (found := apposed(self._canvas, self._shapes, phrase)) is not None:
            self._see(name, "title", SURE_TITLE, found[1])
            phrase.bound = True
            if found[0] is not None:
                self._see(self._whole(found[0]), "apposition", SURE_APPOSITION, phrase)
            return
        rule, confidence = ("apposition", SURE_APPOSITION) if comma else ("title", SURE_TITLE)
        name, second = two(self._canvas, self._shapes, phrase, name) if phrase.superior and not comma else (name, None)
        if second is not None:
            self._see(name, rule, confidence, inner(self._canvas, phrase))
            self._see(second, "apposition", SURE_APPOSITION, phrase)
            return
        self._see(name, rule, confidence, phrase).titled |= titled
        if phrase.many or phrase.counterpart:
            self._list(phrase, name)

    def _belongs_left(self, phrase: Phrase, name: Name) -> bool:
        """True where the name after an office has its own and another stands before it: 'A minister of X B minister of Y'."""
        canvas = self._canvas
        if canvas.lexis.cased or phrase.many or phrase.counterpart:
            return False
        own = canvas.starting.get(canvas.skip(name.end + (canvas.text[name.end : name.end + 1] == '"')))
        if own is None or own.kind != "office" or own.form in canvas.lexis.conjunction - {""}:
            return False
        at = canvas.skip_back(phrase.start)
        return at not in canvas.ending and self._shapes.before(at) is not None

    def _appoints(self, phrase: Phrase, name: Name) -> bool:
        """True for who appoints the one named behind, the verb at the end: 'zum Botschafter hat der Minister X bestimmt'."""
        canvas = self._canvas
        article = canvas.word_before(canvas.skip_back(phrase.start))
        if not canvas.lexis.nouns_capitalised or article not in canvas.lexis.inside - canvas.lexis.conjunction:
            return False
        acts = canvas.page.words("act", name.end + 1, name.end + 2)
        return any(a.entry.value.kind == "appointment" and not a.entry.value.close for a in acts)  # type: ignore[attr-defined]

    def _following(self, phrase: Phrase, comma: bool) -> tuple[Name | None, bool]:
        """The name after a phrase, and whether titles stand between; after a comma only a full or titled one."""
        at = self._past_both(phrase, self._canvas.skip(states(self._canvas, phrase)[1]))
        if comma:
            quoted = self._canvas.text[at : at + 1] == ":" and at < self._canvas.page.sheet.paragraphs[0].end
            if quoted or self._canvas.text[at : at + 1] not in _APART:
                return None, False
            at = self._canvas.skip(at + 1)
        at, titled = self._past_titles(at)
        if not titled and self._canvas.lexis.cased and self._canvas.is_at(at):
            return None, False
        name = self._shapes.at(at, self._awaits(phrase) and not comma) or (self._enclosed(at, phrase) if comma else None)
        if not comma and not self._canvas.lexis.cased:
            name = self._past_business(at, name)
        whole = titled or name is None or len(name.tokens) > 1 or alone(self._canvas, phrase, name)
        if comma and name is not None and (name.start in self._by_start or not whole):
            return None, False
        return name, titled

    def _past_both(self, phrase: Phrase, at: int) -> int:
        """The offset after the words for both states behind an office in the plural: 'the ministers of the two countries A and B'."""
        both = self._canvas.page.words("cue.both_states", at, at + 1) if phrase.many and self._canvas.lexis.cased else []
        return self._canvas.skip(both[0].word_end) if both and both[0].start == at else at

    def _enclosed(self, at: int, phrase: Phrase) -> Name | None:
        """A name of unknown parts between two marks, after an office with its side: 'the minister of Korea, Kang Kyung Wha, …'."""
        if self._canvas.lexis.cased or not phrase.sides or self._begins_item(phrase):
            return None
        name = self._shapes.at(at, awaited=True)
        return name if name is not None and self._canvas.text[name.end : name.end + 1] in _ENDS else None

    def _awaits(self, phrase: Phrase) -> bool:
        """True for an office that says enough to make unknown words beside it a name."""
        return bool(phrase.sides) or (phrase.offices[0][0] not in VAGUE and not phrase.many)

    def _past_business(self, at: int, name: Name | None) -> Name | None:
        """A name with a known first part after words that a preposition or article marks as more of the office's business."""
        lexis, first = self._canvas.lexis, at
        for _ in range(BUSINESS):
            word = self._canvas.word(at)
            marked = word.startswith(lexis.long_prefixes or ("\0",)) and at not in self._canvas.starting
            if not marked or lexis.known(word) or (word in lexis.stop and not word.endswith(lexis.noun_endings)):
                break
            at = self._canvas.skip(at + len(word))
        if at != first:
            at, titled = self._past_titles(at)
        if at == first or not (lexis.given(self._canvas.word(at)) or titled):
            return name
        return self._shapes.at(at) or name

    def _past_titles(self, at: int) -> tuple[int, bool]:
        """The offset after quotes, honorifics and ranks; and whether there were any titles."""
        titled = False
        while True:
            at = self._canvas.skip(at)
            piece = self._canvas.starting.get(at)
            if piece is not None and _is(piece, "honorific", "honorific_many", "rank", "modifier"):
                at, titled = piece.end + (self._canvas.text[piece.end : piece.end + 1] == "."), True
            elif (title := self._past_article(at)) is not None:
                at, titled = title, True
            elif self._canvas.text[at : at + 1] == '"' and self._canvas.lexis.cased:
                at += 1
            else:
                return at, titled

    def _past_article(self, at: int) -> int | None:
        """The end of a rank or honorific that an article stands before: 'the chief of staff of Mali, le général Oumar Diarra'."""
        canvas = self._canvas
        word = canvas.word(at)
        if not canvas.lexis.cased or word not in canvas.lexis.inside or at in canvas.starting:
            return None
        title = canvas.starting.get(canvas.skip(at + len(word) + (canvas.text[at + len(word) : at + len(word) + 1] == "'")))
        return title.end if title is not None and _is(title, "honorific", "rank") else None

    def _list(self, phrase: Phrase, first: Name) -> None:
        """The further names of a plural office, with the side that each names; else sides are dealt out in order."""
        items: list[tuple[Name, Piece | None]] = [(first, None)]
        own, at = bracket(self._canvas, first.end)
        items[0] = first, own
        while (following := self._next_item(at)) is not None:
            own, at = bracket(self._canvas, following[0].end)
            items.append((following[0], own or following[1]))
        if not phrase.many and not (len(items) > 1 and all(side for _, side in items[1:])):
            return
        phrase.many = True
        sides, _ = states(self._canvas, phrase)
        dealt = sides if len(sides) == len(items) else []
        if not dealt and len(items) > 1 and all(side for _, side in items[1:]):
            dealt = phrase.sides[-1:]
        for number, (name, own) in enumerate(items):
            sighting = self._by_start[name.start] if number == 0 else self._see(name, "list", SURE_LIST, phrase)
            sighting.side = own or (dealt[number] if number < len(dealt) else None)

    def _next_item(self, at: int) -> tuple[Name, Piece | None] | None:
        """The next name of a list and the side before it: 'et somalien Hassan Sheikh', '; Kuwait, Nasser Al-Mutlaq'."""
        name = self._next_in_list(at)
        if name is not None:
            return name, None
        side = next_side(self._canvas, at)
        if side is None:
            return None
        at = self._canvas.skip(side.end)
        at, _ = self._past_titles(at + (self._canvas.text[at : at + 1] in COMMA))
        name = self._shapes.at(at)
        return (name, side) if name is not None and len(name.tokens) > 1 else None

    def _next_in_list(self, at: int) -> Name | None:
        at = self._canvas.skip(at)
        joined = False
        if self._canvas.text[at : at + 1] in SEPARATORS:
            at, joined = self._canvas.skip(at + 1), True
        word = self._canvas.word(at)
        if word in self._canvas.lexis.conjunction:
            at, joined = self._canvas.skip(at + len(word)), True
        elif not self._canvas.lexis.cased and word[:1] in self._canvas.lexis.conjunction and word[1:]:
            if at in self._canvas.starting:
                return None
            at, joined = at + 1, True
        at, _ = self._past_titles(at)
        return self._shapes.at(at) if joined else None

    def _left(self, phrase: Phrase) -> None:
        """The name before a phrase: with a comma, dash or bracket between, or right before it without capitals."""
        if phrase.many or self._canvas.is_at(phrase.start):
            return
        start = self._past_becoming(self._past_small(phrase.start)) if self._canvas.lexis.cased else phrase.start
        gap = _LEFT_GAP.search(self._canvas.text, max(0, start - 6), start)
        at = gap.start() if gap else start
        marks = "-(" if self._canvas.lexis.head_last else ",-("
        between = self._canvas.text[at:start]
        headline = "-" in between and start < self._canvas.page.sheet.paragraphs[0].end
        if self._canvas.lexis.cased and (not set(between) & set(marks) or between == "-" or headline):
            return
        awaited = self._awaits(phrase)
        name = self._shapes.before(at, awaited) or (self._shapes.before(start, awaited) if not self._canvas.lexis.cased else None)
        if name is None and not self._canvas.lexis.cased and self._canvas.text[at : at + 1] == '"':
            name = self._shapes.before(at + 1)
        if name is None:
            return
        name = self._whole(name)
        if self._is_item(name, phrase) or self._begins_item(phrase):
            return
        self._see(name, "apposition", SURE_APPOSITION, phrase)

    def _further(self, phrase: Phrase) -> None:
        """A second title of the one whose first title stands after the name: 'X, deputy prime minister, foreign minister of Qatar'."""
        before = [s for s in self._by_start.values() for p in s.phrases if s.name.end <= p.start and p.reach < phrase.start]
        last = max(before, key=lambda s: s.phrases[-1].reach, default=None)
        if last is None or phrase.many or phrase.counterpart or self._begins_item(phrase) or self._canvas.lexis.cased:
            return
        if self._canvas.text[last.phrases[-1].reach : phrase.start].strip() in COMMA:
            self._see(last.name, "apposition", SURE_APPOSITION, phrase)

    def _is_item(self, name: Name, phrase: Phrase) -> bool:
        """True where the name has a title of its own already and the comma begins another person's."""
        known = self._by_start.get(name.start)
        return known is not None and bool(known.phrases) and self._following(phrase, comma=True)[0] is not None

    def _whole(self, name: Name) -> Name:
        """The name that a name before a phrase is the end of, where an office before it has shown its beginning."""
        seen = next((s for s in self._by_start.values() if s.name.start < name.end and name.start < s.name.end), None)
        if seen is None:
            return name
        tokens = (*(t for t in seen.name.tokens if t[1] <= name.start), *name.tokens)
        seen.name = Name(seen.name.start, name.end, seen.name.tokens if seen.name.end >= name.end else tokens, seen.name.sure)
        return seen.name

    def _begins_item(self, phrase: Phrase) -> bool:
        """True where a conjunction written to the office begins another person: 'X ووزير خارجية قطر'."""
        piece = self._canvas.starting.get(phrase.start)
        joined = piece is not None and piece.kind == "office" and piece.form[:1] in self._canvas.lexis.conjunction
        return joined and not self._canvas.lexis.cased

    def _past_small(self, start: int) -> int:
        """The offset before articles and other small words that open a phrase."""
        for _ in range(2):
            at = self._canvas.skip_back(start)
            if self._canvas.text[at - 1 : at] == "'":
                at -= 1
            word = self._canvas.word_before(at)
            if not word or word not in self._canvas.lexis.inside or word in self._canvas.lexis.conjunction:
                break
            start = at - len(word)
        return start

    def _past_becoming(self, start: int) -> int:
        """The offset before words that a describing clause begins with: 'A, who becomes Samoa's ambassador, said'."""
        at = self._canvas.skip_back(start)
        before = self._canvas.text[max(0, at - BECOMING) : at]
        words = next((w for w in self._canvas.lexis.becoming if before.endswith(w)), None)
        return at - len(words) if words and self._canvas.text[at - len(words) - 1 : at - len(words)] == " " else start

    def _titles(self) -> None:
        """Names after honorifics and ranks that belong to no phrase."""
        for piece in self._canvas.pieces:
            if _is(piece, "succession"):
                self._successor(piece)
            if not _is(piece, "honorific", "honorific_many", "rank"):
                continue
            at, _ = self._past_titles(piece.start)
            name = self._shapes.at(at, awaited=True)
            if name is None or name.start in self._by_start:
                continue
            self._see(name, "honorific", SURE_HONORIFIC).titled = True
            if _is(piece, "honorific_many"):
                self._gentlemen(name)

    def _gentlemen(self, first: Name) -> None:
        """The further names after 'Messrs'; with a country in brackets after each they hold the office in the plural told before."""
        before = [p for p in self._phrases if p.many and 0 < first.start - p.end < ROLL]
        name: Name | None = first
        while name is not None:
            own, at = bracket(self._canvas, name.end)
            sighting = self._see(name, "list", SURE_LIST, before[-1] if own and before else None)
            sighting.titled, sighting.side = True, own
            name = self._next_in_list(at)

    def _successor(self, piece: Piece) -> None:
        """The full name of the one who was succeeded, right after the word for it."""
        name = self._shapes.at(self._canvas.skip(piece.end))
        if name is not None and len(name.tokens) > 1 and name.start not in self._by_start:
            self._see(name, "shape", SURE_SUCCESSION).inflected = True


def _is(piece: Piece, *sorts: str) -> bool:
    return isinstance(piece.value, TitleForm) and piece.value.sort in sorts
