"""The asset `exports`: the published record in the forms of other people's tools."""

import dagster as dg

from assets.exports import stage
from assets.running import report, versions
from assets.running.workshop import Workshop


@report.stage_asset(
    stage.ASSET,
    group="exports",
    deps=("warehouse",),
    kinds={"parquet", "csv"},
    unit="corpus",
    version=versions.current().exports,
    tables={},
    check_names=stage.CHECKS,
)
def exports(context: dg.AssetExecutionContext, workshop: dg.ResourceParam[Workshop]) -> dg.MaterializeResult:
    """Writes Parquet, CSV, iCalendar, FollowTheMoney, JSON-LD, PLOVER and GeoJSON into the home's folder `exports`.

    A format whose files stand for the published warehouse is left as it is.
    """
    return report.materialize(context, workshop, stage.refresh)
