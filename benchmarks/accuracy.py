"""Measures the reading on labelled articles, writes docs/accuracy.md, and fails below the floors.

    python -m benchmarks.accuracy [NAME=LABELS[:RAW] …] [--detail] [--raise-floors] [--calibrate]

Without arguments: the frozen corpus in tests/corpus, its held-out part apart. Further sets are measured and shown, and have no
floors: LABELS is a folder of labels or one file of them, RAW the folder of the raw files where they don't lie beside.
"""

import argparse
import json
import sys
from pathlib import Path

from assets.enriched.reading.acts import confidence
from assets.evaluation import calibration, corpus
from assets.evaluation.labels import Label, load
from assets.evaluation.run import evaluate
from assets.evaluation.score import EVERY, Card
from assets.evaluation.table import markdown
from benchmarks import clusters, pairs, phrases, sections, surnames, translations

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
TUNED = "tuned"
SLACK = 0.005
"""How far under a measured figure a new floor is set."""


def raise_floors(cards: dict[str, Card]) -> None:
    """Write floors a little under what was reached; a floor never goes down."""
    lines = [
        "# The lowest F1 allowed on the frozen corpus, what is asked of events and mandates counted over all, found or not (`Card.reach`).",
        "# Floors only move up: `python -m benchmarks.accuracy --raise-floors`.",
    ]
    old = corpus.floors()
    for name, card in cards.items():
        lines.append(f'\n["{name}"]')
        for measure in card.tallies[EVERY]:
            reached = max(0.0, round(card.reach(measure) - SLACK, 3))
            lines.append(f"{measure} = {max(reached, old.get(name, {}).get(measure, 0.0))}")
    for name in old.keys() - cards.keys():
        lines += [f'\n["{name}"]', *(f"{measure} = {floor}" for measure, floor in old[name].items())]
    corpus.FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def reliabilities(cards: dict[str, Card]) -> dict[str, str]:
    """How far a report's confidence is the share that is right: a table a part of the corpus."""
    tables = {}
    for name, card in cards.items():
        known = calibration.samples(card.judged)
        tuned = name == TUNED
        found = calibration.cross_validated(known) if tuned else [(confidence.table().share(s.traits), s.right) for s in known]
        how = f"each under a table fitted to {calibration.FOLDS - 1} of {calibration.FOLDS} parts" if tuned else "under the table in force"
        tables[f"Confidence, {name} ({how})"] = calibration.markdown(found)
    return tables


def calibrate(card: Card) -> None:
    """Fit the table of confidence to the tuned articles and put it in force."""
    confidence.TABLE.write_text(calibration.toml(calibration.fit(calibration.samples(card.judged))), encoding="utf-8")
    confidence.forget()


def agreement() -> dict[str, str]:
    """What the languages told alike of the same documents, where that was measured."""
    kept = json.loads(translations.KEPT.read_text(encoding="utf-8")) if translations.KEPT.exists() else {}
    names = {"translations": "the same documents in several languages", "own": "our own documents in several languages"}
    return {heading: translations.markdown(kept[name]) for name, heading in names.items() if name in kept}


def page(tables: dict[str, str]) -> str:
    """The text of docs/accuracy.md."""
    parts = [
        "# Accuracy",
        "",
        "Made by `make accuracy`; never typed. How each measure counts stands in `assets/evaluation/score.py`, what labels mean in",
        "[labels.md](labels.md). *Tuned* articles were looked at while rules were written, *held out* ones only to measure; *opened*",
        "ones were held out until 2026-11-22, those *opened later* and *opened third* until 2026-11-23, those *opened fourth* until",
        "2026-11-24, and are looked at since.",
    ]
    for name, table in tables.items():
        parts += ["", f"## {name[0].upper()}{name[1:]}", "", table]
    return "\n".join(parts) + "\n"


def further(text: str) -> tuple[str, list[Label]]:
    """A set of labelled articles from NAME=LABELS[:RAW]."""
    name, _, places = text.partition("=")
    labels, _, raw = places.partition(":")
    return name, list(load(Path(labels), Path(raw) if raw else None))


def main() -> int:
    """Read the command line, measure, write, and say what is under its floor."""
    cli = argparse.ArgumentParser(description="Measure the reading on labelled articles.")
    cli.add_argument("sets", nargs="*", type=further, help="more labelled articles to show: NAME=LABELS[:RAW]")
    cli.add_argument("--detail", action="store_true", help="print every miss and every extra")
    cli.add_argument("--raise-floors", action="store_true", help="set the floors to what is reached now, where that is higher")
    cli.add_argument("--calibrate", action="store_true", help="fit the table of confidence to the tuned articles")
    asked = cli.parse_args()
    cards, tables = {}, {}
    for name, labels in (corpus.parts() | dict(asked.sets)).items():
        card = cards[name] = evaluate(labels)
        tables[name] = markdown(card, len(labels))
        print(f"\n{name}\n{tables[name]}")
        if asked.detail:
            print("\n".join(card.lines))
    if asked.calibrate:
        calibrate(cards[TUNED])
    sure = reliabilities({name: cards[name] for name in corpus.parts()})
    print("\n".join(f"\n{name}\n{table}" for name, table in sure.items()))
    others = sections.standing(phrases.HEADING, pairs.HEADING, surnames.HEADING, clusters.HEADING)
    PAGE.write_text(page(tables | sure | agreement() | others), encoding="utf-8")
    if asked.raise_floors:
        raise_floors({name: cards[name] for name in corpus.parts()})
    wrong = [row for name, card in cards.items() for row in corpus.below(name, card)]
    print(
        "\n".join("{part}: {measure} {f1} is under its floor of {floor}".format(**row) for row in wrong)
        if wrong
        else "\nEvery measure is at or over its floor."
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
