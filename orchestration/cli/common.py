"""What the commands share: options, exit codes, how tables and errors look. No command's own work is here."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from orchestration.settings import Settings
    from warehouse.read import Warehouse

Home = Annotated[
    Path | None,
    typer.Option(help="Folder of everything Dragoman keeps. [dim]DRAGOMAN_HOME, else data/[/dim]", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object for scripts instead of tables.")]


COLUMN = 28
"""Letters of a long cell that a column of a grid needs at the least; the rest is folded."""


class Exit(IntEnum):
    """Exit codes of every command."""

    OK = 0
    FAILED = 1
    USAGE = 2
    LOCKED = 3


def console() -> Console:
    """Where results go."""
    return Console()


def fail(message: str, code: Exit = Exit.FAILED) -> NoReturn:
    """Says on stderr what is wrong and ends the command."""
    Console(stderr=True).print(f"[red]dragoman:[/red] {message}", highlight=False, soft_wrap=True)
    raise typer.Exit(code)


def settings(home: Path | None, **options: object) -> "Settings":
    """The settings with a command's options over the environment; wrong ones end the command with a reason."""
    from pydantic import ValidationError

    from orchestration.settings import PREFIX, of

    try:
        return of({"home": home, **options})
    except ValidationError as error:
        reasons = (f"{PREFIX}{'.'.join(map(str, each['loc'])).upper()}: {each['msg']}" for each in error.errors())
        fail("; ".join(reasons), Exit.USAGE)


def warehouse(given: "Settings") -> "Warehouse":
    """The published warehouse, opened for reading; ends the command where there is none."""
    from warehouse.read import WarehouseError, open_warehouse

    try:
        return open_warehouse(given.database, given.query_memory, given.threads)
    except WarehouseError as error:
        fail(f"{error}. Run [bold]dragoman run[/bold] first.")


def failed_checks(given: "Settings") -> list[dict[str, Any]]:
    """The latest verdicts that are not passed: severity, asset, check, failed_rows."""
    from assets.running import checks

    rows = checks.latest(given.root, checks.assets())
    return rows.filter(~rows["passed"]).select("severity", "asset", "check", "failed_rows").to_dicts()


def grid(rows: Iterable[Mapping[str, Any]], title: str | None = None) -> Table:
    """Rows as a table; nulls are blank, and no cell is taken for markup."""
    table = Table(title=title, title_justify="left", title_style="bold", header_style="dim")
    for number, row in enumerate(rows):
        if number == 0:
            for name, value in row.items():
                table.add_column(name, justify="right" if isinstance(value, int | float) else "left", overflow="fold")
        table.add_row(*(cell(value) for value in row.values()))
    return table


def records(rows: Iterable[Mapping[str, Any]], title: str | None = None) -> Table:
    """Rows below each other, a line a column: for rows that are wider than the terminal. Nulls are left out."""
    table = Table(title=title, title_justify="left", title_style="bold", show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for row in rows:
        for name, value in row.items():
            if value is not None:
                table.add_row(name, cell(value))
        table.add_section()
    return table


def fits(rows: Sequence[Mapping[str, Any]], width: int) -> bool:
    """True where a grid of the rows has room for its columns, each at its longest cell or half a line of text."""
    longest = {name: len(name) for row in rows[:1] for name in row}
    for row in rows:
        for name, value in row.items():
            longest[name] = max(longest[name], min(len(cell(value)), COLUMN))
    return sum(longest.values()) + 3 * len(longest) + 1 <= width


def cell(value: object) -> str:
    """A value as text, safe from markup."""
    from rich.markup import escape

    return "" if value is None else escape(str(value))


def print_json(data: object) -> None:
    """One JSON object on stdout, its keys in the order given."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n")
