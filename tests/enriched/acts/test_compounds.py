"""Adjectives of two states: both are named, and both are sides of the talks that they describe."""

from __future__ import annotations

import pytest

from tests.enriched.acts.test_articles import of
from tests.enriched.acts.test_sentences import read


@pytest.mark.parametrize(
    ("language", "text", "kind", "sides"),
    [
        ("fr", "La commission mixte tuniso-norvégienne se réunira le 5 juin.", "meeting", {"TN", "NO"}),
        ("fr", "Les consultations politiques maroco-finlandaises ont eu lieu mardi à Rabat.", "consultations", {"MA", "FI"}),
        ("ru", "Армяно-норвежские переговоры состоялись во вторник.", "meeting", {"AM", "NO"}),
    ],
)
def test_both_states_of_a_compound_are_sides(language: str, text: str, kind: str, sides: set[str]) -> None:
    (act,) = of(read(language, "Notes", text, "2024-03-13"), kind)
    assert {p.country for p in act.participants} == sides


def test_a_first_half_alone_is_no_state() -> None:
    reading = read("fr", "Notes", "Le cinéaste Marco Russo et le collectif Franco ont été primés.")
    assert not [m for m in reading.mentions if m.kind == "country"]
