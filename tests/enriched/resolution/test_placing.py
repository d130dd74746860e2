"""A bare surname that several have goes to the one who holds the office at that date, or is told of in the same company."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter

from assets.register.registers import Official
from benchmarks.surnames import BESIDE, Corpus, bare, families

DAY = date(2024, 5, 14)
MINISTER, ENVOY = ("Rashid Hasanov", "AZ"), ("Teymur Hasanov", "AZ")
LAVROV, FIDAN = ("Sergey Lavrov", "RU"), ("Hakan Fidan", "TR")


class Told:
    """Documents about two namesakes, of whom one is foreign minister and the other deputy foreign minister around a day."""

    def __init__(self) -> None:
        self.corpus = Corpus()
        self.minister = [self.corpus.tell(*MINISTER, day, "foreign_minister", "AZ") for day in (date(2024, 3, 1), date(2024, 6, 1))]
        self.envoy = [self.corpus.tell(*ENVOY, day, "deputy_foreign_minister", "AZ") for day in (date(2024, 3, 1), date(2024, 6, 1))]

    def who(self, document: str, *officials: Official) -> str:
        """Whose the bare name of the document is."""
        found = self.corpus.persons(officials)
        named = {found[self.minister[0]]: "minister", found[self.envoy[0]]: "envoy"}
        return named.get(found[document], "neither")


@pytest.mark.parametrize(
    ("office", "day", "expected"),
    [
        ("foreign_minister", DAY, "minister"),
        ("deputy_foreign_minister", DAY, "envoy"),
        ("foreign_minister", date(2014, 5, 14), "neither"),
        ("president", DAY, "neither"),
        ("minister", DAY, "neither"),
        (None, DAY, "neither"),
    ],
)
def test_the_office_at_that_date_tells_who_is_meant(office: str | None, day: date, expected: str) -> None:
    told = Told()
    assert told.who(told.corpus.tell("Hasanov", "AZ", day, office, "AZ" if office else None)) == expected


def test_predecessor_and_successor_are_told_apart_by_the_terms_of_the_register() -> None:
    terms = [("Rashid Hasanov", "2020-01-10", "2022-02-01"), ("Teymur Hasanov", "2022-02-02", None)]
    officials = [
        TypeAdapter(Official).validate_python(
            {"name": name, "country": "AZ", "office": "speaker", "of": "AZ", "from": since, "to": until, "source": "test", "also": ""}
        )
        for name, since, until in terms
    ]
    told = Told()
    first = told.corpus.tell("Hasanov", "AZ", date(2021, 7, 1), "speaker", "AZ")
    second = told.corpus.tell("Hasanov", "AZ", date(2023, 7, 1), "speaker", "AZ")
    assert [told.who(first, *officials), told.who(second, *officials)] == ["minister", "envoy"]


def test_two_who_both_held_an_office_about_that_time_stay_open() -> None:
    told = Told()
    told.corpus.tell(*ENVOY, date(2024, 6, 20), "foreign_minister", "AZ")
    assert told.who(told.corpus.tell("Hasanov", "AZ", DAY, "foreign_minister", "AZ")) == "neither"


def test_the_company_in_the_same_act_tells_who_is_meant() -> None:
    told = Told()
    told.corpus.tell(*ENVOY, DAY, None, None, LAVROV)
    assert told.who(told.corpus.tell("Hasanov", "AZ", DAY, None, None, LAVROV)) == "envoy"
    assert told.who(told.corpus.tell("Hasanov", "AZ", DAY, None, None, FIDAN)) == "neither"
    assert told.who(told.corpus.tell("Hasanov", "AZ", date(2024, 5, 15), None, None, LAVROV)) == "neither"


def test_company_that_both_had_tells_nothing() -> None:
    told = Told()
    for who in (MINISTER, ENVOY):
        told.corpus.tell(*who, DAY, None, None, LAVROV)
    assert told.who(told.corpus.tell("Hasanov", "AZ", DAY, None, None, LAVROV)) == "neither"


def test_an_office_that_speaks_against_outweighs_company() -> None:
    told = Told()
    told.corpus.tell(*MINISTER, DAY, None, None, LAVROV)
    assert told.who(told.corpus.tell("Hasanov", "AZ", DAY, "deputy_minister", "AZ", LAVROV)) == "neither"


def test_the_only_one_known_is_not_meant_where_he_holds_another_post() -> None:
    corpus = Corpus()
    known = corpus.tell(*MINISTER, DAY, "foreign_minister", "AZ")
    same, other = (corpus.tell("Hasanov", "AZ", DAY, office, "AZ") for office in ("foreign_minister", "ambassador"))
    persons = corpus.persons(())
    assert persons[same] == persons[known]
    assert persons[other] != persons[known]


def test_what_is_left_is_one_person_an_office() -> None:
    told = Told()
    offices = ("president", "president", "speaker", None)
    documents = [
        told.corpus.tell("Hasanov", "AZ", DAY, office, "AZ" if office else None, BESIDE[0] if n else None)
        for n, office in enumerate(offices)
    ]
    found = told.corpus.persons(())
    first, again, other, none = (found[document] for document in documents)
    assert first == again
    assert len({first, other, none}) == 3


def test_cases_of_the_benchmark_are_of_two_persons_at_least() -> None:
    officials = [
        TypeAdapter(Official).validate_python(
            {"name": name, "country": "AZ", "office": office, "of": "AZ", "from": "2010", "to": "2012", "source": "t", "also": ""}
        )
        for name, office in (("Rashid Hasanov", "speaker"), ("Teymur Hasanov", "president"), ("Teimur Hasanov", "speaker"))
    ]
    assert families(officials) == []
    (family,) = families(officials[:2])
    assert {case.person for case in bare(family) if case.sure} == {"Rashid Hasanov", "Teymur Hasanov"}
