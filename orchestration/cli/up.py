"""`dragoman up`: the Dagster UI and its daemon on this machine."""

import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.cli import common

if TYPE_CHECKING:
    from orchestration.settings import Settings


def up(
    port: Annotated[int | None, typer.Option(help="Port on 127.0.0.1. [dim]DRAGOMAN_PORT, else 3000[/dim]", show_default=False)] = None,
    home: common.Home = None,
    landing: Annotated[
        list[Path] | None,
        typer.Option(help="Folder with articles; may be given more than once.", exists=True, file_okay=False, show_default=False),
    ] = None,
) -> None:
    """Starts the UI and the daemon; Ctrl-C stops both.

    The UI shows every stage with its counts, schemas, checks and rejects; [bold]Materialize all[/bold] does what
    [bold]dragoman run[/bold] does. The daemon runs the schedule [bold]nightly[/bold] and, when it is switched on, the sensor
    [bold]landing[/bold]. Both listen on this machine alone and take nothing from other sites' pages.
    """
    from orchestration.launcher import LaunchError, log_file

    settings = common.settings(home, port=port, landing=tuple(landing or ()))
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    try:
        _serve(settings, stop)
    except LaunchError as error:
        common.fail(f"{error}; see {log_file(settings)}")


def _serve(settings: "Settings", stop: threading.Event) -> None:
    from orchestration import launcher

    out = common.console()
    launcher.require_free(settings.port)
    reaped = launcher.prepare(settings)
    if reaped:
        out.print(f"Ended {len(reaped)} runs whose process is gone: {', '.join(reaped)}", highlight=False)
    out.print("Starting the UI and the daemon …")
    with launcher.processes(settings) as started:
        launcher.wait_until_ready(started, settings.port, stop.is_set)
        if not stop.is_set():
            address = f"http://127.0.0.1:{settings.port}/asset-groups"
            out.print(f"Ready: [bold]{address}[/bold]  (Materialize all, top right; Ctrl-C here stops everything)", soft_wrap=True)
            out.print(f"[dim]log: {launcher.log_file(settings)}[/dim]", soft_wrap=True, highlight=False)
        launcher.watch(started, stop.is_set)
    out.print("Stopped.")
