"""A page's lines to an article: headline, paragraphs, and the lines around them that may tell outlet and date.

Here: where things stand on a page and which of them belong to the article. Not here: what a line is by itself (residue).
A page is read as head (before the first running text), news, and tail (after the last). Between paragraphs of news only
what surely is none is left out; at the edges, what isn't surely news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assets.parsed.dateline import is_dateline
from assets.parsed.headline import choose, is_same, split_sentence, stems, trim
from assets.parsed.lines import folded_words
from assets.parsed.phrases import Phrases, Word
from assets.parsed.residue import Kind, inner_kind, kind_of

if TYPE_CHECKING:
    from assets.parsed.knowledge import Knowledge
    from assets.parsed.lines import Line

_SHORT_PROSE_WORDS = 4
_NEWS_PARAGRAPHS = 3
_ALWAYS_RESIDUE = frozenset({Kind.JUNK, Kind.CREDIT, Kind.STAFF, Kind.COPYRIGHT, Kind.LIST, Kind.SOURCE_CODE, Kind.END, Kind.FINAL})
_EDGE_PROSE_RESIDUE = frozenset({Kind.STAMP, Kind.NOTICE, Kind.CALL, Kind.COPYRIGHT, Kind.LIST, Kind.CREDIT, Kind.SOURCE_CODE})
_ENDS = frozenset({Kind.END, Kind.FINAL})
_JUDGED_PROSE_WORDS = 60
_INNER_CALL_WORDS = 15
_SPOKEN = ("-", "–", "—", "•", "*", '"', "“", "„", "«", "»", "‘", "”")
"""How lines of speech and items of lists begin: no notice does."""
_STAMP_REACH = 3
_SUBHEAD_WORDS = 4
_LIST_HEADLINES = 2
_WIDGET_WORDS, _ARTICLE_WORDS = 40, 120
_ENCLOSED = re.compile(r"[(/\[]{1,2}\s*([^()/\[\]\n]{2,20})\s*[)/\]]{1,2}")
_FINAL_LETTERS, _INITIALS = 60, 3
_CRUMB = re.compile(r"\s+[»›>|/]\s+")
_SIGN_OFF_WORDS = 8
_SIGN_OFF = re.compile(r"\(([^()]{2,40})\)\W*$")
_JOINED_NAMES = re.compile(r"[/,+|]")
_PIECES = re.compile(r"\s*[,/;+&،]\s*|\s+(?:und|et|and|и|و|ve|və)\s+")
_BEFORE_SIGN_OFF = frozenset({Kind.TEXT, Kind.CREDIT, Kind.STAFF})
_INDEX_LINES, _INDEX_SHARE = 8, 0.35


@dataclass(slots=True)
class Article:
    """What a page was found to be.

    Attributes:
        title: the headline, without marks of the site.
        paragraphs: index of the line and text, headline left out.
        lines: all lines of the page.
        kinds: what each line is.
        first, last: indices of the first and last line of running text.
    """

    title: str
    paragraphs: list[tuple[int, str]]
    lines: Sequence[Line]
    kinds: Sequence[Kind]
    first: int
    last: int
    cut: int


@dataclass(slots=True)
class _Draft:
    """A page under work: lines, what they are, and which are out."""

    lines: Sequence[Line]
    known: Knowledge
    kinds: list[Kind]
    prose: list[bool]
    out: set[int] = field(default_factory=set)


def lay_out(lines: Sequence[Line], title: str | None, known: Knowledge) -> Article | str:
    """Tell the article on a page.

    Args:
        lines: the page's lines in order.
        title: the headline where the format gives it.
        known: compiled knowledge.

    Returns:
        The article, or a code for why there is none: empty_document, no_article, index_page.
    """
    if not lines:
        return "empty_document"
    draft = _judge(lines, known)
    if not any(draft.prose):
        return "no_article"
    first = draft.prose.index(True)
    cut = _cut(draft, first)
    last = max(i for i in range(first, cut) if draft.prose[i])
    if _is_index(draft):
        return "index_page"
    headline, start = _headline(draft, title, first)
    if not headline:
        return "no_article"
    paragraphs = _paragraphs(draft, headline, start, first, last, cut)
    if not paragraphs:
        return "no_article"
    return Article(headline, paragraphs, lines, draft.kinds, first, last, cut)


def _judge(lines: Sequence[Line], known: Knowledge) -> _Draft:
    """Say of each line what it is, and which lines are running text."""
    kinds = [inner_kind(line, known) if line.prose else kind_of(line, known) for line in lines]
    prose = [line.prose and kind is Kind.TEXT for line, kind in zip(lines, kinds, strict=True)]
    draft = _Draft(lines, known, kinds, prose)
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for index in order:
            if not prose[index]:
                continue
            kind = kind_of(lines[index], known) if lines[index].words <= _JUDGED_PROSE_WORDS else Kind.TEXT
            if kind not in _EDGE_PROSE_RESIDUE:
                break
            kinds[index], prose[index] = kind, False
    if not any(prose):
        for index, line in enumerate(lines):
            prose[index] = kinds[index] is Kind.TEXT and line.ended and line.words >= _SHORT_PROSE_WORDS
    return draft


def _cut(draft: _Draft, first: int) -> int:
    """The line from which on nothing belongs to the article; lists of other articles before it go out as well."""
    index = first + 1
    while index < len(draft.lines):
        kind = draft.kinds[index]
        if kind in _ENDS and not _is_widget(draft, index):
            return index
        if kind is Kind.LIST:
            end = _list_end(draft, index)
            if end == len(draft.lines):
                return index
            draft.out.update(range(index, end))
            index = end
        else:
            index += 1
    return len(draft.lines)


def _is_widget(draft: _Draft, index: int) -> bool:
    """True where a block heading stands before the article has begun in earnest: menus call things by the same words."""
    before = sum(line.words for line, prose in zip(draft.lines[:index], draft.prose[:index], strict=True) if prose)
    after = sum(line.words for line, prose in zip(draft.lines[index:], draft.prose[index:], strict=True) if prose)
    return before < _WIDGET_WORDS and after > _ARTICLE_WORDS


def _list_end(draft: _Draft, index: int) -> int:
    """Where the news goes on after a list of other articles; the end of the news where it doesn't.

    A pointer inside an article is followed by at most a headline and then by running text. Headlines in turn with their
    first sentences are a list that goes on to the end of the page.
    """
    end = next((i for i in range(index + 1, len(draft.lines)) if draft.kinds[i] in _ENDS), len(draft.lines))
    after = [i for i in range(index + 1, end) if draft.kinds[i] is Kind.TEXT]
    following = next((i for i in after if draft.prose[i]), None)
    if following is None:
        return end
    headlines = [i for i in after if not draft.prose[i]]
    if sum(i < following for i in headlines) > 1 or len(headlines) >= max(_LIST_HEADLINES, sum(draft.prose[i] for i in after)):
        return end
    return following


def _is_index(draft: _Draft) -> bool:
    """True for a page of many headlines and little running text."""
    text = [i for i, kind in enumerate(draft.kinds) if kind is Kind.TEXT]
    headlines = [i for i in text if not draft.prose[i] and not draft.lines[i].ended]
    words = sum(draft.lines[i].words for i in text)
    running = sum(draft.lines[i].words for i in text if draft.prose[i])
    return len(headlines) >= _INDEX_LINES and running < _INDEX_SHARE * words


def _headline(draft: _Draft, title: str | None, first: int) -> tuple[str, int]:
    """The headline and the line after which the article's paragraphs begin."""
    marks = draft.known.phrases
    head = [
        i
        for i in range(first)
        if draft.kinds[i] is Kind.TEXT and i not in draft.out and not is_dateline(draft.lines[i].text, draft.known.press)
    ]
    head = [i for i in head if not _leads_to(draft, i, head)]
    head = [i for i in head if draft.known.issuers.of(draft.lines[i].text, 0) is None]
    if title:
        twin = next((i for i in head if is_same(draft.lines[i], title)), -1)
        return trim(title, marks), twin + 1
    head = head or [i for i in range(first) if draft.kinds[i] is Kind.STAMP and draft.lines[i].words > _SUBHEAD_WORDS]
    chosen = choose([draft.lines[i] for i in head], _news_stems(draft, first)) if len(head) > 1 else 0 if head else None
    if chosen is not None:
        return trim(draft.lines[head[chosen]].text, marks), head[chosen] + 1
    opening = draft.lines[first]
    more = any(draft.prose[first + 1 :])
    if more and opening.sentences == 1:
        draft.out.add(first)
        return trim(opening.text, marks), first + 1
    return split_sentence(opening.text)[0], first


