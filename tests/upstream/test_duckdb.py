"""What the stores rely on in DuckDB 2; a new version that changes one of these shows it here first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import polars as pl
import pytest

if TYPE_CHECKING:
    from pathlib import Path


def build(path: Path, number: int) -> None:
    connection = duckdb.connect(str(path))
    connection.execute("CREATE TABLE t AS SELECT ? AS n", [number])
    connection.execute("CHECKPOINT")
    connection.close()


def test_substr_and_length_count_code_points() -> None:
    text = "e\u0301a\u200cب🇦🇿z"
    with duckdb.connect() as connection:
        rows = connection.execute("SELECT substr(?, 3, 2), length(?)", [text, text]).fetchall()
    assert rows == [(text[2:4], len(text))]


def test_a_result_that_is_not_read_to_its_end_blocks_its_connection() -> None:
    # Why the stores use relations, which keep no result, and fetchall, never fetchone.
    with duckdb.connect() as connection:
        connection.execute("SELECT * FROM range(3)").fetchone()
        with pytest.raises(duckdb.Error, match="unfinished result"):
            connection.sql("SELECT 1").fetchall()


def test_polars_takes_a_relation_by_the_arrow_interface() -> None:
    relation = duckdb.sql("SELECT 1::INTEGER AS a, NULL::DATE AS b, ['x'] AS c, now() AS d, true AS e")
    assert pl.DataFrame(relation).schema["c"] == pl.List(pl.String)
    assert pl.DataFrame(duckdb.sql("SELECT 1 AS a WHERE false")).schema == pl.Schema({"a": pl.Int32()})


def test_a_sum_of_integers_is_wider_than_64_bits() -> None:
    assert pl.DataFrame(duckdb.sql("SELECT sum(1::BIGINT) AS s")).schema == pl.Schema({"s": pl.Decimal(38, 0)})


def test_the_length_of_a_relation_is_its_count() -> None:
    with duckdb.connect() as connection:
        assert len(connection.sql("SELECT * FROM range(7)")) == 7


def test_estimated_size_is_exact_in_a_checkpointed_file(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "a.duckdb")) as connection:
        connection.execute("CREATE TABLE t AS SELECT * FROM range(123456)")
        connection.execute("CHECKPOINT")
    with duckdb.connect(str(tmp_path / "a.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT estimated_size FROM duckdb_tables()").fetchone() == (123456,)


def test_inserting_by_name_is_not_by_position() -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE t (a INTEGER, b INTEGER); INSERT INTO t BY NAME SELECT 1 AS b, 2 AS a")
        assert connection.execute("SELECT a, b FROM t").fetchall() == [(2, 1)]
        with pytest.raises(duckdb.BinderException):
            connection.execute("INSERT INTO t BY NAME SELECT 1 AS c")


def test_a_view_goes_into_the_schema_that_is_set(tmp_path: Path) -> None:
    pl.DataFrame({"a": [1]}).write_parquet(tmp_path / "a.parquet")
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA segments; SET schema = 'segments'")
        connection.read_parquet([str(tmp_path / "a.parquet")]).create_view("v")
        connection.execute("SET schema = 'main'")
        assert connection.execute("FROM segments.v").fetchall() == [(1,)]


def test_a_file_opened_directly_is_the_cached_one_after_a_swap(tmp_path: Path) -> None:
    # Why readers attach instead: in one process the path, not the file, tells databases apart.
    build(tmp_path / "a.duckdb", 1)
    build(tmp_path / "b.duckdb", 2)
    path = str(tmp_path / "a.duckdb")
    with duckdb.connect(path, read_only=True):
        (tmp_path / "b.duckdb").replace(path)
        with duckdb.connect(path, read_only=True) as second:
            assert second.execute("FROM t").fetchone() == (1,)
        with duckdb.connect() as third:
            third.execute("ATTACH '" + path + "' AS w (READ_ONLY)")
            assert third.execute("FROM w.t").fetchone() == (2,)


def test_read_only_alone_does_not_keep_a_query_in(tmp_path: Path) -> None:
    build(tmp_path / "a.duckdb", 1)
    with duckdb.connect(str(tmp_path / "a.duckdb"), read_only=True) as connection:
        connection.execute("COPY t TO '" + str(tmp_path / "out.csv") + "'")
    assert (tmp_path / "out.csv").exists()


def test_a_null_where_none_may_be_is_a_constraint_exception() -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE t (a INTEGER NOT NULL)")
        with pytest.raises(duckdb.ConstraintException):
            connection.execute("INSERT INTO t SELECT NULL")


@pytest.mark.parametrize("key", ["", ", PRIMARY KEY (a, b)"])
def test_a_primary_key_must_fit_into_memory_where_the_table_need_not(tmp_path: Path, key: str) -> None:
    limits: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": "64MB",
        "threads": "2",
        "temp_directory": str(tmp_path / "spill"),
    }
    with duckdb.connect(str(tmp_path / "w.duckdb"), config={**limits, "preserve_insertion_order": "false"}) as connection:
        connection.execute("CREATE TABLE t (a VARCHAR NOT NULL, b INTEGER NOT NULL" + key + ")")
        rows = "INSERT INTO t SELECT sha256((i // 60)::VARCHAR)[:16], i % 60 FROM range(2000000) AS r(i)"
        if key:
            with pytest.raises(duckdb.OutOfMemoryException):
                connection.execute(rows)
        else:
            connection.execute(rows)
            assert connection.execute("SELECT count(*) FROM (SELECT a, b FROM t GROUP BY ALL HAVING count(*) > 1)").fetchone() == (0,)


def test_statements_know_their_kind_and_parameters() -> None:
    found = duckdb.extract_statements("SELECT $a; DROP TABLE t")
    assert [each.type for each in found] == [duckdb.StatementType.SELECT, duckdb.StatementType.DROP]
    assert found[0].named_parameters == {"a"}
