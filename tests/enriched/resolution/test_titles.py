"""Titles and codes of events follow from their fields alone."""

from __future__ import annotations

import pytest

from assets.enriched.resolution.titles import Codes, codes, title
from warehouse.contracts import vocabulary

NAMES = {"osce": "OSCE", "FR": "France", "de": "Germany", "vienna": "Vienna"}
CONFERENCE = {
    "kind": "conference",
    "status": "held",
    "format": "osce",
    "ordinal": 31,
    "level": "ministerial",
    "place_id": "vienna",
    "country": "AT",
}


@pytest.mark.parametrize("kind", vocabulary.EVENT_KINDS)
@pytest.mark.parametrize("status", vocabulary.STATUSES)
def test_every_kind_and_status_has_a_row_of_codes(kind: str, status: str) -> None:
    assert all(codes(kind, status, level) for level in (None, *vocabulary.LEVELS))


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (("visit", "held", "ministerial"), Codes("CONSULT", "042")),
        (("call", "held", None), Codes("CONSULT", "041")),
        (("meeting", "held", "ministerial"), Codes("CONSULT", "040")),
        (("meeting", "held", "expert"), Codes("CONSULT", "046")),
        (("meeting", "planned", "expert"), Codes("AGREE", "036")),
        (("signing", "held", None), Codes("SUPPORT", "057")),
        (("appointment", "held", None), Codes(None, None)),
    ],
)
def test_the_level_counts_where_it_has_codes_of_its_own(act: tuple[str, str, str | None], expected: Codes) -> None:
    assert codes(*act) == expected


CUES = {"03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "12": "REJECT"}
"""PLOVER's category of CAMEO's cue (CAMEO2PLOVER-2021.txt in https://github.com/openeventdata/PLOVER)."""


@pytest.mark.parametrize("kind", vocabulary.EVENT_KINDS)
@pytest.mark.parametrize("status", vocabulary.STATUSES)
def test_both_codes_of_an_act_agree_as_plover_translates_cameo(kind: str, status: str) -> None:
    for found in (codes(kind, status, level) for level in (None, *vocabulary.LEVELS)):
        assert found.plover == CUES.get((found.cameo or "")[:2])


@pytest.mark.parametrize(
    ("change", "people", "line"),
    [
        ({}, [], "31st OSCE ministerial meeting: France, Vienna"),
        ({"ordinal": 12, "level": None}, [], "12th OSCE conference: France, Vienna"),
        ({"status": "cancelled", "ordinal": None}, [], "OSCE ministerial meeting: France, Vienna (called off)"),
        ({"kind": "call", "place_id": None, "country": None}, ["A", "B", "C", "D"], "Call: A, B, C and 1 more"),
    ],
)
def test_a_title_says_what_who_and_where(change: dict[str, object], people: list[str], line: str) -> None:
    assert title(CONFERENCE | change, people, ["France"], NAMES) == line
