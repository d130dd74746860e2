"""What a page says of itself: title, dates, author, outlet, language and address, in the order of trust
JSON-LD, OpenGraph, meta tags, markup.

Here: where a page says it, and which of several words wins. Not here: its text (pages), whether its words agree (agreement).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from assets.parsed.model import Metadata

if TYPE_CHECKING:
    from resiliparse.parse.html import ElementNode, HTMLTree

Said = Mapping[str, str]
"""What one source says, by part of an article."""
ARTICLES: Final = frozenset(
    {
        "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle", "opinionnewsarticle",
        "blogposting", "webpage", "report",
    }
)  # fmt: skip
"""Types of schema.org that an article's page may have."""
GRAPH: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("og:title",),
    "published": ("article:published_time", "article:published", "article.published", "og:published_time"),
    "modified": ("article:modified_time", "article:modified", "og:updated_time"),
    "author": ("article:author", "og:article:author"),
    "site": ("og:site_name",),
    "language": ("og:locale",),
    "url": ("og:url",),
}
"""Properties of the Open Graph protocol (ogp.me), and how sites misspell them."""
METAS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("twitter:title", "dc.title", "dcterms.title", "headline"),
    "published": (
        "datepublished", "date", "pubdate", "publishdate", "publish_date", "publication_date", "date.created", "dc.date.issued", "dc.date",
        "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    ),
    "modified": ("datemodified", "last-modified", "dcterms.modified", "dc.date.modified", "revised"),
    "author": ("author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl"),
    "site": ("application-name", "publisher", "dc.publisher", "article:publisher", "copyright"),
    "language": ("dc.language", "content-language", "inlanguage"),
    "url": ("parsely-link",),
}  # fmt: skip
"""Names of meta tags and of microdata: HTML, Dublin Core, and the programs that news sites use."""
JUDGED: Final = ("title", "published")
"""Parts that several sources name, and that should be the same in all of them."""
_TITLE_SUFFIX: Final = re.compile(r"\s+[|–—»-]\s+[^|–—»]{2,40}$")
MOST: Final = 1_000
"""Elements of one kind that are looked at."""
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
_LONGEST_NAME: Final = 200


def metadata_of(tree: HTMLTree) -> Metadata:
    """What the page says of itself."""
    metas = _metas(tree)
    sources = (_linked_data(tree), _of_metas(metas, GRAPH), _of_metas(metas, METAS), _markup(tree))
    told = {part: [text for said in sources if (text := _text(said.get(part)))] for part in Metadata.PARTS}
    return Metadata(
        **{part: values[0] for part, values in told.items() if values} | {"url": _canonical(tree) or next(iter(told["url"]), None)},
        others=tuple((part, value) for part in JUDGED for value in told[part][1:]),
    )


def names_of(value: Any) -> str | None:
    """The name of a person or body, or of several, as JSON gives them: a text, a thing with a name, or a list of such."""
    entries = value if isinstance(value, list) else [value]
    named = (entry.get("name") if isinstance(entry, Mapping) else entry for entry in entries)
    names = [text for name in named if isinstance(name, str) and (text := name.strip()) and not _ADDRESS.match(text)]
    return ", ".join(dict.fromkeys(names))[:_LONGEST_NAME] or None


def select(tree: HTMLTree, selector: str) -> Iterable[ElementNode]:
    """The elements of a selector, in the page's order."""
    # A slice is taken at once; going from element to element, the library asks its selector anew for each of them.
    return tree.document.query_selector_all(selector)[:MOST] if tree.document else ()


def _text(value: str | None) -> str | None:
    """A value that says something, entities resolved, blanks joined."""
    return " ".join(unescape(value).split()) or None if value else None


def _metas(tree: HTMLTree) -> dict[str, str]:
    """Meta tags by name, property or HTTP field, and microdata of dates; the first of each."""
    found: dict[str, str] = {}
    for tag in select(tree, "meta[content], [itemprop=datePublished], [itemprop=dateModified]"):
        name = tag.getattr("property") or tag.getattr("name") or tag.getattr("itemprop") or tag.getattr("http-equiv") or ""
        value = tag.getattr("content") or tag.getattr("datetime") or ""
        if name and value:
            found.setdefault(name.lower(), value)
    return found


def _of_metas(metas: Said, names: Mapping[str, tuple[str, ...]]) -> Said:
    values = {part: next((metas[name] for name in named if name in metas), "") for part, named in names.items()}
    return values | {"author": names_of(values["author"]) or ""}


def _linked_data(tree: HTMLTree) -> Said:
    """What the JSON-LD of the page says of its article."""
    for tag in select(tree, 'script[type="application/ld+json"]'):
        try:
            loaded = json.loads(str(tag.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(loaded):
            kinds = node.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(str(name).lower() in ARTICLES for name in names) and ("headline" in node or "datePublished" in node):
                values = {
                    "title": node.get("headline"), "published": node.get("datePublished"), "modified": node.get("dateModified"),
                    "author": names_of(node.get("author")), "site": names_of(node.get("publisher")),
                    "language": node.get("inLanguage"), "url": node.get("url"),
                }  # fmt: skip
                return {part: value for part, value in values.items() if isinstance(value, str)}
    return {}


def _nodes(loaded: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD block: itself, list entries, members of its graph."""
    entries = loaded if isinstance(loaded, list) else [loaded]
    for entry in entries:
        if isinstance(entry, Mapping):
            yield entry
            graph = entry.get("@graph")
            yield from (node for node in graph if isinstance(node, Mapping)) if isinstance(graph, list) else ()


def _markup(tree: HTMLTree) -> Said:
    root, author = _first(tree, "html"), _first(tree, "[rel=author], [itemprop=author]")
    time = _first(tree, "time[datetime]")
    return {
        "title": _heading(tree) or _page_title(tree),
        "published": (time.getattr("datetime") or "") if time else "",
        "author": names_of(" ".join(str(author.text or "").split())) or "" if author else "",
        "language": (root.getattr("lang") or "") if root else "",
    }


def _first(tree: HTMLTree, selector: str) -> ElementNode | None:
    return next(iter(select(tree, selector)), None)


def _heading(tree: HTMLTree) -> str:
    """The page's only first-level heading, or the one in its article."""
    texts = [text for heading in select(tree, "h1") if (text := str(heading.text or "").strip())]
    if len(texts) == 1:
        return texts[0]
    inside = _first(tree, "article h1")
    return str(inside.text or "") if inside else ""


def _page_title(tree: HTMLTree) -> str:
    return _TITLE_SUFFIX.sub("", str(tree.title).strip()) if tree.title else ""


def _canonical(tree: HTMLTree) -> str | None:
    """The address that the page itself declares as its own before all others."""
    tag = _first(tree, 'link[rel="canonical"]')
    href: str | None = tag.getattr("href") if tag else None
    return href if href and href.startswith("http") else None
