"""Azerbaijani and Turkish sentences: chains of verbs, genitive subjects, postpositions, lists of those who were met."""

from __future__ import annotations

from tests.enriched.acts.test_articles import names, of
from tests.enriched.acts.test_sentences import read


def test_greetings_do_not_make_their_sender_a_participant() -> None:
    reading = read(
        "az",
        "Baş nazir Tbilisidə",
        "Baş nazir Əli Əsədov Gürcüstanın Baş naziri İrakli Kobaxidze ilə görüşüb.\n\n"
        "Görüşdə Əli Əsədov Prezident İlham Əliyevin salamlarını Gürcüstanın Baş nazirinə çatdırıb.",
    )
    (meeting,) = of(reading, "meeting")
    assert names(reading, meeting) == {"Ali Asadov", "Irakli Kobakhidze"}


def test_states_between_which_relations_are_do_not_meet() -> None:
    reading = read(
        "az",
        "Görüş",
        "Xarici işlər naziri Ceyhun Bayramov İsveçrənin səfiri Tomas Ştayneri qəbul edib.\n\n"
        "Görüş zamanı Azərbaycan və Ermənistan arasında münasibətlərin normallaşdırılması müzakirə olunub.",
    )
    assert [sorted({p.country or "" for p in m.participants}) for m in of(reading, "meeting")] == [["AZ", "CH"]]


def test_participle_right_before_a_noun_is_its_verb() -> None:
    reading = read(
        "az",
        "Nazir Moskvada",
        "Nazir Ceyhun Bayramov martın 4-də Xəzəryanı ölkələrin bu gün Moskvada keçiriləcək iclasına görə Rusiyaya səfərə gedib.",
    )
    assert [(r.kind, r.status) for r in reading.reports if r.kind == "visit"] == [("visit", "held")]


def test_what_could_not_be_done_was_not_held() -> None:
    reading = read("az", "Görüş", "Xarici işlər naziri Ceyhun Bayramov Misirin xarici işlər naziri Bədr Abdelatti ilə görüşə bilməyib.")
    assert of(reading, "meeting") == []


def test_session_of_two_states_has_both_as_sides() -> None:
    reading = read("az", "Komissiya", "Mayın 6-da Bakıda Azərbaycan-Macarıstan hökumətlərarası komissiyasının iclası keçirilib.")
    (session,) = of(reading, "meeting")
    assert {p.country for p in session.participants} == {"AZ", "HU"}


def test_converbs_have_the_mood_of_the_last_verb() -> None:
    reading = read(
        "tr",
        "Fidan Bağdat'ta",
        "Dışişleri Bakanı Hakan Fidan, Iraklı mevkidaşı Fuad Hüseyin ile görüştükten sonra Irak Başbakanı "
        "Muhammed Şiya es-Sudani ile bir araya geldi.",
    )
    assert [m.status for m in of(reading, "meeting")] == ["held", "held"]
    planned = read(
        "tr",
        "Fidan Roma'ya gidiyor",
        "Dışişleri Bakanı Hakan Fidan, İtalyan mevkidaşı Antonio Tajani ile görüşerek anlaşmayı imzalayacak.",
    )
    assert {r.status for r in planned.reports if r.kind == "meeting"} == {"planned"}


def test_subject_of_a_reported_visit_is_the_owner_of_its_clause() -> None:
    reading = read(
        "tr",
        "Ziyaret duyuruldu",
        "Irak Dışişleri Bakanı Fuad Hüseyin, Türkiye Dışişleri Bakanı Hakan Fidan'ın pazar günü Bağdat'ı ziyaret edeceğini duyurdu.",
    )
    (visit,) = of(reading, "visit")
    assert (visit.status, visit.country) == ("planned", "IQ")
    assert names(reading, visit) == {"Hakan Fidan"}


