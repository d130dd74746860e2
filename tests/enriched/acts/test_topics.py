"""What acts are about: words of discussing after the talks, names of offices that are no topic, one sentence with two acts."""

from __future__ import annotations

import pytest

from assets.enriched.reading.model import Document
from assets.enriched.reading.reader import reader

CASES = [
    (
        "en",
        "Kenyan and Chilean ministers meet",
        (
            "Kenyan Foreign Minister Musalia Mudavadi met his Chilean counterpart Alberto van Klaveren in Nairobi on Monday.\n\n"
            "The two sides discussed copper exports and climate finance."
        ),
        "meeting",
        {"trade", "climate"},
    ),
    (
        "en",
        "Norway and Chile sign a pact",
        (
            "Foreign ministers Espen Barth Eide of Norway and Alberto van Klaveren of Chile signed an agreement on vocational "
            "training in Oslo on Monday and discussed sanctions."
        ),
        "signing",
        {"education"},
    ),
    (
        "fr",
        "Entretien à Tunis",
        (
            "Le ministre tunisien des Affaires étrangères, Mohamed Ali Nafti, a reçu lundi à Tunis son homologue italien, Antonio "
            "Tajani.\n\n"
            "Les deux ministres ont évoqué la migration irrégulière et l'interconnexion électrique."
        ),
        "meeting",
        {"migration", "energy"},
    ),
    (
        "de",
        "Treffen in Tiflis",
        (
            "Die georgische Außenministerin Maka Botschorischwili hat am Montag in Tiflis ihre österreichische Amtskollegin Beate "
            "Meinl-Reisinger getroffen. Themen waren der Handel und die Lage an der Grenze."
        ),
        "meeting",
        {"trade", "borders"},
    ),
    (
        "ru",
        "Встреча в Минске",
        (
            "В понедельник в Минске министр иностранных дел Белоруссии Максим Рыженков встретился с министром иностранных дел "
            "Сербии Марко Джуричем.\n\n"
            "Министры обсудили поставки газа и авиасообщение."
        ),
        "meeting",
        {"energy", "transport"},
    ),
    (
        "az",
        "Bakıda görüş",
        (
            "Xarici işlər naziri Ceyhun Bayramov martın 10-da Bakıda Macarıstanın xarici işlər naziri Peter Siyarto ilə görüşüb.\n\n"
            "Görüşdə təbii qaz ixracı və təhsil sahəsində layihələr müzakirə olunub."
        ),
        "meeting",
        {"energy", "trade", "education"},
    ),
    (
        "tr",
        "Ankara'da görüşme",
        (
            "Dışişleri Bakanı Hakan Fidan, 10 Mart'ta Ankara'da Sırbistan Dışişleri Bakanı Marko Curic ile bir araya geldi.\n\n"
            "Görüşmede savunma sanayii ve ticaret hacmi ele alındı."
        ),
        "meeting",
        {"security", "trade"},
    ),
    (
        "fa",
        "دیدار در مسقط",
        (
            "سید عباس عراقچی وزیر امور خارجه ایران روز دوشنبه در مسقط با بدر البوسعیدی وزیر امور خارجه عمان دیدار کرد.\n\n"
            "دو طرف درباره ترانزیت و منابع آبی گفت‌وگو کردند."
        ),
        "meeting",
        {"transport", "water"},
    ),
    (
        "ar",
        "لقاء في عمّان",
        (
            "التقى نائب رئيس الوزراء وزير الخارجية الأردني أيمن الصفدي، الاثنين، في عمّان وزير الخارجية النرويجي إسبن بارث إيدي.\n\n"
            "وبحث الجانبان المساعدات الإنسانية واللاجئين."
        ),
        "meeting",
        {"humanitarian", "refugees"},
    ),
]


def topics(language: str, title: str, text: str, kind: str) -> set[str]:
    """Topics of the first act of a kind."""
    document = Document("x", language, title, f"{title}\n\n{text}", None, None, "2026-03-11")
    reports = reader(language).read(document).reports
    return set(next(report.topics for report in reports if report.kind == kind))


@pytest.mark.parametrize(("language", "title", "text", "kind", "expected"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_topics_are_what_is_talked_about(language: str, title: str, text: str, kind: str, expected: set[str]) -> None:
    """Each article's talks have exactly the topics that its follow-up sentence names."""
    assert topics(language, title, text, kind) == expected


def test_a_ministry_is_no_topic() -> None:
    """A minister of trade and industry does not make talks about trade."""
    text = "Kenyan Trade Minister Lee Kinyanjui met Ghanaian Foreign Minister Samuel Ablakwa in Nairobi on Monday."
    assert topics("en", "Meeting in Nairobi", text, "meeting") == set()


def test_an_envoy_is_sent_for_relations() -> None:
    """Credentials are about the relations of two states, though no word says so."""
    text = "The new ambassador of Peru to Kenya, Julio Garro, presented his credentials to President William Ruto in Nairobi on Monday."
    assert topics("en", "New envoy", text, "credentials") == {"relations"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Ministers A and B met in Oslo.\n\nThe two sides discussed cooperation in energy and preparations for the summit in Bergen.",
        ),
        ("fr", "Les ministres A et B se sont rencontrés à Oslo.\n\nAu programme figurait la coopération énergétique."),
        ("tr", "Bakanlar A ve B Oslo'da görüştü.\n\nTaraflar enerji alanında iş birliğini ele aldı."),
    ],
)
def test_cooperation_in_a_field_is_about_the_field(language: str, text: str) -> None:
    """'Cooperation' is a topic of its own only where nothing says in what; a summit talked about does not take the topics."""
    names = {"A": "Espen Barth Eide", "B": "Alberto van Klaveren"}
    for letter, name in names.items():
        text = text.replace(f" {letter} ", f" {name} ")
    assert topics(language, "Oslo", text, "meeting") == {"energy"}


def test_a_meeting_put_off_has_the_topics_of_its_new_date() -> None:
    """What is to be talked about on the new date was to be talked about on the old one."""
    text = (
        "The meeting of Norwegian Foreign Minister Espen Barth Eide and Chilean Foreign Minister Alberto van Klaveren, planned for 3 March, "
        "was postponed to 9 April 2026.\n\nThe ministers will discuss fisheries and visas."
    )
    assert topics("en", "Oslo meeting postponed", text, "meeting") >= {"consular"}
