"""Writing JSON: a record a line, or records in one document. Knows no format's fields."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

Record = Mapping[str, Any]
COMPACT: Final = (",", ":")


def told(record: Record) -> dict[str, Any]:
    """A record without what is unknown: nulls, empty texts and lists."""
    return {name: value for name, value in record.items() if value is not None and value not in ("", [], {})}


def text(record: Record) -> str:
    """A record as JSON on one line, days in ISO 8601."""
    return json.dumps(record, ensure_ascii=False, separators=COMPACT, default=_day)


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")


def write_lines(path: Path, records: Iterable[Record]) -> int:
    """Write JSON Lines.

    Returns:
        how many records.
    """
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as sink:
        for record in records:
            sink.write(text(record) + "\n")
            count += 1
    return count


def write_list(path: Path, head: Record, name: str, records: Iterable[Record]) -> int:
    """Write one JSON object whose last member is a list, a record a line; the records are never all in memory.

    Args:
        head: the members before the list.
        name: of the list.

    Returns:
        how many records.
    """
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as sink:
        sink.write(text(head)[:-1] + f',"{name}":[')
        for record in records:
            sink.write((",\n" if count else "\n") + text(record))
            count += 1
        sink.write("\n]}\n")
    return count
