"""The real UI in a real browser: one click on "Materialize all", a successful run, every stage's checks."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
GROUPS = ("raw", "parsed", "validated", "enriched", "warehouse")
GRAPH = "/asset-groups?expanded=" + "%2C".join(f"global%40global%3A{group}" for group in GROUPS)
MINUTE = 60_000  # milliseconds
ARTICLES = 12

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


@dataclass(frozen=True)
class Ui:
    """A running UI: its address, its home, and the process that serves it."""

    address: str
    home: Path

    def ask(self, query: str) -> dict[str, Any]:
        body = json.dumps({"query": query}).encode()
        request = urllib.request.Request(f"{self.address}/graphql", body, {"content-type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return dict(json.load(answer)["data"])

    def wait_for_runs(self, number: int, seconds: float = 180) -> list[dict[str, Any]]:
        """The runs, once so many have ended."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            runs = self.ask("{runsOrError { ... on Runs { results { runId status pipelineName } } } }")["runsOrError"]["results"]
            if len([run for run in runs if run["status"] in ("SUCCESS", "FAILURE", "CANCELED")]) >= number:
                return list(runs)
            time.sleep(0.5)
        raise AssertionError(f"no {number} runs within {seconds} s")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def ui(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ui]:
    home = tmp_path_factory.mktemp("home")
    landing = home / "landing"
    landing.mkdir()
    for article in sorted((ROOT / "examples/landing").iterdir())[:ARTICLES]:
        shutil.copy(article, landing)
    port = free_port()
    command = [sys.executable, "-c", "from orchestration.cli import main; main()", "up", "--home", str(home), "--port", str(port)]
    environment = {**os.environ, "DRAGOMAN_MEASURE": "false"}  # this is about the UI, and not about how well articles are read
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if line.startswith("Ready"):
                break
        assert said[-1].startswith("Ready"), said
        yield Ui(f"http://127.0.0.1:{port}", home)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0


@pytest.fixture
def page(ui: Ui) -> Iterator[Page]:
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert browser_path, "a browser is wanted: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, headless=True, args=FLAGS)
        page = browser.new_page(viewport={"width": 1500, "height": 900})
        page.set_default_timeout(MINUTE)
        expect.set_options(timeout=MINUTE)
        yield page
        browser.close()


def keep(page: Page, folder: Path | None, name: str) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        page.wait_for_timeout(1_500)  # charts and edges of the graph are drawn after the data is there
        page.screenshot(path=folder / f"{name}.png")


def test_materialize_all_by_one_click_shows_every_stage_and_its_checks(ui: Ui, page: Page, request: pytest.FixtureRequest) -> None:
    pictures: Path | None = request.config.getoption("--screenshots")
    page.goto(ui.address + GRAPH)
    for group in GROUPS:
        expect(page.get_by_text(group, exact=True).first).to_be_visible()
    page.get_by_role("button", name=re.compile("Materialize all")).click()
    expect(page.get_by_text(re.compile("Launched run")).first).to_be_visible()

    (run,) = ui.wait_for_runs(1)
    assert run["status"] == "SUCCESS"
    assert (ui.home / "dragoman.duckdb").exists()
    page.goto(ui.address + GRAPH)
    expect(page.get_by_text("warehouse", exact=True).first).to_be_visible()
    keep(page, pictures, "graph")

    page.goto(f"{ui.address}/runs/{run['runId']}")
    expect(page.get_by_text("Success").first).to_be_visible()
    keep(page, pictures, "run")

    page.goto(f"{ui.address}/assets/readings?view=checks")
    expect(page.get_by_text("spans_inside_body").first).to_be_visible()
    expect(page.get_by_text(re.compile("Passed")).first).to_be_visible()
    keep(page, pictures, "checks")

    page.goto(f"{ui.address}/assets/parsed_documents")
    expect(page.get_by_text(re.compile("row_count|Row count")).first).to_be_visible()
    keep(page, pictures, "asset")


def test_figures_are_followed_over_runs_and_assets_lead_to_their_pages(ui: Ui, page: Page, request: pytest.FixtureRequest) -> None:
    pictures: Path | None = request.config.getoption("--screenshots")
    (ui.home / "landing/empty.txt").touch()
    page.goto(ui.address + GRAPH)
    page.get_by_role("button", name=re.compile("Materialize all")).click()
    assert {run["status"] for run in ui.wait_for_runs(2)} == {"SUCCESS"}

    page.goto(f"{ui.address}/assets/parsed_documents?view=overview")
    page.get_by_role("button", name="Plots").click()
    for figure in ("rows by language: az", "rejects by reason: empty_file"):
        expect(page.get_by_text(figure).first).to_be_visible()
    page.get_by_text("rows by language: az").first.scroll_into_view_if_needed()
    assert page.locator("canvas").count() >= 2
    keep(page, pictures, "plots")
    page.get_by_role("button", name="Table").click()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="/pages/quality.html").first.click()
    expect(opened.value).to_have_title(re.compile("Quality"))


def test_a_page_beside_the_ui_works_and_may_ask_the_ui_nothing(ui: Ui, page: Page) -> None:
    refused: list[str] = []
    if not (ui.home / "site/people.html").exists():
        page.goto(ui.address + GRAPH)
        page.get_by_role("button", name=re.compile("Materialize all")).click()
        assert {run["status"] for run in ui.wait_for_runs(1)} == {"SUCCESS"}
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(f"{ui.address}/pages/people.html")
    expect(page.get_by_role("heading").first).to_be_visible()
    assert page.evaluate("window.origin") == "null"
    assert not refused
    asked = "fetch('/graphql', {method: 'POST', headers: {'content-type': 'application/json'}, body: '{\"query\": \"{version}\"}'})"
    assert page.evaluate(f"{asked}.then(() => 'answered', () => 'refused')") == "refused"


def test_the_guard_stands_before_the_real_ui(ui: Ui, page: Page) -> None:
    """What the guard is for: the UI itself would take all of these."""
    page.goto(f"{ui.address}/server_info")
    before = len(ui.ask("{runsOrError { ... on Runs { results { runId } } } }")["runsOrError"]["results"])
    for path in ("/graphql?query=mutation%7B__typename%7D", "/graphql/?query=%7Bversion%7D"):
        assert page.request.get(ui.address + path).status == 405
    form = page.request.post(f"{ui.address}/graphql", form={"query": "mutation{__typename}"})
    assert form.status == 415
    foreign = page.request.post(f"{ui.address}/graphql", data={"query": "{version}"}, headers={"origin": "https://evil.example"})
    assert foreign.status == 403
    assert len(ui.ask("{runsOrError { ... on Runs { results { runId } } } }")["runsOrError"]["results"]) == before
