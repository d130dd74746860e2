"""Parquet and CSV, read back by the programs they are for."""

import csv
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from warehouse import WarehouseError
from warehouse.contracts import PUBLIC
from warehouse.copies import write_csv, write_parquet

from .conftest import HARMFUL, Home

LIMITS = ("256MB", 1)


@pytest.mark.parametrize("name", PUBLIC)
def test_parquet_holds_every_row_of_every_table(home: Home, tmp_path: Path, name: str) -> None:
    rows = write_parquet(home.database, tmp_path, None, *LIMITS)
    columns = [column.name for column in PUBLIC[name].columns]
    with home.open() as warehouse:
        whole = warehouse.table(name)
    found = pl.read_parquet(tmp_path / name / "**/*.parquet", hive_partitioning=False).select(columns)
    assert rows[name] == whole.height
    assert found.sort(pl.all()).equals(whole.sort(pl.all()))


def test_events_and_what_hangs_on_them_go_by_month(home: Home, tmp_path: Path) -> None:
    write_parquet(home.database, tmp_path, None, *LIMITS)
    assert {path.name for path in (tmp_path / "events").iterdir()} == {"month=2031-05", "month=2031-06"}
    assert {path.name for path in (tmp_path / "event_participants").iterdir()} == {"month=2031-05", "month=2031-06"}
    assert {path.name for path in (tmp_path / "mentions").iterdir()} == {"month=2031-05"}
    assert [path.name for path in (tmp_path / "persons").iterdir()] == ["data_0.parquet"]


def test_a_bound_keeps_registers_whole(home: Home, tmp_path: Path) -> None:
    rows = write_csv(home.database, tmp_path, date(2031, 5, 14), *LIMITS)
    assert rows["events"] == 2
    assert rows["event_log"] == 3
    assert rows["persons"] == 3
    assert 0 < rows["reports"] < 4


def test_no_cell_begins_like_a_formula(home: Home, tmp_path: Path) -> None:
    write_csv(home.database, tmp_path, None, *LIMITS)
    cells = [cell for path in tmp_path.glob("*.csv") for row in csv.reader(path.open(encoding="utf-8", newline="")) for cell in row]
    assert f"'{HARMFUL}" in cells
    assert not [cell for cell in cells if cell[:1] in "=+@＝＋－＠\t\r" and cell]
    assert not [cell for cell in cells if cell.startswith("-") and not cell[1:2].isdigit()]


def test_csv_is_what_the_table_is(home: Home, tmp_path: Path) -> None:
    write_csv(home.database, tmp_path, None, *LIMITS)
    with home.open() as warehouse:
        names = warehouse.table("person_names").sort(pl.all())
    found = pl.read_csv(tmp_path / "person_names.csv", schema=names.schema)
    assert found.sort(pl.all()).equals(names)


def test_nothing_published_is_told(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="nothing has been published"):
        write_csv(tmp_path / "none.duckdb", tmp_path, None, *LIMITS)


def test_a_file_that_is_no_warehouse_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_bytes(b"x" * 5000)
    with pytest.raises(WarehouseError, match=r"x\.duckdb cannot be copied"):
        write_parquet(tmp_path / "x.duckdb", tmp_path, None, *LIMITS)
