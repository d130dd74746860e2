"""What runs over growing landings publish is what one run over all of it publishes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assets.evaluation.run import run_stages
from assets.running.workshop import Workshop
from warehouse import Store, open_warehouse, overlay
from warehouse.contracts import PUBLIC

EXAMPLES = Path(__file__).parents[3] / "examples" / "landing"
OF_THE_RUN = ("checks", "files", "rejects")


def run(home: Path, files: list[Path]) -> None:
    """Let the files land and run all stages once."""
    landing = home / "landing"
    landing.mkdir(parents=True, exist_ok=True)
    for file in files:
        shutil.copyfile(file, landing / file.name)
    run_stages(Workshop(home=home, landing={"landing": landing}, run_id="run"))


def published(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables that do not tell of runs, sorted."""
    with open_warehouse(home / "dragoman.duckdb") as warehouse:
        return {name: sorted(warehouse.table(name).rows(), key=repr) for name in PUBLIC if name not in OF_THE_RUN}


@pytest.mark.slow
def test_growing_landings_end_in_the_tables_of_one_run(tmp_path: Path) -> None:
    files = sorted(path for path in EXAMPLES.rglob("*") if path.is_file())
    grown, whole = tmp_path / "grown", tmp_path / "whole"
    for part in (files[2:], files[1:2], files[:1]):
        run(grown, part)
    layers = overlay.layers(Store(grown).commits("resolved", Workshop(home=grown, landing={}, run_id="look").versions.resolved))
    assert layers.overlay is not None
    run(whole, files)
    expected = published(whole)
    for name, rows in published(grown).items():
        assert rows == expected[name], name
