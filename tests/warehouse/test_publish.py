"""The published file is what the segments say, judged before anybody sees it."""

from __future__ import annotations

import stat
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import duckdb
import polars as pl
import pytest

from sql import header, names, statement
from warehouse import Store, open_warehouse, publish
from warehouse.contracts import PUBLIC

from . import corpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from warehouse import PublishResult

    from .conftest import Published

    Run = Callable[..., PublishResult]

NOW = datetime(2031, 6, 1, tzinfo=UTC)


def test_the_small_corpus_passes_every_check(published: Published) -> None:
    assert [check for check in published.result.checks if not check.passed] == []
    assert published.result.published


def test_every_table_keeps_its_contract(published: Published) -> None:
    with open_warehouse(published.path) as warehouse:
        for name, table in PUBLIC.items():
            frame = table.conform(warehouse.table(name))
            assert table.failures(frame).is_empty(), name
            assert frame.height == published.result.rows[name]


def test_superseded_files_and_their_documents_are_gone(published: Published) -> None:
    with open_warehouse(published.path) as warehouse:
        assert warehouse.table("files").filter(pl.col("path") == "press/held.txt").height == 1
        assert warehouse.table("documents").filter(pl.col("body").str.contains("older text")).is_empty()


def test_exact_repeats_stay_without_rows_of_their_own(published: Published) -> None:
    with open_warehouse(published.path) as warehouse:
        repeats = warehouse.table("documents").filter(pl.col("same_as").is_not_null())
        attributed = set(warehouse.table("attributions")["document_id"])
    assert repeats["similarity"].to_list() == [1.0]
    assert not attributed & set(repeats["document_id"])
    assert set(repeats["same_as"]) <= attributed


def test_local_numbers_become_lasting_ids(published: Published) -> None:
    with open_warehouse(published.path) as warehouse:
        mentions = warehouse.table("mentions")
        quotes = warehouse.table("quotes")
    assert set(mentions.filter(pl.col("text") == "Eva Berger")["entity_id"]) == {corpus.person("Eva Berger")}
    assert quotes["person_id"].to_list() == [corpus.person("Jan Novak")]


def test_an_unreadable_file_is_accounted_for(published: Published) -> None:
    with open_warehouse(published.path) as warehouse:
        row = warehouse.table("files").filter(pl.col("path") == "press/broken.pdf").row(0, named=True)
    assert (row["records"], row["documents"], row["rejects"]) == (1, 0, 1)


def test_the_file_is_read_only_and_alone(published: Published) -> None:
    assert stat.S_IMODE(published.path.stat().st_mode) == 0o444
    assert {path.name for path in published.path.parent.iterdir()} == {published.path.name}
    assert not list(published.store.temp.iterdir())


def test_tables_columns_and_views_carry_comments(published: Published) -> None:
    with open_warehouse(published.path) as warehouse:
        columns = warehouse.query(
            "SELECT table_name, comment FROM duckdb_columns() WHERE database_name = 'warehouse' AND table_name = 'events'"
        )
        views = warehouse.query("SELECT view_name, comment FROM duckdb_views() WHERE database_name = 'warehouse' AND NOT internal")
    assert columns.height == len(PUBLIC["events"].columns)
    assert views.height == len(names("views"))
    assert not columns["comment"].has_nulls()
    assert not views["comment"].has_nulls()


def test_the_last_file_is_kept(run: Run) -> None:
    first = run(corpus.whole(), "first")
    inode = first.path.stat().st_ino
    run(corpus.whole(), "second")
    previous = first.path.with_name("dragoman.previous.duckdb")
    assert previous.stat().st_ino == inode
    assert first.path.stat().st_ino != inode
    assert duckdb.connect(str(previous), read_only=True).execute("SELECT count(*) FROM events").fetchone() == (2,)


def test_verdicts_are_kept_for_a_season(run: Run) -> None:
    run(corpus.whole(), "spring", NOW - timedelta(days=100))
    run(corpus.whole(), "summer", NOW - timedelta(days=10))
    own = pl.DataFrame(
        [{"run_id": "now", "asset": "parsed", "check": "decoded", "checked_at": NOW, "severity": "warn", "passed": True, "failed_rows": 0}]
    )
    result = run(corpus.whole(), "now", NOW, own)
    with open_warehouse(result.path) as warehouse:
        checks = warehouse.table("checks")
        latest = warehouse.table("latest_checks")
    assert set(checks["run_id"]) == {"summer", "now"}
    assert set(latest["asset"]) == {"parsed", "warehouse"}
    assert latest.height == len(names("checks")) + 1


