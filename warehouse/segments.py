"""The store of segments: commits, and their clean-up into few large files without leftovers.

Belongs here: compaction, pruning of old versions, sweeping after a kill.
Does not: how a commit is written (commits.py), and the archive, which is never cleaned.
Only the holder of the run lock may clean. Files that a reader may have listed just now are removed one clean-up later.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import polars as pl

from warehouse import overlay
from warehouse.archive import ARCHIVE
from warehouse.commits import RECORDS, SEGMENTS, Commit, Commits, StoreError
from warehouse.contracts import INTERNAL, contract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Store(Commits):
    """Segments of all stages at one place."""

    def compact(self, stage: str, version: str, below_rows: int = 50_000, target_rows: int = 250_000) -> tuple[Commit, ...]:
        """Merge small commits into larger ones.

        The merged ones lose their place at once, their files at the next compaction, so that readers who have listed
        them can still read them.

        Args:
            stage: the stage to compact.
            version: the version to compact.
            below_rows: a commit whose largest table has fewer rows than this is small.
            target_rows: rows of the largest table at which a merged commit is full.

        Returns:
            The new commits.
        """
        if not 0 < below_rows <= target_rows:
            raise StoreError(f"below_rows {below_rows} must be positive and at most target_rows {target_rows}")
        _remove_replaced(self, stage, version)
        if overlay.layered(stage):
            return ()  # its layers are folded when they are written
        small = [commit for commit in self.commits(stage, version) if _largest(commit) < below_rows]
        return tuple(_merge(self, group) for group in _groups(small, target_rows))

    def prune(self, stage: str, current: Iterable[str], keep_versions: int = 2) -> tuple[str, ...]:
        """Remove the output of old rules versions.

        A version is `<family>-<digest>` or a bare digest; a family is what has one current version, such as a language.

        Args:
            stage: the stage to prune.
            current: the versions in use; they are always kept.
            keep_versions: how many versions to keep of each family, the current one among them.

        Returns:
            The versions that were removed.
        """
        used = set(current)
        families: defaultdict[str, list[str]] = defaultdict(list)
        for version in self.versions(stage):
            families[version.rpartition("-")[0]].append(version)
        removed = []
        for versions in families.values():
            ranked = sorted(versions, key=lambda version: version not in used)
            removed += [version for version in ranked[max(keep_versions, 0) :] if version not in used]
        for version in removed:
            _remove_version(self, stage, version)
        return tuple(removed)

    def sweep(self) -> tuple[str, ...]:
        """Remove what killed runs left: temporary files, and segments without a record.

        Returns:
            The keys of the files that were removed from the store.
        """
        for path in self.temp.rglob("*"):
            if path.is_file():
                path.unlink(missing_ok=True)
        leftovers = [key for folder in (SEGMENTS, ARCHIVE) for key in self.place.leftovers(folder)]
        leftovers += [key for stage in INTERNAL for key in _unrecorded(self, stage)]
        self.place.remove(leftovers)
        return tuple(leftovers)


def _largest(commit: Commit) -> int:
    return max(commit.rows.values(), default=0)


def _groups(commits: Iterable[Commit], target_rows: int) -> Iterator[list[Commit]]:
    group: list[Commit] = []
    rows = 0
    for commit in commits:
        if group and rows + _largest(commit) > target_rows:
            if len(group) > 1:
                yield group
            group, rows = [], 0
        group.append(commit)
        rows += _largest(commit)
    if len(group) > 1:
        yield group


def _merge(store: Store, group: Sequence[Commit]) -> Commit:
    tables: defaultdict[str, list[pl.LazyFrame]] = defaultdict(list)
    for commit in group:
        for table in commit.rows:
            tables[table].append(pl.scan_parquet(store.segment(commit, table)))
    merged = {table: _concat(group[0].stage, table, parts) for table, parts in tables.items()}
    names = [commit.name for commit in group]
    return store.commit(group[0].stage, group[0].version, merged, replaces=names)


def _concat(stage: str, table: str, parts: Sequence[pl.LazyFrame]) -> pl.DataFrame:
    """All rows; a reject that was told in several commits, of a file that stayed unreadable, stays one."""
    key = contract(stage, table).key
    rows = pl.concat(parts)
    return (rows.unique(key, keep="last", maintain_order=True) if key else rows).collect()


def _remove_replaced(store: Store, stage: str, version: str) -> None:
    live = {commit.name for commit in store.commits(stage, version)}
    for commit in store.all_commits(stage, version):
        if commit.name not in live:
            # Files first: a record without files is dead anyway, files without a record would wait for a sweep.
            store.place.remove(store.segment_key(commit, table) for table in commit.rows)
            store.place.remove([store.record_key(commit)])


def _remove_version(store: Store, stage: str, version: str) -> None:
    # Records first: killed halfway, the version is empty rather than torn.
    folder = f"{store.folder(stage)}/{version}"
    for part in (f"{folder}/{RECORDS}", folder):
        store.place.remove(file.key for file in store.place.files(part))


def _unrecorded(store: Store, stage: str) -> Iterator[str]:
    """Segments whose commit has no record."""
    known: dict[str, set[str]] = {}
    for file in store.place.files(store.folder(stage)):
        _, _, version, table, name = file.key.split("/")
        if table == RECORDS:
            continue
        if version not in known:
            known[version] = {commit.name for commit in store.all_commits(stage, version)}
        if name.removesuffix(".parquet") not in known[version]:
            yield file.key
