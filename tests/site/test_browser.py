"""The site in a real browser, opened from a file, without a network."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from assets.site import rendering, search
from tests.e2e.test_ui import FLAGS
from tests.site.conftest import Site
from warehouse import open_warehouse

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "a browser is wanted: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must not ask anything of a network, nor be told off by its policy, nor fail."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    yield page
    assert [url for url in asked if not url.startswith("file:")] == []
    assert told == []
    context.close()


def opened(page: Page, site: Site, path: str = "index.html") -> Page:
    page.goto((site.root / path).as_uri())
    return page


def one(site: Site, sql: str) -> list[str]:
    with open_warehouse(site.database) as warehouse:
        return list(warehouse.query(sql).to_series())


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("عراقچي", "Abbas Araghchi"),
        ("عبّاس عراقجي", "Abbas Araghchi"),
        ("ARAGHCHI", "Abbas Araghchi"),
        ("БАЙРАМОВ", "Jeyhun Bayramov"),
        ("MƏMMƏDOV", "Elnur Mammadov"),
        ("ceyhun bayr", "Jeyhun Bayramov"),
    ],
)
def test_a_person_is_found_by_any_spelling_and_an_act_leads_to_its_evidence(page: Page, examples: Site, typed: str, name: str) -> None:
    box = opened(page, examples).get_by_role("searchbox")
    box.fill(typed)
    page.locator("#found a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.locator(".acts a").first.click()
    expect(page.locator("mark").first).to_be_visible()


def test_evidence_is_shown_in_its_language_in_four_of_them(page: Page, examples: Site) -> None:
    wanted = one(examples, "SELECT any_value(event_id ORDER BY event_id) FROM reports JOIN documents USING (document_id) GROUP BY language")
    seen = {}
    for event in wanted:
        opened(page, examples, rendering.path_of("event", event))
        for quote in page.locator("blockquote").all():
            language = quote.get_attribute("lang") or ""
            seen[language] = quote.evaluate("each => getComputedStyle(each).direction")
            assert (quote.locator("mark").text_content() or "").strip()
    assert len(seen) >= 4
    assert {language for language, direction in seen.items() if direction == "rtl"} == {"ar", "fa"}


def test_a_persian_spelling_leads_to_one_act_with_its_evidence_in_five_languages(page: Page, one_visit: Site) -> None:
    opened(page, one_visit).get_by_role("searchbox").fill("عراقچی")
    page.locator("#found a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Abbas Araghchi")
    page.locator(".acts a").first.click()
    quotes = page.locator("blockquote")
    expect(quotes).to_have_count(5)
    shown = {"az": "Bakıda", "en": "Baku", "fa": "باکو", "fr": "Bakou", "ru": "Баку"}
    for quote in quotes.all():
        language = quote.get_attribute("lang") or ""
        expect(quote).to_contain_text(shown.pop(language))
        expect(quote.locator("mark").first).to_be_visible()
        marked = quote.locator("mark").first.evaluate("each => getComputedStyle(each).backgroundColor")
        assert marked != quote.evaluate("each => getComputedStyle(each).backgroundColor")
        assert quote.evaluate("each => getComputedStyle(each).direction") == ("rtl" if language == "fa" else "ltr")
    assert not shown


def test_the_script_folds_as_the_index_does(page: Page, examples: Site) -> None:
    texts = ["Əliyev İlham", "سید عبّاس عراقچي", "وزیر‌خارجهٔ ۱۴۰۳", "Фёдор Йозеф", "أحمد عطّاف", "Nuñez-Łódź", "ﻋﺒﺎﺱ"]
    opened(page, examples)
    assert page.evaluate("texts => Promise.all(texts.map(text => dragoman.fold(text)))", texts) == [search.tokens(text) for text in texts]


def test_harm_in_an_article_harms_nothing(page: Page, hostile: Site) -> None:
    for path in hostile.pages():
        page.goto(path.as_uri())
        if page.locator("#total").count():
            expect(page.locator("#total")).not_to_be_empty()
        assert "Dragoman" in page.title()
        assert page.locator("img, main script").count() == 0
    page.get_by_role("searchbox").fill("novak")
    page.locator("#found a").first.wait_for()
    assert page.title() != "harmed"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1300])
def test_pages_are_for_everyone(browser: Browser, examples: Site, scheme: str, width: int) -> None:
    """axe-core finds nothing serious, and no page is wider than the window."""
    (event,) = one(examples, "SELECT event_id FROM events ORDER BY languages DESC, event_id LIMIT 1")
    (person,) = one(examples, "SELECT person_id FROM person_names GROUP BY ALL ORDER BY count(*) DESC, person_id LIMIT 1")
    paths = [f"{name}.html" for _, name in rendering.PAGES]
    paths += [rendering.path_of("event", event), rendering.path_of("person", person), "countries/az.html", "organisations/unsc.html"]
    paths += ["network-people.html", "planned.html"]
    context = browser.new_context(offline=True, color_scheme=scheme, viewport={"width": width, "height": 900})  # type: ignore[arg-type]
    page = context.new_page()
    found = {}
    for path in paths:
        opened(page, examples, path)
        if page.locator("#total").count():
            expect(page.locator("#total")).not_to_be_empty()
        results = Axe().run(page).response["violations"]
        found[path] = [(each["id"], each["nodes"][0]["html"]) for each in results if each["impact"] in SERIOUS]
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
    context.close()
    assert {path: results for path, results in found.items() if results} == {}


def test_the_keyboard_reaches_the_content(page: Page, examples: Site, tmp_path: Path) -> None:
    opened(page, examples)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the content")).to_be_focused()
    page.keyboard.press("Enter")
    assert re.search("#main$", page.url)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_the_map_is_filtered_by_kind_and_date(page: Page, examples: Site) -> None:
    opened(page, examples, "map.html")
    page.locator("#points circle").first.wait_for()
    everything = page.locator("#places tr").count()
    page.get_by_label("Kind").select_option("visit")
    visits = one(
        examples, "SELECT DISTINCT places.name FROM events JOIN places USING (place_id) WHERE kind = 'visit' AND latitude IS NOT NULL"
    )
    assert sorted(page.locator("#places tr td:first-child").all_inner_texts()) == sorted(visits)
    assert 0 < page.locator("#points circle").count() == len(visits) < everything
    page.get_by_label("From").fill("2031-01")
    expect(page.get_by_role("status").last).to_have_text("0 acts")
    assert page.locator("#points circle").count() == 0


@pytest.mark.parametrize(("facet", "column"), [("Level", "level"), ("Format", "organisations.name")])
def test_the_map_is_filtered_by_level_and_format(page: Page, examples: Site, facet: str, column: str) -> None:
    placed = (
        "FROM events JOIN places USING (place_id) LEFT JOIN organisations ON organisation_id = events.format WHERE latitude IS NOT NULL"
    )
    chosen, *_ = one(examples, f"SELECT {column} {placed} AND {column} IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, {column}")
    opened(page, examples, "map.html")
    page.locator("#points circle").first.wait_for()
    page.get_by_label(facet).select_option(label=chosen.replace("_", " "))
    (acts,) = one(examples, f"SELECT count(*) {placed} AND {column} = '{chosen}'")
    expect(page.get_by_role("status").last).to_have_text(f"{acts} acts")
    assert page.locator("#points circle").count() > 0


def test_persons_who_met_stand_in_the_network_and_in_the_table(page: Page, examples: Site) -> None:
    opened(page, examples, "network.html").get_by_role("navigation", name="Views").get_by_role("link", name="Persons").click()
    page.locator("#strongest tr").first.wait_for()
    met = "FROM who_met_whom WHERE person_id IS NOT NULL AND other_person_id IS NOT NULL AND person_id <> other_person_id"
    pair = "list_sort([person_id, other_person_id])"
    assert page.locator("#strongest tr").count() == len(one(examples, f"SELECT DISTINCT {pair} {met}"))
    (strongest,) = one(examples, f"SELECT max(acts) FROM (SELECT count(DISTINCT event_id) AS acts {met} GROUP BY {pair})")
    assert page.locator("#strongest tr").first.locator("td").last.inner_text() == str(strongest)
    page.get_by_label("Kind").select_option("call")
    called = len(one(examples, f"SELECT DISTINCT {pair} {met} AND kind = 'call'"))
    assert page.locator("#ties path").count() == page.locator("#strongest tr").count() == called > 0
    page.locator("#nodes circle").first.hover()
    assert page.locator("#ties path.lit").count() > 0
    page.locator("#strongest a").first.click()
    expect(page.get_by_role("heading", name="Every spelling")).to_be_visible()


def test_the_calendar_leads_to_what_is_planned_on_a_day(page: Page, examples: Site) -> None:
    day = opened(page, examples).locator(".calendar a").first
    told = day.get_attribute("aria-label") or ""
    day.click()
    section = page.locator(":target")
    expect(section.get_by_role("heading")).to_have_text(told.partition(":")[0])
    assert section.locator(".act").count() == int(re.findall(r"(\d+) planned", told)[0])


def test_the_matrix_shows_how_often_two_countries_met(page: Page, examples: Site) -> None:
    opened(page, examples, "network.html")
    row = page.get_by_role("row", name="Azerbaijan").filter(has=page.get_by_role("rowheader", name="Azerbaijan"))
    row.wait_for()
    column = page.locator("#across th").all_inner_texts().index("Georgia")
    (met,) = one(
        examples,
        "SELECT count(DISTINCT event_id) FROM who_met_whom WHERE list_sort([country, other_country]) = ['AZ', 'GE']",
    )
    assert row.locator("td").nth(column).inner_text() == str(met)
    assert page.locator("#ties path").count() > 0
    page.get_by_label("Kind").select_option("call")
    called = (
        "SELECT DISTINCT list_sort([country, other_country]) AS pair FROM who_met_whom WHERE kind = 'call' AND country <> other_country"
    )
    assert page.locator("#ties path").count() == len(one(examples, called)) > 0


@pytest.mark.parametrize(
    ("name", "scheme", "width", "shown"),
    [("front", "dark", 1200, "body"), ("event", "light", 1200, "body"), ("network", "light", 1030, ".beside")],
)
def test_pictures_of_pages_are_small(
    browser: Browser, examples: Site, tmp_path: Path, pytestconfig: pytest.Config, name: str, scheme: str, width: int, shown: str
) -> None:
    """With `--screenshots docs/images` the pictures of the README."""
    folder = pytestconfig.getoption("--screenshots") or tmp_path
    (event,) = one(examples, "SELECT event_id FROM events ORDER BY languages DESC, documents DESC, event_id LIMIT 1")
    paths = {"front": "index.html", "event": rendering.path_of("event", event), "network": "network-people.html"}
    context = browser.new_context(offline=True, color_scheme=scheme, viewport={"width": width, "height": 820})  # type: ignore[arg-type]
    page = opened(context.new_page(), examples, paths[name])
    if shown == "body":
        page.screenshot(path=folder / f"{name}.png")
    else:
        page.locator("#ties path").first.wait_for(state="attached")
        page.locator(shown).screenshot(path=folder / f"{name}.png")
    context.close()
    assert 10_000 < (folder / f"{name}.png").stat().st_size < 250_000
