"""The scores as tables for people: one row a measure, one column a language, in Markdown."""

from __future__ import annotations

from assets.evaluation.score import EVERY, Card
from assets.evaluation.tally import Tally


def markdown(card: Card, documents: int) -> str:
    """The table of F1, with precision, recall and counts over all languages.

    Args:
        card: the tallies.
        documents: how many articles were scored.
    """
    languages = [EVERY, *sorted(set(card.tallies) - {EVERY})]
    head = f"| measure | {' | '.join(languages)} | P / R | right, found, labelled |"
    rule = "|---" * (len(languages) + 3) + "|"
    rows = [_row(card, measure, languages) for measure in card.tallies[EVERY]]
    return "\n".join([f"{documents} articles; F1, for one-answer fields the share that is right.", "", head, rule, *rows])


def _row(card: Card, measure: str, languages: list[str]) -> str:
    cells = " | ".join(_number(card.tallies[k][measure].f1 if measure in card.tallies[k] else None) for k in languages)
    tally: Tally = card.tallies[EVERY][measure]
    counts = f"{tally.right:g}, {tally.found:g}, {tally.labelled:g}"
    return f"| {measure} | {cells} | {_number(tally.precision)} / {_number(tally.recall)} | {counts} |"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
