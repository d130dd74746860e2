"""Persons: one behind many spellings, never one for two."""

from __future__ import annotations

import random

import pytest

from assets.enriched.resolution.persons import Identity, group
from assets.text.names import skeleton


def identity(name: str, country: str | None, documents: int = 1) -> Identity:
    return Identity(name, country, documents, 0, frozenset(skeleton(name, "en")))


def names(identities: list[Identity]) -> set[frozenset[tuple[str, str | None]]]:
    return {frozenset((m.name, m.country) for m in g.members) for g in group(identities)}


def test_spellings_of_one_name_in_one_country_are_one_person() -> None:
    assert len(names([identity("Jeyhun Bayramov", "AZ"), identity("Jeihun Bayramov", "AZ"), identity("J. Bayramov", "AZ")])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ilham Aliyev", "AZ"), ("Heydar Aliyev", "AZ")),
        (("Armen Grigoryan", "AM"), ("Mher Grigoryan", "AM")),
        (("Ali Ahmadi", "IR"), ("Ali Ahmadi", "AF")),
        (("Elmar Mammadyarov", "AZ"), ("Elmar Mammadov", "AZ")),
    ],
)
def test_two_people_stay_two(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert len(names([identity(*one), identity(*other)])) == 2


def test_a_bare_surname_joins_the_only_person_that_it_can_mean() -> None:
    assert len(names([identity("Mohammad Javad Zarif", "IR"), identity("Zarif", "IR")])) == 1


def test_a_bare_surname_of_two_people_stays_by_itself() -> None:
    assert len(names([identity("Armen Grigoryan", "AM"), identity("Mher Grigoryan", "AM"), identity("Grigoryan", "AM")])) == 3


def test_a_name_without_a_country_joins_where_one_country_has_it() -> None:
    assert len(names([identity("Hakan Fidan", "TR"), identity("Hakan Fidan", None)])) == 1


def test_the_order_of_documents_does_not_matter() -> None:
    people = [
        identity("Jeyhun Bayramov", "AZ", 9),
        identity("Jeihun Bayramov", "AZ", 4),
        identity("Bayramov", "AZ", 30),
        identity("Bayramov", None, 2),
        identity("Hakan Fidan", "TR", 7),
        identity("Fidan", "TR", 7),
        identity("Elmar Mammadyarov", "AZ", 3),
    ]
    expected = names(people)
    for seed in range(20):
        random.Random(seed).shuffle(people)
        assert names(people) == expected
