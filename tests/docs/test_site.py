"""The built site: whole, by mkdocs' own strict judgement, and opened from a file without a request to anywhere."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.e2e.test_ui import FLAGS

from .blocks import ROOT

pytestmark = pytest.mark.xdist_group("docs-alone")
LOOKED_AT = ("index.html", "tutorial.html", "commands.html", "explanation/from-sentence-to-row.html")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make docs` builds it; a warning fails."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page that must not ask anything of a network, nor fail."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "a browser is wanted: apt-get install chromium"
    asked: list[str] = []
    failed: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: failed.append(str(error)))
        yield page
        browser.close()
    assert [url for url in asked if not url.startswith("file:")] == []
    assert failed == []


@pytest.mark.browser
@pytest.mark.parametrize("name", LOOKED_AT)
def test_opens_from_a_file_in_light_and_dark(name: str, site: Path, page: Page) -> None:
    for scheme, shown in (("light", "default"), ("dark", "slate")):
        page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
        page.goto((site / name).as_uri())
        expect(page.locator("article h1")).to_be_visible()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", shown)


@pytest.mark.browser
def test_search_finds_from_a_file(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator("input.md-search__input").click()
    page.keyboard.type("overrides", delay=20)
    expect(page.locator(".md-search-result__item").first).to_contain_text("overrides", timeout=20_000)


def test_no_address_of_another_machine_is_loaded(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert 'src="http' not in text, file
        assert 'rel="stylesheet" href="http' not in text, file
        assert "preconnect" not in text, file
