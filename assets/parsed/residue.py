"""Tells of one line what it is on a page: button, counter, stamp, credit, breadcrumb, end mark, notice … or text.

Here: one line by itself. Not here: where in the article it stands and what follows (layout), words (packs).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from assets.parsed.lines import folded_words
from assets.parsed.phrases import Phrases, Word

if TYPE_CHECKING:
    from assets.parsed.knowledge import Knowledge
    from assets.parsed.lines import Line


class Kind(StrEnum):
    """What a line is on a page."""

    TEXT = "text"
    JUNK = "junk"
    STAMP = "stamp"
    CREDIT = "credit"
    STAFF = "staff"
    COPYRIGHT = "copyright"
    SECTION = "section"
    MASTHEAD = "masthead"
    CRUMBS = "crumbs"
    LIST = "list"
    END = "end"
    FINAL = "final"
    CALL = "call"
    NOTICE = "notice"
    SOURCE_CODE = "code"


_COVERING = frozenset({Word.BUTTON, Word.LABEL, Word.PUBLISHED, Word.UPDATED, Word.DATE, Word.NEUTRAL, Word.LIST, Word.END})
_FORMS = frozenset({Word.BUTTON, Word.END})
"""What a whole sentence of a form or a box is known as."""
_DATING = frozenset({Word.DATE, Word.NEUTRAL, Word.PUBLISHED, Word.UPDATED})
_MASTHEAD = frozenset({Word.MASTHEAD})
_PLACES = (Word.SECTION, Word.BUTTON)
_NO_WORD = re.compile(r"[^\w]*(?:\d[\d\W_]*)?$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$|(?:[#@][\w\u200c]+[\s,]*)+$")
NUMERIC_DATE = re.compile(r"(?<!\d)\d{1,4}[./\-] ?\d{1,2}[./\-] ?\d{2,4}(?!\d)")
_INITIALS = re.compile(
    r"(?:(?:[^\W\d_]{1,2}[.\s]\s?){1,3}[^\W\d_]{0,2}\.?\s*[/|]\s*[\w\s]{2,30}|[\w\s]{2,30}\s*[/|]\s*(?:[^\W\d_]{1,2}\.\s?){1,3}[^\W\d_]{0,2}\.?)$"
)
_LETTER_SIZES = re.compile(r"(?:[AАaа][+\-−]?\s*){1,4}$")
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright\b|copyrights\b)", re.IGNORECASE)
_CODE = re.compile(r"(?:function\s*\(|var \w+\s*=|document\.\w+|window\.\w+|\{\s*[\w\-.#]+\s*:|</?\w+>|<!--)")
_AFTER_LABEL = re.compile(r"\s*[:：|>»/\-–—]|\s*\d")
_SEPARATORS = re.compile(r"\s*[|›»>•·→]\s*|\s+[/\\]\s+|(?<=\w)/(?=\w)")
_SLASHES = re.compile(r"\s+[/\\|>]\s+")
_CREDIT_SIGN = re.compile(r"[:：©]|\s/|(?<=\w)/(?=\w)")
_CREDIT_START = re.compile(r"[.!?…()\[\]/|]\s*|,\s")
_RIGHTS_END = re.compile(r"©\s?[\w.&'’-]+(?:[\s/]+[\w.&'’-]+){0,4}\W*$")
"""A holder of rights that ends a caption."""
_CREDIT_LETTERS = 32
_NAMES = re.compile(r"\W*(?:[^\W\d_][\w'’.-]*\W+){0,4}[^\W\d_][\w'’.-]*\W*$")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_NAMED = 2
"""Names of an author before a small word: 'By Ann Lee in Rome'."""
_SHORT_PART = 4
_YEAR = re.compile(r"(?<!\d)(?:19|20|13|14)\d\d(?!\d)|\d[./\-]\d{1,2}[./\-]\d\d(?!\d)")
_CLOCK = re.compile(r"(?<![\d.:])[0-2]?\d[:h][0-5]\d(?!\d)")
STAMP_PARTS = re.compile(r"\s*//\s*|\s*[|،•·»›]\s*|\s+[-–—/]\s+|,\s+(?=[^\d\s])|,\s+(?=\d{1,2}[./ -])|,(?=\s*\d{1,2}:\d\d)")
_MOST_STAMP_WORDS, _MOST_STAMP_NAMES, _MOST_ISSUER_NAMES = 16, 5, 10
_LABEL_LETTERS = 5
_MOST_CREDIT_WORDS = 40
_AFTER_FINAL = re.compile(r"\s*[)\]/:\d]")
_DESK_TOKENS = 3
_HEADING = re.compile(r"\s+[–—|-]\s+|\s*:\s+")
_MOST_HEADING_WORDS = 8
"""Words of a block's heading with what it is about: 'Most read – Politics'."""
_MOST_LABEL_WORDS = 30
_MOST_LIST_WORDS = 6
_MOST_STAFF_WORDS = 8
_MOST_CALL_WORDS = 30
_MOST_INNER_CALL_WORDS = 12
_MOST_NOTICE_WORDS = 60


