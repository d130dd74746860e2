"""Expressions of every language and what they mean: text, day of publication, EDTF values in order (none for a trap)."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from assets.languages.packs import codes
from assets.text.dates import DateReader
from assets.text.edtf import is_valid

CASES = Path(__file__).parent / "cases"


def _cases() -> list[tuple[str, str, str, str]]:
    found = []
    for code in codes():
        with (CASES / f"{code}.tsv").open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            found += [(code, text, published, expected) for text, published, expected in rows]
    return found


@pytest.mark.parametrize(("code", "text", "published", "expected"), _cases())
def test_expression(reader_of: Callable[[str], DateReader], code: str, text: str, published: str, expected: str) -> None:
    mentions = reader_of(code).read(text, published or None)
    assert "; ".join(mention.edtf for mention in mentions) == expected
    assert all(is_valid(mention.edtf) and text[mention.start : mention.end].strip() for mention in mentions)


@pytest.mark.parametrize("code", codes())
def test_every_language_has_forty_cases(code: str) -> None:
    assert sum(case[0] == code for case in _cases()) >= 40
