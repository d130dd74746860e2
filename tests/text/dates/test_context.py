"""What the text around a date decides: years, weekdays, datelines, contradictions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.text.dates import DateMention, DateReader

Read = Callable[..., list[DateMention]]


@pytest.fixture
def read(reader_of: Callable[[str], DateReader]) -> Read:
    return lambda code, text, published=None, **options: reader_of(code).read(text, published, **options)


def test_a_weekday_solves_the_year_where_one_fits(read: Read) -> None:
    (mention,) = read("fr", "Lundi 19 septembre, ils se sont vus.")
    assert (mention.edtf, mention.basis, mention.weekday) == ("2022-09-19", "weekday", 0)


def test_a_weekday_leaves_the_year_open_where_two_fit(read: Read) -> None:
    (mention,) = read("fr", "Lundi 7 septembre, ils se sont vus.")
    assert (mention.edtf, mention.conflict) == ("XXXX-09-07", None)


def test_a_stated_year_chooses_between_two(read: Read) -> None:
    first, _ = read("en", "On Tuesday, 17 December, it took the chair after the vote of 19 March 2024.")
    assert (first.edtf, first.basis) == ("2024-12-17", "weekday")


def test_the_reference_year_moves_the_window(read: Read) -> None:
    (mention,) = read("fr", "Lundi 7 septembre, ils se sont vus.", reference_year=2025)
    assert mention.edtf == "2020-09-07"


def test_a_contradicting_weekday_is_kept(read: Read) -> None:
    (mention,) = read("en", "On Monday, 14 October 2025, they met.")
    assert (mention.edtf, mention.basis, mention.conflict) == ("2025-10-14", "stated", "2025-10-13")


def test_a_contradicting_twin_is_kept(read: Read) -> None:
    (mention,) = read("fa", "در ۲۵ نوامبر ۲۰۲۰ (دهم آذر ۱۳۹۹) دیدار کردند.")
    assert (mention.edtf, mention.conflict) == ("2020-11-25", "2020-11-30")


def test_an_agreeing_twin_is_one_mention(read: Read) -> None:
    (mention,) = read("fa", "در ۲۵ نوامبر ۲۰۲۰ (پنجم آذر ۱۳۹۹) دیدار کردند.")
    assert (mention.edtf, mention.conflict) == ("2020-11-25", None)


def test_a_dateline_and_today_with_its_weekday_date_the_text(read: Read) -> None:
    text = "ABU DHABI, 10 July. The President today, Thursday, received two guests. They will meet again tomorrow."
    assert [mention.edtf for mention in read("en", text)] == ["2025-07-10", "2025-07-10", "2025-07-11"]


def test_a_dateline_and_a_bare_weekday_need_a_stated_year(read: Read) -> None:
    text = "BAKU, December 17. Azerbaijan on Tuesday took the chair"
    assert [mention.edtf for mention in read("en", text + ".")] == ["XXXX-12-17"]
    assert [mention.edtf for mention in read("en", text + " after the decision of March 2024.")] == ["2024-12-17", "2024-12-17", "2024-03"]


def test_a_yearless_publication_carries_today(read: Read) -> None:
    (mention,) = read("fr", "Il est parti aujourd'hui.", "XXXX-09-07")
    assert (mention.edtf, mention.basis) == ("XXXX-09-07", "relative")


@pytest.mark.parametrize(("published", "edtf"), [("2025-01-10", "2024-12-20"), ("2024-12-01", "2024-12-20"), ("2025-06-10", "2024-12-20")])
def test_the_year_nearest_to_publication(read: Read, published: str, edtf: str) -> None:
    (mention,) = read("en", "They will meet on 20 December.", published)
    assert (mention.edtf, mention.basis) == (edtf, "context")


def test_a_range_over_the_turn_of_the_year(read: Read) -> None:
    (mention,) = read("en", "The drill ran from 30 December to 2 January 2025.")
    assert mention.edtf == "2024-12-30/2025-01-02"


def test_spans_are_code_points_of_the_original(read: Read) -> None:
    text = "Görüş — «Bakı»\u200c, 14  mart 2023-cü ildə\u00a0olub."
    (mention,) = read("az", text)
    assert text[mention.start : mention.end] == "14  mart 2023-cü ildə"


def test_the_persian_week_begins_on_saturday(read: Read) -> None:
    (mention,) = read("fa", "این هفته دیدار می‌کنند.", "2024-03-06")
    assert mention.edtf == "2024-03-02/2024-03-08"
