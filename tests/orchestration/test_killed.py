"""kill -9 at any moment: the next run repairs nothing and leaves the tables of an undisturbed one."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from orchestration.refresh import refresh
from orchestration.settings import Settings
from warehouse.contracts import PUBLIC
from warehouse.lock import lock_holder
from warehouse.read import open_warehouse

ROOT = Path(__file__).parents[2]
MOMENTS = 10
ARTICLES = 24
# Commits, publication and housekeeping fall in this part of a run; before it Python imports its modules.
RUN = "from orchestration.cli import main; main()"

pytestmark = pytest.mark.slow


def land(home: Path, number: int) -> None:
    place = home / "landing"
    place.mkdir(parents=True, exist_ok=True)
    day = number % 28 + 1
    text = f"Envoys meet for round {number}\n\nOslo, {day} May 2026. Ministers of Norway and Peru met in Oslo for round {number}.\n"
    (place / f"{number}.txt").write_text(text, encoding="utf-8")


def tables(home: Path) -> dict[str, pl.DataFrame]:
    with open_warehouse(home / "dragoman.duckdb") as warehouse:
        found = {name: warehouse.table(name) for name in PUBLIC if name != "checks"}
    return {name: frame.drop("first_seen_at", strict=False).sort(pl.all()) for name, frame in found.items()}


def run_until_killed(settings: Settings, seconds: float) -> bool:
    """Starts a run and kills it and its workers so long after it took the lock. False when it ended before."""
    command = [sys.executable, "-c", RUN, "run", "--json"]
    with subprocess.Popen(command, cwd=ROOT, env=settings.environment(), stdout=subprocess.DEVNULL) as process:
        until = time.monotonic() + 60
        while lock_holder(settings.lock) is None and process.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(seconds)
        ended = process.poll() is not None
        process.send_signal(signal.SIGKILL)
    return not ended


def test_killed_at_ten_random_moments(tmp_path: Path) -> None:
    calm = Settings(home=tmp_path / "calm", workers=1)
    for number in range(ARTICLES):
        land(calm.root, number)
    assert refresh(calm).success

    chance = random.Random(20260312)
    hurried = Settings(home=tmp_path / "hurried", workers=2, pool_documents=1, batch_documents=2, batch_bytes=1024 * 1024)
    killed = 0
    for moment in range(MOMENTS):
        for number in range(moment * ARTICLES // MOMENTS, (moment + 1) * ARTICLES // MOMENTS):
            land(hurried.root, number)
        killed += run_until_killed(hurried, chance.uniform(0, 4))
        if (hurried.database).exists():
            tables(hurried.root)  # readable at any moment
    assert killed >= MOMENTS // 2
    outcome = refresh(hurried)
    assert outcome.success, outcome.errors
    expected, found = tables(calm.root), tables(hurried.root)
    for name, frame in expected.items():
        assert frame.equals(found[name]), name
    leftovers = [path for path in hurried.root.rglob("*") if path.is_file() and path.name.endswith((".tmp", ".part"))]
    assert leftovers == []


def test_workers_die_with_the_process_that_started_them(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", workers=2, pool_documents=1, batch_documents=1)
    for number in range(12):
        land(settings.root, number)
    run_until_killed(settings, 3)
    until = time.monotonic() + 10
    while (left := _workers_of(settings)) and time.monotonic() < until:
        time.sleep(0.2)
    assert left == []


def _workers_of(settings: Settings) -> list[int]:
    """Processes that were started with the settings' home."""
    wanted = f"DRAGOMAN_HOME={settings.root}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if wanted in (folder / "environ").read_bytes().split(b"\0") and int(folder.name) != os.getpid():
                found.append(int(folder.name))
        except (OSError, ValueError):
            continue
    return found
