"""What a visit that is called off takes with it, and what was put off and took place all the same."""

from __future__ import annotations

from tests.enriched.acts.test_articles import of
from tests.enriched.acts.test_sentences import read


def test_talks_of_a_visit_that_is_put_off_are_called_off() -> None:
    reading = read(
        "fr",
        "Report",
        "La visite que le ministre norvégien Espen Barth Eide devait effectuer à Rabat les 12 et 13 mars a été reportée. "
        "Un entretien avec Nasser Bourita était calé pour le 13 mars.",
        "2024-03-10",
    )
    assert [(m.date, m.status) for m in of(reading, "meeting")] == [("2024-03-13", "cancelled")]


def test_talks_on_other_days_stay_planned() -> None:
    reading = read(
        "ru",
        "Перенос",
        "Визит главы МИД Норвегии Эспена Барта Эйде в Баку, намеченный на 12 марта, отложен. "
        "С министром Джейхуном Байрамовым Эспен Барт Эйде встретится 20 марта.",
        "2024-03-10",
    )
    assert [(m.date, m.status) for m in of(reading, "meeting")] == [("2024-03-20", "planned")]


def test_a_summit_twice_put_off_that_closed_was_held() -> None:
    reading = read("fr", "Sommet", "Deux fois ajourné, le sommet de la Francophonie s'est achevé dimanche à Tunis.", "2022-11-20")
    assert [c.status for c in of(reading, "conference")] == ["held"]


def test_the_day_of_a_plan_that_came_to_nothing_is_that_of_what_is_put_off() -> None:
    reading = read(
        "en",
        "Lusaka trip postponed",
        "Estonian Foreign Minister Margus Tsahkna will not be travelling to Zambia this week. "
        "The trip, which was to have taken him to Lusaka on Thursday, has been postponed because of a storm.",
        "2024-05-15",
    )
    assert [(v.date, v.status) for v in of(reading, "visit")] == [("2024-05-16", "cancelled")]
