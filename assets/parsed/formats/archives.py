"""Archives of several files: zip and tar, WACZ among them. Nothing is ever written to disk.

Here: the members within bounds, and which of them are no articles by right. Not here: what a member is (the package).
"""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from assets.parsed.formats.within import Pages, Within
from assets.parsed.model import Problem

ZIP_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
SIGNATURES: Final = (b"PK\x03\x04", b"PK\x05\x06")
ENCRYPTED: Final = 0x1
TAR_MAGIC: Final = (257, b"ustar")
OFFICE: Final = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/presentation.xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "META-INF/container.xml": "application/epub+zip",
    "content.xml": "application/vnd.oasis.opendocument.text",
}
"""A member that tells what a zip file is when it is no plain archive."""
WACZ: Final = "datapackage.json"
WARCS: Final = "archive/"


class ZipReader:
    """A zip file; of a WACZ, a web archive, the crawled pages alone."""

    media_type = "application/zip"

    def claims(self, content: bytes) -> bool:
        """True for the signature, of an empty archive too, unless a member says that it is a document of an office program."""
        return content.startswith(SIGNATURES) and kind_of_zip(content) is None

    def records(self, content: bytes, within: Within) -> Pages:
        """The records of every member."""
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from self._members(archive, within)
        except ZIP_BROKEN as error:
            yield Problem("broken_archive", str(error))

    def _members(self, archive: zipfile.ZipFile, within: Within) -> Pages:
        infos = [info for info in archive.infolist() if not info.is_dir() and not _hidden(info.filename)]
        if WACZ in archive.namelist() and any(info.filename.startswith(WARCS) for info in infos):
            infos = [info for info in infos if info.filename.startswith(WARCS)]
        if not infos:
            yield Problem("empty_archive", "an archive without files")
        left = within.limits.expanded_bytes
        for info in infos[: within.limits.members]:
            problem = _refused(info.filename) or (Problem("encrypted", info.filename) if info.flag_bits & ENCRYPTED else None)
            inside = b"" if problem else _read(archive, info, left)
            if isinstance(inside, Problem):
                problem = inside
            if problem or isinstance(inside, Problem):
                yield problem or Problem("broken_archive", info.filename)
                continue
            left -= len(inside)
            yield from within.open(info.filename, inside)
        yield from _beyond(len(infos), within.limits.members)


def kind_of_zip(content: bytes) -> str | None:
    """The media type of a document that is kept as a zip file; None for a plain archive, a broken one, or what is none."""
    if not content.startswith(SIGNATURES):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except ZIP_BROKEN:
        return None
    return next((media_type for member, media_type in OFFICE.items() if member in names), None)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes | Problem:
    try:
        with archive.open(info) as stream:
            inside = stream.read(left + 1)
    except ZIP_BROKEN as error:
        return Problem("broken_archive", f"{info.filename}: {error}")
    return inside if len(inside) <= left else Problem("expands_too_far", f"{info.filename}: over the bound by then")


class TarReader:
    """A tar file. Links, devices and the like are refused one by one."""

    media_type = "application/x-tar"

    def claims(self, content: bytes) -> bool:
        """True for the magic word in the first header."""
        start, magic = TAR_MAGIC
        return content[start : start + len(magic)] == magic

    def records(self, content: bytes, within: Within) -> Pages:
        """The records of every member."""
        left, seen = within.limits.expanded_bytes, 0
        for member, inside in _entries(content):
            if isinstance(inside, Problem):
                yield inside
                seen += 1
                continue
            if _hidden(member):
                continue
            seen += 1
            left -= len(inside)
            if left < 0 or seen > within.limits.members:
                yield Problem("expands_too_far" if left < 0 else "too_many_members", f"{member}: over the bound by then")
                return
            if refused := _refused(member):
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


def _hidden(name: str) -> bool:
    """What programs put beside the files: passed over here as in a landing place."""
    return any(part.startswith(".") and part not in (".", "..") for part in PurePosixPath(name).parts) or name.startswith("__MACOSX/")


def _refused(name: str) -> Problem | None:
    """Names that point out of the archive: harmless here, since nothing is unpacked to disk, and never honest."""
    path = PurePosixPath(name.replace("\\", "/"))
    return Problem("unsafe_path", f"{name}: points out of the archive", name) if path.is_absolute() or ".." in path.parts else None


def _beyond(members: int, most: int) -> Pages:
    if members > most:
        yield Problem("too_many_members", f"{members - most} of {members} files are over the bound")
