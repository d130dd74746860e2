"""What the contracts rely on in pandera 0.35 with polars."""

from __future__ import annotations

from typing import Annotated

import pandera.polars as pa
import polars as pl
import pytest


class Model(pa.DataFrameModel):
    """A model."""

    name: pl.String = pa.Field(str_matches="^[a-z]+$", description="A name")
    number: pl.Int32 = pa.Field(ge=0, nullable=True)
    seen: Annotated[pl.Datetime, "us", "UTC"] = pa.Field(nullable=True)
    words: Annotated[pl.List, pl.String()] = pa.Field(nullable=True)

    class Config:
        strict = True
        ordered = True


def frame(**values: object) -> pl.DataFrame:
    rows = {"name": ["a", "b"], "number": [1, None], "seen": [None, None], "words": [["x"], None], **values}
    return pl.DataFrame(rows, schema={name: column.dtype.type for name, column in Model.to_schema().columns.items()})


def cases(bad: pl.DataFrame | pl.LazyFrame) -> pl.DataFrame:
    with pytest.raises(pa.errors.SchemaErrors) as caught:
        Model.validate(bad, lazy=True)
    found = caught.value.failure_cases
    assert isinstance(found, pl.DataFrame)
    return found


def test_a_schema_tells_type_null_description_and_checks() -> None:
    columns = Model.to_schema().columns
    assert [column.dtype.type for column in columns.values()] == [
        pl.String(),
        pl.Int32(),
        pl.Datetime("us", "UTC"),
        pl.List(pl.String()),
    ]
    assert (columns["name"].description, columns["name"].nullable, columns["number"].nullable) == ("A name", False, True)
    assert [check.error for check in columns["name"].checks] == ["str_matches('^[a-z]+$')"]


def test_all_broken_values_are_told_with_their_row() -> None:
    found = cases(frame(name=["A", "b"], number=[-1, -2]))
    assert set(found.select("column", "index", "failure_case").rows()) == {("name", 0, "A"), ("number", 0, "-1"), ("number", 1, "-2")}


def test_structural_failures_have_no_row() -> None:
    assert cases(frame().drop("number"))["index"].has_nulls()
    assert cases(frame().with_columns(more=1))["index"].has_nulls()


def test_a_lazy_frame_is_not_looked_into() -> None:
    # Why frames are collected before they are judged.
    Model.validate(frame(name=["A", "B"]).lazy(), lazy=True)
