"""Batches: planned within bounds, every unit once."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.running import batches
from assets.running.batches import Batch


@pytest.fixture(scope="module")
def segments(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("segments")
    paths = []
    for number in range(3):
        paths.append(folder / f"{number}.parquet")
        pl.DataFrame({"id": [f"{number}{letter}" for letter in "abcde"], "text": ["t"] * 5}).write_parquet(paths[-1])
    return paths


@given(size=st.integers(1, 20), dropped=st.sets(st.sampled_from([f"{n}{c}" for n in range(3) for c in "abcde"])))
def test_batches_hold_every_waiting_unit_once(segments: list[Path], size: int, dropped: set[str]) -> None:
    waiting = batches.units(segments, {"id": pl.String()}).filter(~pl.col("id").is_in(dropped))
    planned = batches.split(waiting, "id", size)
    ids = [unit for batch in planned for unit in batch.ids]
    assert sorted(ids) == sorted(waiting["id"])
    assert all(len(batch.ids) <= size for batch in planned)
    assert [sorted(batch.load()["id"]) for batch in planned] == [sorted(batch.ids) for batch in planned]


def test_no_segments_give_no_units() -> None:
    assert batches.units([], {"id": pl.String()}).columns == ["id", batches.SEGMENT]
    assert batches.split(batches.units([], {"id": pl.String()}), "id", 10) == []


def test_a_batch_is_small_to_send() -> None:
    """Paths and ids travel between processes, never texts."""
    assert set(Batch.__slots__) == {"segments", "key", "ids"}