def kind_of(line: Line, known: Knowledge) -> Kind:
    """What a line is; TEXT where nothing else is sure. Stamps are told by their words, datelines are TEXT."""
    if _NO_WORD.match(line.text):
        return Kind.STAMP if NUMERIC_DATE.search(line.text) else Kind.JUNK
    if _ADDRESS.match(line.text) or _LETTER_SIZES.match(line.text):
        return Kind.JUNK
    if _COPYRIGHT.match(line.text):
        return Kind.COPYRIGHT
    if _INITIALS.match(line.text):
        return Kind.STAFF
    if _CODE.search(line.text):
        return Kind.SOURCE_CODE
    phrases = known.phrases
    return (
        _whole(line, phrases)
        or _stamped(line, known)
        or _labelled(line, phrases)
        or _credited(line, phrases)
        or _placed(line, known)
        or _addressed(line, known)
        or Kind.TEXT
    )


def inner_kind(line: Line, known: Knowledge) -> Kind:
    """What a sentence is that stands among others: a pointer to another article, a credit, a copyright line, or text."""
    if _COPYRIGHT.match(line.text):
        return Kind.COPYRIGHT
    if line.words > _MOST_LABEL_WORDS:
        return Kind.TEXT
    if not known.phrases.whole(line.tokens).isdisjoint(_FORMS):
        return Kind.JUNK
    kind = _labelled(line, known.phrases) or _credited(line, known.phrases)
    return kind if kind in (Kind.LIST, Kind.CREDIT) else Kind.TEXT


def _whole(line: Line, phrases: Phrases) -> Kind | None:
    """The line is one phrase, or made of phrases and numbers alone.

    What ends some pages and stands in a box between paragraphs of others is in the packs as both: a list, after which news may go on.
    """
    whole = phrases.whole(line.tokens)
    for word, kind in ((Word.FINAL, Kind.FINAL), (Word.LIST, Kind.LIST), (Word.END, Kind.END), (Word.SECTION, Kind.SECTION)):
        if word in whole:
            return kind
    head = _HEADING.split(line.text, maxsplit=1)[0]
    if head != line.text and not line.ended and line.words <= _MOST_HEADING_WORDS:
        named = phrases.whole(folded_words(head))
        if Word.END in named and Word.LIST not in named:
            return Kind.END
    used = phrases.cover(line.tokens, _COVERING)
    if used is not None:
        return Kind.STAMP if Word.DATE in used or NUMERIC_DATE.search(line.text) else Kind.JUNK
    if len(line.tokens) > 1 and phrases.cover(line.tokens, _MASTHEAD) is not None:
        return Kind.MASTHEAD
    return None


def _stamped(line: Line, known: Knowledge) -> Kind | None:
    """A whole date with a year among few other words: an author, an outlet, a city beside the stamp of a page.

    The date is a part by itself between separators, or a clock time or a word of pages stands beside it.
    """
    phrases = known.phrases
    if line.words > _MOST_STAMP_WORDS or not _YEAR.search(line.text):
        return None
    if line.ended and phrases.cover(line.tokens[-1:], _COVERING) is None:
        return None
    parts = [folded_words(part) for part in STAMP_PARTS.split(line.text)]
    by_itself = any(_is_date(part, phrases) for part in parts if part)
    used, left = phrases.tally(line.tokens, _COVERING, _MOST_ISSUER_NAMES)
    dated = Word.DATE in used or NUMERIC_DATE.search(line.text) is not None
    if not dated or left > (_MOST_ISSUER_NAMES if by_itself and any(map(known.issuers.of, _rest(line.text))) else _MOST_STAMP_NAMES):
        return None
    return Kind.STAMP if left <= 1 or by_itself or _CLOCK.search(line.text) or _has_page_word(line.tokens, phrases) else None


def _rest(text: str) -> list[str]:
    """The parts of a stamp line without digits."""
    return [part for part in STAMP_PARTS.split(text) if part and not any(map(str.isdigit, part))]


def _has_page_word(tokens: tuple[str, ...], phrases: Phrases) -> bool:
    """True where a label or button of some length stands in the line; short ones (on, am, à) are words of sentences too."""
    for place in range(len(tokens)):
        hit = phrases.at(tokens, place, (Word.BUTTON, Word.PUBLISHED, Word.UPDATED))
        if hit and sum(map(len, tokens[place : place + hit.length])) >= _LABEL_LETTERS:
            return True
    return False


def _is_date(tokens: tuple[str, ...], phrases: Phrases) -> bool:
    """True for a date and nothing else: numbers with the name of a month, or three numbers."""
    used = phrases.cover(tokens, _DATING)
    numbers = sum(token[0].isdecimal() for token in tokens)
    return used is not None and numbers >= (2 if Word.DATE in used else 3)


