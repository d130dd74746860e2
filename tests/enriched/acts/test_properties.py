"""Whatever stands on a page, the reading of acts ends, and what it tells is well formed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.enriched.reading.acts.lexicon import roman
from assets.enriched.reading.acts.story import dates_meet, width
from assets.languages import packs
from assets.languages.schema.acts import ActsSection, join
from tests.enriched.acts.cases import CASES
from tests.enriched.acts.test_sentences import read

DATES = st.dates().map(str) | st.tuples(st.integers(1900, 2100), st.integers(1, 12)).map(lambda p: f"{p[0]}-{p[1]:02d}")


@pytest.mark.parametrize("language", sorted(CASES))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_shuffled_words_give_well_formed_reports(language: str, data: st.DataObject) -> None:
    words = " ".join(text for _, text, _ in CASES[language]).split()
    text = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=60)))
    reading = read(language, text[:40], text)
    numbers = {person.number for person in reading.people}
    for report in reading.reports:
        assert report.status in ("held", "planned", "cancelled")
        assert 0 <= report.confidence <= 1
        assert report.start < report.end
        assert {p.person for p in report.participants} - {None} <= numbers


@given(DATES, DATES)
def test_dates_meet_either_way(a: str, b: str) -> None:
    assert dates_meet(a, b) == dates_meet(b, a)
    assert dates_meet(a, a)
    assert width(a) >= 1


@pytest.mark.parametrize(("text", "value"), [("iv", 4), ("xviii", 18), ("xlvii", 47), ("ix", 9)])
def test_roman_numerals(text: str, value: int) -> None:
    assert roman(text) == value


def test_tails_attach_after_a_hyphen_only() -> None:
    assert join("görüş", "-dü") == "görüşdü"
    assert join("دیدار", "کرد") == "دیدار کرد"


def test_unknown_paradigm_is_an_error() -> None:
    with pytest.raises(ValueError, match="doesn't define"):
        ActsSection.model_validate({"kinds": {"meeting": {"verbs": ["meet~nothing"]}}})


@pytest.mark.parametrize("language", sorted(CASES))
def test_every_kind_has_words(language: str) -> None:
    section = packs.load(language).acts
    for words in section.kinds.values():
        assert words.nouns or any(words.forms(section.paradigms))
