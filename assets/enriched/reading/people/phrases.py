"""Title phrases: an office with its side, modifiers and business, up to where the name begins.

Here: growing a phrase from an office word in both directions, the head among several offices, double
offices, deputies, and the side. Not here: the name (shapes, binding).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from assets.enriched.reading.people.canvas import PRESS, Canvas, Piece
from assets.languages.schema.people import OfficeForm, TitleForm

REACH = 9
"""Words of glue between two parts of one phrase at the most."""
COMPOSED = {
    ("deputy", "foreign_minister"): "deputy_foreign_minister",
    ("deputy", "minister"): "deputy_minister",
    ("deputy", "prime_minister"): "deputy_prime_minister",
    ("deputy", "president"): "vice_president",
    ("deputy", "speaker"): "deputy_speaker",
    ("deputy", "secretary_general"): "deputy_secretary_general",
    ("assistant", "secretary_general"): "assistant_secretary_general",
    ("assistant", "president"): "adviser",
    ("assistant", "foreign_minister"): "deputy_foreign_minister",
    ("adviser", "secretary_general"): "adviser",
}
"""Offices that two words make, whatever stands between them."""
PRESS_OFFICES = frozenset({"director", "director_general", "chair", "spokesperson", "other"})
PARTS = frozenset({"deputy", "assistant"})
CABINET = frozenset({"prime_minister", "deputy_prime_minister", "state_secretary", "foreign_minister"})
"""Offices of a government that one person may hold at once; none of them belongs to another of them."""
DEPARTMENTS = frozenset({"minister", "deputy_minister", "foreign_minister", "deputy_foreign_minister", "state_secretary"})
"""Offices that a department's name follows, whatever it is called."""
ABROAD = frozenset(
    {"ambassador", "permanent_representative", "charge_daffaires", "consul", "head_of_mission", "special_envoy", "coordinator"}
)
"""Offices that are held in one state for another, or for a body."""
HOUSE = frozenset({"speaker", "deputy_speaker"})
"""Offices whose own words hold their body; of which state it is, only words beside them say."""
COUNTERPART = "counterpart"


@dataclass(slots=True)
class Phrase:
    """A title phrase.

    reach: where its words of business end, after which the name may come.
    offices: code and span of each office that the person holds. sides: in order.

    superior: the office that the first one serves ('the president's spokesman'). bound: a name has it.
    received: where the sides begin that an envoy is sent to ('ambassador in Moscow').
    """

    start: int
    end: int
    reach: int
    offices: list[tuple[str, int, int]]
    sides: list[Piece] = field(default_factory=list)
    many: bool = False
    inflected: bool = False
    former: bool = False
    bound: bool = False
    superior: str | None = None
    received: frozenset[int] = frozenset()

    @property
    def counterpart(self) -> bool:
        """True for 'his counterpart': the office is that of somebody named before."""
        return self.offices[0][0] == COUNTERPART


def phrases(canvas: Canvas) -> list[Phrase]:
    """All title phrases of the page in order, not overlapping."""
    found: list[Phrase] = []
    done = -1
    for piece in canvas.pieces:
        if piece.kind == "office" and piece.start >= done and canvas.starting[piece.start] is piece:
            phrase = _grow(canvas, piece, done)
            found.append(phrase)
            done = phrase.end
    return found


