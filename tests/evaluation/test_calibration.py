"""From judged reports to confidence: monotone, near to what came true, and in force as it was written."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from assets.enriched.reading.acts.confidence import Table, table, traits
from assets.evaluation.calibration import Sample, brier, cross_validated, expected_error, fit, reliability, toml

SHARES = {"verb": 0.9, "bare": 0.4}


def made(number: int = 600) -> list[Sample]:
    """Reports of which nine in ten of one trait and four in ten of another are right."""
    chance = Random(7)
    ways = [chance.choice(list(SHARES)) for _ in range(number)]
    return [Sample({"way": way, "kind": "meeting"}, chance.random() < SHARES[way], str(n % 40)) for n, way in enumerate(ways)]


def test_confidence_comes_to_the_share_that_is_right() -> None:
    """Within four hundredths of the shares that the samples were made with."""
    fitted = fit(made())
    for way, share in SHARES.items():
        assert abs(fitted.share({"way": way, "kind": "meeting"}) - share) < 0.04


def test_cross_validation_leaves_no_sample_out() -> None:
    """Every sample gets one confidence, and they keep what they promise better than a constant does."""
    found = cross_validated(made())
    assert len(found) == len(made())
    average = sum(right for _, right in found) / len(found)
    assert brier(found) < average * (1 - average)
    assert expected_error(found) < 0.05
    assert sum(b.number for b in reliability(found)) == len(found)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz"), st.booleans()), min_size=2, max_size=60))
def test_the_curve_never_falls(rows: list[tuple[str, str, bool]]) -> None:
    """Whatever the samples: more points never mean less confidence, and every confidence is a share."""
    fitted = fit([Sample({"one": a, "two": b}, right, str(n)) for n, (a, b, right) in enumerate(rows)])
    assert all(low <= high for (_, low), (_, high) in pairwise(fitted.curve))
    assert all(0 <= share <= 1 for _, share in fitted.curve)


def test_a_table_is_read_as_it_was_written() -> None:
    """The text is TOML of the very table, but for the third decimal."""
    fitted = fit(made())
    again = Table.model_validate(tomllib.loads(toml(fitted)))
    assert again.curve == fitted.curve
    assert again.weights == fitted.weights


def test_the_table_in_force_knows_every_trait() -> None:
    """A trait without weights would count for nothing unnoticed."""
    known = traits("meeting", "acts.meeting.verb.held", "held", "2026-03-10", 2, located=True, main=True)
    assert set(known) == set(table().weights)
    assert known["way"] == "verb"
    assert traits("visit", "acts.visit.noun.held+support", "held", None, 1, located=False, main=False)["way"] == "support"
    assert traits("visit", "acts.visit.noun.frame", "held", "2026", 0, located=False, main=False)["way"] == "frame"
