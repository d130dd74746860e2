"""Empty files by the hundred thousand, through the whole job: each is accounted for, in time and memory that stay sane.

    python -m tests.fuzz.empty [--files 1000000]

Exits with 1 where a file is missing among the rejects, or where memory grew beyond the bound.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.pipeline import PROGRAM, ROOT
from benchmarks.watch import Watched, watch

A_FOLDER: Final = 10_000
MOST_MIB: Final = 2_048


def run(folder: Path, files: int) -> tuple[int, Watched]:
    """So many empty files through the job; how many became rejects, and what the run took.

    Args:
        folder: an empty one, for them and the home.
        files: how many.
    """
    landing = folder / "landing"
    for number in range(files):
        if number % A_FOLDER == 0:
            (landing / str(number)).mkdir(parents=True)
        (landing / str(number - number % A_FOLDER) / f"{number}.txt").touch()
    command = [sys.executable, "-c", PROGRAM, "run", "--home", str(folder / "home"), "--landing", str(landing), "--json"]
    seen = watch(command, folder, {**os.environ, "PYTHONPATH": str(ROOT), "DRAGOMAN_MEASURE": "false"})
    return int(json.loads(seen.output)["found"]["rejects"]), seen


def main() -> int:
    """Run, and print what was seen."""
    cli = argparse.ArgumentParser(description="Empty files through the whole job.")
    cli.add_argument("--files", type=int, default=1_000_000)
    asked = cli.parse_args()
    with TemporaryDirectory(prefix="empty-") as folder:
        rejects, seen = run(Path(folder), asked.files)
    print(f"{asked.files:,} empty files: {rejects:,} rejects, {seen.cpu_seconds:.0f} s of processors, {seen.peak_mib:,.0f} MiB at most")
    return 0 if rejects == asked.files and seen.peak_mib < MOST_MIB else 1


if __name__ == "__main__":
    sys.exit(main())