class _Growth:
    """The pieces of a phrase while it grows."""

    def __init__(self, canvas: Canvas, office: Piece) -> None:
        self.canvas, self.lexis = canvas, canvas.lexis
        self.start, self.end = office.start, office.end
        self.pieces = [office]
        self.joints: dict[int, str] = {}
        self.received: set[int] = set()
        self._overlapping()

    def _overlapping(self) -> None:
        """Take in a side whose name begins within the office: 'رئیس [جمهوری آذربایجان]'."""
        house = any(isinstance(p.value, OfficeForm) and p.value.code in HOUSE for p in self.pieces)
        for at in range(self.start + 1, self.end):
            piece = self.canvas.starting.get(at)
            if piece is not None and piece.kind in ("country", "organisation") and not (house and piece.end <= self.end):
                self.pieces.append(piece)
                self.end = max(self.end, piece.end)

    def right(self) -> None:
        at, words, joint = self.end, 0, ""
        self.reach = at
        named = False
        while words <= REACH:
            at = self.canvas.skip(at)
            piece = self.canvas.starting.get(at)
            if piece is not None and piece.kind == "office" and piece.form[:1] in self.lexis.conjunction and piece.form:
                joint = "and"
            if piece is not None and self._names_department(piece, at):
                at = self.end = self.reach = piece.end
                words, joint, named = 0, "of", True
                continue
            if piece is not None and self._takes(piece, joint, words, named):
                at, words, joint, named = self.end, 0, "", False
                continue
            if piece is not None and joint == "-" and self._another(piece):
                at, words, joint = self.end, 0, ""
                continue
            if piece is not None and piece.kind != "place":
                return
            start = at
            at, joint = self._glue(at, joint)
            if at < 0:
                return
            word = self.canvas.text[start:at]
            named = (named and (word in self.lexis.inside or not word.isalpha())) or self._is_business(word)
            if named and word not in self.lexis.inside and word.isalpha():
                self.reach, words = at, 0
            else:
                words += 1

    def _takes(self, piece: Piece, joint: str, words: int, named: bool) -> bool:
        """Takes in a piece that belongs to the phrase; a side after a department is of the whole of it, 'and' or not."""
        coordinated = named and joint == "and" and piece.kind != "office"
        if not self._joins(piece, "of" if coordinated else joint, words):
            return False
        if piece.kind == "office" and joint:
            self.joints[piece.start] = joint
        if joint == "at":
            self.received.add(piece.start)
        self.pieces.append(piece)
        self.end = self.reach = piece.end
        return True

    def _is_business(self, word: str) -> bool:
        """True for a word that names a department: one of business, or one that only a preposition before it tells."""
        return word in self.lexis.portfolios or (word not in self.lexis.inside and word not in self.lexis.conjunction and word.isalpha())

    def _department(self) -> bool:
        if self.lexis.head_last:
            return False
        ministry = any(p.kind == "organisation" and p.form == "body" for p in self.pieces)
        return ministry or any(isinstance(p.value, OfficeForm) and p.value.code in DEPARTMENTS for p in self.pieces)

    def _after_glue(self, at: int) -> bool:
        """True right after an article or preposition that may stand inside a phrase, before a capital."""
        before = self.canvas.skip_back(at)
        before -= self.canvas.text[before - 1 : before] == "'"
        return self.canvas.word_before(before) in self.lexis.inside and self.canvas.page.sheet.capital(at)

    def _names_department(self, piece: Piece, at: int) -> bool:
        """True for a people whom the department looks after: 'ministre … et des Marocains résidant à l'étranger'."""
        return piece.form in ("adjective", "inhabitant") and self._department() and self._after_glue(at)

    def _another(self, side: Piece) -> bool:
        """Takes in a second title of the same person that its side opens: 'Prezidentin köməkçisi - Administrasiyanın şöbə müdiri'."""
        if not self.lexis.head_last or side.kind not in ("country", "organisation"):
            return False
        at = side.end
        for _ in range(REACH):
            at = self.canvas.skip(at)
            office = self.canvas.starting.get(at)
            if office is not None and office.kind == "office":
                follower = _Growth(self.canvas, office)
                follower.left(self.end)
                if follower.start > side.start:
                    return False
                self.pieces += follower.pieces
                self.joints[follower.pieces[-1].start] = "-"
                self.end = self.reach = follower.end
                return True
            at, _ = self._glue(at, "") if office is None else (office.end, "")
            if at < 0:
                return False
        return False

    def _joins(self, piece: Piece, joint: str, words: int) -> bool:
        """True where a piece on the right belongs to the phrase."""
        if joint == "with":
            return False
        if piece.kind == "title":
            return isinstance(piece.value, TitleForm) and piece.value.sort in ("former", "modifier")
        if piece.kind == "office":
            return self._office_joins(piece, joint)
        if (piece.form == PRESS and not self._of_press()) or (piece.kind == "place" and self.canvas.begins(piece)):
            return False
        if joint == "and" and piece.kind == "country" and self.pieces[-1].start in self.received:
            self.received.add(piece.start)
            return True
        if piece.kind in ("country", "organisation", "place"):
            adjective = piece.form in ("adjective", "inhabitant") or self.pieces[-1].kind == "country"
            direct = adjective or words > 0 or self.lexis.before != "any" or self.lexis.nouns_capitalised
            return self.lexis.after and direct and (joint not in ("and", ",") or (joint == "and" and self.many))
        return False

    @property
    def many(self) -> bool:
        return any(p.start in self.canvas.plural for p in self.pieces if p.kind == "office")

    def _office_joins(self, piece: Piece, joint: str) -> bool:
        """A second office: part of the title, or one more office of the same person."""
        if isinstance(piece.value, OfficeForm) and piece.value.code == COUNTERPART:
            return False
        if joint == "" and self._crowd(piece):
            return False
        if joint in ("of", "at") or (joint == "" and not self._closed()):
            return True
        if self.many or (isinstance(piece.value, OfficeForm) and piece.value.many):
            return False
        follower = _Growth(self.canvas, piece)
        follower.right()
        own = {p.value for p in self.pieces if p.kind in ("country", "organisation")}
        if own and joint == "and" and piece.value in [p.value for p in self.pieces]:
            return False
        new = {p.value for p in follower.pieces if p.kind in ("country", "organisation")}
        return not new or new <= own or (joint not in ("", ",") and not own)

    def _crowd(self, piece: Piece) -> bool:
        """True for one office right after several: the ambassadors handed [to the] minister, in languages that say so by a case."""
        codes = {p.value.code for p in self.pieces if isinstance(p.value, OfficeForm)}
        single = isinstance(piece.value, OfficeForm) and not piece.value.many
        return (
            self.many
            and single
            and not self.lexis.head_last
            and self.pieces[-1].kind == "office"
            and not codes & (PARTS | {"adviser", "other"})
        )

    def _closed(self) -> bool:
        """True where an adjective of a side ends the title of an office that stands first: what follows is another person's."""
        last = self.pieces[-1]
        return not self.lexis.head_last and last.kind == "country" and last.form == "adjective" and self.lexis.before == "none"

    def _glue(self, at: int, joint: str) -> tuple[int, str]:
        """The offset after one word or sign that may stand inside a phrase; -1 where the phrase ends."""
        text, lexis = self.canvas.text, self.lexis
        sign = text[at : at + 1]
        if sign in ("-", ",", "/", "،"):
            return (at + 1, "," if sign in (",", "،") else "-") if not joint else (-1, "")
        if sign in ("(", ")", "'", '"'):
            return at + 1, joint
        word = self.canvas.word(at)
        if not word:
            return -1, ""
        if word in lexis.conjunction:
            return at + len(word), "and"
        if word in lexis.at and (word not in lexis.at_home or self._abroad()):
            return at + len(word), "at"
        if word in lexis.inside:
            return at + len(word), "with" if word in lexis.company_of else joint or "of"
        if word in lexis.portfolios or self._unknown_department(word, at):
            return at + len(word), {",": "and", "with": "of"}.get(joint, joint)
        return -1, ""

    def _abroad(self) -> bool:
        """True for an office that is held in another state than the one it is of."""
        return any(isinstance(p.value, OfficeForm) and p.value.code in ABROAD for p in self.pieces)

    def _unknown_department(self, word: str, at: int) -> bool:
        """True for a word with a capital after 'of the' that is no name: 'ministre de la Communauté nationale'."""
        return self._department() and self._after_glue(at) and word not in self.lexis.stop and not self.lexis.known(word)

    def left(self, limit: int) -> None:
        at, words = self.start, 0
        while at > limit and words <= REACH:
            at = self.canvas.skip_back(at)
            piece = self.canvas.ending.get(at)
            if piece is not None and piece.start >= limit and self._precedes(piece):
                self.pieces.insert(0, piece)
                at = self.start = piece.start
                words = 0
                continue
            if self.canvas.text[at - 1 : at] in ("-", "(", ")") and piece is None and not self._apart(at):
                at, words = at - 1, words + 1
                continue
            word = self.canvas.word_before(at)
            small = self.lexis.head_last and word in self.lexis.inside
            if self.lexis.before == "none" or not (small or word in self.lexis.portfolios):
                return
            at -= len(word)
            words += 1

    def _apart(self, at: int) -> bool:
        """True for a dash between blanks: what stands before it, as an agency in a dateline, is no part of the title."""
        return self.canvas.text[at - 2 : at] == " -" and self.canvas.text[at : at + 1] == " "

    def _precedes(self, piece: Piece) -> bool:
        if piece.kind == "title":
            return isinstance(piece.value, TitleForm) and piece.value.sort in ("former", "modifier")
        if piece.form == PRESS and not self._of_press():
            return False
        if piece.kind in ("country", "organisation", "place"):
            adjective = piece.form in ("adjective", "inhabitant")
            if self.lexis.before == "adjective":
                return adjective
            return self.lexis.before == "any"
        return piece.kind == "date" and self.lexis.before != "none"

    def _of_press(self) -> bool:
        """True where the office is one that outlets have: a minister after a dateline's agency is not the agency's."""
        return any(isinstance(p.value, OfficeForm) and p.value.code in PRESS_OFFICES for p in self.pieces)

    @property
    def countries(self) -> set[object]:
        """The countries that the phrase names."""
        return {p.value for p in self.pieces if p.kind == "country"}

    def place_at(self, piece: Piece) -> bool:
        """True where a side is the receiving one: 'in Moscow', 'İrandakı'."""
        if piece.start in self.received or piece.kind == "place":
            return True
        word = self.canvas.text[piece.start : piece.end]
        if bool(self.lexis.at_endings) and word.endswith(self.lexis.at_endings):
            return True
        return self.lexis.head_last and piece.kind == "country" and self._abroad() and self._sent_to(piece)

    def _sent_to(self, piece: Piece) -> bool:
        """True for what stands after an envoy's own country, and for a bare capital: 'Azərbaycanın İsrailə səfiri', 'Tokyo Büyükelçisi'."""
        text, ends = self.canvas.text, self.lexis.at_endings
        own = next((p for p in self.pieces if p.kind == "country" and not text[p.start : p.end].endswith(ends)), piece)
        if own.value != piece.value or piece.form != "capital_government":
            return own.value != piece.value
        return any(m.end == m.word_end for m in self.canvas.page.within(piece.start, piece.end, "country"))


