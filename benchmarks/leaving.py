"""Measures what leaves the warehouse: the pages, and every format of the exports, into docs/performance.md.

    python -m benchmarks.leaving [--articles 168000] [--folder DIR]

The articles are short ones of benchmarks.generate, so that many events come of them: 168,000 make a hundred thousand. They are read by
the real job; then the pages are made three times by the real command, each in a process of its own: first, after one article in
a hundred more, and with nothing new. The articles and their reading are not measured here: both records are kept in the folder,
and a second measurement in it begins with them.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from assets.running.forms import Form
from benchmarks import generate, page, pipeline
from benchmarks.watch import MIB, Watched, watch

ARTICLES: Final = 168_000
WORDS: Final = 100
"""Filling words of an article."""
DATABASE: Final = "dragoman.duckdb"
BEFORE: Final = "before.duckdb"
AFTER: Final = "after.duckdb"
STEPS: Final = {"first": BEFORE, "one in a hundred new": AFTER, "nothing new": AFTER}
"""The builds of the pages, and the record that each is of."""


class Home:
    """A home, two published records of it, and the commands that are run on it.

    Args:
        folder: a folder that is empty, or of an earlier measurement.
        articles: how many the first record is of; the second is of one in a hundred more.
    """

    def __init__(self, folder: Path, articles: int) -> None:
        self.home, self._folder = folder / "home", folder
        if not (folder / AFTER).exists():
            self._make(articles)
        shutil.rmtree(self.home / "site", ignore_errors=True)

    def _make(self, articles: int) -> None:
        """Let the job read the articles, and then those that land later."""
        landing, waiting = self._folder / "landing", self._folder / "waiting"
        generate.write(landing, articles + max(1, articles // 100), words=WORDS)
        waiting.mkdir()
        for path in sorted(landing.rglob("*.txt"))[articles:]:
            path.rename(waiting / path.name)
        for record in (BEFORE, AFTER):
            self.run("run", "--landing", str(landing))
            shutil.copyfile(self.home / DATABASE, self._folder / record)
            if waiting.exists():
                waiting.rename(landing / waiting.name)

    def publish(self, record: str) -> None:
        """Put one of the records in its place."""
        (self.home / DATABASE).unlink()
        shutil.copyfile(self._folder / record, self.home / DATABASE)

    def run(self, *arguments: str) -> Watched:
        """A command of the command line."""
        environment = {**os.environ, "PYTHONPATH": str(pipeline.ROOT)}
        return watch([sys.executable, "-c", pipeline.PROGRAM, *arguments, "--home", str(self.home), "--json"], self._folder, environment)


def measure(folder: Path, articles: int) -> dict[str, Any]:
    """The pages three times, then every format: what each took, and how large it is."""
    home = Home(folder, articles)
    found: dict[str, Any] = {"machine": page.machine(), "articles": articles, "pages": {}, "exports": {}}
    for name, record in STEPS.items():
        home.publish(record)
        found["pages"][name] = _pages(home)
    for form in Form:
        found["exports"][form.value] = _export(home, form)
    return found


def _pages(home: Home) -> dict[str, Any]:
    watched = home.run("report")
    rows: dict[str, Any] = json.loads(watched.output)["rows"]
    return _told(watched) | rows | _size(home.home / "site")


def _export(home: Home, form: Form) -> dict[str, Any]:
    watched = home.run("export", form.value)
    return _told(watched) | {"rows": sum(json.loads(watched.output)["rows"].values())} | _size(home.home / "exports" / form.value)


def _told(watched: Watched) -> dict[str, Any]:
    return {
        "seconds": round(watched.seconds, 1),
        "cpu_seconds": round(watched.cpu_seconds, 1),
        "peak_mib": round(watched.peak_mib),
    }


def _size(folder: Path) -> dict[str, float]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return {"files": len(sizes), "mib": round(sum(sizes) / MIB, 1)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, keep, and write the page."""
    cli = argparse.ArgumentParser(description="Measure pages and exports; writes docs/performance.md.")
    cli.add_argument("--articles", type=int, default=ARTICLES, help="how many are read first")
    cli.add_argument("--folder", type=Path, help="keeps home and records, so that only commands are run the next time (a temporary folder)")
    asked = cli.parse_args(arguments)
    if asked.folder:
        asked.folder.mkdir(parents=True, exist_ok=True)
        found = measure(asked.folder, asked.articles)
    else:
        with tempfile.TemporaryDirectory(prefix="dragoman-leaving-") as folder:
            found = measure(Path(folder), asked.articles)
    print(json.dumps(found, indent=1))
    page.write(pipeline.keep({page.LEAVING: found}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
