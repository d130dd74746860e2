"""`dragoman add`: puts files into the landing place, each whole or not at all."""

import os
import shutil
from pathlib import Path
from typing import Annotated

import typer

from orchestration.cli import common
from orchestration.cli.common import Exit


def add(
    files: Annotated[list[Path], typer.Argument(help="Articles: text, HTML, JSON, JSON Lines …", exists=True, dir_okay=False)],
    home: common.Home = None,
    replace: Annotated[bool, typer.Option("--replace", help="Let a file take the place of another one of its name.")] = False,
) -> None:
    """Copies files into the first landing place that is a folder; the next run takes them in.

    A file is copied under a name that no run looks at, and renamed when it is whole. A file of the same name is left
    alone unless [bold]--replace[/bold] is given; then the new one supersedes it, and the archive keeps both.
    """
    places = [place for place in common.settings(home).landing_places.values() if isinstance(place, Path)]
    if not places:
        common.fail("no landing place is a folder of this machine", Exit.USAGE)
    place = places[0]
    place.mkdir(parents=True, exist_ok=True)
    taken = [file for file in files if _differs(file, place / file.name)]
    if taken and not replace:
        common.fail(f"{place} has other files of these names: {', '.join(file.name for file in taken)} (--replace?)", Exit.USAGE)
    for file in files:
        _copy(file, place / file.name)
    common.console().print(f"{len(files)} in {place}. Next: [bold]dragoman run[/bold]", soft_wrap=True, highlight=False)


def _differs(file: Path, target: Path) -> bool:
    return target.exists() and target.read_bytes() != file.read_bytes()


def _copy(file: Path, target: Path) -> None:
    """Copies beside the target, makes the bytes durable, then renames over it."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with file.open("rb") as source, temporary.open("wb") as sink:
            shutil.copyfileobj(source, sink)
            sink.flush()
            os.fsync(sink.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
