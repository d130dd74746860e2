"""One run at a time, runs that died, old history, the hook, the schedule and the sensor."""

import json
import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from orchestration import history, launcher, triggers
from orchestration.definitions import build
from orchestration.hooks import failure_hook
from orchestration.instance import open_instance, prepare
from orchestration.refresh import QUIET, refresh
from orchestration.settings import Settings
from warehouse.lock import RunLockedError, run_lock


@pytest.fixture
def instance(settings: Settings) -> Iterator[dg.DagsterInstance]:
    with open_instance(settings) as opened:
        yield opened


def started(instance: dg.DagsterInstance, settings: Settings) -> dg.DagsterRun:
    job = build(settings).resolve_job_def(triggers.JOB)
    return instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)


def status(instance: dg.DagsterInstance, run_id: str) -> dg.DagsterRunStatus:
    run = instance.get_run_by_id(run_id)
    assert run is not None
    return run.status


def test_a_second_run_is_refused_and_told_of_the_first(settings: Settings) -> None:
    with run_lock(settings.lock, "the-first-run"), pytest.raises(RunLockedError, match="the-first-run"):
        refresh(settings)


def test_a_run_that_the_ui_starts_meanwhile_fails_and_touches_nothing(settings: Settings, instance: dg.DagsterInstance) -> None:
    job = build(settings).resolve_implicit_global_asset_job_def()
    with run_lock(settings.lock, "the-first-run"):
        result = job.execute_in_process(instance=instance, raise_on_error=False, run_config=QUIET)
    assert not result.success
    told = " ".join(str(event.event_specific_data) for event in result.all_events)
    assert "the-first-run" in told
    assert not (settings.root / "segments").exists()


def test_up_ends_runs_whose_process_is_gone(settings: Settings, instance: dg.DagsterInstance) -> None:
    run = started(instance, settings)
    assert launcher.prepare(settings) == (run.run_id,)
    assert status(instance, run.run_id) is dg.DagsterRunStatus.FAILURE


def test_up_leaves_a_run_alone_that_holds_the_lock(settings: Settings, instance: dg.DagsterInstance) -> None:
    run = started(instance, settings)
    with run_lock(settings.lock, run.run_id):
        assert launcher.prepare(settings) == ()
    assert status(instance, run.run_id) is dg.DagsterRunStatus.STARTED


def test_a_run_ends_what_a_killed_one_left(settings: Settings, instance: dg.DagsterInstance) -> None:
    dead = started(instance, settings)
    assert refresh(settings).success
    assert status(instance, dead.run_id) is dg.DagsterRunStatus.FAILURE


def test_old_runs_are_forgotten_but_never_the_last(
    settings: Settings, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = build(settings).resolve_job_def(triggers.JOB)
    monkeypatch.setattr(history, "KEEP_AT_LEAST", 2)
    runs = [instance.create_run_for_job(job, status=dg.DagsterRunStatus.SUCCESS).run_id for _ in range(5)]
    waiting = instance.create_run_for_job(job, status=dg.DagsterRunStatus.NOT_STARTED).run_id
    assert history.prune(instance, keep_days=1) == 0

    class Later(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "Later":
            return cls.fromtimestamp(datetime.now(UTC).timestamp() + timedelta(days=3).total_seconds(), tz)

    monkeypatch.setattr(history, "datetime", Later)
    assert history.prune(instance, keep_days=1) == 4
    assert {run.run_id for run in instance.get_runs()} == {runs[-1], waiting}


def test_the_configuration_is_what_the_facts_ask_for(settings: Settings, instance: dg.DagsterInstance) -> None:
    assert not instance.telemetry_enabled
    assert not instance.nux_enabled
    assert instance.get_concurrency_config().run_queue_config.max_concurrent_runs == 1  # type: ignore[union-attr]
    assert instance.run_monitoring_enabled
    assert instance.run_monitoring_max_runtime_seconds == settings.max_run_seconds
    assert Path(instance.root_directory) == settings.dagster_home
    prepare(settings)
    assert not list(settings.dagster_home.glob("*.tmp"))


def test_the_schedule_is_on_and_keeps_to_its_time_zone(settings: Settings) -> None:
    given = settings.model_copy(update={"time_zone": "Asia/Baku", "schedule": "30 3 * * *"})
    (schedule,) = build(given).schedules or []
    assert isinstance(schedule, dg.ScheduleDefinition)
    assert (schedule.name, schedule.execution_timezone, schedule.cron_schedule) == ("nightly", "Asia/Baku", "30 3 * * *")
    assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING
    assert triggers.nightly(Settings(home=given.home)).cron_schedule == "0 2 * * *"


def look(settings: Settings, cursor: str | None) -> tuple[int, str | None]:
    sensor = triggers.landing(settings)
    assert sensor.default_status is dg.DefaultSensorStatus.STOPPED
    found = sensor(dg.build_sensor_context(cursor=cursor))
    return (len(found.run_requests or []), found.cursor) if isinstance(found, dg.SensorResult) else (0, cursor)


def test_the_sensor_sees_files_that_come_late_change_or_go(settings: Settings) -> None:
    requests, first = look(settings, None)
    assert requests == 1
    assert look(settings, first) == (0, first)
    late = settings.root / "landing/late.txt"
    late.write_text("Late", encoding="utf-8")
    long_ago = datetime(2001, 1, 1, tzinfo=UTC).timestamp()
    os.utime(late, (long_ago, long_ago))
    requests, second = look(settings, first)
    assert requests == 1
    late.write_text("Changed", encoding="utf-8")
    requests, third = look(settings, second)
    assert requests == 1
    late.unlink()
    assert look(settings, third) == (1, first)


@pytest.fixture
def webhook() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    received: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/hook", received
    server.shutdown()
    thread.join()
    server.server_close()


def fail_once(settings: Settings, instance: dg.DagsterInstance) -> None:
    @dg.asset(hooks={failure_hook(settings)})
    def broken() -> None:
        raise ValueError("no luck")

    dg.materialize([broken], instance=instance, raise_on_error=False, run_config=QUIET)


def test_a_failure_is_posted_to_the_webhook(
    settings: Settings, instance: dg.DagsterInstance, webhook: tuple[str, list[dict[str, Any]]]
) -> None:
    address, received = webhook
    fail_once(settings.model_copy(update={"webhook_url": address}), instance)
    (message,) = received
    assert (message["asset"], message["error"]) == ("broken", "ValueError: no luck")
    assert message["run_id"] in message["text"]


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:9/nobody", "no address"])
def test_a_webhook_that_does_not_answer_does_no_harm(settings: Settings, instance: dg.DagsterInstance, address: str) -> None:
    fail_once(settings.model_copy(update={"webhook_url": address}), instance)
    (run,) = instance.get_runs()
    assert run.status is dg.DagsterRunStatus.FAILURE
    logged = [entry.message for entry in instance.all_logs(run.run_id)]
    assert any("broken failed in run" in str(message) for message in logged)