def _grow(canvas: Canvas, office: Piece, limit: int) -> Phrase:
    growth = _Growth(canvas, office)
    growth.left(max(limit, 0))
    growth.right()
    offices = _heads(growth)
    forms = [p.value for p in growth.pieces if isinstance(p.value, OfficeForm)]
    head = next(p for p in growth.pieces if p.start == offices[0][1])
    return Phrase(
        growth.start,
        growth.end,
        growth.reach,
        offices,
        [p for p in growth.pieces if p.kind in ("country", "organisation") and not growth.place_at(p)],
        many=isinstance(head.value, OfficeForm) and (head.value.many or (head.start in canvas.plural and len(growth.countries) > 1)),
        inflected=forms[0].inflected,
        former=any(isinstance(p.value, TitleForm) and p.value.sort == "former" for p in growth.pieces),
        superior=next((form.code for form in forms if form.code != offices[0][0]), None),
        received=frozenset(p.start for p in growth.pieces if p.kind == "country" and growth.place_at(p)),
    )


def _heads(growth: _Growth) -> list[tuple[str, int, int]]:
    """The offices that the person holds: the head of each chain, deputies composed with what they deputise."""
    chains: list[list[Piece]] = [[]]
    for piece in growth.pieces:
        if piece.kind == "office":
            separate = growth.joints.get(piece.start) in ("and", "-", ",") or (
                bool(chains[-1]) and _side_by_side(growth, chains[-1][-1], piece)
            )
            if chains[-1] and separate and not _composes(growth, chains[-1][-1], piece) and not _deputises(growth, chains[-1][-1], piece):
                chains.append([])
            chains[-1].append(piece)
    return [_head(growth, chain) for chain in chains if chain]


