"""The home's pages beside the Dagster UI, so that an asset can link to what was made of it: `/pages/…`.

They are served in a sandbox: what a page runs has no origin, so that it can ask the UI nothing, whatever an article put into it.
Not here: who may ask at all (guard), and how pages are made (assets.site).
"""

from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.staticfiles import StaticFiles

from assets.running.report import PAGES
from orchestration.guard import App, Message, Receive, Scope, Send

SANDBOX: Final = (
    (b"content-security-policy", b"sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
NOT_FOUND: Final = 404
NONE_YET: Final = "There is no such page. Pages are made when the asset `site` is materialized, as the job refresh_and_export does.\n"


class Pages:
    """ASGI app that answers under `/pages/` from a folder, and passes everything else on.

    Arguments: the app for everything else; the folder, which need not be there yet.
    """

    def __init__(self, app: App, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self._files = StaticFiles(directory=folder, html=True, check_dir=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a page in its sandbox, or let the app answer."""
        if scope["type"] != "http" or not scope["path"].startswith(PAGES):
            await self._app(scope, receive, send)
            return

        async def sandboxed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *SANDBOX]
            await send(message)

        inner = {**scope, "path": scope["path"][len(PAGES) - 1 :], "root_path": ""}
        if refused := await self._serve(inner, receive, sandboxed):
            await PlainTextResponse(NONE_YET, refused)(inner, receive, sandboxed)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> int:
        """Answer with a file of the folder; gives the status with which that is refused, else 0."""
        if not self._folder.is_dir():
            return NOT_FOUND
        try:
            await self._files(scope, receive, send)
        except HTTPException as error:
            return error.status_code
        return 0
