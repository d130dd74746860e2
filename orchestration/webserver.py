"""The Dagster UI behind the guard: `python -m orchestration.webserver --port N`, with DAGSTER_HOME set.

The same app that `dagster-webserver` serves, the home's pages beside it; only the door is ours. What may pass is decided in guard.
"""

import argparse
from pathlib import Path
from typing import Final

import uvicorn
from dagster import DagsterInstance, __version__
from dagster._core.workspace.context import WorkspaceProcessContext
from dagster._core.workspace.load_target import WorkspaceFileTarget
from dagster_webserver.app import create_app_from_workspace_process_context

from assets.site.stage import FOLDER
from orchestration.guard import Guard, allowed_hosts
from orchestration.pages import Pages
from orchestration.settings import Settings

ADDRESS: Final = "127.0.0.1"
WORKSPACE: Final = Path(__file__).parent.parent / "workspace.yaml"


def serve(port: int, workspace: Path = WORKSPACE) -> None:
    """Serves the UI on this machine alone until it is told to stop."""
    with DagsterInstance.get() as instance:
        instance.optimize_for_webserver(statement_timeout=30_000, pool_recycle=3_600, max_overflow=20)
        target = WorkspaceFileTarget(paths=[str(workspace)])
        with WorkspaceProcessContext(instance, version=__version__, workspace_load_target=target) as context:
            app = create_app_from_workspace_process_context(context)
            pages = Settings().home / FOLDER
            guarded = Guard(Pages(app, pages), allowed_hosts(port))
            uvicorn.run(guarded, host=ADDRESS, port=port, log_level="warning", server_header=False)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    serve(parser.parse_args().port)
