"""The guard in front of the UI: what a hostile page could send is refused, what the UI sends passes."""

import asyncio
from collections.abc import Mapping

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from orchestration.guard import Guard, allowed_hosts

PORT = 3000
HOME = f"http://127.0.0.1:{PORT}"


async def reached(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"reached {request.url.path}")


async def echo(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(await socket.receive_text())
    await socket.close()


@pytest.fixture
def app() -> Guard:
    routes = [
        WebSocketRoute("/graphql", echo),
        Route("/{path:path}", reached, methods=["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]),
    ]
    return Guard(Starlette(routes=routes), allowed_hosts(PORT))


def ask(app: Guard, method: str, address: str, headers: Mapping[str, str] | None = None, body: bytes = b"") -> httpx.Response:
    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.request(method, address, headers=headers, content=body)

    return asyncio.run(send())


JSON = {"content-type": "application/json"}
QUERY = b'{"query":"{version}"}'


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_pages_pass_under_every_name_of_this_machine(app: Guard, host: str) -> None:
    assert ask(app, "GET", f"http://{host}:{PORT}/asset-groups?tab=x").status_code == 200


def test_what_the_ui_sends_passes(app: Guard) -> None:
    assert ask(app, "POST", f"{HOME}/graphql?op=Root", {**JSON, "origin": HOME}, QUERY).status_code == 200
    assert ask(app, "GET", f"{HOME}/graphql").status_code == 200


def test_a_local_client_without_origin_passes(app: Guard) -> None:
    assert ask(app, "POST", f"{HOME}/graphql", JSON, QUERY).status_code == 200


@pytest.mark.parametrize("host", ["evil.example:3000", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:3000.evil.example", ""])
def test_a_foreign_host_name_is_refused(app: Guard, host: str) -> None:
    """A name that its owner lets point to 127.0.0.1 (DNS rebinding)."""
    assert ask(app, "GET", f"{HOME}/", {"host": host}).status_code == 421


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:3000"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_origin_is_refused(app: Guard, origin: str, method: str) -> None:
    assert ask(app, method, f"{HOME}/graphql", {**JSON, "origin": origin}, QUERY).status_code == 403


@pytest.mark.parametrize("path", ["/graphql", "/graphql/", "/prefix/graphql"])
def test_graphql_by_get_is_refused(app: Guard, path: str) -> None:
    answer = ask(app, "GET", f"{HOME}{path}?query=mutation{{launchRun}}")
    assert (answer.status_code, answer.text) == (405, "Refused by Dragoman: GraphQL only by POST.\n")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql", ""]
)
def test_what_a_form_can_send_is_refused(app: Guard, kind: str) -> None:
    """A page may post these types to any site without asking it first."""
    assert ask(app, "POST", f"{HOME}/graphql", {"content-type": kind}, QUERY).status_code == 415


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_other_methods_are_refused(app: Guard, method: str) -> None:
    assert ask(app, method, f"{HOME}/graphql", JSON).status_code == 405


def test_a_second_host_or_origin_header_does_not_slip_by(app: Guard) -> None:
    async def raw(*headers: tuple[bytes, bytes]) -> int:
        statuses: list[int] = []

        async def send(message: Mapping[str, object]) -> None:
            if message["type"] == "http.response.start":
                statuses.append(int(str(message["status"])))

        async def receive() -> dict[str, object]:
            return {"type": "http.request", "body": b"", "more_body": False}

        scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": list(headers)}
        await app(scope, receive, send)
        return statuses[0]

    own = (b"host", f"127.0.0.1:{PORT}".encode())
    assert asyncio.run(raw(own, (b"host", b"evil.example:3000"))) == 421
    assert asyncio.run(raw(own, (b"origin", HOME.encode()), (b"origin", b"https://evil.example"))) == 403
    assert asyncio.run(raw()) == 421


def test_the_ui_may_open_a_socket(app: Guard) -> None:
    with TestClient(app, base_url=HOME).websocket_connect("/graphql", headers={"origin": HOME, "host": f"127.0.0.1:{PORT}"}) as socket:
        socket.send_text("hello")
        assert socket.receive_text() == "hello"


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"host": "evil.example:3000"}])
def test_a_foreign_page_may_not_open_a_socket(app: Guard, headers: dict[str, str]) -> None:
    """Mutations run over sockets too, and browsers let any page open one."""
    known = {"host": f"127.0.0.1:{PORT}", "origin": HOME}
    with pytest.raises(WebSocketDisconnect), TestClient(app, base_url=HOME).websocket_connect("/graphql", headers=known | headers):
        pass
