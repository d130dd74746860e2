"""Putting a finished DuckDB file where readers look for it, at one instant.

Belongs here: renames and what must be done about them. Does not: what is in the file.
The file must be checkpointed and closed: a log that is left beside a replaced file makes it unopenable.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from warehouse import durable

if TYPE_CHECKING:
    from pathlib import Path

READ_ONLY: Final = 0o444


def put_in_place(new: Path, target: Path) -> None:
    """Rename a finished file over the published one, which is kept as `<name>.previous.duckdb`.

    Readers that have the old one open keep it; the next to open get the new one.
    """
    _log(new).unlink(missing_ok=True)
    durable.sync(new)
    new.chmod(READ_ONLY)
    _keep(target, target.with_name(f"{target.stem}.previous{target.suffix}"))
    _log(target).unlink(missing_ok=True)
    new.replace(target)
    durable.sync(target.parent)


def set_aside(new: Path, aside: Path) -> None:
    """Keep a file that must not be published where somebody can look into it."""
    _log(new).unlink(missing_ok=True)
    new.replace(aside)


def discard(path: Path) -> None:
    """Remove a file and its log, if they are there."""
    path.unlink(missing_ok=True)
    _log(path).unlink(missing_ok=True)


def _keep(target: Path, previous: Path) -> None:
    # A second name for the same file, renamed into place: at no instant is the published name without a file.
    if not target.exists():
        return
    linked = previous.with_name(f".{previous.name}{durable.TEMPORARY}")
    linked.unlink(missing_ok=True)
    os.link(target, linked)
    linked.replace(previous)


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")
