"""When an article was published: what the format says, then the page's stamp, the end mark's line, the dateline.

Here: which of several dates wins. Never a date of the news itself. Not here: reading dates (assets.text.dates).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from assets.parsed.dateline import dateline
from assets.parsed.layout import is_stamp
from assets.parsed.phrases import Word
from assets.parsed.residue import NUMERIC_DATE, STAMP_PARTS, Kind

if TYPE_CHECKING:
    from assets.parsed.knowledge import Knowledge
    from assets.parsed.layout import Article
    from assets.parsed.lines import Line
    from assets.text.dates import DateReader

_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}\w*)?\s*$")
_EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?(?:\.\d+)?\s*$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s*)?(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})\b")
_DIGIT = re.compile(r"\d")
_RELEASE = re.compile(r"N[oº°]\s*[.:]?\s*\d+[\d/-]*,", re.IGNORECASE)
"""The number of a press release that heads its headline, with the date behind it: 'No: 12, 3 May 2020, …'."""
_STAMP_LETTERS = 140
_DATELINE_PARAGRAPHS = 3
_MOST_BESIDE = 8
"""Words beside a whole date in a line above the news, where nothing else tells the day."""
_MAY_HOLD_DATE = frozenset({Kind.TEXT, Kind.CRUMBS, Kind.STAFF, Kind.JUNK, Kind.SECTION})


def published(article: Article, said: str | None, language: str, known: Knowledge) -> str | None:
    """The publication date in EDTF; XXXX stands for a year that nothing tells.

    Args:
        article: the page laid out.
        said: the date as the format gives it.
        language: of the article.
        known: compiled knowledge.
    """
    if value := stated(said, language, known):
        return value
    partial: str | None = None
    for value in _candidates(article, language, known):
        if not value.startswith("X"):
            return value
        partial = partial or value
    return partial


def stated(said: str | None, language: str, known: Knowledge) -> str | None:
    """The date that a format gives, in a machine's form or in words, in EDTF."""
    return from_metadata(said) or _from_any(said, language, known) if said else None


def published_on(edtf: str | None) -> date | None:
    """The day as a date where the value is a whole one."""
    try:
        return date.fromisoformat(edtf) if edtf else None
    except ValueError:
        return None


def from_metadata(text: str) -> str | None:
    """A date in a machine's form: ISO 8601, RFC 5322, seconds or milliseconds since 1970."""
    if found := _ISO.match(text) or _COMPACT.match(text):
        year, month, day = map(int, found.groups())
    elif (mail := _MAIL.match(text)) and mail.group(2).lower() in _MONTHS:
        year, month, day = int(mail.group(3)), _MONTHS.index(mail.group(2).lower()) + 1, int(mail.group(1))
    elif epoch := _EPOCH.match(text):
        return datetime.fromtimestamp(int(epoch.group(1)), UTC).date().isoformat()
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _candidates(article: Article, language: str, known: Knowledge) -> Iterator[str]:
    """Dates of publication in the order of trust: labelled stamps, other stamps, datelines, stamps of the last change."""
    stamps = [i for i, kind in enumerate(article.kinds) if kind is Kind.STAMP and _is_outside(article, i, known)]
    undated = list(_undated(article, known))
    stamps += [i for i in undated if i not in stamps]
    for kinds in ((Word.PUBLISHED,), None):
        yield from _stamped(article, stamps, kinds, language, known)
    reader = known.dates(language)
    for _, text in article.paragraphs[:_DATELINE_PARAGRAPHS]:
        found = dateline(text, known.press, reader)
        if found and found.date:
            yield found.date
    yield from _stamped(article, stamps, (Word.UPDATED,), language, known)
    if reader:
        yield from _among_words(article, undated, reader)


def _among_words(article: Article, undated: Iterable[int], reader: DateReader) -> Iterator[str]:
    """Whole dates in short lines above the news: sections, counters and serial numbers may stand beside them."""
    for index in undated:
        found = reader.publication(article.lines[index].text, most=_MOST_BESIDE) if index < article.first else None
        if found and not found[0].startswith("X"):
            yield found[0]


def _stamped(article: Article, stamps: Iterable[int], kinds: tuple[Word, ...] | None, language: str, known: Knowledge) -> Iterator[str]:
    """Dates of the stamps that begin with a label of some kinds."""
    for index in stamps:
        if _labels(article, index, known, kinds) and (value := _from_any(article.lines[index].text, language, known)):
            yield value


def _is_outside(article: Article, index: int, known: Knowledge) -> bool:
    """True for a stamp of the page; False for a date that heads a part of the news."""
    inside = article.first <= index <= article.last
    return not inside or is_stamp(article.lines[index], index, article.first, known.phrases)


def _undated(article: Article, known: Knowledge) -> Iterable[int]:
    """Other short lines at the edges with a digit: a stamp may name a city or an outlet beside the date."""
    for index, line in enumerate(article.lines):
        numbered = _RELEASE.match(line.text) is not None
        at_edge = index < article.first or article.last < index < article.cut or (numbered and index == article.first)
        if not at_edge or article.kinds[index] not in _MAY_HOLD_DATE or len(line.text) > _STAMP_LETTERS:
            continue
        if numbered or (line.text != article.title and not line.prose and _may_be_dated(line, known)):
            yield index


def _may_be_dated(line: Line, known: Knowledge) -> bool:
    """True where a number and the name of a month or weekday, or a date in digits stands in the line."""
    if not _DIGIT.search(line.text):
        return False
    if NUMERIC_DATE.search(line.text):
        return True
    return any(known.phrases.at(line.tokens, place, (Word.DATE,)) for place in range(len(line.tokens)))


def _labels(article: Article, index: int, known: Knowledge, kinds: tuple[Word, ...] | None) -> bool:
    """True where the line begins with a label of the kinds; for None, where it begins with neither label."""
    tokens = article.lines[index].tokens
    if kinds is None:
        return not known.phrases.at(tokens, 0, (Word.PUBLISHED, Word.UPDATED))
    hit = known.phrases.at(tokens, 0, kinds)
    return hit is not None and (Word.UPDATED not in kinds or Word.PUBLISHED not in hit.words)


def _from_any(line: str, language: str, known: Knowledge) -> str | None:
    """The date of a stamp, read in the article's language, else in another: sites mix them."""
    parts = [part for part in STAMP_PARTS.split(line) if part and _DIGIT.search(part) and part != line]
    others = (code for code in sorted(known.packs) if code != language)
    for code in (language, *others):
        reader = known.dates(code)
        if reader is None:
            continue
        for part in (line, *parts):
            if found := reader.publication(part):
                return found[0]
    return None
