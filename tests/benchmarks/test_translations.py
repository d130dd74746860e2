"""The same document in several languages: what counts as agreed, and the page made of it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.translations import OWN, Act, expected, figures, markdown, read, share

FLOOR = 0.85
"""The part of the reports of our own documents that nearly all languages tell, and tell as expected."""

TEXTS = {
    "en": "Talks in Tunis\n\nChilean Foreign Minister Alberto van Klaveren met Tunisian Foreign Minister Mohamed Ali Nafti in Tunis on Monday.\n",
    "de": (
        "Gespräche in Tunis\n\nDer chilenische Außenminister Alberto van Klaveren hat am Montag in Tunis den tunesischen Außenminister "
        "Mohamed Ali Nafti getroffen.\n"
    ),
}


def test_one_act_in_two_languages(tmp_path: Path) -> None:
    """Kind and countries are the same whatever the language."""
    (tmp_path / "talks").mkdir()
    for code, text in TEXTS.items():
        (tmp_path / "talks" / f"{code}.txt").write_text(text, encoding="utf-8")
    assert read(tmp_path) == {Act("talks", "meeting", ("CL", "TN")): {"en", "de"}}


def test_an_act_counts_where_all_languages_but_one_tell_it() -> None:
    """Three of four languages are enough; reports are counted, not only acts."""
    visit, call = Act("a", "visit", ("FR",)), Act("a", "call", ())
    counted = figures({visit: {"en", "fr", "de"}, call: {"ru"}})
    assert counted["kinds"]["all"] == {"expected": 0, "acts": 2, "acts_agreed": 1, "reports": 4, "reports_agreed": 3}
    assert counted["missed"] == {"de": 0, "en": 0, "fr": 0, "ru": 1}
    assert counted["alone"] == {"de": 0, "en": 0, "fr": 0, "ru": 1}
    assert "| all | 4 | 3 | 0.750 | 2 | 1 | – |" in markdown(counted)


def test_what_is_not_expected_is_not_agreed() -> None:
    """Where the acts are known, all languages can be wrong together."""
    call, talks = Act("a", "call", ("FR",), "held"), Act("a", "meeting", ("FR",), "held")
    counted = figures({talks: {"en", "fr"}}, {call})
    assert counted["kinds"]["all"] == {"expected": 1, "acts": 1, "acts_agreed": 0, "reports": 2, "reports_agreed": 0}
    assert counted["kinds"]["call"]["expected"] == 1


def test_the_languages_agree_on_our_own_documents() -> None:
    """What one language reads of the same news, the others read too."""
    wanted = expected(OWN)
    counted = figures(read(OWN), wanted)
    row = counted["kinds"]["all"]
    assert row["expected"] == len(wanted) > 0
    assert share(row) >= FLOOR, markdown(counted)
    assert row["acts_agreed"] >= FLOOR * row["expected"], markdown(counted)
