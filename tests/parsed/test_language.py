"""Languages are told apart by more than the letters of the names in a text."""

import pytest

from assets.languages.packs import codes, load
from assets.parsed.language import Languages

ENGLISH = "Ministers Yaşar Güler, Çağla Çavuşoğlu and Işıl Kılıçoğlu met the delegation of the United States in the capital on Monday."
GERMAN = "Der peruanische Minister Íñigo Cárdenas Ibáñez und die Botschafterin Begoña Muñoz trafen am Montag in Wien ein."
SPANISH = "El canciller Juan Pérez se reunió el lunes en Quito con la embajadora de Suiza para hablar de la cooperación bilateral."
AZERBAIJANI = "Nazirin müavini bazar ertəsi Bakıda türkiyəli həmkarı ilə görüşüb və iki ölkə arasında əməkdaşlığı müzakirə edib."
TURKISH = "Bakan Yardımcısı pazartesi günü Ankara'da Azerbaycanlı mevkidaşı ile görüştü ve iki ülke arasındaki iş birliğini ele aldı."


@pytest.fixture(scope="module")
def languages() -> Languages:
    """As parsing tells them apart."""
    return Languages({code: load(code) for code in codes()})


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (GERMAN, "de"), (SPANISH, "es"), (AZERBAIJANI, "az"), (TURKISH, "tr")])
def test_names_of_another_language_do_not_change_that_of_the_text(languages: Languages, text: str, language: str) -> None:
    assert languages.of(text) == language
