"""A home whose archive, segments and landing place are in a bucket, with workers of a scheduler: the same tables, to the byte."""

from pathlib import Path

import pytest

from benchmarks.cluster import cluster
from orchestration.refresh import refresh
from orchestration.settings import Settings
from tests.s3 import Server
from warehouse.lease import lease
from warehouse.lock import RunLockedError
from warehouse.places import Entry, place

from .test_cluster import committed, land, tables

pytestmark = pytest.mark.slow


def test_a_bucket_and_two_workers_leave_the_same_bytes(server: Server, tmp_path: Path) -> None:
    here = land(tmp_path / "here")
    assert refresh(here).success
    bucket = server.bucket("news")
    for path in (here.root / "landing").iterdir():
        place(f"{bucket}/landing").write(path.name, path.read_bytes())
    with cluster(tmp_path) as workers:
        there = Settings.model_validate(
            {
                **here.model_dump(),
                "home": tmp_path / "there",
                "landing": f"{bucket}/landing",
                "stores": f"{bucket}/dragoman",
                "workers": workers.address,
            }
        )
        outcome = refresh(there)
        assert outcome.success, outcome.errors
        assert {path.name for path in there.root.iterdir() if path.name in ("archive", "segments")} == set()
        found = {file.key.removeprefix("segments/"): place(there.stores).read(file.key) for file in place(there.stores).files("segments")}
        assert {key: content for key, content in found.items() if not key.startswith("raw/")} == committed(here)
        expected, shown = tables(here), tables(there)
        assert all(
            frame.drop("landing", strict=False).equals(shown[name].drop("landing", strict=False)) for name, frame in expected.items()
        )
        # With nothing new nothing is written but the claim of the run; what compaction has replaced goes.
        before = kept(there)
        assert refresh(there).success
        assert kept(there) < before
        with lease(place(there.stores), "of-another-host", lost=pytest.fail), pytest.raises(RunLockedError, match="of-another-host"):
            refresh(there)


def kept(settings: Settings) -> set[Entry]:
    store = place(settings.stores)
    return {*store.files("archive"), *store.files("segments")}
