"""Slugs: a name of any script in lower-case Latin kebab.

Not here: which slug a registered name has (register), which words of a name a slug leaves out (the callers).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_LATIN: Mapping[str, str] = tomllib.loads(Path(__file__).with_name("latin.toml").read_text(encoding="utf-8"))["letters"]
_RECENT = 1 << 14
"""Names remembered: the words of a language come again and again."""
_KEBAB = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=_RECENT)
def slug_of(name: str) -> str:
    """A name in kebab: Latin letters without accents, digits and hyphens; empty where it has no letter that is known."""
    latin = "".join(_LATIN.get(letter, letter) for letter in name.lower())
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    return _KEBAB.sub("-", plain.lower()).strip("-")
