"""The job on a real home: what a run makes, what the next one leaves alone, and that all ways in are one."""

import json
from collections.abc import Callable

import dagster as dg
import polars as pl
import pytest

from assets.running import checks
from orchestration.definitions import ASSETS, REFRESHED, build
from orchestration.instance import open_instance
from orchestration.refresh import QUIET, refresh
from orchestration.session import open_workshop
from orchestration.settings import Settings
from warehouse.contracts import INTERNAL, PUBLIC
from warehouse.read import open_warehouse
from warehouse.segments import Store

Land = Callable[[str, str], None]


def tables(settings: Settings) -> dict[str, pl.DataFrame]:
    """All public tables but the record of runs, each in one order."""
    with open_warehouse(settings.database) as warehouse:
        found = {name: warehouse.table(name) for name in PUBLIC if name != "checks"}
    return {name: frame.drop("first_seen_at", strict=False).sort(pl.all()) for name, frame in found.items()}


def segments(settings: Settings) -> dict[str, bytes]:
    root = settings.root / "segments"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def same(one: dict[str, pl.DataFrame], other: dict[str, pl.DataFrame]) -> None:
    for name, frame in one.items():
        assert frame.equals(other[name]), name


def test_a_run_makes_the_warehouse_and_records_its_checks(done: Settings) -> None:
    found = tables(done)
    assert found["files"].height == 4
    assert found["documents"].height == 5
    assert set(found["documents"]["language"]) == {"en", "fr", "de"}
    assert (found["files"]["records"] == found["files"]["documents"] + found["files"]["rejects"]).all()
    latest = checks.latest(done.root, checks.assets())
    assert set(latest["asset"]) == {asset.key.to_user_string() for asset in REFRESHED}
    with open_warehouse(done.database) as warehouse:
        published = warehouse.table("checks")
    assert set(published["asset"]) == set(latest["asset"])
    assert published.filter((pl.col("severity") == "error") & ~pl.col("passed")).is_empty()


def test_a_second_run_does_nothing(done: Settings) -> None:
    before, published = segments(done), done.database.stat()
    outcome = refresh(done)
    assert outcome.success
    assert segments(done) == before
    assert done.database.stat().st_mtime_ns == published.st_mtime_ns
    with open_instance(done) as instance:
        events = instance.get_latest_materialization_events([asset.key for asset in REFRESHED])
    worked = {
        key.to_user_string(): event.asset_materialization.metadata["units in this run"].value
        for key, event in events.items()
        if event is not None and event.asset_materialization is not None
    }
    assert worked == dict.fromkeys(worked, 0)
    assert len(worked) == len(REFRESHED)


def test_a_new_file_is_all_that_is_worked_on(done: Settings, land: Land) -> None:
    workshop = open_workshop(done, "test")
    before = {stage: len(workshop.store.commits(stage, version)) for stage, (version, *_) in workshop.versions.by_stage().items()}
    land("new.txt", "Envoy of Kenya in Hanoi\n\nHanoi, 20 March 2026. The ambassador of Kenya to Vietnam visited Hue on Friday.\n")
    assert refresh(done).success
    assert tables(done)["documents"].height == 6
    parsed = workshop.store.scan("parsed", "parsed_files", workshop.versions.parsed).collect()
    assert parsed["file_id"].is_unique().all()
    assert before["raw"] >= 1


def test_a_changed_file_supersedes_its_older_version_and_the_archive_keeps_both(done: Settings, land: Land) -> None:
    packs = len(list((done.root / "archive").glob("*.parquet")))
    land("tallinn.txt", "Ministers of Estonia and Peru meet in Tartu\n\nTartu, 13 March 2026. They met on Friday and spoke of trade.\n")
    assert refresh(done).success
    titles = set(tables(done)["documents"]["title"])
    assert "Ministers of Estonia and Peru meet in Tartu" in titles
    assert "Foreign ministers of Estonia and Chile meet in Tallinn" not in titles
    assert len(list((done.root / "archive").glob("*.parquet"))) == packs + 1


def test_a_file_that_vanished_stays(done: Settings) -> None:
    before = tables(done)
    (done.root / "landing/bern.txt").unlink()
    assert refresh(done).success
    same(before, tables(done))


def test_content_that_comes_back_is_live_again(done: Settings, land: Land) -> None:
    before = tables(done)
    original = (done.root / "landing/bern.txt").read_text(encoding="utf-8")
    land("bern.txt", "Short note\n\nVienna, 17 March 2026. The embassy of Switzerland in Vienna has moved to another street.\n")
    assert refresh(done).success
    land("bern.txt", original)
    assert refresh(done).success
    again = tables(done)
    same({name: before[name] for name in ("documents", "events", "mentions")}, again)
    assert again["files"].filter(pl.col("path") == "bern.txt")["intake"].to_list() == ["restored"]


