"""The command line `dragoman`: one module a command. Each imports what it needs when it is called, so that help is quick."""

import atexit
import os
import sys
from typing import NoReturn

import typer

from orchestration.cli import add, explain, export, query, report, run, status, up

app = typer.Typer(
    name="dragoman",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Reads diplomacy in its own languages.\n\n"
        "Raw articles in; one dated, evidenced record of who met whom out, as a DuckDB file.\n\n"
        "Begin with [bold]dragoman run --landing examples/landing[/bold], then ask with [bold]dragoman query[/bold]."
    ),
)
app.command("run")(run.run)
app.command("up")(up.up)
app.command("status")(status.status)
app.command("query")(query.query)
app.command("add")(add.add)
app.command("explain")(explain.explain)
app.command("export")(export.export)
app.command("report")(report.report)


def main() -> NoReturn:
    """The program: a command, its exit code, and out.

    What libraries have to do at the end is done. Python would then free every object of the process one by one, which
    takes a tenth of the time of a run with one new file; the machine takes them all back at once.
    """
    code = 0
    try:
        app()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
