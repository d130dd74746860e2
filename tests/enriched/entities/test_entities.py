"""Countries, organisations and places in sentences of our own in every language (cases.toml), and what holds for any text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.enriched.reading.entities import place_id
from assets.enriched.reading.model import Document, Mention
from assets.enriched.reading.page import Page
from assets.enriched.reading.reader import reader
from assets.languages import packs
from assets.register import registers

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
PLACES = {place_id(row.name, row.country): row.name for row in registers.load().settled}
KINDS = ("country", "organisation", "place")


def read(language: str, text: str, outlet: str | None = None, home: str | None = None) -> Page:
    return reader(language).page(Document("d", language, text, text, outlet=outlet, home=home))


def told(mention: Mention) -> str:
    value = mention.value or ""
    return f"{mention.kind}:{PLACES[value] if mention.kind == 'place' else value}"


def found(page: Page) -> set[str]:
    return {told(mention) for mention in page.mentions if mention.kind in KINDS}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']} {case['text'][:40]}")
def test_names_of_a_sentence(case: dict[str, Any]) -> None:
    names = found(read(case["language"], case["text"]))
    assert set(case["has"]) <= names
    assert not names & set(case.get("hasnt", []))


@pytest.mark.parametrize("language", packs.codes())
def test_every_language_has_enough_sentences(language: str) -> None:
    assert sum(case["language"] == language for case in CASES) >= 5


def test_a_ministry_without_a_country_is_that_of_the_outlets_home() -> None:
    assert "organisation:mfa-gh" in found(read("en", "The Foreign Ministry has summoned the envoy.", home="GH"))


def test_our_country_is_the_outlets_home() -> None:
    assert "country:GH" in found(read("en", "The guest will arrive in our country soon.", home="GH"))


def test_an_unknown_outlet_is_named_by_its_brand_line() -> None:
    page = read("en", "Talks resume\n\nHarbour Lantern\n\nThe talks resume in Oslo.", outlet="harbour-lantern")
    assert [page.sheet.original(m.start, m.end) for m in page.mentions if m.value == "harbour-lantern"] == ["Harbour Lantern"]


def test_a_brand_of_another_script_is_named_too() -> None:
    page = read("ru", "Переговоры\n\nСеверный маяк\n\nСтороны встретились в Осло.", outlet="severnyi-maiak")
    assert any(m.value == "severnyi-maiak" for m in page.mentions) or "place:Oslo" in found(page)


def test_agencies_sign_in_brackets_at_the_end() -> None:
    names = found(read("de", "Der Gipfel endet.\n\nDie Minister reisten ab. (afp, dpa)"))
    assert {"organisation:afp", "organisation:dpa"} <= names


def test_codes_within_a_sentence_are_no_agencies() -> None:
    assert "organisation:afp" not in found(read("de", "Die Zahl (afp) steht mitten im Satz und nicht am Ende der Meldung."))


def test_an_address_is_no_brand() -> None:
    assert not {n for n in found(read("en", "Write to Desk@harbour.no or see www.Harbour.no/news for more.")) if n.startswith("org")}


def test_houses_called_alike_lie_in_the_country_that_the_text_speaks_of() -> None:
    page = read("en", "The President of Zambia met the envoy at State House. Zambia thanked Norway.")
    assert place_id("State House", "ZM") in {m.value for m in page.mentions}


@settings(max_examples=60, deadline=None)
@given(language=st.sampled_from(packs.codes()), text=st.text(max_size=300))
def test_any_text_can_be_read_and_spans_lie_in_it(language: str, text: str) -> None:
    for mention in read(language, text).mentions:
        assert 0 <= mention.word_start <= mention.start < mention.end <= mention.word_end


@settings(max_examples=40, deadline=None)
@given(case=st.sampled_from(CASES), before=st.text(max_size=20))
def test_a_mention_is_what_the_body_has_at_its_span(case: dict[str, Any], before: str) -> None:
    body = before + "\n\n" + case["text"]
    page = read(case["language"], body)
    for mention in page.mentions:
        start, end = page.sheet.span(mention.start, mention.end)
        assert 0 <= start < end <= len(body)
        assert page.sheet.original(mention.start, mention.end) == body[start:end]
