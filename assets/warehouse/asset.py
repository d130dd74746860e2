"""The asset `warehouse`: the DuckDB file that analysts query."""

import dagster as dg

from assets.running import report, versions
from assets.running.workshop import Workshop
from assets.warehouse import stage
from warehouse.contracts import PUBLIC

TABLES = {"events": PUBLIC["events"], **PUBLIC}


@report.stage_asset(
    "warehouse",
    group="warehouse",
    deps=("resolved", "accuracy"),
    kinds={"duckdb", "sql"},
    unit="corpus",
    version=versions.current().warehouse,
    tables=TABLES,
    check_names=stage.check_names(),
)
def warehouse(context: dg.AssetExecutionContext, workshop: dg.ResourceParam[Workshop]) -> dg.MaterializeResult:
    """Builds a new DuckDB file, judges it by the checks across tables, and swaps it in.

    A failed check of severity error keeps yesterday's file in its place. Readers see the old file or the new one.
    """
    return report.materialize(context, workshop, stage.refresh)
