"""What a page says of itself: the most trusted word wins, and disagreement is told."""

from __future__ import annotations

import json

import polars as pl
import pytest

from assets.parsed import faults
from assets.parsed.checks import disagreeing
from assets.parsed.formats.page_metadata import names_of
from assets.parsed.knowledge import Knowledge
from assets.parsed.parse import parse_file
from assets.parsed.work import work
from tests.parsed.conftest import Parse
from tests.parsed.formats import made

LINKED: dict[str, object] = {
    "@type": ["NewsArticle"], "headline": made.TITLE, "datePublished": "2023-04-05T23:30:00Z", "dateModified": "2023-04-07",
    "author": [{"@type": "Person", "name": "Ana Rojas"}, {"name": "Luis Vega"}, "https://herald.example/staff"],
    "publisher": {"name": "Example Herald"}, "inLanguage": "en", "url": "https://herald.example/linked",
}  # fmt: skip


def page(linked: dict[str, object] | None = None, metas: dict[str, str] | None = None, markup: str = "", heading: str = made.TITLE) -> str:
    block = f'<script type="application/ld+json">{json.dumps({"@graph": [linked]})}</script>' if linked else ""
    tags = "".join(f'<meta property="{name}" content="{value}">' for name, value in (metas or {}).items())
    paragraphs = "".join(f"<p>{part}</p>" for part in made.BODY)
    return f"<!doctype html><html><head>{block}{tags}</head><body><article><h1>{heading}</h1>{markup}{paragraphs}</article></body></html>"


def test_each_source_is_asked_in_the_order_of_trust(parse: Parse) -> None:
    graph = {"article:published_time": "2023-04-06", "article:modified_time": "2023-04-08", "article:author": "Graph", "og:url": made.URL}
    metas = {"date": "2023-04-06", "last-modified": "2023-04-09", "author": "Meta Writer"}
    markup = '<a rel="author">Markup Writer</a><time datetime="2023-04-06">6 April</time>'

    def told(content: str) -> tuple[str | None, ...]:
        document = parse(content)
        return document.published_edtf, document.modified_edtf, document.author, document.url

    everything = page(LINKED, graph | metas, markup)
    assert told(everything) == ("2023-04-05", "2023-04-07", "Ana Rojas, Luis Vega", "https://herald.example/linked")
    assert told(page(None, graph | metas, markup)) == ("2023-04-06", "2023-04-08", "Graph", made.URL)
    assert told(page(None, metas, markup)) == ("2023-04-06", "2023-04-09", "Meta Writer", None)
    assert told(page(None, None, markup)) == ("2023-04-06", None, "Markup Writer", None)
    assert told(page()) == (None, None, None, None)


def test_the_address_that_a_page_declares_as_its_own_comes_first(parse: Parse) -> None:
    declared = page(LINKED).replace("<head>", '<head><link rel="canonical" href="https://herald.example/own">')
    assert parse(declared).url == "https://herald.example/own"


@pytest.mark.parametrize(
    ("graph", "parts"),
    [
        ({"og:title": f"{made.TITLE} | Example Herald", "article:published_time": "2023-04-06T01:30:00+02:00"}, []),
        ({"og:title": "ENVOYS MEET IN LIMA"}, []),
        ({"article:published_time": "yesterday"}, []),
        ({"og:title": "Storm closes four ports"}, ["title"]),
        ({"article:published_time": "2021-01-01"}, ["published"]),
        ({"og:title": "Storm closes four ports", "date": "2021-01-01", "article:published_time": "2020-01-01"}, ["title", "published"]),
    ],
)
def test_a_page_that_says_different_things_of_itself_is_told(graph: dict[str, str], parts: list[str], known: Knowledge) -> None:
    files = pl.DataFrame({"file_id": ["f" * 16], "path": ["a"], "content": [page(LINKED, graph).encode()]})
    tables = work(files, lambda file_id, name, content: parse_file(file_id, name, content, known))
    assert (tables["documents"].height, tables["rejects"].height) == (1, 0)
    found = faults.find(tables["documents"], tables["doubts"]).filter(pl.col("check") == "page_agrees")
    assert found["rule"].to_list() == parts
    assert disagreeing(found) == dict.fromkeys(sorted(parts), 1)
    assert all(" | " in detail for detail in found["detail"])


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ana Rojas", "Ana Rojas"),
        ({"@type": "Person", "name": " Ana Rojas "}, "Ana Rojas"),
        ([{"name": "Ana"}, "Luis", {"name": "Ana"}, 5, None, {"url": "x"}], "Ana, Luis"),
        ("https://herald.example/ana", None),
        (None, None),
    ],
)
def test_names_are_taken_from_whatever_holds_them(value: object, names: str | None) -> None:
    assert names_of(value) == names


def test_exports_and_feeds_tell_authors_and_changes(parse: Parse, known: Knowledge) -> None:
    record = {"title": made.TITLE, "text": made.TEXT, "date": made.DATE, "updated_at": "2023-04-06T10:00:00Z", "authors": ["Ana", "Luis"]}
    document = parse(json.dumps(record))
    assert (document.published_edtf, document.modified_edtf, document.author) == (made.DATE, "2023-04-06", "Ana, Luis")
    feed = made.ATOM.replace("</published>", "</published><updated>2023-04-06T08:00:00Z</updated><author><name>Ana</name></author>")
    entry = parse(feed)
    assert (entry.published_edtf, entry.modified_edtf, entry.author) == (made.DATE, "2023-04-06", "Ana")
