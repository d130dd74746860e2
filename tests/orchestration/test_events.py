"""Events that are written through open connections are those that Dagster itself would read."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import dagster as dg
import pytest
from dagster._core.storage.event_log import ConsolidatedSqliteEventLogStorage
from sqlalchemy import event

from orchestration.events import EventLog
from orchestration.instance import open_instance
from orchestration.settings import Settings


@dg.asset(check_specs=[dg.AssetCheckSpec("is_small", asset="number")])
def number() -> dg.MaterializeResult:  # type: ignore[type-arg]
    """An asset with a check."""
    return dg.MaterializeResult(metadata={"rows": 1}, check_results=[dg.AssetCheckResult(passed=True, check_name="is_small")])


def _events(storage: ConsolidatedSqliteEventLogStorage, run_id: str) -> list[str]:
    return [dg.serialize_value(record.event_log_entry) for record in storage.get_records_for_run(run_id).records]


def _folder(settings: Settings) -> Path:
    return settings.dagster_home / "history"


def test_dagsters_own_class_reads_what_was_written(settings: Settings) -> None:
    with open_instance(settings) as instance:
        assert isinstance(instance.event_log_storage, EventLog)
        result = dg.materialize([number], instance=instance)
        written = _events(instance.event_log_storage, result.run_id)
        assert instance.get_latest_materialization_event(dg.AssetKey("number")) is not None
    own = ConsolidatedSqliteEventLogStorage(str(_folder(settings)))
    assert _events(own, result.run_id) == written
    keys = [dg.AssetCheckKey(dg.AssetKey("number"), "is_small")]
    assert own.get_latest_asset_check_execution_by_key(keys)[keys[0]].status.value == "SUCCEEDED"


def test_connections_are_kept(settings: Settings) -> None:
    opened: list[object] = []
    with open_instance(settings) as instance:
        storage = instance.event_log_storage
        assert isinstance(storage, EventLog)
        event.listen(storage._engine, "connect", lambda connection, _: opened.append(connection))
        dg.materialize([number], instance=instance)
    assert len(opened) <= 2


def test_many_threads_may_ask_at_once(settings: Settings) -> None:
    with open_instance(settings) as instance:
        run_id = dg.materialize([number], instance=instance).run_id
        storage = instance.event_log_storage
        assert isinstance(storage, ConsolidatedSqliteEventLogStorage)
        with ThreadPoolExecutor(20) as pool:
            found = list(pool.map(lambda _: tuple(_events(storage, run_id)), range(60)))
    assert len(set(found)) == 1
    assert found[0]


@pytest.mark.parametrize("kind", [EventLog, ConsolidatedSqliteEventLogStorage])
def test_a_new_file_has_all_its_tables(tmp_path: Path, kind: type[ConsolidatedSqliteEventLogStorage]) -> None:
    storage = kind(str(tmp_path))
    assert storage.has_table("asset_check_executions")
    storage.dispose()  # type: ignore[no-untyped-call]
