"""A table's model is the one source of its schema, DDL, comments and documentation."""

from __future__ import annotations

import inspect
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import duckdb
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sql import names, statement
from warehouse import ddl, dictionary, keys
from warehouse.contracts import INTERNAL, PUBLIC, ContractError, Table, contract, relation, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY_TABLE = [*PUBLIC.values(), *(table for tables in INTERNAL.values() for table in tables.values())]
BY_NAME = pytest.mark.parametrize("table", PUBLIC.values(), ids=lambda table: table.name)


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect()
    for table in PUBLIC.values():
        connection.execute(statement(f"tables/{table.name}"))
    yield connection
    connection.close()


@pytest.mark.parametrize("table", EVERY_TABLE, ids=lambda table: table.name)
def test_tables_and_columns_are_described_in_their_own_words(table: Table) -> None:
    assert "__doc__" in vars(table.model)
    assert inspect.getdoc(table.model) == vars(table.model)["__doc__"]
    assert all(column.description for column in table.columns)
    assert set(table.key) <= set(table.schema)


@BY_NAME
def test_ddl_gives_the_columns_types_and_nulls_of_the_model(database: duckdb.DuckDBPyConnection, table: Table) -> None:
    rows = database.execute(
        "SELECT column_name, data_type, is_nullable FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table.name]
    ).fetchall()
    assert rows == [(column.name, column.sql_type, column.nullable) for column in table.columns]


