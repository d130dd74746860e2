"""Scores pairs of names with other people's matchers, in a virtual environment that has them.

    python benchmarks/names/others.py < PAIRS > SCORES

PAIRS is a JSON list of [name, name]; SCORES one object: by matcher the list of scores from 0 to 1. Needs nomenklatura, anyascii and
rapidfuzz; they are no dependencies of this project, so that nothing here imports this module (see benchmarks/pairs.py).
"""

import json
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

from anyascii import anyascii
from followthemoney import model
from nomenklatura.matching import get_algorithm
from nomenklatura.matching.types import ScoringConfig
from rapidfuzz.fuzz import token_sort_ratio


@cache
def _ascii(name: str) -> str:
    return str(anyascii(name)).lower()


@cache
def _entity(name: str) -> Any:
    return model.get_proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})


def _rapidfuzz(first: str, second: str) -> float:
    return float(token_sort_ratio(_ascii(first), _ascii(second))) / 100


def _matcher(name: str) -> Callable[[str, str], float]:
    algorithm = get_algorithm(name)
    if algorithm is None:
        raise LookupError(f"this nomenklatura has no matcher {name}")
    config = ScoringConfig.defaults()
    return lambda first, second: float(algorithm.compare(_entity(first), _entity(second), config).score)


def main() -> None:
    """Read pairs, write scores."""
    pairs = json.load(sys.stdin)
    matchers = {
        "rapidfuzz token_sort_ratio on anyascii": _rapidfuzz,
        "nomenklatura logic-v2": _matcher("logic-v2"),
        "nomenklatura name-based": _matcher("name-based"),
    }
    json.dump({name: [compare(*pair) for pair in pairs] for name, compare in matchers.items()}, sys.stdout)


if __name__ == "__main__":
    main()
