"""The asset `exports` in the real job, and the command that does the same for one format."""

import json
from collections.abc import Callable
from pathlib import Path

import dagster as dg
import polars as pl
import pytest
from typer.testing import CliRunner

from assets.running.forms import Form
from orchestration.cli import app
from orchestration.definitions import build
from orchestration.instance import open_instance
from orchestration.refresh import QUIET, refresh
from orchestration.settings import Settings
from orchestration.triggers import EVERYTHING

FEW = "csv, jsonld"


def export(settings: Settings) -> dg.ExecuteInProcessResult:
    with open_instance(settings) as instance:
        job = build(settings).resolve_job_def(EVERYTHING)
        return job.execute_in_process(instance=instance, raise_on_error=False, run_config=QUIET)


def worked(result: dg.ExecuteInProcessResult) -> object:
    (told,) = result.asset_materializations_for_node("exports")
    return told.metadata["units in this run"].value


def test_the_nightly_job_writes_every_format_that_is_asked_for(done: Settings, land: Callable[[str, str], None]) -> None:
    asked = done.model_copy(update={"exports": FEW})
    assert worked(export(asked)) == 2
    folder = done.root / "exports"
    assert {path.name for path in folder.iterdir()} == {"csv", "jsonld"}
    events = pl.read_csv(folder / "csv/events.csv").height
    assert len(json.loads((folder / "jsonld/events.jsonld").read_text(encoding="utf-8"))["@graph"]) == events > 0
    assert worked(export(asked)) == 0
    land(
        "new.txt", "Envoys of Chad and Peru meet\n\nLima, 20 March 2026. Diplomats of Chad and Peru held political consultations in Lima.\n"
    )
    result = export(asked)
    assert result.success
    assert worked(result) == 2
    assert pl.read_csv(folder / "csv/events.csv").height == events + 1


def test_a_run_of_the_command_line_writes_none(done: Settings) -> None:
    assert refresh(done).success
    assert not (done.root / "exports").exists()


def test_what_is_in_the_way_fails_the_asset_and_nothing_before_it(done: Settings) -> None:
    (done.root / "exports/csv").mkdir(parents=True)
    (done.root / "exports/csv/thesis.txt").write_text("years of work", encoding="utf-8")
    result = export(done.model_copy(update={"exports": FEW}))
    assert not result.success
    assert [event.node_name for event in result.all_events if event.is_step_failure] == ["exports"]
    assert (done.root / "exports/csv/thesis.txt").exists()


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="'excel' is no format; there are parquet, csv"):
        Settings(home=tmp_path, exports="csv,excel")


@pytest.mark.parametrize("form", Form)
def test_the_command_writes_a_format(built: Path, tmp_path: Path, form: Form) -> None:
    arguments = ["export", form, "--home", str(built), "--out", str(tmp_path / "out"), "--since", "2026-03-13", "--json"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert (told["format"], told["folder"]) == (form, str(tmp_path / "out"))
    assert sum(told["rows"].values()) > (-1 if form is Form.ical else 0)  # nothing is announced in this home
    assert json.loads((tmp_path / "out/export.json").read_text(encoding="utf-8"))["since"] == "2026-03-13"


def test_the_command_says_what_is_in_its_way(built: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    result = CliRunner().invoke(app, ["export", "csv", "--home", str(built), "--out", str(tmp_path)])
    assert result.exit_code == 1
    assert "holds something else" in result.stderr
    result = CliRunner().invoke(app, ["export", "csv", "--home", str(tmp_path / "none"), "--out", str(tmp_path / "new")])
    assert result.exit_code == 1
    assert "nothing has been published" in result.stderr
