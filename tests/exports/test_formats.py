"""What all formats share: a folder that appears whole, and never over somebody's own files."""

import json
from datetime import date
from pathlib import Path

import pytest

from assets.exports import formats
from assets.running.forms import WHAT, Form
from warehouse import WarehouseError

from .conftest import Home


@pytest.mark.parametrize("form", Form)
def test_every_format_leaves_a_folder_with_a_note(home: Home, tmp_path: Path, form: Form) -> None:
    rows = formats.export(form, home.database, tmp_path / "out", state="s")
    note = json.loads((tmp_path / "out" / formats.NOTE).read_text(encoding="utf-8"))
    assert note == {"format": form, "what": WHAT[form], "since": None, "state": "s", "rows": rows}
    assert sum(rows.values()) > 0
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_data_dictionary_goes_with_tables(home: Home, tmp_path: Path) -> None:
    formats.export(Form.csv, home.database, tmp_path / "out")
    assert "### events" in (tmp_path / "out" / formats.DICTIONARY).read_text(encoding="utf-8")


def test_an_export_takes_the_place_of_an_earlier_one(home: Home, tmp_path: Path) -> None:
    formats.export(Form.ical, home.database, tmp_path / "out")
    formats.export(Form.geojson, home.database, tmp_path / "out", date(2031, 5, 13))
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"export.json", "places.geojson", "events.geojson"}
    assert formats.noted(tmp_path / "out")["since"] == "2031-05-13"


def test_somebodys_files_are_left_alone(home: Home, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(formats.ExportError, match="holds something else"):
        formats.export(Form.csv, home.database, tmp_path)
    with pytest.raises(formats.ExportError, match="no folder"):
        formats.export(Form.csv, home.database, tmp_path / "thesis.txt")
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_a_failed_export_leaves_the_earlier_one(home: Home, tmp_path: Path) -> None:
    formats.export(Form.ical, home.database, tmp_path / "out")
    with pytest.raises(WarehouseError):
        formats.export(Form.ical, tmp_path / "gone.duckdb", tmp_path / "out")
    assert (tmp_path / "out/all.ics").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
