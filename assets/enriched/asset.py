"""The assets `readings` and `resolved`: what each article says, and who and what stands behind all of them."""

import dagster as dg

from assets.enriched import stage
from assets.running import report, versions
from assets.running.workshop import Workshop
from warehouse.contracts import INTERNAL

# The readings' own table is the one that holds most of what was found.
READ_TABLES = {"mentions": INTERNAL["read"]["mentions"], **INTERNAL["read"]}
RESOLVED_TABLES = {"events": INTERNAL["resolved"]["events"], **INTERNAL["resolved"]}


@report.stage_asset(
    "readings",
    group="enriched",
    deps=("validated_documents", "duplicates"),
    kinds={"python", "polars", "parquet"},
    unit="document",
    version=versions.digest(versions.current().read),
    tables=READ_TABLES,
)
def readings(context: dg.AssetExecutionContext, workshop: dg.ResourceParam[Workshop]) -> dg.MaterializeResult:
    """Reads each document: people with their offices, countries, organisations, places, dates, what happened and who says so.

    Every row carries the span in the text that shows it and the rule that made it.
    """
    return report.materialize(context, workshop, stage.refresh)


@report.stage_asset(
    "resolved",
    group="enriched",
    deps=("readings",),
    kinds={"python", "polars", "parquet"},
    unit="corpus",
    version=versions.current().resolved,
    tables=RESOLVED_TABLES,
)
def resolved(context: dg.AssetExecutionContext, workshop: dg.ResourceParam[Workshop]) -> dg.MaterializeResult:
    """Finds one person behind many spellings and one event behind many reports, over the whole corpus.

    Every merge keeps its reason and score; where sources disagree, all values stay.
    """
    return report.materialize(context, workshop, stage.resolve_corpus)
