"""The same article is read from every format, alone and packed; what is no article by right is told of, record by record."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.parsed.knowledge import Knowledge
from assets.parsed.model import ParsedFile
from assets.parsed.parse import Way, parse_file
from assets.running.limits import Limits
from tests.parsed.formats import made

BESIDE = {"rss": "no_text", "newsml": "no_text", "csv": "broken_csv"}
"""Formats whose example has a second record that is no article."""
UNDATED = {"plain", "pdf", "docx"}
ADDRESSED = {"page", "json", "rss", "atom", "markdown", "csv", "warc", "wacz", "parquet"}


def parse(content: bytes, known: Knowledge, limits: Limits | None = None) -> ParsedFile:
    """A file's parts; every record is accounted for."""
    parsed = parse_file("f" * 16, "name", content, known, Way(limits or Limits()))
    numbers = sorted([document.record for document in parsed.documents] + [reject.record for reject in parsed.rejects])
    assert numbers == list(range(parsed.records))
    assert numbers
    return parsed


@pytest.mark.parametrize("name", made.FORMATS)
def test_the_article_is_read(name: str, known: Knowledge) -> None:
    content, media_type = made.FORMATS[name]
    parsed = parse(content, known)
    (document,) = parsed.documents
    assert parsed.media_type == media_type
    assert document.title == made.TITLE
    assert " ".join(document.body.split()) == " ".join([made.TITLE, *made.BODY])
    assert document.published_edtf == (None if name in UNDATED else made.DATE)
    assert document.url == (made.URL if name in ADDRESSED else None)


@pytest.mark.parametrize(("name", "reason"), BESIDE.items())
def test_a_record_without_an_article_is_a_reject(name: str, reason: str, known: Knowledge) -> None:
    assert [reject.reason for reject in parse(made.FORMATS[name][0], known).rejects] == [reason]


def test_a_crawl_tells_of_what_is_no_page(known: Knowledge) -> None:
    assert [reject.reason for reject in parse(made.warc(), known).rejects] == ["not_a_page", "not_a_page"]


@pytest.mark.parametrize("packer", made.PACKERS)
@pytest.mark.parametrize("name", ["plain", "page", "rss", "mail", "warc", "docx"])
def test_packed_it_is_the_same_article(name: str, packer: str, known: Knowledge) -> None:
    alone, packed = parse(made.FORMATS[name][0], known), parse(made.PACKERS[packer](made.FORMATS[name][0]), known)
    assert [document.body for document in packed.documents] == [document.body for document in alone.documents]
    assert packed.records == alone.records


def test_an_archive_holds_many_files(known: Knowledge) -> None:
    members = {f"{name}.bin": content for name, (content, _) in made.FORMATS.items()}
    parsed = parse(made.zipped(members | {"empty.txt": b"", ".DS_Store": b"x", "__MACOSX/._a": b"x"}), known)
    assert len(parsed.documents) == len(made.FORMATS)
    assert [reject.reason for reject in parsed.rejects if reject.detail.startswith("empty.txt")] == ["empty_file"]
    assert not any("DS_Store" in reject.detail or "MACOSX" in reject.detail for reject in parsed.rejects)


def test_names_that_point_out_and_links_are_refused_one_by_one(known: Knowledge) -> None:
    text = made.PLAIN.encode()
    parsed = parse(made.tarred({"../../etc/cron": text, "/abs": text, "link": None, "fine": text}), known)
    assert [reject.reason for reject in parsed.rejects] == ["unsafe_path", "unsafe_path", "not_a_file"]
    assert len(parsed.documents) == 1


def test_what_was_read_before_a_break_is_kept(known: Knowledge) -> None:
    line = b'{"title": "Envoys meet in Lima", "text": "' + made.BODY[0].encode() + b'", "n": %d}\n'
    packed = gzip.compress(b"".join(line % number for number in range(20_000)), mtime=0)
    parsed = parse(packed[: len(packed) // 2], known)
    assert len(parsed.documents) > 100
    assert parsed.rejects[-1].reason == "broken_archive"


@pytest.mark.parametrize("packer", ["gz", "bz2", "xz", "zst", "zip", "tar"])
def test_a_bomb_is_one_reject(packer: str, known: Knowledge) -> None:
    parsed = parse(made.PACKERS[packer](b"a " * 1_000_000), known, Limits(expanded_bytes=100_000))
    assert [reject.reason for reject in parsed.rejects] == ["expands_too_far"]


def test_packed_too_often_is_refused(known: Knowledge) -> None:
    content = made.PLAIN.encode()
    for _ in range(5):
        content = gzip.compress(content)
    assert [reject.reason for reject in parse(content, known).rejects] == ["packed_too_deep"]


def test_more_files_than_the_bound_are_told_of(known: Knowledge) -> None:
    parsed = parse(made.zipped({str(number): made.PLAIN.encode() for number in range(5)}), known, Limits(members=3))
    assert len(parsed.documents) == 3
    assert [reject.reason for reject in parsed.rejects] == ["too_many_members"]


@pytest.mark.parametrize("name", ["rss", "newsml"])
@pytest.mark.parametrize("bomb", ['<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">'])
def test_xml_with_entities_is_refused(name: str, bomb: str, known: Knowledge) -> None:
    declaration, _, rest = made.FORMATS[name][0].decode().partition("?>")
    hostile = f"{declaration}?><!DOCTYPE x [{bomb}]>{rest.replace(made.TITLE, '&b;')}"
    assert [reject.reason for reject in parse(hostile.encode(), known).rejects] == ["unsafe_xml"]


def test_several_articles_in_one_text(known: Knowledge) -> None:
    second = made.PLAIN.replace("Lima", "Quito")
    third = made.PLAIN.replace("Lima", "La Paz")
    parsed = parse(f"{made.PLAIN}\n==========\n{second}\n==========\n{third}".encode(), known)
    assert [document.title for document in parsed.documents] == ["Envoys meet in Lima", "Envoys meet in Quito", "Envoys meet in La Paz"]


def test_a_line_of_signs_above_a_foot_divides_nothing(known: Knowledge) -> None:
    (document,) = parse(f"{made.PLAIN}\n----------\nExample Herald, Lima\n".encode(), known).documents
    assert document.title == made.TITLE


def test_a_mailbox_of_several_messages(known: Knowledge) -> None:
    second = made.mail().replace(b"Lima", b"Quito")
    box = b"".join(b"From a@b Wed Apr  5 08:00:00 2023\n" + message + b"\n\n" for message in (made.mail(), second))
    assert [document.title for document in parse(box, known).documents] == ["Envoys meet in Lima", "Envoys meet in Quito"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_broken_files_are_accounted_for(data: st.DataObject, known: Knowledge) -> None:
    name = data.draw(st.sampled_from(sorted(made.FORMATS)))
    content = bytearray(
        made.PACKERS[data.draw(st.sampled_from(["gz", "zip", "tar"]))](made.FORMATS[name][0])
        if data.draw(st.booleans())
        else made.FORMATS[name][0]
    )
    for _ in range(data.draw(st.integers(0, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    parse(bytes(content[: data.draw(st.integers(1, len(content)))]), known)


@pytest.mark.parametrize("opening", ["<!-- x -->" * 3_000, " " * 300_000, "<?x y?> " * 3_000])
def test_what_stands_before_a_root_is_tried_in_one_way(opening: str, known: Knowledge) -> None:
    # With several ways to part the opening, the search for a root that is not there would not end.
    assert parse(f"{opening}{made.PLAIN}".encode(), known).records == 1