@BY_NAME
def test_comments_are_the_descriptions(database: duckdb.DuckDBPyConnection, table: Table) -> None:
    columns = database.execute("SELECT comment FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table.name]).fetchall()
    whole = database.execute("SELECT comment FROM duckdb_tables() WHERE table_name = ?", [table.name]).fetchall()
    assert columns == [(column.description,) for column in table.columns]
    assert whole == [(table.description,)]


@BY_NAME
def test_the_check_of_keys_finds_a_row_that_stands_twice(database: duckdb.DuckDBPyConnection, table: Table) -> None:
    values = [_VALUES[column.sql_type] for column in table.columns]
    for changed, key in (("documents", "document_id"), ("events", "event_id"), ("files", "file_id")):
        database.execute(f"CREATE OR REPLACE TEMP TABLE changed_{changed} AS SELECT '{_VALUES['VARCHAR']}' AS {key}")
    for name in PUBLIC:
        database.execute("DELETE FROM " + ddl.quoted(name))
    if "report_id" in table.key and table.name != "reports":
        _insert(database, "reports", [_VALUES[column.sql_type] for column in PUBLIC["reports"].columns])
    for times in (1, 2):
        _insert(database, table.name, values)
        found = database.sql(statement("checks/keys_are_unique")).fetchall()
        assert [row[0] for row in found] == [table.name] * (times - 1) * (table.name != "checks")


_VALUES: dict[str, object] = {
    "VARCHAR": "x",
    "INTEGER": 1,
    "BIGINT": 1,
    "DOUBLE": 0.5,
    "BOOLEAN": True,
    "DATE": date(2024, 5, 3),
    "TIMESTAMP WITH TIME ZONE": datetime(2024, 5, 3, tzinfo=UTC),
    "VARCHAR[]": ["x"],
}


def _insert(database: duckdb.DuckDBPyConnection, table: str, values: list[object]) -> None:
    database.execute("INSERT INTO " + ddl.quoted(table) + " VALUES (" + ", ".join("?" * len(values)) + ")", values)


def test_no_key_is_an_index(database: duckdb.DuckDBPyConnection) -> None:
    assert database.execute("SELECT table_name FROM duckdb_constraints() WHERE constraint_type <> 'NOT NULL'").fetchall() == []


@BY_NAME
def test_written_ddl_is_what_the_contract_says(table: Table) -> None:
    assert statement(f"tables/{table.name}") == ddl.page(table), "run python -m warehouse.ddl"


def test_written_check_of_keys_is_what_the_contracts_say() -> None:
    assert statement("checks/keys_are_unique") == keys.page(), "run python -m warehouse.keys"


def test_no_ddl_is_left_of_a_table_that_is_gone() -> None:
    assert set(names("tables")) == {f"tables/{name}" for name in PUBLIC}


def test_written_dictionary_is_what_the_contracts_say() -> None:
    assert dictionary.PATH.read_text(encoding="utf-8") == dictionary.render(), "run python -m warehouse.dictionary"


@pytest.mark.parametrize("table", EVERY_TABLE, ids=lambda table: table.name)
def test_an_empty_frame_keeps_its_contract(table: Table) -> None:
    assert table.conform(table.empty()).schema == table.schema
    assert table.failures(table.empty()).is_empty()


def test_relations_have_one_name_each() -> None:
    found = [relation(stage, table) for stage, tables in INTERNAL.items() for table in tables]
    assert len(found) == len(set(found))
    assert relation("read", "reports") == "read_reports"
    assert relation("parsed", "parsed_files") == "parsed_files"
    assert relation("duplicates", "duplicates") == "duplicates"


def test_an_unknown_table_is_named_with_those_there_are() -> None:
    with pytest.raises(ContractError, match="parsed_files"):
        contract("parsed", "nothing")
    with pytest.raises(ContractError, match="validated"):
        contract("nothing", "documents")


class TestConform:
    """What a frame must be like."""

    TOPICS = PUBLIC["event_topics"]

    def frame(self, **values: object) -> pl.DataFrame:
        return pl.DataFrame([{"event_id": "a" * 16, "topic": "trade", "documents": 1, **values}])

    def test_orders_and_casts(self) -> None:
        shaped = self.TOPICS.conform(self.frame().select("documents", "topic", "event_id"))
        assert shaped.schema == self.TOPICS.schema

    def test_fills_a_missing_nullable_column(self) -> None:
        persons = PUBLIC["persons"]
        shaped = persons.conform(pl.DataFrame({"person_id": ["a" * 16], "name": ["Jan Novak"]}))
        assert shaped["country"].to_list() == [None]

    @pytest.mark.parametrize(
        ("frame", "message"),
        [
            (pl.DataFrame({"event_id": ["a"], "topic": ["trade"]}), "missing columns \\['documents'\\]"),
            (pl.DataFrame({"event_id": ["a"], "topic": ["t"], "documents": [1], "more": [1]}), "unknown columns \\['more'\\]"),
            (pl.DataFrame({"event_id": ["a"], "topic": [None], "documents": [1]}), "null in required columns \\['topic'\\]"),
            (pl.DataFrame({"event_id": ["a"], "topic": ["t"], "documents": [2**40]}), "documents: Int64 does not fit Int32"),
            (pl.DataFrame({"event_id": ["a"], "topic": ["t"], "documents": [1.5]}), "fractions do not fit"),
            (pl.DataFrame({"event_id": ["a", "a"], "topic": ["t", "t"], "documents": [1, 2]}), "is not unique: 2 rows"),
        ],
    )
    def test_says_what_is_wrong(self, frame: pl.DataFrame, message: str) -> None:
        with pytest.raises(ContractError, match=message):
            self.TOPICS.conform(frame)

    def test_turns_times_of_other_zones_into_utc(self) -> None:
        files = INTERNAL["raw"]["files"]
        baku = timezone(timedelta(hours=4))
        row = {"file_id": "a" * 16, "path": "a", "landing": "l", "bytes": 1, "mtime_ns": 1, "intake": "new"}
        frame = pl.DataFrame([{**row, "first_seen_at": datetime(2031, 5, 1, 12, tzinfo=baku)}])
        assert files.conform(frame)["first_seen_at"].to_list() == [datetime(2031, 5, 1, 8, tzinfo=UTC)]


class TestFailures:
    """What values must be like."""

    def test_name_the_row_the_column_and_the_rule(self) -> None:
        table = PUBLIC["event_topics"]
        frame = table.conform(pl.DataFrame({"event_id": ["a" * 16, "short"], "topic": ["trade", "gossip"], "documents": [1, -1]}))
        found = table.failures(frame)
        assert set(found.select("row", "column", "value").rows()) == {
            (1, "event_id", "short"),
            (1, "topic", "gossip"),
            (1, "documents", "-1"),
        }

    def test_find_spans_that_are_empty(self) -> None:
        table = INTERNAL["read"]["attributions"]
        row = {"document_id": "a" * 16, "source": "apa", "rule": "r"}
        frame = pl.DataFrame(
            [
                {**row, "position": 0, "span_start": 3, "span_end": 3},
                {**row, "position": 1, "span_start": None, "span_end": None},
            ],
            schema=table.schema,
        )
        assert table.failures(frame)["row"].to_list() == [0]

    def test_refuse_to_judge_a_frame_without_its_columns(self) -> None:
        table = PUBLIC["event_topics"]
        with pytest.raises(ContractError, match="cannot be judged"):
            table.failures(table.empty().drop("topic"))


def matches(pattern: str, value: str) -> bool:
    return bool(pl.Series([value]).str.contains(pattern).item())


@given(st.dates(min_value=date(1, 1, 1)))
def test_every_iso_date_is_edtf(day: date) -> None:
    assert matches(vocabulary.EDTF_PATTERN, day.isoformat())


@pytest.mark.parametrize(
    "value", ["2017-12", "2019", "XXXX-01-25", "2018-04-13/2018-04-14", "2018-07/..", "../2020", "198X", "2004-06~", "2001-21"]
)
def test_partial_dates_and_intervals_are_edtf(value: str) -> None:
    assert matches(vocabulary.EDTF_PATTERN, value)


@pytest.mark.parametrize("value", ["", "12.05.2031", "2031-5-1", "2031/05/01/02", "yesterday", "2031-05-01T10:00", "2031-05-01\n"])
def test_other_notations_are_not_edtf(value: str) -> None:
    assert not matches(vocabulary.EDTF_PATTERN, value)


@pytest.mark.parametrize("value", ["az", "fa", "uz-Cyrl", "pt-BR", "es-419", "und"])
def test_language_tags(value: str) -> None:
    assert matches(vocabulary.LANGUAGE_PATTERN, value)


@pytest.mark.parametrize("value", ["AZ", "english", "en_US", "en-us"])
def test_no_language_tags(value: str) -> None:
    assert not matches(vocabulary.LANGUAGE_PATTERN, value)
