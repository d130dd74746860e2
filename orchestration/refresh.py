"""The job `refresh` run once in this process: the same assets and checks, recorded in the home's Dagster instance.

How it is shown to a person is not here.
"""

from dataclasses import dataclass

import dagster as dg
from dagster._core.events import DagsterEventType

from assets.running.workshop import StageProgress
from orchestration import hold
from orchestration.definitions import build
from orchestration.instance import open_instance
from orchestration.settings import Settings
from orchestration.triggers import JOB

TAGS = {"dragoman/started_by": "command line"}
# What Dagster would print beside our own account of the run; all of it is in the run's log.
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True)
class Outcome:
    """How a run ended.

    Attributes:
        run_id: Dagster's id of it.
        success: True when every asset was made and no blocking check failed.
        errors: asset and reason of what broke.
    """

    run_id: str
    success: bool
    errors: tuple[tuple[str, str], ...]


def refresh(settings: Settings, progress: StageProgress | None = None) -> Outcome:
    """Runs the job once.

    Raises:
        warehouse.lock.RunLockedError: another run holds the home, its stores or its records; it names that run.
    """
    hold.require_free(settings)
    with open_instance(settings) as instance:
        job = build(settings, progress).resolve_job_def(JOB)
        result = job.execute_in_process(instance=instance, raise_on_error=False, run_config=QUIET, tags=TAGS)
        return Outcome(result.run_id, result.success, tuple(_errors(result)))


def _errors(result: dg.ExecuteInProcessResult) -> list[tuple[str, str]]:
    """The assets that failed with the error that was raised in them; a run that could not begin has none but its own."""
    found = []
    for event in result.all_events:
        if event.event_type == DagsterEventType.STEP_FAILURE:
            error = event.step_failure_data.error
            error = error.cause or error if error else None
            found.append((event.node_name, error.message.strip() if error else "unknown"))
        elif event.event_type == DagsterEventType.RUN_FAILURE and not found:
            found.append((JOB, _first_cause(event) or "the run could not begin"))
    return found


def _first_cause(event: dg.DagsterEvent) -> str | None:
    """Why a run could not begin: Dagster wraps a resource's error in its own, more than once."""
    error = event.job_failure_data.error
    while error and error.cause and (error.cls_name or "").startswith("Dagster"):
        error = error.cause
    return error.message.strip() if error else event.message
