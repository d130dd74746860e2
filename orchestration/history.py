"""Run history: runs that died without a word are ended, and old ones are forgotten.

Both may be done only by who holds the run lock, or while it is free. What a run does is not here.
"""

from datetime import UTC, datetime, timedelta
from typing import Final

import dagster as dg

KEEP_AT_LEAST: Final = 20
REAPED: Final = "Ended by Dragoman: the process of this run is gone (killed, or a power cut). The next run does its work."


def reap(instance: dg.DagsterInstance, own_run_id: str = "") -> tuple[str, ...]:
    """Marks as failed every run that counts as started although nobody holds the run lock for it.

    Such a run would block the queue for ever. Returns the ids of the runs.
    """
    under_way = dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING])
    dead = [run for run in instance.get_runs(filters=under_way) if run.run_id != own_run_id]
    for run in dead:
        instance.report_run_failed(run, REAPED)
    return tuple(run.run_id for run in dead)


def prune(instance: dg.DagsterInstance, keep_days: int) -> int:
    """Forgets finished runs older than so many days, but never the last ones. Returns how many."""
    before = datetime.now(UTC) - timedelta(days=keep_days)
    recent = {record.dagster_run.run_id for record in instance.get_run_records(limit=KEEP_AT_LEAST)}
    old = instance.get_run_records(filters=dg.RunsFilter(created_before=before))
    forgotten = [record.dagster_run.run_id for record in old if record.dagster_run.is_finished and record.dagster_run.run_id not in recent]
    for run_id in forgotten:
        instance.delete_run(run_id)
    return len(forgotten)
