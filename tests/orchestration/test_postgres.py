"""Dagster's own records in a real PostgreSQL server instead of files in the home."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from orchestration.hold import held, hold, require_free
from orchestration.instance import open_instance
from orchestration.settings import Settings
from warehouse.lock import RunLockedError

ROOT = Path(__file__).parents[2]
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
NOBODY = 65534

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not PROGRAMS, reason="no PostgreSQL server is installed")]


@pytest.fixture
def url() -> Iterator[str]:
    """A server that listens on a socket in a folder of its own; it runs as nobody where the tests run as root."""
    user = NOBODY if os.geteuid() == 0 else None

    with TemporaryDirectory() as folder:
        if user is not None:
            shutil.chown(folder, user, user)

        def run(program: str, *arguments: str) -> None:
            command = [str(PROGRAMS[-1] / program), "--pgdata", "data", *arguments]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, user=user, group=user, timeout=60)

        run("initdb", "--username", "dagster", "--auth", "trust")
        run("pg_ctl", "--log", "log", "-w", "-o", f"-k {folder} -h ''", "start")
        try:
            yield f"postgresql+psycopg2://dagster@/postgres?host={folder}"
        finally:
            run("pg_ctl", "--mode", "immediate", "stop")


def test_runs_are_recorded_in_postgres(url: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_POSTGRES_URL", url)
    given = settings.model_copy(update={"postgres_url": url, "measure": False})
    command = [sys.executable, "-c", "from orchestration.cli import main; main()", "run", "--json"]
    for _ in range(2):
        subprocess.run(command, check=True, cwd=ROOT, env=given.environment(), stdout=subprocess.DEVNULL)
    with open_instance(given) as instance:
        assert instance.get_runs_count() == 2
        assert "Postgres" in type(instance.event_log_storage).__name__
    assert not (given.dagster_home / "history").exists()
    assert url not in (given.dagster_home / "dagster.yaml").read_text(encoding="utf-8")


HOLDER = """
import time
from orchestration.hold import hold
from orchestration.settings import Settings
with hold(Settings(), "night-run"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_hosts_that_share_the_records_run_one_after_the_other(url: str, settings: Settings, tmp_path: Path) -> None:
    here = settings.model_copy(update={"postgres_url": url, "measure": False})
    there = here.model_copy(update={"home": tmp_path / "there"})
    with subprocess.Popen([sys.executable, "-c", HOLDER], cwd=ROOT, env=there.environment(), stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == b"held\n"
            with pytest.raises(RunLockedError, match=r"PostgreSQL is held by run night-run \(pid \d+ on .+\) since 20"):
                require_free(here)
            with pytest.raises(RunLockedError, match="night-run"), hold(here, "mine"):
                pass
        finally:
            process.kill()
    for _ in range(100):  # the server sees the end of a connection a moment later
        if held(here) is None:
            break
        time.sleep(0.1)
    with hold(here, "mine"):
        found = held(there)
    assert found is not None
    assert found[1].run_id == "mine"
    assert held(here) is None
