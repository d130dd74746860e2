"""Measures which accounts are put together to one event, on tests/clusters, into docs/accuracy.md.

    python -m benchmarks.clusters [--detail]

Each file holds short articles in several languages; each article says of which events its acts are. All are read and resolved
together by the very stages of the pipeline, and the acts are compared by B³ (Bagga and Baldwin 1998): for each act, how much of
the event in which it is found is of its own event, and how much of its own event is found there. An act that is not read at all
is an event by itself. A false join is two acts of two events that are found in one.
"""

import argparse
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

from assets.evaluation import corpus
from assets.evaluation.run import run_stages
from assets.running.workshop import Workshop
from benchmarks import sections
from warehouse import open_warehouse

FOLDER: Final = Path(__file__).parent.parent / "tests" / "clusters"
HEADING: Final = "Events told by several articles"
PART: Final = "clusters"
"""The part of floors.toml."""
TALKS: Final = ("meeting", "consultations", "conference")


class Act(NamedTuple):
    """An act as a label tells it: the file, the article's number over all files, and what it is."""

    file: str
    article: int
    event: str
    kind: str
    day: date


class Figures(NamedTuple):
    """B³ precision and recall, and the pairs of acts that are wrongly together or wrongly apart."""

    precision: float
    recall: float
    joined: tuple[tuple[int, int], ...]
    parted: tuple[tuple[int, int], ...]

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def articles(folder: Path = FOLDER) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every labelled article with the name of its file."""
    for path in sorted(folder.glob("*.toml")):
        for article in tomllib.loads(path.read_text(encoding="utf-8"))["article"]:
            yield path.stem, article


def acts(told: Sequence[tuple[str, Mapping[str, Any]]]) -> list[Act]:
    """The labelled acts, in order."""
    return [Act(file, n, act["event"], act["kind"], act["day"]) for n, (file, article) in enumerate(told) for act in article["acts"]]


def found(told: Sequence[tuple[str, Mapping[str, Any]]]) -> dict[int, list[dict[str, Any]]]:
    """What the pipeline finds in each article: kind, event, first day, whether it is the main act."""
    with TemporaryDirectory(prefix="clusters-") as scratch:
        home = Path(scratch)
        (home / "landing").mkdir()
        with (home / "landing" / "articles.jsonl").open("w", encoding="utf-8") as file:
            for _, article in told:
                title, _, body = article["text"].strip().partition("\n\n")
                record = {"title": title, "text": body, "date": str(article["published"]), "language": article["language"]}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        run_stages(Workshop(home=home, landing={"landing": home / "landing"}, run_id="clusters"))
        with open_warehouse(home / "dragoman.duckdb") as published:
            reports = published.table("reports").join(published.table("documents").select("document_id", "record"), on="document_id")
    by_article: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in reports.sort("record", "report_id").iter_rows(named=True):
        by_article[row["record"]].append(row)
    return dict(by_article)


def placed(labelled: Sequence[Act], reports: Mapping[int, Sequence[dict[str, Any]]]) -> list[str]:
    """The event in which each labelled act is found; a name of its own where it is not."""
    used: set[str] = set()
    events = []
    for number, act in enumerate(labelled):
        fits = [r for r in reports.get(act.article, ()) if r["report_id"] not in used and _kind(r["kind"]) == _kind(act.kind)]
        best = max(fits, key=lambda r: (r["starts_on"] == act.day, r["main"], r["confidence"]), default=None)
        used |= {best["report_id"]} if best else set()
        events.append(best["event_id"] if best else f"not read {number}")
    return events


def _kind(kind: str) -> str:
    return "talks" if kind in TALKS else kind


def judge(true: Sequence[str], given: Sequence[str]) -> Figures:
    """B³ and the wrong pairs of two clusterings of the same acts."""
    of_true, of_given = _members(true), _members(given)
    precision = recall = 0.0
    for t, g in zip(true, given, strict=True):
        shared = len(of_true[t] & of_given[g])
        precision += shared / len(of_given[g])
        recall += shared / len(of_true[t])
    pairs = list(combinations(range(len(true)), 2))
    joined = tuple((a, b) for a, b in pairs if given[a] == given[b] and true[a] != true[b])
    parted = tuple((a, b) for a, b in pairs if given[a] != given[b] and true[a] == true[b])
    return Figures(precision / len(true), recall / len(true), joined, parted)


def _members(names: Sequence[str]) -> dict[str, set[int]]:
    members: defaultdict[str, set[int]] = defaultdict(set)
    for number, name in enumerate(names):
        members[name].add(number)
    return members


def table(labelled: Sequence[Act], given: Sequence[str], figures: Figures) -> str:
    """The section of the page: all together, and each kind of case."""
    by_case: defaultdict[str, list[int]] = defaultdict(list)
    for number, act in enumerate(labelled):
        by_case[act.file.split("-")[1]].append(number)
    lines = [
        f"Made by `python -m benchmarks.clusters` on `tests/clusters`: {len({act.article for act in labelled})} short articles with",
        f"{len(labelled)} acts of {len({act.event for act in labelled})} events, resolved together; B³ over the acts.",
        "",
        "| case | acts | events | B³ P / R | B³ F1 | false joins |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for case, numbers in {"all": list(range(len(labelled))), **by_case}.items():
        part = judge([labelled[n].event for n in numbers], [given[n] for n in numbers]) if case != "all" else figures
        events = len({labelled[n].event for n in numbers})
        shares = f"{part.precision:.3f} / {part.recall:.3f} | {part.f1:.3f} | {len(part.joined)}"
        lines.append(f"| {case} | {len(numbers)} | {events} | {shares} |")
    return "\n".join(lines)


def measure() -> tuple[list[Act], list[str], Figures]:
    """The labelled acts, the event in which each is found, and the figures."""
    told = list(articles())
    labelled = acts(told)
    given = placed(labelled, found(told))
    return labelled, given, judge([act.event for act in labelled], given)


def main() -> int:
    """Measure and write; 1 under the floor or with a false join."""
    cli = argparse.ArgumentParser(description="Measure which accounts are put together to one event.")
    cli.add_argument("--detail", action="store_true", help="print every wrong pair")
    asked = cli.parse_args()
    labelled, given, figures = measure()
    text = table(labelled, given, figures)
    print(text)
    if asked.detail:
        for name, pairs in (("joined", figures.joined), ("parted", figures.parted)):
            for a, b in pairs:
                one, other = (f"{labelled[n].file} article {labelled[n].article} ({labelled[n].event}: {given[n]})" for n in (a, b))
                print(f"wrongly {name}: {one}, {other}")
    sections.put(HEADING, text)
    return 1 if figures.joined or figures.f1 < corpus.floors()[PART]["b_cubed"] else 0


if __name__ == "__main__":
    sys.exit(main())
