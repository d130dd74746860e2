"""Measures what a second worker of a dask scheduler is worth, into docs/performance.md.

    python -m benchmarks.workers [--articles 20000] [--rounds 2]

Scheduler and workers are processes on this machine, one core each at best; every round reads all articles anew, with one
worker and with two, and the best round of each counts. Not here: making articles (generate), the processes (cluster).
"""

import argparse
import json
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import psutil

from benchmarks import generate, page, pipeline
from benchmarks.cluster import Cluster, cluster
from benchmarks.watch import MIB, watch

STAGES: Final = ("parsed_documents", "validated_documents", "readings")
"""Those whose work is done by workers."""
INTERVAL: Final = 0.2


def measure(folder: Path, landing: Path, workers: int) -> dict[str, Any]:
    """One run over all articles by so many workers.

    Returns:
        `seconds` of the whole run, `work` of the stages that workers do, `stages` in seconds each, and the largest sums of
        resident memory: `run_mib` of the run's processes, `workers_mib` of the scheduler and the workers.
    """
    folder.mkdir()
    home = folder / "home"
    with cluster(folder, workers) as started:
        started.wait()
        environment = {**os.environ, "PYTHONPATH": str(pipeline.ROOT), "DRAGOMAN_WORKERS": started.address, "DRAGOMAN_MEASURE": "false"}
        command = [sys.executable, "-c", pipeline.PROGRAM, "run", "--home", str(home), "--landing", str(landing), "--json"]
        with _watched(started) as peak:
            run = watch(command, folder, environment)
    stages = {name: seconds for name, seconds in pipeline.stages_of(home, json.loads(run.output)["run_id"]).items() if name in STAGES}
    work = round(sum(stages.values()), 2)
    memory = {"run_mib": round(run.peak_mib), "workers_mib": round(peak[0])}
    return {"workers": workers, "seconds": round(run.seconds, 2), "work": work, "stages": stages, **memory}


@contextmanager
def _watched(started: Cluster) -> Iterator[list[float]]:
    """The most that scheduler and workers hold together while the block runs, in MiB."""
    peak, done = [0.0], threading.Event()

    def look() -> None:
        while not done.wait(INTERVAL):
            trees = [psutil.Process(process.pid) for process in started.processes]
            sizes = [each.memory_info().rss for tree in trees for each in (tree, *tree.children(recursive=True))]
            peak[0] = max(peak[0], sum(sizes) / MIB)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, keep, and write the page."""
    cli = argparse.ArgumentParser(description="Measure one worker against two; writes docs/performance.md.")
    cli.add_argument("--articles", type=int, default=20_000)
    cli.add_argument("--rounds", type=int, default=2, help="the best of them counts")
    asked = cli.parse_args(arguments)
    machine, runs = page.machine(), []
    with TemporaryDirectory(prefix="dragoman-workers-") as scratch:
        landing = Path(scratch) / "landing"
        generate.write(landing, asked.articles)
        for number in range(asked.rounds):
            for workers in (1, 2):
                runs.append(measure(Path(scratch) / f"{number}-{workers}", landing, workers))
                print(json.dumps(runs[-1]), flush=True)
    best = [min((run for run in runs if run["workers"] == workers), key=lambda run: float(run["work"])) for workers in (1, 2)]
    page.write(pipeline.keep({page.WORKERS: {"machine": machine, "articles": asked.articles, "runs": best}}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
