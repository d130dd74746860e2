"""Days of acts that the sentence itself doesn't date, and dates of a sentence that aren't the act's."""

from __future__ import annotations

import pytest

from assets.enriched.reading.model import Document, Report
from assets.enriched.reading.reader import reader

PUBLISHED = "2025-10-15"
TALKS = "Außenminister Johann Wadephul traf am 14. Oktober 2025 in Berlin den usbekischen Außenminister Bachtijor Saidow."
VSTRECHA = "Министр иностранных дел России Сергей Лавров 14 октября 2025 года встретился с главой МИД Узбекистана Бахтиёром Саидовым."


def told(language: str, *paragraphs: str) -> list[Report]:
    """The reports of an article with a headline that tells nothing."""
    body = "\n\n".join(["Diplomatie" if language == "de" else "Дипломатия", *paragraphs])
    return reader(language).read(Document("x", language, "", body, None, None, PUBLISHED)).reports


@pytest.mark.parametrize(
    ("language", "sentence", "date"),
    [
        (
            "de",
            "Bundeskanzler Friedrich Merz wird den türkischen Präsidenten Recep Tayyip Erdogan treffen, sagte ein Sprecher am Montag.",
            None,
        ),
        ("de", "Am Montag teilte ein Sprecher mit, dass Kanzler Friedrich Merz im November nach Ankara reisen wird.", "2025-11"),
        ("ru", "Сергей Лавров встретится с главой МИД Турции Хаканом Фиданом, сообщила Мария Захарова в понедельник.", None),
        ("ru", "Сергей Лавров встретился с главой МИД Турции Хаканом Фиданом в понедельник, сообщила Мария Захарова.", "2025-10-13"),
    ],
)
def test_a_date_of_saying_is_no_date_of_the_act(language: str, sentence: str, date: str | None) -> None:
    assert [r.date for r in told(language, sentence)] == [date]


@pytest.mark.parametrize(
    ("language", "sentence", "date"),
    [
        ("de", "Die Konsultationen zwischen Ungarn und der Ukraine fanden am 29. Januar in Uschhorod statt.", "2025-01-29"),
        ("de", "Die Konsultationen zwischen Ungarn und der Ukraine sollen am 29. Januar in Uschhorod stattfinden.", "2026-01-29"),
        ("ru", "Консультации между Венгрией и Украиной состоялись 29 января в Ужгороде.", "2025-01-29"),
        ("ru", "Консультации между Венгрией и Украиной состоятся 29 января в Ужгороде.", "2026-01-29"),
    ],
)
def test_the_verb_says_which_year_is_meant(language: str, sentence: str, date: str) -> None:
    assert [r.date for r in told(language, sentence)] == [date]


@pytest.mark.parametrize(
    ("language", "first", "second", "date"),
    [
        ("de", TALKS, "Am selben Tag telefonierte Wadephul mit dem türkischen Außenminister Hakan Fidan.", "2025-10-14"),
        ("de", TALKS, "Tags darauf telefonierte Wadephul mit dem türkischen Außenminister Hakan Fidan.", "2025-10-15"),
        ("ru", VSTRECHA, "В тот же день Лавров провел телефонный разговор с главой МИД Турции Хаканом Фиданом.", "2025-10-14"),
        ("ru", VSTRECHA, "На следующий день Лавров провел телефонный разговор с главой МИД Турции Хаканом Фиданом.", "2025-10-15"),
    ],
)
def test_the_same_and_the_next_day_follow_the_act_before(language: str, first: str, second: str, date: str) -> None:
    assert [r.date for r in told(language, first, second) if r.kind == "call"] == [date]


@pytest.mark.parametrize(
    ("language", "talks", "signing"),
    [
        ("de", TALKS, "Am Rande des Treffens unterzeichneten die beiden Minister eine Absichtserklärung."),
        ("ru", VSTRECHA, "По итогам встречи министры подписали план консультаций."),
    ],
)
def test_those_who_met_sign_on_the_same_day(language: str, talks: str, signing: str) -> None:
    report = next(r for r in told(language, talks, signing) if r.kind == "signing")
    assert report.date == "2025-10-14"
    assert len({p.person for p in report.participants if p.person is not None}) == 2


def test_what_was_held_on_a_bare_weekday_is_not_ahead() -> None:
    body = "Diplomacy\n\nUN Secretary-General António Guterres addressed the opening session of the African Union on Friday."
    (session,) = reader("en").read(Document("x", "en", "", body, None, None, PUBLISHED)).reports
    assert (session.kind, session.status, session.date) == ("conference", "held", "2025-10-10")
