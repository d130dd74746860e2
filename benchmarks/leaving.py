"""Measures what leaves the warehouse: the pages, and every format of the exports, into docs/performance.md.

    python -m benchmarks.leaving [--articles 168000] [--folder DIR]

The articles are short ones of benchmarks.generate, so that many events come of them: 168,000 make a hundred thousand. They are read by
the real job; then the pages are made three times by the real command, each in a process of its own: first, after one article in
a hundred more, and with nothing new. The articles and their reading are not measured here.
"""

import argparse
import json
import os
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
LATE: Final = "late"


class Home:
    """A home with a published record, and the commands that are run on it.

    Args:
        folder: an empty folder. articles: how many are read at first; one in a hundred of them lands later.
    """

    def __init__(self, folder: Path, articles: int) -> None:
        self.home, self._folder, self._landing, self._waiting = folder / "home", folder, folder / "landing", folder / "waiting"
        later = max(1, articles // 100)
        generate.write(self._landing, articles + later, words=WORDS)
        self._waiting.mkdir()
        for path in sorted(self._landing.rglob("*.txt"))[articles:]:
            path.rename(self._waiting / path.name)

    def land(self) -> None:
        """Let the waiting articles land."""
        self._waiting.rename(self._landing / LATE)

    def run(self, *arguments: str) -> Watched:
        """A command of the command line."""
        environment = {**os.environ, "PYTHONPATH": str(pipeline.ROOT)}
        return watch([sys.executable, "-c", pipeline.PROGRAM, *arguments, "--home", str(self.home), "--json"], self._folder, environment)

    def read(self) -> None:
        """Bring the record up to date."""
        self.run("run", "--landing", str(self._landing))


def measure(folder: Path, articles: int) -> dict[str, Any]:
    """The pages three times, then every format: what each took, and how large it is."""
    home = Home(folder, articles)
    found: dict[str, Any] = {"machine": page.machine(), "articles": articles, "pages": {}, "exports": {}}
    home.read()
    found["pages"]["first"] = _pages(home)
    home.land()
    home.read()
    found["pages"]["one in a hundred new"] = _pages(home)
    found["pages"]["nothing new"] = _pages(home)
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
    cli.add_argument("--folder", type=Path, help="where the home and the articles are made (a temporary folder)")
    asked = cli.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=asked.folder, prefix="dragoman-leaving-") as folder:
        found = measure(Path(folder), asked.articles)
    print(json.dumps(found, indent=1))
    page.write(pipeline.keep({page.LEAVING: found}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
