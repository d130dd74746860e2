"""The gazetteer pass: whole words, the language's own affixes, letter case, and the longest hit of a kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.text.fold import fold
from assets.text.matcher import Affixes, Entry, Match, Matcher, longest

TURKIC = Affixes(suffix_slots=[["lar", "lər"], ["ı", "i", "sı"], ["da", "də", "nın", "in", "dan"]])
ARABIC = Affixes(prefixes=["و", "وال", "بال", "ب"])


def found(entries: list[Entry], text: str, affixes: Affixes = TURKIC) -> list[Match]:
    return longest(Matcher(entries, affixes).find(fold(text), text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bakıda görüş", "bakida"),
        ("Bakı'da görüş", "baki'da"),
        ("«Bakı»", "baki"),
        ("Bakıxanov", None),
        ("Abakı", None),
        ("bakıda", None),
        ("Bakı-Tiflis", "baki"),
    ],
)
def test_a_name_takes_the_languages_endings_and_no_other_letters(text: str, expected: str | None) -> None:
    hits = found([Entry("Bakı", "place", "baku", "proper")], text)
    assert [fold(text).text[m.word_start : m.word_end] for m in hits] == ([expected] if expected else [])


def test_prefixes_are_taken_whole_or_not_at_all() -> None:
    entries = [Entry("أذربيجان", "country", "AZ")]
    assert found(entries, "وأذربيجان", ARABIC)
    assert not found(entries, "كأذربيجان", ARABIC)


def test_capitals_of_a_name_are_capitals_in_the_text() -> None:
    entries = [Entry("UN", "organisation", "un", "proper")]
    assert found(entries, "the UN said")
    assert not found(entries, "un ministre")


def test_of_overlapping_names_of_a_kind_the_longest_stays_and_other_kinds_stay_too() -> None:
    entries = [
        Entry("United Nations", "organisation", "un"),
        Entry("United Nations General Assembly", "organisation", "unga"),
        Entry("Nations", "word", None),
    ]
    hits = found(entries, "the United Nations General Assembly")
    assert [(m.entry.kind, m.entry.value) for m in hits] == [("organisation", "unga"), ("word", None)]


def test_two_values_of_one_form_both_stay() -> None:
    entries = [Entry("Georgia", "country", "GE"), Entry("Georgia", "country", "US-GA")]
    assert {m.entry.value for m in found(entries, "Georgia")} == {"GE", "US-GA"}


@given(st.text(alphabet="ab c'-Bakı\n", max_size=60))
def test_every_hit_lies_in_its_word_and_spells_its_entry(text: str) -> None:
    folded = fold(text)
    for match in found([Entry("Bakı", "place", 1), Entry("ab", "place", 2), Entry("b", "word", 3)], text):
        assert match.word_start <= match.start < match.end <= match.word_end
        assert folded.text[match.start : match.end] == fold(match.entry.text).text


def test_a_verb_takes_fewer_affixes_than_a_name() -> None:
    matcher = Matcher([Entry("زار", "act", 1, verb=True), Entry("لقاء", "act", 2)], Affixes(["و", "ال"], [["ة"]]), Affixes(["و"]))

    def hits(text: str) -> list[object]:
        return [m.entry.value for m in matcher.find(fold(text), text)]

    assert hits("وزار الوزير") == [1]
    assert hits("الوزارة واللقاء") == []
    assert hits("اللقاء") == [2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She has met him", ["has met"]),
        ("She has also met him", ["has also met"]),
        ("She has par la suite met him, has met her", ["has par la suite met", "has met"]),
        ("She has often met him", []),
        ("She has also, met him", []),
        ("She has also metal", []),
        ("She will also meet him", []),
        ("She has also", ["has also"]),
    ],
)
def test_an_adverb_may_stand_inside_an_open_entry_alone(text: str, expected: list[str]) -> None:
    entries = [Entry("has met", "act", 1, open=True), Entry("will meet", "act", 2), Entry("has also", "word", 3)]
    matcher = Matcher(entries, Affixes(), adverbs=["also", "par la suite", "lately"])
    spans = [m for m in longest(matcher.find(fold(text), text)) if m.entry.kind == "act" or expected == ["has also"]]
    assert [text[m.start : m.end] for m in spans] == expected


@given(st.lists(st.sampled_from(["has", "also", "then", "met", "signed", "it", "will"]), max_size=12))
def test_an_open_entry_is_found_as_if_each_adverb_stood_in_one_of_its_own(words: list[str]) -> None:
    text, adverbs = " ".join(words), ["also", "then", "also then"]
    forms = ["has met", "has signed it", "will", "will met"]
    spelled = [f"{first} {adverb} {rest}" for first, _, rest in (f.partition(" ") for f in forms) if rest for adverb in adverbs]
    each = Matcher([Entry(form, "act", 1) for form in (*forms, *spelled)], Affixes()).find(fold(text), text)
    short = Matcher([Entry(form, "act", 1, open=True) for form in forms], Affixes(), adverbs=adverbs).find(fold(text), text)
    assert [(m.start, m.end) for m in short] == [(m.start, m.end) for m in each]
