"""EDTF values: bounds, validity, agreement, precision."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.text.edtf import agree, bounds, is_valid


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2022-04-04", date(2022, 4, 4), date(2022, 4, 4)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("XXXX-01-25", None, None),
        ("2018-04-13/2018-04-14", date(2018, 4, 13), date(2018, 4, 14)),
        ("2018-07/..", date(2018, 7, 1), None),
        ("../2027", None, date(2027, 12, 31)),
        ("2026-01/2026-06", date(2026, 1, 1), date(2026, 6, 30)),
        ("2020-23", date(2020, 9, 1), date(2020, 11, 30)),
        ("2020-24", date(2020, 12, 1), date(2021, 2, 28)),
        ("XXXX-04-13/XXXX-04-14", None, None),
    ],
)
def test_bounds(edtf: str, start: date | None, end: date | None) -> None:
    assert bounds(edtf) == (start, end)


@pytest.mark.parametrize(
    "edtf", ["", "..", "../..", "2023-02-29", "XXXX", "XXXX-02-30", "2022-13", "2022-4-4", "2024/2023", "22-04-04", "today"]
)
def test_invalid(edtf: str) -> None:
    assert not is_valid(edtf)


def test_the_leap_day_needs_no_year() -> None:
    assert is_valid("XXXX-02-29")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("XXXX-07-23", "2024-07-23", True),
        ("XXXX-07-23", "2024-07-24", False),
        ("XXXX-07-23", "2024-07", True),
        ("XXXX-07-23", "2024", True),
        ("XXXX-07-23", "XXXX-07", True),
        ("XXXX-07-23", "XXXX-08-23", False),
        ("XXXX-12-17", "2024-06/2026-01", True),
        ("2024-07-22", "2024-07", True),
        ("2024", "2025-01", False),
        ("2018-07/..", "2024-01-01", True),
        ("2018-07/..", "2018-06-30", False),
        ("../2027", "2018-07/..", True),
        ("2020-24", "2021-01", True),
    ],
)
def test_agree(a: str, b: str, expected: bool) -> None:
    assert agree(a, b) is agree(b, a) is expected


@given(st.dates(date(1000, 1, 1)))
def test_a_day_agrees_with_its_month_year_and_itself_without_a_year(day: date) -> None:
    iso = day.isoformat()
    assert bounds(iso) == (day, day)
    assert agree(iso, iso[:7])
    assert agree(iso, iso[:4])
    assert agree(iso, f"XXXX{iso[4:]}")


@given(st.text(max_size=25))
def test_any_text_is_valid_or_refused(text: str) -> None:
    assert is_valid(text) in (True, False)
