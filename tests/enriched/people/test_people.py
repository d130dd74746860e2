"""People, their offices and sides, in sentences of our own in every language (cases.toml)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.enriched.reading.model import Document, Mention, Person
from assets.enriched.reading.page import Page
from assets.enriched.reading.reader import reader
from assets.languages import packs

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


def read(language: str, text: str, home: str | None = None) -> Page:
    return reader(language).page(Document("d", language, text, text, home=home or None))


def told(person: Person) -> tuple[str, str, str]:
    role = person.roles[0] if person.roles else None
    return person.name, role.office if role else "", (role.country or role.organisation or "") if role else ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']} {case['text'][:40]}")
def test_people_of_a_sentence(case: dict[str, Any]) -> None:
    page = read(case["language"], case["text"], case["home"])
    assert [told(person) for person in page.people] == [tuple(person) for person in case["people"]]


@pytest.mark.parametrize("language", packs.codes())
def test_every_language_has_enough_sentences(language: str) -> None:
    assert sum(case["language"] == language for case in CASES) >= 12


def names(page: Page, number: int) -> list[str]:
    return [page.sheet.original(m.start, m.end) for m in page.people[number].mentions]


def test_later_surnames_and_initials_are_the_same_person() -> None:
    page = read(
        "az", "XİN başçısı Ceyhun Bayramov çıxış edib. C.Bayramov qonağı salamlayıb. Bayramovun sözlərinə görə, sülh yaxındır.", "AZ"
    )
    assert names(page, 0) == ["Ceyhun Bayramov", "C.Bayramov", "Bayramov"]


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Deputy Prime Minister Mher Grigoryan and Armen Grigoryan, Secretary of the Security Council of Armenia, left for Washington."
    assert [p.native for p in read("en", text).people] == ["Mher Grigoryan", "Armen Grigoryan"]


def test_a_past_office_is_marked() -> None:
    (person,) = read("en", "Former President of Finland Sauli Niinistö spoke in Oslo.").people
    assert person.roles[0].rule.endswith(".former")


def test_an_office_without_a_name_means_its_holder() -> None:
    page = read("fr", "Le Premier ministre arménien Nikol Pachinian est arrivé à Tbilissi. Le Premier ministre y restera deux jours.")
    offices = [m for m in page.mentions if m.kind == "office"]
    assert [(m.value, m.person) for m in offices] == [("prime_minister", 0), ("prime_minister", 0)]


def test_counterpart_gives_the_office_to_the_one_who_has_none() -> None:
    text = "Espen Barth Eide calls his Danish counterpart\n\nForeign Minister Espen Barth Eide of Norway phoned Lars Petersen today."
    page = read("en", text)
    assert ("Lars Petersen", "foreign_minister", "DK") in [told(p) for p in page.people]


def test_who_follows_in_an_office_has_it() -> None:
    page = read("fr", "L'ambassadeur d'Iran en Géorgie, Mahmoud Adib, succède à Javad Qavami.")
    assert [(p.native, p.roles[0].office) for p in page.people] == [("Mahmoud Adib", "ambassador"), ("Javad Qavami", "ambassador")]


def test_headline_names_and_lead_gives_the_office() -> None:
    text = "Karimova: no date for the visit yet\n\nThe spokesperson of the Uzbek Foreign Ministry, Dilnoza Karimova, said so."
    (person,) = read("en", text).people
    assert (person.native, person.roles[0].organisation, len(person.mentions)) == ("Dilnoza Karimova", "mfa-uz", 2)


def test_places_inside_a_full_name_are_no_places() -> None:
    page = read("en", "Armenian Foreign Minister Ararat Mirzoyan arrived.")
    assert [m.kind for m in page.mentions if m.start == page.people[0].mentions[0].start] == ["person"]


@pytest.mark.parametrize("language", packs.codes())
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_text_is_read_without_harm(language: str, data: st.DataObject) -> None:
    pieces = st.sampled_from([w for case in CASES if case["language"] == language for w in case["text"].split()])
    text = " ".join(data.draw(st.lists(pieces, max_size=40))) + data.draw(st.text(max_size=20))
    page = read(language, text)
    mentions: list[Mention] = [m for p in page.people for m in p.mentions]
    assert all(0 <= m.start < m.end <= len(page.sheet.text) for m in mentions)
    assert all(p.name and p.mentions for p in page.people)
    assert [p.number for p in page.people] == list(range(len(page.people)))


def test_an_official_is_known_by_a_spelling_that_shares_few_letters_with_the_usual_one() -> None:
    people = (
        reader("tr")
        .read(Document("d", "tr", "Açıklama", "Açıklama\n\nKiryakos Miçotakis bugün açıklama yaptı.", published="2024-05-10"))
        .people
    )
    assert [(p.name, p.country) for p in people] == [("Kyriakos Mitsotakis", "GR")]
