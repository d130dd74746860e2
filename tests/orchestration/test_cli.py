"""The command line as a person and a script use it: real processes for exit codes, the runner for the rest."""

import io
import json
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from orchestration.cli import app
from orchestration.cli.explain import sentence_around
from orchestration.settings import Settings
from warehouse.lock import run_lock

ROOT = Path(__file__).parents[2]
COMMANDS = ("run", "up", "status", "query", "add", "explain", "export", "report")


def dragoman(*arguments: str | Path, text: bool = True) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", "from orchestration.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=text, check=False, timeout=300)


def say(*arguments: str | Path) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches(command: str) -> None:
    assert command in say("--help")
    assert "Usage" in say(command, "--help")


def test_help_loads_neither_dagster_nor_polars() -> None:
    code = "import sys, orchestration.cli; print([name for name in ('dagster', 'polars', 'duckdb', 'pydantic') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_run_ends_with_what_was_found_and_what_to_try(settings: Settings) -> None:
    done = dragoman("run", "--home", settings.root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "articles" in done.stdout
    first, second = done.stdout.rstrip().splitlines()[-2:]
    assert " explain " in first
    assert ' query "SELECT date_edtf, person, other_person, held_in FROM who_met_whom"' in second
    assert "parsed documents" in done.stderr
    assert "leaked" not in done.stderr
    assert "Warning" not in done.stderr


def test_run_as_json(done: Settings) -> None:
    result = dragoman("run", "--home", done.root, "--json")
    told = json.loads(result.stdout)
    assert (result.returncode, told["success"], told["errors"], told["found"]["articles"]) == (0, True, [], 5)


def test_a_run_beside_another_is_refused_by_its_own_code(done: Settings) -> None:
    with run_lock(done.lock, "the-first-run"):
        result = dragoman("run", "--home", done.root)
    assert result.returncode == 3
    assert "the-first-run" in result.stderr


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["status", "--home", str(tmp_path)], env={"DRAGOMAN_TIME_ZONE": "Mars/Olympus"})
    assert result.exit_code == 2
    assert "DRAGOMAN_TIME_ZONE" in result.output


def test_status_of_a_home_that_never_ran(tmp_path: Path) -> None:
    told = json.loads(say("status", "--home", tmp_path / "none", "--json"))
    assert (told["last_run"], told["warehouse"], told["running"]) == (None, None, None)


def test_status_tells_what_waits_and_what_is_wrong(done: Settings) -> None:
    (done.root / "landing/new.txt").write_text("New", encoding="utf-8")
    told = json.loads(say("status", "--home", done.root, "--json"))
    assert told["last_run"]["status"] == "success"
    assert told["waiting"]["files to take in"] == 1
    assert told["waiting"]["documents to read"] == 0
    assert told["warehouse"]["age_seconds"] >= 0
    assert "success" in say("status", "--home", done.root)


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_query_in_every_form(done: Settings, form: str) -> None:
    told = say("query", "SELECT title, language FROM documents WHERE language = 'fr'", "--home", done.root, "--format", form)
    assert "norvégienne" in told
    if form == "json":
        assert json.loads(told) == [{"title": "La ministre norvégienne reçue à Dakar", "language": "fr"}]


def test_query_to_parquet(done: Settings) -> None:
    result = CliRunner().invoke(app, ["query", "FROM documents", "--home", str(done.root), "--format", "parquet"])
    assert pl.read_parquet(io.BytesIO(result.stdout_bytes)).height == 5


def test_query_from_a_file_with_a_parameter(done: Settings) -> None:
    (person,) = json.loads(say("query", "SELECT name FROM persons ORDER BY name LIMIT 1", "--home", done.root, "--format", "json"))
    file = ROOT / "sql/analysis/record_of_a_person.sql"
    assert say("query", "--file", file, "--param", f"name={person['name']}", "--home", done.root)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_text('/etc/passwd')",
        "COPY documents TO '/tmp/stolen.csv'",
        "DELETE FROM documents",
        "ATTACH '/tmp/other.duckdb'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "SELECT 1; SELECT 2",
        "no statement at all",
    ],
)
def test_a_query_can_only_look_at_the_warehouse(done: Settings, statement: str) -> None:
    result = CliRunner().invoke(app, ["query", statement, "--home", str(done.root)])
    assert result.exit_code == 1
    assert not Path("/tmp/stolen.csv").exists()


def test_query_without_a_warehouse_says_what_to_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["query", "FROM documents", "--home", str(tmp_path)])
    assert result.exit_code == 1
    assert "dragoman run" in result.output


def test_add_copies_whole_files_and_guards_names(tmp_path: Path) -> None:
    article, home = tmp_path / "a.txt", tmp_path / "home"
    article.write_text("One", encoding="utf-8")
    say("add", article, "--home", home)
    say("add", article, "--home", home)
    assert [path.name for path in (home / "landing").iterdir()] == ["a.txt"]
    article.write_text("Two", encoding="utf-8")
    assert CliRunner().invoke(app, ["add", str(article), "--home", str(home)]).exit_code == 2
    assert (home / "landing/a.txt").read_text(encoding="utf-8") == "One"
    say("add", article, "--replace", "--home", home)
    assert (home / "landing/a.txt").read_text(encoding="utf-8") == "Two"


@pytest.mark.parametrize("kind", ["person", "event", "report", "document"])
def test_explain_shows_words_that_stand_in_the_sentence(done: Settings, kind: str) -> None:
    rows = json.loads(say("query", f"SELECT {kind}_id AS id FROM {kind}s", "--home", done.root, "--format", "json"))
    assert rows
    shown = 0
    for row in rows[:3]:
        told = json.loads(say("explain", row["id"], "--home", done.root, "--json"))
        assert told["kind"] == kind
        for evidence in told["evidence"]:
            assert evidence["words"] in evidence["sentence"]
            assert evidence["rule"]
            shown += 1
    assert shown
    assert say("explain", rows[0]["id"], "--home", done.root)


def test_explain_of_nothing(done: Settings) -> None:
    assert CliRunner().invoke(app, ["explain", "0" * 16, "--home", str(done.root)]).exit_code == 1


@pytest.mark.parametrize(
    ("body", "words", "sentence"),
    [
        ("One. Two met three. Four.", "met", "Two met three."),
        ("Headline\n\nIt was so.", "was", "It was so."),
        ("به گزارش ایرنا. او گفت؟ خیر.", "گفت", "او گفت؟"),
        ("no end", "end", "no end"),
    ],
)
def test_the_sentence_around_a_span(body: str, words: str, sentence: str) -> None:
    begin = body.index(words)
    found, start, end = sentence_around(body, begin, begin + len(words))
    assert (found, found[start:end]) == (sentence, words)
