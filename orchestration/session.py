"""The resource that every asset asks for: one run's hold on a home.

It takes the run lock before the first asset and gives it back after the last, whoever started the run, and
tidies up in between. What the assets do is not here.
"""

from collections.abc import Iterator
from dataclasses import fields

import dagster as dg

from assets.running import accounts, pools
from assets.running.limits import Limits
from assets.running.workshop import Bounds, StageProgress, Workshop, silence
from orchestration import history, hold
from orchestration.settings import Settings


def workshop_resource(settings: Settings, progress: StageProgress | None = None) -> dg.ResourceDefinition:
    """The workshop of the settings' home; `progress` is told stage, batches done and batches in all."""

    @dg.resource(description="One run's hold on the home: its stores, its bounds, and the run lock.")
    def workshop(context: dg.InitResourceContext) -> Iterator[Workshop]:
        instance, run_id = context.instance, context.run.run_id if context.run else "unknown"
        with hold.hold(settings, run_id):
            if instance is not None:
                history.reap(instance, own_run_id=run_id)
            opened = open_workshop(settings, run_id, progress or _log_progress(context))
            pools.pool(opened.workers).settle()
            opened.store.sweep()
            yield opened
            _tidy(opened, settings)
            if instance is not None:
                history.prune(instance, settings.keep_runs_days)

    return workshop


def open_workshop(settings: Settings, run_id: str, progress: StageProgress = silence) -> Workshop:
    """The workshop of the settings' home; whoever writes with it holds the run lock."""
    bounds = Bounds(
        documents=settings.batch_documents,
        bytes=settings.batch_bytes,
        pool_documents=settings.pool_documents,
        memory=settings.memory,
        file=Limits(**{field.name: getattr(settings, field.name) for field in fields(Limits)}),
    )
    return Workshop(
        home=settings.root,
        landing=settings.landing_places,
        run_id=run_id,
        workers=settings.pool,
        threads=settings.threads,
        kept=settings.kept,
        bounds=bounds,
        measured=settings.measure,
        exports=settings.forms,
        columns=settings.told_columns,
        progress=progress,
    )


def _log_progress(context: dg.InitResourceContext) -> StageProgress:
    def tell(stage: str, done: int, total: int) -> None:
        if context.log is not None:
            context.log.info(f"{stage}: {done} of {total}")

    return tell


def _tidy(workshop: Workshop, settings: Settings) -> None:
    """Few large segments instead of many small ones, and none of rules that are long gone."""
    before = accounts.keys(workshop)
    for stage, current in workshop.versions.by_stage().items():
        for version in current:
            workshop.store.compact(stage, version, below_rows=settings.batch_documents * 2, target_rows=settings.batch_documents * 10)
        if stage != "raw":
            workshop.store.prune(stage, current, settings.keep_versions)
    accounts.carry(workshop, before)
