"""HTML: the main text of a page.

Here: which text of a page is the article's. Not here: what the page says of itself (page_metadata), residue in the text (layout).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from assets.parsed.formats.page_metadata import metadata_of
from assets.parsed.model import Metadata, Page

if TYPE_CHECKING:
    from assets.parsed.formats.within import Fields, Pages

_HTML = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*+|<!--.*?-->\s*+)*+<(?:!doctype html|html|head|body|article|div|p|h1|meta|title)\b", re.IGNORECASE | re.DOTALL
)
_LATER_HTML = re.compile(r"<html\b|<body\b|<!doctype html", re.IGNORECASE)
_SEARCHED = 2000
_SKIPPED = [
    "nav", "footer", "aside", "form", "button", "figure", "figcaption", "script", "style", "noscript", "[role=navigation]",
    "[aria-hidden=true]",
]  # fmt: skip
_LEAST_LETTERS = 200


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
    text = _text(tree, whole=whole)
    return Page(text, said.over(metadata_of(tree)) if whole else said)


def _text(tree: HTMLTree, *, whole: bool) -> str:
    """The main text; all visible text where a page is so unusual that little is found."""
    options = {"preserve_formatting": True, "list_bullets": False, "alt_texts": False, "links": False}
    text: str = extract_plain_text(tree, main_content=whole, skip_elements=_SKIPPED if whole else None, **options)
    if whole and sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        everything: str = extract_plain_text(tree, main_content=False, skip_elements=_SKIPPED, **options)
        text = everything if len(everything) > len(text) else text
    return text
