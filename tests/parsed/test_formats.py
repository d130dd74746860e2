"""Formats are told by content; every record is a document or a reject."""

from __future__ import annotations

import json

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.parsed.knowledge import Knowledge
from assets.parsed.model import ParsedFile
from assets.parsed.parse import parse_file
from assets.parsed.work import work

NEWS = "The envoys of four countries met in Lima on Tuesday for talks about trade, fish and the price of stamps."
PAGE = f"""<!doctype html><html lang="en"><head>
<title>Envoys meet in Lima - Example Herald</title>
<meta property="og:title" content="Envoys meet in Lima"><meta property="og:site_name" content="Example Herald">
<meta property="article:published_time" content="2023-04-05T08:00:00+02:00">
<link rel="canonical" href="https://example-herald.example/world/1">
<script type="application/ld+json">
{{"@graph":[{{"@type":"NewsArticle","headline":"Envoys meet in Lima","datePublished":"2023-04-05"}}]}}</script>
</head><body><nav><a href="/">Home</a><a href="/w">World</a></nav>
<article><h1>Envoys meet in Lima</h1><p>{NEWS}</p><p>{NEWS.replace("Tuesday", "Friday")}</p></article>
<aside><h3>Most read</h3><ul><li>Storm closes ports</li></ul></aside><footer>About us</footer></body></html>"""


def parse(content: bytes, known: Knowledge) -> ParsedFile:
    """A file's parts."""
    return parse_file("f" * 16, "name", content, known)


def test_a_page_gives_its_metadata_and_main_text(known: Knowledge) -> None:
    parsed = parse(PAGE.encode(), known)
    (document,) = parsed.documents
    assert parsed.media_type == "text/html"
    assert (document.title, document.published_edtf, document.outlet) == ("Envoys meet in Lima", "2023-04-05", "example-herald")
    assert document.url == "https://example-herald.example/world/1"
    assert document.body.split("\n\n") == ["Envoys meet in Lima", NEWS, NEWS.replace("Tuesday", "Friday")]


def test_json_lines_lose_only_the_broken_line(known: Knowledge) -> None:
    record = {"title": "Envoys meet in Lima", "body": NEWS, "date": "2023-04-05", "url": "https://herald.example/1", "lang": "en"}
    lines = [json.dumps(record), '{"title": "cut o', json.dumps({"title": "no text"}), json.dumps(record | {"body": f"<p>{NEWS}</p>"})]
    parsed = parse("\n".join(lines).encode(), known)
    assert parsed.media_type == "application/jsonl"
    assert [(d.record, d.published_edtf, d.outlet) for d in parsed.documents] == [(0, "2023-04-05", "herald"), (3, "2023-04-05", "herald")]
    assert [(r.record, r.reason) for r in parsed.rejects] == [(1, "broken_json"), (2, "no_text")]
    assert parsed.documents[1].body.endswith(NEWS)


@pytest.mark.parametrize("wrap", [lambda records: records, lambda records: {"status": "ok", "articles": records}])
def test_json_lists_are_found_inside_a_wrapper(known: Knowledge, wrap) -> None:  # type: ignore[no-untyped-def]
    records = [{"headline": f"Envoys meet for the {n}th time", "articleBody": NEWS, "datePublished": 1680681600} for n in (4, 5)]
    parsed = parse(json.dumps(wrap(records), indent=1).encode(), known)
    assert [document.title for document in parsed.documents] == ["Envoys meet for the 4th time", "Envoys meet for the 5th time"]
    assert {document.published_edtf for document in parsed.documents} == {"2023-04-05"}


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        (b"", "application/x-empty", "empty_file"),
        (b" \n\n ", "application/x-empty", "empty_file"),
        (b"%PDF-1.7 \xe2\xe3", "application/pdf", "broken_pdf"),
        (b"PK\x03\x04rest", "application/zip", "broken_archive"),
        (b"WARC/1.0\r\n", "application/warc", "empty_archive"),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', "application/rss+xml", "empty_document"),
        (b"\x00\x01\x02\x03", "application/octet-stream", "unsupported_media_type"),
        (b'{"title": "cut', "application/json", "broken_json"),
        (b"[]", "application/json", "empty_document"),
        (b"Menu\nShare\nHome", "text/plain", "no_article"),
    ],
)
def test_what_holds_no_article_says_why(known: Knowledge, content: bytes, media_type: str, reason: str) -> None:
    parsed = parse(content, known)
    assert (parsed.media_type, [reject.reason for reject in parsed.rejects], parsed.documents) == (media_type, [reason], [])


def test_a_page_of_headlines_is_no_article(known: Knowledge) -> None:
    lines = [f"The council number {n} of the northern towns elects its speaker" for n in range(20)]
    parsed = parse("\n".join([*lines, NEWS]).encode(), known)
    assert [reject.reason for reject in parsed.rejects] == ["index_page"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode("utf-8", "ignore"))))
def test_records_are_documents_and_rejects_whatever_the_bytes(known: Knowledge, content: bytes) -> None:
    parsed = parse(content, known)
    numbers = sorted([d.record for d in parsed.documents] + [r.record for r in parsed.rejects])
    assert parsed.records == len(numbers) >= 1
    assert numbers == list(range(len(numbers)))
    for document in parsed.documents:
        assert document.body.startswith(document.title)
        assert document.words == len(document.body.split())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["title", "text", "articles", "date", "x"]), inner, max_size=4)
        ),
    )
)
def test_any_json_is_records_accounted_for(known: Knowledge, value: object) -> None:
    parsed = parse(json.dumps(value).encode(), known)
    assert parsed.records == len(parsed.documents) + len(parsed.rejects) >= 1


def test_frames_account_for_every_record(known: Knowledge) -> None:
    files = pl.DataFrame({"file_id": ["a" * 16, "b" * 16], "path": ["a", "b"], "content": [PAGE.encode(), b"%PDF-"]})
    tables = work(files, lambda file_id, name, content: parse_file(file_id, name, content, known))
    assert tables["parsed_files"].select("records", "documents", "rejects").rows() == [(1, 1, 0), (1, 0, 1)]
    assert tables["documents"]["file_id"].to_list() == ["a" * 16]
    assert tables["rejects"].select("file_id", "stage", "reason").rows() == [("b" * 16, "parsed", "broken_pdf")]
