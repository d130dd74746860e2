"""What every stage is handed: the home's stores, the landing places, the bounds of one run.

The object is made by the one who runs the stages; nothing here reads settings, and no stage's work is here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Final

import polars as pl

from assets.running import batches, pools, versions
from assets.running.columns import Columns
from assets.running.forms import Form
from assets.running.limits import Limits
from assets.running.versions import Versions
from warehouse.archive import Archive
from warehouse.contracts import contract
from warehouse.ids import stable_id
from warehouse.ledger import live_files
from warehouse.places import Address
from warehouse.segments import Store

FILE_COLUMNS: Final = ("file_id", "path", "landing", "bytes", "mtime_ns", "sha256", "pack", "first_seen_at")
StageProgress = Callable[[str, int, int], None]


def silence(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Limits on memory and on what is accepted.

    Attributes:
        documents: in one batch and segment.
        bytes: raw bytes in one batch.
        pool_documents: fewer waiting documents are worked on without worker processes.
        memory: what DuckDB may use while it builds, such as `1GB`.
        file: what one landed file may cost.
    """

    documents: int = 2_000
    bytes: int = 64 * 1024 * 1024
    pool_documents: int = 400
    memory: str = "1GB"
    file: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Workshop:
    """One run's view of a home.

    Attributes:
        home: absolute folder of all that stays on this machine, the published warehouse with it.
        landing: landing places by name.
        run_id: of the Dagster run.
        workers: worker processes at most, 1 meaning none beside this one, or the address of a dask scheduler.
        threads: how many DuckDB may use while it builds.
        kept: folder or URL of archive and segments; without it they are in the home.
        measured: whether the reading is measured on the frozen corpus.
        exports: formats that the record is exported in.
        columns: what is told of the columns of exports.
        started: the moment that counts as now for the whole run, UTC.
        progress: told stage, batches done and batches in all.
    """

    home: Path
    landing: Mapping[str, Address]
    run_id: str
    workers: int | str = 1
    threads: int = 2
    kept: Address = ""
    bounds: Bounds = Bounds()
    measured: bool = True
    exports: Sequence[Form] = tuple(Form)
    columns: Columns = field(default_factory=Columns)
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    progress: StageProgress = silence

    @property
    def stores(self) -> Address:
        """Where archive and segments are: what a worker is told."""
        return self.kept or self.home

    @cached_property
    def store(self) -> Store:
        """The committed segments."""
        return Store(self.stores, self.home / "tmp")

    @cached_property
    def archive(self) -> Archive:
        """The raw bytes."""
        return Archive(self.stores)

    @property
    def database(self) -> Path:
        """The published warehouse."""
        return self.home / "dragoman.duckdb"

    @property
    def versions(self) -> Versions:
        """The rules versions that are in force."""
        return versions.current(self.columns.digest)

    def files(self) -> pl.DataFrame:
        """The ledger's live rows: of every landed path the newest content, also where the file has vanished."""
        return self._files().select(FILE_COLUMNS).collect()

    def _files(self) -> pl.LazyFrame:
        return live_files(self.store.scan("raw", "files", versions.RAW))

    def live(self, stage: str, table: str, columns: tuple[str, ...]) -> pl.DataFrame:
        """Rows of a stage's segments that stem from live files, with the segment that holds each."""
        schema = contract(stage, table).schema
        paths = self.store.paths(stage, table, self.versions.by_stage()[stage])
        rows = batches.units(paths, {name: schema[name] for name in columns})
        return rows.join(self._files().select("file_id").unique().collect(), on="file_id", how="semi", maintain_order="left")

    def stands(self, stage: str, key: str) -> bool:
        """True when the live result of a corpus-wide stage was made from the inputs that the key is a digest of."""
        live = self.store.commits(stage, self._only_version(stage))
        return len(live) == 1 and live[0].name == stable_id(key, *live[0].replaces)

    def put(self, stage: str, key: str, tables: Mapping[str, pl.DataFrame]) -> None:
        """Commits the result of a corpus-wide stage in place of all that is live, under the digest of its inputs."""
        version = self._only_version(stage)
        replaced = [commit.name for commit in self.store.commits(stage, version)]
        self.store.commit(stage, version, tables, replaces=replaced, key=key)

    def _only_version(self, stage: str) -> str:
        (version,) = self.versions.by_stage()[stage]
        return version

    def pool(self, documents: int) -> pools.Pool:
        """Where so many documents are worked on: a few are done here before other processes have started."""
        return pools.pool(self.workers if documents >= self.bounds.pool_documents else 1)

    def tell(self, stage: str) -> pools.Progress:
        """The progress of one stage as a function of batches done and batches in all."""
        return lambda done, total: self.progress(stage, done, total)
