"""`dragoman run`: the main job once, with progress by stage and a summary at the end."""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from orchestration.cli import common
from orchestration.cli.common import Exit

if TYPE_CHECKING:
    from assets.running.workshop import StageProgress
    from orchestration.refresh import Outcome
    from orchestration.settings import Settings

EVENTS_SHOWN = 5
QUESTION = "SELECT date_edtf, person, other_person, held_in FROM who_met_whom"


def run(
    home: common.Home = None,
    landing: Annotated[
        list[Path] | None,
        typer.Option(
            help="Folder with articles; may be given more than once. [dim]DRAGOMAN_LANDING, else landing/ in the home[/dim]",
            exists=True,
            file_okay=False,
            show_default=False,
        ),
    ] = None,
    as_json: common.Json = False,
) -> None:
    """Brings the warehouse up to date with what has landed.

    Only what is new or has changed is worked on; with nothing new the run does nothing. It is recorded like any other
    run: the UI ([bold]dragoman up[/bold]) shows it with its counts and checks.

    Exit codes: 0 done, 1 a blocking check failed or a stage broke, 2 wrong options, 3 another run is under way.
    """
    from warehouse.lock import RunLockedError

    settings = common.settings(home, landing=tuple(landing or ()))
    begun = time.monotonic()
    try:
        outcome = _run(settings, quiet=as_json)
    except RunLockedError as error:
        common.fail(str(error), Exit.LOCKED)
    seconds = time.monotonic() - begun
    if as_json:
        common.print_json(_report(settings, outcome, seconds))
    else:
        _show(settings, outcome, seconds)
    raise typer.Exit(Exit.OK if outcome.success else Exit.FAILED)


def _run(settings: "Settings", *, quiet: bool) -> "Outcome":
    from assets.text.lasting import collect_seldom, lasting

    collect_seldom()
    with lasting():
        from orchestration import events  # noqa: F401  Dagster loads it by name, and SQLAlchemy with it
        from orchestration.refresh import refresh
    with _progress(quiet=quiet) as progress:
        return refresh(settings, progress)


@contextmanager
def _progress(*, quiet: bool) -> "Iterator[StageProgress]":
    """Bars on stderr, one a stage, in the order in which the stages begin."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    # Dagster redirects the descriptors of stdout and stderr while an asset runs: the bars keep one of their own.
    with os.fdopen(os.dup(sys.stderr.fileno()), "w", encoding="utf-8") as stream:
        columns = (SpinnerColumn(finished_text="[green]✓[/green]"), TextColumn("{task.description:<20}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, TimeElapsedColumn(), console=Console(file=stream), disable=quiet) as bars:
            tasks: dict[str, Any] = {}

            def tell(stage: str, done: int, total: int) -> None:
                if stage not in tasks:
                    tasks[stage] = bars.add_task(stage.replace("_", " "), total=total)
                known = bars.tasks[tasks[stage]].total or 1
                most = max(total, known) if total > 1 else known
                bars.update(tasks[stage], completed=most if done >= total else done, total=most)

            yield tell


def _show(settings: "Settings", outcome: "Outcome", seconds: float) -> None:
    out = common.console()
    for asset, reason in outcome.errors:
        out.print(f"[red]✗ {asset}[/red]: {common.cell(reason)}", soft_wrap=True)
    if settings.database.exists():
        findings, events = _findings(settings)
        out.print(common.grid(findings, "What the articles hold"))
        if events:
            out.print(common.grid(events, "What most articles tell of"))
    for row in common.failed_checks(settings):
        colour = "red" if row["severity"] == "error" else "yellow"
        out.print(f"[{colour}]{row['severity']}[/{colour}] {row['asset']}.{row['check']}: {row['failed_rows']} rows", soft_wrap=True)
    out.print(f"{'Done' if outcome.success else '[red]Failed[/red]'} in {seconds:.1f} s: run {outcome.run_id}", soft_wrap=True)
    if outcome.success:
        out.print("Try next:\n" + "\n".join(f"  [bold]{command}[/bold]" for command in _next(settings)), soft_wrap=True, highlight=False)


def _next(settings: "Settings") -> list[str]:
    _, events = _findings(settings)
    subject = events[0]["event_id"] if events else "ID"
    place = "" if settings.home == Path("data") else f" --home {settings.home}"
    # Without an activated environment the bare name would not be found.
    name = "dragoman" if shutil.which("dragoman") else os.path.relpath(sys.argv[0])
    return [f"{name} explain {subject}{place}", f'{name} query "{QUESTION}"{place}']


def _findings(settings: "Settings") -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    from sql import statement

    with common.warehouse(settings) as warehouse:
        findings = warehouse.query(statement("read/findings")).to_dicts()
        events = warehouse.query(statement("read/most_told_events"), {"most": EVENTS_SHOWN}).to_dicts()
    return findings, events


def _report(settings: "Settings", outcome: "Outcome", seconds: float) -> dict[str, Any]:
    findings = _findings(settings)[0] if settings.database.exists() else []
    return {
        "run_id": outcome.run_id,
        "success": outcome.success,
        "seconds": round(seconds, 2),
        "errors": [{"asset": asset, "reason": reason} for asset, reason in outcome.errors],
        "found": {row["what"]: row["found"] for row in findings},
        "failed_checks": common.failed_checks(settings),
        "warehouse": str(settings.database),
    }
