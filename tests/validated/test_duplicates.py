"""Repeats are found whatever their headline, length and order; different reports of one event are none."""

from __future__ import annotations

import random
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.validated.duplicates import duplicates, fingerprints

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "mnrst"]


def article(seed: int, sentences: int = 14) -> list[str]:
    """Sentences of twelve words; the same seed gives the same ones."""
    dice = random.Random(seed)
    return [" ".join(dice.choices(WORDS, k=12)).capitalize() + "." for _ in range(sentences)]


def corpus(*documents: tuple[str, str, list[str], date | None]) -> pl.DataFrame:
    """Fingerprints of documents given as id, title, sentences and day."""
    rows = [{"document_id": i, "title": t, "body": "\n\n".join([t, *s]), "published_on": d} for i, t, s, d in documents]
    frame = pl.DataFrame(rows, {"document_id": pl.String, "title": pl.String, "body": pl.String, "published_on": pl.Date})
    return fingerprints(frame).join(frame.select("document_id", "published_on"), on="document_id")


DAY = date(2025, 1, 1)
LATER = date(2025, 1, 2)


def test_an_exact_repeat_points_to_the_earliest() -> None:
    found = duplicates(corpus(("a", "T", article(1), LATER), ("b", "T", article(1), DAY), ("c", "T", article(2), DAY)))
    assert found.rows() == [("a", "b", 1.0)]


def test_another_headline_alone_is_a_full_repeat() -> None:
    found = duplicates(corpus(("a", "Envoys meet", article(1), DAY), ("b", "Four envoys in Lima for talks", article(1), DAY)))
    assert found.rows() == [("b", "a", 1.0)]


@pytest.mark.parametrize("kept", [10, 12, 13])
def test_a_shortened_copy_is_a_near_repeat(kept: int) -> None:
    found = duplicates(corpus(("a", "Envoys meet", article(1), DAY), ("b", "Talks in Lima", article(1)[:kept], LATER)))
    assert found.select("document_id", "same_as").rows() == [("b", "a")]
    assert 0.55 <= found["similarity"][0] < 1


def test_two_reports_of_one_event_are_no_repeats() -> None:
    shared = article(1)[:3]
    found = duplicates(corpus(("a", "T", shared + article(2)[:9], DAY), ("b", "T", shared + article(3)[:9], DAY)))
    assert found.is_empty()


def test_undated_documents_come_last_and_ids_decide_a_day() -> None:
    found = duplicates(corpus(("a", "T", article(1), None), ("c", "T", article(1), DAY), ("b", "T", article(1), DAY)))
    assert found.rows() == [("a", "b", 1.0), ("c", "b", 1.0)]


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(dice: random.Random) -> None:
    documents = [(f"{n:02}", "T", article(n % 7)[: 14 - n % 3], date(2025, 1, 1 + n % 5)) for n in range(25)]
    expected = duplicates(corpus(*documents))
    dice.shuffle(documents)
    found = duplicates(corpus(*documents))
    assert found.equals(expected)
    assert set(found["same_as"]).isdisjoint(found["document_id"])


def test_very_large_buckets_stay_linear() -> None:
    same = corpus(*((f"{n:05}", "T", article(1, 4), DAY) for n in range(500)))
    found = duplicates(same)
    assert found.height == 499
    assert set(found["same_as"]) == {"00000"}


def test_one_document_and_none_repeat_nothing() -> None:
    assert duplicates(corpus(("a", "T", article(1), DAY))).is_empty()
    assert duplicates(corpus()).is_empty()
