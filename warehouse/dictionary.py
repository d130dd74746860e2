"""The data dictionary: every public table and column in words, made from the contracts.

Belongs here: rendering docs/data-dictionary.md. Does not: any wording of its own about a table.
`python -m warehouse.dictionary` writes it; a test keeps it equal to the contracts.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sql import header, names, statement
from warehouse import durable
from warehouse.contracts import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warehouse.contracts import Column, Table

PATH: Final = Path(__file__).parents[1] / "docs" / "data-dictionary.md"
OPENING: Final = """# Data dictionary

Made from the contracts in `warehouse/contracts` by `python -m warehouse.dictionary`; edit there.
The same words stand as comments on the tables and columns of the published DuckDB file.

- A span (`span_start`, `span_end`) counts code points of `documents.body`, end exclusive:
  `substr(body, span_start + 1, span_end - span_start)` shows the evidence.
- Dates that a text leaves open are EDTF (ISO 8601-2); beside them stand `starts_on` and `ends_on`, null where open.
- Countries are ISO 3166-1 alpha-2, languages BCP 47, scripts ISO 15924. Times are UTC. What is unknown is null.
"""


def render() -> str:
    """The dictionary as Markdown."""
    return "\n".join([OPENING, "## Tables", "", *_contents(), *_tables(), "## Views", "", *_views()]) + "\n"


def write(path: Path = PATH) -> None:
    """Write the dictionary."""
    durable.write_bytes(path, render().encode())


def _contents() -> Iterator[str]:
    for table in PUBLIC.values():
        yield f"- [{table.name}](#{table.name}): {table.description}"
    yield ""


def _tables() -> Iterator[str]:
    for table in PUBLIC.values():
        yield from (f"### {table.name}", "", table.description, f"Key: {_key(table)}.", "")
        yield from ("| column | type | null | meaning | rule |", "|---|---|---|---|---|")
        yield from (_line(column) for column in table.columns)
        yield ""


def _key(table: Table) -> str:
    return ", ".join(f"`{name}`" for name in table.key)


def _line(column: Column) -> str:
    rules = "; ".join(f"`{check}`" for check in column.checks).replace("|", "\\|")
    return f"| {column.name} | {column.sql_type} | {'yes' if column.nullable else ''} | {column.description} | {rules} |"


def _views() -> Iterator[str]:
    for name in names("views"):
        about = header(statement(name))
        yield f"- `{name.rpartition('/')[2]}`: {about['what']} (from {about['from']})"


if __name__ == "__main__":
    write()