def test_leaders_of_one_state_are_met_one_by_one() -> None:
    reading = read(
        "tr",
        "Belgrad temasları",
        "Dışişleri Bakanı Hakan Fidan, Sırbistan Cumhurbaşkanı Aleksandar Vucic, Başbakan Djuro Macut ve "
        "Dışişleri Bakanı Marko Djuric ile bir araya geldi.",
    )
    meetings = of(reading, "meeting")
    assert len(meetings) == 3
    assert all(len(names(reading, m)) == 2 for m in meetings)


def test_each_of_two_meetings_has_its_own_day() -> None:
    reading = read(
        "tr",
        "İkili görüşmeler",
        "Cumhurbaşkanı Yardımcısı Cevdet Yılmaz, dün Malezya Başbakanı Enver İbrahim'le, bugün de Azerbaycan Başbakanı "
        "Ali Esedov'la bir araya geldi.",
    )
    assert len({m.date for m in of(reading, "meeting")}) == 2


def test_states_of_a_list_before_a_plural_office_all_meet() -> None:
    reading = read(
        "tr",
        "Üçlü toplantı",
        "Türkiye, Azerbaycan ve Gürcistan dışişleri bakanlarının üçlü toplantısı 14 Mayıs'ta Tiflis'te yapıldı.",
    )
    (talks,) = [r for r in reading.reports if r.kind in ("meeting", "conference")]
    assert {p.country for p in talks.participants} >= {"TR", "AZ", "GE"}


def test_guests_named_in_a_sentence_of_their_own_came_to_the_conference() -> None:
    reading = read(
        "tr",
        "Platform toplandı",
        "Türk Devletleri Teşkilatı Dışişleri Bakanları Konseyi toplantısı dün Bakü'de yapıldı.\n\n"
        "Toplantıya Kazakistan Dışişleri Bakanı Ermek Köşerbayev, Kırgızistan Dışişleri Bakanı Ceenbek Kulubayev, Özbekistan Dışişleri "
        "Bakanı Bahtiyor Saidov, Türkmenistan Dışişleri Bakanı Raşid Meredov ve Macaristan Dışişleri Bakanı Peter Szijjarto katıldı.",
    )
    (session,) = of(reading, "conference")
    assert len(names(reading, session)) == 5
    assert not of(reading, "meeting")


def test_one_verb_each_for_two_hosts() -> None:
    reading = read(
        "az",
        "Səfər",
        "Sloveniyanın Baş naziri Robert Qolob sabah Prezident İlham Əliyev tərəfindən qəbul ediləcək, Baş nazir Əli Əsədovla danışıqlar "
        "aparacaq.",
    )
    first, second = of(reading, "meeting")
    assert names(reading, first) == {"Robert Golob", "Ilham Aliyev"}
    assert names(reading, second) == {"Robert Golob", "Ali Asadov"}


def test_what_did_not_come_about_is_cancelled() -> None:
    reading = read(
        "az",
        "Nazir Vyanada",
        "Xarici işlər naziri Ceyhun Bayramov Vyanada avstriyalı həmkarı Beate Meynl-Rayzinger ilə görüşüb.\n\n"
        "Kansler Kristian Ştoker ilə görüş isə cədvəl səbəbindən baş tutmayıb.",
    )
    assert [m.status for m in of(reading, "meeting")] == ["held", "cancelled"]


def test_the_verb_of_a_clause_tells_when_not_who_hosts() -> None:
    reading = read(
        "tr", "Zirve", "Türk Devletleri Teşkilatı Gayriresmi Zirvesi, Cumhurbaşkanı Erdoğan'ın ev sahipliğinde Bursa'da düzenlenecek."
    )
    assert [c.status for c in of(reading, "conference")] == ["planned"]


def test_dates_of_an_earlier_clause_are_not_the_next_meetings() -> None:
    reading = read(
        "tr",
        "Platform",
        "Türk Devletleri Teşkilatı dışişleri bakanları toplantısı bugün Bakü'de yapıldı.\n\n"
        "Dönem başkanlığını 1 Temmuz'da devralacaklarını belirten Fidan, bir sonraki toplantının ekim ayında Ankara'da yapılacağını kaydetti.",
    )
    assert [(c.status, (c.date or "")[5:]) for c in of(reading, "conference")][1:] == [("planned", "10")]


