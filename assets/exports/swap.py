"""A folder that appears whole in place of an earlier one, also after a writer that was killed on the way.

Belongs here: the renames, and putting right what a killed writer left between them. Does not: what the files are.
"""

import glob
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from warehouse.durable import TEMPORARY, beside

OLD: Final = f"{TEMPORARY}.old"
FORGOTTEN: Final = 24 * 3600.0
"""Seconds after which what lies beside a folder is nobody's any more: no writer takes a day."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give a new folder to write in; when the block ends well, it stands under the name in place of the earlier one.

    Args:
        folder: the name; need not be there.

    Raises:
        OSError: the folder cannot be written; the earlier one stands as it did.
    """
    recover(folder)
    new = beside(folder)
    new.mkdir(parents=True)
    try:
        yield new
        _put(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def recover(folder: Path) -> None:
    """Put an earlier folder back under its name where a writer was killed between its renames, and take away what such leave.

    Args:
        folder: the name.
    """
    for old in _left(folder, OLD):
        if not folder.exists():
            old.rename(folder)
        else:
            shutil.rmtree(old, ignore_errors=True)
    # Somebody else may be writing into it at this moment.
    for left in _left(folder, TEMPORARY):
        if left.stat().st_mtime < time.time() - FORGOTTEN:
            shutil.rmtree(left, ignore_errors=True)


def _left(folder: Path, ending: str) -> list[Path]:
    """What writers of a folder have left, the newest first."""
    found = folder.parent.glob(f".{glob.escape(folder.name)}.{'[0-9a-f]' * 32}{ending}")
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


def _put(new: Path, folder: Path) -> None:
    """Renames; for an instant neither the old nor the new folder stands under the name."""
    old = new.with_name(f"{new.name.removesuffix(TEMPORARY)}{OLD}")
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        recover(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
