"""An outlet that falls silent or floods is told; one without a habit isn't judged."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest

from assets.validated.volume import volume

DAY = date(2025, 3, 1)


def press(before: int, on: int, days: int = 30) -> pl.DataFrame:
    """An outlet with so many documents a day, and so many on the day."""
    dates = [DAY - timedelta(days=n) for n in range(1, days + 1) for _ in range(before)] + [DAY] * on
    return pl.DataFrame({"outlet": ["gna"] * len(dates), "published_on": dates}, {"outlet": pl.String, "published_on": pl.Date})


@pytest.mark.parametrize(("before", "on", "passed"), [(40, 40, True), (40, 60, True), (40, 0, False), (40, 200, False), (2, 0, True)])
def test_judges_a_day_by_the_thirty_before(before: int, on: int, passed: bool) -> None:
    (row,) = volume(press(before, on), DAY).rows(named=True)
    assert (row["documents"], row["expected"], row["passed"]) == (on, before, passed)


def test_an_outlet_seen_on_few_days_is_not_judged() -> None:
    assert volume(press(40, 0, days=6), DAY).is_empty()


def test_rows_without_outlet_or_day_do_not_count() -> None:
    loose = pl.DataFrame({"outlet": [None, "gna"], "published_on": [DAY, None]}, {"outlet": pl.String, "published_on": pl.Date})
    assert volume(pl.concat([press(40, 40), loose]), DAY)["documents"].to_list() == [40]
