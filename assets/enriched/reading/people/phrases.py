"""Title phrases: an office with its side, modifiers and business, up to where the name begins.

Here: the head among several offices, double offices, deputies, and the side. Not here: how a phrase grows from
its office word (growth), the name (shapes, binding).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from assets.enriched.reading.people.canvas import Canvas, Piece
from assets.enriched.reading.people.chiefs import settle
from assets.enriched.reading.people.growth import COUNTERPART, PARTS, Growth
from assets.languages.schema.people import OfficeForm, TitleForm

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
HEADED = frozenset({"head_of_mission", "head_of_department", "director", "chair"})
"""Offices whose deputies have none of their own."""
UNION = "eu"
CHIEF = {UNION: "high_representative"}
"""What the head of diplomacy of a union of states is."""
CABINET = frozenset({"prime_minister", "deputy_prime_minister", "state_secretary", "foreign_minister"})
"""Offices of a government that one person may hold at once; none of them belongs to another of them."""


@dataclass(slots=True)
class Phrase:
    """A title phrase.

    reach: where its words of business end, after which the name may come.
    offices: code and span of each office that the person holds. sides: in order.

    superior: the office that the first one serves ('the president's spokesman'). bound: a name has it.
    body: what the first office's own word names, as in OfficeForm.
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
    body: str | None = None
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
            if phrase is not None:
                found.append(phrase)
                done = phrase.end
    return found


def _grow(canvas: Canvas, office: Piece, limit: int) -> Phrase | None:
    growth = Growth(canvas, office)
    growth.left(max(limit, 0))
    growth.right()
    settle(growth)
    if not any(piece.kind == "office" for piece in growth.pieces):
        return None
    offices = _heads(growth)
    if any(p.value in CHIEF for p in growth.pieces if p.kind == "organisation"):
        offices = [(CHIEF[UNION] if code == "foreign_minister" else code, start, end) for code, start, end in offices]
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
        body=head.value.body if isinstance(head.value, OfficeForm) else None,
        received=frozenset(p.start for p in growth.pieces if p.kind == "country" and growth.place_at(p)),
    )


def _heads(growth: Growth) -> list[tuple[str, int, int]]:
    """The offices that the person holds: the head of each chain, deputies composed with what they deputise."""
    chains: list[list[Piece]] = [[]]
    for piece in growth.pieces:
        if piece.kind == "office":
            separate = growth.joints.get(piece.start) in ("and", "-", ",") or (
                bool(chains[-1]) and (_side_by_side(growth, chains[-1][-1], piece) or _rank(growth, chains[-1][-1], piece))
            )
            if chains[-1] and separate and not _composes(growth, chains[-1][-1], piece) and not _deputises(growth, chains[-1][-1], piece):
                chains.append([])
            chains[-1].append(piece)
    return [_head(growth, chain) for chain in chains if chain]


def _side_by_side(growth: Growth, first: Piece, second: Piece) -> bool:
    """True for two cabinet offices with nothing between them: the deputy head of government who is foreign minister."""
    codes = [p.value.code for p in (first, second) if isinstance(p.value, OfficeForm)]
    return (
        not growth.lexis.head_last
        and set(codes) <= CABINET
        and len(set(codes)) > 1
        and not growth.canvas.text[first.end : second.start].strip()
    )


def _rank(growth: Growth, first: Piece, second: Piece) -> bool:
    """True for a rank that stands right behind an office and belongs to nothing: 'Dışişleri Bakan Yardımcısı Büyükelçi X'."""
    text = growth.canvas.text
    bare = text[second.start : second.end] in growth.lexis.bare_ranks and not text[first.end : second.start].strip(" ,")
    return growth.lexis.head_last and bare


def _deputises(growth: Growth, first: Piece, second: Piece) -> bool:
    """True for a bare deputy or assistant before the office that the word wants, business with 'and' between them."""
    codes = [p.value.code for p in (first, second) if isinstance(p.value, OfficeForm)]
    return not growth.lexis.head_last and codes[0] in PARTS and tuple(codes) in COMPOSED


def _composes(growth: Growth, first: Piece, second: Piece) -> bool:
    """True where a deputy's or assistant's office is made with the one before it."""
    if not (growth.lexis.head_last and isinstance(first.value, OfficeForm) and isinstance(second.value, OfficeForm)):
        return False
    return (second.value.code, first.value.code) in COMPOSED


def _head(growth: Growth, chain: list[Piece]) -> tuple[str, int, int]:
    owned = growth.canvas.text[chain[0].end - 2 : chain[0].end] == "'s"
    ordered = chain[::-1] if growth.lexis.head_last or owned else chain
    codes = [p.value.code for p in ordered if isinstance(p.value, OfficeForm)]
    code = codes[0]
    if len(codes) > 1:
        code = COMPOSED.get((codes[0], codes[1]), codes[1] if codes[0] in PARTS and codes[1] in HEADED else codes[0])
    elif code in PARTS:
        code = "other"
    if code in PARTS:
        code = "other"
    return code, ordered[0].start, ordered[0].end
