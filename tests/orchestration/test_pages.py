"""Pages beside the UI: from their folder alone, always in a sandbox, and everything else is left to the UI."""

import asyncio
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from assets.running import report
from assets.site import rendering
from orchestration.definitions import ASSETS
from orchestration.guard import Guard, allowed_hosts
from orchestration.pages import Pages

PORT = 3000
HOME = f"http://127.0.0.1:{PORT}"


async def reached(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"the UI at {request.url.path}")


def ask(folder: Path, address: str, method: str = "GET") -> httpx.Response:
    ui = Starlette(routes=[Route("/{path:path}", reached)])
    app = Guard(Pages(ui, folder), allowed_hosts(PORT))

    async def send() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app)) as client:
            return await client.request(method, address)

    return asyncio.run(send())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("not for readers", encoding="utf-8")
    folder = tmp_path / "site"
    (folder / "static").mkdir(parents=True)
    (folder / "index.html").write_text("<title>front</title>", encoding="utf-8")
    (folder / "static/site.js").write_text("1", encoding="utf-8")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    return folder


@pytest.mark.parametrize("path", ["/pages/", "/pages/index.html", "/pages/static/site.js"])
def test_a_page_is_served_in_a_sandbox(site: Path, path: str) -> None:
    answer = ask(site, HOME + path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox ")
    assert "allow-same-origin" not in policy


@pytest.mark.parametrize("path", ["/", "/pages", "/pagesx", "/asset-groups"])
def test_all_else_is_the_ui(site: Path, path: str) -> None:
    assert ask(site, HOME + path).text == f"the UI at {path}"


@pytest.mark.parametrize("path", ["../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt", "out.txt", "/etc/passwd", "none.html"])
def test_nothing_beside_the_folder_is_served(site: Path, path: str) -> None:
    answer = ask(site, f"{HOME}/pages/{path}")
    assert answer.status_code in (404, 200)
    assert "not for readers" not in answer.text
    assert "root:" not in answer.text


def test_where_no_pages_are_yet_it_says_how_they_are_made(tmp_path: Path) -> None:
    answer = ask(tmp_path / "none", f"{HOME}/pages/index.html")
    assert answer.status_code == 404
    assert "refresh_and_export" in answer.text


def test_the_guard_stands_before_pages_too(site: Path) -> None:
    assert ask(site, f"http://evil.example:{PORT}/pages/").status_code == 421
    assert ask(site, f"{HOME}/pages/", "DELETE").status_code == 405


def test_assets_lead_to_pages_that_there_are() -> None:
    assert set(report.PAGE) <= {asset.key.to_user_string() for asset in ASSETS}
    assert set(report.PAGE.values()) <= {f"{file}.html" for _, file in rendering.PAGES}
