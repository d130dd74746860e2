"""Fixtures: the small corpus in a store, and the file published from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from warehouse import PublishResult, Store, publish

from . import corpus

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl

NOW = datetime(2031, 6, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Published:
    """A store and the file that was published from it."""

    store: Store
    path: Path
    result: PublishResult


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The small corpus, published once; tests only read it."""
    home = tmp_path_factory.mktemp("home")
    store = corpus.build(home)
    path = home / "out" / "dragoman.duckdb"
    return Published(store, path, publish(store, path, corpus.VERSIONS, run_id="first", checked_at=NOW))


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., PublishResult]:
    """Publish any corpus below the test's own folder; each call writes it to a store of its own."""
    homes = iter(range(100))

    def publish_it(
        rows: corpus.Corpus,
        run_id: str = "run",
        checked_at: datetime = NOW,
        checks: pl.DataFrame | None = None,
        spoil: Callable[[Store], None] | None = None,
    ) -> PublishResult:
        store = Store(tmp_path / str(next(homes)))
        rows.commit(store)
        if spoil:
            spoil(store)
        target = tmp_path / "out" / "dragoman.duckdb"
        return publish(store, target, corpus.VERSIONS, run_id=run_id, checked_at=checked_at, checks=checks)

    return publish_it
