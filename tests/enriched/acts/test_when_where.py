"""Sentences with several verbs, dates and places: which act has which date and country."""

from __future__ import annotations

import pytest

from assets.enriched.reading.model import Document
from assets.enriched.reading.reader import reader

PUBLISHED = "2026-03-11"
CASES = [
    (
        "az",
        "AZ",
        "Martın 10-da xarici işlər naziri Ceyhun Bayramov ölkəmizdə rəsmi səfərdə olan Macarıstanın xarici işlər naziri Peter Siyarto ilə görüşüb.",
        "meeting held 2026-03-10 None",
    ),
    (
        "az",
        "AZ",
        "Praqada Azərbaycanın xarici işlər naziri Ceyhun Bayramov ilə Çexiyanın xarici işlər naziri Petr Matsinka arasında görüş martın 9-da keçirilib.",
        "meeting held 2026-03-09 CZ",
    ),
    (
        "az",
        "AZ",
        "Xarici işlər naziri Ceyhun Bayramov bu gün Bakıda 2025-ci ilin yekunlarına həsr olunmuş mətbuat konfransı keçirib.",
        "statement held 2026-03-11 AZ",
    ),
    (
        "az",
        "AZ",
        "Gürcüstanın Baş naziri İrakli Kobaxidzenin martın 15-nə planlaşdırılan Bakıya səfəri martın 22-nə təxirə salınıb.",
        "visit cancelled 2026-03-15 AZ, visit planned 2026-03-22 AZ",
    ),
    (
        "az",
        "AZ",
        "Avqustun 19-da Prezident İlham Əliyev Anar İmanovun Azərbaycanın Misirdə səfiri təyin edilməsi haqqında sərəncam imzalayıb.",
        "appointment held 2025-08-19 None",
    ),
    (
        "tr",
        "TR",
        "Yunanistan Dışişleri Bakanı Yorgos Yerapetritis'in 14 Mart'ta yapmayı planladığı Ankara ziyareti 25 Mart'a ertelendi.",
        "visit cancelled 2026-03-14 TR, visit planned 2026-03-25 TR",
    ),
    (
        "tr",
        "TR",
        "Dışişleri Bakanlığı Sözcüsü Öncü Keçeli, Suriye Dışişleri Bakanı Esad Hasan Şeybani'nin 13 Mart Cuma günü Türkiye'yi ziyaret edeceğini bildirdi.",
        "visit planned 2026-03-13 TR",
    ),
    (
        "tr",
        "TR",
        "Brüksel'de ABD Savunma Bakanı Pete Hegseth ile Milli Savunma Bakanı Yaşar Güler bir araya geldi.",
        "meeting held None BE",
    ),
    (
        "tr",
        "TR",
        "Fidan ile Abdulati görüştü\n\nANKARA (AA) - Dışişleri Bakanı Hakan Fidan, Mısır Dışişleri Bakanı Bedr Abdulati ile telefonda görüştü.\n\n2 Mart'taki görüşmede Gazze ele alındı.",
        "call held 2026-03-02 None",
    ),
    (
        "tr",
        "TR",
        "Dışişleri Bakanı Fidan, Katar'a gidiyor\n\nDışişleri Bakanı Hakan Fidan'ın yarın Katar'a bir çalışma ziyareti gerçekleştireceği bildirildi.",
        "visit planned 2026-03-12 QA",
    ),
]


@pytest.mark.parametrize(("language", "home", "text", "acts"), CASES, ids=[f"{c[0]}-{n}" for n, c in enumerate(CASES)])
def test_each_act_has_its_own_date_and_country(language: str, home: str, text: str, acts: str) -> None:
    reading = reader(language).read(Document("d", language, "", text, home=home, published=PUBLISHED))
    told = [f"{r.kind} {r.status} {r.date} {r.country}" for r in reading.reports]
    assert ", ".join(told) == acts
