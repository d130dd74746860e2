"""Sources, quotes and mandates in sentences of our own in every language (cases.toml), and what holds for any text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.enriched.reading.model import Document, Mandate
from assets.enriched.reading.page import Reading
from assets.enriched.reading.reader import reader
from assets.languages import packs

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


def read(language: str, text: str, outlet: str | None = None) -> Reading:
    return reader(language).read(Document("d", language, text, text, outlet=outlet))


def sources(reading: Reading) -> list[str]:
    return [attribution.source for attribution in reading.attributions]


def told(mandate: Mandate) -> tuple[str | None, str, str, str | None]:
    return mandate.country, mandate.role, mandate.organisation, mandate.period


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']} {case['text'][:40]}")
def test_sources_of_a_sentence(case: dict[str, Any]) -> None:
    assert sources(read(case["language"], case["text"])) == case["sources"]


@pytest.mark.parametrize("language", packs.codes())
def test_every_language_has_enough_sentences(language: str) -> None:
    assert sum(case["language"] == language for case in CASES) >= 5


def test_the_outlet_begins_the_chain() -> None:
    assert sources(read("en", "Reuters reported the talks.", outlet="apa")) == ["apa", "reuters"]


def test_a_review_of_the_press_cites_every_paper_that_it_names() -> None:
    review = "Le Monde calls the talks a turning point. For El País they come late. Nothing new, the Financial Times finds."
    assert sources(read("en", review, outlet="dpa")) == ["dpa", "le-monde", "el-pais", "financial-times"]
    assert sources(read("en", "The owner of Le Monde dined with the owner of El País in Oslo.", outlet="dpa")) == ["dpa"]


def test_a_post_in_the_lead_makes_its_writer_the_source() -> None:
    text = "Norway's Foreign Minister Espen Barth Eide wrote on X that the talks will go on."
    assert "espen-barth-eide" in sources(read("en", text))


def test_a_dateline_names_the_agency() -> None:
    assert sources(read("en", "Talks end\n\nOSLO (AFP) - The talks ended on Monday.")) == ["afp"]


def test_a_ministry_signs_the_last_line() -> None:
    text = "Переговоры завершены\n\nСтороны согласовали договор.\n\n16.04.2026 // Пресс-центр МИД Норвегии"
    assert sources(read("ru", text)) == ["mfa-no"]


def test_direct_speech_has_its_speaker() -> None:
    reading = read("en", 'Espen Barth Eide, the Norwegian foreign minister, said: "We will not leave this table today."')
    assert [(quote.direct, reading.people[quote.person or 0].name) for quote in reading.quotes] == [(True, "Espen Barth Eide")]


def test_a_word_in_quotation_marks_is_no_quote() -> None:
    assert not [quote for quote in read("en", 'The talks were "warm" in Oslo.').quotes if quote.direct]


def test_a_single_role_has_one_holder() -> None:
    mandates = read("en", "Norway holds the chairmanship of the OSCE since 2024.").mandates
    assert [m[:3] for m in map(told, mandates)] == [("NO", "chair", "osce")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le Gabon a quitté la CEDEAO en 2023.", {("GA", "member", "ecowas")}),
        ("fr", "Élue au Conseil de sécurité de l'ONU, la Norvège y siégera deux ans.", {("NO", "member", "unsc")}),
        ("fr", "La Norvège n'a pas été retenue parmi les membres des Brics.", set()),
        ("fr", "La Norvège brigue un siège au Conseil de sécurité de l'ONU.", {("NO", "candidate", "unsc")}),
        ("fr", "Le délégué de la Norvège a quitté la réunion de l'OSCE.", set()),
        ("fr", "Le président sénégalais Macky Sall, président en exercice de l'Union africaine, est arrivé.", {("SN", "chair", "au")}),
        (
            "fr",
            "Le processus d'Istanbul se poursuit. Le Canada, la Norvège, ainsi que l'ONU et l'OSCE soutiennent ce processus.",
            {(who, "supporter", "heart-of-asia") for who in ("CA", "NO", None)},
        ),
        ("ru", "Норвегия, покинувшая Совет Безопасности ООН в 2022 году, голосует редко.", {("NO", "member", "unsc")}),
        ("ru", "Делегация Норвегии покинула заседание ОБСЕ.", set()),
        ("ru", "Чили входит в ОЭСР. Председательствует в этой организации Норвегия.", {("CL", "member", "oecd"), ("NO", "chair", "oecd")}),
    ],
)
def test_joining_leaving_and_chairing_by_verbs(language: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {m[:3] for m in map(told, read(language, text).mandates)} == expected


def test_members_come_in_lists() -> None:
    mandates = read("en", "Chile and Peru are members of the Pacific Alliance.").mandates
    assert {m[:3] for m in map(told, mandates)} == {("CL", "member", "pacific-alliance"), ("PE", "member", "pacific-alliance")}


def test_a_counted_role_is_nobodys() -> None:
    assert not read("en", "Norway spoke to the 121-member Non-Aligned Movement.").mandates


@settings(max_examples=60, deadline=None)
@given(language=st.sampled_from(packs.codes()), text=st.text(max_size=300))
def test_any_text_can_be_read_and_spans_lie_in_it(language: str, text: str) -> None:
    reading = read(language, text)
    length = len(reading.sheet.text)
    spans = [(row.start, row.end) for rows in (reading.attributions, reading.quotes, reading.mandates) for row in rows]
    assert all(0 <= start <= end <= length for start, end in spans)


@settings(max_examples=40, deadline=None)
@given(cases=st.lists(st.sampled_from(CASES), min_size=2, max_size=3))
def test_no_source_stands_twice_in_a_chain(cases: list[dict[str, Any]]) -> None:
    text = "\n\n".join(case["text"] for case in cases)
    chain = sources(read(cases[0]["language"], text))
    assert len(chain) == len(set(chain))


def test_a_predicate_before_a_comma_is_of_the_country_before_it() -> None:
    text = "Azərbaycan CICA-ya 2024-2026-cı illərdə sədrlik edir, Tailand isə onun üzvüdür."
    assert {m[:3] for m in map(told, read("az", text).mandates)} == {("AZ", "chair", "cica"), ("TH", "member", "cica")}


def test_bodies_in_a_list_have_the_member_each() -> None:
    mandates = read("tr", "Estonya 2004 yılından bu yana NATO ve AB üyesi.").mandates
    assert {m[:3] for m in map(told, mandates)} == {("EE", "member", "eu"), ("EE", "member", "nato")}


def test_the_number_of_a_name_counts_nothing() -> None:
    mandates = read("tr", "Endonezya, 1 Ocak 2026'da D-8 dönem başkanlığını Mısır'dan devralacak.").mandates
    assert {m[:3] for m in map(told, mandates)} == {("ID", "chair", "d8"), ("EG", "chair", "d8")}


def test_who_hands_a_role_over_holds_it_from_the_first_date_to_the_last() -> None:
    text = "Estonia will hand the chair of the OSCE, which it took over in March 2030, to Portugal in May 2031."
    assert set(map(told, read("en", text).mandates)) == {
        ("EE", "chair", "osce", "2030-03/2031-05"),
        ("PT", "chair", "osce", "2031-05"),
    }
    text = "Estonia handed the chair of the OSCE to Portugal in May 2031."
    assert {(m.country, m.period) for m in read("en", text).mandates} == {("EE", "../2031-05"), ("PT", "2031-05")}
