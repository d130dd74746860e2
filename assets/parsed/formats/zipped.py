"""What is kept as a zip file: archives, WACZ among them, and documents of office programs, of which DOCX is read.

Here: telling them apart, and the members of an archive within bounds. Nothing is ever written to disk.
Not here: what a member is (the package), the text of a document (print).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from assets.parsed.formats.archives import is_hidden, unsafe
from assets.parsed.formats.print import docx_pages
from assets.parsed.formats.within import NO_TEXT, Opened, Pages, Within, refused
from assets.parsed.model import Problem

BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
SIGNATURES: Final = (b"PK\x03\x04", b"PK\x05\x06")
ENCRYPTED: Final = 0x1
ZIP: Final = "application/zip"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OFFICE: Final = {
    "word/document.xml": DOCX,
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

    def open(self, content: bytes, within: Within) -> Opened | None:
        """The archive or document, for the signature."""
        if not content.startswith(SIGNATURES):
            return None
        try:
            archive = zipfile.ZipFile(io.BytesIO(content))
        except BROKEN as error:
            return refused(ZIP, "broken_archive", str(error))
        names = set(archive.namelist())
        media_type = next((kind for member, kind in OFFICE.items() if member in names), ZIP)
        if media_type == ZIP:
            return Opened(ZIP, NO_TEXT, _members(archive, within))
        if media_type != DOCX:
            return refused(media_type, "unsupported_media_type", media_type)
        size = sum(info.file_size for info in archive.infolist())
        if size > within.limits.expanded_bytes:
            return refused(DOCX, "expands_too_far", f"{len(content)} bytes hold {size}")
        return Opened(DOCX, NO_TEXT, docx_pages(content))


def _members(archive: zipfile.ZipFile, within: Within) -> Pages:
    """The records of every member."""
    infos = [info for info in archive.infolist() if not info.filename.endswith("/") and not is_hidden(info.filename)]
    if WACZ in archive.namelist() and any(info.filename.startswith(WARCS) for info in infos):
        infos = [info for info in infos if info.filename.startswith(WARCS)]
    if not infos:
        yield Problem("empty_archive", "an archive without files")
    left = within.limits.expanded_bytes
    for info in infos[: within.limits.members]:
        inside = _read(archive, info, left)
        if isinstance(inside, Problem):
            yield inside
            continue
        left -= len(inside)
        yield from within.open(info.filename, inside)
    if len(infos) > within.limits.members:
        yield Problem("too_many_members", f"{len(infos) - within.limits.members} of {len(infos)} files are over the bound")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes | Problem:
    if refused_name := unsafe(info.filename):
        return refused_name
    if info.flag_bits & ENCRYPTED:
        return Problem("encrypted", info.filename)
    try:
        with archive.open(info) as stream:
            inside = stream.read(left + 1)
    except BROKEN as error:
        return Problem("broken_archive", f"{info.filename}: {error}")
    return inside if len(inside) <= left else Problem("expands_too_far", f"{info.filename}: over the bound by then")
