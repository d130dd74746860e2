"""Rules versions: they change with code and data, chain downwards, and keep languages apart."""

from pathlib import Path

import pytest

from assets.running import versions


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "stage").mkdir()
    (tmp_path / "stage/rules.py").write_text("a = 1\n")
    (tmp_path / "stage/words.toml").write_text("b = 2\n")
    (tmp_path / "stage/asset.py").write_text("wrapper\n")
    (tmp_path / "stage/notes.md").write_text("prose\n")
    return tmp_path


def test_code_and_data_count_but_wrappers_and_prose_do_not(tree: Path) -> None:
    before = versions.of_files(["stage"], tree)
    assert [name for name, _ in before] == ["stage/rules.py", "stage/words.toml"]
    (tree / "stage/asset.py").write_text("other wrapper\n")
    (tree / "stage/notes.md").write_text("other prose\n")
    assert versions.of_files(["stage"], tree) == before
    (tree / "stage/words.toml").write_text("b = 3\n")
    assert versions.of_files(["stage"], tree) != before


def test_every_named_source_exists() -> None:
    for stage, patterns in versions.SOURCES.items():
        for pattern in patterns:
            assert list(versions.ROOT.glob(pattern)), (stage, pattern)


def pack_with(monkeypatch: pytest.MonkeyPatch, code: str, section: str) -> versions.Versions:
    """The versions as they would be with another word in one section of one language."""
    tables = versions._tables

    def changed(language: str) -> dict[str, object]:
        found = tables(language)
        return {**found, section: {"changed": True}} if language == code else found

    with monkeypatch.context() as patch:
        patch.setattr(versions, "_tables", changed)
        return versions.current.__wrapped__()


def test_a_changed_pack_re_reads_its_language_and_parses_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    present, changed = versions.current(), pack_with(monkeypatch, "az", "acts")
    assert (changed.parsed, changed.validated, changed.duplicates) == (present.parsed, present.validated, present.duplicates)
    assert {code for code in present.read if present.read[code] != changed.read[code]} == {"az"}
    assert changed.resolved != present.resolved
    assert changed.warehouse != present.warehouse


def test_a_section_that_parsing_looks_at_parses_all_again(monkeypatch: pytest.MonkeyPatch) -> None:
    present, changed = versions.current(), pack_with(monkeypatch, "az", "dates")
    assert changed.parsed != present.parsed
    assert changed.validated != present.validated
    assert all(present.read[code] != changed.read[code] for code in present.read)


def test_a_version_names_its_language() -> None:
    assert all(version.startswith(f"{code}-") for code, version in versions.current().read.items())


def test_the_digest_of_ids_knows_no_order() -> None:
    assert versions.of_ids(["b", "a"]) == versions.of_ids(["a", "b"]) != versions.of_ids(["a"])
