"""The asset `parsed_documents`: articles out of files."""

import dagster as dg

from assets.parsed import stage
from assets.running import report, versions
from assets.running.workshop import Workshop
from warehouse.contracts import INTERNAL

TABLES = {name: INTERNAL["parsed"][name] for name in ("documents", "parsed_files", "rejects", "faults")}


@report.stage_asset(
    "parsed_documents",
    group="parsed",
    deps=("raw_files",),
    kinds={"python", "polars", "parquet"},
    unit="file",
    version=versions.current().parsed,
    tables=TABLES,
)
def parsed_documents(context: dg.AssetExecutionContext, workshop: dg.ResourceParam[Workshop]) -> dg.MaterializeResult:
    """Opens each file's format, decodes it, and finds title, body, dateline and publication date.

    Page residue is cut away. A record that gives no document becomes a reject with its reason.
    """
    return report.materialize(context, workshop, stage.refresh)
