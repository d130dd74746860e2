"""What a pack's section may hold, and how a wrong one is refused."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from assets.languages.packs import codes, load
from assets.languages.schema.dates import DatesSection
from assets.text.dates import DateReader
from assets.text.dates.template import TemplateError, parse

MONTHS = {"gregorian": {1: ["Mem"], 2: ["Nun"]}}


def section(**more: Any) -> DatesSection:
    return DatesSection.model_validate(
        {"months": MONTHS, "weekdays": {"monday": ["Lam"]}, "stated": {"date": ["{day} {month} {year}"]}} | more
    )


def test_an_invented_language_is_read() -> None:
    reader = DateReader(section(relative={"day:-n": ["{n} kaf"]}, frames={"range": ["alif {date} ba {date}"]}))
    assert [mention.edtf for mention in reader.read("x 3 Nun 2020, 2 kaf", "2020-02-10")] == ["2020-02-03", "2020-02-08"]
    assert [mention.edtf for mention in reader.read("alif 3 Mem 2020 ba 4 Nun 2020")] == ["2020-01-03/2020-02-04"]


@pytest.mark.parametrize("template", ["{day", "{}", "[{day}", "{day}]", "({day}|", "<x", "{day}>"])
def test_a_broken_template_is_refused(template: str) -> None:
    with pytest.raises(TemplateError):
        parse(template)


@pytest.mark.parametrize("template", ["{dya} {month}", "[{day}]", "- {day}", "{month} <x> {day}"])
def test_a_template_without_meaning_names_its_place(template: str) -> None:
    with pytest.raises(TemplateError, match=r"\[dates.stated\] odd"):
        DateReader(section(stated={"odd": [template]}))


@pytest.mark.parametrize(
    "more",
    [
        {"relative": {"fortnight:-1": ["x"]}},
        {"relative": {"day:one": ["x"]}},
        {"months": {"gregorian": {13: ["x"]}}},
        {"months": {"mayan": {1: ["x"]}}},
        {"weekdays": {"noday": ["x"]}},
        {"days": {32: ["x"]}},
        {"parts": {"third_half": ["x"]}},
        {"unknown": 1},
    ],
)
def test_a_wrong_section_is_refused(more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        section(**more)


@pytest.mark.parametrize("code", codes())
def test_a_pack_names_every_month_and_weekday(code: str) -> None:
    dates = load(code).dates
    assert sorted(dates.months["gregorian"]) == list(range(1, 13))
    assert len(dates.weekdays) == 7
