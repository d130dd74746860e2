"""Single passages of the press with what they tell, by language: `python -m benchmarks.phrases [LANGUAGE …]`.

A book is `tests/phrases/<code>.toml`. Each `[[phrase]]` has a `text` and says what a careful reader takes from it: `persons`, `events`,
`sources`, `mandates`, `countries`, `organisations` and `places` in the form of docs/labels.md. What a phrase doesn't mention isn't scored,
so that a phrase can be about one thing. Phrases show whether the ways in which a language says a thing are known; whole articles,
where one sentence helps another, are in tests/corpus. Each book has the floors under which its own figures must not fall.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from assets.evaluation.labels import EventLabel, Label, LabelError, MandateLabel, PersonLabel
from assets.evaluation.run import evaluate
from assets.evaluation.score import EVERY, Card
from assets.evaluation.table import markdown
from benchmarks import sections

BOOKS = Path(__file__).resolve().parent.parent / "tests" / "phrases"
HEADING = "Phrases"
SHOWN = (
    "persons",
    "offices",
    "organisations",
    "places",
    "sources",
    "events",
    "main_events",
    "event_status",
    "event_date",
    "event_place",
    "event_participants",
    "event_sides",
    "mandates",
)
MEASURES: Mapping[str, tuple[str, ...]] = {
    "persons": ("persons", "offices"),
    "events": ("events", "main_events", "event_"),
    "mandates": ("mandates", "mandate_dates"),
}
"""Measures that a part of a label answers, where they are not called like it; one that ends in _ stands for all that begin so."""

_GIVEN = {"published", "outlet"}
"""Fields of a label that are given with a phrase, not asked of it."""


class Phrase(BaseModel):
    """A passage and what it tells; None where it is not asked."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    title: str = ""
    published: str | None = None
    outlet: str | None = None
    persons: tuple[PersonLabel, ...] | None = None
    events: tuple[EventLabel, ...] | None = None
    sources: tuple[str, ...] | None = None
    mandates: tuple[MandateLabel, ...] | None = None
    countries: frozenset[str] | None = None
    organisations: frozenset[str] | None = None
    places: frozenset[str] | None = None

    @property
    def parts(self) -> dict[str, Any]:
        """The parts of a label that the phrase answers."""
        return {name: value for name, value in self if value is not None and name in Label.model_fields.keys() - _GIVEN}


class Book(BaseModel):
    """The phrases of a language. `title` (a headline that tells nothing), `outlet` and `published` hold where a phrase has none."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    outlet: str
    published: str
    floors: dict[str, float] = {}
    phrase: tuple[Phrase, ...]


def load(path: Path) -> Book:
    """A book.

    Raises:
        LabelError: the file is against the form; the message names it and the reason.
    """
    try:
        return Book.model_validate(_with_ids(tomllib.loads(path.read_text(encoding="utf-8"))))
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        raise LabelError(f"{path}: {error}") from error


def _with_ids(book: dict[str, Any]) -> dict[str, Any]:
    """Events of a phrase are told apart by their order."""
    for phrase in book.get("phrase", ()):
        for number, event in enumerate(phrase.get("events", ()), start=1):
            event.setdefault("id", f"e{number}")
    return book


def measure(code: str, book: Book) -> Card:
    """Read the phrases of a language as articles of their own, and score what they are asked for."""
    with TemporaryDirectory(prefix="phrases-") as scratch:
        labels = list(_labels(code, book, Path(scratch)))
        asked = {label.file: phrase.parts for label, phrase in zip(labels, book.phrase, strict=True)}
        return evaluate(labels, lambda label, name: any(_answers(name, part) for part in asked[label.file]))


def _answers(name: str, part: str) -> bool:
    return any(name.startswith(m) if m.endswith("_") else name == m for m in MEASURES.get(part, (part,)))


def _labels(code: str, book: Book, folder: Path) -> Iterator[Label]:
    """Each phrase as a label, its article written to the folder."""
    for number, phrase in enumerate(book.phrase, start=1):
        path = folder / f"{number:03d}.json"
        published, outlet = phrase.published or book.published, phrase.outlet or book.outlet
        article = {"title": phrase.title or book.title, "text": phrase.text, "language": code, "date": published, "source": outlet}
        path.write_text(json.dumps(article, ensure_ascii=False), encoding="utf-8")
        yield Label(file=path.name, language=code, path=path, **phrase.parts)


def below(card: Card, floors: Mapping[str, float]) -> list[str]:
    """A line for each figure under its floor."""
    figures = {name: tally.f1 or 0.0 for name, tally in card.tallies[EVERY].items()}
    return [f"{name}: {figures.get(name, 0.0):.3f} < {floor}" for name, floor in floors.items() if figures.get(name, 0.0) < floor]


def page(cards: Mapping[str, Card], books: Mapping[str, Book]) -> str:
    """A section of docs/accuracy.md.

    Args:
        cards: the scores by language. books: the books by language, at least those.
    """
    lines = [
        "Single passages with what they tell, written for this project before their language's pack was looked at; rules were mended with",
        "them since (`python -m benchmarks.phrases`, tests/phrases). F1, for one-answer fields the share that is right.",
        "",
        f"| measure | {' | '.join(cards)} |",
        "|---" * (len(cards) + 1) + "|",
        f"| passages | {' | '.join(str(len(books[code].phrase)) for code in cards)} |",
    ]
    for name in SHOWN:
        figures = (card.tallies[EVERY][name].f1 if name in card.tallies[EVERY] else None for card in cards.values())
        lines.append(f"| {name} | {' | '.join('–' if f1 is None else f'{f1:.3f}' for f1 in figures)} |")
    return "\n".join(lines)


def main(arguments: Iterable[str]) -> int:
    """Print what was missed, and the table; of all books together also as a section of docs/accuracy.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", nargs="*", help="codes of books; all by default")
    asked = parser.parse_args(list(arguments)).language
    books = {code: load(BOOKS / f"{code}.toml") for code in asked or sorted(path.stem for path in BOOKS.glob("*.toml"))}
    cards = {}
    for code, book in books.items():
        card = cards[code] = measure(code, book)
        print("\n".join([*card.lines, f"## {code}", markdown(card, len(book.phrase)), *below(card, book.floors)]))
    if not asked:
        sections.put(HEADING, page(cards, books))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
