"""Writing one format into a folder, which appears whole or not at all.

Belongs here: what all formats share, the note beside the files above all. Does not: any format's own form, and how a folder appears (swap).
"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

from assets.exports import calendars, entities, geography, linked, plover, swap
from assets.running.forms import WHAT, Form
from warehouse import copies, dictionary
from warehouse.read import Warehouse, open_warehouse

NOTE: Final = "export.json"
"""Tells what a folder holds, and that it was written by an export and may be replaced by one."""
DICTIONARY: Final = "data-dictionary.md"
TABLES: Final = {Form.parquet: copies.write_parquet, Form.csv: copies.write_csv}
RECORDS: Final[dict[Form, Callable[[Warehouse, Path, date | None], dict[str, int]]]] = {
    Form.ical: calendars.write,
    Form.ftm: entities.write,
    Form.jsonld: linked.write,
    Form.plover: plover.write,
    Form.geojson: geography.write,
}


class ExportError(RuntimeError):
    """The folder holds something else, or cannot be written."""


def export(
    form: Form,
    database: Path,
    folder: Path,
    since: date | None = None,
    *,
    state: str | None = None,
    memory: str = "512MB",
    threads: int = 2,
) -> dict[str, int]:
    """Write the record in one format, in place of what an earlier export left in the folder.

    Args:
        form: the format.
        database: the published file.
        folder: need not be there; what is in it must come from an export.
        since: leaves out what was over before this day; registers are always whole.
        state: a digest of what the file was made from, to be found again in the note.
        memory: what DuckDB may use, such as `512MB`.
        threads: how many it may use.

    Returns:
        rows or records by table or file.

    Raises:
        ExportError: the folder holds something else, or cannot be written.
        WarehouseError: the warehouse cannot be read.
    """
    _require_ours(folder)
    try:
        with swap.replacing(folder) as new:
            rows = _write(form, database, new, since, memory, threads)
            note = {"format": form, "what": WHAT[form], "since": since and since.isoformat(), "state": state, "rows": rows}
            (new / NOTE).write_text(json.dumps(note, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise ExportError(f"{folder} cannot be written: {error}") from error
    return rows


def noted(folder: Path) -> dict[str, Any]:
    """The note of an earlier export; empty where there is none."""
    try:
        found = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(form: Form, database: Path, folder: Path, since: date | None, memory: str, threads: int) -> dict[str, int]:
    if form in TABLES:
        rows = TABLES[form](database, folder, since, memory, threads)
        dictionary.write(folder / DICTIONARY)
        return rows
    with open_warehouse(database, memory, threads) as warehouse:
        return RECORDS[form](warehouse, folder, since)


def _require_ours(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ExportError(f"{folder} is no folder")
    if folder.is_dir() and any(folder.iterdir()) and not noted(folder):
        raise ExportError(f"{folder} holds something else: give a folder that is empty, new, or of an earlier export")
