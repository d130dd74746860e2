"""Sections of a page that several commands write: each replaces its own and leaves the others."""

import re
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"


def put(heading: str, text: str, page: Path = PAGE) -> None:
    """Write a section of second level, in the place of the one of that heading or at the end."""
    section = f"## {heading}\n\n{text.strip()}\n"
    old = page.read_text(encoding="utf-8") if page.exists() else ""
    found = _section(heading).search(old)
    new = old[: found.start()] + section + "\n" + old[found.end() :] if found else f"{old.rstrip()}\n\n{section}"
    page.write_text(new.rstrip() + "\n", encoding="utf-8")


def get(heading: str, page: Path = PAGE) -> str:
    """A section as it stands, without its heading; empty where there is none."""
    found = _section(heading).search(page.read_text(encoding="utf-8")) if page.exists() else None
    return found.group("text").strip() if found else ""


def standing(*headings: str, page: Path = PAGE) -> dict[str, str]:
    """The sections of these headings as far as they stand, for whoever writes the rest of the page anew."""
    found = {heading: get(heading, page) for heading in headings}
    return {heading: text for heading, text in found.items() if text}


def _section(heading: str) -> re.Pattern[str]:
    return re.compile(rf"^## {re.escape(heading)}\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
