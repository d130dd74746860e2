"""What an operator copies to a server, judged by the tools that will read it; the back-up tried for real."""

import fcntl
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from compose_spec import PyCompose

from orchestration.settings import PREFIX, Settings
from warehouse import open_warehouse

from .blocks import ROOT
from .workplace import Workplace, clone

DEPLOY = ROOT / "deploy"
UNITS = sorted(path for path in (DEPLOY / "systemd").iterdir() if path.suffix in (".service", ".timer"))
SERVICES = [path for path in UNITS if path.suffix == ".service"]
MOST_EXPOSED = 30  # tenths, of 100: what systemd calls OK begins under 50
needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here; .ci/run installs it")
pytestmark = pytest.mark.xdist_group("docs")


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with systemd's own units, ours, and the programs that ours start."""
    root = tmp_path_factory.mktemp("root")
    shutil.copytree("/usr/lib/systemd/system", root / "usr/lib/systemd/system", symlinks=True)
    (root / "etc/systemd/system").mkdir(parents=True)
    for unit in UNITS:
        shutil.copy(unit, root / "etc/systemd/system")
    for program in ("opt/dragoman/.venv/bin/dragoman", "opt/dragoman/deploy/back-up"):
        (root / program).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DEPLOY / "back-up", root / program)
    return root


@needs_systemd
@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_unit_is_accepted(unit: Path, system: Path) -> None:
    done = run("systemd-analyze", "verify", "--man=no", f"--root={system}", unit.name)
    ours = [line for line in done.stderr.splitlines() if "dragoman" in line]
    assert (done.returncode, ours) == (0, []), done.stderr


@needs_systemd
def test_a_wrong_unit_is_not(system: Path) -> None:
    wrong = system / "etc/systemd/system/wrong.service"
    wrong.write_text("[Service]\nExecStart=/opt/dragoman/nothing\n")
    assert run("systemd-analyze", "verify", "--man=no", f"--root={system}", wrong.name).returncode != 0


@needs_systemd
@pytest.mark.parametrize("unit", SERVICES, ids=lambda path: path.name)
def test_service_is_locked_down(unit: Path) -> None:
    done = run("systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED}", str(unit))
    assert done.returncode == 0, done.stdout[-500:]


def test_programs_of_the_units_are_there() -> None:
    started = {line for unit in SERVICES for line in re.findall(r"^ExecStart=(\S+)", unit.read_text(), re.MULTILINE)}
    assert started == {"/opt/dragoman/.venv/bin/dragoman", "/opt/dragoman/deploy/back-up"}
    assert (DEPLOY / "back-up").stat().st_mode & 0o111


def test_container_file_is_accepted() -> None:
    done = run(str(Path(sys.executable).with_name("hadolint")), str(DEPLOY / "Containerfile"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_container_file_copies_what_is_there() -> None:
    copied = [line.split()[1:-1] for line in (DEPLOY / "Containerfile").read_text().splitlines() if line.startswith("COPY ")]
    names = {name for names in copied for name in names}
    assert {name for name in names if not (ROOT / name).exists()} == set()
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py") if path.parent.name != "benchmarks"}
    assert packages <= names


def test_compose_file_is_accepted() -> None:
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    service = PyCompose.from_yaml(text).to_dict()["services"]["dragoman"]
    assert (DEPLOY / service["build"]["context"] / service["build"]["dockerfile"]).is_file()
    named = {name.removeprefix(PREFIX).lower() for name in service["environment"]}
    assert named <= Settings.model_fields.keys()
    with pytest.raises(ValueError, match="imagee"):
        PyCompose.from_yaml(text.replace("image:", "imagee:"))


def test_settings_of_the_guide_exist() -> None:
    guide = (ROOT / "docs/guides/run-with-systemd.md").read_text(encoding="utf-8")
    named = {name.lower() for name in re.findall(rf"{PREFIX}([A-Z_]+)", guide)}
    assert named
    assert named <= Settings.model_fields.keys()


def test_restored_home_is_the_same(read: Workplace, tmp_path: Path) -> None:
    place = clone(tmp_path / "dragoman", read.root / "data")
    packed = place.shell("deploy/back-up data backups").strip()
    place.shell(f"mkdir restored && tar --extract --file {packed} --directory restored")
    before, after = place.root / "data/dragoman.duckdb", place.root / "restored/dragoman.duckdb"
    after.unlink()
    place.shell("dragoman run --home restored")
    with open_warehouse(before) as one, open_warehouse(after) as two:
        assert one.tables() == two.tables()
        for name in set(one.tables()) - {"checks", "latest_checks"}:  # those of the run that made the file
            assert rows(one.table(name)) == rows(two.table(name)), name


def test_no_back_up_while_a_run_is_under_way(read: Workplace, tmp_path: Path) -> None:
    with (read.root / "data/run.lock").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = run(str(DEPLOY / "back-up"), str(read.root / "data"), str(tmp_path / "backups"))
    assert done.returncode == 3
    assert list((tmp_path / "backups").iterdir()) == []


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def rows(table: pl.DataFrame) -> list[str]:
    return sorted(map(repr, table.iter_rows()))
