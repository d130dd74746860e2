"""Lines that tell when an article appeared, and lines that don't."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.text.dates import DateReader

STAMPS = [
    ("az", "14 Mart 2023, 18:40 (UTC +04:00)", "2023-03-14"),
    ("az", "Çərşənbə axşamı, 14 Mart, 2023", "2023-03-14"),
    ("az", "2023, 14 mart", "2023-03-14"),
    ("az", "Tarix: 14.03.2023 18:40", "2023-03-14"),
    ("az", "Oxunub: 512 | 14 Mar 2023 09:05", "2023-03-14"),
    ("tr", "Giriş: 14.03.2023 18:12", "2023-03-14"),
    ("tr", "Güncelleme: 15.03.2023 08:00 - Giriş: 14.03.2023 18:12", "2023-03-14"),
    ("tr", "14 Mart 2023 Salı 18:12", "2023-03-14"),
    ("ru", "14 марта 2023, 17:42", "2023-03-14"),
    ("ru", "Опубликовано: 14.03.2023 17:42 МСК", "2023-03-14"),
    ("fa", "تاریخ انتشار: ۱۷:۵۳ - ۲۳ اسفند ۱۴۰۱", "2023-03-14"),
    ("fa", "۱۴۰۱/۱۲/۲۳ - ۱۷:۵۳", "2023-03-14"),
    ("fa", "سه‌شنبه ۲۳ اسفند ۱۴۰۱ ساعت ۱۷:۵۳", "2023-03-14"),
    ("ar", "الثلاثاء 14 مارس 2023 - 17:53", "2023-03-14"),
    ("ar", "نشر في: 14/03/2023 الساعة 17:53 بتوقيت غرينتش", "2023-03-14"),
    ("de", "14.03.2023 | Stand 15.03.2023, 14:26 Uhr", "2023-03-14"),
    ("de", "14 März 2023    Gelesen: 345", "2023-03-14"),
    ("de", "Dienstag, 14. März 2023, 14:26 Uhr", "2023-03-14"),
    ("fr", "14.03.2023 - Mise à jour : 15.03.2023", "2023-03-14"),
    ("fr", "Publié le 14 mars 2023 à 18h40", "2023-03-14"),
    ("fr", "Bakou, 14 mars, AZERTAC", "XXXX-03-14"),
    ("en", "March 14, 2023 · 3 min read", "2023-03-14"),
    ("en", "Published: 14 March 2023, 6:40 p.m. GMT", "2023-03-14"),
    ("en", "Updated 15 March 2023 | Posted 14 March 2023", "2023-03-14"),
]

NONE = [
    ("en", "The ministers of the two states met in Baku on 14 March 2023."),
    ("en", "Call 020 7008 5000"),
    ("en", ""),
    ("de", "Am 14. März 2023 fand in Wien die nächste Runde der Konsultationen statt."),
    ("fr", "La réunion du 14 mars 2023 a permis de signer trois accords."),
    ("ru", "Встреча министров состоялась 14 марта 2023 года в Баку."),
    ("az", "Görüş 14 mart 2023-cü ildə Bakıda keçirilib, sənədlər imzalanıb."),
]


@pytest.mark.parametrize(("code", "line", "expected"), STAMPS)
def test_stamp(reader_of: Callable[[str], DateReader], code: str, line: str, expected: str) -> None:
    found = reader_of(code).publication(line)
    assert found is not None
    edtf, start, end = found
    assert edtf == expected
    assert 0 <= start < end <= len(line)


@pytest.mark.parametrize(("code", "line"), NONE)
def test_no_stamp(reader_of: Callable[[str], DateReader], code: str, line: str) -> None:
    assert reader_of(code).publication(line) is None


def test_the_outlet_decides_whether_the_month_comes_first(reader_of: Callable[[str], DateReader]) -> None:
    assert reader_of("en").publication("03/05/2024", "US") == ("2024-03-05", 0, 10)
    assert reader_of("en").publication("03/05/2024", "GB") == ("2024-05-03", 0, 10)
    assert reader_of("en").publication("03/25/2024") == ("2024-03-25", 0, 10)
    assert reader_of("en").publication("2024/03/05", "US") == ("2024-03-05", 0, 10)
