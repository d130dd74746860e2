"""An S3-compatible server on loopback as a real process, for tests: it knows conditional writes."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

SECONDS = 60
KEYS = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1", "AWS_ALLOW_HTTP": "true"}


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes:
        endpoint: its URL.
        environment: what a process needs to speak with it.
    """

    endpoint: str
    environment: dict[str, str]

    def bucket(self, name: str) -> str:
        """Make a bucket; returns its URL."""
        httpx.put(f"{self.endpoint}/{name}").raise_for_status()
        return f"s3://{name}"


@contextmanager
def serve(folder: Path) -> Iterator[Server]:
    """A server that ends with the block; what it says is in the folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with (folder / "s3.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            _await(port)
            endpoint = f"http://127.0.0.1:{port}"
            yield Server(endpoint, {**KEYS, "AWS_ENDPOINT_URL": endpoint})
        finally:
            process.kill()


def _await(port: int) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server did not start")
