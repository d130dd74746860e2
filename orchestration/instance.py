"""Dagster's own folder in the home: its configuration, written anew at each start, and how it is opened.

What belongs here: dagster.yaml. What does not: what a run does, and who may start one.
"""

import json
from pathlib import Path
from typing import Final

import dagster as dg

from orchestration.settings import Settings

# telemetry: nothing is sent. nux: else a dialog swallows the first click. One run at a time: two would do the same work.
# One file of events for all runs: a file for each run, and an index beside it, make a run with nothing new a tenth slower.
TEMPLATE: Final = """\
# Written by Dragoman at each start; a change here is lost. Settings: docs/settings.md
telemetry:
  enabled: false
nux:
  enabled: false
concurrency:
  runs:
    max_concurrent_runs: 1
run_monitoring:
  enabled: true
  start_timeout_seconds: 300
  max_runtime_seconds: {max_run_seconds}
{storage}
retention:
  schedule:
    purge_after_days: {keep_runs_days}
  sensor:
    purge_after_days:
      skipped: 7
      failure: {keep_runs_days}
      success: {keep_runs_days}
"""

IN_FILES: Final = """\
event_log_storage:
  module: orchestration.events
  class: EventLog
  config:
    base_dir: {events}"""
# The URL holds a password: it is read from the environment, and never written down.
IN_POSTGRES: Final = """\
storage:
  postgres:
    postgres_url:
      env: DRAGOMAN_POSTGRES_URL"""


def prepare(settings: Settings) -> Path:
    """Makes the home's folders and writes dagster.yaml; returns the folder that is DAGSTER_HOME."""
    folder = settings.dagster_home
    folder.mkdir(parents=True, exist_ok=True)
    (settings.root / "landing").mkdir(exist_ok=True)
    storage = IN_POSTGRES if settings.postgres_url else IN_FILES.format(events=json.dumps(str(folder / "history")))
    text = TEMPLATE.format(max_run_seconds=settings.max_run_seconds, keep_runs_days=settings.keep_runs_days, storage=storage)
    target = folder / "dagster.yaml"
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        temporary = folder / "dagster.yaml.tmp"
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(target)
    return folder


def open_instance(settings: Settings) -> dg.DagsterInstance:
    """The home's Dagster instance; close it by using it as a context manager."""
    return dg.DagsterInstance.from_config(str(prepare(settings)))
