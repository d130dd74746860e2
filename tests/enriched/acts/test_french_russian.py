"""French and Russian articles: calls 'by phone', describing clauses, occasions, delegations, weekdays by tense, who is on a visit."""

from __future__ import annotations

from tests.enriched.acts.test_articles import names, of
from tests.enriched.acts.test_sentences import read


def test_what_was_discussed_by_phone_is_a_call_also_after_a_describing_clause() -> None:
    reading = read(
        "ru",
        "Разговор министров",
        "Глава МИД России Сергей Лавров и министр иностранных дел Ирана Аббас Аракчи, назначение которого одобрил парламент страны, "
        "обсудили по телефону ситуацию в Сирии.",
    )
    (call,) = of(reading, "call")
    assert names(reading, call) == {"Sergey Lavrov", "Abbas Araghchi"}
    assert call.country is None


def test_an_occasion_gives_the_act_no_day_of_its_own() -> None:
    reading = read(
        "ru",
        "Переговоры в Пекине",
        "Министр иностранных дел КНР Ван И провёл в Пекине 14 октября переговоры с российским коллегой Сергеем Лавровым в преддверии саммита ШОС "
        "20 октября в Бишкеке.",
        "2025-10-15",
    )
    assert [(m.date, m.country) for m in of(reading, "meeting")] == [("2025-10-14", "CN")]


def test_a_delegation_is_a_side() -> None:
    reading = read(
        "fr",
        "Le ministre rencontre une délégation mongole",
        "Le ministre algérien des Affaires étrangères, Ahmed Attaf, a rencontré lundi une délégation mongole.",
    )
    (meeting,) = of(reading, "meeting")
    assert {p.country for p in meeting.participants} == {"DZ", "MN"}


def test_a_visit_after_a_comma_is_that_of_the_one_named_before() -> None:
    reading = read(
        "fr",
        "Audience",
        "Le président sénégalais Bassirou Diomaye Faye a reçu jeudi le Premier ministre malien Abdoulaye Maïga, en visite de travail à Dakar.",
    )
    (visit,) = of(reading, "visit")
    assert names(reading, visit) == {"Abdoulaye Maïga"}


def test_plans_between_weekdays_lie_ahead() -> None:
    reading = read("fr", "Déplacement", "Le ministre grec Giorgos Gerapetritis se rendra de mardi à mercredi à Rabat.", "2025-09-26")
    assert [v.date for v in of(reading, "visit")] == ["2025-09-30/2025-10-01"]
