"""The assets `validated_documents` and `duplicates`: good documents apart from bad ones, repeats marked."""

import dagster as dg

from assets.running import report, versions
from assets.running.workshop import Workshop
from assets.validated import checks, stage
from warehouse.contracts import INTERNAL


@report.stage_asset(
    "validated_documents",
    group="validated",
    deps=("parsed_documents",),
    kinds={"python", "polars", "parquet"},
    unit="document",
    version=versions.current().validated,
    tables=INTERNAL["validated"],
    check_names=checks.rules(),
)
def validated_documents(context: dg.AssetExecutionContext, workshop: dg.ResourceParam[Workshop]) -> dg.MaterializeResult:
    """Judges every document by every rule, and splits the good ones from those that become rejects.

    A rule that only warns leaves the document where it is; its verdict is kept either way.
    """
    return report.materialize(context, workshop, stage.refresh)


@report.stage_asset(
    "duplicates",
    group="validated",
    deps=("validated_documents",),
    kinds={"python", "polars", "parquet"},
    unit="corpus",
    version=versions.current().duplicates,
    tables=INTERNAL["duplicates"],
)
def duplicates(context: dg.AssetExecutionContext, workshop: dg.ResourceParam[Workshop]) -> dg.MaterializeResult:
    """Marks documents that repeat an earlier one, exactly or nearly, over the whole corpus.

    An exact repeat is not read again; a near one is, and joins the same events.
    """
    return report.materialize(context, workshop, stage.find_repeats)
