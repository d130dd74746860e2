"""Every question in sql/analysis has its answer on the small corpus."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import duckdb
import pytest

from sql import header, names, statement
from warehouse import open_warehouse

from . import corpus

if TYPE_CHECKING:
    import polars as pl

    from .conftest import Published

DAY = date(2031, 5, 10)
PARAMETERS: dict[str, object] = {
    "month": None,
    "from_day": DAY,
    "days": 30,
    "day": DAY,
    "name": "jan novak",
    "since": None,
    "pairs": 10,
    "organisation": None,
    "event_id": corpus.event("meeting"),
    "languages": 1,
    "country": "AT",
    "other_country": "SK",
    "office": "foreign_minister",
}


def ask(published: Published, name: str, /, **changed: object) -> pl.DataFrame:
    text = statement(f"analysis/{name}")
    wanted = duckdb.extract_statements(text)[0].named_parameters
    values = {**PARAMETERS, **changed}
    if name == "who_holds_which_office":
        values["country"] = "SK"
    with open_warehouse(published.path) as warehouse:
        return warehouse.query(text, {key: values[key] for key in wanted} or None)


@pytest.mark.parametrize("name", [name.rpartition("/")[2] for name in names("analysis")])
def test_it_runs_and_says_what_it_answers(published: Published, name: str) -> None:
    about = header(statement(f"analysis/{name}"))
    assert {"what", "from", "parameters"} <= about.keys()
    for parameter in duckdb.extract_statements(statement(f"analysis/{name}"))[0].named_parameters:
        assert parameter in about["parameters"]
    assert ask(published, name).width > 1


def test_who_met_whom(published: Published) -> None:
    found = ask(published, "who_met_whom_this_month")
    assert found.select("kind", "one", "other").rows() == [
        ("meeting", "Jan Novak", "Eva Berger"),
        ("call", "Jan Novak", "Ann Lindqvist"),
    ]
    assert ask(published, "who_met_whom_this_month", month=date(2031, 4, 1)).is_empty()


def test_two_sources_that_disagree(published: Published) -> None:
    found = ask(published, "sources_disagree")
    assert found.select("field", "value", "documents", "outlets").rows() == [
        ("place_id", "vienna", 2, "apa"),
        ("place_id", "salzburg", 1, "lemonde"),
    ]


def test_the_record_of_a_person(published: Published) -> None:
    assert ask(published, "record_of_a_person")["kind"].to_list() == ["meeting", "call"]
    assert ask(published, "record_of_a_person", name="Nobody").is_empty()


def test_plans_and_what_became_of_them(published: Published) -> None:
    row = ask(published, "planned_then_held").row(0, named=True)
    assert (row["announced_on"], row["held_seen_on"]) == (date(2031, 5, 8), date(2031, 5, 13))
    assert (row["days_of_notice"], row["was_moved"]) == (4, False)


def test_what_is_planned_next(published: Published) -> None:
    assert ask(published, "planned_next").is_empty()


def test_chairs(published: Published) -> None:
    assert ask(published, "chairs_on_a_day").select("organisation", "holder").rows() == [("OSCE", "Slovakia")]
    assert ask(published, "mandates_over_time", organisation="eu").is_empty()


def test_pairs_of_countries(published: Published) -> None:
    assert set(ask(published, "busiest_pairs_of_countries").rows()) == {("AT", "SK", 1), ("SE", "SK", 1)}


def test_coverage(published: Published) -> None:
    rows = {row["outlet"]: row for row in ask(published, "coverage_by_outlet").to_dicts()}
    assert (rows["apa"]["documents"], rows["apa"]["originals"], rows["apa"]["events"], rows["apa"]["events_alone"]) == (4, 3, 2, 1)
    assert rows["lemonde"]["events_alone"] == 0


def test_rejects(published: Published) -> None:
    found = ask(published, "rejects_by_reason").select("stage", "reason", "records", "example_path").rows()
    assert set(found) == {("raw", "unreadable", 1, "press/broken.pdf"), ("validated", "too_short", 1, "press/may.txt")}


def test_quotes_and_evidence_are_the_very_words(published: Published) -> None:
    assert ask(published, "quotes_of_a_person")["words"].to_list() == ["“We agreed on trade,”"]
    assert ask(published, "evidence_of_an_event")["words"].to_list() == ["will meet", "met", "a rencontré"]


def test_offices(published: Published) -> None:
    assert ask(published, "who_holds_which_office")["name"].to_list() == ["Jan Novak"]
    assert ask(published, "topics_between_countries")["topic"].to_list() == ["trade"]
