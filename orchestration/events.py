"""Where Dagster keeps the events of all runs: its own SQLite storage, with connections that stay open.

Belongs here: how the file is connected to. Does not: what an event is, and how it is stored and read.

Dagster makes an engine for every statement, which opens the file and compiles the statement anew. A run of this
project tells some 260 events in 900 statements: with one engine a run with nothing new takes a quarter less.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from dagster._core.storage.event_log import ConsolidatedSqliteEventLogStorage
from dagster._core.storage.sql import create_engine
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection, Engine


class EventLog(ConsolidatedSqliteEventLogStorage):
    """All runs' events in one SQLite file."""

    @cached_property
    def _engine(self) -> Engine:
        # The webserver asks from as many threads as there are requests: none of them should wait for a connection.
        waiting = {"timeout": SQLITE_BUSY_TIMEOUT_SECONDS}
        return create_engine(self._conn_string, poolclass=QueuePool, max_overflow=-1, connect_args=waiting)

    @contextmanager
    def _connect(self) -> Iterator[Connection]:
        with self._engine.connect() as connection, connection.begin():
            yield connection

    def has_table(self, table_name: str) -> bool:
        """Whether the file has a table: asked anew only while it has none, since a table that is there stays."""
        if table_name not in self._tables_seen and super().has_table(table_name):
            self._tables_seen.add(table_name)
        return table_name in self._tables_seen

    @cached_property
    def _tables_seen(self) -> set[str]:
        return set()

    def dispose(self) -> None:
        """Close what is open."""
        super().dispose()  # type: ignore[no-untyped-call]
        self._engine.dispose()
