"""The asset `accuracy`: how well the present rules read the frozen corpus."""

import dagster as dg

from assets.evaluation import stage
from assets.running import report, versions
from assets.running.workshop import Workshop


@report.stage_asset(
    stage.ASSET,
    group="enriched",
    deps=("resolved",),
    kinds={"python"},
    unit="corpus",
    version=versions.digest(versions.current().by_stage()),
    tables={},
)
def accuracy(context: dg.AssetExecutionContext, workshop: dg.ResourceParam[Workshop]) -> dg.MaterializeResult:
    """Reads articles whose content is known and counts what was found: F1 by measure.

    The articles stand in tests/corpus. Nothing is measured anew while the rules stay as they are.
    """
    return report.materialize(context, workshop, stage.refresh)
