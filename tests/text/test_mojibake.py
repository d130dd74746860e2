"""Words of every language that went through the wrong table are told, right ones are left alone."""

import polars as pl
import pytest

from assets.text import mojibake

WORDS = (
    "Çavuşoğlu ile görüştü",
    "Əliyev görüşüb",
    "Außenminister für",
    "délégation à Genève",
    "встреча министров",
    "وزير الخارجية",
    "گفتگو",
)
RIGHT = (*WORDS, "Straße — „so“", "Âge d’Or, Ångström", "„Ä“ und „Ö“", "Ñandú Øre", "Русская РУСЬ", "€ 5 – 7")


def _shown(text: str) -> bool:
    return bool(pl.select(pl.lit(text).str.contains(mojibake.PATTERN)).item())


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("table", ["cp1252", "latin-1"])
def test_a_word_read_by_the_wrong_table_is_told(word: str, table: str) -> None:
    read = word.encode().decode(table, errors="ignore")
    assert _shown(read)


def test_cyrillic_read_as_cyrillic_is_told() -> None:
    assert _shown("Переговоры".encode().decode("cp1251", errors="ignore"))


@pytest.mark.parametrize("text", RIGHT)
def test_right_text_is_left_alone(text: str) -> None:
    assert not _shown(text)
