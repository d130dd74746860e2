"""Properties that hold for every language: round trips, calendars, no crash, order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hijridate import Gregorian
from hypothesis import given, settings
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from assets.languages.packs import codes, load
from assets.text.dates import DateReader, calendars
from assets.text.edtf import is_valid

Readers = Callable[[str], DateReader]
DAYS = st.dates(date(1995, 1, 1), date(2039, 12, 31))
FORMS = {
    "az": "{day} {month} {year}-{nth} il", "fa": "{day} {month} سال {year} میلادی", "fr": "le {day} {month} {year}",
    "de": "am {day}. {month} {year}", "en": "{month} {day}, {year}", "ru": "{day} {month} {year} года", "tr": "{day} {month} {year}",
    "ar": "{day} {month} {year}", "es": "el {day} de {month} de {year}",
}  # fmt: skip
_NTH = {0: "cu", 1: "ci", 2: "ci", 3: "cü", 4: "cü", 5: "ci", 6: "cı", 7: "ci", 8: "ci", 9: "cu"}


@pytest.mark.parametrize("code", codes())
@given(day=DAYS, data=st.data())
@settings(max_examples=60, deadline=None)
def test_every_month_name_reads_back(reader_of: Readers, code: str, day: date, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(load(code).dates.months["gregorian"][day.month]))
    text = FORMS[code].format(day=day.day, month=name, year=day.year, nth=_NTH[day.year % 10])
    assert [mention.edtf for mention in reader_of(code).read(f"x {text} x")] == [day.isoformat()]


@pytest.mark.parametrize("code", codes())
@given(day=DAYS, form=st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"]))
@settings(max_examples=60, deadline=None)
def test_numeric_dates_read_back(reader_of: Readers, code: str, day: date, form: str) -> None:
    assert [mention.edtf for mention in reader_of(code).read(day.strftime(form))] == [day.isoformat()]


@given(day=DAYS)
def test_jalali_dates_read_back_in_persian_digits(reader_of: Readers, day: date) -> None:
    jalali = JalaliDate(day)  # type: ignore[no-untyped-call]
    name = load("fa").dates.months["jalali"][jalali.month][0]
    text = f"{jalali.day} {name} {jalali.year}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert [mention.edtf for mention in reader_of("fa").read(text)] == [day.isoformat()]


@given(day=DAYS, code=st.sampled_from(["ar", "fa"]))
def test_hijri_dates_read_back(reader_of: Readers, day: date, code: str) -> None:
    hijri = Gregorian.fromdate(day).to_hijri()
    name = load(code).dates.months["hijri"][hijri.month][0]
    assert [mention.edtf for mention in reader_of(code).read(f"{hijri.day} {name} {hijri.year}")] == [day.isoformat()]


@given(day=DAYS, calendar=st.sampled_from(["gregorian", "jalali", "hijri"]))
def test_calendars_there_and_back(day: date, calendar: str) -> None:
    assert calendars.day(calendar, *calendars.of(calendar, day)) == day


@given(day=DAYS, calendar=st.sampled_from(["jalali", "hijri"]))
def test_a_month_of_another_calendar_holds_its_days(day: date, calendar: str) -> None:
    year, month, _ = calendars.of(calendar, day)
    first, last = calendars.edtf(calendar, year, month).split("/")
    assert first <= day.isoformat() <= last


@pytest.mark.parametrize("code", codes())
@given(first=DAYS, second=DAYS)
@settings(max_examples=30, deadline=None)
def test_a_range_of_two_dates_is_one_mention(reader_of: Readers, code: str, first: date, second: date) -> None:
    first, second = sorted((first, second))
    text = f"{first:%d.%m.%Y} - {second:%d.%m.%Y}"
    expected = f"{first}/{second}"
    assert [mention.edtf for mention in reader_of(code).read(text)] == [expected]


def _words(code: str) -> list[str]:
    section = load(code).dates
    tables = [*section.months.values(), section.weekdays, section.parts, section.shifts, section.days]
    return [word for table in tables for words in table.values() for word in words]  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", codes())
@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_any_text_gives_valid_ordered_mentions(reader_of: Readers, code: str, data: st.DataObject) -> None:
    pieces = st.one_of(
        st.sampled_from(_words(code)), st.text(max_size=6), st.integers(0, 2100).map(str), st.sampled_from(list(" -–./,()’\n"))
    )
    text = "".join(data.draw(st.lists(pieces, max_size=25)))
    published = data.draw(st.sampled_from([None, "2024-02-29", "XXXX-02-29", "1343-01-01", "9999-12-31"]))
    mentions = reader_of(code).read(text, published)
    assert all(is_valid(mention.edtf) for mention in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    reader_of(code).publication(text)


@given(text=st.text())
def test_any_text_at_all(reader_of: Readers, text: str) -> None:
    for code in codes():
        reader_of(code).read(text, "2024-01-01")


@pytest.mark.parametrize("code", codes())
def test_reading_is_pure(reader_of: Readers, code: str) -> None:
    reader = reader_of(code)
    text = "12.03.2024 - 15.03.2024, 5/6"
    assert reader.read(text, "2024-01-01") == reader.read(text, "2024-01-01")
