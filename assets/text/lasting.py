"""Knowledge that is loaded once and stays: registers, packs and what is compiled from them.

Belongs here: keeping Python's collector away from it. Does not: the knowledge.

The collector walks every object whenever there are a quarter more of them: while half a million rows and entries are
being made it takes half of the time, and finds nothing, since all of them stay until the process ends.
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# At its end the interpreter frees everything; libraries complain of what they find left then.
atexit.register(gc.unfreeze)


SELDOM = (100_000, 50, 100)
"""Thresholds of a process whose data stands in tables: what the collector could find is little, and what it walks is much."""


def collect_seldom() -> None:
    """Makes the collector of this process look more rarely: a run with one new file takes an eighth less."""
    gc.set_threshold(*SELDOM)


@contextmanager
def lasting() -> Iterator[None]:
    """Makes objects that stay: the collector waits until they are there, and leaves them alone from then on.

    It is also a decorator. Blocks may stand in one another.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