def _leads_to(draft: _Draft, index: int, head: Sequence[int]) -> bool:
    """True for breadcrumbs that end with the headline, which stands by itself as well."""
    last = _CRUMB.split(draft.lines[index].text)[-1]
    own = folded_words(last)
    return last != draft.lines[index].text and any(draft.lines[i].tokens == own for i in head if i != index)


def _news_stems(draft: _Draft, first: int) -> set[str]:
    """Word stems of the first running text: a headline shares some with it, a ticker doesn't."""
    running = [line for line, prose in zip(draft.lines[first:], draft.prose[first:], strict=True) if prose][:_NEWS_PARAGRAPHS]
    return {stem for line in running for stem in stems(line)}


def _paragraphs(draft: _Draft, title: str, start: int, first: int, last: int, cut: int) -> list[tuple[int, str]]:
    """The article's paragraphs: what stays of head, news and tail."""
    kept: list[tuple[int, str]] = []
    for index in range(start, cut):
        line = draft.lines[index]
        if index in draft.out or is_same(line, title):
            continue
        if index < first:
            stays = _stays_in_head(draft, index)
        elif index <= last:
            stays = draft.prose[index] or _stays_inside(draft, index)
        else:
            stays = _stays_in_tail(draft, index, last)
        if stays:
            kept.append((index, line.text))
    kept = [(index, _without_final(text, draft.known)) for index, text in kept]
    if kept and kept[0][0] == first and kept[0][1].startswith(title):
        rest = kept[0][1][len(title) :].strip()
        kept[0:1] = [(first, rest)] if rest else []
    return kept


