"""Outlets that no register has: by what a line at the page's edge shows that it names one.

Here: names beside a date, beside a city, with a word of the press in them, or written as a domain. Not here: registered
outlets and which of several tells wins (outlet).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assets.parsed.lines import folded_words
from assets.parsed.phrases import Word
from assets.parsed.residue import STAMP_PARTS, Kind
from assets.text.names.parts import parts

if TYPE_CHECKING:
    from assets.parsed.knowledge import Knowledge
    from assets.parsed.lines import Line

PARTS = re.compile(r"\s*[|›»>•·—–]\s*|\s+[-/\\]\s+|(?<=[^\W\d_])[-/]\s+(?=[^\W\d_])|\s*[,،]\s+")
"""What separates the parts of a brand line."""
_DOMAIN = re.compile(r"\b[A-Za-z][\w-]+\.[a-z]{2,4}\b")
_NUMBERED = re.compile(r"[№#º]\s?\d")
_ISSUE = re.compile(r"[\s,]+(?:\w{1,3}\.|\w°|[№#])\s?\d+(?:/\d{2,4})?$")
"""The number of an issue behind a paper's name: 'Nr. 31/2024'."""
_LINE_WORDS, _NAME_WORDS = 15, 4
_PLACED_PARTS = 2
_CLOCK = re.compile(r"(?<!\d)\d{1,2}\s?[:.h]\s?\d\d(?!\d)")
_FIRM_SEPARATOR = re.compile(r"[|•·/]")
_NO_NAMES = (Word.BUTTON, Word.LABEL, Word.LIST, Word.END, Word.STAFF, Word.CREDIT, Word.MARK, Word.PUBLISHED, Word.UPDATED)
"""Phrases of pages that are no outlet's name though they stand where one may."""


def of_line(line: Line, kind: Kind, known: Knowledge, *, above: bool) -> str | None:
    """The name of an unknown outlet in a line at the page's edge; None where none shows.

    Args:
        line: the line; the headline isn't asked about.
        kind: what the line is.
        known: compiled knowledge.
        above: True where it stands above the news: below it a city and a name may head another article.
    """
    if line.words > _LINE_WORDS or (line.ended and not _DOMAIN.search(line.text)):
        return None
    named = next((part for part in split(line.text) if is_brand(part, known)), None)
    if named is None and kind is Kind.STAMP:
        named = _dated(line, known)
    if named is None and kind is Kind.TEXT and above:
        named = _placed(line, known)
    return named


def split(text: str) -> list[str]:
    """The parts of a brand line between separators."""
    return [_ISSUE.sub("", part) for part in PARTS.split(text.strip(" .-–—/|()")) if part]


def is_brand(part: str, known: Knowledge) -> bool:
    """True for a name with a word of the press in it, a domain, or a number grown to a word; no phrase of pages, no such word alone.

    Words of the press may be in small letters behind the first word, others not.
    """
    words = part.split()
    if _DOMAIN.fullmatch(part):
        return True
    if not 0 < len(words) <= _NAME_WORDS or part[0].islower() or ":" in part or not known.press.is_brand(part) or _NUMBERED.search(part):
        return False
    if any(word[0].islower() and not known.press.is_brand(word) for word in words) or known.press.is_word(" ".join(folded_words(part))):
        return False
    others = tuple(token for token in folded_words(part) if not known.press.is_word(token))
    return not known.phrases.whole(folded_words(part)) and (not others or "-" in part or not known.phrases.whole(others))


def _dated(line: Line, known: Knowledge) -> str | None:
    """The name beside a whole date: 'Ouest Matin, 18 juillet 2023'; a name of one word needs more than a comma or a clock time."""
    firm = _CLOCK.search(line.text) or _FIRM_SEPARATOR.search(line.text)
    candidates = [part.strip(" .-–—()") for part in STAMP_PARTS.split(line.text) if part and not any(map(str.isdigit, part))]
    names = [part for part in candidates if _may_name(part, known) and not known.press.is_agency(known.press.by_name(part) or "")]
    return names[0] if len(names) == 1 and (firm or len(names[0].split()) > 1) else None


def _placed(line: Line, known: Knowledge) -> str | None:
    """The name beside a city in a line of these two alone: 'عمان - صوت البلقاء'."""
    pair = split(line.text)
    if len(pair) != _PLACED_PARTS:
        return None
    cities = [folded_words(part) in known.places for part in pair]
    if sum(cities) != 1:
        return None
    name = pair[cities.index(False)]
    return name if _may_name(name, known) else None


def _may_name(part: str, known: Knowledge) -> bool:
    """True for a short name in capitals that is neither a page's phrase nor a place, a country or a person."""
    tokens, words = folded_words(part), part.split()
    if not tokens or len(words) > _NAME_WORDS or not words[0][0].isalpha() or words[0][0].islower():
        return False
    if any((word[0].islower() and word not in known.common) or not word[0].isalpha() for word in words):
        return False
    page_words = known.phrases.at(tokens, 0, _NO_NAMES)
    article = len(tokens) > 1 and tokens[0] in known.common and page_words is not None and page_words.length == 1
    if (page_words and not article) or known.phrases.cover(tokens, frozenset(Word)) is not None:
        return False
    if tokens in known.places or any(map(known.issuers.is_country, tokens)):
        return False
    return not any(_is_person(token, known) for token in tokens)


def _is_person(token: str, known: Knowledge) -> bool:
    """True for a given name or surname of any language."""
    return any(token in parts(language) for language in known.packs)