def _labelled(line: Line, phrases: Phrases) -> Kind | None:
    """The line begins with a label, a colon or number after it."""
    if line.words > _MOST_LABEL_WORDS:
        return None
    hit = phrases.at(line.tokens, 0, (Word.LIST, Word.LABEL, Word.STAFF, Word.FINAL))
    if hit is None:
        return None
    rest = _after(line, hit.length)
    if Word.FINAL in hit.words and len(line.tokens) - hit.length <= _DESK_TOKENS and _AFTER_FINAL.match(rest or ""):
        return Kind.FINAL
    if rest is None or not _AFTER_LABEL.match(rest):
        if Word.LIST in hit.words and hit.length > 1 and line.words <= _MOST_LIST_WORDS and not line.ended:
            return Kind.LIST
        return _signed(line, hit.words, hit.length, rest)
    if Word.LIST in hit.words and rest.lstrip()[:1] not in "-–—":
        return Kind.LIST
    if Word.LABEL in hit.words and not line.prose and rest.lstrip()[:1] not in "-–—/":
        return Kind.JUNK
    colon = rest.lstrip().startswith((":", "："))
    return Kind.STAFF if Word.STAFF in hit.words and colon and line.words <= _MOST_STAFF_WORDS and not line.prose else None


def _signed(line: Line, words: frozenset[Word], length: int, rest: str | None) -> Kind | None:
    """An author's line without a colon: the label and capitalised names alone."""
    if Word.STAFF not in words or not rest or line.words > _MOST_STAFF_WORDS or line.ended:
        return None
    if length > 1:
        return Kind.STAFF
    rest = _IN_BRACKETS.sub("", rest)
    names = rest.split()
    cased = rest.upper() != rest.lower()
    capital = [not name[0].islower() for name in names]
    named = all(capital) or (all(capital[:_NAMED]) and capital.count(False) == 1 and capital[-1])
    return Kind.STAFF if cased and _NAMES.match(rest) and named and len(names) > 1 else None


def _after(line: Line, length: int) -> str | None:
    """What stands behind the first tokens in the line as written."""
    found = [match.end() for match in re.finditer(r"\w+", line.text.replace("\u200c", " "))]
    return line.text[found[length - 1] :] if length <= len(found) else None


def _credited(line: Line, phrases: Phrases) -> Kind | None:
    """A picture's credit, a caption before it or not."""
    if line.words > _MOST_CREDIT_WORDS:
        return None
    if _RIGHTS_END.search(line.text):
        return Kind.CREDIT
    hit = phrases.at(line.tokens, 0, (Word.CREDIT,))
    if hit and hit.length > 1 and "/" in line.text and not line.ended and line.words <= _MOST_STAMP_WORDS:
        return Kind.CREDIT
    for sign in _CREDIT_SIGN.finditer(line.text):
        before = _CREDIT_START.split(line.text[max(0, sign.start() - _CREDIT_LETTERS) : sign.start()])[-1]
        if before.strip() and Word.CREDIT in phrases.whole(folded_words(before)):
            return Kind.CREDIT
    return None


def _placed(line: Line, known: Knowledge) -> Kind | None:
    """Breadcrumbs: short parts between separators, several of them or one that is a section's name."""
    if line.ended or line.words > 4 * _SHORT_PART:
        return None
    quoted = line.text.count("«") or line.text.count("‹")
    parts = [part for part in (_SLASHES if quoted else _SEPARATORS).split(line.text) if part.strip()]
    if len(parts) < 2 or any(len(part.split()) > _SHORT_PART for part in parts):
        return None
    sections = [part for part in parts if known.phrases.whole(folded_words(part)) & set(_PLACES)]
    if sections or (len(parts) > 2 and not any(c.isdigit() for c in line.text)):
        return Kind.CRUMBS
    return None


def _addressed(line: Line, known: Knowledge) -> Kind | None:
    """A call to the reader, or a notice of rights and subscription."""
    if line.words <= _MOST_CALL_WORDS and known.phrases.at(line.tokens, 0, (Word.CALL,)):
        return Kind.CALL
    if line.words <= _MOST_INNER_CALL_WORDS and not line.prose and _calls_to_platform(line, known.phrases):
        return Kind.CALL
    if line.words <= _MOST_NOTICE_WORDS and known.notices.in_line(line.tokens):
        return Kind.NOTICE
    return None


def _calls_to_platform(line: Line, phrases: Phrases) -> bool:
    """True for a short line with a call and a platform's name anywhere in it."""
    found = [hit.words for i in range(len(line.tokens)) if (hit := phrases.at(line.tokens, i, (Word.CALL, Word.PLATFORM)))]
    return any(Word.CALL in words for words in found) and any(Word.PLATFORM in words for words in found)
