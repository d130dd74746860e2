"""Persons: one behind many spellings, never one for two."""

from __future__ import annotations

import random

import polars as pl
import pytest

from assets.enriched.resolution import alike, persons
from assets.enriched.resolution.told import Sources
from warehouse.contracts import INTERNAL

Told = tuple[str, str | None, int]


def identity(name: str, country: str | None, documents: int = 1) -> Told:
    return name, country, documents


def names(identities: list[Told]) -> set[frozenset[tuple[str, str | None]]]:
    """Which names are one person, where so many documents give each."""
    rows = [(name, country, f"{n:04x}{d:012x}") for n, (name, country, told) in enumerate(identities) for d in range(told)]
    schema = {"name": pl.String, "country": pl.String, "document_id": pl.String}
    people = pl.DataFrame(rows, schema=schema, orient="row").with_columns(person=0, language=pl.lit("az"), span_start=0, span_end=1)
    before = {name: table.empty().lazy() for name, table in INTERNAL["resolved"].items()}
    read = INTERNAL["read"]["people"].schema.to_frame().lazy()
    sources = Sources({**Sources().read, "people": pl.concat([read, people.lazy()], how="diagonal")})
    found = persons.update(before, people["document_id"].unique(), pl.Series([], dtype=pl.String), sources)
    grouped: dict[str, set[tuple[str, str | None]]] = {}
    for name, country, person in found.tables["identities"].lazy().collect().select("name", "country", "person_id").iter_rows():
        grouped.setdefault(person, set()).add((name, country))
    return {frozenset(group) for group in grouped.values()}


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


def test_only_names_that_share_parts_are_compared() -> None:
    new = alike.keys(
        pl.DataFrame(
            {
                "identity": ["Ali Asadov|AZ", "Ali Hasanov|AZ", "Ali Asadov|IR"],
                "name": ["Ali Asadov", "Ali Hasanov", "Ali Asadov"],
                "country": ["AZ", "AZ", "IR"],
            }
        )
    )
    assert alike.edges(new, new.clear()).is_empty()


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
