"""Readers can read, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from warehouse import Warehouse, WarehouseError, open_warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conftest import Published

ROOT = Path(__file__).parents[2]


@pytest.fixture
def warehouse(published: Published) -> Iterator[Warehouse]:
    with open_warehouse(published.path) as opened:
        yield opened


def test_tables_and_queries(warehouse: Warehouse) -> None:
    assert warehouse.table("countries").sort("country")["name"].to_list() == ["Austria", "Sweden", "Slovakia"]
    found = warehouse.query("SELECT name FROM countries WHERE country = $code", {"code": "SE"})
    assert found["name"].to_list() == ["Sweden"]


def test_sums_of_counts_are_integers(warehouse: Warehouse) -> None:
    found = warehouse.query("SELECT sum(words::BIGINT) AS words, count(*) AS documents FROM documents")
    assert found.schema == pl.Schema({"words": pl.Int64(), "documents": pl.Int64()})


def test_an_unknown_table_is_named_with_those_there_are(warehouse: Warehouse) -> None:
    with pytest.raises(WarehouseError, match="person_names"):
        warehouse.table("people")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_blob('/etc/passwd')",
        "SELECT * FROM read_parquet('/tmp/*.parquet')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_text('https://example.org/')",
        "SELECT * FROM duckdb_secrets()",
    ],
)
def test_no_other_file_can_be_read(warehouse: Warehouse, sql: str) -> None:
    with pytest.raises(WarehouseError, match=r"disabled|does not exist|cannot access|Cannot access"):
        warehouse.query(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "COPY countries TO '{folder}/x.csv'",
        "COPY (SELECT 1) TO '{folder}/x.parquet'",
        "EXPORT DATABASE '{folder}/export'",
        "ATTACH '{folder}/x.duckdb'",
        "ATTACH ':memory:' AS other",
        "DETACH warehouse",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET memory_limit = '64GB'",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "PRAGMA enable_profiling",
        "CREATE TABLE memory.x AS SELECT 1",
        "CREATE TABLE x (a INTEGER)",
        "INSERT INTO countries VALUES ('XX', 'Nowhere')",
        "DELETE FROM countries",
        "DROP TABLE countries",
        "UPDATE countries SET name = 'x'",
        "CHECKPOINT",
        "CALL enable_logging()",
        "USE memory",
        "SELECT 1; DROP TABLE countries",
        "",
    ],
)
def test_nothing_but_one_select_is_run(warehouse: Warehouse, tmp_path: Path, sql: str) -> None:
    with pytest.raises(WarehouseError):
        warehouse.query(sql.format(folder=tmp_path))
    assert not list(tmp_path.iterdir())
    assert warehouse.table("countries").height == 3


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1) TO '{folder}/x.csv'",
        "ATTACH '{folder}/x.duckdb' AS other",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '64GB'",
        "RESET lock_configuration",
        "DROP TABLE warehouse.countries",
    ],
)
def test_the_connection_itself_is_locked_too(warehouse: Warehouse, tmp_path: Path, sql: str) -> None:
    # Behind the door of `query` DuckDB's own bars must hold by themselves.
    with pytest.raises(Exception, match=r"disabled|locked|read-only"):
        warehouse._connection.execute(sql.format(folder=tmp_path))
    assert not list(tmp_path.iterdir())


def test_memory_is_bounded(published: Published) -> None:
    with open_warehouse(published.path, memory="20MB") as small, pytest.raises(WarehouseError, match=r"[Mm]emory"):
        small.query("SELECT count(DISTINCT hash(a.range, b.range)) FROM range(4000) AS a, range(4000) AS b")


def test_readers_with_different_bounds_live_together(published: Published) -> None:
    with open_warehouse(published.path, memory="100MB", threads=1) as one, open_warehouse(published.path, memory="200MB") as two:
        assert one.table("events").height == two.table("events").height == 2


def test_a_path_with_a_quote_can_be_opened(published: Published, tmp_path: Path) -> None:
    odd = tmp_path / "it's; a 'name'.duckdb"
    odd.write_bytes(published.path.read_bytes())
    with open_warehouse(odd) as warehouse:
        assert warehouse.table("events").height == 2


def test_what_is_no_warehouse_is_named(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match=r"no warehouse at .*none\.duckdb"):
        open_warehouse(tmp_path / "none.duckdb")
    (tmp_path / "text.duckdb").write_text("text")
    with pytest.raises(WarehouseError, match=r"text\.duckdb cannot be opened"):
        open_warehouse(tmp_path / "text.duckdb")


def test_reading_leaves_no_complaint_at_the_end(published: Published) -> None:
    # Polars remembers the class of what a frame was made from; were it DuckDB's, Python's end would be noisy.
    code = "import sys; from warehouse import open_warehouse\nwith open_warehouse(sys.argv[1]) as w: w.table('events')"
    done = subprocess.run([sys.executable, "-c", code, str(published.path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
