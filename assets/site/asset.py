"""The asset `site`: the published record as pages for people."""

import dagster as dg

from assets.running import report, versions
from assets.running.workshop import Workshop
from assets.site import stage


@report.stage_asset(
    stage.ASSET,
    group="exports",
    deps=("warehouse",),
    kinds={"html"},
    unit="corpus",
    version=versions.current().site,
    tables={},
    check_names=stage.CHECKS,
)
def site(context: dg.AssetExecutionContext, workshop: dg.ResourceParam[Workshop]) -> dg.MaterializeResult:
    """Writes pages of events, persons, countries and organisations into the home's folder `site`; `index.html` is the front page.

    They work from a file, without a server or a network. A page that would come out the same is left as it is.
    """
    return report.materialize(context, workshop, stage.refresh)
