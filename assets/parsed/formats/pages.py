"""HTML: pages, and marked-up texts in other formats.

Here: what is a page. Not here: its main text (main_text), what it says of itself (page_metadata), residue in the text (layout).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from resiliparse.parse.html import HTMLTree

from assets.parsed.formats.main_text import main_text, plain_text
from assets.parsed.formats.page_metadata import metadata_of
from assets.parsed.model import Metadata, Page

if TYPE_CHECKING:
    from assets.parsed.formats.within import Fields, Pages

_HTML = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*+|<!--.*?-->\s*+)*+<(?:!doctype html|html|head|body|article|div|p|h1|meta|title)\b", re.IGNORECASE | re.DOTALL
)
_LATER_HTML = re.compile(r"<html\b|<body\b|<!doctype html", re.IGNORECASE)
_SEARCHED = 2000


class HtmlReader:
    """One page, one article."""

    media_type = "text/html"

    def records(self, text: str, fields: Fields) -> Pages | None:  # noqa: ARG002 - the protocol's signature
        """The page, where the file begins with markup of one, or shows it early."""
        is_page = _HTML.match(text) or _LATER_HTML.search(text[:_SEARCHED])
        return self._page(text) if is_page else None

    def _page(self, text: str) -> Pages:
        yield page_of_html(text, Metadata(), whole=True)


def page_of_html(markup: str, said: Metadata, *, whole: bool) -> Page:
    """The text and metadata of marked-up text.

    Args:
        markup: HTML.
        said: what is known already; it wins over the page's own word.
        whole: True for a whole page, False for an article's fragment, of which nothing is left out.
    """
    tree = HTMLTree.parse(markup)
    text = main_text(tree, markup) if whole else plain_text(tree, main_content=False)
    return Page(text, said.over(metadata_of(tree)) if whole else said)
