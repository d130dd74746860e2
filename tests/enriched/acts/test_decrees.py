"""Appointments that a decree or a council of ministers makes: their day, their people, what is no signing."""

from __future__ import annotations

from tests.enriched.acts.test_articles import names, of
from tests.enriched.acts.test_sentences import read


def test_appointments_of_a_decree_are_of_its_day_and_done() -> None:
    reading = read(
        "ru",
        "Президент назначил послов",
        "Президент Казахстана Касым-Жомарт Токаев 5 мая подписал указы о назначении ряда дипломатов, сообщила пресс-служба.\n\n"
        "Послом в Перу назначен Ержан Касымов. Послом в Кении станет Марат Жунусов.",
        "2025-05-05",
    )
    found = [a for a in of(reading, "appointment") if a.participants]
    assert [(a.status, a.date) for a in found] == [("held", "2025-05-05")] * 2
    assert [names(reading, a) for a in found] == [{"Yerzhan Kassymov"}, {"Marat Zhunusov"}]
    assert of(reading, "signing") == []


def test_what_becomes_without_an_office_is_no_appointment() -> None:
    reading = read("fr", "Commerce", "La ministre kényane Jane Wanjiru a dit que le port devient un carrefour régional.", "2025-05-05")
    assert of(reading, "appointment") == []
