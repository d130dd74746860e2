"""The check of keys, written from the contracts: rows of a table that stand twice.

Belongs here: rendering, and writing sql/checks/keys_are_unique.sql. Does not: running it (judge.py).
`python -m warehouse.keys` writes the file; a test keeps it equal to the contracts.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from warehouse.build import OF_DOCUMENTS, OF_EVENTS
from warehouse.contracts import PUBLIC
from warehouse.ddl import literal

if TYPE_CHECKING:
    from warehouse.contracts import Table

FILE: Final = Path(__file__).parents[1] / "sql" / "checks" / "keys_are_unique.sql"
_HEAD: Final = """\
-- severity: error
-- what: rows that stand twice
-- why: the key of a table tells its rows apart, and whoever joins on it must not count one twice; a primary key would guard
-- it with an index that has to fit into memory; the rows that an update leaves as they are passed it when they were written
-- from: warehouse/contracts, by python -m warehouse.keys
WITH changed_reports AS (
    SELECT report_id
    FROM reports
    SEMI JOIN changed_documents USING (document_id)
)
"""
_WRITTEN_AFTER: Final = frozenset({"checks"})
"""Tables that are filled when the checks have ended."""


def page() -> str:
    """The statement: a query for each public table that has a key, in the order of the contracts."""
    tables = [table for table in PUBLIC.values() if table.key and table.name not in _WRITTEN_AFTER]
    return _HEAD + "UNION ALL\n".join(_twice(table) for table in tables)


def _twice(table: Table) -> str:
    key = ", ".join(table.key)
    lines = [
        "SELECT " + literal(table.name) + " AS in_table, concat_ws(' ', " + key + ") AS key, count(*) AS times",
        "FROM " + table.name,
        *_only_changed(table),
        "GROUP BY " + key,
        "HAVING count(*) > 1",
    ]
    return "\n".join(lines) + "\n"


def _only_changed(table: Table) -> list[str]:
    """The join that leaves out what an update has not written."""
    if table.name in OF_DOCUMENTS:
        unit = "document" if "document_id" in {column.name for column in table.columns} else "report"
    elif table.name in OF_EVENTS:
        unit = "event"
    elif table.name == "files":
        unit = "file"
    else:
        return []
    return ["SEMI JOIN changed_" + unit + "s USING (" + unit + "_id)"]


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
