"""Events: reports of one act join across documents, look-alikes stay apart, disagreement is kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest

from assets.enriched.resolution import consensus, events
from assets.enriched.resolution.accounts import Accounts
from assets.text.edtf import bounds
from warehouse.contracts import INTERNAL

BASE = date(2025, 3, 3)
CAST = ("document_id", "report", "position", "person_id", "country", "organisation_id", "office", "capacity")


class Corpus:
    """Builds the frames that resolution takes, a report at a time."""

    def __init__(self) -> None:
        self.reports: list[dict[str, Any]] = []
        self.participants: list[dict[str, Any]] = []

    def tell(self, *people: str, sides: tuple[str, ...] = (), **fields: Any) -> None:
        """One document's account: people by id, sides by ISO code, other fields as in the contract."""
        number = len(self.reports)
        edtf = fields.pop("date", "2025-03-03")
        starts, ends = bounds(edtf) if edtf else (None, None)
        row = dict.fromkeys(INTERNAL["read"]["reports"].schema)
        row |= {"document_id": f"{number:016x}", "report": 0, "kind": "meeting", "status": "held", "date_edtf": edtf}
        row |= {"starts_on": starts, "ends_on": ends, "date_basis": "stated", "main": True, "confidence": 0.8}
        row |= {"span_start": 0, "span_end": 9, "rule": "test", "published_on": BASE, "language": "en", "outlet": f"o{number}"}
        self.reports.append(row | fields)
        cast = [{"person_id": p, "country": None} for p in people] + [{"person_id": None, "country": s} for s in sides]
        for position, who in enumerate(cast):
            base = {"document_id": f"{number:016x}", "report": 0, "position": position, "organisation_id": None}
            self.participants.append(base | who | {"office": None, "capacity": "side"})

    def resolve(self) -> dict[str, list[dict[str, Any]]]:
        documents = (
            pl.DataFrame(self.reports)
            .unique("document_id")
            .select("document_id", pl.col("published_on").cast(pl.Date), "language", "outlet")
        )
        schema = INTERNAL["read"]["reports"].schema
        reports = pl.DataFrame([{name: row[name] for name in schema} for row in self.reports], schema=schema)
        cast = pl.DataFrame(self.participants, schema=dict.fromkeys(CAST, pl.String) | {"report": pl.Int32, "position": pl.Int32})
        numbered = cast.with_columns(person=pl.col("person_id").rank("dense").cast(pl.Int32))
        people = numbered.select("document_id", "person", "person_id").drop_nulls().unique()
        participants = numbered.drop("person_id").with_columns(span_start=pl.lit(0), span_end=pl.lit(1))
        before = {name: table.empty().lazy() for name, table in INTERNAL["resolved"].items()}
        accounts = Accounts({"reports": reports.lazy(), "participants": participants.lazy()}, people.lazy(), documents)
        topics = INTERNAL["read"]["topics"].empty().lazy()
        none = pl.Series([], dtype=pl.String)
        found = events.update(before, accounts, topics, documents["document_id"], none, {"aa": "A", "bb": "B"})
        return {name: rows.to_dicts() for name, rows in ((name, rows.lazy().collect()) for name, rows in found.tables.items())}

    def sizes(self) -> list[int]:
        """How many documents each event has, most first."""
        return sorted((row["documents"] for row in self.resolve()["events"]), reverse=True)


def test_two_accounts_of_a_meeting_are_one_event() -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb")
    corpus.tell("aa", "bb", language="fa", kind="consultations")
    assert corpus.sizes() == [2]


@pytest.mark.parametrize(
    "other",
    [
        {"date": "2025-03-05"},
        {"kind": "call"},
        {"country": "TR"},
        {"ordinal": 3, "format": "un"},
    ],
)
def test_look_alikes_stay_two(other: dict[str, Any]) -> None:
    corpus = Corpus()
    first: dict[str, Any] = {"ordinal": 2, "format": "un"} if "ordinal" in other else {}
    corpus.tell("aa", "bb", country="AZ", **first)
    corpus.tell("aa", "bb", **other)
    assert corpus.sizes() == [1, 1]


def test_a_meeting_beside_a_conference_is_not_the_conference() -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb")
    corpus.tell("aa", "bb", "cc", kind="conference", format="un")
    assert corpus.sizes() == [1, 1]


def test_one_writers_conference_is_anothers_meeting() -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb", "cc")
    corpus.tell("aa", "bb", "cc", kind="conference", level="ministerial")
    assert corpus.sizes() == [2]


def test_other_people_on_the_same_day_are_another_meeting() -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb", sides=("AZ", "TR"))
    corpus.tell("cc", "dd", sides=("AZ", "TR"))
    assert corpus.sizes() == [1, 1]


@pytest.mark.parametrize("loose", ["2025-03", "XXXX-03-03", None, "2025-03-04"])
def test_dates_agree_as_far_as_they_say(loose: str | None) -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb")
    corpus.tell("aa", "bb", date=loose)
    assert corpus.sizes() == [2]


