"""Where and when an article sets acts whose own sentences don't say."""

from __future__ import annotations

import pytest

from assets.enriched.reading.model import Document
from assets.enriched.reading.page import Reading
from assets.enriched.reading.reader import reader

PUBLISHED = "2026-03-11"


def _read(body: str, language: str = "en") -> Reading:
    return reader(language).read(Document("x", language, body.split("\n", maxsplit=1)[0], body, None, None, PUBLISHED))


def _told(body: str, language: str = "en") -> list[tuple[str, str, str | None, str | None]]:
    return [(r.kind, r.status, r.date, r.country) for r in _read(body, language).reports]


CONFERENCE = """Ministers of the Nordic Council gather in Riga

The 12th ministerial conference of the OSCE opened in Riga on Tuesday with Latvian Foreign Minister Baiba Braže in the chair.

On the sidelines, Norwegian Foreign Minister Espen Barth Eide met his Kenyan counterpart Musalia Mudavadi."""


def test_talks_beside_the_conference_were_held_there_on_its_day() -> None:
    meeting = next(r for r in _read(CONFERENCE).reports if r.kind == "meeting")
    assert (meeting.date, meeting.country) == ("2026-03-10", "LV")


def test_the_town_of_the_headline_is_where_the_talks_were() -> None:
    body = "Eide speaks of fish in Nairobi\n\nNorwegian Foreign Minister Espen Barth Eide met his Kenyan counterpart Musalia Mudavadi on Tuesday."
    meeting = next(r for r in _read(body).reports if r.kind == "meeting")
    assert (meeting.country, meeting.place is not None) == ("KE", True)


def test_the_town_of_a_third_country_is_no_scene() -> None:
    body = "What was said in Paris\n\nNorwegian Foreign Minister Espen Barth Eide met his Kenyan counterpart Musalia Mudavadi on Tuesday."
    assert ("meeting", "held", "2026-03-10", None) in _told(body)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A forum of foreign ministers in Mostar on 20 May was agreed.", ("conference", "planned", "2026-05-20", "BA")),
        ("A trip by the eight ministers to Chisinau has been cancelled.", ("visit", "cancelled", None, "MD")),
    ],
)
def test_day_and_place_make_an_act_of_people_not_named(sentence: str, told: tuple[str, str, str | None, str | None]) -> None:
    assert told in _told(f"Notes of the day\n\nThe ministers looked ahead.\n\n{sentence}")


def test_who_is_met_by_a_verb_is_met_by_whom_the_article_is_about() -> None:
    body = """Kenya's minister in Oslo

Kenyan Foreign Minister Musalia Mudavadi met Norwegian Foreign Minister Espen Barth Eide in Oslo on Tuesday.

The guest also held talks with Danish Foreign Minister Lars Løkke Rasmussen."""
    reading = _read(body)
    names = {p.number: p.name for p in reading.people}
    met = [{names[p.person] for p in r.participants if p.person is not None} for r in reading.reports if r.kind == "meeting"]
    assert {"Musalia Mudavadi", "Lars Løkke Rasmussen"} in met


def test_an_occasion_in_a_town_is_no_conference_of_its_own() -> None:
    body = """Ministers meet

Kenyan Foreign Minister Musalia Mudavadi met Norwegian Foreign Minister Espen Barth Eide on the margins of the UN General Assembly in
New York on Tuesday."""
    assert [kind for kind, *_ in _told(body)] == ["meeting"]
