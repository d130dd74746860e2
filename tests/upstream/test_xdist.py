"""Behaviour of pytest-xdist that our suite's time rests on: tests of one group run in one worker, so that they share what they set up."""

import pytest

pytestmark = pytest.mark.xdist_group("upstream")


def test_a_test_of_a_group_carries_its_group_to_the_scheduler(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("loadgroup", default=False):
        pytest.skip("not distributed by groups")
    assert request.node.nodeid.endswith("@upstream")
