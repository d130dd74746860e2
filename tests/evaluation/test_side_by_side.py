"""The parts of the frozen corpus are read side by side with the figures that they have one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.evaluation import corpus, stage
from assets.evaluation.labels import load
from assets.running.workshop import Workshop
from tests.evaluation.test_stage import ARTICLE, LABEL


def test_other_processes_find_the_same_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for part in ("one", "two"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "a.txt").write_text(ARTICLE, encoding="utf-8")
        (tmp_path / part / "a.json").write_text(LABEL, encoding="utf-8")
    monkeypatch.setattr(corpus, "parts", lambda: {part: list(load(tmp_path / part)) for part in ("one", "two")})
    workshop = Workshop(home=tmp_path, landing={}, run_id="test", workers=2)
    here = stage._measure(workshop)
    monkeypatch.setattr(stage, "WORTH_A_POOL", 1)
    assert stage._measure(workshop) == here
    assert list(here["f1"]) == ["one", "two"]