def test_a_repeated_run_replaces_its_verdicts(run: Run) -> None:
    run(corpus.whole(), "again")
    result = run(corpus.whole(), "again")
    assert result.published
    assert result.rows["checks"] == len(names("checks"))


def test_an_unreadable_old_file_does_not_stand_in_the_way(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out" / "dragoman.duckdb"
    target.parent.mkdir()
    target.write_bytes(b"no database")
    assert run(corpus.whole()).published


def test_an_empty_store_is_published(tmp_path: Path) -> None:
    result = publish(Store(tmp_path), tmp_path / "out" / "empty.duckdb", {}, run_id="r", checked_at=NOW)
    assert result.published
    assert {name: rows for name, rows in result.rows.items() if rows} == {"checks": len(names("checks"))}


def test_leftovers_of_a_killed_publication_are_no_hindrance(published: Published, tmp_path: Path) -> None:
    for name in (".dragoman.building.duckdb", ".dragoman.building.duckdb.wal", "dragoman.duckdb.wal"):
        (tmp_path / name).write_bytes(b"half")
    target = tmp_path / "dragoman.duckdb"
    assert publish(published.store, target, corpus.VERSIONS, run_id="r", checked_at=NOW).published
    assert [path.name for path in tmp_path.iterdir()] == ["dragoman.duckdb"]


def test_a_small_budget_of_memory_is_enough(published: Published, tmp_path: Path) -> None:
    target = tmp_path / "dragoman.duckdb"
    result = publish(published.store, target, corpus.VERSIONS, run_id="r", checked_at=NOW, memory="100MB", threads=1)
    assert result.published


class TestFailedChecks:
    """Each check finds the fault that it is for; the old file stays."""

    def spoil(self, run: Run, name: str, run_id: str = "run") -> PublishResult:
        rows = corpus.whole()
        SPOILERS.get(name, nothing)(rows)
        return run(rows, run_id, spoil=LATE_SPOILERS.get(name, nothing))

    def test_a_blocking_one_leaves_the_old_file(self, run: Run) -> None:
        good = run(corpus.whole(), "good")
        before = (good.path.stat().st_ino, good.path.stat().st_mtime_ns)
        bad = self.spoil(run, "spans_lie_inside", "bad")
        assert not bad.published
        assert [check.name for check in bad.blocking] == ["mentions_show_their_text", "spans_lie_inside"]
        assert (good.path.stat().st_ino, good.path.stat().st_mtime_ns) == before
        failed = good.path.with_name("dragoman.failed.duckdb")
        verdicts = duckdb.connect(str(failed), read_only=True).execute("SELECT \"check\" FROM checks WHERE run_id = 'bad' AND NOT passed")
        assert ("spans_lie_inside",) in verdicts.fetchall()

    def test_each_check_has_a_spoiler(self) -> None:
        assert SPOILERS.keys() | LATE_SPOILERS.keys() == {name.rpartition("/")[2] for name in names("checks")}

    @pytest.mark.parametrize("name", [name.rpartition("/")[2] for name in names("checks")])
    def test_it_finds_what_it_is_for(self, run: Run, name: str) -> None:
        if name in {"corpus_does_not_collapse", "corpus_does_not_shrink"}:
            run(corpus.whole())
        result = self.spoil(run, name)
        found = {check.name: check for check in result.checks}[name]
        assert found.failed_rows > 0
        assert found.sample
        assert found.severity == header(statement(f"checks/{name}"))["severity"]
        assert result.published == (not result.blocking)

    def test_a_key_that_stands_twice_blocks(self, run: Run, tmp_path: Path) -> None:
        store = Store(tmp_path / "twice")
        corpus.whole().commit(store)
        person = store.scan("resolved", "persons", "s1").collect()[:1]
        store.commit("resolved", "s1", {"persons": person.with_columns(name=pl.lit("Another"))})
        result = publish(store, tmp_path / "w.duckdb", corpus.VERSIONS, run_id="r", checked_at=NOW)
        (found,) = result.blocking
        assert (found.name, found.sample[0]["in_table"], found.sample[0]["key"]) == ("keys_are_unique", "persons", person["person_id"][0])
        assert not (tmp_path / "w.duckdb").exists()


def nothing(_: object) -> None:
    """Spoil nothing."""


def _change(stage: str, table: str, /, row: int = 0, **values: object) -> Callable[[corpus.Corpus], None]:
    return lambda rows: rows.rows[stage, table][row].update(values)


def _add(stage: str, table: str, /, **values: object) -> Callable[[corpus.Corpus], None]:
    return lambda rows: rows.add(stage, table, **values)


def _drop(stage: str, table: str, row: int = 0) -> Callable[[corpus.Corpus], None]:
    def drop(rows: corpus.Corpus) -> None:
        del rows.rows[stage, table][row]

    return drop


def _again(stage: str, table: str, row: int = 0) -> Callable[[corpus.Corpus], None]:
    return lambda rows: rows.rows[stage, table].append(dict(rows.rows[stage, table][row]))


def _chain(rows: corpus.Corpus) -> None:
    # The original of the repeat becomes a near repeat itself.
    repeat = rows.rows["duplicates", "duplicates"][0]
    other = rows.rows["validated", "documents"][0]["document_id"]
    rows.add("duplicates", "duplicates", document_id=repeat["same_as"], same_as=other, similarity=0.9)


def _read_twice(store: Store) -> None:
    store.commit("read", "fr-1", {"readings": store.scan("read", "readings", "en-1").collect()})


def _same_role_twice(store: Store) -> None:
    role = store.scan("resolved", "roles", "s1").collect()[:1]
    store.commit("resolved", "s1", {"roles": role.with_columns(documents=pl.lit(9))})


def _empty(rows: corpus.Corpus) -> None:
    rows.rows.clear()


NOBODY = "f" * 16
SPOILERS: dict[str, Callable[[corpus.Corpus], None]] = {
    "bounds_have_a_date": _change("read", "reports", date_edtf=None),
    "codes_are_registered": _change("read", "reports", country="XX"),
    "conflicts_disagree": _drop("resolved", "conflicts"),
    "corpus_does_not_collapse": _empty,
    "corpus_does_not_shrink": _drop("read", "mentions"),
    "documents_are_read": _drop("read", "readings", row=-1),
    "event_documents_are_counted": _change("resolved", "events", documents=1),
    "events_have_reports": _add(
        "resolved", "events", event_id=NOBODY, title="t", kind="call", status="held", documents=0, languages=0, outlets=0, confidence=0.1
    ),
    "events_have_sides": lambda rows: rows.rows["resolved", "event_participants"].clear(),
    "files_are_opened": _drop("parsed", "parsed_files", row=1),
    "held_after_publication": _change("read", "reports", row=1, starts_on=date(2031, 5, 20), ends_on=date(2031, 5, 20)),
    "mandates_have_holders": _change("resolved", "mandates", holder_country=None),
    "mentions_show_their_text": _change("read", "mentions", text="Other"),
    "originals_are_no_repeats": _chain,
    "participants_are_somebody": _change("read", "participants", person=None, country=None),
    "periods_run_forward": _change("resolved", "events", ends_on=date(2031, 1, 1)),
    "persons_are_resolved": _drop("resolved", "person_map"),
    "plans_are_followed_up": _change("resolved", "events", status="planned", ends_on=date(2031, 1, 2)),
    "records_add_up": _change("parsed", "parsed_files", records=7),
    "references_resolve": _change("read", "reports", place_id="atlantis"),
    "rejects_have_a_file": _add("raw", "rejects", file_id=NOBODY, record=0, stage="raw", reason="unreadable"),
    "reports_are_resolved": _drop("resolved", "event_map"),
    "spans_lie_inside": _change("read", "mentions", span_end=100_000),
}
# Faults that no single commit can have, since each commit's keys are unique: done to the store.
LATE_SPOILERS: dict[str, Callable[[Store], None]] = {
    "documents_are_read_once": _read_twice,
    "keys_are_unique": _same_role_twice,
}
