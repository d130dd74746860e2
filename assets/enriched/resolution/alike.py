"""Which names are worth comparing, and which are alike: edges between identities.

Here: keys, candidate pairs, likeness. An edge depends on its two names and countries alone, so that it holds as long
as both are told of. Not here: comparing two names (assets.text.names), which of the alike are one person (persons).
"""

from __future__ import annotations

from itertools import combinations
from typing import Final

import polars as pl

from assets.register.overrides import Decisions
from assets.text.names import likeness, skeleton

SAME: Final = 0.9
"""Likeness at which two full names of one country are one person's: variants of one name lie above, Mammadyarov and Mammadov below."""
KEYS: Final = pl.Schema({"identity": pl.String(), "key": pl.String(), "country": pl.String(), "full": pl.Boolean()})
EDGES: Final = pl.Schema({"identity": pl.String(), "other": pl.String(), "score": pl.Float64()})


def keys(identities: pl.DataFrame) -> pl.DataFrame:
    """The keys of identities: every two parts of a full name together, and every part for bare surnames.

    Args:
        identities: identity, name, country.
    """
    rows = [
        (identity, key, country, len(parts) > 1)
        for identity, name, country in identities.select("identity", "name", "country").iter_rows()
        for parts in [sorted(skeleton(name, "en"))]
        for key in (*parts, *(f"{a} {b}" for a, b in combinations(parts, 2)))
    ]
    return pl.DataFrame(rows, schema=KEYS, orient="row")


def edges(new: pl.DataFrame, known: pl.DataFrame, decided: Decisions | None = None) -> pl.DataFrame:
    """Both ways the edges of new identities, among themselves and with known ones.

    Full names meet where two parts agree, bare ones where one does; what is one by hand is alike.

    Args:
        new: keys of the new identities.
        known: keys of those that were compared before.
        decided: by hand.
    """
    everyone = pl.concat([new, known])
    two, full = pl.col("key").str.contains(" ", literal=True), pl.col("full")
    meeting = ((new.filter(two), everyone), (new.filter(~full), everyone), (new.filter(full & ~two), everyone.filter(~full)))
    pairs = pl.concat([one.join(other, on="key", suffix="_other") for one, other in meeting]).filter(
        (pl.col("identity") != pl.col("identity_other"))
        & ((pl.col("country") == pl.col("country_other")) | pl.col("country").is_null() | pl.col("country_other").is_null())
    )
    a, b = pl.min_horizontal("identity", "identity_other"), pl.max_horizontal("identity", "identity_other")
    unique = pairs.select(identity=a, other=b).unique().sort("identity", "other")
    scores = [likeness(name_of(one), "en", name_of(other), "en") for one, other in unique.iter_rows()]
    near = unique.with_columns(score=pl.Series(scores, dtype=pl.Float64)).filter(pl.col("score") >= SAME)
    near = pl.concat([near, _joined(new, everyone, decided or Decisions())]).unique(["identity", "other"], keep="last", maintain_order=True)
    return pl.concat([near, near.select(identity="other", other="identity", score="score")]).cast(EDGES)


def _joined(new: pl.DataFrame, everyone: pl.DataFrame, decided: Decisions) -> pl.DataFrame:
    """What is one by hand, where one of the two is new."""
    fresh, known = set(new["identity"]), set(everyone["identity"])
    pairs = [(*pair, 1.0) for pair in decided.same if fresh.intersection(pair) and known.issuperset(pair)]
    return pl.DataFrame(pairs, schema=EDGES, orient="row")


def identity(name: pl.Expr, country: pl.Expr) -> pl.Expr:
    """A name with a country as one word."""
    return pl.concat_str(name, pl.lit("|"), country.fill_null(""))


def name_of(identity: str) -> str:
    """The name of an identity."""
    return identity.rpartition("|")[0]
