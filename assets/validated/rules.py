"""Rules that every document must pass: splits good documents from rejects, each with the rule's name.

Here: the rules as a pandera model over a batch, their severities, the split. Not here: repeats (duplicates), volume.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

from assets.text import mojibake
from assets.validated.duplicates import fingerprints

if TYPE_CHECKING:
    from assets.languages.schema.pack import Pack

Severity = Literal["error", "warn"]
EARLIEST = date(1990, 1, 1)
BODY_LENGTH = (30, 400_000)
TITLE_LENGTH = 500
SAMPLE = 200
VERDICTS = {"document_id": pl.String, "file_id": pl.String, "rule": pl.String, "severity": pl.String, "passed": pl.Boolean}
REJECTS = {"file_id": pl.String, "record": pl.Int32, "stage": pl.String, "reason": pl.String, "detail": pl.String, "sample": pl.String}
COLUMNS: Mapping[str, type[pl.DataType]] = {
    "document_id": pl.String, "file_id": pl.String, "record": pl.Int32, "url": pl.String, "outlet": pl.String, "language": pl.String,
    "title": pl.String, "body": pl.String, "published_edtf": pl.String, "published_on": pl.Date, "modified_edtf": pl.String,
    "author": pl.String, "words": pl.Int32,
}  # fmt: skip
_SCRIPTS = {"Latn": r"\p{Latin}", "Cyrl": r"\p{Cyrillic}", "Arab": r"\p{Arabic}"}
_REQUIRED = ("document_id", "file_id", "record", "language", "title", "body", "words")


class StructuralError(ValueError):
    """The frame itself is wrong, or a rule broke: nothing can be said of its rows, so the stage must stop."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules compare with.

    Attributes:
        today: the day of the run.
        scripts: ISO 15924 code of the script by language code, of every language with a pack.
    """

    today: date
    scripts: Mapping[str, str]

    @classmethod
    def of(cls, packs: Mapping[str, Pack], today: date) -> Rules:
        """From the packs."""
        return cls(today, {code: pack.language.script for code, pack in packs.items()})


@lru_cache(maxsize=1)
def severities() -> Mapping[str, Severity]:
    """The severity of every rule on documents."""
    table = tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))
    return {rule: entry["severity"] for rule, entry in table.items()}


def expressions(rules: Rules) -> dict[str, pl.Expr]:
    """Each rule as an expression that is true for a document that passes; null (nothing to judge) passes.

    The keys are those of rules.toml.
    """
    title, body = pl.col("title").str.strip_chars(), pl.col("body").str.strip_chars()
    published = pl.col("published_on")
    return {
        "title_present": title.str.len_chars() > 0,
        "body_present": (body.str.len_chars() > title.str.len_chars() + 1) & body.str.contains(r"\S\s+\S"),
        "body_length": body.str.len_chars().is_between(*BODY_LENGTH),
        "body_begins_with_title": body.str.starts_with(title),
        "title_length": title.str.len_chars() <= TITLE_LENGTH,
        "no_replacement_character": ~(body.str.contains("\ufffd", literal=True) | title.str.contains("\ufffd", literal=True)),
        "no_mojibake": ~(body.str.contains(mojibake.PATTERN) | title.str.contains(mojibake.PATTERN)),
        "published_not_in_future": published <= rules.today + timedelta(days=1),
        "published_after_1990": published >= EARLIEST,
        "published_known": published.is_not_null(),
        "language_configured": pl.col("language").is_in(list(rules.scripts)),
        "script_agrees": _script_agrees(rules),
        "words_counted": pl.col("words") == body.str.count_matches(r"\S+"),
    }


def _script_agrees(rules: Rules) -> pl.Expr:
    """More than half of the letters are in the language's script; other languages aren't judged."""
    letters = pl.col("body").str.count_matches(r"\p{L}")
    agrees = pl.lit(None, pl.Boolean)
    for script, pattern in _SCRIPTS.items():
        codes = [code for code, used in rules.scripts.items() if used == script]
        own = pl.col("body").str.count_matches(pattern) * 2 > letters
        agrees = pl.when(pl.col("language").is_in(codes)).then(own).otherwise(agrees)
    return agrees


def schema(rules: Rules) -> pa.DataFrameSchema:
    """The pandera model of a batch of parsed documents: columns and types, and the rules as named checks."""
    columns = {name: pa.Column(kind, nullable=name not in _REQUIRED) for name, kind in COLUMNS.items()}
    checks = [pa.Check(_check(expression), name=rule, description=rule, ignore_na=False) for rule, expression in expressions(rules).items()]
    return pa.DataFrameSchema(columns, checks=checks, strict=False, name="parsed_documents")


def _check(expression: pl.Expr):  # type: ignore[no-untyped-def]
    def passes(data: pa.PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select(expression.fill_null(value=True))

    return passes


def work(documents: pl.DataFrame, rules: Rules) -> dict[str, pl.DataFrame]:
    """Judge documents.

    Args:
        documents: parsed documents, with the columns of COLUMNS.
        rules: what to compare with.

    Returns:
        `documents`: those that pass every rule of severity error; `rejects`: the others, with the first rule they
        fail in the order of rules.toml; `verdicts`: one row a document and rule; `fingerprints` of the good ones.

    Raises:
        StructuralError: a column is missing or of another type, a required value is null, or a rule broke.
    """
    failed = _failures(documents, rules)
    verdicts = _verdicts(documents, failed)
    stopping = [rule for rule, severity in severities().items() if severity == "error"]
    bad: dict[int, list[str]] = {}
    for rule in stopping:
        for row in sorted(failed.get(rule, ())):
            bad.setdefault(row, []).append(rule)
    rejects = [
        {
            "file_id": row["file_id"], "record": row["record"], "stage": "validated", "reason": bad[index][0],
            "detail": ", ".join(bad[index]), "sample": (row["title"] or row["body"] or "")[:SAMPLE],
        }
        for index in sorted(bad) for row in [documents.row(index, named=True)]
    ]  # fmt: skip
    good = documents.select(list(COLUMNS)).with_row_index("_row").filter(~pl.col("_row").is_in(list(bad))).drop("_row")
    return {"documents": good, "rejects": pl.DataFrame(rejects, REJECTS), "verdicts": verdicts, "fingerprints": fingerprints(good)}


def _failures(documents: pl.DataFrame, rules: Rules) -> dict[str, set[int]]:
    """Row numbers that fail, by rule."""
    try:
        schema(rules).validate(documents, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
    else:
        return {}
    known = set(severities())
    structural = cases.filter(pl.col("index").is_null() | ~pl.col("check").is_in(list(known)))
    if structural.height:
        named = structural.select("column", "check", "failure_case").unique(maintain_order=True).head(5).rows()
        raise StructuralError(f"parsed documents can't be judged: {named}")
    failed: dict[str, set[int]] = {}
    for rule, row in cases.select("check", "index").iter_rows():
        failed.setdefault(rule, set()).add(row)
    return failed


def _verdicts(documents: pl.DataFrame, failed: Mapping[str, set[int]]) -> pl.DataFrame:
    """One row a document and rule, documents in their order."""
    ids = documents.select("document_id", "file_id").with_row_index("_row")
    frames = [
        ids.select(
            "_row", "document_id", "file_id", rule=pl.lit(rule), severity=pl.lit(severity),
            passed=~pl.col("_row").is_in(sorted(failed.get(rule, ()))),
        )
        for rule, severity in severities().items()
    ]  # fmt: skip
    return pl.concat(frames).sort("_row", maintain_order=True).select(list(VERDICTS))
