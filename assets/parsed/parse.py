"""One file to its documents and rejects: the way through format, layout, language, outlet and date.

Here: the order of steps for one record. Not here: any step.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assets.parsed.agreement import doubts
from assets.parsed.formats import open_content
from assets.parsed.headline import trim
from assets.parsed.language import UNKNOWN
from assets.parsed.layout import Article, lay_out
from assets.parsed.lines import clean, lines_of
from assets.parsed.model import Document, Doubt, Metadata, Page, ParsedFile, Problem, Reject
from assets.parsed.outlet import Told, outlet
from assets.parsed.published import published, published_on, stated
from assets.running.columns import Columns
from assets.running.limits import Limits
from warehouse.ids import stable_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assets.parsed.formats.within import Opened
    from assets.parsed.knowledge import Knowledge
    from assets.parsed.lines import Line

_SAMPLE = 200
_URL_LINE = re.compile(r"(?:\w+\s*:\s*)?((?:https?://|www\.)\S+)$")
_EDGE_LINES = 8


@dataclass(frozen=True, slots=True)
class Way:
    """How files are parsed by the will of who runs it: what one may cost, and what is told of their columns."""

    limits: Limits = field(default_factory=Limits)
    columns: Columns = field(default_factory=Columns)


def parse_file(file_id: str, name: str, content: bytes, known: Knowledge, way: Way | None = None) -> ParsedFile:
    """Open a file and find its articles.

    Args:
        file_id: the file's id.
        name: its path in its landing place: the format is told by the content.
        content: its bytes.
        known: compiled knowledge.
        way: what it may cost, and what is told of its columns; the usual if left out.

    Returns:
        Documents and rejects, one of them for every record; a file that can't be opened is one record.
    """
    return parse_opened(file_id, name, open_file(name, content, known, way or Way()), known)


def open_file(name: str, content: bytes, known: Knowledge, way: Way) -> Opened:
    """A file whose format is told; its records are read when they are asked for."""
    return open_content(content, way.columns.fields(name, known.fields), way.limits)


def parse_opened(file_id: str, name: str, opened: Opened, known: Knowledge) -> ParsedFile:
    """The articles of an opened file; arguments as for `parse_file`."""
    parsed = ParsedFile(opened.media_type, opened.encoding)
    for number, found in enumerate(opened.records):
        made = _document(file_id, number, found, known)
        if isinstance(made, Document):
            parsed.documents.append(made)
            parsed.doubts += (Doubt(made.document_id, part, detail) for part, detail in _doubts(found))
        else:
            parsed.rejects.append(Reject(file_id, number, made.reason, made.detail, made.sample or name))
    return parsed


def _document(file_id: str, record: int, page: Page | Problem, known: Knowledge) -> Document | Problem:
    """The document of one record, or why there is none."""
    if isinstance(page, Problem):
        return page
    said = page.metadata
    lines = lines_of(clean(page.text))
    title = clean(said.title).replace("\n", " ").strip() if said.title else None
    article = lay_out(lines, trim(title, known.phrases, said.site) if title else None, known)
    if isinstance(article, str):
        return Problem(article, f"{len(lines)} lines", page.text.strip()[:_SAMPLE])
    language = known.languages.of(_body(article, None), said.language)
    url = said.url or _url(lines)
    told = _meant(outlet(article, _with_url(said, url), known, language), known, language)
    body = _body(article, told)
    date = published(article, said.published, language, known)
    return Document(
        document_id=stable_id("document", file_id, record),
        file_id=file_id,
        record=record,
        url=url,
        outlet=told.slug if told else None,
        language=language or UNKNOWN,
        title=article.title,
        body=body,
        published_edtf=date,
        published_on=published_on(date),
        modified_edtf=stated(said.modified, language, known),
        author=clean(said.author).strip() or None if said.author else None,
        words=len(body.split()),
    )


def _doubts(page: Page | Problem) -> Iterable[tuple[str, str]]:
    return doubts(page.metadata) if isinstance(page, Page) else ()


def _body(article: Article, told: Told | None) -> str:
    """Headline and paragraphs. The line that names the outlet stays as evidence where the article itself doesn't name it."""
    paragraphs = dict(article.paragraphs)
    if told and told.line is not None and told.line not in paragraphs:
        named = re.compile(rf"(?<!\w){re.escape(told.name)}(?!\w)")
        if not any(named.search(text) for text in (article.title, *paragraphs.values())):
            paragraphs[told.line] = told.name
    ordered = [paragraphs[index] for index in sorted(paragraphs)]
    return unicodedata.normalize("NFC", "\n\n".join([article.title, *ordered]))


def _meant(told: Told | None, known: Knowledge, language: str | None) -> Told | None:
    """The outlet that a name stands for in the article's language: APA is the Austrian agency in German."""
    if told is None or language is None or language not in known.packs:
        return told
    return Told(known.packs[language].text.namesakes.get(told.slug, told.slug), told.line, told.name)


def _with_url(said: Metadata, url: str | None) -> Metadata:
    return said if said.url == url else replace(said, url=url)


def _url(lines: Sequence[Line]) -> str | None:
    """The article's address where a line at the page's edge is nothing else."""
    edges = [*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]]
    found = {match.group(1) for line in edges if (match := _URL_LINE.match(line.text))}
    return found.pop() if len(found) == 1 else None
