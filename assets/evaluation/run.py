"""Runs all stages over labelled articles in a home of their own, and scores what they publish.

The very functions of the pipeline run, without Dagster around them: the figures are those that a user gets.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from assets.enriched import stage as enriched
from assets.evaluation.found import gather
from assets.evaluation.labels import Label
from assets.evaluation.score import Asked, Card, everything, score
from assets.parsed import stage as parsed
from assets.raw import stage as raw
from assets.running.workshop import Workshop
from assets.validated import stage as validated
from assets.warehouse import stage as warehouse
from warehouse import open_warehouse

TABLES = (
    "documents",
    "attributions",
    "mentions",
    "persons",
    "places",
    "roles",
    "reports",
    "report_participants",
    "report_topics",
    "mandates",
    "mandate_reports",
)


class EvaluationError(RuntimeError):
    """The labelled articles could not be published: a blocking check failed; the message says which."""


def evaluate(labels: Iterable[Label], asked: Asked = everything) -> Card:
    """Read every labelled article and score it.

    Args:
        labels: the articles; each names its raw file.
        asked: which measures a label answers; all of them by default.

    Raises:
        EvaluationError: what was read breaks a contract.
    """
    with TemporaryDirectory(prefix="evaluation-") as scratch:
        home = Path(scratch)
        names = _land(labels, home / "landing")
        run_stages(Workshop(home=home, landing={"landing": home / "landing"}, run_id="evaluation"))
        with open_warehouse(home / "dragoman.duckdb") as published:
            found = gather({name: published.table(name) for name in TABLES})
            files = dict(published.query("select path, document_id from files join documents using (file_id)").iter_rows())
    return score(((label, found.get(files.get(name, ""))) for name, label in names.items()), asked)


def _land(labels: Iterable[Label], landing: Path) -> dict[str, Label]:
    """Copy the raw files into a landing place; their paths there, each with its label."""
    names = {}
    for number, label in enumerate(labels):
        name = f"{number:04d}/{label.path.name}"
        (landing / name).parent.mkdir(parents=True)
        shutil.copyfile(label.path, landing / name)
        names[name] = label
    return names


def run_stages(workshop: Workshop) -> None:
    """All stages up to the published warehouse, of a workshop whose articles have landed.

    Raises:
        EvaluationError: a blocking check failed.
    """
    raw.refresh(workshop)
    parsed.refresh(workshop)
    validated.refresh(workshop)
    validated.find_repeats(workshop)
    enriched.refresh(workshop)
    enriched.resolve_corpus(workshop)
    failed = [v for v in warehouse.refresh(workshop).verdicts if not v.passed and v.severity == "error"]
    if failed:
        raise EvaluationError("; ".join(f"{v.check}: {v.failed_rows} rows, such as {v.sample[:1]}" for v in failed))
