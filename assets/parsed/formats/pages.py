"""HTML: the main text of a page, and what the page says of itself.

Here: metadata in the order of trust JSON-LD, OpenGraph, meta tags, markup. Not here: residue in the text (layout).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING, Any

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import ElementNode, HTMLTree

from assets.parsed.model import Metadata, Page

if TYPE_CHECKING:
    from assets.parsed.formats.within import Fields, Pages

_HTML = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*+|<!--.*?-->\s*+)*+<(?:!doctype html|html|head|body|article|div|p|h1|meta|title)\b", re.IGNORECASE | re.DOTALL
)
_LATER_HTML = re.compile(r"<html\b|<body\b|<!doctype html", re.IGNORECASE)
_SEARCHED = 2000
_ARTICLE_TYPES = frozenset(
    {
        "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle", "blogposting", "webpage",
        "report",
    }
)  # fmt: skip
_DATE_METAS = (
    "article:published_time", "article:published", "article.published", "og:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish_date", "publication_date", "date.created", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_SITE_METAS = ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher", "copyright")
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "title")
_TITLE_SUFFIX = re.compile(r"\s+[|–—»-]\s+[^|–—»]{2,40}$")
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
    found = _metadata(tree) if whole else Metadata()
    return Page(
        text,
        Metadata(
            said.title or found.title,
            said.published or found.published,
            said.url or found.url,
            said.site or found.site,
            said.language or found.language,
        ),
    )


def _text(tree: HTMLTree, *, whole: bool) -> str:
    """The main text; all visible text where a page is so unusual that little is found."""
    options = {"preserve_formatting": True, "list_bullets": False, "alt_texts": False, "links": False}
    text: str = extract_plain_text(tree, main_content=whole, skip_elements=_SKIPPED if whole else None, **options)
    if whole and sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        everything: str = extract_plain_text(tree, main_content=False, skip_elements=_SKIPPED, **options)
        text = everything if len(everything) > len(text) else text
    return text


def _metadata(tree: HTMLTree) -> Metadata:
    """What the page says of itself."""
    linked = _linked_data(tree)
    metas = _metas(tree)
    root = next(iter(_select(tree, "html")), None)
    return Metadata(
        title=_first(linked.get("title"), *(metas.get(name) for name in _TITLE_METAS[:2]), _heading(tree), _page_title(tree)),
        published=_first(linked.get("published"), *(metas.get(name) for name in _DATE_METAS), _time(tree)),
        url=_first(_canonical(tree), metas.get("og:url"), linked.get("url")),
        site=_first(linked.get("site"), *(metas.get(name) for name in _SITE_METAS)),
        language=_first(root.getattr("lang") if root else None, linked.get("language"), metas.get("og:locale")),
    )


def _select(tree: HTMLTree, selector: str) -> Iterable[ElementNode]:
    """The elements of a selector, in the page's order."""
    return tree.document.query_selector_all(selector) if tree.document else ()


def _inner(element: ElementNode) -> str:
    """All text inside an element."""
    return str(element.text or "")


def _first(*values: str | None) -> str | None:
    """The first value that says anything, entities resolved, blanks joined."""
    for value in values:
        if value and (text := " ".join(unescape(value).split())):
            return text
    return None


def _metas(tree: HTMLTree) -> dict[str, str]:
    """Meta tags by name or property, the first of each."""
    found: dict[str, str] = {}
    for tag in _select(tree, "meta[content], [itemprop=datePublished]"):
        name = (tag.getattr("property") or tag.getattr("name") or tag.getattr("itemprop") or "").lower()
        value = tag.getattr("content") or tag.getattr("datetime") or ""
        if name and value:
            found.setdefault(name, value)
    return found


def _linked_data(tree: HTMLTree) -> dict[str, str]:
    """Title, date, address, site and language of the article in the page's JSON-LD."""
    for tag in _select(tree, 'script[type="application/ld+json"]'):
        try:
            loaded = json.loads(_inner(tag), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(loaded):
            kinds = node.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(str(name).lower() in _ARTICLE_TYPES for name in names) and ("headline" in node or "datePublished" in node):
                values = {
                    "title": node.get("headline"), "published": node.get("datePublished"), "url": node.get("url"),
                    "site": _name(node.get("publisher")), "language": node.get("inLanguage"),
                }  # fmt: skip
                return {key: value for key, value in values.items() if isinstance(value, str)}
    return {}


def _nodes(loaded: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD block: itself, list entries, members of its graph."""
    entries = loaded if isinstance(loaded, list) else [loaded]
    for entry in entries:
        if isinstance(entry, Mapping):
            yield entry
            graph = entry.get("@graph")
            yield from (node for node in graph if isinstance(node, Mapping)) if isinstance(graph, list) else ()


def _name(publisher: Any) -> str | None:
    entry = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = entry.get("name") if isinstance(entry, Mapping) else entry
    return name if isinstance(name, str) else None


def _heading(tree: HTMLTree) -> str | None:
    """The page's only first-level heading, or the one in its article."""
    headings = _select(tree, "h1")
    texts = [text for heading in headings if (text := _inner(heading).strip())]
    if len(texts) == 1:
        return texts[0]
    inside = next(iter(_select(tree, "article h1")), None)
    return _inner(inside) if inside else None


def _page_title(tree: HTMLTree) -> str | None:
    return _TITLE_SUFFIX.sub("", str(tree.title).strip()) if tree.title else None


def _time(tree: HTMLTree) -> str | None:
    tag = next(iter(_select(tree, "time[datetime]")), None)
    return tag.getattr("datetime") if tag else None


def _canonical(tree: HTMLTree) -> str | None:
    tag = next(iter(_select(tree, 'link[rel="canonical"]')), None)
    href: str | None = tag.getattr("href") if tag else None
    return href if href and href.startswith("http") else None
