"""Brings the site of a home up to date with its warehouse."""

import json
from pathlib import Path
from typing import Any, Final

import polars as pl

from assets.running import versions
from assets.running.account import Account
from assets.running.checks import Verdict
from assets.running.workshop import Workshop
from assets.site import build, folder
from sql import statement
from warehouse.read import open_warehouse

ASSET: Final = "site"
FOLDER: Final = "site"
MEASURED: Final = "evaluation"
"""Folder of the home that the figures of accuracy stand in."""
WHOLE: Final = "site_is_whole"
CHECKS: Final = {WHOLE: "An event has no page"}
PUBLISHED: Final = "inputs"


def refresh(workshop: Workshop) -> Account:
    """Writes what has changed since the site was last written; nothing where it stands for the published file and the present code."""
    root = workshop.home / FOLDER
    state, events = _published(workshop)
    counts = dict(folder.noted(root).get("rows") or {})
    changed = 0
    if folder.noted(root).get("state") != state:
        bounds = workshop.bounds.memory, workshop.threads, workshop.threads
        counts = build.build(build.Report(workshop.database, root, None, state, measured(workshop.home), *bounds))
        changed = counts.pop("written")
    return Account(
        rows={"pages": counts["pages"], "events": counts["events"], "persons": counts["persons"]},
        changed=changed,
        preview=pl.DataFrame({"page": [folder.FRONT], "address": [(root / folder.FRONT).as_uri()]}),
        notes={"front page": (root / folder.FRONT).as_uri()},
        verdicts=[_whole(counts["events"], events)],
    )


def measured(home: Path) -> list[dict[str, Any]]:
    """What the reading has been measured at in a home, the oldest first: `f1` by part and measure."""
    files = sorted((home / MEASURED).glob("*.json"), key=lambda path: (path.stat().st_mtime_ns, path.name))
    return [{"key": path.stem, "f1": json.loads(path.read_text(encoding="utf-8"))["f1"]} for path in files]


def _published(workshop: Workshop) -> tuple[str, int]:
    """A digest of what the published file was made from and of the code of pages; and how many events it has."""
    with open_warehouse(workshop.database, workshop.bounds.memory) as published:
        inputs = published.query(statement("read/published_inputs"), {"check": PUBLISHED})["inputs"]
        events = published.query(statement("read/row_counts")).filter(pl.col("name") == "events")["rows"][0]
    return versions.digest(*inputs, workshop.versions.site), int(events)


def _whole(found: int, events: int) -> Verdict:
    lacking = [] if found == events else [{"pages": found, "events": events}]
    return Verdict(ASSET, WHOLE, "error", CHECKS[WHOLE], len(lacking), looked_at=1, limit=0, sample=tuple(lacking))
