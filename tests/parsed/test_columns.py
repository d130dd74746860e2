"""Exports whose columns have names of their own are read by what their owner tells; a mistake in that is told clearly."""

from __future__ import annotations

import io
import json
from pathlib import Path

import polars as pl
import pytest

from assets.parsed.knowledge import Knowledge
from assets.parsed.model import ParsedFile
from assets.parsed.parse import Way, parse_file
from assets.running import versions
from assets.running.columns import Columns, ColumnsError, read
from orchestration.refresh import refresh
from orchestration.settings import Settings
from tests.parsed.formats import made
from warehouse.read import open_warehouse

TOLD = """
[[files]]
path = "agency/*.csv"
title = "Zagolovok"
body = "Tekst"
published = "Data vypuska"
url = "Adres"
language = "Yazyk"
outlet = "Istochnik"

[[files]]
path = "*"
title = "attributes.caption"
body = ["attributes.long", "attributes.short"]
published = "attributes.when"
records = "rows"
"""
ROW = {
    "Zagolovok": made.TITLE, "Tekst": made.TEXT, "Data vypuska": made.DATE, "Adres": made.URL, "Yazyk": "en", "Istochnik": "Example Herald",
}  # fmt: skip
NESTED = {"rows": [{"attributes": {"caption": made.TITLE, "long": "", "short": made.TEXT, "when": made.DATE}}]}


def told(folder: Path, text: str = TOLD) -> Path:
    path = folder / "columns.toml"
    path.write_text(text, encoding="utf-8")
    return path


def table(kind: str) -> bytes:
    """The row as a program exports it."""
    frame = pl.DataFrame([ROW])
    match kind:
        case "csv":
            return frame.write_csv().encode()
        case "tsv":
            return frame.write_csv(separator="\t").encode()
        case "jsonl":
            return frame.write_ndjson().encode()
        case "json":
            return frame.write_json().encode()
        case _:
            content = io.BytesIO()
            frame.write_parquet(content)
            return content.getvalue()


def parse(path: str, content: bytes, known: Knowledge, columns: Columns) -> ParsedFile:
    return parse_file("f" * 16, path, content, known, Way(columns=columns))


@pytest.mark.parametrize("kind", ["csv", "tsv", "jsonl", "json", "parquet"])
def test_told_columns_are_the_parts_of_an_article(kind: str, tmp_path: Path, known: Knowledge) -> None:
    columns = read(told(tmp_path))
    (document,) = parse("agency/2023/05.csv", table(kind), known, columns).documents
    assert (document.title, document.published_edtf, document.url) == (made.TITLE, made.DATE, made.URL)
    assert (document.language, document.outlet) == ("en", "example-herald")
    assert document.body.split("\n\n") == [made.TITLE, *made.BODY]
    untold = parse("elsewhere/05.csv", table(kind), known, columns)
    assert [reject.reason for reject in untold.rejects] == ["unknown_columns" if kind in ("csv", "tsv") else "no_text"]
    assert "zagolovok" in untold.rejects[0].detail.lower()


def test_names_lead_into_objects_and_the_first_filled_one_counts(tmp_path: Path, known: Knowledge) -> None:
    (document,) = parse("crawl.json", json.dumps(NESTED).encode(), known, read(told(tmp_path))).documents
    assert (document.title, document.published_edtf) == (made.TITLE, made.DATE)
    assert document.body.split("\n\n") == [made.TITLE, *made.BODY]


def test_what_is_not_told_keeps_its_usual_name(tmp_path: Path, known: Knowledge) -> None:
    columns = read(told(tmp_path, '[[files]]\npath = "*"\ntitle = "Zagolovok"\n'))
    (document,) = parse(
        "a.json", json.dumps({"Zagolovok": made.TITLE, "text": made.TEXT, "date": made.DATE}).encode(), known, columns
    ).documents
    assert (document.title, document.published_edtf) == (made.TITLE, made.DATE)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('[[files]]\npath = "*"\ntitel = "a"\n', ("table 1 of files", "'titel'")),
        ('[[files]]\npath = "a"\nbody = "b"\n[[files]]\nbody = "c"\n', ("table 2 of files", "'path'", "required")),
        ('[[files]]\npath = "a"\nbody = ["b", 5]\n', ("'body'", "string")),
        ('[[files]]\npath = "a"\n', ("table 1 of files", "names no column")),
        ('[[file]]\npath = "a"\n', ("'file'",)),
        ("[[files]\n", ("not readable as TOML", "line 1")),
    ],
)
def test_a_mistake_is_told_with_file_table_and_key(text: str, names: tuple[str, ...], tmp_path: Path) -> None:
    path = told(tmp_path, text)
    with pytest.raises(ColumnsError) as error:
        read(path)
    for name in (str(path), *names):
        assert name in str(error.value)
    with pytest.raises(ValueError, match="columns"):
        Settings(columns=str(path))


def test_only_what_is_told_makes_a_version_not_its_layout(tmp_path: Path) -> None:
    digest = read(told(tmp_path)).digest
    assert read(told(tmp_path, f"# a remark\n{TOLD}")).digest == digest
    other = read(told(tmp_path, TOLD.replace("Tekst", "Text"))).digest
    assert len({versions.current(each).parsed for each in ("", digest, other)}) == 3
    assert versions.current(Columns().digest) is versions.current("")


def test_the_job_reads_an_export_anew_when_its_columns_are_told(tmp_path: Path) -> None:
    landing = tmp_path / "home/landing/agency"
    landing.mkdir(parents=True)
    (landing / "april.csv").write_bytes(table("csv"))
    (landing / "plain.txt").write_text(made.PLAIN, encoding="utf-8")
    untold = Settings(home=tmp_path / "home", workers=1)
    assert refresh(untold).success
    assert _titles(untold, "agency/april.csv") == []
    given = Settings(home=tmp_path / "home", workers=1, columns=str(told(tmp_path)))
    assert refresh(given).success
    assert _titles(given, "agency/april.csv") == [made.TITLE]
    assert _titles(given, "agency/plain.txt") == [made.TITLE]


def _titles(settings: Settings, path: str) -> list[str]:
    with open_warehouse(settings.database) as warehouse:
        files, documents = warehouse.table("files").filter(pl.col("path") == path), warehouse.table("documents")
    (counted,) = files.select("records", "documents", "rejects").iter_rows()
    assert counted[0] == counted[1] + counted[2] >= 1
    return documents.join(files, on="file_id", how="semi")["title"].to_list()
