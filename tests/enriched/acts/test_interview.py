"""Interviews are statements of who answers, whether they are printed as a dialogue or retold."""

from __future__ import annotations

import pytest

from assets.enriched.reading.model import Document, Report
from assets.enriched.reading.reader import reader

LABELLED = """„Der Hafen bleibt offen“

Die Botschafterin Uruguays in Österreich, Valentina Ferreira, über Getreide und Zölle.

Donaupost: Frau Botschafterin, was erwarten Sie vom Abkommen?

Ferreira: Mehr Handel auf beiden Seiten.

Donaupost: Und wann wird es unterschrieben?

Ferreira: Wenn die Texte fertig sind."""
QUESTIONS = """"We keep talking to everybody"

The Ambassador of Ghana to Norway, Kwesi Addo, spoke about fish, trade and the next elections.

What do you expect from the coming year?

More trade, above all in fish and cocoa.

Will your president come to Oslo?

There is an invitation, but no date.

And what about the visas?

We are working on them."""
RETOLD = """الوزير: الميناء سيبقى مفتوحا

قال وزير خارجية أوروغواي ماريو لوبيتكين في مقابلة مع صحيفة الأفق إن ميناء مونتيفيديو سيبقى مفتوحا أمام السفن كافة."""
SPORT = """"We will win the cup"

Our coach about the season.

Herald: Are you happy with the team?

Adams: Very much so.

Herald: Will you stay?

Adams: Of course I will."""
FAQ = """What travellers must know

The Foreign Minister of Norway, Espen Barth Eide, presented the new rules on Monday.

Do I need a visa? Yes.

Where do I get it? At the embassy."""


def _statements(language: str, body: str) -> list[tuple[Report, str]]:
    read = reader(language).read(Document("d", language, "", body, None, None, "2026-03-04"))
    names = {p.number: p.name for p in read.people}
    return [(r, names[p.person]) for r in read.reports if r.kind == "statement" for p in r.participants if p.person is not None]


@pytest.mark.parametrize(
    ("language", "body", "speaker", "rule"),
    [
        ("de", LABELLED, "Valentina Ferreira", "acts.interview.labels"),
        ("en", QUESTIONS, "Kwesi Addo", "acts.interview.questions"),
        ("ar", RETOLD, "Mario Lubetkin", "acts.statement.noun.frame"),
    ],
)
def test_who_answers_makes_the_statement(language: str, body: str, speaker: str, rule: str) -> None:
    [(report, name)] = _statements(language, body)
    assert (name, report.status, report.main, report.rule) == (speaker, "held", True, rule)
    assert {p.capacity for p in report.participants} == {"speaker"}


@pytest.mark.parametrize("body", [SPORT, FAQ])
def test_a_dialogue_without_an_official_is_none(body: str) -> None:
    assert _statements("en", body) == []