def test_two_counterparts_of_one_day_are_two_meetings() -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb", sides=("AZ", "TR"), country="AT", place_id="vienna")
    corpus.tell("aa", "cc", sides=("AZ", "IR"), country="AT", place_id="vienna")
    assert corpus.sizes() == [1, 1]


@pytest.mark.parametrize(("published", "events"), [(BASE + timedelta(days=2), [2]), (BASE - timedelta(days=1), [1, 1]), (None, [1, 1])])
def test_an_undated_account_is_of_what_was_held_shortly_before(published: date | None, events: list[int]) -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb", published_on=None)
    corpus.tell("aa", "bb", date=None, published_on=published)
    assert corpus.sizes() == events


def test_a_day_without_year_may_be_the_day_before() -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb")
    corpus.tell("aa", "bb", date="XXXX-03-02", published_on=None)
    assert corpus.sizes() == [2]


def test_a_session_of_a_format_in_one_place_needs_no_date() -> None:
    corpus = Corpus()
    about: dict[str, Any] = {"kind": "conference", "format": "cica", "level": "summit", "place_id": "astana", "published_on": None}
    corpus.tell(**about)
    corpus.tell(**about, date=None)
    corpus.tell(**about | {"place_id": "baku"}, date=None)
    assert corpus.sizes() == [2, 1]


def test_days_apart_are_kept_as_a_conflict() -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb")
    corpus.tell("aa", "bb", date="2025-03-04")
    conflicts = corpus.resolve()["conflicts"]
    assert {(c["field"], c["value"]) for c in conflicts} == {("date_edtf", "2025-03-03"), ("date_edtf", "2025-03-04")}


def test_planned_and_held_accounts_are_one_event_with_a_log() -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb", status="planned", published_on=BASE - timedelta(days=4))
    corpus.tell("aa", "bb")
    found = corpus.resolve()
    assert [row["status"] for row in found["events"]] == ["held"]
    assert [row["status"] for row in found["event_log"]] == ["planned", "held"]


def test_two_accounts_in_one_document_stay_two_events() -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb")
    corpus.tell("aa", "bb", span_start=50)
    for row in corpus.reports[1:]:
        row.update(document_id=corpus.reports[0]["document_id"], report=1)
    for row in corpus.participants[2:]:
        row.update(document_id=corpus.reports[0]["document_id"], report=1)
    assert corpus.sizes() == [1, 1]


def test_the_order_of_documents_does_not_matter() -> None:
    corpus = Corpus()
    for shift in range(6):
        corpus.tell("aa", "bb", date=str(BASE + timedelta(days=3 * (shift % 3))))
    expected = {(r["document_id"], r["event_id"]) for r in corpus.resolve()["event_map"]}
    corpus.reports.reverse()
    corpus.participants.reverse()
    assert {(r["document_id"], r["event_id"]) for r in corpus.resolve()["event_map"]} == expected


def test_a_title_is_made_of_the_fields() -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb", status="planned")
    assert [row["title"] for row in corpus.resolve()["events"]] == ["Meeting: A, B (planned)"]


@pytest.mark.parametrize("date", ["2025-03-03", "2025-03", "XXXX-03-03", "2025-03-01/2025-03-04", None])
@pytest.mark.parametrize("fields", [{}, {"status": "planned", "place_id": "vienna", "country": "AT", "venue": "Hofburg", "host": "AT"}])
def test_a_report_alone_is_decided_like_many(date: str | None, fields: dict[str, Any]) -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb", date=date, **fields)
    (event,) = corpus.resolve()["events"]
    expected, conflicts = consensus.agreed([{**corpus.reports[0], "report_id": "r", "precision": "none"}])
    assert {name: event[name] for name in expected} == expected
    assert not conflicts


def test_a_side_that_a_person_speaks_for_is_not_named_twice() -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb", sides=("AZ", "TR"))
    corpus.participants[0]["country"] = "AZ"
    cast = [(row["position"], row["person_id"], row["country"]) for row in corpus.resolve()["event_participants"]]
    assert cast == [(0, "bb", None), (1, "aa", "AZ"), (2, None, "TR")]


def test_a_participant_is_told_from_all_accounts() -> None:
    corpus = Corpus()
    corpus.tell("aa", "bb")
    corpus.tell("aa", "bb")
    corpus.tell("aa", "bb", "cc")
    corpus.participants[2] |= {"country": "AZ", "capacity": "mediator"}
    corpus.participants[4] |= {"country": "TR", "office": "president"}
    cast = corpus.resolve()["event_participants"]
    assert [row["documents"] for row in cast] == [3, 3, 1]
    assert {"country": "AZ", "office": "president", "capacity": "mediator"}.items() <= next(
        r for r in cast if r["person_id"] == "aa"
    ).items()
