"""How a title phrase grows from its office word in both directions, over modifiers, business, sides and further offices.

Not here: which of its offices the person holds, and the phrase that comes of it (phrases).
"""

from __future__ import annotations

from assets.enriched.reading.homes import STATE_HEADS
from assets.enriched.reading.people.canvas import PRESS, Canvas, Piece
from assets.languages.schema.people import OfficeForm, TitleForm

REACH = 9
"""Words of glue between two parts of one phrase at the most."""
PRESS_OFFICES = frozenset({"director", "director_general", "chair", "spokesperson", "other"})
PARTS = frozenset({"deputy", "assistant"})
DEPARTMENTS = frozenset({"minister", "deputy_minister", "foreign_minister", "deputy_foreign_minister", "state_secretary"})
"""Offices that a department's name follows, whatever it is called."""
GOVERNMENT = DEPARTMENTS | {"prime_minister", "deputy_prime_minister"}
"""Offices of which one person often holds two."""
ABROAD = frozenset(
    {
        "ambassador", "permanent_representative", "charge_daffaires", "consul", "head_of_mission", "special_envoy",
        "special_representative", "coordinator",
    }
)  # fmt: skip
"""Offices that are held in one state for another, or for a body."""
OF_BODIES = frozenset({"head_of_mission", "special_envoy", "special_representative", "coordinator"})
"""Those of them that organisations have too."""
HOUSE = frozenset({"speaker", "deputy_speaker"})
"""Offices whose own words hold their body; of which state it is, only words beside them say."""
SOLE = frozenset({"president", "monarch", "prime_minister", "foreign_minister"})
"""Offices of which none serves another, so that two of them side by side are two persons'."""
COUNTERPART = "counterpart"
MOST_GLUE = 3
"""Articles and prepositions before a word of business at the most."""


