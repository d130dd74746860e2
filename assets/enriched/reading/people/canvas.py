"""The page as the reading of people looks at it: pieces that are known already, and the shape of the letters.

Here: offices, titles, sides and dates as pieces by start and end, and a string of letter classes where
capitals can be sought by pattern. Not here: what the pieces add up to (phrases, shapes).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import Page
from assets.enriched.reading.people.lexis import Lexis
from assets.languages.schema.people import OfficeForm, TitleForm

CAPITAL, SMALL, DIGIT, KNOWN = "U", "l", "0", "|"
PRESS = "press"
"""The form of a side that is an outlet or agency."""
_KINDS = {kind: n for n, kind in enumerate(("office", "organisation", "country", "place", "date", "title"))}
"""The kinds of pieces, and which goes first where two are alike."""
_CAPITALISED = re.compile(r"U(?<![lU0]U)[lU]+(?:[-'][lU]+)*")
LONGEST = 30
"""Letters of the longest word that is looked back for."""


class Piece(NamedTuple):
    """Something known on the page. start, end: the whole words. value: what it stands for.

    form: how a side is named (adjective, name …); for offices and titles what is written before them in the word.
    """

    start: int
    end: int
    kind: str
    value: OfficeForm | TitleForm | str | None
    form: str


class Canvas:
    """A page prepared.

    Attributes:
        text: folded. classes: a capital, small letter or digit each, other characters as folded where they are of Latin-1.
        starting, ending: the longest piece that begins or ends at an offset.
        plural: where an office stands that is, or may be, a plural. sides: where the countries of offices stand, once phrases are read.
            received: where those stand that envoys are sent to.
    """

    def __init__(self, page: Page, lexis: Lexis) -> None:
        self.page, self.lexis = page, lexis
        self.text, self._letters = page.sheet.text, page.sheet.folded.letters
        page.mentions = [m for m in page.mentions if not self._business(m)]
        self.pieces = _outer(sorted(self._no_business(_pieces(page, lexis.cased)), key=lambda p: (p.start, -p.end, _KINDS[p.kind])))
        self.starting: dict[int, Piece] = {}
        self.ending: dict[int, Piece] = {}
        for piece in self.pieces:
            self.starting.setdefault(piece.start, piece)
            if piece.end not in self.ending:
                self.ending[piece.end] = piece
        self._seen_kept: frozenset[str] | None = None
        self._seen_bases_kept: frozenset[str] | None = None
        self.sides: set[int] = set()
        self.unnamed: dict[str, str] = {}
        self.received: set[int] = set()
        self.plural = {p.start for p in self.pieces if isinstance(p.value, OfficeForm) and p.value.many}
        self.classes = self._classes() if lexis.cased else ""

    def _business(self, mention: Mention) -> bool:
        """True for a name that is a word of business: with its ending (Turkish 'Mali-ye'), or right behind 'minister' ('وزير المالية')."""
        if mention.kind not in ("country", "place") or self.text[mention.start : mention.word_end] not in self.lexis.portfolios:
            return False
        office = self.word_before(self.skip_back(mention.word_start))
        return mention.end < mention.word_end or (mention.form == "adjective" and office in self.lexis.ministers)

    def _no_business(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces without offices that are words of business (کنسولی is consular, no consul) or of heading a delegation (во главе)."""
        heading = [(m.start, m.end) for m in self.page.found.get("cue.delegation", ())]
        pieces = (p for p in pieces if p.kind != "office" or not any(a < p.start and p.end <= b for a, b in heading))
        if self.lexis.cased:
            return iter(pieces)
        words = self.lexis.portfolios
        return (p for p in pieces if p.kind not in ("office", "title") or not self._is_other(p, words))

    def _is_other(self, piece: Piece, words: frozenset[str]) -> bool:
        """True for a word of business, and for a part of a name."""
        return (piece.kind == "office" and self.text[piece.start : piece.end] in words) or self._in_name(piece)

    def _in_name(self, piece: Piece) -> bool:
        """True for an office that is also a given name, with a surname or between two names: امیر عبداللهیان."""
        word = self.text[piece.start : piece.end]
        if not self.lexis.given(word):
            return False
        after = self.word(self.skip(piece.end))
        surname = self.lexis.surname(after) and not self.lexis.given(after)
        return surname or (self.lexis.known(after) and self.lexis.given(self.word_before(self.skip_back(piece.start))))

    def _classes(self) -> str:
        folded = self.page.sheet.folded
        body = self.page.sheet.document.body
        codes = np.frombuffer(body.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)[np.asarray(folded.origin)[:-1]]
        own = np.frombuffer(self.text.encode("latin-1", "replace"), dtype=np.uint8)
        shapes = _shapes()[codes]
        classes = bytearray(np.where(shapes == 0, own, shapes).tobytes())
        for piece in self.pieces:
            if not self._may_be_name(piece):
                classes[piece.start : piece.end] = KNOWN.encode() * (piece.end - piece.start)
        return classes.decode("latin-1")

    def begins_name(self, at: int, prefixes: tuple[str, ...]) -> bool:
        """True where a name may begin at an offset: a capital at the beginning of a word; without capitals also a prefix."""
        if self.lexis.cased:
            place = self.starting.get(at)
            named = place is not None and place.kind == "place" and place.form != "located" and self.page.sheet.capital(at)
            return (self.classes[at] == CAPITAL or named) and self.classes[at - 1 : at] not in (CAPITAL, SMALL, DIGIT)
        before = self.word_before(at)
        return not before or before in prefixes

    @property
    def seen(self) -> frozenset[str]:
        """The folded capitalised words of the page."""
        if self._seen_kept is None:
            self._seen_kept = frozenset(self.text[m.start() : m.end()] for m in _CAPITALISED.finditer(self.classes))
        return self._seen_kept

    @property
    def seen_bases(self) -> frozenset[str]:
        """The capitalised words of the page without what an apostrophe parts from them."""
        if self._seen_bases_kept is None:
            self._seen_bases_kept = frozenset(word.partition("'")[0] for word in self.seen)
        return self._seen_bases_kept

    def _may_be_name(self, piece: Piece) -> bool:
        """True for a place or people that is also a given name: only its company can tell."""
        if piece.kind not in ("place", "country"):
            return False
        word = self.text[piece.start : piece.end]
        given = self._hyphened(piece) or (self.lexis.given_in_case(word) if piece.kind == "place" else self.lexis.given(word))
        given = given or (piece.kind == "country" and piece.form != "adjective" and self._is_surname(piece, word))
        return given or self._titled(piece) or self._after_given(piece)

    def _is_surname(self, piece: Piece, word: str) -> bool:
        """True for a known surname that is also a country in one of its cases, after a capital: 'Muhammed Şiya Sudani'."""
        before = self.word_before(piece.start - 1) if self.text[piece.start - 1 : piece.start] == " " else ""
        first = piece.start - 1 - len(before)
        return bool(before) and word in self.lexis.parts and piece.start - 1 not in self.ending and self.page.sheet.capital(first)

    def begins(self, piece: Piece) -> bool:
        """True for a place that is a given name in one of its cases with a capital after it: 'президентом Владимиром Путиным'."""
        after = self.skip(piece.end)
        return (
            self.lexis.cased and self.classes[after : after + 1] == CAPITAL and self.lexis.given_in_case(self.text[piece.start : piece.end])
        )

    def _hyphened(self, piece: Piece) -> bool:
        """True for the second part of a double name that happens to be a place: 'Sally-Ann'."""
        at = piece.start - 1
        joined = self.text[at : at + 1] == "-" and at not in self.ending and piece.form != "adjective"
        word = self.word_before(at) if joined else ""
        return bool(word) and (self.page.sheet.capital(at - len(word)) or word in self.lexis.particles)

    def _after_given(self, piece: Piece) -> bool:
        """True for the surname in 'François Hollande': a given name that is nothing else stands right before it."""
        word = self.word_before(piece.start - 1) if self.text[piece.start - 1 : piece.start] == " " else ""
        if (piece.kind == "country" and piece.form not in ("name", "short")) or " " in self.text[piece.start : piece.end] or not word:
            return False
        before = self.ending.get(piece.start - 1)
        first = piece.start - 1 - len(word)
        alone = (before is None or self._may_be_name(before)) and self.page.sheet.capital(first)
        if alone and piece.kind == "place" and self._is_whole(first) and "'" in self.text[piece.start : piece.end]:
            return False
        return alone and self.lexis.given_in_case(word) and word not in self.lexis.stop

    def _is_whole(self, start: int) -> bool:
        """True for a surname: another capitalised word that is no title stands right before it."""
        word = self.word_before(start - 1) if self.text[start - 1 : start] == " " else ""
        return bool(word) and start - 1 not in self.ending and self.page.sheet.capital(start - 1 - len(word))

    def _titled(self, piece: Piece) -> bool:
        """True for the surname in 'Mr Luís Montenegro': a title and one word stand right before it."""
        word = self.word_before(piece.start - 1) if self.text[piece.start - 1 : piece.start] == " " else ""
        at = self.skip_back(piece.start - 1 - len(word)) if word else 0
        title = self.ending.get(at) or (self.ending.get(at - 1) if self.text[at - 1 : at] == "." else None)
        return bool(word) and title is not None and isinstance(title.value, TitleForm) and title.value.sort == "honorific"

    def skip(self, at: int) -> int:
        """The offset after blanks within the line."""
        while self.text[at : at + 1] == " ":
            at += 1
        return at

    def skip_back(self, at: int) -> int:
        """The offset before blanks within the line."""
        while at > 0 and self.text[at - 1] == " ":
            at -= 1
        return at

    def word(self, at: int) -> str:
        """The folded word that begins at an offset; empty where none does."""
        return self.text[at : self._letters.find(0, at)]

    def word_before(self, end: int) -> str:
        """The folded word that ends at an offset; empty where none does."""
        first = max(0, end - LONGEST)
        return self.text[max(first, self._letters.rfind(0, first, end) + 1) : end]

    def is_at(self, start: int) -> bool:
        """True right behind a preposition of place."""
        return self.word_before(self.skip_back(start)) in self.lexis.at


