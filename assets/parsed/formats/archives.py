"""Archives of several files: tar, and what all archives share. Nothing is ever written to disk.

Here: the members within bounds, and which of them are no articles by right. Not here: zip (zipped), what a member is (the package).
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from assets.parsed.formats.within import NO_TEXT, Opened, Pages, Within
from assets.parsed.model import Problem

TAR_MAGIC: Final = (257, b"ustar")


class TarReader:
    """A tar file. Links, devices and the like are refused one by one."""

    def open(self, content: bytes, within: Within) -> Opened | None:
        """The archive, for the magic word in the first header."""
        start, magic = TAR_MAGIC
        found = content[start : start + len(magic)] == magic
        return Opened("application/x-tar", NO_TEXT, self._members(content, within)) if found else None

    def _members(self, content: bytes, within: Within) -> Pages:
        """The records of every member."""
        left, seen = within.limits.expanded_bytes, 0
        for member, inside in _entries(content):
            if isinstance(inside, Problem):
                yield inside
                seen += 1
                continue
            if is_hidden(member):
                continue
            seen += 1
            left -= len(inside)
            if left < 0 or seen > within.limits.members:
                yield Problem("expands_too_far" if left < 0 else "too_many_members", f"{member}: over the bound by then")
                return
            if refused := unsafe(member):
                yield refused
            else:
                yield from within.open(member, inside)
        if not seen:
            yield Problem("empty_archive", "an archive without files")


def _entries(content: bytes) -> Iterator[tuple[str, bytes | Problem]]:
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
            for member in archive:
                if member.isdir():
                    continue
                stream = archive.extractfile(member) if member.isfile() else None
                yield member.name, stream.read() if stream else Problem("not_a_file", f"{member.name}: a link or a device", member.name)
    except (tarfile.TarError, OSError, EOFError, ValueError) as error:
        yield "", Problem("broken_archive", str(error))


def is_hidden(name: str) -> bool:
    """What programs put beside the files: passed over here as in a landing place."""
    return any(part.startswith(".") and part not in (".", "..") for part in PurePosixPath(name).parts) or name.startswith("__MACOSX/")


def unsafe(name: str) -> Problem | None:
    """Names that point out of the archive: harmless here, since nothing is unpacked to disk, and never honest."""
    path = PurePosixPath(name.replace("\\", "/"))
    return Problem("unsafe_path", f"{name}: points out of the archive", name) if path.is_absolute() or ".." in path.parts else None
