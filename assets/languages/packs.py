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
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def load(code: str) -> Pack:
    """The pack of a language.

    Raises:
        PackError: no such pack, TOML that doesn't parse, or a value against the schema.
    """
    return read(FOLDER / f"{code}.toml")


def tables(code: str) -> dict[str, Any]:
    """The sections of a pack as they stand in its file, for telling one state of it from another."""
    return _parsed(FOLDER / f"{code}.toml")


def read(path: Path) -> Pack:
    """The pack in a file.

    Raises:
        PackError: as `load`.
    """
    try:
        return Pack.model_validate(_parsed(path))
    except ValidationError as error:
        raise PackError(_explain(path, error)) from error


def _parsed(path: Path) -> dict[str, Any]:
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise PackError(f"{path.name}: there is no such pack in {path.parent}") from error
    return _parsed_once(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=16)
def _parsed_once(path: Path, _mtime_ns: int, _size: int) -> dict[str, Any]:
    """What stands in a file as it was at a time: a run asks for it to know the rules version, and again to load it."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path.name}: not readable as TOML: {error}") from error


def _explain(path: Path, error: ValidationError) -> str:
    lines = [f"{path.name}: [{'.'.join(map(str, e['loc']))}] {e['msg']} (got {e['input']!r})"[:300] for e in error.errors()]
    return "\n".join(lines)
