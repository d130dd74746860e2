"""How an asset presents itself in Dagster: declaration, schema, counts, preview, chart, asset checks.

The only module beside the stages' asset.py that knows Dagster on this side. It judges nothing and computes no row.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

import dagster as dg
import polars as pl

from assets.running import accounts, charts, checks
from assets.running.account import Account
from assets.running.checks import Verdict
from assets.running.workshop import Workshop
from warehouse.contracts import Table

OWNER: Final = "team:dragoman"
PAGES: Final = "/pages/"
"""Where the UI serves the site, seen from its own address."""
PAGE: Final[Mapping[str, str]] = {
    "raw_files": "quality.html",
    "parsed_documents": "quality.html",
    "validated_documents": "coverage.html",
    "readings": "acts.html",
    "resolved": "people.html",
    "accuracy": "quality.html",
    "warehouse": "index.html",
    "site": "index.html",
}
"""The page of the site on which readers see what came of an asset."""
PREVIEW_ROWS: Final = 8
PREVIEW_WIDTH: Final = 60
BY_LANGUAGE: Final = "rows by language"
OWN: Final = frozenset({"raw_files"})
"""It looks into the landing places every time, and asks for its kept account itself."""


def stage_asset(
    name: str,
    *,
    group: str,
    deps: Sequence[str],
    kinds: set[str],
    unit: str,
    version: str,
    tables: Mapping[str, Table],
    check_names: Mapping[str, str] | None = None,
) -> Callable[[Callable[..., dg.MaterializeResult[Any]]], dg.AssetsDefinition]:
    """`dagster.asset` with what every stage's asset has: owner, kinds, schemas, checks.

    Arguments:
        name: the asset's name.
        group, deps, kinds: as Dagster shows them.
        unit: what one unit of its work is: file, document, corpus.
        version: the rules version.
        tables: contracts of what it keeps, the asset's own first.
        check_names: description by name of further checks than those of checks.toml.
    """
    own = {check: rule.what for check, rule in checks.rules().get(name, {}).items()}
    described = {**own, **(check_names or {})}
    return dg.asset(
        name=name,
        group_name=group,
        deps=list(deps),
        kinds=kinds,
        owners=[OWNER],
        tags={"dragoman/unit": unit},
        code_version=version,
        metadata=_schemas(tables),
        check_specs=[dg.AssetCheckSpec(check, asset=name, description=what, blocking=True) for check, what in described.items()],
    )


def _schemas(tables: Mapping[str, Table]) -> dict[str, Any]:
    """The first table's schema is the asset's own."""
    found = {f"schema of {each.name}": dg.MetadataValue.table_schema(schema(each)) for each in list(tables.values())[1:]}
    own = [schema(each) for each in tables.values()][:1]
    return found | ({"dagster/column_schema": own[0]} if own else {})


def schema(table: Table) -> dg.TableSchema:
    """The contract as Dagster shows it."""
    columns = [
        dg.TableColumn(
            column.name,
            type=column.sql_type,
            description=column.description,
            constraints=dg.TableColumnConstraints(nullable=column.nullable, other=list(column.checks)),
        )
        for column in table.columns
    ]
    key = dg.TableConstraints(other=[f"key: {', '.join(table.key)}"] if table.key else [])
    return dg.TableSchema(columns=columns, constraints=key)


def materialize(context: dg.AssetExecutionContext, workshop: Workshop, work: Callable[[Workshop], Account]) -> dg.MaterializeResult[Any]:
    """Does a stage's work and reports it: verdicts are kept for the warehouse, then told to Dagster.

    A verdict that blocks makes Dagster fail the step, so that nothing after it runs.
    """
    asset = context.asset_key.to_user_string()
    workshop.progress(asset, 0, 1)
    with _timed() as seconds:
        account = work(workshop) if asset in OWN else accounts.kept(workshop, asset, lambda: work(workshop))
    workshop.progress(asset, 1, 1)
    moment = workshop.started.isoformat()
    checks.save(workshop.home, workshop.run_id, moment, account.verdicts)
    for verdict in account.verdicts:
        if not verdict.passed:
            context.log.warning(f"{asset}: {verdict.check}: {verdict.failed_rows} rows: {verdict.what}")
    return dg.MaterializeResult(
        metadata={**_page(asset), **_metadata(account), **_followed(account), "seconds": round(seconds[0], 2)},
        check_results=[_check_result(verdict) for verdict in account.verdicts],
    )


@contextmanager
def _timed() -> Iterator[list[float]]:
    elapsed = [0.0]
    begun = time.perf_counter()
    yield elapsed
    elapsed[0] = time.perf_counter() - begun


def _page(asset: str) -> dict[str, Any]:
    return {"page": dg.MetadataValue.url(PAGES + PAGE[asset])} if asset in PAGE else {}


def _metadata(account: Account) -> dict[str, Any]:
    first = next(iter(account.rows.values()), 0)
    found: dict[str, Any] = {"dagster/row_count": first, "units in this run": account.changed}
    found |= {f"rows of {table}": rows for table, rows in list(account.rows.items())[1:]}
    found |= dict(account.notes)
    if account.by_language is not None:
        found[BY_LANGUAGE] = dg.MetadataValue.md(table(account.by_language))
    if account.preview is not None and account.preview.height:
        found["preview"] = dg.MetadataValue.md(table(account.preview.head(PREVIEW_ROWS)))
    if account.chart is not None and account.chart[0].height:
        found["chart"] = dg.MetadataValue.md(charts.bars(*account.chart))
    return found


def _followed(account: Account) -> dict[str, float]:
    """Figures with a key each: what is a number, Dagster plots over runs by itself."""
    spoken = {BY_LANGUAGE: dict(account.by_language.iter_rows())} if account.by_language is not None else {}
    groups: dict[str, Mapping[str, float]] = {**spoken, **account.followed}
    return {f"{title}: {name}": figure for title, figures in groups.items() for name, figure in figures.items()}


def _check_result(verdict: Verdict) -> dg.AssetCheckResult:
    severity = dg.AssetCheckSeverity.ERROR if verdict.severity == "error" else dg.AssetCheckSeverity.WARN
    metadata: dict[str, Any] = {
        "failed rows": verdict.failed_rows,
        "limit": verdict.limit,
        "looked at": verdict.looked_at,
    }
    if verdict.by_rule:
        metadata["by rule"] = dg.MetadataValue.md(table(pl.DataFrame(verdict.by_rule)))
    if verdict.sample:
        metadata["sample"] = dg.MetadataValue.md(table(pl.DataFrame(verdict.sample, infer_schema_length=None)))
    return dg.AssetCheckResult(
        passed=verdict.passed,
        check_name=verdict.check,
        severity=severity,
        description=verdict.what,
        metadata=metadata,
    )


def table(rows: pl.DataFrame) -> str:
    """A frame as a markdown table, its cells on one line and cut to a readable width."""
    lines = ["| " + " | ".join(rows.columns) + " |", "|" + "---|" * rows.width]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in rows.iter_rows()]
    return "\n".join(lines)


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else str(value)
    flat = " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
    return flat if len(flat) <= PREVIEW_WIDTH else flat[: PREVIEW_WIDTH - 1] + "…"
