"""Events as records."""

from datetime import date
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.exports import acts as module
from assets.exports.acts import Act, acts, changes, exact, web
from tests.warehouse import corpus

from .conftest import Home


def by_kind(home: Home, since: date | None = None) -> dict[str, Act]:
    with home.open() as warehouse:
        return {act["kind"]: act for act in acts(warehouse, since)}


def test_an_act_has_its_sides_topics_history_and_sources(home: Home) -> None:
    meeting = by_kind(home)["meeting"]
    assert [(part["person"], part["country_name"]) for part in meeting["participants"]] == [
        ("Jan Novak", "Slovakia"),
        ("Eva Berger", "Austria"),
    ]
    assert meeting["topics"] == ["trade"]
    assert [entry["status"] for entry in meeting["log"]] == ["planned", "held"]
    assert [source["outlet_name"] for source in meeting["documents"]] == ["APA", "APA", "Le Monde"]
    assert (meeting["place"], meeting["country_name"], meeting["latitude"]) == ("Vienna", "Austria", 48.2)


def test_a_bound_leaves_out_what_was_over(home: Home) -> None:
    assert by_kind(home, date(2031, 5, 13)).keys() == {"call", "conference"}
    assert by_kind(home, date(2032, 1, 1)) == {}


def test_portions_join_without_a_gap(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = by_kind(home)
    monkeypatch.setattr(module, "PORTION", 1)
    assert by_kind(home) == whole
    assert len(whole) == 3


def test_only_what_differs_is_a_change(home: Home) -> None:
    assert [entry["date_edtf"] for entry in changes(by_kind(home)["conference"])] == ["2031-06-10", "2031-06-17", "2031-06-17"]
    told = {**by_kind(home)["meeting"], "log": by_kind(home)["meeting"]["log"] * 2}
    assert [entry["status"] for entry in changes(cast("Act", told))] == ["planned", "held", "planned", "held"]
    assert len(changes(cast("Act", {"log": by_kind(home)["meeting"]["log"][:1] * 3}))) == 1


@pytest.mark.parametrize(
    ("edtf", "known"),
    [
        ("2031-05-12", True),
        ("2031-05-12/2031-05-14", True),
        ("2031-05", False),
        ("XXXX-05-12", False),
        ("2031-05-12/..", False),
        (None, False),
    ],
)
def test_days_are_exact_or_not(edtf: str | None, known: bool) -> None:
    day = date(2031, 5, 12)
    assert exact(cast("Act", {"date_edtf": edtf, "starts_on": day, "ends_on": day})) is known


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "http://[", "https://a.example/\nx", "", None]
)
def test_what_is_no_web_address_is_none(url: str | None) -> None:
    assert web(url) is None


@given(st.text())
def test_any_text_may_stand_where_an_address_should(text: str) -> None:
    assert web(text) in (None, text)
    assert web(f"https://{corpus.person('x')}.example/") is not None
