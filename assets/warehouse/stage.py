"""Publishes the warehouse when anything that it is built from has changed.

The statements stand in sql/; building, judging and swapping is `warehouse.publish`.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from assets.running import accounts, checks, versions
from assets.running.account import Account
from assets.running.checks import Verdict
from assets.running.workshop import Workshop
from sql import header, names, statement
from warehouse.contracts import PUBLIC
from warehouse.publish import PublishResult, publish
from warehouse.read import Warehouse, WarehouseError, open_warehouse

ASSET: Final = "warehouse"
# A verdict that is always passed: it carries the digest of the inputs inside the file, so that both change at once.
INPUTS: Final = "inputs"
BROKEN_CONTRACT: Final = "contract_of_"


class BrokenContractError(RuntimeError):
    """Rows break a key or lack what must be there: the tables cannot even be filled."""


def check_names() -> dict[str, str]:
    """What each check across tables looks for, by its name."""
    return {name.rpartition("/")[2]: header(statement(name))["what"] for name in names("checks")}


def refresh(workshop: Workshop) -> Account:
    """Builds and publishes, or finds that the published file is the present one."""
    inputs = _inputs(workshop)
    try:
        with open_warehouse(workshop.database, workshop.bounds.memory) as published:
            if _published_inputs(published) == inputs:
                return _account(_rows(published), _published_verdicts(published), fresh=False)
    except WarehouseError:
        pass  # nothing has been published yet, or by a version whose file this one cannot read: publish anew
    result = _publish(workshop, inputs)
    verdicts = [_verdict(each.name, each.severity, each.failed_rows, each.what, each.sample) for each in result.checks]
    return _account(result.rows, verdicts, fresh=True)


def _inputs(workshop: Workshop) -> str:
    """A digest of all that the tables follow from: what landed, and the rules of every stage."""
    present = workshop.versions
    landed = accounts.figure(workshop, "landed", "raw_files", lambda: _landed(workshop))
    return versions.digest(landed, present.by_stage(), present.warehouse)


def _landed(workshop: Workshop) -> str:
    files = workshop.files().select(pl.concat_str("landing", "path", "file_id", "mtime_ns", "first_seen_at", separator=" "))
    return versions.of_ids(files.to_series())


def _publish(workshop: Workshop, inputs: str) -> PublishResult:
    run: dict[str, Any] = {"run_id": workshop.run_id, "checked_at": workshop.started}
    carried = {
        **run,
        "asset": ASSET,
        "check": INPUTS,
        "severity": "warn",
        "passed": True,
        "failed_rows": 0,
        "metadata": json.dumps({"inputs": inputs}),
    }
    row = PUBLIC["checks"].conform(pl.DataFrame([carried]))
    result = publish(
        workshop.store,
        workshop.database,
        workshop.versions.by_stage(),
        **run,
        checks=pl.concat([checks.latest(workshop.home), row]),
        memory=workshop.bounds.memory,
        threads=workshop.threads,
    )
    workshop.tell(ASSET)(1, 1)
    for check in result.checks:
        if check.name.startswith(BROKEN_CONTRACT):
            raise BrokenContractError(f"{check.name}: {check.what}: {list(check.sample)}")
    return result


def _published_inputs(published: Warehouse) -> str | None:
    found = published.query(statement("read/published_inputs"), {"check": INPUTS})["inputs"]
    return str(found[0]) if found.len() else None


def _published_verdicts(published: Warehouse) -> list[Verdict]:
    verdicts = []
    for row in published.query(statement("read/published_verdicts")).iter_rows(named=True):
        told = json.loads(row["metadata"] or "{}")
        if row["check"] in check_names():
            verdicts.append(_verdict(row["check"], row["severity"], row["failed_rows"], told["what"], told["sample"]))
    return verdicts


def _rows(published: Warehouse) -> dict[str, int]:
    counted = published.query(statement("read/row_counts"))
    return dict(counted.select("name", "rows").iter_rows())


def _verdict(name: str, severity: Any, failed_rows: int, what: str, sample: Any) -> Verdict:
    return Verdict(ASSET, name, severity, what, failed_rows, looked_at=0, limit=0, sample=tuple(sample))


def _account(rows: Mapping[str, int], verdicts: list[Verdict], *, fresh: bool) -> Account:
    ordered = {name: rows[name] for name in ("events", *(name for name in PUBLIC if name != "events"))}
    counted = pl.DataFrame({"table": list(ordered), "rows": list(ordered.values())})
    return Account(
        rows=ordered,
        changed=int(fresh),
        preview=counted,
        chart=(counted.filter(pl.col("rows") > 0), "table", "rows", "Rows by table"),
        verdicts=verdicts,
    )
