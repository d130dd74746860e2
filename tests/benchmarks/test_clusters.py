"""Clusters: accounts of one event are together, and no look-alike is among them."""

import pytest

from assets.evaluation import corpus
from benchmarks import clusters


def test_b_cubed_counts_each_act() -> None:
    figures = clusters.judge(["x", "x", "y"], ["1", "1", "1"])
    assert figures.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert figures.recall == 1.0
    assert figures.joined == ((0, 2), (1, 2))
    assert clusters.judge(["x", "x"], ["1", "2"]).parted == ((0, 1),)


def test_the_cases_are_as_many_as_they_should_be() -> None:
    told = list(clusters.articles())
    labelled = clusters.acts(told)
    assert len({act.file for act in labelled}) >= 40
    assert {article["language"] for _, article in told} == {"ar", "az", "de", "en", "fa", "fr", "ru", "tr"}
    for event in {act.event for act in labelled}:
        assert 2 <= sum(act.event == event for act in labelled) <= 6, event


@pytest.mark.slow
def test_accounts_of_one_event_are_together_and_no_look_alike_is_among_them() -> None:
    labelled, _, figures = clusters.measure()
    assert [tuple(labelled[n] for n in pair) for pair in figures.joined] == []
    assert figures.f1 >= corpus.floors()[clusters.PART]["b_cubed"]
