"""What the stores rely on in polars 2."""

from __future__ import annotations

from io import BytesIO

import polars as pl
import pytest


def encode(frame: pl.DataFrame) -> bytes:
    sink = BytesIO()
    frame.rechunk().write_parquet(sink, compression="zstd", statistics=True, row_group_size=1000)
    return sink.getvalue()


def test_parquet_bytes_depend_on_values_alone() -> None:
    values = {"a": ["x", None, "a string longer than twelve bytes"] * 500, "b": [1, None, 3] * 500, "c": [[], ["y"], None] * 500}
    whole = pl.DataFrame(values)
    pieces = pl.concat([whole[:7], whole[7:900], whole[900:]], rechunk=False)
    filtered = pl.concat([whole, whole]).with_row_index().filter(pl.col("index") < 1500).drop("index")
    assert pieces.n_chunks() == 3
    assert encode(whole) == encode(pieces) == encode(filtered)


def test_values_behind_nulls_leave_no_trace() -> None:
    hidden = pl.DataFrame({"a": [7, 8]}).with_columns(pl.when(pl.col("a") > 7).then("a").alias("a"))
    assert encode(hidden) == encode(pl.DataFrame({"a": [None, 8]}))


def test_a_strict_cast_refuses_what_does_not_fit() -> None:
    with pytest.raises(pl.exceptions.InvalidOperationError):
        pl.Series([2**40]).cast(pl.Int32, strict=True)


def test_a_cast_to_integers_drops_fractions_silently() -> None:
    # Why contracts look for fractions themselves.
    assert pl.Series([1.5]).cast(pl.Int32, strict=True).to_list() == [1]


def test_an_anti_join_keeps_the_order_it_is_told_to_keep() -> None:
    units = pl.LazyFrame({"k": range(10_000, 0, -1)})
    done = pl.LazyFrame({"k": range(0, 10_000, 3)})
    left = units.join(done, on="k", how="anti", maintain_order="left").collect()["k"].to_list()
    assert left == sorted(left, reverse=True)


def test_duplicates_count_nulls_as_equal() -> None:
    assert pl.DataFrame({"a": [1, 1], "b": [None, None]}, schema={"a": pl.Int32, "b": pl.String}).is_duplicated().all()
