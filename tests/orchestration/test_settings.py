"""Settings: read from the environment in one place, bounded, described once."""

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from orchestration import settings as module
from orchestration.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(module.PREFIX)]:
        monkeypatch.delenv(name)


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DRAGOMAN_HOME", str(tmp_path))
    monkeypatch.setenv("DRAGOMAN_LANDING", os.pathsep.join(["/a", "/b"]))
    given = Settings()
    assert given.root == tmp_path
    assert list(given.landing_places.values()) == [Path("/a"), Path("/b")]


def test_options_win_over_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DRAGOMAN_HOME", "/elsewhere")
    monkeypatch.setenv("DRAGOMAN_PORT", "4000")
    given = module.of({"home": tmp_path, "port": None, "landing": ()})
    assert (given.root, given.port) == (tmp_path, 4000)


def test_the_home_has_a_landing_place_of_its_own(tmp_path: Path) -> None:
    assert Settings(home=tmp_path).landing_places == {"landing": tmp_path / "landing"}
    assert Settings(home=tmp_path, landing=(Path("/x/landing"),)).landing_places == {"/x/landing": Path("/x/landing")}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("workers", -1),
        ("workers", "somewhere"),
        ("time_zone", "Mars/Olympus"),
        ("memory", "lots"),
        ("port", 70_000),
        ("keep_versions", 0),
        ("unknown", 1),
    ],
)
def test_a_wrong_value_is_refused_by_name(field: str, value: object) -> None:
    with pytest.raises(ValidationError, match=field):
        Settings.model_validate({field: value})


def test_workers_are_a_number_or_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    cores = len(os.sched_getaffinity(0))
    monkeypatch.setenv("DRAGOMAN_WORKERS", "3")
    assert (Settings().pool, Settings().threads) == (3, 3)
    monkeypatch.setenv("DRAGOMAN_WORKERS", "0")
    assert (Settings().pool, Settings().threads) == (cores, cores)
    monkeypatch.setenv("DRAGOMAN_WORKERS", "tcp://scheduler:8786")
    assert (Settings().pool, Settings().threads) == ("tcp://scheduler:8786", cores)


def test_a_started_process_sees_the_same_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = Settings(home=tmp_path, landing=(Path("/a"), Path("/b")), workers=3, schedule="5 4 * * *")
    for name, value in given.environment().items():
        monkeypatch.setenv(name, value)
    again = Settings()
    assert again.model_dump() == given.model_dump()
    assert given.environment()["DAGSTER_HOME"] == str(tmp_path / "dagster")


def test_the_page_of_the_docs_is_present() -> None:
    assert (ROOT / "docs/settings.md").read_text(encoding="utf-8") == module.PAGE + module.markdown()


def test_the_environment_is_read_nowhere_else() -> None:
    readers = [
        path.relative_to(ROOT).as_posix()
        for room in ("orchestration", "assets", "warehouse", "sql")
        for path in (ROOT / room).rglob("*.py")
        if "os.environ" in (text := path.read_text(encoding="utf-8")) or "os.getenv" in text
    ]
    assert readers == ["orchestration/settings.py"]
