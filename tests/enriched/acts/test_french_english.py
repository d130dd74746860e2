"""French and English articles: pronouns, programmes, called-off visits, capitals by their country, rounds of consultations."""

from __future__ import annotations

from tests.enriched.acts.test_articles import names, of
from tests.enriched.acts.test_sentences import read


def test_pronoun_is_the_traveller_and_the_capital_is_a_place() -> None:
    reading = read(
        "en",
        "Minister goes to Sudan",
        "Kenyan Foreign Minister Musalia Mudavadi arrived in the Sudanese capital on Monday. He will travel to Paris on Friday.",
    )
    visits = of(reading, "visit")
    assert [(v.status, v.country) for v in visits] == [("held", "SD"), ("planned", "FR")]
    assert all(names(reading, v) == {"Musalia Mudavadi"} for v in visits)


def test_programme_of_a_planned_visit_is_on_its_day() -> None:
    reading = read(
        "fr",
        "Déplacement à Lisbonne",
        "M. Jean-Noël Barrot, ministre de l'Europe et des affaires étrangères, se rendra à Lisbonne le jeudi 14 novembre 2024.\n\n"
        "Il s'entretiendra avec son homologue portugais, M. Paulo Rangel.",
    )
    (meeting,) = of(reading, "meeting")
    assert (meeting.status, meeting.date, meeting.country) == ("planned", "2024-11-14", "PT")
    assert names(reading, meeting) == {"Jean-Noël Barrot", "Paulo Rangel"}


def test_what_was_to_be_done_on_a_called_off_visit_is_called_off() -> None:
    reading = read(
        "fr",
        "Le président indonésien reporte sa visite au Brésil",
        "Le président indonésien Prabowo Subianto a reporté sa visite au Brésil, a annoncé lundi la présidence brésilienne.\n\n"
        "Il devait rencontrer mercredi à Brasilia son homologue brésilien Luiz Inacio Lula da Silva.",
    )
    assert {r.status for r in of(reading, "visit")} == {"cancelled"}
    assert [r.status for r in of(reading, "meeting")] == ["cancelled"]


def test_adverbs_stand_inside_verb_forms() -> None:
    reading = read(
        "fr",
        "Visite à Rome",
        "Le ministre algérien des Affaires étrangères, Ahmed Attaf, a ensuite été reçu à Rome par le président italien Sergio Mattarella.",
    )
    (meeting,) = of(reading, "meeting")
    assert (meeting.status, meeting.country) == ("held", "IT")


def test_session_of_consultations_is_one_act() -> None:
    reading = read(
        "fr",
        "Consultations à Rabat",
        "Le Maroc et la Norvège ont tenu mardi à Rabat la neuvième session de leurs consultations politiques.",
    )
    assert [(r.kind, r.ordinal) for r in reading.reports] == [("consultations", 9)]
