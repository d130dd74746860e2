"""What the docs say to type is typed, and what they say comes of it comes of it; what is not typed says why."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from orchestration.reference import pages

from .blocks import PAGES, ROOT, RUN, SHOWN, agrees, begins_with_nothing, blocks, steps
from .workplace import Workplace, clone

TYPED = [page for page in PAGES if any(block.runs for block in blocks(page))]
# Pages that read the examples themselves go to another worker than those that share one reading.
ALONE = [pytest.param(page, marks=pytest.mark.xdist_group("docs-alone")) for page in TYPED if begins_with_nothing(page)]
SHARED = [pytest.param(page, marks=pytest.mark.xdist_group("docs")) for page in TYPED if not begins_with_nothing(page)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_is_run_or_says_why_not(page: Path) -> None:
    for block in blocks(page):
        assert block.language in (*RUN, *SHOWN), f"{block.name}: a block of {block.language or 'no'} language is neither run nor shown"
        assert block.language in RUN or block.reason is None, f"{block.name}: nothing of it would be run"


@pytest.mark.slow
@pytest.mark.parametrize("page", ALONE, ids=lambda page: str(page.relative_to(ROOT)))
def test_page_that_begins_with_nothing_tells_what_happens(page: Path, tmp_path: Path) -> None:
    if "register.compose.words" in page.read_text() and find_spec("pymorphy3") is None:
        pytest.skip("pymorphy3, which inflects Russian names when a register is made anew, is not installed")
    typed(page, clone(tmp_path / "dragoman"))


@pytest.mark.slow
@pytest.mark.parametrize("page", SHARED, ids=lambda page: str(page.relative_to(ROOT)))
def test_page_tells_what_happens(page: Path, read: Workplace, tmp_path: Path) -> None:
    typed(page, clone(tmp_path / "dragoman", read.root / "data"))


def typed(page: Path, workplace: Workplace) -> None:
    for block in blocks(page):
        if block.runs:
            workplace.run(block)


@pytest.mark.parametrize("name", pages.PAGES)
def test_reference_is_current(name: str) -> None:
    written = (pages.DOCS / name).read_text(encoding="utf-8")
    assert written == pages.PAGES[name](), "run: python -m orchestration.reference"


def test_a_wrong_answer_is_seen() -> None:
    assert agrees("a … c\n…\nend", "a b c\nany\nlines\nend\n")
    assert not agrees("a … c", "a b d\n")
    assert not agrees("one", "one\ntwo\n")
    assert steps("$ a \\\n  b\nanswer\n$ c\n") == [("a \\\n  b", "answer"), ("c", "")]


def test_a_block_that_is_not_run_says_why(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- not run: needs root -->\n```bash\nreboot\n```\n\n```sql\nSELECT 1 AS a\n```\n\n| a |\n|---|\n| 1 |\n")
    first, second = blocks(page)
    assert (first.reason, first.runs) == ("needs root", False)
    assert second.runs
    assert second.answer == (("a",), ("1",))
