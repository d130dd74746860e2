"""Plans batches of waiting units: which segments a worker reads, and which of their rows it keeps.

What a stage does with its batch is not here, nor where it is done (pools), nor how a segment is committed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

SEGMENT: Final = "segment"


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of committed segments that one worker handles: the files to read and the ids to keep."""

    segments: tuple[str, ...]
    key: str
    ids: tuple[str, ...]

    def load(self) -> pl.DataFrame:
        """The rows of this batch, in the order of the segments."""
        wanted = pl.col(self.key).is_in(list(self.ids))
        return pl.concat([pl.read_parquet(path).filter(wanted) for path in self.segments])


def units(paths: Iterable[str | Path], columns: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """The given columns of all rows in the segments, with the path that holds each in `segment`."""
    files = [str(path) for path in paths]
    if not files:
        return pl.DataFrame(schema={**columns, SEGMENT: pl.String()})
    return pl.scan_parquet(files, include_file_paths=SEGMENT).select(*columns, SEGMENT).collect()


def split(waiting: pl.DataFrame, key: str, size: int) -> list[Batch]:
    """Batches of at most `size` rows that touch as few segments as can be."""
    ordered = waiting.sort(SEGMENT, key)
    return [
        Batch(tuple(part[SEGMENT].unique(maintain_order=True)), key, tuple(part[key])) for part in ordered.iter_slices(size) if part.height
    ]
