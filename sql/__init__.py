"""Where every SQL statement of the project is found by name.

Belongs here: loading of the .sql files beside this module. Does not: running them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

ROOT = files(__name__)


@cache
def statement(name: str) -> str:
    """The text of a statement.

    Args:
        name: folder and file without its ending, such as `checks/records_add_up`.

    Raises:
        FileNotFoundError: there is no such statement.
    """
    return ROOT.joinpath(*f"{name}.sql".split("/")).read_text(encoding="utf-8")


@cache
def names(folder: str) -> tuple[str, ...]:
    """The statements of a folder, sorted, each as `statement` takes it."""
    found = (entry.name for entry in ROOT.joinpath(folder).iterdir())
    return tuple(sorted(f"{folder}/{name.removesuffix('.sql')}" for name in found if name.endswith(".sql")))


def header(text: str) -> dict[str, str]:
    """The `-- key: value` lines that a statement begins with; a line without a key goes on with the last value."""
    found: dict[str, str] = {}
    key = ""
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        head, colon, rest = line.removeprefix("--").strip().partition(":")
        if colon and head.isidentifier():
            key = head
            found[key] = rest.strip()
        elif key:
            found[key] += " " + line.removeprefix("--").strip()
    return found
