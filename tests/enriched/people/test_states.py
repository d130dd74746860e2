"""Offices of several states whose holders are named after them, and the head of state who takes credentials."""

from __future__ import annotations

import pytest

from assets.enriched.reading.model import Document
from assets.enriched.reading.reader import reader


def _countries(language: str, sentence: str) -> dict[str, str | None]:
    people = reader(language).read(Document("x", language, "", f"News\n\n{sentence}")).people
    return {p.native: p.country for p in people}


@pytest.mark.parametrize(
    ("language", "sentence", "last"),
    [
        ("en", "The foreign ministers of Peru, Ecuador and Chile, Juan Salas, Pedro Villegas and Diego Robles, met in Quito.", "Diego Robles"),
        ("fr", "Les ministres de la Défense du Pérou, de l'Équateur et du Chili, Juan Salas, Pedro Villegas et Diego Robles.", "Diego Robles"),
        ("de", "Die Außenminister Perus, Ecuadors und Chiles, Juan Salas, Pedro Villegas und Diego Robles, trafen sich.", "Diego Robles"),
        ("ru", "Министры иностранных дел Перу, Эквадора и Чили Хуан Салас, Педро Вильегас и Диего Роблес встретились.", "Диего Роблес"),
        ("tr", "Peru, Ekvador ve Şili dışişleri bakanları Juan Salas, Pedro Villegas ve Diego Robles bir araya geldi.", "Diego Robles"),
    ],
)  # fmt: skip
def test_names_go_with_states_in_their_order(language: str, sentence: str, last: str) -> None:
    found = _countries(language, sentence)
    assert list(found.values()) == ["PE", "EC", "CL"]
    assert found[last] == "CL"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "L'ambassadeur du Chili au Ghana, Diego Robles, a remis ses lettres de créance au président Kofi Boateng."),
        ("tr", "Şili'nin Gana Büyükelçisi Diego Robles, Cumhurbaşkanı Kofi Boateng'e güven mektubunu sundu."),
    ],
)
def test_credentials_are_for_the_head_of_the_state_that_an_envoy_is_sent_to(language: str, sentence: str) -> None:
    assert sorted(c or "" for c in _countries(language, sentence).values()) == ["CL", "GH"]
