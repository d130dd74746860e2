"""Short articles: what is one act and what are several, who takes part, where and when, what the article is about."""

from __future__ import annotations

import pytest

from assets.enriched.reading.model import Report
from assets.enriched.reading.page import Reading
from tests.enriched.acts.test_sentences import read


def of(reading: Reading, kind: str) -> list[Report]:
    return [report for report in reading.reports if report.kind == kind]


def names(reading: Reading, report: Report) -> set[str]:
    spelled = {person.number: person.name for person in reading.people}
    return {spelled[p.person] for p in report.participants if p.person is not None}


def test_title_lead_and_reference_are_one_meeting() -> None:
    reading = read(
        "en",
        "Norwegian and Chilean foreign ministers meet in Oslo",
        "Norwegian Foreign Minister Espen Barth Eide met Chilean Foreign Minister Alberto van Klaveren in Oslo on Monday.\n\n"
        "During the meeting the sides discussed climate and trade.",
    )
    (meeting,) = of(reading, "meeting")
    assert meeting.main
    assert meeting.date == "2024-05-13"
    assert {"climate", "trade"} <= set(meeting.topics)


def test_separate_meetings_are_told_apart() -> None:
    reading = read(
        "tr",
        "Ankara'da temaslar",
        "Dışişleri Bakanı Hakan Fidan, Irak Dışişleri Bakanı Fuad Hüseyin ve Katar Dışişleri Bakanı Muhammed bin Abdurrahman ile ayrı ayrı görüştü.",
    )
    assert sorted(tuple(sorted(p.country or "" for p in r.participants)) for r in of(reading, "meeting")) == [("IQ", "TR"), ("QA", "TR")]


def test_a_tour_is_a_visit_to_each_goal() -> None:
    reading = read("fr", "Tournée", "Le ministre belge des Affaires étrangères, Maxime Prévot, se rendra au Kenya et en Ouganda le 3 juin.")
    assert {r.country for r in of(reading, "visit")} == {"KE", "UG"}
    assert {r.status for r in reading.reports} == {"planned"}


def test_old_meeting_is_background() -> None:
    reading = read(
        "ru",
        "Встреча в Баку",
        "Министр иностранных дел Азербайджана Джейхун Байрамов встретился 15 мая в Баку с министром иностранных дел Италии Антонио Таяни.\n\n"
        "Напомним, предыдущая встреча министров состоялась 3 марта 2022 года в Риме.",
    )
    assert [r.main for r in sorted(of(reading, "meeting"), key=lambda r: r.date or "", reverse=True)] == [True, False]


def test_conference_has_body_number_level_and_host() -> None:
    reading = read("en", "Summit", "Kazakhstan will host the 25th summit of the Shanghai Cooperation Organisation on 3 July.")
    (summit,) = of(reading, "conference")
    assert (summit.status, summit.format, summit.ordinal, summit.level, summit.host) == ("planned", "sco", 25, "summit", "KZ")


@pytest.mark.parametrize(
    ("language", "body", "guest"),
    [
        (
            "en",
            "The Arab League held an emergency session in Cairo on 3 May. Danish Foreign Minister Lars Løkke Rasmussen chaired the meeting.",
            "DK",
        ),
        (
            "tr",
            "Türk Devletleri Teşkilatı Bakanlar Konseyi toplantısı Bişkek'te yapıldı. Toplantıya Dışişleri Bakanı Hakan Fidan katıldı.",
            "TR",
        ),
        ("ru", "В Бишкеке прошло заседание Совета глав правительств ШОС. Беларусь представлял премьер-министр Александр Турчин.", "BY"),
    ],
)
def test_who_is_said_to_be_there_right_after_a_conference_took_part(language: str, body: str, guest: str) -> None:
    (conference,) = read(language, "", body).reports
    assert conference.kind == "conference"
    assert guest in {p.country for p in conference.participants if p.person is not None}


def test_online_meeting_has_no_place() -> None:
    reading = read(
        "de",
        "Online-Sitzung",
        "Die 7. Sitzung des Außenministerrats der Organisation der Turkstaaten fand am 14. Mai im Online-Format statt.",
    )
    (session,) = of(reading, "conference")
    assert (session.place, session.ordinal, session.status) == (None, 7, "held")


def test_who_is_only_quoted_takes_no_part() -> None:
    reading = read(
        "en",
        "Lavrov to visit Iraq",
        "Russian Foreign Minister Sergey Lavrov will visit Iraq on 20 May, ministry spokeswoman Maria Zakharova said.",
    )
    (visit,) = of(reading, "visit")
    assert not any("Zakharova" in name for name in names(reading, visit))


def test_weather_tells_no_act() -> None:
    reading = read(
        "en", "Storm", "A storm will visit the coast of Norway on Monday, the weather service in Oslo said. Schools hold sessions online."
    )
    assert reading.reports == []
