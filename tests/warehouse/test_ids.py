"""Ids are short, stable and tell different things apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.ids import SEPARATOR, stable_id

PART = st.text(alphabet=st.characters(exclude_characters=SEPARATOR), max_size=20)
PARTS = st.lists(PART, min_size=1, max_size=4)


def test_ids_are_the_same_on_every_machine() -> None:
    # printf 'file\x1fpress/a.txt\x1f0' | sha256sum | cut -c1-16
    assert stable_id("file", "press/a.txt", 0) == "abc4baec3fe79fe8"


@given(PARTS)
def test_ids_are_sixteen_hexadecimal_digits(parts: list[str]) -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", stable_id(*parts))


@given(PARTS, PARTS)
def test_different_parts_have_different_ids(one: list[str], two: list[str]) -> None:
    assert (stable_id(*one) == stable_id(*two)) == (one == two)


@given(st.integers())
def test_an_integer_counts_as_its_text(number: int) -> None:
    assert stable_id("x", number) == stable_id("x", str(number))


def test_lone_surrogates_of_broken_file_names_have_an_id() -> None:
    assert stable_id("file", "caf\udce9.txt") != stable_id("file", "cafe.txt")


def test_no_part_no_id() -> None:
    with pytest.raises(ValueError, match="at least one"):
        stable_id()
