"""A place in an S3-compatible object store.

Belongs here: all that is known of object stores. Does not: what the bytes mean. Endpoint, region and keys are read from the
usual variables `AWS_ENDPOINT_URL`, `AWS_REGION`, `AWS_ACCESS_KEY_ID`, … by the libraries themselves, here, in polars and on
workers alike. The store must know `If-None-Match: *` on writes (S3 since 2024, MinIO, Ceph, R2 and others do).
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

from warehouse.places import Entry

try:
    import obstore
    from obstore.exceptions import AlreadyExistsError
    from obstore.fsspec import FsspecStore
    from obstore.store import S3Store
except ModuleNotFoundError as error:
    message = "places in an object store need obstore: pip install 'dragoman[s3]'"
    raise ModuleNotFoundError(message, name=error.name) from error

if TYPE_CHECKING:
    from collections.abc import Iterable

AT_ONCE: Final = 32
"""Requests under way at a time, where many small files are read."""
NANOSECONDS: Final = 1_000_000_000


class Bucket:
    """Files below a prefix of a bucket.

    Args:
        url: such as `s3://bucket/dragoman`.

    Raises:
        ValueError: the URL is none of S3's.
    """

    def __init__(self, url: str) -> None:
        scheme, _, path = url.rstrip("/").partition("://")
        bucket, _, prefix = path.partition("/")
        if scheme != "s3" or not bucket:
            raise ValueError(f"{url!r} is no place in an object store: s3://bucket/prefix is wanted")
        self._url = f"s3://{path}"
        self._store = S3Store(bucket, prefix=prefix or None)
        self._read: dict[str, bytes] = {}

    def locate(self, key: str) -> str:
        """The file's URL."""
        return f"{self._url}/{key}"

    def filesystem(self) -> FsspecStore:
        """Requests for the parts of files that DuckDB reads."""
        return FsspecStore("s3")

    def exists(self, key: str) -> bool:
        """As `Place.exists`."""
        try:
            obstore.head(self._store, key)
        except FileNotFoundError:
            return False
        return True

    def read(self, key: str) -> bytes:
        """As `Place.read`."""
        return bytes(obstore.get(self._store, key).bytes())

    def read_all(self, folder: str) -> dict[str, bytes]:
        """As `Place.read_all`; what was read once is kept, since no file changes."""
        keys = sorted(str(found["path"]) for found in obstore.list_with_delimiter(self._store, folder)["objects"])
        unread = [key for key in keys if key not in self._read]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            self._read.update(zip(unread, pool.map(self.read, unread), strict=True))
        return {key.rpartition("/")[2]: self._read[key] for key in keys}

    def write(self, key: str, content: bytes) -> None:
        """As `Place.write`."""
        obstore.put(self._store, key, content)

    def create(self, key: str, content: bytes) -> bool:
        """As `Place.create`, by a conditional request."""
        try:
            obstore.put(self._store, key, content, mode="create")
        except AlreadyExistsError:
            return False
        return True

    def files(self, folder: str) -> list[Entry]:
        """As `Place.files`."""
        return sorted(_entry(found) for batch in obstore.list(self._store, folder or None) for found in batch)

    def folders(self, folder: str) -> list[str]:
        """As `Place.folders`."""
        found = obstore.list_with_delimiter(self._store, folder)["common_prefixes"]
        return sorted(prefix.rstrip("/").rpartition("/")[2] for prefix in found)

    def leftovers(self, folder: str) -> list[str]:  # noqa: ARG002
        """Nothing: what was not written to its end cannot be seen, and goes by the bucket's own rule for aborted uploads."""
        return []

    def remove(self, keys: Iterable[str]) -> None:
        """As `Place.remove`."""
        for key in keys:
            obstore.delete(self._store, key)
            self._read.pop(key, None)


def _entry(found: Any) -> Entry:
    """The store tells whole seconds: in place of their parts stands what the content's tag makes, so that a change shows."""
    seconds = int(found["last_modified"].timestamp())
    tag = int.from_bytes(str(found["e_tag"]).encode(), "big") % NANOSECONDS
    return Entry(str(found["path"]), int(found["size"]), seconds * NANOSECONDS + tag)
