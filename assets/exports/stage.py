"""Brings the exports of a home up to date with its warehouse: all formats, or those that the settings name."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import polars as pl

from assets.exports import formats
from assets.running import versions
from assets.running.account import Account
from assets.running.checks import Verdict
from assets.running.forms import WHAT, Form
from assets.running.workshop import Workshop
from sql import statement
from warehouse.read import open_warehouse

ASSET: Final = "exports"
FOLDER: Final = "exports"
WHOLE: Final = "exports_are_whole"
CHECKS: Final = {WHOLE: "A format that has a place for every event lacks some"}
EVENTS: Final = {Form.parquet: "events", Form.csv: "events", Form.jsonld: "events.jsonld"}
"""Formats that hold every event, and what counts them in each."""
PUBLISHED: Final = "inputs"
Counts = Mapping[str, int]


def refresh(workshop: Workshop) -> Account:
    """Writes each format whose folder does not stand for the published file and the present code."""
    state, events = _published(workshop)
    changed = 0
    for done, form in enumerate(workshop.exports):
        folder = workshop.home / FOLDER / form
        if formats.noted(folder).get("state") != state:
            formats.export(form, workshop.database, folder, state=state, memory=workshop.bounds.memory, threads=workshop.threads)
            changed += 1
        workshop.tell(ASSET)(done + 1, len(workshop.exports))
    rows = {form: dict(formats.noted(workshop.home / FOLDER / form)["rows"]) for form in workshop.exports}
    return Account(
        rows={form: sum(counts.values()) for form, counts in rows.items()},
        changed=changed,
        preview=(shown := _shown(workshop.home, rows)),
        chart=(shown.select("format", "rows"), "format", "rows", "Rows and records by format"),
        verdicts=[_whole(rows, events)],
    )


def _shown(home: Path, rows: Mapping[Form, Counts]) -> pl.DataFrame:
    """`format`, `rows`, `folder`, `what`."""
    lines = [(form, sum(counts.values()), str(home / FOLDER / form), WHAT[form]) for form, counts in rows.items()]
    columns = {"format": pl.String, "rows": pl.Int64, "folder": pl.String, "what": pl.String}
    return pl.DataFrame(lines, schema=columns, orient="row")


def _published(workshop: Workshop) -> tuple[str, int]:
    """A digest of what the published file was made from and of the code of exports; and how many events it has."""
    with open_warehouse(workshop.database, workshop.bounds.memory) as published:
        inputs = published.query(statement("read/published_inputs"), {"check": PUBLISHED})["inputs"]
        events = published.query(statement("read/row_counts")).filter(pl.col("name") == "events")["rows"][0]
    return versions.digest(*inputs, workshop.versions.exports), int(events)


def _whole(rows: Mapping[Form, Counts], events: int) -> Verdict:
    held = {form: rows[form][count] for form, count in EVENTS.items() if form in rows}
    lacking = [{"format": form, "events": found} for form, found in held.items() if found != events]
    return Verdict(ASSET, WHOLE, "error", CHECKS[WHOLE], len(lacking), looked_at=len(held), limit=0, sample=tuple(lacking))
