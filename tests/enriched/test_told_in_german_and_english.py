"""Posts, rolls of guests, goals of travellers and offices of their states, as German and English papers tell them."""

from __future__ import annotations

import pytest

from assets.enriched.reading.model import Document
from assets.enriched.reading.page import Reading
from assets.enriched.reading.reader import reader


def read(language: str, text: str, home: str | None = None, published: str = "2025-03-12") -> Reading:
    """What is read in a text, by default published on 2025-03-12, a Wednesday."""
    return reader(language).read(Document("d", language, "", text, None, home, published))


def offices(found: Reading) -> dict[str, tuple[str, str | None]]:
    """The first office of each person by name as written."""
    return {p.native: (p.roles[0].office, p.roles[0].country or p.roles[0].organisation) for p in found.people if p.roles}


def test_lists_of_posts_are_planned_appointments() -> None:
    text = (
        "Wechsel in sechs Botschaften\n\nKlaus Wagenfeld, derzeit Botschafter in Lima, soll nach Ottawa wechseln. "
        "Neue Botschafterin in Lima wird Bettina Rohloff."
    )
    acts = [r for r in read("de", text, "DE").reports if r.kind == "appointment"]
    assert [(r.status, r.main) for r in acts] == [("planned", True)] * 2


def test_a_nomination_is_a_planned_appointment_of_the_nominee() -> None:
    found = read("en", "President Donald Trump intends to nominate Waldemar Trossin as Ambassador to Peru, the White House said.", "US")
    assert [(r.kind, r.status) for r in found.reports] == [("appointment", "planned")]
    assert offices(found)["Waldemar Trossin"] == ("ambassador", "US")


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Die Außenminister Estlands (Villem Kaskel) und Maltas (Paul Zerafa) trafen sich.", "Paul Zerafa", ("foreign_minister", "MT")),
        ("Erwartet werden 20 Außenminister, darunter Jorge Salcedo (Peru).", "Jorge Salcedo", ("foreign_minister", "PE")),
    ],
)
def test_names_and_countries_in_brackets_share_an_office_in_the_plural(text: str, name: str, office: tuple[str, str]) -> None:
    assert offices(read("de", text, "DE"))[name] == office


def test_who_is_met_at_a_place_is_of_its_country() -> None:
    text = (
        "Staatssekretär Urs Hägeli reiste nach Asien. In Hanoi führte er mit Vizeaußenministerin Tran Bao Ngoc politische Konsultationen."
    )
    assert offices(read("de", text, "CH"))["Tran Bao Ngoc"] == ("deputy_foreign_minister", "VN")


def test_consultations_abroad_are_with_the_state_where_they_are_held() -> None:
    found = read("de", "Staatssekretär Urs Hägeli hat am 4. März 2025 in Prag politische Konsultationen geführt.", "CH")
    assert {p.country for p in found.reports[0].participants} == {"CH", "CZ"}


def test_the_goal_of_a_visit_is_not_where_it_was_told() -> None:
    text = "Präsident Frank-Walter Steinmeier reist. Wie das Präsidialamt am Mittwoch in Berlin mitteilte, wird er im Mai Lesotho besuchen."
    assert [r.country for r in read("de", text, "DE").reports if r.kind == "visit"] == ["LS"]


@pytest.mark.parametrize(("state", "office"), [("Indian", "deputy_foreign_minister"), ("British", "foreign_minister")])
def test_an_office_word_means_what_it_means_in_its_state(state: str, office: str) -> None:
    found = read("en", f"{state} Foreign Secretary Arthur Kendrey arrived in Oslo on Monday.")
    assert [p.roles[0].office for p in found.people] == [office]


def test_a_name_in_the_register_is_no_parliament() -> None:
    found = read("de", "Unterzeichnet wird, wenn Präsident Duma Boko im Februar nach Wien kommt.", "AT", published="2025-11-20")
    assert [(p.name, p.roles[0].office, p.roles[0].country) for p in found.people] == [("Duma Boko", "president", "BW")]


