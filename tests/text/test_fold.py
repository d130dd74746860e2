"""Folding keeps the way back to the original, and makes equal what the press writes in several ways."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.text.fold import fold, fold_short, key


@given(st.text(max_size=200))
def test_every_folded_character_leads_back_to_one_of_the_original(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert folded.origin[-1] == len(text)
    assert all(a < b for a, b in pairwise(folded.origin[:-1]))
    assert [bool(letter) for letter in folded.letters] == [*(bool(re.match(r"\w", c)) for c in folded.text), False]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" \u00a0\t\n.")), max_size=200))
def test_short_texts_fold_as_all_do(text: str) -> None:
    assert fold_short(text) == fold(text).text


@given(st.text(max_size=200))
def test_only_words_begin_with_a_capital(text: str) -> None:
    folded = fold(text)
    titled = folded.titled()
    assert titled.lower() == folded.text.lower()
    assert all(at == 0 or not folded.letters[at - 1] for at, (a, b) in enumerate(zip(titled, folded.text, strict=True)) if a != b)


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = key(text)
    assert key(once) == once


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("État", "etat"),
        ("İSTANBUL", "istanbul"),
        ("Bakı", "baki"),
        ("خطیب‌زاده", "خطيبزاده"),
        ("أذربيجان", "اذربيجان"),
        ("۱۲", "12"),
        ("٢٠٢٤", "2024"),
        ("Пётр", "Петр"),
        ("Qu’il", "qu'il"),
        ("«Trend»", '"trend"'),
        ("Straße\u00ad", "strase"),
        ("a  b", "a b"),
    ],
)
def test_what_the_press_writes_in_several_ways_folds_to_one(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("май", "маи"), ("İran", "Irak"), ("ə", "a")])
def test_different_letters_stay_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_span_covers_what_was_folded_away_inside_it() -> None:
    text = "آقای خطیب‌زاده گفت"
    folded = fold(text)
    start = folded.text.index("خطیبزاده")
    first, last = folded.span(start, start + len("خطیبزاده"))
    assert text[first:last] == "خطیب‌زاده"
