"""Paragraphs that a page's width has broken are whole again, and nothing else is joined."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from assets.parsed.formats.wrapped import unwrapped

WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=9), min_size=150, max_size=200).map(" ".join)


@given(paragraphs=st.lists(WORDS, min_size=1, max_size=5), width=st.integers(50, 90))
def test_what_was_broken_with_empty_lines_between_is_whole_again(paragraphs: list[str], width: int) -> None:
    broken = "\n\n".join(textwrap.fill(each, width, break_on_hyphens=False) for each in paragraphs)
    assert unwrapped(broken).replace("\n\n", " ").split() == " ".join(paragraphs).split()
    assert len(unwrapped(broken).split("\n\n")) >= len(paragraphs)


def test_a_short_line_ends_its_paragraph_and_hyphens_go() -> None:
    text = "Envoys meet\nThe envoys of four countries met on Tues-\nday in Lima for talks about trade.\nThey will meet again in the spring, said\nthe hosts."
    assert unwrapped(text).split("\n\n") == [
        "Envoys meet",
        "The envoys of four countries met on Tuesday in Lima for talks about trade. They will meet again in the spring, said the hosts.",
    ]
