"""The page of the assets: what Dagster shows of each, in the order of the data's way."""

from collections.abc import Iterator
from typing import Final

import dagster as dg

from orchestration.definitions import ASSETS, build
from orchestration.reference.markdown import opening, table
from orchestration.settings import Settings

ABOUT: Final = """\
Each asset is one stage's output. What it works on is what the assets before it have and it has not: a run with nothing new does nothing.
*Unit* is what a piece of its work is.
"""


def page() -> str:
    """The page as Markdown."""
    overview = table(("asset", "group", "made from", "unit", "checks"), map(_row, ASSETS))
    parts = [opening("Assets", "`assets/*/asset.py` and `orchestration`", ABOUT), overview, *_described(), *_started()]
    return "\n".join(parts)


def _row(asset: dg.AssetsDefinition) -> tuple[str, ...]:
    spec = asset.get_asset_spec()
    name = spec.key.to_user_string()
    sources = ", ".join(f"`{dep.asset_key.to_user_string()}`" for dep in spec.deps) or "the landing places"
    checks = len(list(asset.check_specs))
    return f"[`{name}`](#{name})", spec.group_name or "", sources, spec.tags.get("dragoman/unit", ""), f"[{checks}](checks.md#{name})"


def _described() -> Iterator[str]:
    for asset in ASSETS:
        spec = asset.get_asset_spec()
        yield f"## {spec.key.to_user_string()}\n\n{(spec.description or '').strip()}\n"


def _started() -> Iterator[str]:
    """Jobs, schedule and sensor of the code location."""
    found = build(Settings.model_construct())
    rows = [(f"job `{job.name}`", job.description) for job in found.jobs or () if not isinstance(job, dg.JobDefinition)]
    rows += [(f"schedule `{each.name}`", each.description) for each in found.schedules or () if isinstance(each, dg.ScheduleDefinition)]
    rows += [(f"sensor `{each.name}`", each.description) for each in found.sensors or ()]
    yield "## What starts them\n\n" + table(("what", "does"), rows)