def test_materialize_all_the_job_and_the_schedule_are_one(settings: Settings) -> None:
    """The same assets with the same executor, hooks and lock, whoever starts the run."""
    definitions = build(settings)
    job = definitions.resolve_job_def("refresh_and_export")
    everything = definitions.resolve_implicit_global_asset_job_def()
    assert set(job.asset_layer.executable_asset_keys) == set(everything.asset_layer.executable_asset_keys) == {a.key for a in ASSETS}
    assert {node.name for node in job.nodes} == {node.name for node in everything.nodes}
    assert job.executor_def.name == everything.executor_def.name == "in_process"
    assert job.resource_defs["workshop"] is everything.resource_defs["workshop"]
    assert all(asset.hook_defs for asset in definitions.assets or [] if isinstance(asset, dg.AssetsDefinition))
    (schedule,) = definitions.schedules or []
    (sensor,) = definitions.sensors or []
    assert isinstance(schedule, dg.ScheduleDefinition)
    assert schedule.job_name == "refresh_and_export"
    assert sensor.job_name == "refresh"
    assert set(definitions.resolve_job_def("refresh").asset_layer.executable_asset_keys) == {a.key for a in REFRESHED}


def test_materialize_all_leaves_the_same_tables(settings: Settings, done: Settings) -> None:
    other = settings.model_copy(update={"home": settings.root.parent / "other", "landing": (settings.root / "landing",)})
    with open_instance(other) as instance:
        job = build(other).resolve_implicit_global_asset_job_def()
        assert job.execute_in_process(instance=instance, run_config=QUIET).success
    same(tables(done), tables(other))


def test_worker_processes_leave_the_same_tables(settings: Settings, done: Settings) -> None:
    update = {
        "home": settings.root.parent / "pool",
        "landing": (settings.root / "landing",),
        "workers": 2,
        "pool_documents": 1,
        "batch_documents": 1,
    }
    pooled = settings.model_copy(update=update)
    outcome = refresh(pooled)
    assert outcome.success, outcome.errors
    same(tables(done), tables(pooled))


def test_a_failed_blocking_check_stops_before_publication(done: Settings, land: Land, monkeypatch: pytest.MonkeyPatch) -> None:
    from assets.parsed import stage

    def losing(task: stage.Task) -> None:
        """A parser that loses a record."""
        empty = {"parsed_files": pl.DataFrame([{"file_id": task.files["file_id"][0], "records": 1, "documents": 0, "rejects": 0}])}
        Store(task.home).commit("parsed", task.version, empty)

    published = done.database.read_bytes()
    monkeypatch.setattr(stage, "parse", losing)
    land("new.txt", "Something new\n\nRome, 3 April 2026. Something else has happened here today.\n")
    outcome = refresh(done)
    assert not outcome.success
    assert [asset for asset, _ in outcome.errors] == ["parsed_documents"]
    assert "records_accounted" in outcome.errors[0][1]
    assert done.database.read_bytes() == published
    failed = checks.latest(done.root, ["parsed_documents"]).filter(~pl.col("passed"))
    told = {row["check"]: json.loads(row["metadata"]) for row in failed.iter_rows(named=True)}
    assert (told["records_accounted"]["limit"], told["records_accounted"]["looked_at"]) == (0, 5)
    # The next run judges all that is committed, not its own share: nothing new, and still refused.
    monkeypatch.undo()
    assert not refresh(done).success


def test_segments_of_older_rules_are_cleaned_away_but_for_the_last(done: Settings) -> None:
    store = open_workshop(done, "test").store
    frame = INTERNAL["duplicates"]["duplicates"].empty()
    for version in ("old1", "old2", "old3"):
        store.commit("duplicates", version, {"duplicates": frame})
    assert refresh(done).success
    current = open_workshop(done, "test").versions.duplicates
    kept = store.versions("duplicates")
    assert current in kept
    assert len(kept) == done.keep_versions


NOTE = """The embassy of Ecuador hands over note number {number}

Quito, {day} April 2026. The embassy of Ecuador handed over note number {number} to the foreign ministry of Peru on {day} April 2026.
The note deals with the joint commission on trade, which is to meet for the {number}th time later this year in Lima.
"""


def test_small_segments_are_compacted(done: Settings, land: Land) -> None:
    for number in range(3):
        land(f"more{number}.txt", NOTE.format(day=number + 1, number=number))
        assert refresh(done).success
    workshop = open_workshop(done, "test")
    assert len(workshop.store.commits("parsed", workshop.versions.parsed)) == 1
    assert tables(done)["documents"].height == 8