def test_an_official_of_unknown_parts_is_read_where_nothing_announces_the_name() -> None:
    found = read("de", "Phenyo Butale war zwei Tage in Wien.", "AT", published="2025-11-20")
    assert [(p.name, p.roles[0].country) for p in found.people] == [("Phenyo Butale", "BW")]


def test_both_congos_are_congolese() -> None:
    found = read("en", "The minister was received by the Congolese President, Denis Sassou Nguesso.", "CM", published="2022-03-09")
    assert ("Denis Sassou Nguesso", "CG") in {(p.name, p.roles[0].country) for p in found.people if p.roles}


def test_an_office_that_somebody_else_holds_is_another_states() -> None:
    text = "Mauretanien verlangt, dass Frankreich seine Leute abzieht; Präsident Sidi Ould Vall bleibt zurückhaltend."
    assert [p.roles[0].country for p in read("de", text, "AT", published="2008-10-10").people] == ["MR"]


def test_the_verb_of_a_describing_clause_carries_no_noun_behind_it() -> None:
    text = "Lima, which chairs the Pacific Alliance this year, intends to bring the talks with Bolivia on a pipeline to a close."
    assert not read("en", text, "PE", published="2026-02-12").reports


def test_each_of_several_envoys_hands_over_letters() -> None:
    text = (
        "New envoys present credentials\n\nKing Tupou VI received the credentials of two heads of mission at the palace on Tuesday.\n\n"
        "Ambassador Ingrid Solheim of Norway spoke of fisheries, while Ambassador Paulo Neves of Brazil praised the new school."
    )
    acts = [r for r in read("en", text, "TO").reports if r.kind == "credentials"]
    assert [{p.country for p in r.participants} for r in acts] == [{"TO", "NO"}, {"TO", "BR"}]


def test_what_was_to_be_today_and_will_be_on_another_day_is_called_off_today() -> None:
    text = "The ambassador of Peru, who was to present her credentials to King Tupou VI today, will do so on April 5 instead."
    acts = [(r.status, r.date) for r in read("en", text, "TO").reports if r.kind == "credentials"]
    assert acts == [("cancelled", "2025-03-12"), ("planned", "2025-04-05")]


def test_the_conversation_behind_a_call_is_the_call() -> None:
    text = "Außenminister Jan Holm telefonierte am Dienstag mit seiner peruanischen Kollegin Ana Quispe. Das Gespräch kam auf Wunsch Limas zustande."
    assert [r.kind for r in read("de", text, "DK").reports] == ["call"]


def test_a_headlines_talks_are_held_where_the_lead_dates_them() -> None:
    text = (
        "Peru and Chile settle fish quotas at fifth consultations\n\n"
        "Boats may sail in May, officials said after the fifth round of political consultations in Lima yesterday.\n\n"
        "A protocol on crews was signed at the close of the meeting by the rector of the academy in Santiago, Juan Rojas."
    )
    acts = {r.kind: (r.status, r.date, r.country) for r in read("en", text, "PE").reports}
    assert acts == {"consultations": ("held", "2025-03-11", "PE"), "signing": ("held", "2025-03-11", "PE")}


def test_a_department_is_of_the_state_and_of_no_body_of_another_paragraph() -> None:
    text = (
        "Woche in Vaduz\n\nLiechtenstein übernimmt im Juli den Vorsitz im EFTA-Rat.\n\n"
        "Am Dienstag leitete Martin Ospelt, Leiter der Abteilung Protokoll, die Delegation bei Konsultationen in Bern."
    )
    assert offices(read("de", text, "LI"))["Martin Ospelt"] == ("head_of_department", "LI")


def test_a_list_of_envoys_with_their_states_takes_part_in_their_ceremony() -> None:
    text = (
        "Am Montag nahm der Präsident die Beglaubigungsschreiben dreier Missionschefs entgegen. "
        "Es sind dies Ana Quispe (Peru), Paul Zerafa (Malta) und Hugh Carter (Neuseeland)."
    )
    acts = [r for r in read("de", text, "CH").reports if r.kind == "credentials"]
    assert [{p.country for p in r.participants if p.person is not None} for r in acts] == [{"PE", "MT", "NZ"}]


