"""Filling a warehouse file: anew from the segments, or from a copy of the published one where little has changed.

Belongs here: what makes a copy fit to be updated, and the order of statements. Does not: the statements (sql/), what a
publication is and when a file takes another's place (publish.py), and the judging (judge.py).

An update gives the very rows that a new file would have. The rows of a document follow from the document, the rules
version it was read under and what resolution made of it: where the hash of these is the published one, they stay.
So do those of an event and of a file where the hash of the rows themselves is the published one. The other tables
follow from the whole corpus, are small, and are filled anew. What holds both files together is the recipe.
"""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import duckdb
import polars as pl

from sql import names, statement
from warehouse import judge, overlay, swap
from warehouse.connect import open_builder
from warehouse.contracts import INTERNAL, PUBLIC, relation
from warehouse.contracts.resolved import GONE, UNITS
from warehouse.judge import CheckResult
from warehouse.ledger import live_files
from warehouse.read import WarehouseError, open_warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from warehouse.contracts.table import Table
    from warehouse.overlay import Layers
    from warehouse.segments import Store

OF_DOCUMENTS: Final = frozenset(
    {"documents", "attributions", "mentions", "quotes", "person_reports", "reports", "report_participants", "report_topics"}
)
"""Tables whose rows belong to one document each, and stay in an update as long as it does."""
OF_EVENTS: Final = frozenset({"events", "event_participants", "event_topics", "event_log", "conflicts"})
"""Tables whose rows belong to one event each, and stay in an update as long as none of them differs."""
KEPT: Final = OF_DOCUMENTS | OF_EVENTS | {"files"}
"""Tables that stand through an update, which changes single rows of them; the others are made again."""
RECIPE: Final = ("tables", "prepare", "build", "checks", "anew", "update", "publish")
"""Folders of statements that decide what a file holds; the views are made in every publication."""
LARGEST_UPDATE: Final = 0.2
"""Share of changed documents above which a new file is made: it costs hardly more then, and leaves no gaps."""


@dataclass(frozen=True)
class Ingredients:
    """What a file is made from.

    Args:
        store: the stages' segments.
        versions: the current rules versions of every stage.
        run_id, checked_at: the run, for the table of checks.
        verdicts: of stages and of earlier runs, for the table of checks.
        rows_before: rows of each table in the published file.
        scratch: an empty folder for what is shown to DuckDB and for what does not fit into memory.
        memory: limit for DuckDB.
        threads: how many DuckDB may use.
    """

    store: Store
    versions: Mapping[str, Sequence[str]]
    run_id: str
    checked_at: datetime
    verdicts: pl.DataFrame
    rows_before: pl.DataFrame
    scratch: Path
    memory: str
    threads: int

    @property
    def recipe(self) -> str:
        """A digest of what all rows depend on, beside the documents and how they were read: another one, another file."""
        digest = sha256(self.store.place.locate("").encode())
        for stage in ("raw", "parsed", "validated", "duplicates"):
            digest.update("\x1f".join((stage, *self.versions.get(stage, ()))).encode())
        for name in (name for folder in RECIPE for name in names(folder)):
            digest.update(statement(name).encode())
        return digest.hexdigest()


@dataclass(frozen=True)
class Built:
    """A finished file: rows by public table, how it was judged, and whether it is an update."""

    rows: Mapping[str, int]
    checks: tuple[CheckResult, ...]
    updated: bool

    @property
    def sound(self) -> bool:
        """True when no check of severity error has failed."""
        return not any(check.blocking for check in self.checks)


class _TooMuchHasChangedError(Exception):
    """An update would cost more than a new file."""


def build(building: Path, published: Path, ingredients: Ingredients) -> Built:
    """Fill and judge a file, by an update where that is possible and passes every check, else anew.

    Args:
        building: where the file is to be made; nothing stands there.
        published: the file to update; it may be missing, unreadable, or made by another recipe.
        ingredients: what to make it from.

    Raises:
        duckdb.Error: a statement is wrong, or the disk is full.
    """
    if _made_by(published, ingredients.recipe):
        shutil.copyfile(published, building)
        with suppress(_TooMuchHasChangedError):
            updated = _make(building, ingredients, anew=False)
            if updated.sound:
                return updated
        swap.discard(building)
    return _make(building, ingredients, anew=True)


def _made_by(published: Path, recipe: str) -> bool:
    try:
        with open_warehouse(published) as warehouse:
            return warehouse.query(statement("read/recipe"))["recipe"].to_list() == [recipe]
    except WarehouseError:
        return False


def _make(building: Path, ingredients: Ingredients, *, anew: bool) -> Built:
    places = ingredients.store.place.filesystem()
    with closing(open_builder(building, ingredients.scratch, ingredients.memory, ingredients.threads, places)) as connection:
        _show_segments(connection, ingredients)
        changed = (f"{'anew' if anew else 'update'}/changed_{what}" for what in ("documents", "events", "files"))
        for name in (*names("prepare"), *changed, "publish/changed_readings"):
            connection.execute(statement(name))
        if not anew:
            _weigh(connection)
        failed = _fill(connection, anew=anew)
        verdicts = (failed,) if failed else judge.judge(connection)
        _finish(connection, ingredients, verdicts, anew=anew)
        rows = dict(connection.execute(statement("read/row_counts")).fetchall())
        return Built(rows, verdicts, updated=not anew)


