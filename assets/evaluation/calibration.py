"""From judged reports to the table of confidence: log odds of traits, a monotone curve over their sum, and how well both keep.

Here: fitting, cross-validation, reliability, the table as text. Not here: what the traits are (assets.enriched.reading.acts.confidence).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from assets.enriched.reading.acts.confidence import Table, traits
from assets.evaluation.score import Judged

DOUBT = 4.0
"""Reports of the average share that are added to every count, so that a few lucky ones don't make a certainty."""
FOLDS = 10
"""Parts of the articles in cross-validation."""
BINS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
"""Bounds of the bins of the reliability table: narrow where most reports are."""


class Sample(NamedTuple):
    """A report's traits, whether a label answers to it, and the article that it is from."""

    traits: Mapping[str, str]
    right: bool
    file: str


class Bin(NamedTuple):
    """Reports with about the same confidence: what was predicted on the average, what came true, how many."""

    predicted: float
    observed: float
    number: int


def samples(judged: Iterable[Judged]) -> list[Sample]:
    """Samples of scored reports."""
    return [
        Sample(
            traits(
                row["kind"],
                row["rule"],
                row["status"],
                row["date_edtf"],
                len(one.report.sides | ({row["format"]} - {None})),
                located=row["country"] is not None,
                main=row["main"],
            ),
            one.right,
            one.file,
        )
        for one in judged
        for row in (one.report.row,)
    ]


def fit(known: Sequence[Sample]) -> Table:
    """The table for these samples: naive log odds of every trait, then the monotone curve nearest to what came true.

    The curve is made by the pool-adjacent-violators algorithm (Ayer and others, 1955), over sums whose weights were fitted
    without the article that they are for: else the weights would be believed more than they deserve.
    """
    points = [(table.points(s.traits), s.right) for table, left_out in _folds(known, _bare) for s in left_out]
    return _bare(known).model_copy(update={"curve": _curve(points, _average(known))})


def _bare(known: Sequence[Sample]) -> Table:
    """The weights alone."""
    average = _average(known)
    return Table(prior=_log_odds(average), weights={name: _weights(known, name, average) for name in known[0].traits}, curve=())


def _average(known: Sequence[Sample]) -> float:
    return sum(s.right for s in known) / len(known)


def _folds(known: Sequence[Sample], fitted: Callable[[Sequence[Sample]], Table]) -> Iterator[tuple[Table, list[Sample]]]:
    """The samples in parts by article, each with a table fitted to all other parts."""
    parts = {file: number % FOLDS for number, file in enumerate(sorted({s.file for s in known}))}
    for part in sorted(set(parts.values())):
        yield fitted([s for s in known if parts[s.file] != part]), [s for s in known if parts[s.file] == part]


def _weights(known: Sequence[Sample], name: str, average: float) -> dict[str, float]:
    counts: dict[str, list[bool]] = defaultdict(list)
    for sample in known:
        counts[sample.traits[name]].append(sample.right)
    return {value: round(_log_odds(_smooth(rights, average)) - _log_odds(average), 3) for value, rights in sorted(counts.items())}


def _smooth(rights: Sequence[bool], average: float) -> float:
    return (sum(rights) + DOUBT * average) / (len(rights) + DOUBT)


def _log_odds(share: float) -> float:
    share = min(max(share, 0.001), 0.999)
    return math.log(share / (1 - share))


def _curve(points: Iterable[tuple[float, bool]], average: float) -> tuple[tuple[float, float], ...]:
    """Steps from the least sum on, each with the share from there to the next; where it would fall, steps are pooled."""
    alike: dict[float, list[bool]] = defaultdict(list)
    for start, right in sorted(points):
        alike[round(start, 3)].append(right)
    blocks: list[tuple[float, list[bool]]] = []
    for start, rights in alike.items():
        blocks.append((start, list(rights)))
        while len(blocks) > 1 and _smooth(blocks[-2][1], average) >= _smooth(blocks[-1][1], average):
            _, pooled = blocks.pop()
            blocks[-1][1].extend(pooled)
    return tuple((start, round(_smooth(rights, average), 3)) for start, rights in blocks)


def cross_validated(known: Sequence[Sample]) -> list[tuple[float, bool]]:
    """Confidence and truth of every sample, each under a table fitted without the articles of its part."""
    return [(table.share(s.traits), s.right) for table, left_out in _folds(known, fit) for s in left_out]


def reliability(found: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The bins that hold any report, in order."""
    bins = []
    for low, high in pairwise(BINS):
        inside = [(p, right) for p, right in found if low <= p < high or p == high == BINS[-1]]
        if inside:
            bins.append(Bin(sum(p for p, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside), len(inside)))
    return bins


def brier(found: Sequence[tuple[float, bool]]) -> float:
    """Mean squared distance of confidence from truth (Brier 1950)."""
    return sum((p - right) ** 2 for p, right in found) / len(found)


def expected_error(found: Sequence[tuple[float, bool]]) -> float:
    """Mean distance of predicted from observed over the bins (expected calibration error)."""
    return sum(b.number * abs(b.predicted - b.observed) for b in reliability(found)) / len(found)


def toml(table: Table) -> str:
    """The table as text."""
    lines = [
        "# How sure a report is: made by `python -m benchmarks.accuracy --calibrate` from the labelled articles, never typed.",
        "",
        f"prior = {table.prior:.3f}",
        "curve = [",
        *(f"  [{start}, {share}]," for start, share in table.curve),
        "]",
    ]
    for name, weights in table.weights.items():
        lines += ["", f"[weights.{name}]", *(f'"{value}" = {weight}' for value, weight in weights.items())]
    return "\n".join(lines) + "\n"


def markdown(found: Sequence[tuple[float, bool]]) -> str:
    """The reliability table, with Brier score and expected calibration error."""
    average = sum(right for _, right in found) / len(found)
    constant = average * (1 - average)
    rows = [f"| {b.predicted:.2f} | {b.observed:.2f} | {b.number} |" for b in reliability(found)]
    scores = f"Brier score {brier(found):.3f} ({constant:.3f} for a constant), expected calibration error {expected_error(found):.3f}."
    head = [f"{len(found)} reports, {average:.3f} of them right. {scores}", "", "| predicted | observed | reports |", "|---|---|---|"]
    return "\n".join([*head, *rows])
