"""Which reader opens a file: decided by its content, never by its name.

Here: the readers' protocol, their order, and formats known but not read. A new format is one module with a Reader, and
its place in READERS. Not here: any format itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from assets.parsed.decode import Decoded, decode
from assets.parsed.json_records import JsonLinesReader, JsonReader
from assets.parsed.pages import HtmlReader
from assets.parsed.plain import PlainReader

if TYPE_CHECKING:
    from assets.parsed.knowledge import Knowledge
    from assets.parsed.model import Record

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"WARC/", "application/warc"),
    (b"PAR1", "application/vnd.apache.parquet"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "application/x-riff"),
    (b"OggS", "application/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\x7fELF", "application/x-executable"),
)
"""First bytes of formats (IANA media types); after the signatures of the file formats' own specifications."""
_XML_ROOTS = (("<rss", "application/rss+xml"), ("<rdf:rdf", "application/rss+xml"), ("<feed", "application/atom+xml"))
_HEAD = 4096
_CONTROLS = bytes((*range(9), *range(14, 27)))
BINARY = "application/octet-stream"


class Reader(Protocol):
    """Opens one format."""

    @property
    def media_type(self) -> str:
        """What the published row of the file says."""

    def claims(self, text: str) -> bool:
        """True where the text is of this format; asked in the order of READERS."""

    def records(self, text: str, known: Knowledge) -> Iterator[Record]:
        """The file's records one after another, numbered from 0; what can't be read is a record with a problem."""


READERS: tuple[Reader, ...] = (JsonReader(), JsonLinesReader(), HtmlReader(), PlainReader())


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose format is known. `reader` is None for one that isn't read; `decoded` is None for what is no text."""

    media_type: str
    decoded: Decoded | None
    reader: Reader | None


def open_content(content: bytes) -> Opened:
    """Tell the format of a file's content.

    Args:
        content: all bytes of the file.
    """
    for signature, media_type in _SIGNATURES:
        if content.startswith(signature):
            return Opened(media_type, None, None)
    decoded = decode(content) if not _is_binary(content) else None
    if decoded is None:
        return Opened(BINARY if _is_binary(content) else "text/plain", None, None)
    head = decoded.text[:_HEAD].lstrip().lower()
    if head.startswith("<"):
        for root, media_type in _XML_ROOTS:
            if root in head and "<html" not in head:
                return Opened(media_type, decoded, None)
    reader = next(reader for reader in READERS if reader.claims(decoded.text))
    return Opened(reader.media_type, decoded, reader)


def _is_binary(content: bytes) -> bool:
    """True where control bytes show that it is no text; UTF-16 and UTF-32 begin with their mark."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return False
    head = content[:_HEAD]
    return b"\x00" in head or len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 100
