"""Starts the UI and the daemon as processes of their own, watches them, and stops both together.

What they serve is not here, nor how the command line shows it.
"""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final

from orchestration import history, hold
from orchestration.instance import open_instance
from orchestration.settings import Settings
from orchestration.webserver import ADDRESS, WORKSPACE

Process = subprocess.Popen[bytes]

SECONDS_TO_START: Final = 120.0
SECONDS_TO_STOP: Final = 20.0
BETWEEN_LOOKS: Final = 0.3


class LaunchError(RuntimeError):
    """The UI or the daemon could not be started, or has stopped by itself."""


def prepare(settings: Settings) -> tuple[str, ...]:
    """Makes the home ready and ends runs that died with their machine; returns the ids of these runs."""
    with open_instance(settings) as instance:
        return () if hold.held(settings) else history.reap(instance)


def log_file(settings: Settings) -> Path:
    """Where the UI and the daemon write what they would say on a terminal."""
    return settings.dagster_home / "up.log"


def require_free(port: int) -> None:
    """Raises LaunchError when something listens on the port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            raise LaunchError(f"port {port} is taken ({error.strerror}); choose another with --port") from error


@contextmanager
def processes(settings: Settings) -> Iterator[dict[str, Process]]:
    """The UI and the daemon, running while the block does."""
    commands = {
        "the UI": ["-m", "orchestration.webserver", "--port", str(settings.port)],
        "the daemon": ["-m", "dagster._daemon", "run", "--workspace", str(WORKSPACE)],
    }
    started: dict[str, Process] = {}
    try:
        with log_file(settings).open("ab") as log:
            for name, arguments in commands.items():
                # A session of its own: Ctrl-C reaches us alone, and we stop both in order.
                started[name] = subprocess.Popen(
                    [sys.executable, *arguments],
                    env=settings.environment(),
                    cwd=WORKSPACE.parent,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
        yield started
    finally:
        _stop(started)


def wait_until_ready(started: dict[str, Process], port: int, asked_to_stop: Callable[[], bool]) -> None:
    """Returns when the UI answers, or when asked to stop. Raises LaunchError when a process ends first, or after two minutes."""
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        _require_alive(started)
        if asked_to_stop() or _answers(port):
            return
        time.sleep(BETWEEN_LOOKS)
    raise LaunchError(f"the UI did not answer within {SECONDS_TO_START:.0f} s")


def watch(started: dict[str, Process], asked_to_stop: Callable[[], bool]) -> None:
    """Returns when asked to stop. Raises LaunchError when a process ends by itself."""
    while not asked_to_stop():
        _require_alive(started)
        time.sleep(BETWEEN_LOOKS)


def _require_alive(started: dict[str, Process]) -> None:
    for name, process in started.items():
        if process.poll() is not None:
            raise LaunchError(f"{name} has ended with code {process.returncode}")


def _answers(port: int) -> bool:
    connection = HTTPConnection(ADDRESS, port, timeout=2)
    try:
        connection.request("GET", "/server_info")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _stop(started: dict[str, Process]) -> None:
    """Asks politely, waits, then ends what is left."""
    for process in started.values():
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
    for process in started.values():
        try:
            process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
