"""Rules versions: what decides whether a stage's committed output still stands.

A version is a digest of the source files, the data and the libraries that a stage's result depends on, chained
to the version of the stage above. What is not here: what a stage does, and where its output is kept.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Final

from assets.languages import packs
from assets.running import compiled

ROOT: Final = Path(__file__).parent.parent.parent
SUFFIXES: Final = frozenset({".py", ".toml", ".csv", ".html", ".css", ".js"})
WRAPPERS: Final = frozenset({"asset.py", "checks.py", "stage.py"})  # they run a stage and judge it, and change no row
DIGITS: Final = 12
# What is decided by hand after the reading makes no document be read again.
AFTER_READING: Final = "assets/register/overrides.csv"

# A ledger of what landed is a fact, not a reading: it is never made again because code has changed.
RAW: Final = "1"

SOURCES: Final[Mapping[str, tuple[str, ...]]] = {
    "parsed": (
        "assets/parsed",
        "assets/text",
        "assets/register/press.csv",
        "assets/register/bodies.csv",
        "assets/register/country_names.csv",
        "assets/register/place_names.csv",
        "assets/register/registers.py",
        "assets/languages/schema/text.py",
        "assets/languages/schema/dates.py",
    ),
    "validated": ("assets/validated", "assets/text/edtf.py", "assets/text/mojibake.py"),
    "duplicates": ("assets/validated/duplicates.py",),
    "read": (
        "assets/enriched/reading",
        "assets/text",
        "assets/register/*.csv",
        "assets/register/*.py",
        "assets/languages/packs.py",
        "assets/languages/schema",
    ),
    "resolved": (
        "assets/enriched/resolution",
        "assets/text",
        "assets/register/*.csv",
    ),
    "exports": ("assets/exports", "assets/running/forms.py", "sql/exports", "warehouse/copies.py", "warehouse/dictionary.py"),
    "site": ("assets/site", "assets/exports/acts.py", "sql/site", "sql/exports/acts.sql", "assets/text/fold.py"),
    "warehouse": ("sql/tables", "sql/build", "sql/checks", "sql/views", "warehouse"),
}
LIBRARIES: Final[Mapping[str, tuple[str, ...]]] = {
    "parsed": ("eldc", "fastwarc", "feedparser", "markdown-it-py", "pypdf", "python-docx", "resiliparse", "trafilatura"),
    "duplicates": ("rensa",),
    "exports": ("icalendar",),
    "read": ("daachorse", "hijridate", "persiantools"),
    "resolved": ("rapidfuzz",),
    "site": ("duckdb", "jinja2"),
}
# Sections of the packs that parsing looks at; all others count for the reading of their own language alone.
PARSED_SECTIONS: Final = ("language", "text", "dates")


@dataclass(frozen=True, slots=True)
class Versions:
    """The present rules version of each stage. `read` has one a language: `<language>-<digest>`."""

    parsed: str
    validated: str
    duplicates: str
    read: Mapping[str, str]
    resolved: str
    warehouse: str
    exports: str
    site: str
    raw: str = RAW

    def by_stage(self) -> dict[str, tuple[str, ...]]:
        """The current versions of every stage that keeps segments."""
        return {
            "raw": (self.raw,),
            "parsed": (self.parsed,),
            "validated": (self.validated,),
            "duplicates": (self.duplicates,),
            "read": tuple(self.read.values()),
            "resolved": (self.resolved,),
        }


@cache
def current(columns: str = "") -> Versions:
    """The versions of the code and data on disk, found once a process.

    Args:
        columns: digest of what is told of the columns of exports; with nothing told the versions are as without it.

    Raises:
        StaleError: a compiled module isn't that of its source.
    """
    compiled.check(ROOT)
    sections = {code: _tables(code) for code in packs.codes()}
    told = (columns,) if columns else ()
    parsed = digest(_files("parsed"), [[tables.get(name) for name in PARSED_SECTIONS] for tables in sections.values()], *told)
    validated = digest(_files("validated"), parsed)
    reading = digest(_files("read"), validated)
    read = {code: f"{code}-{digest(reading, tables)}" for code, tables in sections.items()}
    duplicates = digest(_files("duplicates"), validated)
    resolved = digest(_files("resolved"), duplicates, read)
    warehouse = digest(_files("warehouse"), resolved)
    exports, site = (digest(_files(stage), warehouse) for stage in ("exports", "site"))
    return Versions(parsed, validated, duplicates, read, resolved, warehouse, exports, site)


def of_pages() -> str:
    """The version of what pages look like, whatever they tell of."""
    return digest(_files("site"))


def digest(*parts: object) -> str:
    """A short hex digest of JSON-like parts."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def of_ids(ids: Iterable[str]) -> str:
    """A digest of a set of ids, whatever their order."""
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:DIGITS]


def of_files(patterns: Iterable[str], root: Path = ROOT, *, wrappers: bool = False) -> list[tuple[str, str]]:
    """Path and content digest of every source file under the given files, folders and glob patterns.

    What runs a stage and judges it counts only where it is asked for.
    """
    found: set[Path] = set()
    for pattern in patterns:
        for path in root.glob(pattern):
            found.update(path.rglob("*") if path.is_dir() else (path,))
    kept = (path for path in found if path.suffix in SUFFIXES | {".sql"} and (wrappers or path.name not in WRAPPERS))
    return sorted((path.relative_to(root).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in kept)


def _files(stage: str) -> list[object]:
    libraries = [(name, installed_version(name)) for name in LIBRARIES.get(stage, ())]
    files = [file for file in of_files(SOURCES[stage]) if stage == "resolved" or file[0] != AFTER_READING]
    return [files, libraries]


def _tables(code: str) -> dict[str, object]:
    """The pack as data: a comment or a changed order in its file makes no new version.

    It is not judged here, so that a mistake in one pack stops the reading of its language and nothing else.
    """
    return packs.tables(code)
