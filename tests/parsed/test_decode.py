"""Every encoding that the press used is read right, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.parsed.decode import decode, repair
from assets.parsed.lines import clean

TEXTS = {
    "windows-1251": "Министр иностранных дел Непала прибыл в Лиму. Переговоры начнутся в среду, сообщили в посольстве.",
    "koi8-r": "Министр иностранных дел Непала прибыл в Лиму. Переговоры начнутся в среду, сообщили в посольстве.",
    "windows-1252": "Le ministre népalais est arrivé à Lima ; les négociations débuteront dès mercredi, a précisé l’ambassade.",
    "windows-1254": "Nepal Dışişleri Bakanı Lima'ya ulaştı. Görüşmeler çarşamba günü başlayacak, büyükelçilik açıkladı. Ağır gündem var.",
    "windows-1256": "وصل وزير خارجية نيبال إلى ليما، وتبدأ المحادثات يوم الأربعاء بحسب بيان صادر عن السفارة.",
    "utf-8-sig": "Nazir Limaya gəlib. Danışıqlar çərşənbə günü başlayacaq.",
    "utf-16-le": "Министр иностранных дел Непала прибыл в Лиму. Переговоры начнутся в среду, сообщили в посольстве.",
    "utf-16-be": "Le ministre népalais est arrivé à Lima ; les négociations débuteront dès mercredi, a précisé l’ambassade.",
    "utf-16": "وزیر خارجه نپال وارد لیما شد. گفت‌وگوها چهارشنبه آغاز می‌شود.",
}


@pytest.mark.parametrize("encoding", TEXTS)
def test_reads_each_encoding_without_being_told(encoding: str) -> None:
    found = decode(TEXTS[encoding].encode(encoding))
    assert found is not None
    assert found.text == TEXTS[encoding]


def test_a_declared_encoding_is_used_where_it_fits() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Лима</body></html>'
    found = decode(page.encode("windows-1251"))
    assert found is not None
    assert "Лима" in found.text


def test_a_wrong_declaration_does_not_beat_valid_utf8() -> None:
    page = '<meta charset="windows-1251"><p>Лима, Непал</p>'
    found = decode(page.encode())
    assert found is not None
    assert found.encoding == "utf-8"
    assert "Лима" in found.text


@pytest.mark.parametrize("wrong", ["windows-1252", "windows-1251", "windows-1254"])
def test_undoes_utf8_that_was_read_as_something_else_and_tells_it(wrong: str) -> None:
    text = "Le ministre népalais est arrivé à Lima et y séjournera."
    found = decode(text.encode().decode(wrong).encode())
    assert found is not None
    assert found.text == text
    assert found.encoding.startswith("utf-8+")


@pytest.mark.parametrize("text", TEXTS.values())
def test_leaves_right_text_alone(text: str) -> None:
    assert repair(text) is None


def test_a_download_cut_inside_a_character_loses_that_character_only() -> None:
    found = decode("Görüşmelerin sonuç".encode()[:-1])
    assert found is not None
    assert found.text == "Görüşmelerin sonu"


@given(st.binary(max_size=300))
def test_never_puts_in_a_replacement_character(content: bytes) -> None:
    found = decode(content)
    if found is not None and "\ufffd".encode() not in content:
        assert "\ufffd" not in found.text or found.encoding.startswith("utf-16") or found.encoding.startswith("utf-32")


@given(st.text(max_size=300))
def test_utf8_is_read_as_it_is_or_repaired_and_told(text: str) -> None:
    content = text.encode("utf-8", "ignore")
    found = decode(content)
    if found is not None and found.encoding == "utf-8":
        assert found.text.encode() == content.removeprefix(b"\xef\xbb\xbf")


def test_lines_of_another_encoding_are_read_by_themselves() -> None:
    lines = ["Министр прибыл в Лиму.", "Переговоры начнутся в среду, сообщили в посольстве.", "Встреча продлится два дня, сказал посол."]
    found = decode(f"{lines[0]}\n{lines[1]}\n".encode() + lines[2].encode("windows-1251"))
    assert found is not None
    assert found.text.split("\n") == lines
    assert found.encoding == "utf-8/windows-1251"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Caf&amp;eacute; &amp;laquo;Lima&amp;raquo;", "Café «Lima»"),
        ("A&amp;amp;B &#1051;има", "A&B Лима"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("ﻭﺯﻳﺮ ﺍﻟﺨﺎﺭﺟﻴﺔ", "وزير الخارجية"),
        ("Außen\u00admi\u00adnis\u00adter \u200fLima\u200b", "Außenminister Lima"),
    ],
)
def test_what_programs_have_done_to_letters_is_undone(written: str, meant: str) -> None:
    assert clean(written) == meant
