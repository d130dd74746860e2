"""WARC: crawled pages with the addresses they came from.

Here: answers that are pages. Not here: what is in a page (pages), WACZ around it (archives).
"""

from __future__ import annotations

import io
from typing import Any, Final

from assets.parsed.decode import decode
from assets.parsed.formats.pages import page_of_html
from assets.parsed.formats.within import NO_TEXT, Opened, Pages, Within
from assets.parsed.model import Metadata, Page, Problem

PAGES: Final = ("text/html", "application/xhtml+xml", "text/plain")
FOUND: Final = 200


class WarcReader:
    """A web archive, Common Crawl's among them."""

    def open(self, content: bytes, within: Within) -> Opened | None:
        """The archive, for the signature."""
        return Opened("application/warc", NO_TEXT, self._pages(content, within)) if content.startswith(b"WARC/") else None

    def _pages(self, content: bytes, within: Within) -> Pages:
        """Each answer of a server; what was asked and what the crawler notes are no records."""
        number = 0
        try:
            for found in _answers(content, within.limits.expanded_bytes):
                number += 1
                yield found
        except (OSError, ValueError, EOFError) as error:
            yield Problem("broken_archive", f"after {number} pages: {error}")
            return
        if not number:
            yield Problem("empty_archive", "a web archive without pages")


def _answers(content: bytes, left: int) -> Pages:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    answers = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    for record in ArchiveIterator(io.BytesIO(content), record_types=answers, parse_http=True):
        inside = record.reader.read(left + 1)
        if len(inside) > left:
            yield Problem("expands_too_far", "over the bound by then")
            return
        left -= len(inside)
        yield _page(record, inside)


def _page(record: Any, content: bytes) -> Page | Problem:
    url, kind = record.headers.get("WARC-Target-URI"), _kind(record)
    status = record.http_headers.status_code if record.http_headers else FOUND
    if status != FOUND or kind not in PAGES:
        return Problem("not_a_page", f"{url}: status {status}, {kind}", str(url))
    text = _text(content, record.http_charset)
    if text is None:
        return Problem("undecodable", str(url), str(url))
    said = Metadata(url=url)
    return Page(text, said) if kind == "text/plain" else page_of_html(text, said, whole=True)


def _kind(record: Any) -> str:
    """The media type that the server gave, or the archive."""
    said = record.http_content_type or record.headers.get("Content-Type") or ""
    return str(said).partition(";")[0].strip().lower()


def _text(content: bytes, charset: str | None) -> str | None:
    try:
        return content.decode(charset) if charset else content.decode()
    except (LookupError, ValueError):  # a name of an encoding may hold anything
        decoded = decode(content)
        return decoded.text if decoded else None
