"""What is live and what is to do follow from the rows alone, in whatever order they came."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from warehouse.ledger import live_files, pending

if TYPE_CHECKING:
    from random import Random

START = datetime(2031, 1, 1, tzinfo=UTC)
# A history of one landing place: at each hour some path gets some content.
HISTORY = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 3)), max_size=12)


def ledger(history: list[tuple[str, int]]) -> pl.DataFrame:
    rows = [
        {"file_id": f"{path}{content}", "landing": "press", "path": path, "mtime_ns": hour, "first_seen_at": START + timedelta(hours=hour)}
        for hour, (path, content) in enumerate(history)
    ]
    schema = pl.Schema(
        {
            "file_id": pl.String(),
            "landing": pl.String(),
            "path": pl.String(),
            "mtime_ns": pl.Int64(),
            "first_seen_at": pl.Datetime("us", "UTC"),
        }
    )
    return pl.DataFrame(rows, schema=schema)


@given(HISTORY, st.randoms(use_true_random=False))
def test_the_last_content_of_each_path_is_live(history: list[tuple[str, int]], chance: Random) -> None:
    files = ledger(history)
    shuffled = files.sample(fraction=1, shuffle=True, seed=chance.randrange(1000))
    last = {path: f"{path}{content}" for path, content in history}
    found = live_files(shuffled.lazy()).collect()
    assert dict(found.select("path", "file_id").iter_rows()) == last


def test_content_that_comes_back_is_live_again() -> None:
    found = live_files(ledger([("a", 1), ("a", 2), ("a", 1)]).lazy()).collect()
    assert found["file_id"].to_list() == ["a1"]


def test_the_same_path_in_two_places_is_two_files() -> None:
    files = ledger([("a", 1)])
    both = pl.concat([files, files.with_columns(landing=pl.lit("archive"), file_id=pl.lit("x"))])
    assert live_files(both.lazy()).collect().height == 2


@given(st.lists(st.integers(0, 20), unique=True), st.sets(st.integers(0, 20)))
def test_to_do_is_what_is_not_done_in_its_order(units: list[int], done: set[int]) -> None:
    wanted, ready = (pl.LazyFrame({"unit": list(values)}, schema={"unit": pl.Int64}) for values in (units, done))
    assert pending(wanted, ready, on="unit").collect()["unit"].to_list() == [unit for unit in units if unit not in done]
