"""What pages are made of: sentences around evidence, dates for readers, charts, data files, the folder."""

import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.site import charts, evidence, rendering, search
from assets.site.folder import FRONT, Folder, SiteError
from assets.text import fold


@pytest.mark.parametrize(
    ("before", "words", "after", "shown"),
    [
        ("Rain fell. The ministers ", "met", " in Oslo. They spoke.", "The ministers met in Oslo."),
        ("Headline\n\nThe envoy ", "arrived", " today\n\nMore", "The envoy arrived today"),
        ("Later J. Novak ", "met", " E. Berger. Rain.", "Later J. Novak met E. Berger."),
        ("باران آمد؟ وزیر ", "دیدار کرد", "! سپس رفت.", "وزیر دیدار کرد!"),
    ],
)
def test_evidence_stands_in_its_sentence(before: str, words: str, after: str, shown: str) -> None:
    assert "".join(evidence.sentence(before, words, after)) == shown


@given(st.text(), st.text(min_size=1), st.text())
def test_evidence_is_never_cut(before: str, words: str, after: str) -> None:
    head, kept, tail = evidence.sentence(before, words, after)
    assert kept == words
    assert head in before
    assert tail in after


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2026-03-04", "4 Mar 2026"),
        ("2026-03", "Mar 2026"),
        ("2018-07/..", "Jul 2018 – open"),
        ("XXXX-01-25", "XXXX-01-25"),
        (date(2026, 1, 9), "9 Jan 2026"),
        (None, "no date"),
    ],
)
def test_dates_are_for_readers(edtf: object, shown: str) -> None:
    assert rendering.day(edtf) == shown


@given(st.text())
def test_data_files_hold_what_they_were_given_and_end_no_script(text: str) -> None:
    script = rendering.data("f", [text])
    assert not set("<>\u2028\u2029") & set(script)
    assert json.loads(script[2:-3]) == [text]


@given(st.dictionaries(st.text(), st.integers(0, 10**6), max_size=8))
def test_charts_are_well_formed_whatever_is_named(rows: dict[str, int]) -> None:
    legal = {name: number for name, number in rows.items() if name.isprintable()}
    drawn = ET.fromstring(str(charts.bars(list(legal.items()), "Acts <b>")))
    assert len(drawn.findall("rect")) == len(legal)


def test_a_timeline_keeps_what_has_a_day() -> None:
    rows = [("A", date(2020, 1, 1), None, "open"), ("B", None, None, "never"), ("C", date(2021, 1, 1), date(2021, 1, 1), "a day")]
    assert str(charts.timeline(rows, "Offices", date(2022, 1, 1))).count("<rect") == 2
    assert not charts.timeline(rows[1:2], "Offices", date(2022, 1, 1))


@pytest.mark.parametrize(
    ("spelling", "typed"),
    [
        ("Məmmədov", "MƏMMƏDOV"),
        ("سید عباس عراقچی", "عراقچي"),
        ("أحمد عطاف", "احمد"),
        ("Фёдоров", "федоров"),
        ("İlham", "ilham"),
        ("Żółć", "zolc"),
    ],
)
def test_a_spelling_is_found_as_people_type_it(spelling: str, typed: str) -> None:
    found = search.shards([(spelling, "Name", "people/x.html")])
    (token,) = search.tokens(typed)
    assert any(token.startswith(prefix) for prefix, entries in found.items() if entries)


@given(st.text(st.characters(max_codepoint=0x2FFF, min_codepoint=0x21)))
def test_the_table_folds_as_the_reading_does(text: str) -> None:
    letters = dict(zip(*search.table(), strict=True))
    told = "".join(letters.get(letter, letter) for letter in text).replace("\0", "")
    assert told.split() == fold.key(text).split()


def test_files_of_the_index_stay_small() -> None:
    entries = [(f"Anna{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} Novak", f"Person {n}", f"people/{n:06}.html") for n in range(9000)]
    found = search.shards(entries)
    assert {entry for held in found.values() for entry in held} == set(entries)
    assert "a" not in found
    assert len(found) > 2


def test_a_page_is_written_when_its_facts_change_and_goes_when_nobody_tells_of_it(tmp_path: Path) -> None:
    def write(pages: dict[str, str]) -> int:
        folder = Folder(tmp_path / "site", "1")
        for path, text in pages.items():
            folder.page(path, text, lambda text=text: text)  # type: ignore[misc]
        folder.close("front", {"state": "done"})
        return folder.written

    assert write({"a/b.html": "one", "c.html": "two"}) == 3
    assert write({"a/b.html": "one", "c.html": "three"}) == 2
    assert write({"c.html": "three"}) == 1
    assert {path.name for path in (tmp_path / "site").iterdir()} == {"a", "c.html", FRONT, "site.json", "pages.json"}
    assert not list((tmp_path / "site/a").iterdir())


def test_a_build_that_was_killed_trusts_no_page(tmp_path: Path) -> None:
    Folder(tmp_path, "1").close("front", {"state": "done"})
    killed = Folder(tmp_path, "1")
    killed.page("a.html", "new", lambda: "new")
    after = Folder(tmp_path, "1")
    after.page("a.html", "new", lambda: "again")
    assert (tmp_path / "a.html").read_text() == "again"


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(SiteError, match="something else"):
        Folder(tmp_path, "1")
