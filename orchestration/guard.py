"""A guard in front of the Dagster UI, which has no authentication of its own.

Any page that a browser on this machine shows could otherwise launch runs: the UI takes mutations by GET,
in any content type, from any origin, under any host name (DNS rebinding). The guard lets through only what
the UI itself sends from this machine. It knows HTTP, and nothing of what the UI does.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from typing import Any, Final

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")
READING: Final = frozenset({"GET", "HEAD"})
POLICY_VIOLATION: Final = 1008  # RFC 6455, 7.4.1


def allowed_hosts(port: int, names: Iterable[str] = LOOPBACK) -> frozenset[str]:
    """The values of the Host header under which the UI on this port may be reached."""
    return frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())


class Guard:
    """ASGI middleware that refuses what does not come from the UI's own pages on this machine.

    Arguments: the app to guard; the Host values it answers to, with port.
    """

    def __init__(self, app: App, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts
        self._origins = frozenset(f"http://{host}" for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it with the reason for which it is refused."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        reason = self._refusal(scope)
        if reason is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION, "reason": reason[1]})
        else:
            await _answer(send, *reason)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Status and reason of a refusal, or None for a request that may pass."""
        headers = _headers(scope)
        if headers.get("host", "").lower() not in self._hosts:
            return 421, "unknown host"
        if headers.get("origin", "http://" + headers["host"]).lower() not in self._origins:
            return 403, "foreign origin"
        if scope["type"] == "websocket":
            return None
        if scope["method"] in READING:
            return _refused_reading(scope, headers)
        if scope["method"] != "POST":
            return 405, "only GET, HEAD and POST"
        if headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
            return 415, "only application/json"
        return None


def _refused_reading(scope: Scope, headers: Mapping[str, str]) -> tuple[int, str] | None:
    """A GET never executes GraphQL: a query in the address may be a mutation sent by a link or an image."""
    is_graphql = scope["path"].rstrip("/").endswith("/graphql")
    if is_graphql and (scope.get("query_string") or headers.get("content-length", "0") != "0"):
        return 405, "GraphQL only by POST"
    return None


def _headers(scope: Scope) -> dict[str, str]:
    """Headers by lower-case name; a header that is given twice counts with both values joined, so that no
    second Host or Origin slips by.
    """
    found: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        found[name] = f"{found[name]},{value}" if name in found else value
    return found


async def _answer(send: Send, status: int, reason: str) -> None:
    body = f"Refused by Dragoman: {reason}.\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
