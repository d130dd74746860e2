"""What hangs together: everything that is reached over edges from where something has changed."""

from __future__ import annotations

import polars as pl


def reached(seeds: pl.Series, edges: pl.DataFrame) -> pl.Series:
    """All nodes of the components that hold a seed, the seeds among them; sorted.

    Args:
        seeds: nodes.
        edges: a, b, in either direction.
    """
    both = pl.concat([edges.select("a", "b"), edges.select(a="b", b="a")])
    known = fresh = pl.DataFrame({"a": seeds.unique()}, schema={"a": pl.String})
    while fresh.height:
        ends = both.join(fresh, on="a", how="semi").select(a="b").unique()
        fresh = ends.join(known, on="a", how="anti")
        known = pl.concat([known, fresh])
    return known["a"].sort()
