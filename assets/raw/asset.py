"""The asset `raw_files`: what lies in the landing places, archived."""

import dagster as dg

from assets.raw import stage
from assets.running import report, versions
from assets.running.workshop import Workshop
from warehouse.contracts import INTERNAL

VERSION = versions.RAW


@report.stage_asset(
    "raw_files",
    group="raw",
    deps=(),
    kinds={"file", "python"},
    unit="file",
    version=VERSION,
    tables=INTERNAL["raw"],
)
def raw_files(context: dg.AssetExecutionContext, workshop: dg.ResourceParam[Workshop]) -> dg.MaterializeResult:
    """Finds new, changed and restored files in the landing places and archives their bytes by content.

    A file that changed supersedes its older version; one that vanished stays. Nothing is ever lost.
    """
    return report.materialize(context, workshop, stage.refresh)