class Growth:
    """The pieces of a phrase while it grows.

    joints: by which word an office was joined. received: where sides begin that an envoy is sent to.
    """

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
        """Take in what belongs to the title on its right side."""
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
            if piece is not None and (joint == "-" or (joint == "," and self._own(piece))) and self._another(piece):
                at, words, joint = self.end, 0, ""
                continue
            if piece is not None and self._stationed(piece):
                self.received.add(piece.start)
                self.pieces.append(piece)
                at, words, joint = piece.end, 0, "of"
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
        if joint == "at" and not (piece.kind == "organisation" and self._department()):
            self.received.add(piece.start)
        self.pieces.append(piece)
        self.end = self.reach = piece.end
        return True

    def _stationed(self, piece: Piece) -> bool:
        """True for where an officer of an officer in the genitive serves: 'BM Genel Sekreteri'nin Libya Özel Temsilcisi'."""
        last, at = self.pieces[-1], self.canvas.skip(piece.end)
        owning = last.kind == "office" and self.canvas.text[last.start : last.end].endswith(tuple(self.lexis.owner_endings))
        if not (owning and self.lexis.head_last and piece.kind == "country"):
            return False
        word = self.canvas.word(at)
        at = self.canvas.skip(at + len(word)) if word in self.lexis.inside | self.lexis.matters else at
        office = self.canvas.starting.get(at)
        return office is not None and isinstance(office.value, OfficeForm) and office.value.code in OF_BODIES

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
        word = self.canvas.word_before(before)
        small = word in self.lexis.inside and not self.canvas.page.sheet.capital(before - len(word))
        return small and self.canvas.page.sheet.capital(at)

    def _names_department(self, piece: Piece, at: int) -> bool:
        """True for a people whom the department looks after: 'ministre … et des Marocains résidant à l'étranger'."""
        return piece.form in ("adjective", "inhabitant") and self._department() and self._after_glue(at)

    def _own(self, side: Piece) -> bool:
        """True for a body of the state that the phrase names already."""
        own = {str(p.value).rsplit("-", 1)[-1].lower() for p in self.pieces if p.kind in ("country", "organisation")}
        return side.kind == "organisation" and str(side.value).rsplit("-", 1)[-1] in own

    def _another(self, side: Piece) -> bool:
        """Takes in a second title of the same person that its side opens: 'Prezidentin köməkçisi - Administrasiyanın şöbə müdiri'."""
        if not self.lexis.head_last or side.kind not in ("country", "organisation"):
            return False
        at = side.end
        for _ in range(REACH):
            at = self.canvas.skip(at)
            office = self.canvas.starting.get(at)
            if office is not None and office.kind == "office":
                follower = Growth(self.canvas, office)
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
            glued = words > 0 or self.canvas.word_before(self.pieces[-1].end) in self.lexis.inside
            direct = adjective or glued or self.lexis.before != "any" or self.lexis.nouns_capitalised
            return self.lexis.after and direct and (joint not in ("and", ",") or (joint == "and" and self.many))
        return False

    @property
    def many(self) -> bool:
        """True where one of the offices is a plural."""
        return any(p.start in self.canvas.plural for p in self.pieces if p.kind == "office")

    def _office_joins(self, piece: Piece, joint: str) -> bool:
        """A second office: part of the title, or one more office of the same person."""
        if isinstance(piece.value, OfficeForm) and piece.value.code == COUNTERPART:
            return False
        if joint == "" and (self._crowd(piece) or self._another_holder(piece)):
            return False
        if joint in ("of", "at") or (joint == "" and not self._closed()):
            return True
        if self.many or (isinstance(piece.value, OfficeForm) and piece.value.many):
            return False
        follower = Growth(self.canvas, piece)
        follower.right()
        own = {p.value for p in self.pieces if p.kind in ("country", "organisation")}
        if own and joint == "and" and piece.value in [p.value for p in self.pieces]:
            return False
        new = {p.value for p in follower.pieces if p.kind in ("country", "organisation")}
        return not new or new <= own or (joint not in ("", ",") and not own) or (not own and self._apposed(piece))

    def _apposed(self, piece: Piece) -> bool:
        """True for a second office in the government right behind a comma: 'ministre de la Justice, garde des Sceaux du Congo'."""
        codes = {p.value.code for p in (self.pieces[-1], piece) if isinstance(p.value, OfficeForm)}
        right_behind = self.canvas.text[piece.start - 2 : piece.start] == ", "
        return not self.lexis.head_last and codes <= GOVERNMENT and self.pieces[-1].kind == "office" and right_behind

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
        if sign == "," and joint == "of" and self._more_business(at + 1):
            return at + 1, joint
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

    def _more_business(self, at: int) -> bool:
        """True where one more word of business follows a comma: 'ministre du Pétrole, des Mines', 'Minister of Trade, Industry and …'."""
        for _ in range(MOST_GLUE):
            at = self.canvas.skip(at)
            word = self.canvas.word(at)
            if word in self.lexis.portfolios or not word:
                break
            if word not in self.lexis.inside:
                piece = self.canvas.starting.get(at)
                return piece is not None and self._names_department(piece, at)
            at += len(word)
            at += self.canvas.text[at : at + 1] == "'"
        return self.canvas.word(at) in self.lexis.portfolios and at not in self.canvas.starting

    def _abroad(self) -> bool:
        """True for an office that is held in another state than the one it is of."""
        return any(isinstance(p.value, OfficeForm) and p.value.code in ABROAD for p in self.pieces)

    def _unknown_department(self, word: str, at: int) -> bool:
        """True for a word with a capital after 'of the' that is no name: 'ministre de la Communauté nationale'."""
        if self._region(word, at) or self._describes_business(word, at):
            return True
        return self._department() and self._after_glue(at) and word not in self.lexis.stop and not self.lexis.known(word)

    def _describes_business(self, word: str, at: int) -> bool:
        """True for an unknown small word right before one of business: 'министр устойчивого развития'."""
        if not self._department() or word in self.lexis.stop or word in self.lexis.company or self.canvas.page.sheet.capital(at):
            return False
        return self.canvas.word(self.canvas.skip(at + len(word))) in self.lexis.portfolios

    def _region(self, word: str, at: int) -> bool:
        """True for a capitalised adjective before the word for a part of a country: 'губернатор Астраханской области'."""
        return self.canvas.word(self.canvas.skip(at + len(word))) in self.lexis.regions and self.canvas.page.sheet.capital(at)

    def left(self, limit: int) -> None:
        """Take in what belongs to the title on its left side, not beyond an offset."""
        at, words, matter = self.start, 0, False
        while at > limit and words <= REACH:
            at = self.canvas.skip_back(at)
            piece = self.canvas.ending.get(at)
            if piece is not None and self._another_holder(piece):
                return
            if piece is not None and piece.start >= limit and self._precedes(piece):
                if matter and piece.kind != "office":
                    self.received.add(piece.start)
                matter = False
                self.pieces.insert(0, piece)
                at = self.start = piece.start
                words = 0
                continue
            if self.canvas.text[at - 1 : at] in ("-", "(", ")") and piece is None and not self._apart(at):
                at, words = at - 1, words + 1
                continue
            if self._lists_sides(at) or self._lists_business(at):
                at -= 1
                continue
            word = self.canvas.word_before(at)
            small = self.lexis.head_last and word in self.lexis.inside
            if self.lexis.before == "none" or not (small or word in self.lexis.portfolios):
                return
            matter = matter or word in self.lexis.matters
            at -= len(word)
            words += 1

    def _another_holder(self, piece: Piece) -> bool:
        """True for a head of state or government right beside another of them: 'Estoniya Prezidenti xarici işlər naziri X-i qəbul edib'."""
        codes = {p.value.code for p in (piece, *self.pieces) if isinstance(p.value, OfficeForm)}
        two = codes == STATE_HEADS or (self.lexis.head_last and len(codes) > 1 and codes <= SOLE)
        return piece.kind == "office" and two

    def _lists_sides(self, at: int) -> bool:
        """True right after the comma between two states of several offices: 'Türkiye, Azerbaycan ve Gürcistan dışişleri bakanları'."""
        if not (self.lexis.head_last and self.many and self.canvas.text[at - 1 : at] == "," and self.pieces[0].kind == "country"):
            return False
        before = self.canvas.ending.get(self.canvas.skip_back(at - 1))
        return before is not None and before.kind == "country"

    def _lists_business(self, at: int) -> bool:
        """True right after the comma between two words of business before the head: 'Yatırımlar, Ticaret ve Sanayi Bakanı'."""
        if not self.lexis.head_last or self.canvas.text[at - 1 : at] != ",":
            return False
        return self.canvas.word_before(at - 1) in self.lexis.portfolios and self.canvas.word(self.canvas.skip(at)) in self.lexis.portfolios

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
        if piece.start in self.received or piece.kind == "place" or self._regards(piece):
            return True
        word = self.canvas.text[piece.start : piece.end]
        if bool(self.lexis.at_endings) and word.endswith(self.lexis.at_endings):
            return True
        return self.lexis.head_last and piece.kind == "country" and self._abroad() and self._sent_to(piece)

    def _regards(self, piece: Piece) -> bool:
        """True for the country that an office deals with, an article between or not: 'Sonderbeauftragte für die Ukraine'."""
        at = piece.start
        for _ in range(MOST_GLUE if self.lexis.regarding and piece.kind == "country" else 0):
            at = self.canvas.skip_back(at)
            word = self.canvas.word_before(at)
            if word in self.lexis.regarding or word not in self.lexis.inside:
                return word in self.lexis.regarding
            at -= len(word)
        return False

    def _employed(self) -> bool:
        """True for offices that organisations have in states: 'AB'nin Türkiye Delegasyonu Başkanı'."""
        return any(isinstance(p.value, OfficeForm) and p.value.code in OF_BODIES for p in self.pieces)

    def _sent_to(self, piece: Piece) -> bool:
        """True for what stands after an envoy's own country, and for a bare capital: 'Azərbaycanın İsrailə səfiri', 'Tokyo Büyükelçisi'."""
        text, ends = self.canvas.text, self.lexis.at_endings
        kinds = ("country", "organisation") if self._employed() else ("country",)
        own = next((p for p in self.pieces if p.kind in kinds and not text[p.start : p.end].endswith(ends)), piece)
        if own.value != piece.value or piece.form != "capital_government":
            return own.value != piece.value
        return any(m.end == m.word_end for m in self.canvas.page.within(piece.start, piece.end, "country"))
