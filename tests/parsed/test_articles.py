"""Pages of the press in eight languages: the article stays, the page around it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from assets.parsed.model import Document

Parse = Callable[[str | bytes], Document]


@dataclass(frozen=True)
class Case:
    """A page and what a careful reader finds in it."""

    text: str
    language: str
    title: str
    outlet: str | None
    published: str | None
    gone: tuple[str, ...]
    kept: tuple[str, ...]


CASES = {
    "en": Case(
        """
BREAKING NEWS
Home > World > Asia
Ghana and Nepal agree to open embassies

By Kofi Lamptey
Published: 14 May 2024, 09:15 GMT | Updated: 15 May 2024
Share on Facebook  Copy link  Print

ACCRA (GNA) - The foreign ministers of Ghana and Nepal agreed on Monday to open embassies in each other's capital.

Read also: Rains flood two districts of the capital

"We have waited for this for twenty years," the Ghanaian minister told reporters after the talks.

© 2024 All rights reserved
Follow us on Telegram
Most read
Schools to reopen in September
""",
        "en",
        "Ghana and Nepal agree to open embassies",
        "gna",
        "2024-05-14",
        ("BREAKING", "Home >", "Copy link", "Updated", "Rains flood", "rights reserved", "Telegram", "Schools to reopen"),
        ("ACCRA (GNA) - The foreign", "We have waited"),
    ),
    "de": Case(
        """
Startseite / Politik / Ausland
Estland und Peru nehmen Gespräche über Visafreiheit auf
Stand: 03.02.2023, 11:20 Uhr
Teilen Drucken Merken
Symbolbild: Der Hafen von Callao. Foto: dpa/Archiv

Tallinn (dpa) - Estland und Peru haben am Donnerstag Gespräche über die Abschaffung der Visumpflicht aufgenommen.

Die nächste Runde soll im Herbst in Lima stattfinden, wie das Außenministerium mitteilte.

Lesen Sie auch
Fähre läuft vor Helsinki auf Grund
Kommentare (12)
Alles Unsinn, wenn man mich fragt, und das seit vielen Jahren schon.
""",
        "de",
        "Estland und Peru nehmen Gespräche über Visafreiheit auf",
        "dpa",
        "2023-02-03",
        ("Startseite", "Drucken", "Foto:", "Fähre", "Alles Unsinn", "Stand:"),
        ("Tallinn (dpa) - Estland", "im Herbst in Lima"),
    ),
    "fr": Case(
        """
INTERNATIONAL

Le Chili et le Maroc signent un accord de pêche

Publié le 8 juin 2022 à 18h05 - Mis à jour le 9 juin 2022

Rabat, 8 juin 2022 (MAP) - Le Chili et le Maroc ont signé mercredi à Rabat un accord de pêche, a annoncé le ministère.

L'accord sera soumis aux deux parlements avant la fin de l'année, selon la même source.

Lire aussi : Une grève perturbe les trains de banlieue
Vues : 512
Partager sur WhatsApp
Tous droits réservés. Reproduction interdite sans autorisation.
""",
        "fr",
        "Le Chili et le Maroc signent un accord de pêche",
        "map",
        "2022-06-08",
        ("INTERNATIONAL", "Mis à jour", "grève", "512", "WhatsApp", "Reproduction"),
        ("Rabat, 8 juin 2022 (MAP)", "deux parlements"),
    ),
    "ru": Case(
        """
Независимая общественно-политическая газета

Монголия и Сербия договорились о прямых рейсах
12 марта 2021, 10:30
Фото: пресс-служба аэропорта

УЛАН-БАТОР, 12 марта. /ТАСС/. Власти Монголии и Сербии договорились об открытии прямых рейсов, сообщил министр транспорта.

Читайте также: В столице закрыли два моста

Первый самолет вылетит в Белград осенью, уточнили в министерстве.

Подписывайтесь на нас в Telegram
Просмотров: 88
Теги: Монголия, Сербия
Самое читаемое
Цены на сахар выросли
""",
        "ru",
        "Монголия и Сербия договорились о прямых рейсах",
        "tass",
        "2021-03-12",
        ("газета", "Фото", "мостa", "закрыли два", "Подписывайтесь", "Просмотров", "Теги", "сахар"),
        ("/ТАСС/", "Первый самолет"),
    ),
    "tr": Case(
        """
SON DAKİKA
Anasayfa > Dünya
Kenya ile Portekiz arasında eğitim anlaşması imzalandı
Giriş: 21.09.2023 14:05  Güncelleme: 21.09.2023 15:10
Dinle Paylaş Yazdır

NAİROBİ (AA) - Kenya ile Portekiz arasında yükseköğretim alanında iş birliği anlaşması imzalandı.

