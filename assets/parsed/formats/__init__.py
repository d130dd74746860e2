"""Which reader opens a file: decided by its content, never by its name.

Here: the readers in their order, and formats known but not read. A new format is one module with a reader, and its
place in one of the two lists. Not here: any format itself; what readers share (within).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assets.parsed.decode import decode, is_wide
from assets.parsed.formats import compressed
from assets.parsed.formats.archives import TarReader, ZipReader, kind_of_zip
from assets.parsed.formats.feeds import FeedReader
from assets.parsed.formats.json_records import JsonLinesReader, JsonReader
from assets.parsed.formats.mail import MailReader
from assets.parsed.formats.markdown import MarkdownReader
from assets.parsed.formats.newsml import NewsMlReader
from assets.parsed.formats.pages import HtmlReader
from assets.parsed.formats.plain import PlainReader
from assets.parsed.formats.print import DocxReader, PdfReader
from assets.parsed.formats.tables import CsvReader, ParquetReader
from assets.parsed.formats.webarchives import WarcReader
from assets.parsed.formats.within import BytesReader, Limits, Opened, TextReader, Within
from assets.parsed.formats.xml import OtherXmlReader
from assets.parsed.model import Problem

if TYPE_CHECKING:
    from assets.parsed.knowledge import Knowledge

_SIGNATURES = (
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
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
_HEAD = 4096
_CONTROLS = bytes((*range(9), *range(14, 27)))
BINARY = "application/octet-stream"
NO_TEXT = "none"
BYTES_READERS: tuple[BytesReader, ...] = (
    *compressed.READERS, PdfReader(), DocxReader(), ZipReader(), TarReader(), WarcReader(), ParquetReader(), MailReader(),
)  # fmt: skip
TEXT_READERS: tuple[TextReader, ...] = (
    JsonReader(), JsonLinesReader(), FeedReader(), NewsMlReader(), OtherXmlReader(), HtmlReader(), MarkdownReader(), CsvReader(),
    PlainReader(),
)  # fmt: skip


def open_content(content: bytes, known: Knowledge, limits: Limits | None = None) -> Opened:
    """Tell the format of a file's content, and open it.

    Args:
        content: all bytes of the file.
        known: compiled knowledge.
        limits: what the file may cost; the usual ones if left out.
    """
    return _open(content, Within(known, limits or Limits(), _open))


def is_plain(content: bytes) -> bool:
    """True for text, JSON and pages: what no other reader opens, and no XML."""
    marks = (*(signature for signature, _ in _SIGNATURES), b"<?xml", b"<rss", b"<feed")
    return not content.lstrip().startswith(marks) and not any(reader.claims(content) for reader in BYTES_READERS)


def _open(content: bytes, within: Within) -> Opened:
    if not content.strip():
        return _refused("application/x-empty", "empty_file", f"{len(content)} bytes")
    for reader in BYTES_READERS:
        if reader.claims(content):
            return Opened(reader.media_type, NO_TEXT, reader.records(content, within))
    known_as = next((media_type for signature, media_type in _SIGNATURES if content.startswith(signature)), kind_of_zip(content))
    if known_as is not None or _is_binary(content):
        media_type = known_as or BINARY
        return _refused(media_type, "unsupported_media_type", media_type)
    decoded = decode(content)
    if decoded is None:
        return _refused("text/plain", "undecodable", "text/plain")
    text = next(reader for reader in TEXT_READERS if reader.claims(decoded.text, within.known))
    return Opened(text.media_type, decoded.encoding, text.records(decoded.text, within.known))


def _refused(media_type: str, reason: str, detail: str) -> Opened:
    return Opened(media_type, NO_TEXT, iter([Problem(reason, detail)]))


def _is_binary(content: bytes) -> bool:
    """True where control bytes show that it is no text; UTF-16 and UTF-32 begin with their mark, or show themselves."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or is_wide(content):
        return False
    head = content[:_HEAD]
    return b"\x00" in head or len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 100
