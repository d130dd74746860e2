"""Measures the whole job at several sizes, and the reading against a baseline, into docs/performance.md.

    python -m benchmarks [--articles 1000 10000] [--pages] [--steps STEP …] [--folder DIR] [--no-reading]

Every figure comes from real runs of the command line on a home of its own, from a copy of the sources, so that a language
pack can be touched. What was measured is kept in measured.json by size: a run at other sizes leaves the rest of the page.
Not here: making articles (generate), watching a process (watch), reading alone (reading), the page (page).
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import generate, page, reading
from benchmarks.watch import MIB, watch

ROOT = Path(__file__).parent.parent
SOURCES = ("assets", "orchestration", "sql", "warehouse", "tests/corpus", "examples/landing")
"""What a run needs: the packages, and the labelled articles on which it measures itself."""
MEASURED = Path(__file__).parent / "measured.json"
SIZES = (1_000, 10_000)
STEPS = ("first", "nothing new", "one new file", "one in a hundred new", "a pack touched")
"""The runs at one size, in this order."""
TOUCHED = "en"
"""The language whose pack is touched; it tells an eighth of the articles."""
PROGRAM = "from orchestration.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Step:
    """One run of the job.

    Attributes:
        files: landed since the run before.
        seconds, cpu_seconds, peak_mib: of the whole tree of processes.
        stages: seconds by stage, as the run recorded them.
    """

    files: int
    seconds: float
    cpu_seconds: float
    peak_mib: float
    stages: dict[str, float] = field(default_factory=dict)


class Bench:
    """One size: its articles, its home, its copy of the sources.

    Args:
        folder: an empty folder for all of them.
        articles: how many lie in the landing place at the first run.
        pages: as pages of a news site.
        made: a folder with all of them, where they were made before; it becomes the landing place.
    """

    def __init__(self, folder: Path, articles: int, pages: bool = False, made: Path | None = None) -> None:
        self.articles, self.pages = articles, pages
        self.home, self._landing, self._waiting, self._sources = (folder / name for name in ("home", "landing", "waiting", "sources"))
        for name in SOURCES:
            shutil.copytree(ROOT / name, self._sources / name, ignore=shutil.ignore_patterns("__pycache__"))
        for library in ROOT.glob("*.so"):  # what the modules share where they are compiled
            shutil.copy(library, self._sources)
        self.bytes = self._make_articles(made)

    def _make_articles(self, made: Path | None) -> int:
        """Writes them all and takes away those that land later: one, and one in a hundred."""
        needed = self.articles + 1 + max(1, self.articles // 100)
        if made is None:
            size = generate.write(self._landing, needed, pages=self.pages)
        else:
            made.rename(self._landing)
            size = _size(self._landing)
        paths = sorted(path for path in self._landing.rglob("*") if path.is_file())
        if len(paths) != needed:
            raise ValueError(f"{made}: {len(paths)} articles where {needed} are needed")
        for path in paths[self.articles :]:
            target = self._waiting / path.name
            target.parent.mkdir(exist_ok=True)
            path.rename(target)
            size -= target.stat().st_size
        return size

    def land(self, files: int) -> int:
        """Lets so many of the waiting files land."""
        for path in sorted(self._waiting.iterdir())[:files]:
            path.rename(self._landing / path.name)
        return files

    def touch(self, language: str) -> int:
        """Adds a word of saying to a language's pack: a change that bears on its reading alone. No file lands: 0."""
        for path in sorted((self._sources / "assets" / "languages").glob(f"{language}*.toml")):
            text, changes = re.subn(r"(?m)^speech = \[", 'speech = ["quoth", ', path.read_text(encoding="utf-8"), count=1)
            if changes:
                path.write_text(text, encoding="utf-8")
                return 0
        raise LookupError(f"the pack {language} has no list of words of saying to add to")

    def run(self, files: int = 0) -> Step:
        """The job once, in a process of its own."""
        environment = {**os.environ, "PYTHONPATH": str(self._sources)}
        command = [sys.executable, "-c", PROGRAM, "run", "--home", str(self.home), "--landing", str(self._landing), "--json"]
        watched = watch(command, self._sources, environment)
        stages = stages_of(self.home, json.loads(watched.output)["run_id"])
        return Step(files, round(watched.seconds, 2), round(watched.cpu_seconds, 2), round(watched.peak_mib), stages)

    def disk(self) -> dict[str, float]:
        """MiB of each part of the home."""
        parts = {"archive": "archive", "segments": "segments", "warehouse": "dragoman.duckdb", "history": "dagster"}
        return {name: round(_size(self.home / part) / MIB, 1) for name, part in parts.items()}


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else sum(each.stat().st_size for each in path.rglob("*") if each.is_file())


