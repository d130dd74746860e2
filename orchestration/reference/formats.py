"""The page of the formats of exports: what each writes, and which word of ours is which of PLOVER's."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import assets.exports
from assets.running.forms import WHAT
from orchestration.reference.markdown import opening, table

SOURCE: Final = "`assets/running/forms.py` and `assets/exports/plover.toml`"
ABOUT: Final = "How to write them, which tool opens them and what does not fit stands in [exports](exports.md)."


def page() -> str:
    """The page as Markdown."""
    formats = table(("format", "what it writes"), ((f"`{form}`", what) for form, what in WHAT.items()))
    return "\n".join([opening("Formats of exports", SOURCE, ABOUT), formats, "## Words of PLOVER", *_words()])


def _words() -> Iterator[str]:
    text = (Path(assets.exports.__file__).parent / "plover.toml").read_text(encoding="utf-8")
    for name, words in tomllib.loads(text).items():
        rows = (_pair(ours, theirs) for ours, theirs in words.items()) if isinstance(words, dict) else ()
        yield f"\n### {name}\n\n{table(('here', 'PLOVER'), rows)}"


def _pair(ours: str, theirs: Any) -> tuple[str, str]:
    return f"`{ours}`", ", ".join(f"`{each}`" for each in theirs) if isinstance(theirs, list) else f"`{theirs}`"
