"""NewsML-G2 of the IPTC, in which agencies deliver: an article a news item.

Here: headline, text, times, provider and language of an item. Source: IPTC NewsML-G2 specification 2.33.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException

from assets.parsed.formats.within import Fields, Pages
from assets.parsed.formats.xml import BEFORE_ROOT, named, parsed, text_of
from assets.parsed.model import Metadata, Page, Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROOT: Final = re.compile(BEFORE_ROOT + r"<(?:\w+:)?(?:newsMessage|newsItem|packageItem)\b", re.DOTALL)
BLOCKS: Final = ("p", "h1", "h2", "h3", "hl2", "li", "td")
BODIES: Final = ("body.content", "body", "inlineData", "inlineXML")
LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


class NewsMlReader:
    """One item, or a message with several."""

    media_type = "application/vnd.iptc.g2.newsmessage+xml"

    def records(self, text: str, fields: Fields) -> Pages | None:  # noqa: ARG002 - the protocol's signature
        """The items, where the root element is that of a message or an item."""
        return self._items(text) if ROOT.match(text) else None

    def _items(self, text: str) -> Pages:
        """Each item; pictures and other items without a text are problems."""
        try:
            root = parsed(text)
        except (ParseError, DefusedXmlException) as error:
            yield Problem("unsafe_xml" if isinstance(error, DefusedXmlException) else "broken_xml", str(error), text[:200])
            return
        items = list(named(root, "newsItem"))
        if not items:
            yield Problem("empty_document", "a message without news items")
        for item in items:
            yield _page(item)


def _page(item: Element) -> Page | Problem:
    title = _text_at(item, "headline")
    body = next((found for name in BODIES for found in named(item, name)), None)
    blocks = [text for block in named(body, *BLOCKS) if (text := text_of(block))] if body is not None else []
    text = "\n\n".join(blocks) or text_of(body)
    if not text:
        return Problem("no_text", f"an item without a text: {item.get('guid')}", title or "")
    changed = _text_at(item, "contentModified", "versionCreated")
    made = _text_at(item, "contentCreated") or _text_at(item, "versionCreated", "firstCreated")
    said = next((each.get("tag") for each in named(item, "language") if each.get("tag")), None)
    language = said or item.get(LANGUAGE)
    return Page(text, Metadata(title, made, _address(item), _provider(item), language, changed, _text_at(item, "by")))


def _text_at(item: Element, *names: str) -> str | None:
    return text_of(next(named(item, *names), None))


def _provider(item: Element) -> str | None:
    """The agency: its name, or its word in a controlled vocabulary."""
    for provider in named(item, "provider", "infoSource"):
        name = text_of(next(named(provider, "name"), None)) or provider.get("literal")
        if name:
            return name
    return text_of(next(named(item, "creditline"), None))


def _address(item: Element) -> str | None:
    return next((href for link in named(item, "link") if (href := link.get("href", "")).startswith(("http://", "https://"))), None)
