"""One run at a time, and a killed one holds nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from warehouse import RunLockedError, lock_holder, run_lock

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from warehouse import run_lock
with run_lock(Path(sys.argv[1]), "night-run"):
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def another_run(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A real process that holds the lock."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        try:
            yield process
        finally:
            process.kill()


def test_the_second_is_told_who_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "run.lock"
    with another_run(path) as process:
        with pytest.raises(RunLockedError, match=rf"night-run \(pid {process.pid}\) since 20") as caught, run_lock(path, "mine"):
            pass
        assert caught.value.holder.pid == process.pid
        assert lock_holder(path) == caught.value.holder


def test_kill_frees_it(tmp_path: Path) -> None:
    path = tmp_path / "run.lock"
    with another_run(path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert lock_holder(path) is None
        with run_lock(path, "mine"):
            holder = lock_holder(path)
        assert holder is not None
        assert (holder.pid, holder.run_id) == (os.getpid(), "mine")


def test_it_is_free_after_the_block_and_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "run.lock"
    assert lock_holder(path) is None
    with pytest.raises(KeyError), run_lock(path, "first"):
        raise KeyError
    with run_lock(path, "second"):
        pass
    assert lock_holder(path) is None


def test_it_does_not_enter_twice_in_one_process(tmp_path: Path) -> None:
    path = tmp_path / "run.lock"
    with run_lock(path, "outer"), pytest.raises(RunLockedError, match="outer"), run_lock(path, "inner"):
        pass
