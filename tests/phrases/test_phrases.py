"""Every phrase book keeps its floors, and says nothing twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assets.evaluation.labels import LabelError
from benchmarks.phrases import BOOKS, Book, below, load, measure

CODES = sorted(path.stem for path in BOOKS.glob("*.toml"))


@pytest.mark.parametrize("code", CODES)
def test_floors(code: str) -> None:
    """What a language could read once it reads for ever."""
    book = load(BOOKS / f"{code}.toml")
    assert book.floors
    assert below(measure(code, book), book.floors) == []


@pytest.mark.parametrize("code", CODES)
def test_phrases_differ(code: str) -> None:
    """A phrase that stands twice would count twice."""
    assert [text for text, times in Counter(p.text for p in load(BOOKS / f"{code}.toml").phrase).items() if times > 1] == []


def test_only_what_is_asked_counts() -> None:
    """A phrase about a person is no answer about events, found or not."""
    text = "Foreign Minister Elina Valtonen of Finland met Foreign Minister Espen Barth Eide of Norway in Oslo on Monday."
    told = {"text": text, "persons": [{"name": "Elina Valtonen", "office": "foreign_minister", "of": "FI"}]}
    book = Book.model_validate({"title": "Notes of the day", "outlet": "yonhap", "published": "2024-05-15", "phrase": [told]})
    card = measure("en", book)
    assert "events" not in card.tallies["all"]
    assert card.tallies["all"]["persons"].found == 2
    assert below(card, {"offices": 1.0, "persons": 1.0}) == ["persons: 0.667 < 1.0"]


def test_a_bad_book_is_told(tmp_path: Path) -> None:
    """The message names the file and what is wrong in it."""
    path = tmp_path / "xx.toml"
    path.write_text('title = "x"\noutlet = "yonhap"\npublished = "2024-05-15"\n[[phrase]]\nwords = "x"\n', encoding="utf-8")
    with pytest.raises(LabelError, match=r"xx\.toml.*\n?.*"):
        load(path)