def _weigh(connection: duckdb.DuckDBPyConnection) -> None:
    share = connection.execute(statement("update/share_changed")).fetchone()
    if share is None or share[0] > LARGEST_UPDATE:
        raise _TooMuchHasChangedError


def _fill(connection: duckdb.DuckDBPyConnection, *, anew: bool) -> CheckResult | None:
    for name in _steps(anew=anew):
        try:
            connection.execute(statement(name))
        except duckdb.ConstraintException as error:
            return CheckResult(
                name=f"contract_of_{name.rpartition('/')[2]}",
                severity="error",
                what="rows that break a key or leave out what must be there",
                failed_rows=1,
                sample=({"message": str(error)},),
            )
    return None


def _steps(*, anew: bool) -> Iterator[str]:
    yield from ("anew/publication",) if anew else ("update/forget", "update/drop")
    yield from (f"tables/{name}" for name in PUBLIC if anew or name not in KEPT)
    yield from (f"build/{name}" for name in PUBLIC if name != "checks")


def _finish(connection: duckdb.DuckDBPyConnection, ingredients: Ingredients, verdicts: Sequence[CheckResult], *, anew: bool) -> None:
    _show(connection, "verdicts_of_checks", _file(ingredients, "verdicts_of_checks", _verdicts(ingredients, verdicts)))
    _show(connection, "recipe", _file(ingredients, "recipe", pl.DataFrame({"recipe": [ingredients.recipe]})))
    states = f"{'anew' if anew else 'update'}/keep_states"
    for name in ("build/checks", states, "publish/close_segments", *names("views"), "publish/checkpoint"):
        connection.execute(statement(name))


def _show_segments(connection: duckdb.DuckDBPyConnection, ingredients: Ingredients) -> None:
    store, versions = ingredients.store, ingredients.versions
    connection.execute(statement("publish/open_segments"))
    for stage, tables in INTERNAL.items():
        live = [commit for version in versions.get(stage, ()) for commit in store.commits(stage, version)]
        for name, table in tables.items():
            view = relation(stage, name)
            if overlay.layered(stage):
                _show_layers(connection, ingredients, view, table, overlay.layers(live))
                continue
            paths = [store.segment(commit, name) for commit in live if commit.rows.get(name)]
            _show(connection, view, *(paths or [_file(ingredients, view, table.empty())]))
    # Two landing places that hold the same content under the same path hold one file.
    files = live_files(store.scan("raw", "files", versions.get("raw", ()))).unique("file_id", keep="first", maintain_order=True).collect()
    _show(connection, "live_files", _file(ingredients, "live_files", files))
    _show(connection, "rows_before", _file(ingredients, "rows_before", ingredients.rows_before))


def _show(connection: duckdb.DuckDBPyConnection, view: str, *paths: str) -> None:
    _name(connection, view, connection.read_parquet(list(paths)))


def _name(connection: duckdb.DuckDBPyConnection, view: str, rows: duckdb.DuckDBPyRelation) -> None:
    connection.execute(statement("publish/into_segments"))
    rows.create_view(view)
    connection.execute(statement("publish/into_main"))


def _show_layers(connection: duckdb.DuckDBPyConnection, ingredients: Ingredients, view: str, table: Table, layers: Layers) -> None:
    """Rows of the base as far as they hold, and those of the overlay."""
    above = [layers.overlay] if layers.overlay else []
    bases, over = (
        [ingredients.store.segment(commit, table.name) for commit in commits if commit.rows.get(table.name)]
        for commits in (layers.bases, above)
    )
    shown = connection.read_parquet(bases or [_file(ingredients, view, table.empty())])
    if layers.overlay and table.name in UNITS:
        unit, column = UNITS[table.name]
        gone = connection.read_parquet(ingredients.store.segment(layers.overlay, GONE))
        ids = gone.filter(duckdb.ColumnExpression("unit") == duckdb.ConstantExpression(unit))
        shown = shown.join(ids.select(duckdb.ColumnExpression("id").alias(column)), column, how="anti")
    if over:
        shown = shown.union(connection.read_parquet(over))
    _name(connection, view, shown)


def _file(ingredients: Ingredients, name: str, frame: pl.DataFrame) -> str:
    path = ingredients.scratch / f"{name}.parquet"
    frame.write_parquet(path)
    return str(path)


def _verdicts(ingredients: Ingredients, results: Sequence[CheckResult]) -> pl.DataFrame:
    contract = PUBLIC["checks"]
    own = [judge.row(result, ingredients.run_id, ingredients.checked_at) for result in results]
    new = contract.conform(pl.DataFrame(own, schema=contract.schema)) if own else contract.empty()
    return contract.conform(pl.concat([ingredients.verdicts, new]))
