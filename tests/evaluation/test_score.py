"""Scoring: a perfect answer counts 1, each kind of error costs what it should."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.evaluation.found import Found, FoundReport
from assets.evaluation.labels import EventLabel, Label, LabelError, MandateLabel, load
from assets.evaluation.score import EVERY, Card, affinity, score
from assets.evaluation.tally import Tally, dates_agree, same_name

EVENT = EventLabel(
    id="e1",
    kind="meeting",
    status="held",
    start="2025-03-03",
    place="Ankara",
    participants=("Hakan Fidan",),
    countries=("TR", "PL"),
    main=True,
)


def label(**fields: Any) -> Label:
    base = {
        "file": "a.txt",
        "language": "en",
        "path": Path("a.txt"),
        "title_starts": "Fidan",
        "countries": {"TR", "PL"},
        "events": (EVENT,),
    }
    return Label.model_validate(base | fields)


def report(**fields: Any) -> FoundReport:
    row: dict[str, Any] = dict.fromkeys(("format", "level", "ordinal", "host"))
    row |= {"kind": "meeting", "status": "held", "date_edtf": "2025-03-03", "event_id": "x"} | fields
    return FoundReport(row, "Ankara", {"Hakan Fidan"}, {"TR", "PL"})


def found(*reports: FoundReport) -> Found:
    return Found("en", "Fidan meets Sikorski", "Fidan meets Sikorski", countries={"TR", "PL"}, reports=list(reports))


def f1(card: Card, measure: str) -> float | None:
    return card.tallies[EVERY][measure].f1


def test_a_perfect_answer_counts_one_everywhere() -> None:
    card = score([(label(), found(report()))])
    measures = card.tallies[EVERY]
    assert {m: t.f1 for m, t in measures.items() if t.f1 is not None} == {m: 1.0 for m, t in measures.items() if t.f1 is not None}
    assert {"main_events", "events", "event_date", "event_place", "event_participants"} <= measures.keys()
    assert not card.lines


def test_a_missing_document_counts_as_nothing_found() -> None:
    card = score([(label(), None)])
    assert f1(card, "document") == 0
    assert f1(card, "main_events") == 0


def test_an_extra_report_costs_precision_of_events_alone() -> None:
    extra = report(kind="call")
    card = score([(label(), found(report(), extra))])
    assert card.tallies[EVERY]["events"].precision == 0.5
    assert f1(card, "main_events") == 1


@pytest.mark.parametrize(("field", "value", "measure"), [("status", "planned", "event_status"), ("date_edtf", "2025-03-04", "event_date")])
def test_a_wrong_field_costs_its_measure(field: str, value: str, measure: str) -> None:
    card = score([(label(), found(report(**{field: value})))])
    assert f1(card, measure) == 0


def test_another_kind_of_act_is_no_answer() -> None:
    assert affinity(EVENT, report(kind="signing")) == 0
    assert 0 < affinity(EVENT, report(kind="consultations")) < affinity(EVENT, report())


@pytest.mark.parametrize(
    ("labelled", "got", "right"),
    [
        ("2025-03-03", "2025-03-03", True),
        ("2025-03", "2025-03-09", True),
        ("2025-03-03", "2025-03", False),
        ("????-01-25", "XXXX-01-25", True),
        ("2025-03-03", "2025-03-03/2025-03-05", True),
        ("2025", None, False),
        (None, "2025", True),
    ],
)
def test_dates_agree_at_the_labels_precision(labelled: str | None, got: str | None, right: bool) -> None:
    assert dates_agree(labelled, got) is right


@pytest.mark.parametrize(
    ("one", "other", "same"), [("Kairat Sarybay", "Kayrat Saribay", True), ("Ali Ali", "Aliyev", False), ("Li Qiang", "Wang Yi", False)]
)
def test_names_are_one_within_a_few_letters(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


@given(st.floats(0, 50), st.floats(0, 50), st.floats(0, 50))
def test_f1_lies_between_precision_and_recall(right: float, wrong: float, missed: float) -> None:
    tally = Tally(right, right + wrong, right + missed)
    if tally.precision is None or tally.recall is None or tally.f1 is None:
        return
    assert min(tally.precision, tally.recall) - 1e-9 <= tally.f1 <= max(tally.precision, tally.recall) + 1e-9


def test_what_is_asked_of_a_mandate_that_was_not_found_counts_as_missed() -> None:
    roles = [MandateLabel(holder=holder, organisation="osce", role="chair", start="2025") for holder in ("FI", "CH")]
    answer = Found(mandates=[{"holder": "FI", "organisation_id": "osce", "role": "chair", "period_edtf": "2025"}])
    card = score([(label(events=(), mandates=tuple(roles)), answer)])
    assert f1(card, "mandate_dates") == 1
    assert card.reach("mandate_dates") == pytest.approx(2 / 3)


def test_a_label_without_its_raw_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"file": "x.txt", "language": "en"}', encoding="utf-8")
    with pytest.raises(LabelError, match=r"x\.json.*x\.txt"):
        list(load(tmp_path))


def test_clusters_count_joins_and_false_joins() -> None:
    one, two, three = label(cluster="a"), label(cluster="a"), label(cluster="b")
    card = score([(one, found(report())), (two, found(report())), (three, found(report()))])
    tally = card.tallies[EVERY]["merged_across_documents"]
    assert (tally.right, tally.found, tally.labelled) == (1, 3, 1)