Törende konuşan bakan, anlaşmanın iki ülke öğrencilerine yeni kapılar açacağını söyledi.

Haberin Devamı
Etiketler: Kenya, Portekiz
En Çok Okunanlar
Akaryakıta zam geldi
""",
        "tr",
        "Kenya ile Portekiz arasında eğitim anlaşması imzalandı",
        "anadolu",
        "2023-09-21",
        ("SON DAKİKA", "Anasayfa", "Güncelleme", "Yazdır", "Devamı", "Etiketler", "Akaryakıta"),
        ("NAİROBİ (AA)", "yeni kapılar"),
    ),
    "az": Case(
        """
Xarici siyasət
Qana və Nepal səfirlik açmaq barədə razılığa gəlib
[14:20] 3 fevral 2022, Cümə axşamı
Paylaş: Facebook Twitter

Akkra, 3 fevral, AZƏRTAC

Qana və Nepalın xarici işlər nazirləri Akkrada keçirdikləri görüşdə səfirlik açmaq barədə razılığa gəliblər.

Növbəti görüşün payızda Katmanduda keçiriləcəyi bildirilib.

Oxunub: 1045
Oxşar xəbərlər
Paytaxtda su kəsiləcək
""",
        "az",
        "Qana və Nepal səfirlik açmaq barədə razılığa gəlib",
        "azertag",
        "2022-02-03",
        ("Xarici siyasət", "[14:20]", "Paylaş", "Oxunub", "Oxşar", "su kəsiləcək"),
        ("Akkra, 3 fevral, AZƏRTAC", "payızda Katmanduda"),
    ),
    "fa": Case(
        """
سیاسی > سیاست خارجی
وزیران خارجه نپال و غنا بر گشایش سفارت توافق کردند
۱۴ بهمن ۱۴۰۰ - ۱۱:۲۵
کد خبر: ۸۴۶۳۰۱۱

تهران - ایرنا - وزیران امور خارجه نپال و غنا در دیدار روز پنجشنبه در آکرا بر گشایش سفارتخانه در پایتخت‌های یکدیگر توافق کردند.

دیدار بعدی دو طرف پاییز سال آینده در کاتماندو برگزار خواهد شد.

انتهای پیام/
بازدید: ۳۱۲
برچسب‌ها: نپال، غنا
آخرین اخبار
قیمت نان افزایش یافت
""",
        "fa",
        "وزیران خارجه نپال و غنا بر گشایش سفارت توافق کردند",
        "irna",
        "2022-02-03",
        ("سیاسی >", "کد خبر", "انتهای پیام", "بازدید", "برچسب", "قیمت نان"),
        ("تهران - ایرنا - وزیران", "پاییز سال آینده"),
    ),
    "ar": Case(
        """
الرئيسية | سياسة
غانا ونيبال تتفقان على افتتاح سفارتين
نشر في: 3 فبراير 2022
مشاركة طباعة

أكرا في 3 فبراير / وام / اتفق وزيرا خارجية غانا ونيبال اليوم خلال لقائهما في العاصمة أكرا على افتتاح سفارتين في البلدين.

وسيعقد اللقاء المقبل في كاتماندو خلال فصل الخريف، بحسب بيان مشترك صدر عقب المحادثات.

