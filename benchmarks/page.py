"""Writes docs/performance.md from what was measured. Nothing is measured here, but for the machine's own description."""

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import psutil

from assets.running import compiled, versions

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
LIBRARIES = ("dagster", "duckdb", "polars", "daachorse", "dateparser")
READING = "reading"
RESOLUTION = "resolution"
WORKERS = "workers"
LEAVING = "leaving"
CHAIN = "chain"
NATIVE = "reading compiled"
APART = {
    READING: "The reading alone",
    NATIVE: "The reading alone, compiled",
    CHAIN: "Side by side with a chain of libraries",
    RESOLUTION: "Resolution alone",
    LEAVING: "Pages and exports",
    WORKERS: "Workers of a scheduler",
}
"""What is measured beside the whole job."""
BUSY = 0.5
"""Load of other work, in cores, above which the page says that the machine was busy."""

INTRODUCTION = """# Performance

Written by `python -m benchmarks` (`make bench`); other sizes by `python -m benchmarks --articles 200000`. The articles are
made by `python -m benchmarks.generate`: eight languages, about 3 kB each, no two alike, every event told by three of them.
Each figure of the whole job comes from a run of the command line in a process of its own, its start with it; memory is the
largest sum of the resident sizes of all its processes, pages that they share counted for each.
"""

STEPS = """
`first`: all articles are new. `one in a hundred new`: as many more land. `a pack touched`: a word is added to one language's
pack, so that an eighth of the documents is read again and all are resolved again.
"""


