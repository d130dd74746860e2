"""RSS and Atom: an article an entry, with what the feed says of its title, date, address and outlet.

Here: entries and their parts. Not here: the markup of their texts (pages).
"""

from __future__ import annotations

import re
from typing import Any, Final

from assets.parsed.formats.page_metadata import names_of
from assets.parsed.formats.pages import page_of_html
from assets.parsed.formats.within import Fields, Pages
from assets.parsed.formats.xml import BEFORE_ROOT
from assets.parsed.model import Metadata, Page, Problem

ROOT: Final = re.compile(BEFORE_ROOT + r"<(?:rss|rdf:RDF|feed)\b", re.DOTALL | re.IGNORECASE)
BROKEN: Final = (ValueError, LookupError, AttributeError, TypeError)
"""What the parser raises where a feed is broken in a way that its authors did not think of."""


class FeedReader:
    """A feed of news."""

    media_type = "application/rss+xml"

    def records(self, text: str, fields: Fields) -> Pages | None:  # noqa: ARG002 - the protocol's signature
        """The entries, where the root element is that of a feed."""
        return self._entries(text) if ROOT.match(text) else None

    def _entries(self, text: str) -> Pages:
        """Each entry; an entry without a text of its own is a problem, since its article stands elsewhere."""
        import feedparser

        try:
            feed = feedparser.parse(text.encode(), response_headers={"content-type": "application/xml; charset=utf-8"}, sanitize_html=False)
        except BROKEN as error:
            yield Problem("broken_feed", f"{type(error).__name__}: {error}", text[:200])
            return
        if not feed.entries:
            yield Problem("broken_feed" if feed.bozo else "empty_document", str(feed.get("bozo_exception", "a feed without entries")))
        for entry in feed.entries:
            yield _page(entry, feed.feed)


def _page(entry: Any, feed: Any) -> Page | Problem:
    text = max((part.get("value") or "" for part in entry.get("content", ())), key=len, default="") or entry.get("summary") or ""
    title, url = entry.get("title"), entry.get("link")
    if not text.strip():
        return Problem("no_text", f"an entry without a text: {url or title}", str(title or url or "")[:200])
    site = (entry.get("source") or {}).get("title") or feed.get("title")
    updated = entry.get("updated") if "updated" in entry else None
    said = Metadata(
        title=title,
        published=entry.get("published") or updated,
        modified=updated,
        url=url,
        site=site,
        language=entry.get("language") or feed.get("language"),
        author=names_of((entry.get("author_detail") or {}).get("name") or entry.get("author")),
    )
    return page_of_html(text, said, whole=False)
