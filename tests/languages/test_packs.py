"""Language packs: complete, clear about what is wrong, and the only place that knows a language."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from assets.languages import packs
from assets.languages.packs import PackError
from assets.running.versions import ROOT

ENGINE = ("assets/text", "assets/parsed", "assets/enriched/reading")
LANGUAGES = ("ar", "az", "de", "en", "es", "fa", "fr", "ru", "tr")


def test_every_language_has_a_pack() -> None:
    assert packs.codes() == LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_pack_is_whole_and_of_its_language(code: str) -> None:
    pack = packs.load(code)
    assert pack.language.code == code
    assert all(getattr(pack, section) for section in type(pack).model_fields)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[language\n", "not readable as TOML"),
        ("[language]\ncode = 'xx'\n", "language.name"),
        ("[language]\ncode = 'xx'\nname = 'X'\nscript = 'Latn'\ncased = true\nhat = 1\n", "language.hat"),
        ("[surprise]\n", "surprise"),
    ],
)
def test_a_bad_pack_is_told_by_file_and_key(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "xx.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"xx\.toml") as error:
        packs.read(path)
    assert says in str(error.value)


def test_the_engine_never_asks_which_language_it_reads() -> None:
    asked = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}"
        for folder in ENGINE
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        for side in (node.left, *node.comparators)
        for part in (side.elts if isinstance(side, ast.Tuple | ast.Set | ast.List) else (side,))
        if isinstance(part, ast.Constant) and part.value in LANGUAGES
    ]
    assert not asked
