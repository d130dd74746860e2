"""Days that several words of an article tell together, and whose leaders meet where only their office is named."""

from __future__ import annotations

import pytest

from assets.enriched.reading.model import Document, Report
from assets.enriched.reading.reader import reader

PUBLISHED = "2026-03-11"
"""A Wednesday."""


def told(language: str, text: str) -> list[Report]:
    return reader(language).read(Document("d", language, "", text, published=PUBLISHED)).reports


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Visit\n\nGhana's President John Mahama wrapped up a three-day visit to Kenya on Monday.", "2026-03-07/2026-03-09"),
        ("en", "Visit\n\nGhana's President John Mahama arrived in Kenya on Monday for a three-day visit.", "2026-03-09"),
        ("de", "Besuch\n\nGhanas Präsident John Mahama beendete am Montag seinen zweitägigen Besuch in Kenia.", "2026-03-08/2026-03-09"),
        (
            "en",
            (
                "Talks\n\nForeign Minister Ishaq Dar of Pakistan said in Oslo on Monday, where he met Norwegian Foreign Minister Espen Barth Eide, "
                "that trade would grow."
            ),
            "2026-03-09",
        ),
    ],
)
def test_a_day_is_told_by_a_length_or_by_what_a_clause_describes(language: str, text: str, day: str) -> None:
    assert [r.date for r in told(language, text)] == [day]


def test_each_of_two_acts_has_the_day_behind_it() -> None:
    text = (
        "Notes\n\nFinland's Foreign Minister Elina Valtonen paid a courtesy call on President Alar Karis of Estonia in Tallinn yesterday "
        "and held talks today with Prime Minister Kristen Michal."
    )
    assert sorted(r.date or "" for r in told("en", text)) == ["2026-03-10", "2026-03-11"]


def test_a_main_visit_took_place_when_the_guest_was_received() -> None:
    text = (
        "Wadephul empfängt Valtonen\n\nZum ersten Mal kommt die finnische Außenministerin Elina Valtonen nach Berlin.\n\n"
        "Außenminister Johann Wadephul traf sie am Dienstag in Berlin."
    )
    assert {r.date for r in told("de", text) if r.kind in ("visit", "meeting")} == {"2026-03-10"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "ASEAN summit\n\nThe ASEAN summit will be held in Manila on 8 May 2026.\n\nLeaders last met in Kuala Lumpur on 27 October 2025.",
        ),
        (
            "de",
            (
                "OSZE-Ministerrat\n\nDer Ministerrat der OSZE findet am 3. Dezember 2026 in Wien statt.\n\n"
                "Zuletzt versammelt hatten sich die Minister am 4. Dezember 2025 in Valletta."
            ),
        ),
    ],
)
def test_leaders_and_ministers_by_their_office_alone_meet_as_their_body(language: str, text: str) -> None:
    reports = told(language, text)
    assert {r.kind for r in reports} == {"conference"}
    assert len({r.format for r in reports}) == 1
    assert len(reports) == 2


def test_a_working_group_meets_for_its_states() -> None:
    text = (
        "Talks\n\nNorwegian Foreign Minister Espen Barth Eide met Ghana's Foreign Minister Samuel Okudzeto Ablakwa in Accra on Monday.\n\n"
        "They spoke of visas; a joint working group is to meet in Oslo on Friday."
    )
    planned = [r for r in told("en", text) if r.status == "planned"]
    assert [{(p.person, p.country) for p in r.participants} for r in planned] == [{(None, "NO"), (None, "GH")}]
