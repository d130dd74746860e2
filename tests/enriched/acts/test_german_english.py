"""German and English as agencies, ministries and papers write: each act with its status, day, country and sides."""

from __future__ import annotations

import pytest

from assets.enriched.reading.model import Document, Report
from assets.enriched.reading.reader import reader

PUBLISHED = "2026-03-11"
"""A Wednesday."""
CASES = [
    # the particle of the verb far away
    ("de", "DE", "Am Dienstag kam Estlands Außenminister Margus Tsahkna in Riga mit seiner lettischen Kollegin Baiba Braže zusammen.", "meeting held 2026-03-10 LV EE LV"),
    ("de", "DE", "Der kenianische Präsident William Ruto trifft am Freitag zu einem dreitägigen Besuch in Oslo ein.", "visit planned 2026-03-13 NO KE NO"),
    ("de", "AT", "Beate Meinl-Reisinger rief am Montag den ägyptischen Außenminister Badr Abdelatty an.", "call held 2026-03-09 None AT EG"),
    # the participle or infinitive last, the day in apposition
    ("de", "DE", "Am Dienstag, dem 10. März hat der Präsident der Republik Lettland, Edgars Rinkēvičs, den Ministerpräsidenten Georgiens, Irakli Kobachidse, in Riga empfangen.", "meeting held 2026-03-10 LV GE LV"),
    ("de", "DE", "Polens Außenminister Radosław Sikorski (PO) wird am Donnerstag in Warschau mit dem dänischen Außenminister Lars Løkke Rasmussen (Moderate) zusammenkommen.", "meeting planned 2026-03-12 PL DK PL"),
    ("de", "DE", "Wie das Ministerium mitteilte, habe sich Außenminister Johann Wadephul am Montag in Prag mit dem tschechischen Amtskollegen Jan Lipavský getroffen.", "meeting held 2026-03-09 CZ CZ DE"),
    ("de", "DE", "Dort werde er sich am Freitag mit dem belgischen Außenminister Maxime Prévot treffen, hieß es.", ""),
    # passive, nominal style, indirect speech
    ("de", "DE", "Serbiens Präsident Aleksandar Vučić ist am Dienstag in Budapest von Ministerpräsident Viktor Orbán empfangen worden.", "meeting held 2026-03-10 HU HU RS"),
    ("de", "CH", "Bundesrat Ignazio Cassis hat am 9. März in Bern den kroatischen Aussenminister Gordan Grlić Radman zu einem Arbeitsbesuch empfangen.", "meeting held 2026-03-09 CH CH HR"),
    # counterparts of several states; who met whom where the verb is left out
    ("de", "AT", "Am Dienstag traf Außenministerin Beate Meinl-Reisinger ihre Amtskollegen aus Slowenien, Kroatien und Ungarn.", "meeting held 2026-03-10 None AT HR HU SI"),
    ("de", "DE", "In Tallinn will Friedrich Merz am Freitag mit dem estnischen Ministerpräsidenten Kristen Michal zusammenkommen, Außenminister Johann Wadephul mit seinem estnischen Amtskollegen Margus Tsahkna.", "meeting planned 2026-03-13 EE DE EE, meeting planned 2026-03-13 EE DE EE"),
    # the outlet's own head of government without a name, a tour
    ("de", "DE", "Vom 16. bis 18. März besucht der Kanzler die drei baltischen Staaten Estland, Lettland und Litauen.", "visit planned 2026-03-16/2026-03-18 EE DE EE, visit planned 2026-03-16/2026-03-18 LT DE LT, visit planned 2026-03-16/2026-03-18 LV DE LV"),
    ("de", "DE", "Am Freitag reist Außenminister Johann Wadephul weiter nach Sofia, wo er vom bulgarischen Präsidenten Rumen Radew empfangen wird.", "meeting planned 2026-03-13 BG BG DE, visit planned 2026-03-13 BG BG DE"),
    # a dateline's day is not that of the act; ministers as a group
    ("de", "CH", "Bern, 11.3.2026 - Nach der Begegnung mit dem norwegischen Aussenminister Espen Barth Eide am Montag in Oslo zog Bundesrat Ignazio Cassis eine gute Bilanz.", "meeting held 2026-03-09 NO CH NO"),
    # what is no act
    ("de", "DE", "Der neu ernannte Botschafter von Chile sprach im Verein über den Sport.", ""),
    ("en", "PK", "ISLAMABAD: Foreign Minister Ishaq Dar on Tuesday held telephonic talks with Omani Foreign Minister Badr Albusaidi.", "call held 2026-03-10 None OM PK"),
    ("en", "US", "Secretary of State Marco Rubio spoke today with Italian Foreign Minister Antonio Tajani.", "call held 2026-03-11 None IT US"),
    ("en", "NP", "Foreign Minister Arzu Rana Deuba called Bangladesh Foreign Adviser Touhid Hossain today and briefed him on the floods.", "call held 2026-03-11 None BD NP"),
    ("en", "KR", "Foreign Minister Cho Hyun discussed trade and ties with his Dutch counterpart, David van Weel, in Seoul on Monday.", "meeting held 2026-03-09 KR KR NL"),
    ("en", "KE", "President William Ruto and President Samia Suluhu Hassan of Tanzania on Tuesday led their delegations in bilateral talks at State House, Nairobi.", "meeting held 2026-03-10 KE KE TZ"),
    ("en", "GH", "The British High Commissioner to Ghana, Christian Rogg, on Monday paid a courtesy call on President John Mahama in Accra.", "meeting held 2026-03-09 GH GB GH"),
    ("en", "RU", "Spokeswoman Maria Zakharova said that Russian Foreign Minister Sergey Lavrov would hold talks with Lao Foreign Minister Thongsavanh Phomvihane on Friday.", "meeting planned 2026-03-13 None LA RU"),
    ("en", "KR", "Foreign Minister Cho Hyun may hold talks with his Japanese counterpart Toshimitsu Motegi in Busan this week.", ""),
    ("en", "IN", "Views were exchanged on the situation in the region and on the relations between India and Nepal.", ""),
    ("en", "KR", "Foreign Minister Cho Hyun met with Polish Foreign Minister Radoslaw Sikorski on the sidelines of the OECD ministerial meeting in Paris on Tuesday.", "meeting held 2026-03-10 FR KR PL"),
]  # fmt: skip


