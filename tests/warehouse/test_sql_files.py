"""Every statement says what it is for."""

from __future__ import annotations

import duckdb
import pytest

from sql import header, names, statement
from warehouse.contracts import PUBLIC

FOLDERS = ("analysis", "anew", "build", "checks", "prepare", "publish", "read", "tables", "update", "views")
EVERY = [name for folder in FOLDERS for name in names(folder)]


@pytest.mark.parametrize("name", EVERY)
def test_it_has_a_header_and_can_be_parsed(name: str) -> None:
    text = statement(name)
    assert header(text)["what"]
    assert duckdb.extract_statements(text)
    assert text.endswith("\n")
    assert name.startswith("tables/") or max(len(line) for line in text.splitlines()) <= 140


@pytest.mark.parametrize("name", names("checks"))
def test_a_check_is_one_select_and_says_how_bad_and_why(name: str) -> None:
    about = header(statement(name))
    assert about["severity"] in {"error", "warn"}
    assert about["why"]
    assert [each.type for each in duckdb.extract_statements(statement(name))] == [duckdb.StatementType.SELECT]


def test_every_public_table_is_filled() -> None:
    assert set(names("build")) == {f"build/{table}" for table in PUBLIC}


def test_a_header_goes_on_over_lines_and_ends_with_them() -> None:
    text = "-- what: one\n-- and more: still\n-- why: two\nSELECT 1 -- what: three\n-- why: four\n"
    assert header(text) == {"what": "one and more: still", "why": "two"}


def test_an_unknown_statement_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        statement("checks/nothing")
