"""One run at a time, on one host or on several: in the home, in the PostgreSQL of the records, in the store that hosts share.

Here: which locks a run takes, by its settings, and PostgreSQL's. Not here: the kernel's lock (warehouse.lock), the claim in a store
(warehouse.lease), and what is done under them.
"""

import _thread
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Final

from sqlalchemy import Engine, create_engine, text
from sqlalchemy.pool import NullPool

from orchestration.settings import Settings
from sql import statement
from warehouse import lease
from warehouse.lock import Holder, RunLockedError, lock_holder, run_lock
from warehouse.places import is_url, place

RECORDS: Final = "the lock of the records in PostgreSQL"
KEY: Final = 0x44524147
"""Of the advisory lock: any number that nobody else takes in this database."""
LONGEST_NAME: Final = 63
"""Bytes of a connection's name that PostgreSQL keeps."""
# The server ends a connection whose host is gone after a minute, instead of two hours.
ALIVE: Final = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"


@contextmanager
def hold(settings: Settings, run_id: str) -> Iterator[None]:
    """Hold all that a run with these settings must have alone while the block runs; never wait for it.

    Raises:
        RunLockedError: another run holds a part of it; the message says which run.
    """
    with ExitStack() as taken:
        taken.enter_context(run_lock(settings.lock, run_id))
        if settings.postgres_url:
            taken.enter_context(_records(settings.postgres_url, run_id))
        if is_url(settings.kept):
            taken.enter_context(lease.lease(place(settings.kept), run_id, lost=_thread.interrupt_main))
        yield


def require_free(settings: Settings) -> None:
    """Raises RunLockedError that names the run where another one is under way."""
    found = held(settings)
    if found:
        raise RunLockedError(*found)


def held(settings: Settings) -> tuple[str, Holder] | None:
    """What another run holds, and that run; None where everything is free."""
    holders = {str(settings.lock): lock_holder(settings.lock)}
    if settings.postgres_url:
        holders[RECORDS] = _of_records(_engine(settings.postgres_url, "dragoman"))
    if is_url(settings.kept):
        holders[str(settings.kept)] = lease.holder(place(settings.kept))
    return next(((what, holder) for what, holder in holders.items() if holder), None)


@contextmanager
def _records(url: str, run_id: str) -> Iterator[None]:
    """The lock of a connection: it is free as soon as the connection is gone, however its holder ended."""
    engine = _engine(url, f"{run_id} {socket.gethostname()}"[:LONGEST_NAME])
    with engine.connect() as connection:
        if not connection.execute(text(statement("records/take")), {"key": KEY}).scalar():
            raise RunLockedError(RECORDS, _of_records(engine) or Holder(0, "unknown", "just now"))
        yield


def _of_records(engine: Engine) -> Holder | None:
    with engine.connect() as connection:
        row = connection.execute(text(statement("records/holder")), {"key": KEY}).first()
    if row is None:
        return None
    run_id, _, host = str(row[0]).partition(" ")
    return Holder(int(row[1]), run_id, row[2].isoformat(timespec="seconds"), host)


def _engine(url: str, name: str) -> Engine:
    options = {"application_name": name, "options": ALIVE}
    return create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool, connect_args=options)
