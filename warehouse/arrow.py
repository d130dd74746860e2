"""Handing Arrow streams to polars.

Belongs here: the carrier alone. Does not: an import of DuckDB. Polars remembers the class of all that it was made
from until Python ends; were that DuckDB's own class, the whole of DuckDB would be kept, and complain on its way out.
"""

from __future__ import annotations


class Stream:
    """An Arrow C stream, to be read once.

    Args:
        capsule: what an object's `__arrow_c_stream__` has returned.
    """

    def __init__(self, capsule: object) -> None:
        self.capsule = capsule

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.capsule
