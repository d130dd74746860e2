"""One run at a time over a store that hosts share: a folder, and a bucket of a real S3-compatible server."""

from __future__ import annotations

import itertools
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from warehouse.lease import FOLDER, FREE, holder, lease
from warehouse.lock import RunLockedError
from warehouse.places import Place, place

if TYPE_CHECKING:
    from pathlib import Path

    from tests.s3 import Server

buckets = itertools.count()


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "folder":
        return place(tmp_path)
    server: Server = request.getfixturevalue("server")
    return place(server.bucket(f"lease-{next(buckets)}") + "/home")


def never() -> None:
    pytest.fail("the claim was lost")


def test_the_second_is_told_who_holds_it_and_it_is_free_afterwards(store: Place) -> None:
    for _ in range(2):
        assert holder(store) is None
        refused = pytest.raises(RunLockedError, match=r"night-run \(pid \d+ on .+\) since 20")
        with lease(store, "night-run", never), refused, lease(store, "mine", never):
            pass
    assert [store.read(entry.key) for entry in store.files(FOLDER)] == [FREE]


def test_of_many_who_try_at_once_one_holds_it(store: Place) -> None:
    together, inside = threading.Barrier(8), threading.Semaphore(0)

    def attempt(number: int) -> bool:
        together.wait()
        try:
            with lease(store, f"run-{number}", never):
                return inside.acquire(timeout=6)  # nobody lets it in: it holds the store for as long as all others try
        except RunLockedError:
            return True

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(attempt, range(8))) == [False] + [True] * 7


def test_a_dead_holders_claim_runs_out_and_is_taken_over_once(store: Place) -> None:
    store.create(f"{FOLDER}/000000000007", b'{"pid": 1, "run_id": "dead", "since": "then", "host": "gone"}')
    with pytest.raises(RunLockedError, match="dead"), lease(store, "early", never):
        pass
    time.sleep(3)
    with lease(store, "late", never, expiry=1.5, beat=0.3):
        assert [entry.key for entry in store.files(FOLDER)] == [f"{FOLDER}/000000000008"]
        time.sleep(3)
        assert (found := holder(store, expiry=2.5)) is not None
        assert found.run_id == "late"


def test_who_sleeps_too_long_learns_that_the_store_is_anothers(store: Place) -> None:
    lost = threading.Event()
    with lease(store, "asleep", lost.set, beat=0.2):
        store.create(f"{FOLDER}/000000000002", b'{"pid": 1, "run_id": "awake", "since": "now", "host": "other"}')
        assert lost.wait(10)
    assert (found := holder(store)) is not None
    assert found.run_id == "awake"
