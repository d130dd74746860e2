"""The frozen corpus and the floors that the reading must not fall under. Absent where only the packages are installed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assets.evaluation.labels import Label, load
from assets.evaluation.score import Card
from assets.languages import packs
from assets.running.versions import ROOT

CORPUS = ROOT / "tests" / "corpus"
APART = {
    "opened": "opened",
    "opened later": "opened_later",
    "opened third": "opened_third",
    "opened fourth": "opened_fourth",
    "held out": "heldout",
}
"""Parts with folders of their own: articles once held out, that rules were tuned on since, and those that are held out now."""
FLOORS = Path(__file__).parent / "floors.toml"


def parts() -> dict[str, list[Label]]:
    """The articles by part: tuned on from the first, those of `APART`, and those of each language that these have none of.

    Returns: labels by the part's name; empty without a corpus.
    """
    if not CORPUS.is_dir():
        return {}
    apart = {name: list(load(CORPUS / folder)) for name, folder in APART.items() if (CORPUS / folder).is_dir()}
    whole = {label.language for labels in apart.values() for label in labels}
    folders = sorted(path for path in CORPUS.iterdir() if path.is_dir() and path.name not in (*APART.values(), "__pycache__"))
    tuned = [label for path in folders for label in load(path)]
    found = {"tuned": [label for label in tuned if label.language in whole]} | apart
    for code in sorted({label.language for label in tuned} - whole):
        found[packs.load(code).language.name] = [label for label in tuned if label.language == code]
    return found


@cache
def floors() -> Mapping[str, Mapping[str, float]]:
    """The lowest reach allowed (`Card.reach`), by part and measure."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def below(part: str, card: Card) -> list[dict[str, str | float]]:
    """A row for each measure of a part that is under its floor: part, measure, f1, floor."""
    return [
        {"part": part, "measure": measure, "f1": round(reached, 3), "floor": floor}
        for measure, floor in floors().get(part, {}).items()
        if (reached := card.reach(measure)) < floor
    ]
