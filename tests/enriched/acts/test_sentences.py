"""Single sentences in nine languages: kind, status and sides of the acts that they tell."""

from __future__ import annotations

import pytest

from assets.enriched.reading.model import Document, Report
from assets.enriched.reading.page import Reading
from assets.enriched.reading.reader import reader
from tests.enriched.acts.cases import CASES, PUBLISHED

ROWS = [(language, *case) for language, cases in CASES.items() for case in cases]


def read(language: str, title: str, text: str, published: str | None = PUBLISHED) -> Reading:
    return reader(language).read(Document("d", language, title, f"{title}\n\n{text}", published=published))


def told(report: Report) -> str:
    sides = sorted({side for p in report.participants if (side := p.country or p.organisation)})
    return " ".join([report.kind, report.status, *sides])


@pytest.mark.parametrize(("language", "title", "text", "acts"), ROWS, ids=[f"{r[0]}-{n}" for n, r in enumerate(ROWS)])
def test_sentence_tells_its_acts_and_no_other(language: str, title: str, text: str, acts: tuple[str, ...]) -> None:
    assert sorted(map(told, read(language, title, text).reports)) == sorted(acts)