def machine() -> dict[str, Any]:
    """What the figures hold for: processor, cores, memory, versions, the day, and what else the machine was doing."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
        "date": datetime.now(UTC).date().isoformat(),
        "compiled": compiled.check(versions.ROOT) > 0,
        "busy": round(psutil.cpu_percent(interval=1.0) / 100 * (os.cpu_count() or 1), 1),
    }


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    lines = information.read_text(encoding="utf-8").splitlines() if information.exists() else []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())


def write(measured: Mapping[str, Any]) -> None:
    """Write the page.

    Args:
        measured: figures by number of articles, and those of the reading and of resolution under their names.
    """
    sizes = [figures for name, figures in measured.items() if name not in APART]
    parts = [INTRODUCTION]
    if sizes:
        parts += [_jobs(sizes), STEPS, _stages(sizes), _disk(sizes)]
    if READING in measured:
        parts.append(_reading(measured[READING], measured.get(NATIVE)))
    if CHAIN in measured:
        parts.append(_chain(measured[CHAIN]))
    if RESOLUTION in measured:
        parts.append(_resolution(measured[RESOLUTION]))
    if LEAVING in measured:
        parts.append(_leaving(measured[LEAVING]))
    if WORKERS in measured:
        parts.append(_workers(measured[WORKERS]))
    parts.append(_machines(measured))
    PAGE.write_text("\n".join(parts), encoding="utf-8")


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    names = list(head)
    lines = ["| " + " | ".join(names) + " |", "|---" + "|---:" * (len(names) - 1) + "|"]
    lines += ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _jobs(sizes: list[Mapping[str, Any]]) -> str:
    rows = [
        (_size(figures), name, f"{step['files']:,}", *_taken(step), f"{step['peak_mib']:,}")
        for figures in sizes
        for name, step in figures["steps"].items()
    ]
    head = ("articles", "run", "new files", "seconds", "processor seconds", "new documents a second", "peak MiB")
    return "## The whole job\n\n" + _table(head, rows)


def _size(figures: Mapping[str, Any]) -> str:
    return f"{figures['articles']:,}{' pages' if figures.get('pages') else ''}"


def _taken(step: Mapping[str, Any]) -> tuple[str, str, str]:
    rate = f"{step['files'] / step['seconds']:,.0f}" if step["files"] > 1 else ""
    return f"{step['seconds']:.1f}", f"{step['cpu_seconds']:.1f}", rate


def _stages(sizes: list[Mapping[str, Any]]) -> str:
    names = list(sizes[0]["steps"]["first"]["stages"])
    rows = []
    for figures in sizes:
        stages = figures["steps"]["first"]["stages"]
        rows.append((_size(figures), *(_stage(stages[name], figures["articles"]) for name in names)))
    return "## The first run by stage: seconds (documents a second)\n\n" + _table(("articles", *names), rows)


def _stage(seconds: float, articles: int) -> str:
    return f"{seconds:.1f} ({articles / max(seconds, 0.01):,.0f})"


def _disk(sizes: list[Mapping[str, Any]]) -> str:
    rows = [(_size(f), f"{f['bytes'] / 2**20:,.1f}", *(f"{size:,.1f}" for size in f["disk"].values())) for f in sizes]
    return "## Disk after the first run, MiB\n\n" + _table(("articles", "landed", *sizes[0]["disk"]), rows)


def _reading(found: Mapping[str, Any], native: Mapping[str, Any] | None) -> str:
    rates = {
        "reading: names, dates, people, acts, voices": found["generated"]["rate"],
        **({"the same compiled (`make native`)": native["generated"]["rate"]} if native else {}),
        "dates alone": found["dates"],
        "baseline: dateparser.search.search_dates, told the language": found["dateparser"],
    }
    rows = [(name, f"{rate:,.0f}", f"{rate / found['dateparser']:.1f}") for name, rate in rates.items()]
    compiled = _table(("language", *found["compile"]), [("seconds", *found["compile"].values())])
    generated, labelled = found["generated"], found["labelled"]
    return (
        "## The reading alone, one core\n\n"
        f"{generated['documents']} generated articles of {generated['bytes']:,} bytes on the average, the same for all rows:\n\n"
        f"{_table(('what', 'documents a second', 'times the baseline'), rows)}\n"
        f"{labelled['documents']} articles of the labelled corpus ({labelled['bytes']:,} bytes): {labelled['rate']:,.0f} a second. "
        f"Parsing of the generated ones: {found['parsing']['rate']:,.0f} a second.\n\n"
        f"What a worker waits for before its first document: the register {found['register']} s, "
        f"all that parsing knows {found['parsing']['compile']} s, and for reading its one language:\n\n{compiled}"
    )


def _chain(found: Mapping[str, Any]) -> str:
    steps = ", ".join(f"{step} {share:.0%}" for step, share in found["share"].items())
    rows = [
        ("trafilatura, lingua, dateparser.search, spaCy PhraseMatcher", f"{found['chain']:,.1f}", "1.0"),
        ("parsing and reading", f"{found['ours']:,.1f}", f"{found['ours'] / found['chain']:.1f}"),
    ]
    return (
        "## Side by side with a chain of libraries, one core\n\n"
        f"Made by `python -m benchmarks.chain`: {found['pages']} generated pages of a news site, both sides in one run. "
        f"The chain finds names and dates (its time: {steps}); who met whom, when and where it does not tell.\n\n"
        + _table(("what", "pages a second", "times the chain"), rows)
    )


def _resolution(found: Mapping[str, Any]) -> str:
    rows = [
        (
            f"{size['documents']:,}",
            name,
            f"{step['seconds']:.1f}",
            f"{step['cpu_seconds']:.1f}",
            f"{step['cpu_seconds'] / size['documents'] * 1000:.3f}",
            f"{step['peak_mib']:,.0f}",
        )
        for size in found["sizes"]
        for name, step in size["steps"].items()
    ]
    kinds = ", ".join(f"{size['events']:,} events and {size['persons']:,} persons of {size['documents']:,}" for size in found["sizes"])
    head = ("documents", "run", "seconds", "processor seconds", "of them for 1,000 documents", "peak MiB")
    return (
        "## Resolution alone, on generated readings\n\n"
        f"Made by `python -m benchmarks.resolution`, each step a process of its own: {kinds} documents.\n\n"
        + _table(head, rows)
        + _growth(found["sizes"])
    )


def _growth(sizes: Sequence[Mapping[str, Any]]) -> str:
    """How the processor time of each step grows from one size to the next; nothing for one size."""
    rows = [
        (f"{small['documents']:,} to {large['documents']:,}", name, f"{large['documents'] / small['documents']:.0f}",
         f"{large['steps'][name]['cpu_seconds'] / step['cpu_seconds']:.1f}")
        for small, large in pairwise(sizes)
        for name, step in small["steps"].items()
    ]  # fmt: skip
    head = ("documents", "run", "times the documents", "times the processor seconds")
    return "\n" + _table(head, rows) if rows else ""


def _leaving(found: Mapping[str, Any]) -> str:
    pages, exports = found["pages"], found["exports"]
    built = [(name, f"{step['pages']:,}", f"{step['written']:,}", *_spent(step)) for name, step in pages.items()]
    made = [(name, f"{step['rows']:,}", f"{step['files']:,}", f"{step['mib']:,.1f}", *_spent(step)) for name, step in exports.items()]
    last = pages["nothing new"]
    spent = ("seconds", "processor seconds", "peak MiB")
    return (
        "## Pages and exports\n\n"
        f"Made by `python -m benchmarks.leaving`: {last['events']:,} events and {last['persons']:,} persons of {found['articles']:,} short "
        f"articles and one in a hundred more, each line a run of the command line in a process of its own. "
        f"The folder of pages holds {last['mib']:,.0f} MiB.\n\n"
        + _table(("pages", "there are", "written", *spent), built)
        + "\n"
        + _table(("export", "rows and records", "files", "MiB", *spent), made)
    )


def _spent(step: Mapping[str, Any]) -> tuple[str, str, str]:
    return f"{step['seconds']:.1f}", f"{step['cpu_seconds']:.1f}", f"{step['peak_mib']:,}"


def _workers(found: Mapping[str, Any]) -> str:
    one = found["runs"][0]
    rows = [
        (run["workers"], *(f"{seconds:.1f}" for seconds in (*run["stages"].values(), run["work"])), f"{one['work'] / run['work']:.2f}",
         f"{run['seconds']:.1f}", f"{run['run_mib']:,}", f"{run['workers_mib']:,}")
        for run in found["runs"]
    ]  # fmt: skip
    head = (
        "workers",
        *one["stages"],
        "these stages",
        "times one worker",
        "the whole run",
        "MiB of the run",
        "MiB of scheduler and workers",
    )
    return (
        "## Workers of a scheduler, seconds\n\n"
        f"Made by `python -m benchmarks.workers`: {found['articles']:,} articles, a dask scheduler and its workers as processes on this "
        "machine, one thread each.\n\n" + _table(head, rows)
    )


def _machines(measured: Mapping[str, Any]) -> str:
    lines = ["## Where", ""]
    for name, figures in measured.items():
        where = figures["machine"]
        libraries = ", ".join(f"{library} {installed}" for library, installed in where["libraries"].items())
        busy = f" **Other work took {where['busy']} cores meanwhile.**" if where["busy"] > BUSY else ""
        what = APART[name] if name in APART else f"{_size(figures)} articles"
        how = " Compiled." if where.get("compiled") else ""
        lines.append(
            f"- {what}: {where['date']}, {where['processor']}, {where['cores']} cores, {where['memory']}, "
            f"Python {where['python']}, {libraries}.{how}{busy}"
        )
    return "\n".join(lines) + "\n"
