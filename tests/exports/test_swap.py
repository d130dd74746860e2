"""A folder is whole under its name, or is put back there by the next writer, wherever the last one was killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assets.exports import formats, swap
from assets.running.forms import Form
from warehouse.durable import TEMPORARY

from .conftest import Home

ROOT = Path(__file__).parents[2]
# Kills itself before the rename of which the number is given, counted from 0: of the earlier folder, of the new one.
WRITER = """
import os, signal, sys
from pathlib import Path
from assets.exports import formats
from assets.running.forms import Form
from warehouse.durable import TEMPORARY

last, rename, done = int(sys.argv[3]), Path.rename, []

def until_killed(self, target):
    if len(done) == last:
        os.kill(os.getpid(), signal.SIGKILL)
    done.append(target)
    return rename(self, target)

Path.rename = until_killed
formats.export(Form.geojson, Path(sys.argv[1]), Path(sys.argv[2]))
"""


def kill(home: Home, folder: Path, rename: int) -> None:
    done = subprocess.run([sys.executable, "-c", WRITER, str(home.database), str(folder), str(rename)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize("name", ["out", "a[b]*"])
def test_an_export_killed_between_its_renames_is_put_right_by_the_next(home: Home, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    formats.export(Form.ical, home.database, folder, state="first")
    kill(home, folder, rename=1)
    assert not folder.exists(), "the case that this is about"

    swap.recover(folder)
    assert formats.noted(folder)["state"] == "first"
    assert (folder / "all.ics").is_file()

    formats.export(Form.geojson, home.database, folder, state="second")
    assert formats.noted(folder)["state"] == "second"
    assert not list(tmp_path.glob("*.old"))


def test_an_export_that_fails_after_such_a_kill_gives_the_earlier_one_back(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    formats.export(Form.ical, home.database, folder)
    kill(home, folder, rename=1)
    with pytest.raises(OSError, match="full"), swap.replacing(folder):
        raise OSError("the disk is full")
    assert (folder / "all.ics").is_file()


def test_what_killed_writers_leave_is_taken_away_when_no_writer_can_be_at_it_any_more(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    formats.export(Form.ical, home.database, folder)
    kill(home, folder, rename=0)
    (left,) = tmp_path.glob(f".out.*{TEMPORARY}")
    formats.export(Form.ical, home.database, folder)
    assert left.exists()
    os.utime(left, times=(0, time.time() - swap.FORGOTTEN - 60))
    formats.export(Form.ical, home.database, folder)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
