"""Checks across tables: each is a statement in sql/checks that returns the rows that are wrong.

Belongs here: running them, and the shape of their verdicts. Does not: what they ask.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, cast

from sql import header, names, statement
from warehouse.connect import frame

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    import duckdb

ASSET: Final = "warehouse"
SAMPLE_ROWS: Final = 10

Severity = Literal["error", "warn"]


@dataclass(frozen=True)
class CheckResult:
    """One check's verdict.

    Args:
        name: the statement's name.
        severity: `error` keeps the old file in its place, `warn` is told and no more.
        what: the rows that it looks for.
        failed_rows: how many it found.
        sample: the first of them.
    """

    name: str
    severity: Severity
    what: str
    failed_rows: int
    sample: tuple[Mapping[str, object], ...]

    @property
    def passed(self) -> bool:
        """True when no row is wrong."""
        return self.failed_rows == 0

    @property
    def blocking(self) -> bool:
        """True when it keeps the old file in its place."""
        return self.severity == "error" and not self.passed


def judge(connection: duckdb.DuckDBPyConnection) -> tuple[CheckResult, ...]:
    """Run every check on a filled file, by name.

    Raises:
        duckdb.Error: a check is wrong itself; a check that cannot be run must not pass.
    """
    return tuple(_run(connection, name) for name in names("checks"))


def row(result: CheckResult, run_id: str, checked_at: datetime) -> dict[str, object]:
    """A verdict as a row of the public table of checks."""
    told = {"what": result.what, "sample": result.sample}
    return {
        "run_id": run_id,
        "asset": ASSET,
        "check": result.name,
        "checked_at": checked_at,
        "severity": result.severity,
        "passed": result.passed,
        "failed_rows": result.failed_rows,
        "metadata": json.dumps(told, ensure_ascii=False, default=str),
    }


def _run(connection: duckdb.DuckDBPyConnection, name: str) -> CheckResult:
    text = statement(name)
    about = header(text)
    wrong = connection.sql(text)
    failed = len(wrong)
    sample = tuple(frame(wrong.limit(SAMPLE_ROWS)).to_dicts()) if failed else ()
    return CheckResult(name.rpartition("/")[2], cast("Severity", about["severity"]), about["what"], failed, sample)
