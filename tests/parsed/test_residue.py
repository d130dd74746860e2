"""Lines that stand around articles of the press in each language: they go, and the article stays whole."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from assets.parsed.model import Document

Parse = Callable[[str | bytes], Document]

_PLACES: Final = ("head", "inside", "tail")
_CASES: Final = tomllib.loads(Path(__file__).with_name("residue.toml").read_text(encoding="utf-8"))


def _page(language: str, **around: list[str]) -> str:
    case = _CASES[language]
    lines = [
        case["title"],
        *around.get("head", ()),
        *case["text"][:2],
        *around.get("inside", ()),
        *case["text"][2:],
        *around.get("tail", ()),
    ]
    return "\n\n".join(lines)


@pytest.mark.parametrize("language", _CASES)
def test_each_line_goes_by_itself(parse: Parse, language: str) -> None:
    case = _CASES[language]
    left: list[str] = []
    for place in _PLACES:
        left += [line for line in case[place] if line in parse(_page(language, **{place: [line]})).body.split("\n\n")]
    assert len(left) <= (1 - case["floor"]) * sum(len(case[place]) for place in _PLACES), left


@pytest.mark.parametrize("language", _CASES)
def test_no_line_around_an_article_takes_its_title(parse: Parse, language: str) -> None:
    for line in _CASES[language]["head"]:
        assert parse(_page(language, head=[line])).title == _CASES[language]["title"], line


@pytest.mark.parametrize("language", _CASES)
def test_the_article_stays_whole_inside_and_before_its_lines(parse: Parse, language: str) -> None:
    case = _CASES[language]
    for place in _PLACES:
        for line in case[place]:
            body = parse(_page(language, **{place: [line]})).body
            assert all(text in body for text in case["text"]), line


@pytest.mark.parametrize("language", _CASES)
def test_short_lines_of_news_stay(parse: Parse, language: str) -> None:
    for line in _CASES[language]["news"]:
        assert line in parse(_page(language, inside=[line])).body, line
