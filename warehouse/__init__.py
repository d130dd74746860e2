"""The stores: contracts of all tables, segments, archive, lock, and the published DuckDB file.

Belongs here: what touches stored data. Does not: any stage's meaning beyond the contracts of its tables.
"""

from __future__ import annotations

from warehouse.archive import Archive, ArchiveError
from warehouse.commits import Commit, StoreError
from warehouse.ids import stable_id
from warehouse.judge import CheckResult
from warehouse.lock import RunLockedError, lock_holder, run_lock
from warehouse.publish import PublishResult, publish
from warehouse.read import Warehouse, WarehouseError, open_warehouse
from warehouse.segments import Store

__all__ = [
    "Archive",
    "ArchiveError",
    "CheckResult",
    "Commit",
    "PublishResult",
    "RunLockedError",
    "Store",
    "StoreError",
    "Warehouse",
    "WarehouseError",
    "lock_holder",
    "open_warehouse",
    "publish",
    "run_lock",
    "stable_id",
]
