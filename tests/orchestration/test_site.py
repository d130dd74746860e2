"""The asset `site` in the real job, and the command that does the same."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import dagster as dg
from typer.testing import CliRunner

from orchestration.cli import app
from orchestration.definitions import build
from orchestration.instance import open_instance
from orchestration.refresh import QUIET
from orchestration.settings import Settings
from orchestration.triggers import EVERYTHING


def worked(settings: Settings) -> int:
    """How many pages the asset wrote in a run of the nightly job."""
    with open_instance(settings) as instance:
        result = build(settings).resolve_job_def(EVERYTHING).execute_in_process(instance=instance, raise_on_error=False, run_config=QUIET)
    assert result.success
    (told,) = result.asset_materializations_for_node("site")
    assert isinstance(told, dg.AssetMaterialization)
    return int(str(told.metadata["units in this run"].value))


def test_the_nightly_job_writes_the_pages_that_have_changed(done: Settings, land: Callable[[str, str], None]) -> None:
    quiet = done.model_copy(update={"exports": ""})
    every = worked(quiet)
    root = done.root / "site"
    assert every == len(json.loads((root / "pages.json").read_text(encoding="utf-8"))) + 1
    assert worked(quiet) == 0
    land(
        "new.txt", "Envoys of Chad and Peru meet\n\nLima, 20 March 2026. Diplomats of Chad and Peru held political consultations in Lima.\n"
    )
    assert 0 < worked(quiet) < every / 2
    assert "Chad" in (root / "index.html").read_text(encoding="utf-8")


def test_the_command_writes_a_report_into_a_folder(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    result = CliRunner().invoke(app, ["report", "--home", str(built), "--out", str(out), "--since", "2026-03-15", "--json"])
    assert result.exit_code == 0, result.output
    told = json.loads(result.output)
    assert Path(told["front"]).is_file()
    everything = CliRunner().invoke(app, ["report", "--home", str(built), "--out", str(tmp_path / "all"), "--json"])
    assert 0 < told["rows"]["events"] < json.loads(everything.output)["rows"]["events"]


def test_the_command_opens_the_front_page_in_the_browser(built: Path, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/asked\n')
    browser.chmod(0o755)
    command = [
        sys.executable,
        "-c",
        "from orchestration.cli import main; main()",
        "report",
        "--home",
        str(built),
        "--out",
        str(tmp_path / "site"),
    ]
    subprocess.run([*command, "--open"], check=True, capture_output=True, env=os.environ | {"BROWSER": str(browser)})
    assert (tmp_path / "asked").read_text().strip() == (tmp_path / "site" / "index.html").as_uri()


def test_the_command_leaves_a_folder_of_something_else_alone(built: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    result = CliRunner().invoke(app, ["report", "--home", str(built), "--out", str(tmp_path)])
    assert result.exit_code != 0
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
