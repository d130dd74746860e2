"""A site that is brought up to date is, byte for byte, the one that is written anew, whatever has changed in the record."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
import pytest

from assets.site.build import Report, build
from tests.site.conftest import Site

MEETING = "(SELECT event_id FROM events WHERE kind = 'meeting')"
NOVAK = "(SELECT person_id FROM roles WHERE country = 'SK')"
CHANGES = {
    "a text": "UPDATE documents SET body = replace(body, 'Foreign Minister', 'Minister')",
    "an address": "UPDATE documents SET url = 'https://apa.example/other' WHERE language = 'fr'",
    "a path": "UPDATE files SET path = 'elsewhere/' || path",
    "an outlet's name": "UPDATE organisations SET name = 'The Agency' WHERE organisation_id = 'apa'",
    "a source": "INSERT INTO attributions SELECT document_id, 1, 'lemonde', 0, 4, 'cites' FROM documents WHERE record = 1",
    "an account": "UPDATE reports SET merge_reason = 'same number in the series' WHERE place_id = 'salzburg'",
    "an account's act": f"UPDATE reports SET event_id = {MEETING}",
    "an act's day": "UPDATE events SET date_edtf = '2031-06', starts_on = '2031-06-01', ends_on = '2031-06-30' WHERE kind = 'meeting'",
    "an act's format": "UPDATE events SET format = 'osce', ordinal = 4, level = 'ministerial', host = 'AT' WHERE kind = 'meeting'",
    "an act's topic": f"INSERT INTO event_topics SELECT event_id, 'energy', 1 FROM events WHERE event_id = {MEETING}",
    "what was known when": "UPDATE event_log SET status = 'cancelled' WHERE status = 'held'",
    "what sources say": "UPDATE conflicts SET value = 'vienna-office' WHERE value = 'vienna'",
    "a place's name": "UPDATE places SET name = 'Wien' WHERE place_id = 'vienna'",
    "a country's name": "UPDATE countries SET name = 'Slovak Republic' WHERE country = 'SK'",
    "a side": "UPDATE event_participants SET capacity = 'mediator' WHERE country = 'AT'",
    "a person's name": f"UPDATE persons SET name = 'Ján Novák' WHERE person_id = {NOVAK}",
    "a spelling": f"INSERT INTO person_names SELECT person_id, 'Novák J.', 'sk', 'Latn', 1 FROM persons WHERE person_id = {NOVAK}",
    "an office": f"UPDATE roles SET office = 'prime_minister', first_seen = '2030-01-01' WHERE person_id = {NOVAK}",
    "a mandate": "UPDATE mandates SET period_edtf = '2031', starts_on = '2031-01-01'",
    "a person's mandate": f"UPDATE mandates SET holder_country = NULL, holder_person = {NOVAK}",
    "a day goes by": "UPDATE documents SET published_on = '2031-05-20' WHERE record = 1",
    "a person less": f"DELETE FROM event_participants WHERE person_id = {NOVAK}",
    "an act less": "DELETE FROM events WHERE kind = 'call'",
    "a reject": "UPDATE rejects SET reason = 'too_long'",
}


def tree(root: Path) -> Mapping[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def changed(site: Site, folder: Path, statements: str) -> Path:
    """A copy of the published file in which something has changed."""
    database = folder / "changed.duckdb"
    shutil.copyfile(site.database, database)
    with duckdb.connect(str(database)) as connection:
        connection.execute(statements)
    return database


@pytest.mark.parametrize("change", CHANGES)
def test_a_site_brought_up_to_date_is_the_one_written_anew(hostile: Site, tmp_path: Path, change: str) -> None:
    database = changed(hostile, tmp_path, CHANGES[change])
    shutil.copytree(hostile.root, tmp_path / "again")
    again = build(Report(database, tmp_path / "again"))
    anew = build(Report(database, tmp_path / "anew"))
    assert tree(tmp_path / "again") == tree(tmp_path / "anew") != tree(hostile.root)
    assert 1 < again["written"] < anew["written"] == anew["pages"]


def test_another_bound_in_time_is_as_written_anew(examples: Site, tmp_path: Path) -> None:
    shutil.copytree(examples.root, tmp_path / "again")
    bound = date(2026, 11, 1)
    build(Report(examples.database, tmp_path / "again", bound))
    build(Report(examples.database, tmp_path / "anew", bound))
    assert tree(tmp_path / "again") == tree(tmp_path / "anew") != tree(examples.root)


def test_a_page_that_is_gone_is_written_again_and_a_stranger_is_left(hostile: Site, tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(hostile.root, root)
    lost = next((root / "events").rglob("*.html"))
    told = lost.read_bytes()
    lost.unlink()
    (root / "notes.txt").write_text("mine")
    assert build(Report(hostile.database, root))["written"] == 2
    assert lost.read_bytes() == told
    assert (root / "notes.txt").read_text() == "mine"


def test_parts_on_two_processes_write_what_one_writes(examples: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assets.site.parts.FEW", 0)
    monkeypatch.setattr("assets.site.parts.SIZE", 20)
    monkeypatch.setattr("assets.site.parts.DOCUMENTS", 10)
    build(Report(examples.database, tmp_path / "parts"))
    assert tree(tmp_path / "parts") == tree(examples.root)


def test_what_came_last_is_told_apart_among_the_changes(hostile: Site, tmp_path: Path) -> None:
    off = "UPDATE event_log SET status = 'cancelled' WHERE status = 'held';"
    told_last = "SELECT file_id FROM documents SEMI JOIN event_log USING (document_id) WHERE published_on = '2031-05-13'"
    late = f"UPDATE files SET first_seen_at = '2031-06-01' WHERE file_id IN ({told_last})"
    for name, statements, told in (("early", off, False), ("late", off + late, True)):
        (tmp_path / name).mkdir()
        build(Report(changed(hostile, tmp_path / name, statements), tmp_path / name / "site"))
        front = (tmp_path / name / "site" / "index.html").read_text(encoding="utf-8")
        assert "called off</span>" in front
        assert ("since the last run" in front) is told