def stages_of(home: Path, run_id: str) -> dict[str, float]:
    """Seconds by asset, as the run's materializations tell them."""
    import dagster as dg

    from orchestration.instance import open_instance
    from orchestration.settings import of

    with open_instance(of({"home": home})) as instance:
        events = instance.all_logs(run_id, of_type=dg.DagsterEventType.ASSET_MATERIALIZATION)
    made = [log.asset_materialization for log in events]
    return {each.asset_key.to_user_string(): float(str(each.metadata["seconds"].value)) for each in made if each is not None}


def measure(
    folder: Path, articles: int, pages: bool = False, wanted: Sequence[str] = STEPS, made: Path | None = None
) -> Iterator[dict[str, Any]]:
    """Runs the steps at one size; after each, the figures so far: of the steps, the articles' bytes and the home's disk.

    Args:
        folder: an empty folder.
        articles: how many.
        pages: as pages of a news site.
        wanted: those of STEPS that are run; the first always is.
        made: a folder with these articles, made before.
    """
    _tell(f"{articles:,} {'pages' if pages else 'articles'} are being made")
    bench = Bench(folder, articles, pages, made)
    found: dict[str, Any] = {"machine": page.machine(), "articles": articles, "pages": pages, "bytes": bench.bytes, "steps": {}}
    prepare: dict[str, Callable[[], int]] = {
        "first": lambda: articles,
        "nothing new": lambda: 0,
        "one new file": lambda: bench.land(1),
        "one in a hundred new": lambda: bench.land(max(1, articles // 100)),
        "a pack touched": lambda: bench.touch(TOUCHED),
    }
    for name in STEPS:
        if name != STEPS[0] and name not in wanted:
            continue
        step = bench.run(prepare[name]())
        found["steps"][name] = asdict(step)
        if "disk" not in found:
            found["disk"] = bench.disk()
        _tell(f"{articles:,}, {name}: {step.seconds} s, {step.cpu_seconds} s of processors, {step.peak_mib} MiB, stages {step.stages}")
        yield found


def _tell(what: str) -> None:
    """One line of progress, at once: a size may take half an hour."""
    print(time.strftime("%H:%M:%S"), what, file=sys.stderr, flush=True)


def keep(found: dict[str, Any]) -> dict[str, Any]:
    """Puts what was measured beside what was measured at other sizes; returns all of it."""
    known = json.loads(MEASURED.read_text(encoding="utf-8")) if MEASURED.exists() else {}
    known.update(found)
    ordered = dict(sorted(known.items(), key=_in_order))
    MEASURED.write_text(json.dumps(ordered, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return ordered


def _in_order(item: tuple[str, Any]) -> tuple[bool, str, int]:
    size, _, kind = item[0].partition(" ")
    return (item[0] in page.APART, kind, 0) if item[0] in page.APART else (False, kind, int(size))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, keep, and write the page."""
    cli = argparse.ArgumentParser(description="Measure speed, memory and disk; writes docs/performance.md.")
    cli.add_argument("--articles", type=int, nargs="*", default=SIZES, help="sizes to measure at (200000 takes a quarter of an hour)")
    cli.add_argument("--pages", action="store_true", help="of pages of a news site, not of texts")
    cli.add_argument("--steps", nargs="+", choices=STEPS, default=STEPS, help="runs at each size (the first always)")
    cli.add_argument("--folder", type=Path, help="where homes and articles are made (a temporary folder)")
    cli.add_argument(
        "--made", type=Path, help="articles of `benchmarks.generate`, as many as one size needs (1.01 times it, and one); they are used up"
    )
    cli.add_argument("--no-reading", action="store_true", help="leave the reading alone out")
    asked = cli.parse_args(arguments)
    for articles in asked.articles:
        with tempfile.TemporaryDirectory(dir=asked.folder, prefix="dragoman-bench-") as folder:
            for found in measure(Path(folder), articles, asked.pages, asked.steps, asked.made):
                page.write(keep({f"{articles} pages" if asked.pages else str(articles): found}))
    if not asked.no_reading:
        found = reading.measure()
        page.write(keep({page.NATIVE if found["machine"]["compiled"] else page.READING: found}))
    print(page.PAGE.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
