"""Verdicts on all that a stage has committed: counts, limits, samples, and where they are kept.

Which checks there are, and how severe each is, stands in checks.toml. Here is no rule of any stage, and
nothing of Dagster: `assets.running.report` turns verdicts into asset checks.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import polars as pl
from pydantic import BaseModel, ConfigDict

from warehouse.contracts import PUBLIC
from warehouse.durable import write_bytes

SAMPLE: Final = 10
PUBLISHED: Final = "warehouse"  # its checks are statements in sql/checks


class Rule(BaseModel):
    """One check of checks.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: str
    severity: Literal["error", "warn"]
    limit: int = 0
    share: float = 0.0


@dataclass(frozen=True)
class Verdict:
    """How one check came out.

    Attributes:
        asset: the asset that was judged.
        check: the check's name, unique in its asset.
        severity: error blocks what comes after, warn tells.
        what: what is asked of the rows.
        failed_rows: exact number of rows that break it.
        looked_at: rows that were judged.
        limit: rows that may break it.
        by_rule: `rule`, `rows`: the failed rows by the rule they break.
        sample: a few of them.
    """

    asset: str
    check: str
    severity: Literal["error", "warn"]
    what: str
    failed_rows: int
    looked_at: int
    limit: int
    by_rule: tuple[Mapping[str, Any], ...] = ()
    sample: tuple[Mapping[str, Any], ...] = ()

    @property
    def passed(self) -> bool:
        """True when no more rows than allowed break the check."""
        return self.failed_rows <= self.limit

    @property
    def blocking(self) -> bool:
        """True when nothing after this may be published."""
        return not self.passed and self.severity == "error"

    def metadata(self) -> dict[str, Any]:
        """What the table `checks` shows beside the verdict."""
        return {
            "what": self.what,
            "looked_at": self.looked_at,
            "limit": self.limit,
            "by_rule": list(self.by_rule),
            "sample": list(self.sample),
        }


@cache
def rules() -> Mapping[str, Mapping[str, Rule]]:
    """The checks of every asset, by asset and name.

    Raises:
        pydantic.ValidationError: checks.toml holds an unknown key or severity.
    """
    text = Path(__file__).with_name("checks.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return {asset: {name: Rule.model_validate(table) for name, table in checks.items()} for asset, checks in tables.items()}


def assets() -> tuple[str, ...]:
    """The assets that are judged, in the order of the data's way."""
    return (*rules(), PUBLISHED)


def judge(asset: str, faults: Mapping[str, pl.DataFrame], looked_at: Mapping[str, int]) -> tuple[Verdict, ...]:
    """A verdict for each check of an asset.

    Arguments:
        asset: its name in checks.toml.
        faults: rows that break a check, by the check's name; a column `rule` groups them.
        looked_at: rows judged, by the check's name.

    Raises:
        KeyError: the faults or the counts do not cover the asset's checks exactly.
    """
    known = rules()[asset]
    if faults.keys() != known.keys():
        raise KeyError(f"{asset}: checks {sorted(faults.keys() ^ known.keys())} are in checks.toml or the code alone")
    return tuple(_verdict(asset, name, known[name], faults[name], looked_at[name]) for name in known)


def _verdict(asset: str, name: str, rule: Rule, faults: pl.DataFrame, looked_at: int) -> Verdict:
    return Verdict(
        asset=asset,
        check=name,
        severity=rule.severity,
        what=rule.what,
        failed_rows=faults.height,
        looked_at=looked_at,
        limit=max(rule.limit, int(rule.share * looked_at)),
        by_rule=_by_rule(faults),
        sample=tuple(faults.head(SAMPLE).to_dicts()),
    )


def _by_rule(faults: pl.DataFrame) -> tuple[Mapping[str, Any], ...]:
    if "rule" not in faults.columns:
        return ()
    counted = faults.group_by("rule").agg(pl.len().alias("rows")).sort("rows", "rule", descending=[True, False])
    return tuple(counted.to_dicts())


def save(home: Path, run_id: str, checked_at: str, verdicts: Sequence[Verdict]) -> None:
    """Keeps the verdicts on one asset as its latest ones."""
    rows = [_row(verdict, run_id, checked_at) for verdict in verdicts]
    for asset in {verdict.asset for verdict in verdicts}:
        content = json.dumps([row for row in rows if row["asset"] == asset], default=str)
        write_bytes(home / "checks" / f"{asset}.json", content.encode())


def latest(home: Path, assets: Iterable[str] | None = None) -> pl.DataFrame:
    """The latest verdicts of all assets, or of those named, as rows of the public table `checks`."""
    names = rules().keys() if assets is None else assets
    rows: list[dict[str, Any]] = []
    for name in names:
        path = home / "checks" / f"{name}.json"
        if path.exists():
            rows.extend(json.loads(path.read_text(encoding="utf-8")))
    if not rows:
        return PUBLIC["checks"].empty()
    moment = pl.col("checked_at").str.to_datetime(time_unit="us", time_zone="UTC")
    return PUBLIC["checks"].conform(pl.DataFrame(rows, infer_schema_length=None).with_columns(moment))


def _row(verdict: Verdict, run_id: str, checked_at: str) -> dict[str, Any]:
    return {
        "run_id": run_id,
        "asset": verdict.asset,
        "check": verdict.check,
        "checked_at": checked_at,
        "severity": verdict.severity,
        "passed": verdict.passed,
        "failed_rows": verdict.failed_rows,
        "metadata": json.dumps(verdict.metadata(), ensure_ascii=False, default=str),
    }