def _pieces(page: Page, cased: bool) -> Iterator[Piece]:
    for kind in ("office", "title"):
        for match in page.found.get(kind, ()):
            value = match.entry.value
            if isinstance(value, OfficeForm | TitleForm):
                yield Piece(match.word_start, match.word_end, kind, value, page.sheet.text[match.word_start : match.start])
    for mention in (*page.mentions, *page.dates):
        if not mention.inside and mention.kind in _KINDS and (cased or not _of_origin(mention)):
            yield _of_mention(mention)


def _of_origin(mention: Mention) -> bool:
    """True for a word made of a place, which may be a surname where no capital tells: Persian تبریزی, of Tabriz."""
    return mention.kind == "place" and mention.end < mention.word_end


def _outer(pieces: list[Piece]) -> list[Piece]:
    """The pieces without offices that are part of an organisation's name (Council of Foreign Ministers)."""
    kept, until = [], -1
    for piece in pieces:
        if piece.kind == "organisation":
            until = max(until, piece.end)
        elif piece.kind == "office" and piece.end <= until:
            continue
        kept.append(piece)
    return kept


def _of_mention(mention: Mention) -> Piece:
    form = PRESS if mention.rule == "register.press" else mention.form
    return Piece(mention.word_start, mention.word_end, mention.kind, mention.value, form)


@lru_cache(maxsize=1)
def _shapes() -> NDArray[np.uint8]:
    """The class of every code point; 0 where it is no letter and no digit."""
    table = np.zeros(0x110000, dtype=np.uint8)
    table[0x3000:0xE000] = ord(SMALL)
    for code in range(0x3000):
        letter = chr(code)
        if letter.isupper() or letter.istitle():
            table[code] = ord(CAPITAL)
        elif letter.isalpha():
            table[code] = ord(SMALL)
        elif letter.isdigit():
            table[code] = ord(DIGIT)
    return table
