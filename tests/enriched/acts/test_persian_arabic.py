"""Persian and Arabic sentences: numbers behind their nouns, adjectives of two states, describing clauses, offices given at the end."""

from __future__ import annotations

from assets.enriched.reading.page import Reading
from tests.enriched.acts.test_articles import names, of
from tests.enriched.acts.test_sentences import read


def _sides(reading: Reading, kind: str) -> list[set[str]]:
    return [{p.country for p in report.participants if p.country} for report in of(reading, kind)]


def test_number_behind_its_noun() -> None:
    reading = read("ar", "دورة", "عقد مجلس جامعة الدول العربية دورته العادية الـ158 في القاهرة يوم 6 سبتمبر 2022.")
    assert [(r.kind, r.ordinal) for r in reading.reports] == [("conference", 158)]


def test_two_adjectives_of_states_are_the_sides() -> None:
    reading = read("ar", "مشاورات", "عقدت في نيودلهي يوم 3 مارس 2025 جولة المشاورات السياسية التونسية الهندية.")
    assert _sides(reading, "consultations") == [{"TN", "IN"}]


def test_adjectives_of_lasting_relations_are_none() -> None:
    reading = read("ar", "تصريح", "أكد الوزير متانة العلاقات التونسية الهندية في كلمته بالعاصمة.")
    assert reading.reports == []


def test_who_is_described_as_visiting_takes_part_in_the_reception() -> None:
    reading = read(
        "ar", "استقبال", "استقبل وزير الخارجية العماني بدر البوسعيدي يوم الأحد نظيره الياباني تاكيشي إيوايا الذي يزور مسقط حاليا."
    )
    (meeting,) = of(reading, "meeting")
    assert names(reading, meeting) == {"Badr Albusaidi", "Takeshi Iwaya"}


def test_day_for_which_something_called_off_was_planned() -> None:
    reading = read(
        "ar", "تأجيل", "تقرر تأجيل اجتماع اللجنة المغربية السنغالية المشتركة، الذي كان مقررا يوم 9 أبريل 2025 في الرباط، إلى 23 أبريل 2025."
    )
    assert [(r.status, r.date) for r in of(reading, "meeting")] == [("cancelled", "2025-04-09"), ("planned", "2025-04-23")]


def test_countries_of_a_list_are_all_visited() -> None:
    reading = read("ar", "جولة", "يعتزم وزير الخارجية الصيني وانغ يي زيارة كينيا ورواندا وغانا في الفترة من 4 وحتى 9 يناير 2026.")
    assert sorted((r.country or "", r.date or "") for r in of(reading, "visit")) == [
        (country, "2026-01-04/2026-01-09") for country in ("GH", "KE", "RW")
    ]


def test_office_given_at_the_end_is_not_that_of_who_agreed() -> None:
    text = "با موافقت رئیس‌جمهور، سارا محمودی به عنوان سفیر جدید جمهوری اسلامی ایران در کنیا منصوب شد."
    reading = read("fa", "انتصاب", text)
    assert [[(r.office, r.country) for r in p.roles] for p in reading.people] == [[("ambassador", "IR")]]


def test_day_of_telling_is_not_the_visit_s() -> None:
    reading = read("fa", "سفر", "ناصر کنعانی سخنگوی وزارت امور خارجه شب گذشته از سفر حسین امیرعبداللهیان به عمان خبر داد.")
    assert [r.date for r in of(reading, "visit")] in ([], [None])


def test_minister_without_a_name_travels_whom_another_receives() -> None:
    reading = read(
        "fa",
        "سفر",
        "وزیر امور خارجه جمهوری اسلامی ایران امروز وارد نایروبی شد و مورد استقبال موسالیا موداوادی، همتای کنیایی خود، قرار گرفت.",
    )
    assert [(r.country, {p.country for p in r.participants}) for r in of(reading, "visit")] == [("KE", {"IR", "KE"})]


def test_a_noun_shares_its_verb_with_a_second_predicate() -> None:
    reading = read("fa", "دیدار", "هاکان فیدان وزیر خارجه ترکیه با فؤاد حسین وزیر خارجه عراق دیدار و بر امنیت مرزها تأکید کرد.")
    assert [(r.kind, r.status) for r in reading.reports] == [("meeting", "held")]
    assert _sides(reading, "meeting") == [{"TR", "IQ"}]
