"""Documents that break a rule are told by its name; a wrong frame stops the stage."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from assets.validated.rules import COLUMNS, Rules, StructuralError, severities, work

RULES = Rules(date(2025, 6, 1), {"en": "Latn", "ru": "Cyrl"})
BODY = "Envoys meet\n\nThe envoys of four countries met in Lima on Tuesday for talks."
GOOD = {
    "document_id": "0" * 16, "file_id": "f" * 16, "record": 0, "url": None, "outlet": "gna", "language": "en", "title": "Envoys meet",
    "body": BODY, "published_edtf": "2025-05-31", "published_on": date(2025, 5, 31), "words": len(BODY.split()),
}  # fmt: skip


def judged(**changes: Any) -> dict[str, pl.DataFrame]:
    """Two documents, the first with changes."""
    rows = [GOOD | changes, GOOD | {"document_id": "1" * 16, "record": 1}]
    return work(pl.DataFrame(rows, COLUMNS), RULES)


def test_good_documents_pass_every_rule() -> None:
    found = judged()
    assert found["documents"].height == 2
    assert found["verdicts"].height == 2 * len(severities())
    assert found["verdicts"]["passed"].all()
    assert found["fingerprints"]["body_sha256"].n_unique() == 1


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"title": "  "}, "title_present"),
        ({"body": "Envoys meet"}, "body_present"),
        ({"body": "Envoys meet\n\nToday."}, "body_length"),
        ({"body": BODY + " \ufffd"}, "no_replacement_character"),
        ({"body": BODY + " RÃ©publique"}, "no_mojibake"),
        ({"body": BODY + " РџСЂРёРІРµС‚"}, "no_mojibake"),
        ({"published_on": date(2025, 6, 3)}, "published_not_in_future"),
        ({"published_on": date(1989, 12, 31)}, "published_after_1990"),
        ({"language": "ru"}, "script_agrees"),
        ({"words": 3}, "words_counted"),
    ],
)
def test_a_broken_rule_rejects_the_document_by_name(changes: dict[str, Any], rule: str) -> None:
    found = judged(**changes)
    assert found["documents"]["document_id"].to_list() == ["1" * 16]
    assert found["rejects"].height == 1
    assert rule in found["rejects"]["detail"][0].split(", ")
    failed = found["verdicts"].filter(~pl.col("passed"))
    assert rule in failed["rule"].to_list()
    assert failed["document_id"].unique().to_list() == ["0" * 16]


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"language": "es"}, "language_configured"),
        ({"published_on": None}, "published_known"),
        ({"title": "Another headline"}, "body_begins_with_title"),
    ],
)
def test_a_warning_keeps_the_document_and_says_so(changes: dict[str, Any], rule: str) -> None:
    found = judged(**changes)
    assert found["documents"].height == 2
    assert found["rejects"].is_empty()
    assert found["verdicts"].filter(~pl.col("passed"))["rule"].to_list() == [rule]


@pytest.mark.parametrize("text", ["الحوار Ð", "Côté Âge", "Straße — „so“", "Ромашка Русская РУСЬ", "Ñandú Øre"])
def test_right_text_is_no_mojibake(text: str) -> None:
    found = judged(body=f"{BODY} {text}", words=len(f"{BODY} {text}".split()))
    assert found["rejects"].is_empty()


def test_the_day_after_the_run_is_not_the_future_yet() -> None:
    assert judged(published_on=date(2025, 6, 2))["rejects"].is_empty()


@pytest.mark.parametrize("frame", [pl.DataFrame([GOOD], COLUMNS).drop("body"), pl.DataFrame([GOOD]).with_columns(words=pl.lit("many"))])
def test_a_wrong_frame_stops_the_stage(frame: pl.DataFrame) -> None:
    with pytest.raises(StructuralError):
        work(frame, RULES)


def test_a_null_where_a_value_must_be_stops_the_stage() -> None:
    with pytest.raises(StructuralError):
        work(pl.DataFrame([GOOD | {"file_id": None}], COLUMNS), RULES)


def test_no_documents_are_no_failure() -> None:
    found = work(pl.DataFrame(schema=COLUMNS), RULES)
    assert [frame.height for frame in found.values()] == [0, 0, 0, 0]
