"""Datelines: where an agency says place, day and its own name before the news.

Here: finding them at the start of a paragraph, and the agency and the date in them. Not here: which of several wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assets.parsed.press import Press
    from assets.text.dates import DateReader

_REACH = 90
_OPENERS = "([/،,–—-|"
_CLOSERS = ")]/،,.–—-:|"
_ENDS = re.compile(r"\)\s*[.:–—-]*\s|\.\s?/|/\s?\.|\.\s|\s[–—-]{1,2}\s|\s?[–—]\s?|\s?/\s|:\s|/|$")
_DIGIT = re.compile(r"\d")
_DATED = re.compile(r"(?<!\d)\d{4}(?!\d)|\d:\d\d")
_UNKNOWN = re.compile(r"(?<=\d)\s*[(\[][^()\[\]\d]*$")
"""Behind the day, the bracket with an agency that no register has, as far as the dateline's end: '22 July 2025 (NAME'."""
_SLASHED = re.compile(r"[^/\d]{2,40}/(?P<told>[^/]*(?<!\d)\d{4}(?!\d)[^/]*)/\s*")
"""A line of its own between slashes: agency, place and whole date, whatever agency it is."""
_HEADLINE_WORDS = 2
"""Words behind a name and a colon from which a line is a headline: 'Reuters: talks to go on'."""
_LINE_WORDS = 13
_MOST_ENDS = 2
_PLACE = re.compile(r"[^\W\d_][\w'’.\s\u200c-]{1,40}?(?:[,،]\s*[^\W\d_][\w'’.\s\u200c-]{1,30}?)?\s*[,،/–—-]?\s*$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline found: the agency's slug and name as written, and the date in EDTF; None or empty where it has none."""

    agency: str | None
    name: str
    date: str | None


def is_dateline(text: str, press: Press) -> bool:
    """True for a line that is a dateline alone: few words, an agency among them, set off by commas, dashes or slashes."""
    words = text.split()
    if not 2 <= len(words) <= _LINE_WORDS or len(text) > _REACH:
        return False
    if _SLASHED.fullmatch(text):
        return True
    for named in press.in_text(text):
        if len(text[: named.start].strip()) + len(text[named.end :].strip()) < 4:
            return False
        if named.start == 0 and _DATED.search(text):
            return False
        name, colon, news = text.partition(":")
        if named.start == 0 and colon and len(name.strip()) == named.end and len(news.split()) > _HEADLINE_WORDS:
            return False
        if _is_set_off(text, named.start, named.end) or (named.end == len(text) and _DIGIT.search(text)):
            return not text.rstrip().endswith(("!", "?"))
    return False


def dateline(paragraph: str, press: Press, dates: DateReader | None) -> Dateline | None:
    """The dateline at the start of a paragraph.

    Args:
        paragraph: text whose first characters are looked at.
        press: register of outlets.
        dates: date reader of the text's language.

    Returns:
        Agency and date, or None where the paragraph begins with the news itself. A date counts only where a place stands
        before it and the dateline ends after it, so that no date of the news is taken for the day of publication.
    """
    head = paragraph[:_REACH]
    named = list(press.in_text(head))
    agency = next((n for n in named if _is_set_off(head, n.start, n.end) and _is_opening(head, n.start)), None)
    first = min((n.start for n in named if agency and n.slug == agency.slug), default=0)
    date = next((day for reach in ([first] if first else _ends(head)) if (day := _dated(head[:reach], dates))), None)
    if agency is None and date is None:
        return _line_of_its_own(paragraph, press, dates)
    return Dateline(agency.slug if agency else None, head[agency.start : agency.end] if agency else "", date)


def _line_of_its_own(line: str, press: Press, dates: DateReader | None) -> Dateline | None:
    """A line that holds nothing but place, day and the agency at its end; of a day in two calendars the last, which explains the first."""
    if dates and (slashed := _SLASHED.fullmatch(line)) and (told := dates.publication(slashed["told"])):
        return Dateline(None, "", told[0])
    line = line.rstrip()
    last = next((n for n in press.in_text(line) if n.end == len(line)), None) if is_dateline(line, press) else None
    if last is None:
        return None
    day, at = None, 0
    while dates and (found := dates.publication(line[at : last.start])):
        day, at = found[0], at + found[2]
    return Dateline(last.slug, line[last.start :], day)


def _dated(head: str, dates: DateReader | None) -> str | None:
    """The date in a dateline as far as it goes."""
    return _date(_UNKNOWN.sub("", head).rstrip(" (/[–—-,،."), dates) if dates and _DIGIT.search(head) else None


def _date(segment: str, dates: DateReader) -> str | None:
    """The date that ends the segment, a place before it and nothing after it."""
    found = dates.publication(segment)
    if found is None:
        last = re.search(r"[,،–—-]\s*(?=[^,،]*\d)", segment)
        if last is None:
            return None
        found = dates.publication(segment[last.end() :])
        if found is None:
            return None
        found = (found[0], found[1] + last.end(), found[2] + last.end())
    value, start, end = found
    before, after = segment[:start], segment[end:]
    if any(c.isalnum() for c in after) or not _PLACE.match(before):
        return None
    words = before.split()
    cased = before.upper() != before.lower()
    named = [word for word in words if word[:1].isalpha()]
    if cased and any(word[0].islower() and len(word) > 3 for word in named):
        return None
    return value if named and len(named) <= 5 and (not cased or named[0][0].isupper()) else None


def _is_set_off(text: str, start: int, end: int) -> bool:
    """True where signs stand on both sides of a name, or on one at the text's edge."""
    before, after = text[:start].rstrip(' *"“«'), text[end:].lstrip(' *"”»')
    opened = not before or before[-1] in _OPENERS or (before[-1] == "." and after[:1] in (":", "/", "–", "—"))
    closed = not after or after[0] in _CLOSERS
    return opened and closed and bool(before or after)


def _is_opening(head: str, start: int) -> bool:
    """True where nothing before the name ends a sentence but an abbreviation of a month or place."""
    before = head[:start]
    return not re.search(r"[^\W\d_]{5,}[.!?؟]\s+(?![/(\[]|$)", before) and len(before.split()) <= _LINE_WORDS


def _ends(head: str) -> list[int]:
    """Where the first segment that holds a digit may end: the stop behind a day's number may be its own ('12. Mai')."""
    found = [match.start() for match in _ENDS.finditer(head) if _DIGIT.search(head, 0, match.start())]
    return (found or [len(head)])[:_MOST_ENDS]
