"""The same document in several languages: what counts as agreed, and the page made of it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.translations import Act, figures, markdown, read

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
    assert counted["kinds"]["all"] == {"acts": 2, "acts_agreed": 1, "reports": 4, "reports_agreed": 3}
    assert counted["missed"] == {"de": 0, "en": 0, "fr": 0, "ru": 1}
    assert counted["alone"] == {"de": 0, "en": 0, "fr": 0, "ru": 1}
    assert "| all | 4 | 3 | 0.750 | 2 | 1 |" in markdown(counted)
