"""The main text of a page: found by a fast extractor, and by a careful one where the fast one's text looks wrong.

Here: when the second is asked, and whose text is taken. Not here: residue in the text (layout), what the page says of itself.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from resiliparse.extract.html2text import extract_plain_text

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

LEAST_LETTERS: Final = 200
"""A text of fewer letters may be no article, but what stands beside one that was missed;"""
MUCH_MORE: Final = 2
"""it is so where the page shows twice as many outside of links,"""
FEWEST: Final = 100
"""and enough for any article."""
MOST_LINKED: Final = 0.5
"""Share of the letters in links from which a text is a list of headlines. Measured on 16 layouts of pages with articles of eight
languages: up to .18 where the fast one has found the article, .68 and more where it has taken the links beside it along."""
KEPT: Final = 0.8
"""Share of a linked text's own words that the careful one must have found, so that its shorter text is believed."""
PROSE: Final = 100
"""Letters of a line that is no link: headlines are shorter."""
SKIPPED: Final = (
    "nav", "footer", "aside", "form", "button", "figure", "figcaption", "script", "style", "noscript", "[role=navigation]",
    "[aria-hidden=true]", "#comments", ".comments", "#disqus_thread",
)  # fmt: skip


def main_text(tree: HTMLTree, markup: str) -> str:
    """The text of the article; all visible text where a page is so unusual that little is found."""
    text = plain_text(tree, main_content=True, skipped=SKIPPED)
    if (letters := _letters(text)) >= LEAST_LETTERS:
        own = letters if _is_prose(text, letters) else _letters(plain_text(tree, main_content=True, skipped=(*SKIPPED, "a")))
        if own >= (1 - MOST_LINKED) * letters:
            return text
        careful = _careful(markup)
        return careful if _letters(careful) >= max(KEPT * own, FEWEST) else text
    visible = _letters(plain_text(tree, main_content=False, skipped=("a",)))
    if visible < FEWEST or visible < MUCH_MORE * letters:
        return text or plain_text(tree, main_content=False)
    careful = _careful(markup)
    return careful if _letters(careful) > letters else max(text, plain_text(tree, main_content=False, skipped=SKIPPED), key=len)


def plain_text(tree: HTMLTree, *, main_content: bool, skipped: tuple[str, ...] = ()) -> str:
    """Visible text, a line a block: of the main content alone or of everything, without the elements skipped."""
    text: str = extract_plain_text(
        tree, main_content=main_content, skip_elements=list(skipped) or None, preserve_formatting=True, list_bullets=False, alt_texts=False,
        links=False,
    )  # fmt: skip
    return text


def _careful(markup: str) -> str:
    """What the second extractor takes for the article: slower by ten times and more, and asked of few pages."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it could not read shows in what it returns
    found: str | None = trafilatura.extract(markup, include_comments=False, include_formatting=False, favor_recall=True)
    return found.replace("\n", "\n\n") if found else ""


def _is_prose(text: str, letters: int) -> bool:
    """True where most of the text stands in lines too long for links."""
    return 2 * sum(len(line) for line in text.splitlines() if len(line) >= PROSE) >= letters


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
