"""The code location: what Dagster loads. Here things are only put together."""

import dagster as dg

from assets.enriched.asset import readings, resolved
from assets.evaluation.asset import accuracy
from assets.exports.asset import exports
from assets.parsed.asset import parsed_documents
from assets.raw.asset import raw_files
from assets.running.workshop import StageProgress
from assets.site.asset import site
from assets.validated.asset import duplicates, validated_documents
from assets.warehouse.asset import warehouse
from orchestration import triggers
from orchestration.hooks import failure_hook
from orchestration.session import workshop_resource
from orchestration.settings import Settings

# In the order of the data's way.
REFRESHED = (raw_files, parsed_documents, validated_documents, duplicates, readings, resolved, accuracy, warehouse)
# What is written whole for each new warehouse: once a night, or when somebody asks for it.
TAKEN_AWAY = (exports, site)
ASSETS = (*REFRESHED, *TAKEN_AWAY)


def build(settings: Settings, progress: StageProgress | None = None) -> dg.Definitions:
    """The definitions for the settings' home; `progress` is told of batches as they are done."""
    hook = failure_hook(settings)
    refresh = dg.define_asset_job(
        triggers.JOB,
        selection=dg.AssetSelection.assets(*REFRESHED),
        description="Brings the warehouse up to date with what has landed: all but exports and pages. With nothing new it takes seconds.",
    )
    everything = dg.define_asset_job(
        triggers.EVERYTHING,
        selection=dg.AssetSelection.all(),
        description="Brings the warehouse up to date with what has landed, and then what is taken from it: exports, and pages for people.",
    )
    return dg.Definitions(
        assets=[asset.with_hooks({hook}) for asset in ASSETS],
        jobs=[refresh, everything],
        schedules=[triggers.nightly(settings)],
        sensors=[triggers.landing(settings)],
        resources={"workshop": workshop_resource(settings, progress)},
        executor=dg.in_process_executor,
    )


@dg.definitions
def defs() -> dg.Definitions:
    """The definitions for the settings in the environment."""
    return build(Settings())