def _without_final(text: str, known: Knowledge) -> str:
    """A paragraph without the mark and the initials by which an agency ends a dispatch: '… (النهاية) س س / ط م'."""
    for mark in _ENCLOSED.finditer(text, max(0, len(text) - _FINAL_LETTERS)):
        after = text[mark.end() :].split()
        if Word.FINAL in known.phrases.whole(folded_words(mark.group(1))) and all(len(word) <= _INITIALS for word in after):
            return text[: mark.start()].rstrip(" -–/")
    return text


def _stays_in_head(draft: _Draft, index: int) -> bool:
    """Leads and datelines stay; of the rest what is too short to be news goes, and the name of the body that issues it."""
    line = draft.lines[index]
    if draft.kinds[index] in (Kind.CREDIT, Kind.JUNK):
        return False
    if is_dateline(line.text, draft.known.press) or _is_agency(draft, index):
        return True
    issuer = not line.ended and draft.known.issuers.of(line.text, 0) is not None
    return draft.kinds[index] is Kind.TEXT and not issuer and (line.words >= _SUBHEAD_WORDS or line.ended)


def _stays_inside(draft: _Draft, index: int) -> bool:
    """Between paragraphs subheads, items of lists and quotations stay; a stamp goes where it follows the lead or has a label."""
    kind = draft.kinds[index]
    if kind is Kind.STAMP:
        return not is_stamp(draft.lines[index], index, draft.prose.index(True), draft.known.phrases)
    if kind is Kind.CALL:
        return draft.lines[index].words > _INNER_CALL_WORDS
    if kind is Kind.NOTICE:
        return draft.lines[index].words > _INNER_CALL_WORDS or draft.lines[index].text.startswith(_SPOKEN)
    return kind not in _ALWAYS_RESIDUE


def is_stamp(line: Line, index: int, first: int, phrases: Phrases) -> bool:
    """True for a line of a date alone that belongs to the page: near the lead, or behind a label like 'published'."""
    return index <= first + _STAMP_REACH or phrases.at(line.tokens, 0, (Word.PUBLISHED, Word.UPDATED)) is not None


def _stays_in_tail(draft: _Draft, index: int, last: int) -> bool:
    """Text right after the news stays; after the first residue nothing does."""
    before = draft.kinds[last + 1 : index]
    credited = draft.kinds[index] is Kind.STAFF and ":" in draft.lines[index].text
    signed = (_is_sign_off(draft.lines[index], draft.known) and not credited) or _is_agency(draft, index)
    if signed and all(kind in _BEFORE_SIGN_OFF for kind in before):
        return True
    if draft.kinds[index] is not Kind.TEXT or not all(kind is Kind.TEXT for kind in before):
        return False
    line = draft.lines[index]
    return line.ended or line.words > _SUBHEAD_WORDS or ":" in line.text


def _is_agency(draft: _Draft, index: int) -> bool:
    """True for a line that is nothing but agencies' names, which the running text doesn't tell otherwise: '- KYODO NEWS', 'APA/dpa'."""
    line, press = draft.lines[index], draft.known.press
    if line.words >= _SUBHEAD_WORDS or draft.kinds[index] is not Kind.TEXT:
        return False
    pieces = [line.text.strip(" -–—")]
    if press.by_name(pieces[0]) is None:
        pieces = [piece.strip() for piece in _JOINED_NAMES.split(pieces[0])]
    slugs = [slug for piece in pieces if (slug := press.by_name(piece)) and press.is_agency(slug)]
    if not slugs or len(slugs) < len(pieces):
        return False
    running = (line.text for line, prose in zip(draft.lines, draft.prose, strict=True) if prose)
    return all(named.slug not in slugs for text in running for named in press.in_text(text))


def _is_sign_off(line: Line, known: Knowledge) -> bool:
    """True for a line that names the agencies which the article draws on: '(AFP, Reuters)', 'fab/se (afp, rtr)', '(Avec MAP)'."""
    found = _SIGN_OFF.search(line.text)
    if found is None or line.words > _SIGN_OFF_WORDS:
        return False
    pieces = [piece.strip() for piece in _PIECES.split(found.group(1)) if piece.strip()]
    signed = [piece for piece in pieces if known.press.by_name(piece) or known.press.by_name(piece.split()[-1])]
    return bool(signed) and all(piece in signed or len(piece) <= _INITIALS for piece in pieces)
