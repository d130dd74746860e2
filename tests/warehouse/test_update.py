"""An update gives the very rows that a new file would have, whatever has changed in between."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import duckdb
import pytest

from sql import names, statement
from warehouse import Store, build, open_warehouse, publish
from warehouse.build import KEPT
from warehouse.contracts import PUBLIC

from . import corpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import polars as pl

    from warehouse import PublishResult

    Change = Callable[[corpus.Corpus], None]

NOW = datetime(2031, 6, 1, tzinfo=UTC)
BULK = 40
"""Documents beside those of the small corpus: few of all may change, or a new file is made."""


def _bulk(rows: corpus.Corpus) -> corpus.Corpus:
    for number in range(BULK):
        body = f"Notice {number}\n\nForeign Minister Jan Novak published notice {number}."
        _land(rows, f"press/{number}.txt", body)
    return rows


def _land(rows: corpus.Corpus, path: str, body: str) -> str:
    landed = corpus.file(rows, path, body)
    document = corpus.document(rows, landed, body, date(2031, 5, 20))
    corpus.parsed(rows, landed, documents=1)
    corpus.read(rows, document, body, {"Jan Novak": ("foreign_minister", "SK")}, "apa")
    return document


def _vanish(rows: corpus.Corpus) -> None:
    """A repeat is superseded by a text that nobody has parsed yet, so that its document goes."""
    corpus.file(rows, "press/7.txt", "a newer text", seen=datetime(2031, 5, 30, tzinfo=UTC))
    newest = rows.rows["raw", "files"][-1]["file_id"]
    rows.add("raw", "rejects", file_id=newest, record=0, stage="raw", reason="unreadable", detail="permission denied")


def _arrive(rows: corpus.Corpus) -> None:
    _land(rows, "press/late.txt", "A late notice\n\nForeign Minister Jan Novak added a late notice.")


def _join_persons(rows: corpus.Corpus) -> None:
    """Resolution finds that the person of one document is another one."""
    last = rows.rows["resolved", "person_map"][-1]
    last.update(person_id=corpus.person("Eva Berger"), reason="by hand", score=1.0)


def _read_again(rows: corpus.Corpus) -> None:
    """Other rules read one document otherwise."""
    document = rows.rows["read", "readings"][-1]
    document["version"] = "en-2"
    for table in ("mentions", "people"):
        rows.rows["read", table][-1]["rule"] = "better"


def _repeat(rows: corpus.Corpus) -> None:
    """Two texts turn out to be one but for a word."""
    first, second = (row["document_id"] for row in rows.rows["validated", "documents"][-2:])
    rows.add("duplicates", "duplicates", document_id=second, same_as=first, similarity=0.95)


def _rename(rows: corpus.Corpus) -> None:
    rows.rows["resolved", "persons"][0]["name"] = "Ján Novák"
    rows.rows["resolved", "events"][0]["title"] = "A meeting in Vienna"


def _retell(rows: corpus.Corpus) -> None:
    """An event keeps its row, and loses or changes what stands beside it."""
    rows.rows["resolved", "event_topics"].pop()
    rows.rows["resolved", "conflicts"].clear()
    rows.rows["resolved", "event_participants"][-1]["documents"] = 1
    rows.rows["resolved", "event_log"][-1]["seen_on"] = date(2031, 5, 19)


def _nothing(_: corpus.Corpus) -> None:
    """What lands is what had landed."""


CHANGES: tuple[Change, ...] = (_nothing, _arrive, _vanish, _join_persons, _read_again, _repeat, _rename, _retell)


class Home:
    """A store that is written anew for every state of the corpus, and the file that is published from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.target = folder / "dragoman.duckdb"

    def publish(self, rows: corpus.Corpus, target: Path | None = None) -> PublishResult:
        shutil.rmtree(self.folder / "home", ignore_errors=True)
        store = Store(self.folder / "home")
        rows.commit(store)
        return publish(store, target or self.target, corpus.VERSIONS, run_id="run", checked_at=NOW)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with the small corpus and the bulk published."""
    made = Home(tmp_path)
    assert made.publish(_bulk(corpus.whole())).published
    return made


def _contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with open_warehouse(path) as warehouse:
        return {name: _sorted(warehouse.table(name)) for name in PUBLIC}


def _sorted(rows: pl.DataFrame) -> list[tuple[object, ...]]:
    return sorted(rows.iter_rows(), key=repr)


@pytest.mark.parametrize("change", CHANGES)
def test_an_update_is_a_new_file(home: Home, change: Change) -> None:
    rows = _bulk(corpus.whole())
    change(rows)
    updated = home.publish(rows)
    anew = home.publish(rows, home.folder / "anew.duckdb")
    assert (updated.updated, anew.updated) == (True, False)
    assert updated.published
    assert _contents(updated.path) == _contents(anew.path)
    assert updated.rows == anew.rows == {name: len(found) for name, found in _contents(anew.path).items()}
    assert [check.failed_rows for check in updated.checks] == [check.failed_rows for check in anew.checks]


def test_updates_of_updates_are_new_files(home: Home) -> None:
    rows = _bulk(corpus.whole())
    for change in CHANGES:
        change(rows)
        assert home.publish(rows).updated
    anew = home.publish(rows, home.folder / "anew.duckdb")
    assert _contents(home.target) == _contents(anew.path)


def test_many_updates_do_not_let_the_file_grow(home: Home) -> None:
    rows = _bulk(corpus.whole())
    sizes = []
    for _ in range(6):
        assert home.publish(rows).updated
        sizes.append(home.target.stat().st_size)
    assert sizes[-1] == sizes[1]


def test_where_much_has_changed_a_new_file_is_made(home: Home) -> None:
    rows = _bulk(corpus.whole())
    for row in rows.rows["read", "readings"][:20]:
        row["version"] = "en-2"
    assert not home.publish(rows).updated


def test_other_statements_make_a_new_file(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "statement", lambda name: statement(name) + "\n")
    assert not home.publish(_bulk(corpus.whole())).updated


def test_an_update_that_fails_a_check_is_made_anew_before_it_is_believed(home: Home) -> None:
    # Somebody has spoiled the published file: its rows cannot be taken over.
    home.target.chmod(0o644)
    with duckdb.connect(str(home.target)) as connection:
        connection.execute("INSERT INTO mentions SELECT * REPLACE ('f' AS document_id) FROM mentions LIMIT 1")
    repaired = home.publish(_bulk(corpus.whole()))
    assert repaired.published
    assert not repaired.updated


def test_every_table_is_kept_or_dropped() -> None:
    dropped = {line.removeprefix("DROP TABLE ").removesuffix(";") for line in statement("update/drop").splitlines() if "DROP" in line}
    assert dropped | KEPT == set(PUBLIC)
    assert not dropped & KEPT
    forget = statement("update/forget")
    assert all(f"DELETE FROM {name}" in " ".join(forget.split()) for name in KEPT)
    assert all("CREATE OR REPLACE VIEW" in statement(name) for name in names("views"))
