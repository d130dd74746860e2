"""Measures which spellings of names are taken for one person, against other matchers, into docs/accuracy.md.

    python -m benchmarks.pairs [--others PYTHON] [--detail]

names/officials.csv holds officials as the press of eight languages writes them. Every two spellings of one of them must be one
person; every two spellings of two people of one country must not be: among them are namesakes, successors in an office, fathers and
sons, and names with the same consonants. Ours is compared on the very way that resolution goes: English spelling, keys, likeness.
Figures of others come from names/others.py under a Python that has them (`--others`), in the same run on the same pairs.
"""

import argparse
import csv
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

from assets.enriched.resolution import alike
from assets.text.names import transliterate
from benchmarks import sections, surnames

FOLDER: Final = Path(__file__).parent / "names"
HEADING: Final = "Names of one person"
LEAST_RECALL: Final = 0.95
"""The recall that must be reached without a single false match (`main` fails under it)."""
USUAL: Final = {"nomenklatura logic-v2": 0.7, "nomenklatura name-based": 0.7, "rapidfuzz token_sort_ratio on anyascii": 0.85}
"""The score from which each of the others is used to call two names one person's."""


class Spelling(NamedTuple):
    """A name as one language writes it; person: the English name, by which people are told apart."""

    person: str
    country: str
    language: str
    text: str


class Figures(NamedTuple):
    """What a matcher makes of the pairs.

    found: pairs of one person that it finds at its usual threshold. confused: pairs of two that it takes for one there.
    found_surely: pairs of one person that it finds at the lowest threshold without a confusion.
    """

    found: int
    confused: int
    found_surely: int


def spellings() -> list[Spelling]:
    """All spellings of the file."""
    with (FOLDER / "officials.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    languages = [column for column in rows[0] if column not in ("name", "country")]
    english = [Spelling(row["name"], row["country"], "en", row["name"]) for row in rows]
    return english + [Spelling(row["name"], row["country"], code, row[code]) for row in rows for code in languages]


def pairs() -> Iterator[tuple[Spelling, Spelling]]:
    """Every two spellings of one person, and every two of two people of one country."""
    for first, second in combinations(spellings(), 2):
        if first.country == second.country:
            yield first, second


def ours(told: Sequence[tuple[Spelling, Spelling]]) -> list[float]:
    """For each pair 1 where resolution takes both for one person by their names alone, else 0."""
    spelled = {name: transliterate(name.text, name.language, name.country) for name in spellings()}
    rows = pl.DataFrame({"name": list(spelled.values()), "country": [name.country for name in spelled]}).unique()
    keys = alike.keys(rows.with_columns(identity=alike.identity(pl.col("name"), pl.col("country"))))
    near = set(alike.edges(keys, keys.clear()).select("identity", "other").iter_rows())

    def same(first: Spelling, second: Spelling) -> bool:
        one, other = (f"{spelled[name]}|{name.country}" for name in (first, second))
        return one == other or (one, other) in near

    return [float(same(first, second)) for first, second in told]


def others(told: Sequence[tuple[Spelling, Spelling]], python: str) -> dict[str, list[float]]:
    """The scores of other matchers, by name."""
    texts = json.dumps([[first.text, second.text] for first, second in told])
    command = [python, str(FOLDER / "others.py")]
    done = subprocess.run(command, input=texts, capture_output=True, text=True, check=True)
    scores: dict[str, list[float]] = json.loads(done.stdout)
    return scores


def judge(told: Sequence[tuple[Spelling, Spelling]], scores: Sequence[float], threshold: float) -> Figures:
    """What scores make of pairs."""
    one = [score for (first, second), score in zip(told, scores, strict=True) if first.person == second.person]
    two = [score for (first, second), score in zip(told, scores, strict=True) if first.person != second.person]
    highest = max(two)
    return Figures(sum(s >= threshold for s in one), sum(s >= threshold for s in two), sum(s > highest for s in one))


def table(figures: dict[str, Figures], of_one: int, of_two: int) -> str:
    """The section of the page."""
    people = len({name.person for name in spellings()})
    lines = [
        f"Made by `python -m benchmarks.pairs`. {people} officials (`benchmarks/names/officials.csv`) as the press of eight languages",
        f"writes them: {of_one:,} pairs of spellings of one person, {of_two:,} of two people of one country, among them namesakes, fathers",
        "and sons, successors, names with the same consonants. The rules were written with these names in view. *Surely*: recall at the",
        "lowest threshold at which a matcher confuses no two of them; ours has one threshold.",
        "",
        "| matcher | recall | false matches | recall, surely |",
        "|---|---:|---:|---:|",
    ]
    for name, (found, confused, surely) in figures.items():
        lines.append(f"| {name} | {found / of_one:.3f} | {confused:,} | {surely / of_one:.3f} |")
    return "\n".join(lines)


def missed(told: Sequence[tuple[Spelling, Spelling]], scores: Sequence[float]) -> Iterator[str]:
    """What goes wrong, a line a pair."""
    for (first, second), score in zip(told, scores, strict=True):
        if (score > 0) != (first.person == second.person):
            yield f"{'confused' if score else 'missed'}: {first.text} ({first.language}), {second.text} ({second.language})"


def main() -> int:
    """Measure and write; 1 where a pair is confused or too few are found."""
    cli = argparse.ArgumentParser(description="Measure which spellings of names are taken for one person.")
    cli.add_argument("--others", metavar="PYTHON", help="a Python with nomenklatura, anyascii and rapidfuzz, to measure these too")
    cli.add_argument("--detail", action="store_true", help="print every miss and every confusion")
    asked = cli.parse_args()
    told = list(pairs())
    own = ours(told)
    figures = {"Dragoman": judge(told, own, 1.0)}
    if asked.others:
        figures |= {name: judge(told, scores, USUAL[name]) for name, scores in others(told, asked.others).items()}
    of_one = sum(first.person == second.person for first, second in told)
    text = table(figures, of_one, len(told) - of_one)
    print(text)
    if asked.detail:
        print("\n".join(missed(told, own)))
    if asked.others:
        sections.put(HEADING, text)
    bare, sound = surnames.table()
    print(bare)
    sections.put(surnames.HEADING, bare)
    return 0 if sound and figures["Dragoman"].confused == 0 and figures["Dragoman"].found >= LEAST_RECALL * of_one else 1


if __name__ == "__main__":
    sys.exit(main())
