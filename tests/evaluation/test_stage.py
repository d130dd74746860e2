"""The asset `accuracy`: measured once a set of rules, judged against the floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.evaluation import corpus, stage
from assets.evaluation.labels import load
from assets.evaluation.run import evaluate
from assets.evaluation.score import EVERY
from assets.running.workshop import Workshop

ARTICLE = """Fidan meets Sikorski in Ankara

ANKARA, 3 March 2025 - Turkish Foreign Minister Hakan Fidan met Polish Foreign Minister Radosław Sikorski in Ankara on 3 March 2025.
The two ministers discussed trade and security.
"""
LABEL = """{"file": "a.txt", "language": "en", "title_starts": "Fidan meets", "countries": ["TR", "PL"], "places": ["Ankara"],
"persons": [{"name": "Hakan Fidan", "office": "foreign_minister", "of": "TR"},
            {"name": "Radosław Sikorski", "office": "foreign_minister", "of": "PL"}],
"events": [{"id": "e1", "kind": "meeting", "status": "held", "start": "2025-03-03", "countries": ["TR", "PL"],
            "participants": ["Hakan Fidan", "Radosław Sikorski"], "main": true}]}"""


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "a.json").write_text(LABEL, encoding="utf-8")
    return folder


def test_the_stages_read_a_plain_article_whole(labelled: Path) -> None:
    tallies = evaluate(load(labelled)).tallies[EVERY]
    assert {measure: tallies[measure].f1 for measure in ("persons", "offices", "main_events", "event_date")} == {
        "persons": 1,
        "offices": 1,
        "main_events": 1,
        "event_date": 1,
    }


@pytest.fixture
def workshop(tmp_path: Path, labelled: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    monkeypatch.setattr(corpus, "parts", lambda: {"tuned": list(load(labelled))})
    return Workshop(home=tmp_path, landing={}, run_id="test")


def test_figures_are_measured_once_for_a_set_of_rules(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    first = stage.refresh(workshop)
    monkeypatch.setattr(stage, "evaluate", None)
    assert first.changed > 0
    assert stage.refresh(workshop).rows == first.rows
    assert stage.refresh(workshop).changed == 0


def test_figures_on_articles_held_out_are_followed_over_runs(labelled: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "parts", lambda: {"held out": list(load(labelled))})
    followed = stage.refresh(workshop).followed[stage.TITLE]
    assert followed["places"] == 1
    assert set(followed) <= set(stage.SHOWN)


def test_a_figure_under_its_floor_fails_the_check(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "floors", lambda: {"tuned": {"places": 1.1}})
    (verdict,) = stage.refresh(workshop).verdicts
    assert not verdict.passed
    assert verdict.sample[0]["measure"] == "places"


def test_a_label_reads_the_same_in_every_process(labelled: Path) -> None:
    (label,) = load(labelled)
    codes = ["AT", "AZ", "DE", "FR", "GE", "IR", "PL", "RU", "TR"]
    many = label.model_copy(update={"countries": frozenset(codes), "organisations": frozenset(codes), "places": frozenset(codes)})
    assert {name: many.model_dump(mode="json")[name] for name in ("countries", "organisations", "places")} == dict.fromkeys(
        ("countries", "organisations", "places"), codes
    )
