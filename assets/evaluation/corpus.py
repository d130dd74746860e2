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
HELD_OUT = "heldout"
FLOORS = Path(__file__).parent / "floors.toml"


def parts() -> dict[str, list[Label]]:
    """The articles that rules were tuned on, those held out, and those of each language without any held out; empty without a corpus."""
    if not CORPUS.is_dir():
        return {}
    held_out = list(load(CORPUS / HELD_OUT))
    whole = {label.language for label in held_out}
    folders = sorted(path for path in CORPUS.iterdir() if path.is_dir() and path.name not in (HELD_OUT, "__pycache__"))
    tuned = [label for path in folders for label in load(path)]
    found = {"tuned": [label for label in tuned if label.language in whole], "held out": held_out}
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
