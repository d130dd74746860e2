"""Names that the words around them settle: a capital beside a paper, a short surname, a predecessor, a body by its noun."""

from __future__ import annotations

from assets.enriched.reading.model import Document
from assets.enriched.reading.page import Reading
from assets.enriched.reading.reader import reader


def read(language: str, text: str, home: str | None = None) -> Reading:
    return reader(language).read(Document("d", language, "", text, home=home, published="2026-03-11"))


def named(reading: Reading, kind: str) -> set[str]:
    found = (m for m in reading.mentions if m.kind == kind)
    return {reading.sheet.original(m.start, m.end) for m in found}


def test_a_capital_in_brackets_or_before_its_paper_is_a_place() -> None:
    reading = read("de", "Presseschau\n\n«El País» (Madrid) schreibt, die Nachricht sei alt.")
    assert named(reading, "place") == {"Madrid"}
    assert not named(reading, "country")
    reading = read("en", "Papers\n\nBuenos Aires' Clarín rejoices at the news.")
    assert named(reading, "place") == {"Buenos Aires"}
    assert "clarin" in {m.value for m in reading.mentions}


def test_a_surname_of_two_letters_comes_again() -> None:
    reading = read(
        "en", "Notes\n\nAmong the guests was Li Junhua, UN Under-Secretary-General. President Emomali Rahmon received Li on Monday."
    )
    people = {p.number: p.name for p in reading.people}
    assert {people[p.person] for r in reading.reports for p in r.participants if p.person is not None} == {"Li Junhua", "Emomali Rahmon"}


def test_a_predecessor_had_the_office() -> None:
    reading = read(
        "en", "Notes\n\nTanja Visser, Ambassador of the Netherlands, spoke. Ms. Visser's predecessor, Joanne Mulder, left last year."
    )
    assert {(r.office, r.country) for p in reading.people for r in p.roles} == {("ambassador", "NL")}
    assert len(reading.people) == 2


def test_the_forum_is_the_body_called_so() -> None:
    text = "Notes\n\nThe Pacific Islands Forum spoke of the Green Climate Fund. The Forum counts 18 members; Guam is an associate member."
    assert {(m.country, m.organisation) for m in read("en", text).mandates} == {("GU", "pif")}


def test_the_presidential_press_service_is_that_of_the_country_told_of() -> None:
    text = (
        "Tajikistan opens a dam\n\nTajikistan has opened a dam. Tajik President Emomali Rahmon spoke of Uzbekistan and Kazakhstan.\n\n"
        "Guests came from Uzbekistan and Kazakhstan by an early train, the presidential press service said."
    )
    assert "presidency-tj" in {a.source for a in read("en", text, home="KG").attributions}


def test_a_man_s_word_for_an_office_means_no_woman() -> None:
    text = (
        "Reise\n\nAußenminister Johann Wadephul traf in Oslo die mexikanische Außenministerin Patricia Espinosa. "
        "In Riga sprach der Außenminister mit Präsident Edgars Rinkēvičs."
    )
    reading = read("de", text)
    names = {p.number: p.name for p in reading.people}
    meant = [names[m.person] for m in reading.mentions if m.kind == "office" and m.person is not None]
    assert meant.count("Patricia Espinosa") == 1


def test_what_a_role_is_of_is_no_holder() -> None:
    text = "Notes\n\nVietnam will be chair of ASEAN in 2030 and a non-permanent member of the United Nations Security Council."
    assert {(m.country, m.role, m.organisation) for m in read("en", text).mandates} == {("VN", "chair", "asean"), ("VN", "member", "unsc")}


def test_such_as_cites_nobody() -> None:
    assert not read("de", "Notiz\n\nEs ging um Gremien wie die Vereinten Nationen und um die Lage im Irak.").attributions


def test_who_holds_the_chair_stands_before_it_not_far_behind() -> None:
    text = "Notiz\n\nIndonesien führt bis Ende November 2026 den Vorsitz der G20 und hat die Schweiz als Gastland eingeladen."
    assert {(m.country, m.role, m.organisation) for m in read("de", text).mandates} == {("ID", "chair", "g20")}
    text = "Notiz\n\nDas sagten die Kovorsitzenden der Minsk-Gruppe, Frankreich und die USA."
    assert {(m.country, m.role) for m in read("de", text).mandates} == {("FR", "co_chair"), ("US", "co_chair")}
