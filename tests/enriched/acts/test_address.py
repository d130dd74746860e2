"""Speeches before an assembly, and those whom a sentence about a conference names by office and state alone."""

from __future__ import annotations

import pytest

from assets.enriched.reading.model import Document, Report
from assets.enriched.reading.reader import reader


def _reports(language: str, body: str) -> list[Report]:
    return reader(language).read(Document("x", language, "", body)).reports


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Call for relief\n\nPeruvian President Inés Quiroga told the UN General Assembly on Tuesday that debts must be cut."),
        ("de", "Ruf nach Entlastung\n\nDie peruanische Präsidentin Inés Quiroga sprach am Dienstag vor der UN-Generalversammlung."),
        ("fr", "Un allègement\n\nLa présidente du Pérou, Inés Quiroga, a pris la parole devant l'Assemblée générale des Nations unies."),
        ("ru", "Призыв к помощи\n\nПрезидент Перу Инес Кирога во вторник выступила на Генеральной Ассамблее ООН."),
        ("tr", "Borç çağrısı\n\nPeru Devlet Başkanı Inés Quiroga salı günü BM Genel Kurulu'na hitap etti."),
        ("ar", "دعوة لتخفيف الديون\n\nتحدثت رئيسة بيرو إينيس كيروغا يوم الثلاثاء أمام الجمعية العامة للأمم المتحدة."),
    ],
)  # fmt: skip
def test_who_speaks_before_an_assembly_makes_a_statement(language: str, body: str) -> None:
    (speech,) = _reports(language, body)
    assert (speech.kind, speech.status, [p.country for p in speech.participants]) == ("statement", "held", ["PE"])


def test_an_official_of_the_body_does_not_speak_before_it() -> None:
    body = "Visit\n\nUN Secretary-General Paulo Bastos spoke in Lima. He said the United Nations was ready to help."
    assert not any(r.kind == "statement" for r in _reports("en", body))


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Summit\n\nThe Caspian summit opened in Baku on 3 May 2021.\n\nThe presidents of Kazakhstan, Iran and Russia took part in it."),
        ("de", "Gipfel\n\nDer Kaspische Gipfel fand in Baku statt.\n\nAn dem Gipfel nahmen die Präsidenten von Kasachstan, Iran und Russland teil."),
        ("ar", "قمة\n\nافتتحت قمة بحر قزوين يوم 3 مايو 2021 في باكو.\n\nوشارك في القمة رؤساء كازاخستان وإيران وروسيا."),
    ],
)  # fmt: skip
def test_offices_of_states_took_part(language: str, body: str) -> None:
    (summit,) = _reports(language, body)
    assert {p.country for p in summit.participants} == {"KZ", "IR", "RU"}
