"""Measures the reading on the frozen corpus whenever a rule has changed, and keeps the figures in the home."""

import json
from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from assets.evaluation import corpus
from assets.evaluation.run import evaluate
from assets.evaluation.score import EVERY, Card
from assets.running import checks, versions
from assets.running.account import Account
from assets.running.workshop import Workshop
from warehouse.durable import write_bytes

ASSET: Final = "accuracy"
CHECK: Final = "f1_over_floor"
FOLDER: Final = "evaluation"
TITLE: Final = "F1 on articles held out"
SHOWN: Final = ("persons", "offices", "countries", "organisations", "places", "main_events", "events", "event_participants")


def refresh(workshop: Workshop) -> Account:
    """The figures under the rules in force, measured anew only where they are not known; none where that is switched off."""
    if not workshop.measured:
        return _account({"f1": {}, "below": []}, fresh=False)
    path = workshop.home / FOLDER / f"{_key(workshop)}.json"
    fresh = not path.exists()
    if fresh:
        write_bytes(path, json.dumps(_measure(), indent=1).encode())
    figures = json.loads(path.read_text(encoding="utf-8"))
    return _account(figures, fresh=fresh)


def _key(workshop: Workshop) -> str:
    """A digest of the rules, the labelled articles and the floors."""
    labels = [label for part in corpus.parts().values() for label in part]
    texts = pl.Series([versions.digest(label.model_dump(mode="json"), label.path.read_bytes().hex()) for label in labels])
    return versions.digest(workshop.versions.by_stage(), workshop.versions.warehouse, versions.of_ids(texts), corpus.floors())


def _measure() -> dict[str, Any]:
    """F1 by part and measure, and what is under its floor."""
    cards = {part: evaluate(labels) for part, labels in corpus.parts().items()}
    return {
        "f1": {part: _figures(card) for part, card in cards.items()},
        "below": [row for part, card in cards.items() for row in corpus.below(part, card)],
    }


def _figures(card: Card) -> Mapping[str, float | None]:
    return {measure: tally.f1 for measure, tally in card.tallies[EVERY].items()}


def _account(figures: Mapping[str, Any], *, fresh: bool) -> Account:
    rows = [
        {"part": part, "measure": measure, "f1": round(value, 3)}
        for part, found in figures["f1"].items()
        for measure, value in found.items()
        if value is not None
    ]
    table = pl.DataFrame(rows, schema={"part": pl.String, "measure": pl.String, "f1": pl.Float64})
    shown = table.filter(pl.col("measure").is_in(SHOWN) & (pl.col("part") == "held out"))
    faults = pl.DataFrame(figures["below"], schema={"part": pl.String, "measure": pl.String, "f1": pl.Float64, "floor": pl.Float64})
    return Account(
        rows={ASSET: table.height},
        changed=table.height if fresh else 0,
        preview=shown,
        chart=(shown.select("measure", "f1"), "measure", "f1", TITLE),
        followed={TITLE: dict(shown.select("measure", "f1").iter_rows())},
        verdicts=checks.judge(ASSET, {CHECK: faults}, {CHECK: table.height}),
    )
