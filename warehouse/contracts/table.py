"""The `Table` record: a pandera model with its name and key, and all that is derived from them.

Belongs here: schema, columns, the empty frame, conforming and judging of frames.
Does not: the tables themselves, and the SQL text made of them (ddl.py).
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pandera.polars as pa
import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterator

SQL_TYPES: Final[dict[pl.DataType, str]] = {
    pl.String(): "VARCHAR",
    pl.Int32(): "INTEGER",
    pl.Int64(): "BIGINT",
    pl.Float64(): "DOUBLE",
    pl.Boolean(): "BOOLEAN",
    pl.Date(): "DATE",
    pl.Datetime("us", "UTC"): "TIMESTAMP WITH TIME ZONE",
    pl.Binary(): "BLOB",
    pl.List(pl.String()): "VARCHAR[]",
}
FAILURES: Final = pl.Schema({"row": pl.UInt32(), "column": pl.String(), "rule": pl.String(), "value": pl.String()})


class ContractError(ValueError):
    """A frame does not have the shape that its table's contract asks for."""


@dataclass(frozen=True)
class Column:
    """One column of a contract, in the words that DDL, the dictionary and a catalogue need."""

    name: str
    dtype: pl.DataType
    sql_type: str
    description: str
    nullable: bool
    checks: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table of the contract.

    Args:
        name: the table's name, unique in its stage.
        key: the columns that tell its rows apart; none where a table is a mere list of findings.
        model: the single source of its columns; its docstring is the table's description.
    """

    name: str
    key: tuple[str, ...]
    model: type[pa.DataFrameModel]

    @cached_property
    def description(self) -> str:
        """What one row stands for: the model's docstring on one line."""
        return " ".join((inspect.getdoc(self.model) or "").split())

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns in the order of the model."""
        return tuple(self._derive())

    @cached_property
    def schema(self) -> pl.Schema:
        """The polars schema: exact names, order and types."""
        return pl.Schema({column.name: column.dtype for column in self.columns})

    def empty(self) -> pl.DataFrame:
        """A frame of this table without any row."""
        return self.schema.to_frame()

    def conform(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Give the frame this table's exact shape.

        Columns are ordered and cast without loss; a missing nullable column is filled with null.

        Args:
            frame: rows from anywhere.

        Raises:
            ContractError: an unknown or a missing column, a value that does not fit its type,
                a null where none may be, or a key that occurs twice.
        """
        self._require_columns(frame)
        shaped = frame.select(self._cast(frame, column) for column in self.columns)
        self._require_values(shaped)
        self._require_unique(shaped)
        return shaped

    def failures(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Judge every value of a conformed frame by the contract's checks.

        Args:
            frame: a frame as `conform` returns it.

        Returns:
            One row a broken rule: `row` (position in the frame), `column`, `rule`, `value`; none when all is well.

        Raises:
            ContractError: the frame does not have this table's shape, so that its values cannot be judged.
        """
        try:
            self.model.validate(frame, lazy=True)
        except pa.errors.SchemaErrors as error:
            cases: pl.DataFrame = error.failure_cases
            if cases["index"].has_nulls():
                problems = cases.filter(pl.col("index").is_null())["check"].unique(maintain_order=True)
                raise ContractError(f"{self.name}: cannot be judged: {', '.join(problems)}") from error
            return cases.select(
                pl.col("index").alias("row"), pl.col("column"), pl.col("check").alias("rule"), pl.col("failure_case").alias("value")
            ).cast(FAILURES)
        return FAILURES.to_frame()

    def _derive(self) -> Iterator[Column]:
        for name, column in self.model.to_schema().columns.items():
            dtype = column.dtype.type
            checks = tuple(str(check.error or check.name) for check in column.checks)
            yield Column(name, dtype, SQL_TYPES[dtype], column.description or "", bool(column.nullable), checks)

    def _require_columns(self, frame: pl.DataFrame) -> None:
        unknown = [name for name in frame.columns if name not in self.schema]
        missing = [column.name for column in self.columns if not column.nullable and column.name not in frame.columns]
        if unknown or missing:
            raise ContractError(f"{self.name}: unknown columns {unknown}, missing columns {missing}")

    def _cast(self, frame: pl.DataFrame, column: Column) -> pl.Series:
        if column.name not in frame.columns:
            return pl.Series(column.name, [None] * frame.height, dtype=column.dtype)
        series = frame[column.name]
        zoned = isinstance(series.dtype, pl.Datetime) and series.dtype.time_zone is not None
        try:
            if zoned and isinstance(column.dtype, pl.Datetime):
                series = series.dt.convert_time_zone("UTC")
            cast = series.cast(column.dtype, strict=True)
            lossy = series.dtype.is_float() and column.dtype.is_integer() and not (cast.cast(series.dtype) == series).all()
        except pl.exceptions.PolarsError as error:
            raise ContractError(f"{self.name}.{column.name}: {series.dtype} does not fit {column.dtype}: {error}") from error
        if lossy:
            raise ContractError(f"{self.name}.{column.name}: fractions do not fit {column.dtype}")
        return cast

    def _require_values(self, frame: pl.DataFrame) -> None:
        empty = [column.name for column in self.columns if not column.nullable and frame[column.name].has_nulls()]
        if empty:
            raise ContractError(f"{self.name}: null in required columns {empty}")

    def _require_unique(self, frame: pl.DataFrame) -> None:
        if not self.key:
            return
        keys = frame.select(self.key)
        twice = keys.filter(keys.is_duplicated())
        if twice.height:
            raise ContractError(f"{self.name}: key {self.key} is not unique: {twice.height} rows, such as {twice.row(0)}")
