"""Where an outlet that no register has names itself on a page, and what looks like it but isn't."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.parsed.model import Document

Parse = Callable[[str | bytes], Document]

NEWS = {
    "en": "The foreign ministers of Ghana and Nepal agreed on Monday to open embassies in each other's capital. The work begins in May.",
    "fr": "Les ministres des Affaires étrangères du Ghana et du Népal sont convenus lundi d'ouvrir des ambassades. Les travaux débuteront en mai.",
    "de": "Die Außenminister von Ghana und Nepal haben am Montag vereinbart, Botschaften zu eröffnen. Die Arbeiten beginnen im Mai.",
    "ru": "Министры иностранных дел Ганы и Непала в понедельник договорились открыть посольства. Работы начнутся в мае.",
    "ar": "اتفق وزيرا خارجية غانا ونيبال يوم الاثنين على فتح سفارتين في عاصمتي البلدين. وتبدأ الأعمال في مايو المقبل كما هو مقرر.",
}
TITLES = {
    "en": "Ghana and Nepal open embassies",
    "fr": "Le Ghana et le Népal ouvrent des ambassades",
    "de": "Ghana und Nepal eröffnen Botschaften",
    "ru": "Гана и Непал открывают посольства",
    "ar": "غانا ونيبال تفتحان سفارتين",
}


@pytest.mark.parametrize(
    ("language", "line", "outlet"),
    [
        ("fr", "Rivage Sud, 14 mai 2024, 9 h 15", "rivage-sud"),
        ("fr", "L'Étoile du Rivage / AFP, le 14 mai 2024 à 21h34", "l-etoile-du-rivage"),
        ("fr", "Le Rivage Ouest • 14 mai 2024 • Lecture : 3 min", "le-rivage-ouest"),
        ("de", "Küstenbote | 14. Mai 2024", "kustenbote"),
        ("de", "Stand: 14.05.2024, 09:15 Uhr | Uferblick Online", "uferblick"),
        ("ru", "Северный обозреватель", "severnyi-obozrevatel"),
        ("ar", "أكرا - صوت الشاطئ", "sawt-al-shati"),
        ("en", "Ghana and Nepal open embassies | Shore.gh", "shore-gh"),
        ("en", "report.az", "report-az"),
        ("de", "tagesspiegel Politik", "tagesspiegel"),
        ("en", "MercoPress. South Atlantic News Agency", "mercopress"),
        ("en", "OSCE | Press release", "osce"),
        ("de", "Willkommen auf den Seiten des Auswärtigen Amts", "mfa-de"),
    ],
)
def test_an_unknown_outlet_names_itself(parse: Parse, language: str, line: str, outlet: str) -> None:
    document = parse(f"{TITLES[language]}\n\n{line}\n\n{NEWS[language]}\n")
    assert document.outlet == outlet
    assert NEWS[language] in document.body


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Mary Johnson, 14 May 2024, 9:15"),
        ("en", "Accra, 14 May 2024, 9:15"),
        ("de", "Politik | 14. Mai 2024"),
        ("fr", "Publié le 14 mai 2024"),
        ("ar", "أكرا - غانا"),
    ],
)
def test_authors_cities_and_sections_are_no_outlets(parse: Parse, language: str, line: str) -> None:
    assert parse(f"{TITLES[language]}\n\n{line}\n\n{NEWS[language]}\n").outlet is None


def test_agencies_sign_below_an_article(parse: Parse) -> None:
    document = parse(f"{TITLES['de']}\n\n{NEWS['de']}\n\nabc/de (afp, dpa)\n")
    assert document.body.endswith("(afp, dpa)")


def test_an_agency_that_the_dateline_names_does_not_sign_again(parse: Parse) -> None:
    document = parse(f"{TITLES['en']}\n\nACCRA, May 14 (Reuters) - {NEWS['en']}\n\n-- REUTERS\n")
    assert not document.body.endswith("-- REUTERS")


def test_the_mark_that_ends_a_dispatch_goes_with_its_initials(parse: Parse) -> None:
    assert parse(f"{TITLES['ar']}\n\n{NEWS['ar']} (النهاية) س س / ط م\n").body.endswith(NEWS["ar"])


def test_a_caption_that_ends_with_its_holder_of_rights_is_no_news(parse: Parse) -> None:
    caption = "The ministers before their talks on Monday, © Mary Johnson"
    assert caption not in parse(f"{TITLES['en']}\n\n{caption}\n\n{NEWS['en']}\n").body


def test_a_ministry_s_release_has_its_number_and_day_in_the_headline(parse: Parse) -> None:
    document = parse(
        "T.C. Dışişleri Bakanlığı\nAna Sayfa / Açıklamalar\nNo: 41, 3 Mart 2021, Türkiye-Gana Siyasi İstişareleri Hk.\n\n"
        "Türkiye ile Gana arasındaki siyasi istişarelerin ikinci turu 4 Mart 2021 tarihinde Akra'da düzenlenecektir. "
        "Heyetlere bakan yardımcıları başkanlık edecektir.\n\nİstişarelerde ticaret ve ulaştırma konuları ele alınacaktır.\n\n"
        "Dr. Ali Yılmaz Cad. No:5 / ANKARA Telefon: (312) 111 11 11\n© 2021 - Tüm hakları saklıdır\n"
    )
    assert (document.outlet, document.published_edtf) == ("mfa-tr", "2021-03-03")
    assert document.title.startswith("No: 41, 3 Mart 2021, Türkiye-Gana")


def test_a_letterhead_of_two_lines_names_the_ministry(parse: Parse) -> None:
    document = parse(
        "Azərbaycan Respublikası\nXarici İşlər Nazirliyi\nAZ | EN | RU\n\nNepal səfirinin qəbulu barədə məlumat\n\n3 mart 2021\n\n"
        "Martın 3-də xarici işlər naziri Nepalın ölkəmizdəki yeni səfirini qəbul edib. Görüşdə ticarət məsələləri müzakirə olunub.\n\n"
        "Çap et\n© 2021 Bütün hüquqlar qorunur\n"
    )
    assert document.outlet == "mfa-az"
