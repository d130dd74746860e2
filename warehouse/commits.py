"""Committed Parquet segments: how stages keep their rows between runs.

Belongs here: commit, list, scan. Does not: clean-up (segments.py), and what a stage's rows mean.

A commit is visible when its record stands, and never before; killed at any point, a writer leaves a whole commit or
none. Names derive from content, so that a repeated run writes the same thing. Records hold no time and no path.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse import durable, overlay
from warehouse.contracts import INTERNAL, contract
from warehouse.ids import stable_id
from warehouse.places import is_url, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from warehouse.places import Address

SEGMENTS: Final = "segments"
RECORDS: Final = "commits"


class StoreError(RuntimeError):
    """The store was asked for something that cannot be done."""


@dataclass(frozen=True)
class Commit:
    """What one commit holds.

    Args:
        stage: the stage that wrote it.
        version: the rules version under which it was written.
        name: its name, unique in stage and version.
        content: digest of its rows.
        rows: number of rows of each table.
        replaces: names of commits whose place it takes.
    """

    stage: str
    version: str
    name: str
    content: str
    rows: Mapping[str, int]
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Packed:
    files: Mapping[str, bytes]
    rows: Mapping[str, int]
    content: str


class Commits:
    """The commits of all stages at one place.

    Args:
        home: a folder or a URL; segments lie below it.
        temp: folder of this machine for what only lasts a while; without it, one in the home.
    """

    def __init__(self, home: Address, temp: Path | None = None) -> None:
        self.home = home
        self.place = place(home)
        self.temp = temp or (Path(tempfile.gettempdir()) / "dragoman" if is_url(home) else Path(home) / "tmp")

    def commit(
        self,
        stage: str,
        version: str,
        tables: Mapping[str, pl.DataFrame | pl.LazyFrame],
        replaces: Iterable[str] = (),
        key: str | None = None,
    ) -> Commit:
        """Write tables of a stage, all of them or none.

        Args:
            stage: the stage that they belong to.
            version: the rules version that made them.
            tables: rows by table, lazy where they need not stand in memory together; a table left out has none.
            replaces: names of commits that these rows stand for from now on.
            key: a name that derives from the inputs; without it the rows themselves give the name.

        Returns:
            The commit; the one that stands already where the same was committed before.

        Raises:
            ContractError: an unknown table, or rows that do not have its shape.
        """
        return self._commit(stage, version, _pack(stage, tables), replaces, key)

    def replace(self, stage: str, version: str, tables: Mapping[str, pl.DataFrame]) -> Commit:
        """Write tables that stand for the whole corpus: they take the place of all that is live.

        Returns:
            The commit; the live one, with nothing written, where it holds the same rows.

        Raises:
            ContractError: an unknown table, or rows that do not have its shape.
        """
        packed = _pack(stage, tables)
        live = self.commits(stage, version)
        if len(live) == 1 and live[0].content == packed.content:
            return live[0]
        return self._commit(stage, version, packed, [commit.name for commit in live], None)

    def commits(self, stage: str, version: str) -> tuple[Commit, ...]:
        """The live commits by name: all but those that another one replaces."""
        records = self._records(stage, version)
        gone = {name for commit in records.values() for name in commit.replaces}
        return tuple(commit for name, commit in records.items() if name not in gone)

    def paths(self, stage: str, table: str, versions: str | Iterable[str]) -> tuple[str, ...]:
        """The paths or URLs of the files that hold a table's live rows."""
        contract(stage, table)
        wanted = [versions] if isinstance(versions, str) else list(versions)
        live = [commit for version in wanted for commit in self.commits(stage, version)]
        return tuple(self.segment(commit, table) for commit in live if commit.rows.get(table))

    def scan(self, stage: str, table: str, versions: str | Iterable[str]) -> pl.LazyFrame:
        """The live rows of a table, in the order of commit names; an empty frame of its schema when there are none."""
        if overlay.layered(stage):
            wanted = [versions] if isinstance(versions, str) else list(versions)
            return pl.concat([overlay.scan(self, stage, table, version) for version in wanted] or [contract(stage, table).empty().lazy()])
        paths = self.paths(stage, table, versions)
        if not paths:
            return contract(stage, table).empty().lazy()
        return pl.scan_parquet(list(paths))

    def versions(self, stage: str) -> tuple[str, ...]:
        """The versions under which a stage has written, the most recently written first."""
        folder = self.folder(stage)
        written = {name: self.place.files(f"{folder}/{name}/{RECORDS}") for name in self.place.folders(folder)}
        newest = {name: max(record.modified_ns for record in records) for name, records in written.items() if records}
        return tuple(sorted(newest, key=lambda name: (-newest[name], name)))

    def segment(self, commit: Commit, table: str) -> str:
        """The path or URL of a commit's table."""
        return self.place.locate(self.segment_key(commit, table))

    def segment_key(self, commit: Commit, table: str) -> str:
        """The key of a commit's table."""
        return f"{self.folder(commit.stage)}/{commit.version}/{table}/{commit.name}.parquet"

    def record_key(self, commit: Commit) -> str:
        """The key of the file that makes a commit visible."""
        return f"{self.folder(commit.stage)}/{commit.version}/{RECORDS}/{commit.name}.json"

    def all_commits(self, stage: str, version: str) -> tuple[Commit, ...]:
        """Live and replaced commits by name."""
        return tuple(self._records(stage, version).values())

    def _commit(self, stage: str, version: str, packed: _Packed, replaces: Iterable[str], key: str | None) -> Commit:
        gone = self._gone(stage, version, set(replaces))
        name = stable_id(key or packed.content, *gone)
        made = Commit(stage, version, name, packed.content, packed.rows, gone)
        record = self.record_key(made)
        if self.place.exists(record):
            return _decode(self.place.read(record))
        for table, content in packed.files.items():
            self.place.write(self.segment_key(made, table), content)
        return made if self.place.create(record, _encode(made)) else _decode(self.place.read(record))

    def _gone(self, stage: str, version: str, replaced: set[str]) -> tuple[str, ...]:
        # What the replaced ones replaced is replaced too: so it stays dead when their records are cleaned away.
        if not replaced:
            return ()
        records = self._records(stage, version)
        named = [records[name] for name in replaced if name in records]
        return tuple(sorted({old for commit in named for old in (commit.name, *commit.replaces) if old in records}))

    def folder(self, stage: str) -> str:
        """The key below which a stage's files lie.

        Raises:
            StoreError: there is no such stage.
        """
        if stage not in INTERNAL:
            raise StoreError(f"no stage {stage!r}; there are {sorted(INTERNAL)}")
        return f"{SEGMENTS}/{stage}"

    def _records(self, stage: str, version: str) -> dict[str, Commit]:
        records = self.place.read_all(f"{self.folder(stage)}/{version}/{RECORDS}")
        return {name.removesuffix(".json"): _decode(content) for name, content in records.items()}


def _pack(stage: str, tables: Mapping[str, pl.DataFrame | pl.LazyFrame]) -> _Packed:
    """Tables as files, one after the other."""
    files: dict[str, bytes] = {}
    rows: dict[str, int] = {}
    for name, table in sorted(tables.items()):
        frame = contract(stage, name).conform(table.lazy().collect())
        if frame.height:
            files[name], rows[name] = durable.parquet(frame), frame.height
    whole = sha256()
    for name, content in files.items():
        whole.update(f"{name}\x1f{len(content)}\x1f".encode())
        whole.update(content)
    return _Packed(files, rows, whole.hexdigest())


def _encode(commit: Commit) -> bytes:
    return json.dumps(vars(commit), sort_keys=True, indent=1).encode() + b"\n"


def _decode(content: bytes) -> Commit:
    values = json.loads(content)
    return Commit(**{**values, "replaces": tuple(values["replaces"])})
