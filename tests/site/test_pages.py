"""The pages as a whole: every link leads somewhere, none is large, nothing that an article says is markup."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from assets.site.build import Report, build
from tests.site.conftest import Site

LARGEST = 300_000


class Links(HTMLParser):
    """Addresses, ids, and what a policy would bar."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.barred: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src"):
                self.links.append(value or "")
            elif name == "id":
                self.ids.append(value or "")
            elif name == "style" or name.startswith("on"):
                self.barred.append(f"{tag} {name}")
        if tag == "style" or (tag == "script" and "src" not in dict(attrs)):
            self.barred.append(tag)


def read(site: Site) -> dict[str, Links]:
    found = {}
    for page in site.pages():
        links = Links()
        links.feed(page.read_text(encoding="utf-8"))
        found[str(page)] = links
    return found


def dead(site: Site) -> list[tuple[str, str]]:
    lost = []
    pages = read(site)
    for page, links in pages.items():
        for link in links.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in ("http", "https"), link
            elif parts.path:
                target = (site.root / page).parent / unquote(parts.path)
                lost += [] if target.is_file() else [(page, link)]
            elif parts.fragment not in links.ids:
                lost.append((page, link))
    return lost


def test_every_link_leads_somewhere(examples: Site, hostile: Site) -> None:
    assert dead(examples) == []
    assert dead(hostile) == []


def test_no_page_or_file_is_large(examples: Site) -> None:
    assert max(path.stat().st_size for path in examples.root.rglob("*") if path.is_file() and path.name != "pages.json") < LARGEST


def test_nothing_is_inline(examples: Site, hostile: Site) -> None:
    assert [barred for site in (examples, hostile) for links in read(site).values() for barred in links.barred] == []


def test_what_an_article_says_is_never_markup(hostile: Site) -> None:
    texts = [path.read_text(encoding="utf-8") for path in hostile.root.rglob("*") if path.suffix in (".html", ".js")]
    assert any("&lt;/script&gt;" in text for text in texts)
    assert any("onerror=&#34;" in text for text in texts)
    for text in texts:
        assert "<script>document" not in text
        assert "<img" not in text
        assert not re.search(r"""href=["']?\s*javascript:""", text)


def test_every_page_has_the_policy(examples: Site) -> None:
    for page in examples.pages():
        text = page.read_text(encoding="utf-8")
        assert text.index("Content-Security-Policy") < text.index("<title>"), page
        assert "unsafe" not in text[: text.index("<title>")]


def test_a_second_build_writes_the_front_page_alone(hostile: Site) -> None:
    before = {path: path.stat().st_mtime_ns for path in hostile.pages() if path.name != "index.html"}
    assert build(Report(hostile.database, hostile.root))["written"] == 1
    assert {path: path.stat().st_mtime_ns for path in before} == before