def test_a_day_counted_from_the_act_before() -> None:
    text = (
        "Außenminister Jan Holm traf am Dienstag in Oslo seine Kollegin Ana Quispe. "
        "Tags zuvor war er in Bergen mit Ministerpräsident Ola Berg zusammengekommen."
    )
    assert [r.date for r in read("de", text, "DK").reports if r.kind == "meeting"] == ["2025-03-11", "2025-03-10"]


def test_i_am_who_says_so() -> None:
    text = 'Back from Lima\n\n"I met President Dina Boluarte in Lima on Monday," Foreign Minister Lars Løkke Rasmussen told reporters. He then flew to Quito.'
    acts = {
        r.kind: {p.country for p in r.participants if p.person is not None} for r in read("en", text, "DK", published="2023-03-08").reports
    }
    assert acts == {"meeting": {"DK", "PE"}, "visit": {"DK"}}


def test_a_thing_called_by_an_officials_name_is_nobody() -> None:
    found = read("en", "The guests landed at Heydar Aliyev International Airport on Monday.", "AZ", published="2023-03-08")
    assert not found.people


def test_who_becomes_something_in_a_clause_holds_it() -> None:
    found = read("en", "Falani Tuilagi Moevao, who becomes Samoa's High Commissioner, told the President that Apia had waited.", "FJ")
    assert offices(found)["Falani Tuilagi Moevao"] == ("ambassador", "WS")


def test_a_summit_of_nobody_on_a_day_without_a_year_is_no_act() -> None:
    found = reader("en").read(
        Document("d", "en", "", "The paper of the first summit in Singapore on June 12 is still valid.", None, None, None)
    )
    assert not found.reports


def test_a_foreign_guests_visit_without_a_goal_leads_to_the_state_of_the_press() -> None:
    text = (
        "Ministerin reist\n\nAußenministerin Sabine Monauni traf am Montag in Vaduz ihren Kollegen Jan Holm.\n\n"
        "Der für den 26. März angekündigte Besuch des peruanischen Außenministers Luis Quispe ist verschoben worden; "
        "neu soll er am 9. April stattfinden."
    )
    acts = [(r.status, r.date, r.country) for r in read("de", text, "LI").reports if r.kind == "visit"]
    assert acts == [("cancelled", "2025-03-26", "LI"), ("planned", "2025-04-09", "LI")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Both states are seeking non-permanent seats on the UN Security Council; Peru did so before.", "candidate"),
        ("Peru, which has been presiding over the Pacific Alliance since May, sent no minister.", "chair"),
    ],
)
def test_more_words_for_standing_roles(text: str, role: str) -> None:
    assert [m.role for m in read("en", text, "PE").mandates] == [role]


def test_a_name_between_commas_behind_an_offices_unknown_business() -> None:
    found = read("de", "Der Sonderbeauftragte der OSZE für die Gespräche, Wolf Dietrich Heim, reiste am Montag nach Bender.", "AT")
    assert offices(found)["Wolf Dietrich Heim"] == ("special_representative", "osce")


def test_a_state_house_of_another_state_is_not_ours() -> None:
    found = read("en", "The President received the envoy of Samoa at State House in Suva on Monday.", "FJ")
    assert [(r.country, r.venue) for r in found.reports] == [("FJ", None)]


def test_the_word_that_closes_a_verb_in_two_parts_is_no_act_of_its_own() -> None:
    text = "Am 6. April soll Außenminister Jan Holm in Moskau mit Vizeaußenminister Grigorij Karassin zusammentreffen."
    acts = [(r.kind, r.status, {p.country for p in r.participants}) for r in read("de", text, "NU").reports]
    assert acts == [("meeting", "planned", {"NU", "RU"})]
