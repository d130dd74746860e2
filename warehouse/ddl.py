"""The DDL of a contract: CREATE TABLE with keys, and a comment on the table and on every column.

Belongs here: rendering, and writing sql/tables. Does not: running it.
`python -m warehouse.ddl` writes one file a public table; a test keeps them equal to the contracts.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.contracts import PUBLIC

if TYPE_CHECKING:
    from warehouse.contracts import Column, Table

FOLDER = Path(__file__).parents[1] / "sql" / "tables"
WHOLE_TEXTS = frozenset({("documents", "body")})
"""Columns that hold whole articles: DuckDB's choice among its codecs for short strings takes twice as long and packs worse."""


def quoted(name: str) -> str:
    """An identifier in SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A string in SQL."""
    return "'" + text.replace("'", "''") + "'"


def render(table: Table) -> str:
    """The statements that make an empty table with its comments.

    Args:
        table: its contract.

    Returns:
        SQL text, one statement after another. A key is no PRIMARY KEY: its index would have to fit into memory whole, and takes
        more room on disk than the columns. The check `keys_are_unique` guards the keys.
    """
    lines = [_column(table, column) for column in table.columns]
    name = quoted(table.name)
    statements = [
        "CREATE TABLE " + name + " (\n    " + ",\n    ".join(lines) + "\n)",
        "COMMENT ON TABLE " + name + " IS " + literal(table.description),
        *("COMMENT ON COLUMN " + name + "." + quoted(c.name) + " IS " + literal(c.description) for c in table.columns),
    ]
    return ";\n".join(statements) + ";\n"


def _column(table: Table, column: Column) -> str:
    packed = " USING COMPRESSION zstd" if (table.name, column.name) in WHOLE_TEXTS else ""
    return quoted(column.name) + " " + column.sql_type + packed + ("" if column.nullable else " NOT NULL")


def page(table: Table) -> str:
    """The file of a table in sql/tables: a header and the statements."""
    return "-- what: " + table.description + "\n-- from: warehouse/contracts, by python -m warehouse.ddl\n" + render(table)


def write(folder: Path = FOLDER) -> None:
    """Write one file a public table."""
    for table in PUBLIC.values():
        (folder / (table.name + ".sql")).write_text(page(table), encoding="utf-8")


if __name__ == "__main__":
    write()
