"""The article is found on pages that the fast extractor is wrong about, and the careful one is asked of no others."""

from __future__ import annotations

import subprocess
import sys

import pytest

from assets.parsed.formats import main_text
from assets.parsed.formats.pages import page_of_html
from assets.parsed.model import Metadata
from tests.parsed.formats import made

BODY = (
    *made.BODY,
    "The draft is to be ready before the summer, said the chair of the talks, who did not say where the next round would be held.",
)
ARTICLE = f"<h1>{made.TITLE}</h1>" + "".join(f"<p>{part}</p>" for part in BODY)
MENU = "<ul>" + "".join(f'<li><a href="/{n}">Section {n} of the paper</a></li>' for n in range(20)) + "</ul>"
CARDS = "".join(
    f'<div class="card"><h3><a href="/{n}">Council number {n} of the northern towns elects its speaker</a></h3></div>' for n in range(90)
)
USUAL = {
    "article": f"<article>{ARTICLE}</article>{MENU}",
    "blocks": f"<div>{MENU}</div><div class='content'>{ARTICLE}</div>",
    "breaks": f"<div class='t'><h1>{made.TITLE}</h1>{'<br><br>'.join(BODY)}</div>{MENU}",
    "comments": f"<div class='content'>{ARTICLE}</div><div id='comments'><p>{'What I always said about stamps. ' * 40}</p></div>",
    "nothing": "<div id='app'></div><script>start()</script>",
}
UNUSUAL = {
    "classes of other things": f"<div class='sidebar-layout'><div class='related-main comments-on'><div class='share-body'>{ARTICLE}</div></div></div>",
    "aside": f"<main><aside class='story'>{ARTICLE}</aside></main>{MENU}",
    "form": f"<form id='page'><div>{ARTICLE}</div></form>",
    "cards": f"<div class='content'>{ARTICLE}</div>{CARDS}",
}


def text_of(body: str) -> str:
    return page_of_html(
        f"<!doctype html><html><head><title>{made.TITLE}</title></head><body>{body}</body></html>", Metadata(), whole=True
    ).text


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the careful extractor was asked; it answers as ever."""
    pages: list[str] = []
    careful = main_text._careful

    def listened(markup: str) -> str:
        pages.append(markup)
        return careful(markup)

    monkeypatch.setattr(main_text, "_careful", listened)
    return pages


@pytest.mark.parametrize("layout", USUAL)
def test_the_fast_one_is_enough_for_usual_pages(layout: str, asked: list[str]) -> None:
    text = text_of(USUAL[layout])
    assert not asked
    assert all((part in text) is (layout != "nothing") for part in BODY)
    assert "always said" not in text


@pytest.mark.parametrize("layout", UNUSUAL)
def test_the_careful_one_finds_what_the_fast_one_loses(layout: str, asked: list[str]) -> None:
    text = text_of(UNUSUAL[layout])
    assert len(asked) == 1
    assert all(part in text for part in BODY)
    assert "northern towns" not in text


def test_the_careful_one_is_loaded_when_it_is_needed() -> None:
    check = "import sys, assets.parsed.formats; assert 'trafilatura' not in sys.modules and 'lxml' not in sys.modules"
    subprocess.run([sys.executable, "-c", check], check=True)
