"""Reads what landed at a URL ahead of who asks for it: a request waits for the network, many wait together.

Here: how many are under way and how many bytes they may hold. Not here: how a file is read, and what becomes of it (intake).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, TypeVar

from assets.raw.scan import Candidate
from warehouse.places import is_url

CONTENT = TypeVar("CONTENT")
AT_ONCE: Final = 32
"""Requests under way at a time."""
BYTES_AHEAD: Final = 64 << 20
"""Bytes that may be read before they are asked for; a single larger file is read alone."""


def contents(files: Iterable[Candidate], read: Callable[[Candidate], CONTENT], largest: int) -> Iterator[tuple[Candidate, CONTENT]]:
    """Each file with its content, in their order.

    Args:
        files: to read; one of a folder is read when it is asked for, one at a URL before.
        read: gives a file's content or why there is none.
        largest: bytes above which `read` asks for no content.
    """
    under_way: deque[tuple[Candidate, Future[CONTENT]]] = deque()
    held = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for file in files:
            size = file.bytes if file.bytes <= largest else 0
            remote = is_url(file.location)
            while under_way and (not remote or len(under_way) >= AT_ONCE or held + size > BYTES_AHEAD):
                first, future = under_way.popleft()
                yield first, future.result()
                held -= first.bytes if first.bytes <= largest else 0
            if remote:
                under_way.append((file, pool.submit(read, file)))
                held += size
            else:
                yield file, read(file)
        while under_way:
            first, future = under_way.popleft()
            yield first, future.result()
