"""The collector leaves alone what stays, and goes on with the rest."""

import gc
import weakref

import pytest

from assets.text.lasting import lasting


class Node:
    """Something that refers to itself, so that the collector alone can free it."""

    def __init__(self) -> None:
        self.self = self


def test_what_is_made_inside_is_left_alone() -> None:
    gc.unfreeze()
    with lasting():
        assert not gc.isenabled()
        with lasting():
            kept = [Node() for _ in range(1_000)]
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() >= len(kept)


def test_what_is_made_outside_is_still_freed() -> None:
    with lasting():
        pass
    gone = weakref.ref(Node())
    gc.collect()
    assert gone() is None


def test_an_error_inside_leaves_the_collector_on() -> None:
    with pytest.raises(ValueError, match="broken"), lasting():
        raise ValueError("broken")
    assert gc.isenabled()