def _side_by_side(growth: _Growth, first: Piece, second: Piece) -> bool:
    """True for two cabinet offices with nothing between them: the deputy head of government who is foreign minister."""
    codes = [p.value.code for p in (first, second) if isinstance(p.value, OfficeForm)]
    return (
        not growth.lexis.head_last
        and set(codes) <= CABINET
        and len(set(codes)) > 1
        and not growth.canvas.text[first.end : second.start].strip()
    )


def _deputises(growth: _Growth, first: Piece, second: Piece) -> bool:
    """True for a bare deputy or assistant before the office that the word wants, business with 'and' between them."""
    codes = [p.value.code for p in (first, second) if isinstance(p.value, OfficeForm)]
    return not growth.lexis.head_last and codes[0] in PARTS and tuple(codes) in COMPOSED


def _composes(growth: _Growth, first: Piece, second: Piece) -> bool:
    """True where a deputy's or assistant's office is made with the one before it."""
    if not (growth.lexis.head_last and isinstance(first.value, OfficeForm) and isinstance(second.value, OfficeForm)):
        return False
    return (second.value.code, first.value.code) in COMPOSED


def _head(growth: _Growth, chain: list[Piece]) -> tuple[str, int, int]:
    owned = growth.canvas.text[chain[0].end - 2 : chain[0].end] == "'s"
    ordered = chain[::-1] if growth.lexis.head_last or owned else chain
    codes = [p.value.code for p in ordered if isinstance(p.value, OfficeForm)]
    code = codes[0]
    if len(codes) > 1:
        code = COMPOSED.get((codes[0], codes[1]), codes[0])
    elif code in PARTS:
        code = "other"
    if code in PARTS:
        code = "other"
    return code, ordered[0].start, ordered[0].end
