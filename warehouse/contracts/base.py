"""What all models share: strictness, and the order of a span's two ends.

Belongs here: base classes without columns. Does not: any table.
"""

from __future__ import annotations

import pandera.polars as pa
import polars as pl


class Model(pa.DataFrameModel):
    """A table's contract: exactly these columns, in this order."""

    class Config:
        """No column more, none fewer."""

        strict = True
        ordered = True


class Evidenced(Model):
    """A table whose rows point at their evidence by a span."""

    @pa.dataframe_check(error="span_start < span_end")
    @classmethod
    def span_is_not_empty(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """A span holds at least one code point; a row without a span passes."""
        return data.lazyframe.select((pl.col("span_start") < pl.col("span_end")).fill_null(value=True))
