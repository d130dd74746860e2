"""`dragoman export`: the published record in a form that other tools open."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from assets.running.forms import WHAT, Form
from orchestration.cli import common


def export(
    form: Annotated[Form, typer.Argument(metavar="FORMAT", help="; ".join(f"[bold]{form}[/bold]: {what}" for form, what in WHAT.items()))],
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Leave out what was over before this day.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Folder: new, empty, or of an earlier export. [dim]exports/FORMAT in the home[/dim]", show_default=False),
    ] = None,
    home: common.Home = None,
    as_json: common.Json = False,
) -> None:
    """Writes the record in one format into a folder, which appears whole or not at all.

    The asset [bold]exports[/bold] does the same for every format once a night.

    Examples:
      dragoman export csv

      dragoman export ical --since 2026-11-01 --out ~/calendars
    """
    from assets.exports import formats, stage
    from warehouse.read import WarehouseError

    given = common.settings(home)
    folder = (out or given.root / stage.FOLDER / form).expanduser().resolve()
    day = since.date() if since else None
    try:
        rows = formats.export(form, given.database, folder, day, memory=given.query_memory, threads=given.threads)
    except (formats.ExportError, WarehouseError) as error:
        common.fail(common.cell(error))
    if as_json:
        common.print_json({"format": form, "folder": str(folder), "rows": rows})
        return
    common.console().print(f"{sum(rows.values())} rows and records of {len(rows)} in {folder}", soft_wrap=True, highlight=False)