def told(report: Report) -> str:
    sides = sorted({side for p in report.participants if (side := p.country or p.organisation)})
    return " ".join([report.kind, report.status, str(report.date), str(report.country), *sides])


@pytest.mark.parametrize(("language", "home", "text", "acts"), CASES, ids=[f"{c[0]}-{n}" for n, c in enumerate(CASES)])
def test_acts_with_day_country_and_sides(language: str, home: str, text: str, acts: str) -> None:
    reports = reader(language).read(Document("d", language, "", f"Diplomatie\n\n{text}", home=home, published=PUBLISHED)).reports
    main = [r for r in reports if r.kind != "conference" or not acts]
    assert ", ".join(sorted(map(told, main))) == acts


HEADLINES = [
    ("de", "US-Außenminister Rubio kommt nach Wien", "Wien (dpa) - US-Außenminister Marco Rubio kommt am Freitag zu Gesprächen nach Wien.", "visit planned 2026-03-13 AT AT US"),
    ("de", "Außenministertreffen des Ostseerats", "Das Treffen beginnt am Donnerstag in Turku.", "conference planned 2026-03-12 FI"),
    ("en", "Secretary of State Rubio's Call with Peruvian Foreign Minister Elmer Schialer", "The text below is attributable to the spokesperson.", "call held None None PE US"),
    ("en", "Emir of Qatar holds phone talks with King of Jordan", "Sheikh Tamim bin Hamad Al Thani held talks today with King Abdullah II of Jordan.", "call held 2026-03-11 None JO QA"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text", "act"), HEADLINES, ids=[h[1] for h in HEADLINES])
def test_headline_and_lead_tell_one_act(language: str, title: str, text: str, act: str) -> None:
    reports = reader(language).read(Document("d", language, title, f"{title}\n\n{text}", published=PUBLISHED)).reports
    assert [told(r) for r in reports] == [act]
