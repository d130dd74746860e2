"""What stages told is told again while nothing has come, and found anew as soon as anything has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest

from assets.running import accounts, report
from assets.running.account import Account
from assets.running.checks import Verdict
from assets.running.workshop import Workshop
from warehouse.contracts import contract

ASSET = "parsed_documents"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(home=tmp_path, landing={}, run_id="test", started=datetime(2026, 3, 1, tzinfo=UTC))


def told(rows: int) -> Account:
    """An account with something in each of its parts."""
    shown = pl.DataFrame({"path": ["ä.txt", None], "on": [date(2026, 3, 1), None], "codes": [["a", "b"], []]})
    verdict = Verdict(ASSET, "files_parsed", "warn", "what is asked", 2, 9, 0, ({"rule": "r", "rows": 2},), ({"on": date(2026, 3, 1)},))
    chart = (pl.DataFrame({"month": ["2026-03"], "rows": [rows]}), "month", "rows", "By month")
    return Account(
        {"documents": rows, "rejects": 0},
        7,
        pl.DataFrame({"language": ["az"], "rows": [rows]}),
        shown,
        chart,
        {"n": 1},
        (verdict,),
        {"rejects by reason": {"empty_file": 2}},
    )


def land(workshop: Workshop, path: str) -> None:
    """A row more in the ledger."""
    schema = contract("raw", "files").schema
    row = dict.fromkeys(schema) | {"file_id": path, "path": path, "landing": "landing", "bytes": 1, "mtime_ns": 1}
    row |= {"intake": "new", "first_seen_at": workshop.started}
    workshop.store.commit("raw", workshop.versions.raw, {"files": pl.DataFrame([row], schema)})


def test_what_was_told_is_told_again_as_dagster_shows_it_with_no_work_done(workshop: Workshop) -> None:
    first = accounts.kept(workshop, ASSET, lambda: told(3))
    again = accounts.kept(workshop, ASSET, lambda: told(4))
    assert (first.changed, again.changed) == (7, 0)
    assert report._metadata(again) == report._metadata(replace(first, changed=0))
    assert report._followed(again) == report._followed(first) == {"rows by language: az": 3, "rejects by reason: empty_file": 2}
    assert [report._check_result(one) for one in again.verdicts] == [report._check_result(one) for one in first.verdicts]


def test_a_commit_of_its_stage_or_above_makes_it_find_anew(workshop: Workshop) -> None:
    accounts.kept(workshop, ASSET, lambda: told(3))
    land(workshop, "a.txt")
    assert accounts.kept(workshop, ASSET, lambda: told(4)).rows["documents"] == 4
    assert accounts.kept(workshop, ASSET, lambda: told(5)).rows["documents"] == 4


def test_work_that_commits_is_kept_under_what_it_left(workshop: Workshop) -> None:
    def work() -> Account:
        land(workshop, "a.txt")
        return told(3)

    accounts.kept(workshop, "raw_files", work)
    assert accounts.kept(workshop, "raw_files", lambda: told(9)).rows["documents"] == 3


def test_the_next_day_only_what_depends_on_the_day_is_found_anew(workshop: Workshop) -> None:
    for asset in accounts.STAGES:
        accounts.kept(workshop, asset, lambda: told(3))
    later = replace(workshop, started=workshop.started + timedelta(days=1))
    anew = {asset for asset in accounts.STAGES if accounts.kept(later, asset, lambda: told(4)).rows["documents"] == 4}
    assert anew == accounts.OF_THE_DAY


def test_merged_segments_carry_what_stood_and_nothing_else(workshop: Workshop) -> None:
    land(workshop, "a.txt")
    accounts.kept(workshop, "resolved", lambda: told(2))
    land(workshop, "b.txt")
    accounts.kept(workshop, ASSET, lambda: told(3))
    accounts.figure(workshop, "landed", "raw_files", lambda: "found")
    before = accounts.keys(workshop)
    assert workshop.store.compact("raw", workshop.versions.raw, below_rows=10, target_rows=20)
    accounts.carry(workshop, before)
    assert accounts.kept(workshop, ASSET, lambda: told(4)).rows["documents"] == 3
    assert accounts.figure(workshop, "landed", "raw_files", lambda: "found anew") == "found"
    assert accounts.kept(workshop, "resolved", lambda: told(4)).rows["documents"] == 4


@pytest.mark.parametrize("content", ["", "{", "{}"])
def test_a_torn_or_foreign_account_is_found_anew(workshop: Workshop, content: str) -> None:
    accounts.kept(workshop, ASSET, lambda: told(3))
    (workshop.home / accounts.FOLDER / f"{ASSET}.json").write_text(content, encoding="utf-8")
    assert accounts.kept(workshop, ASSET, lambda: told(4)).rows["documents"] == 4


def test_of_other_assets_nothing_is_kept(workshop: Workshop) -> None:
    assert accounts.kept(workshop, "accuracy", lambda: told(1)).rows != accounts.kept(workshop, "accuracy", lambda: told(2)).rows
