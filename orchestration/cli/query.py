"""`dragoman query`: one SELECT on the published warehouse, read-only and locked down."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.cli import common
from orchestration.cli.common import Exit

if TYPE_CHECKING:
    import polars as pl

ROWS_SHOWN = 100


class Format(StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"


def query(
    sql: Annotated[str | None, typer.Argument(help="One SELECT, such as [bold]FROM planned[/bold].", show_default=False)] = None,
    file: Annotated[
        Path | None, typer.Option(help="Read the statement from a file.", exists=True, dir_okay=False, show_default=False)
    ] = None,
    as_format: Annotated[Format, typer.Option("--format", help="How to print the rows.")] = Format.table,
    param: Annotated[
        list[str] | None, typer.Option("--param", help="Value of a parameter of the statement, as name=value.", show_default=False)
    ] = None,
    home: common.Home = None,
) -> None:
    """Asks the warehouse, as it stood when the question was put.

    Nothing can be written, no other file be read, no setting be changed, and memory is bounded. Ready questions stand in
    sql/analysis; the tables are described in docs/data-dictionary.md and by [bold]FROM duckdb_columns()[/bold].

    Examples:
      dragoman query "FROM planned"

      dragoman query --file sql/analysis/record_of_a_person.sql --param person_id=…

      dragoman query "FROM reports" --format parquet > reports.parquet
    """
    if (sql is None) == (file is None):
        common.fail("give either a statement or --file", Exit.USAGE)
    from warehouse.read import WarehouseError

    text = file.read_text(encoding="utf-8") if file else str(sql)
    with common.warehouse(common.settings(home)) as warehouse:
        try:
            rows = warehouse.query(text, _parameters(param or []))
        except WarehouseError as error:
            common.fail(common.cell(error))
    _write(rows, as_format)


def _parameters(given: list[str]) -> dict[str, object]:
    pairs = [text.partition("=") for text in given]
    if any(not separator for _, separator, _ in pairs):
        common.fail("a parameter is given as name=value", Exit.USAGE)
    return {name: value for name, _, value in pairs}


def _write(rows: "pl.DataFrame", as_format: Format) -> None:
    if as_format is Format.csv:
        sys.stdout.write(rows.write_csv())
    elif as_format is Format.json:
        common.print_json(rows.to_dicts())
    elif as_format is Format.parquet:
        if sys.stdout.isatty():
            common.fail("Parquet is no text: send it to a file with >", Exit.USAGE)
        rows.write_parquet(sys.stdout.buffer)
    else:
        _print(rows)


def _print(rows: "pl.DataFrame") -> None:
    out = common.console()
    top = rows.head(ROWS_SHOWN).to_dicts()
    out.print(common.grid(top) if common.fits(top, out.width) else common.records(top))
    shown = min(rows.height, ROWS_SHOWN)
    more = "" if shown == rows.height else f", {shown} shown; --format csv prints all"
    out.print(f"[dim]{rows.height} rows{more}[/dim]")
