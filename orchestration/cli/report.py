"""`dragoman report`: the published record as pages that open from a file."""

import webbrowser
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from orchestration.cli import common


def report(
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Leave out acts that were over before this day.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Folder: new, empty, or of an earlier report. [dim]site in the home[/dim]", show_default=False),
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the front page in the browser.")] = False,
    home: common.Home = None,
    as_json: common.Json = False,
) -> None:
    """Writes pages of events, persons, countries and organisations, which need no server and no network.

    The asset [bold]site[/bold] does the same once a night.

    Examples:
      dragoman report --open

      dragoman report --since 2026-11-01 --out ~/november
    """
    from assets.site import build, folder, stage
    from warehouse.read import WarehouseError

    given = common.settings(home)
    root = (out or given.root / stage.FOLDER).expanduser().resolve()
    day = since.date() if since else None
    wanted = build.Report(given.database, root, day, None, stage.measured(given.root), given.query_memory, given.threads, given.threads)
    try:
        counts = build.build(wanted)
    except (folder.SiteError, WarehouseError) as error:
        common.fail(common.cell(error))
    front = root / folder.FRONT
    if show:
        webbrowser.open(front.as_uri())
    if as_json:
        common.print_json({"front": str(front), "rows": counts})
        return
    told = f"{counts['pages']} pages, {counts['written']} of them written now: {front}"
    common.console().print(told, soft_wrap=True, highlight=False)
