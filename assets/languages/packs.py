"""Loads language packs and tells clearly what is wrong in one. Knows no language and no stage."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assets.languages.schema.pack import Pack

FOLDER = Path(__file__).parent


class PackError(ValueError):
    """A pack that can't be used; the message names file, table, key and reason."""


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """BCP 47 codes of the languages that have a pack, sorted."""
    return tuple(sorted({path.name.split(".")[0] for path in FOLDER.glob("*.toml")}))


@cache
def load(code: str) -> Pack:
    """The pack of a language.

    Raises:
        PackError: no such pack, TOML that doesn't parse, or a value against the schema.
    """
    return read(*sorted(FOLDER.glob(f"{code}.toml")), *sorted(FOLDER.glob(f"{code}.*.toml")))


def read(*paths: Path) -> Pack:
    """The pack in the given files, each with sections of its own."""
    if not paths:
        raise PackError(f"no pack in {FOLDER} for this language")
    tables: dict[str, Any] = {}
    for path in paths:
        try:
            found = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise PackError(f"{path.name}: not readable as TOML: {error}") from error
        tables |= found
    try:
        return Pack.model_validate(tables)
    except ValidationError as error:
        raise PackError(_explain(paths, error)) from error


def _explain(paths: tuple[Path, ...], error: ValidationError) -> str:
    names = ", ".join(path.name for path in paths)
    lines = [f"{names}: [{'.'.join(map(str, e['loc']))}] {e['msg']} (got {e['input']!r})"[:300] for e in error.errors()]
    return "\n".join(lines)
