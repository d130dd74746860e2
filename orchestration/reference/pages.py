"""Which pages are made from the code, and where they stand."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from orchestration import settings
from orchestration.reference import assets, checks, commands, formats
from warehouse import dictionary

DOCS: Final = Path(__file__).parents[2] / "docs"
PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "assets.md": assets.page,
    "checks.md": checks.page,
    "commands.md": commands.page,
    "data-dictionary.md": dictionary.render,
    "export-formats.md": formats.page,
    "settings.md": lambda: settings.PAGE + settings.markdown(),
}


def write(folder: Path = DOCS) -> None:
    """Write every page into the folder."""
    for name, render in PAGES.items():
        (folder / name).write_text(render(), encoding="utf-8")
