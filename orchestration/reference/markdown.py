"""Small pieces of Markdown that the pages share."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

BOLD: Final = re.compile(r"\[bold\](.+?)\[/bold\]")
DIM: Final = re.compile(r"\s*\[dim\](.+?)\[/dim\]")


def opening(title: str, source: str, about: str) -> str:
    """How each page begins: its title, where its words are edited, what it tells."""
    return f"# {title}\n\nMade from {source} by `python -m orchestration.reference`; edit there.\n\n{about}\n"


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table, its last line ended."""
    return "".join(f"| {' | '.join(map(_cell, row))} |\n" for row in _lines(columns, rows))


def plain(text: str) -> str:
    """A help text with the terminal's markup as Markdown's: bold words are things to type."""
    return DIM.sub(r"", BOLD.sub(r"`\1`", text))


def _lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    yield columns
    yield ["---"] * len(columns)
    yield from rows


def _cell(value: object) -> str:
    return " ".join(str(value).split()).replace("|", "\\|")