def test_a_question_tells_of_nothing() -> None:
    assert not read("tr", "Ziyaret", "Dışişleri Bakanı Hakan Fidan bu yıl Japonya'ya gidecek mi?").reports


def test_what_is_said_to_the_press_after_a_session_is_a_statement_of_its_day() -> None:
    reading = read(
        "tr",
        "Bakan Fidan konuştu",
        "Dışişleri Bakanı Hakan Fidan, Türk Devletleri Teşkilatı'nın 14 Mayıs 2024'te İstanbul'da düzenlenen zirvesinin ardından "
        "gazetecilere açıklama yaptı.",
    )
    (statement,) = of(reading, "statement")
    assert statement.date == "2024-05-14"


def test_the_number_behind_a_genitive_is_the_rounds_and_the_next_one_has_its_sides() -> None:
    reading = read(
        "tr",
        "İstişareler",
        "Dışişleri Bakan Yardımcısı Derya Tuna 3 Mart 2023'te Ankara'da Şili Dışişleri Bakan Yardımcısı Pablo Rojas ile "
        "Türkiye-Şili Siyasi İstişareleri'nin dördüncü turuna başkanlık etti. Beşinci tur 2026'da Santiago'da yapılacak.",
    )
    told = [(r.status, r.ordinal, (r.date or "")[:4]) for r in of(reading, "consultations")]
    assert told == [("held", 4, "2023"), ("planned", 5, "2026")]


def test_bilateral_meetings_in_the_plural_are_one_each() -> None:
    reading = read(
        "az",
        "Görüşlər",
        "Nazir Mikayıl Cabbarov Dohada Misirin ticarət naziri Adel Ramzi və Keniyanın ticarət naziri Peter Odinqa ilə "
        "ikitərəfli görüşlər keçirib.",
    )
    assert [sorted({p.country or "" for p in m.participants}) for m in of(reading, "meeting")] == [["AZ", "EG"], ["AZ", "KE"]]


def test_who_gave_the_interview_answers() -> None:
    reading = read(
        "az",
        "Səfir: Prezident Kalninin səfərinin vaxtı dəyişib",
        "Latviyanın Azərbaycandakı səfiri Andris Ozols qəzetə müsahibə verib.\n\n"
        "– Səfər nə vaxt olacaq?\n\n– Tarix müzakirə olunur.\n\n– Hansı sənədlər hazırdır?\n\n– İki sənəd.\n\n"
        "– Ticarət artır?\n\n– Bəli, Prezident Marta Kalnina bunu istəyir.",
    )
    (statement,) = of(reading, "statement")
    assert names(reading, statement) == {"Andris Ozols"}


def test_what_the_head_of_state_signed_is_the_decree_of_its_day() -> None:
    reading = read(
        "tr",
        "Cumhurbaşkanı Erdoğan imzaladı: Kigali'ye yeni büyükelçi",
        "Cumhurbaşkanı Recep Tayyip Erdoğan'ın imzasıyla Resmi Gazete'nin 12 Mayıs 2023 tarihli sayısında atama kararları yayımlandı.\n\n"
        "Buna göre, Ruanda nezdinde Türkiye Büyükelçiliğine Kaya Demirel atandı.",
    )
    assert not of(reading, "signing")
    assert [(r.date, r.main) for r in of(reading, "appointment")] == [("2023-05-12", True)]


def test_council_of_two_states_meets_with_its_number() -> None:
    reading = read(
        "tr",
        "Tiran'da 6 belge",
        "Türkiye Cumhurbaşkanı Arda Kutlu ile Arnavutluk Cumhurbaşkanı Ilir Doda, 4 Mart 2023'te Tiran'da Türkiye-Arnavutluk Ortak Strateji "
        "Kurulu'nun 3. toplantısına başkanlık etti.",
    )
    assert [(r.kind, r.ordinal) for r in reading.reports] == [("meeting", 3)]
