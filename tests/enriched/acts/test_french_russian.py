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


def test_a_weekday_that_heads_a_paragraph_is_the_day_of_its_acts() -> None:
    reading = read("ru", "Неделя", "Вторник. В Астане глава МИД Казахстана Ермек Кошербаев принял посла Чили Хосе Переса.", "2026-02-07")
    assert [m.date for m in of(reading, "meeting")] == ["2026-02-03"]


def test_the_ceremony_dates_the_signing_told_before() -> None:
    reading = read(
        "fr",
        "Accord",
        "Le Ghana et le Népal ont signé un accord de coopération.\n\nLa cérémonie s'est déroulée le 12 mai 2025 à Accra.",
        "2025-05-14",
    )
    assert [s.date for s in of(reading, "signing")] == ["2025-05-12"]


def test_a_session_may_have_a_number_of_four_digits_and_le_is_no_roman_fifty() -> None:
    reading = read("fr", "Session", "Le Conseil de paix et de sécurité de l'Union africaine a tenu lundi sa 1 204e session.")
    assert {c.ordinal for c in of(reading, "conference")} == {1204}
    reading = read("fr", "Réunion", "Le sommet de la CEDEAO se tient lundi à Abuja.")
    assert {c.ordinal for c in of(reading, "conference")} == {None}


def test_a_date_of_last_year_is_told_by_the_word_behind_it() -> None:
    reading = read(
        "fr", "Nomination", "Nommé le 29 mars dernier, l'ambassadeur du Togo Kossi Ayité a remis ses lettres de créance.", "2019-12-15"
    )
    assert all((r.date or "2019") < "2020" for r in reading.reports)


def test_credentials_are_handed_over_where_they_are_taken() -> None:
    reading = read("ru", "Грамоты", "Президент Узбекистана Шавкат Мирзиёев принял верительные грамоты у посла Индии Смиты Пант.")
    assert [c.country for c in of(reading, "credentials")] == ["UZ"]


def test_places_that_are_talked_about_are_no_places_of_the_talks() -> None:
    reading = read(
        "fr",
        "Entretien",
        "Le ministre turc Hakan Fidan et son homologue russe Sergueï Lavrov ont discuté des développements en Libye et en Syrie.",
    )
    assert [m.country for m in of(reading, "meeting")] == [None]


def test_talks_with_the_state_visited_on_the_day_of_the_visit_are_held_there() -> None:
    reading = read(
        "ru",
        "Неделя",
        "Понедельник. Министр иностранных дел Казахстана Ермек Кошербаев прибыл в Найроби. "
        "В тот же день его принял президент Кении Уильям Руто.",
        "2026-02-07",
    )
    assert [m.country for m in of(reading, "meeting")] == ["KE"]