- انتهى -
وام / ر.س
اقرأ أيضا
ارتفاع أسعار الخبز
""",
        "ar",
        "غانا ونيبال تتفقان على افتتاح سفارتين",
        "wam",
        "2022-02-03",
        ("الرئيسية", "نشر في", "طباعة", "انتهى", "ر.س", "أسعار الخبز"),
        ("أكرا في 3 فبراير / وام /", "فصل الخريف"),
    ),
}


@pytest.mark.parametrize("language", CASES)
def test_a_page_becomes_its_article(language: str, parse: Parse) -> None:
    case = CASES[language]
    document = parse(case.text)
    assert (document.language, document.title) == (case.language, case.title)
    assert [text for text in case.gone if text in document.body] == []
    assert [text for text in case.kept if text not in document.body] == []
    assert document.body.split("\n\n")[0] == document.title
    assert document.published_edtf == case.published
    assert document.outlet == case.outlet


def test_a_dateline_without_a_year_leaves_it_open(parse: Parse) -> None:
    document = parse("Two ports reopen\n\nOSLO, May 3. Two ports in the north reopened on Friday after a week of storms, officials said.\n")
    assert document.published_edtf == "XXXX-05-03"
    assert document.published_on is None


def test_a_dateline_is_dated_where_no_register_has_the_agency_behind_the_day(parse: Parse) -> None:
    document = parse("Two ports reopen\n\nOSLO, Norway, May 3, 2024 (QZX) - Two ports in the north reopened on Friday, officials said.\n")
    assert document.published_edtf == "2024-05-03"


def test_a_dateline_that_is_a_line_of_its_own_dates_the_page_in_either_calendar(parse: Parse) -> None:
    document = parse(
        "وزير الخارجية يصل إلى ليما\n\nليما 3 شعبان 1446 هـ الموافق 2 فبراير 2025 م واس\n\n"
        "وصل وزير الخارجية اليوم إلى ليما في زيارة رسمية تستمر يومين يلتقي خلالها عددا من المسؤولين.\n"
    )
    assert (document.published_edtf, document.outlet) == ("2025-02-02", "spa")


def test_a_line_between_slashes_is_a_dateline_of_whatever_agency(parse: Parse) -> None:
    document = parse(
        "وكالة الخليج الجديدة / مدريد في 4 مارس 2021 /\n\nإسبانيا وبنما تبحثان الملاحة\n\n"
        "بحث وزير النقل الإسباني أمس مع نظيره البنمي حركة الملاحة بين البلدين وتكاليف العبور في القناة.\n"
    )
    assert (document.published_edtf, document.title) == ("2021-03-04", "إسبانيا وبنما تبحثان الملاحة")


def test_a_whole_date_among_what_a_site_prints_above_its_headline_is_that_of_publication(parse: Parse) -> None:
    head = "Hafenbote\nMenü Suche\nWIRTSCHAFT 4 Min. 03.05.2024 Aus der gedruckten Ausgabe"
    news = "Zwei Häfen im Norden haben am Freitag nach einer Woche Sturm wieder geöffnet, wie die Behörden mitteilten.\n"
    assert parse(f"{head}\nHäfen im Norden wieder offen\n\n{news}").published_edtf == "2024-05-03"
    assert parse(f"Häfen wieder offen\n\n{news} Der Sturm vom 26.04.2024 hatte sie gesperrt.\n").published_edtf is None


def test_a_date_of_the_news_is_no_date_of_publication(parse: Parse) -> None:
    document = parse("Sondage\n\nLe 25 janvier 2019, les deux ministres se sont rencontrés à Lima pour discuter du budget commun.\n")
    assert document.published_edtf is None


def test_subheads_lists_and_sources_inside_the_news_stay(parse: Parse) -> None:
    text = """Parliament ratifies three treaties

The parliament ratified three treaties on Tuesday after a debate of four hours in the capital.

THREE TREATIES

- extradition with Peru
- taxation with Nepal

The opposition voted against the second of them and announced an appeal to the court.

Source: Ministry of Justice
"""
    body = parse(text).body
    assert all(part in body for part in ("THREE TREATIES", "extradition with Peru", "Source: Ministry of Justice"))


def test_a_ticker_above_the_headline_is_no_headline(parse: Parse) -> None:
    ticker = (
        "Storm closes the northern ports Strike at the airport enters its third day New stamps show birds of the coast "
        "Prices of bread rise again this week in all towns"
    )
    news = "Nepal will send an envoy to Lima in May, the foreign ministry of Nepal said on Tuesday."
    text = f"{ticker}\n\nNepal sends an envoy to Lima\n\n{news}\n"
    document = parse(text)
    assert document.title == "Nepal sends an envoy to Lima"
    assert "Storm closes" not in document.body


def test_lines_broken_at_a_column_are_joined(parse: Parse) -> None:
    text = """Nepal sends an envoy to Lima

Nepal will send an envoy to Lima in May, the foreign ministry of
Nepal said on Tuesday. The envoy is to prepare the visit of the prime
minister, which both sides had agreed on during the talks in Geneva a
year ago, and to look for a house for the new embassy.

A delegation of the ministry had visited the city in the autumn of
last year, but had come home without a result after a week there.
"""
    paragraphs = parse(text).body.split("\n\n")
    assert len(paragraphs) == 3
    assert "ministry of Nepal said" in paragraphs[1]


def test_a_brand_line_is_evidence_only_where_the_article_does_not_name_it(parse: Parse) -> None:
    news = "Nepal will send an envoy to Lima in May, the foreign ministry said on Tuesday in the capital."
    text = f"Envoy sent to Lima\n\n{news}\n\nAPA\n12 May 2023\n"
    document = parse(text)
    assert (document.outlet, document.published_edtf) == ("apa", "2023-05-12")
    assert document.body.endswith("\n\nAPA")


def test_a_wrong_site_mark_leaves_the_headline(parse: Parse) -> None:
    document = parse("Envoys meet in Lima (VIDEO)\n\nThe envoys of four countries met in Lima on Tuesday for talks about trade and fish.\n")
    assert document.title == "Envoys meet in Lima"
