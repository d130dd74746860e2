"""Which reader opens a file: decided by its content, never by its name.

Here: the readers in their order, and formats known but not read. A new format is one module with a reader, and its
place in one of the two lists. Not here: any format itself; what readers share (within).
"""

from __future__ import annotations

from assets.parsed.decode import decode, is_wide
from assets.parsed.formats import compressed
from assets.parsed.formats.archives import TarReader
from assets.parsed.formats.feeds import FeedReader
from assets.parsed.formats.json_records import JsonLinesReader, JsonReader
from assets.parsed.formats.mail import MailReader
from assets.parsed.formats.markdown import MarkdownReader
from assets.parsed.formats.newsml import NewsMlReader
from assets.parsed.formats.pages import HtmlReader
from assets.parsed.formats.plain import PlainReader
from assets.parsed.formats.print import PdfReader
from assets.parsed.formats.tables import CsvReader, ParquetReader
from assets.parsed.formats.webarchives import WarcReader
from assets.parsed.formats.within import BytesReader, Fields, Opened, TextReader, Within, refused
from assets.parsed.formats.xml import OtherXmlReader
from assets.parsed.formats.zipped import ZipReader
from assets.running.limits import Limits

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
BYTES_READERS: tuple[BytesReader, ...] = (
    *compressed.READERS, PdfReader(), ZipReader(), TarReader(), WarcReader(), ParquetReader(), MailReader(),
)  # fmt: skip
TEXT_READERS: tuple[TextReader, ...] = (
    JsonReader(), JsonLinesReader(), FeedReader(), NewsMlReader(), OtherXmlReader(), HtmlReader(), MarkdownReader(), CsvReader(),
)  # fmt: skip


def open_content(content: bytes, fields: Fields, limits: Limits | None = None) -> Opened:
    """Tell the format of a file's content, and open it.

    Args:
        content: all bytes of the file.
        fields: names of keys and columns by part of an article.
        limits: what the file may cost; the usual ones if left out.
    """
    return _open(content, Within(fields, limits or Limits(), _open))


def _open(content: bytes, within: Within) -> Opened:
    if not content.strip():
        return refused("application/x-empty", "empty_file", f"{len(content)} bytes")
    for reader in BYTES_READERS:
        if (opened := reader.open(content, within)) is not None:
            return opened
    known_as = next((media_type for signature, media_type in _SIGNATURES if content.startswith(signature)), None)
    if known_as is not None or _is_binary(content):
        media_type = known_as or BINARY
        return refused(media_type, "unsupported_media_type", media_type)
    decoded = decode(content)
    if decoded is None:
        return refused("text/plain", "undecodable", "text/plain")
    for text_reader in TEXT_READERS:
        if (records := text_reader.records(decoded.text, within.fields)) is not None:
            return Opened(text_reader.media_type, decoded.encoding, records)
    plain = PlainReader()
    return Opened(plain.media_type, decoded.encoding, plain.records(decoded.text))


def _is_binary(content: bytes) -> bool:
    """True where control bytes show that it is no text; UTF-16 and UTF-32 begin with their mark, or show themselves."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or is_wide(content):
        return False
    head = content[:_HEAD]
    return b"\x00" in head or len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 100
