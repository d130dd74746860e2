"""One file compressed: gzip, bzip2, xz and zstd. What comes out is opened as if it had landed so.

Here: decompression within a bound, as far as the stream is whole. Not here: archives of several files (archives).
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Final, cast

import zstandard

from assets.parsed.formats.within import NO_TEXT, Opened, Pages, Within
from assets.parsed.model import Problem

PIECE: Final = 1 << 20
BROKEN: Final = (OSError, EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError)


@dataclass(frozen=True, slots=True)
class CompressedReader:
    """A compressed stream; several joined ones are one.

    Attributes:
        media_type: its IANA name.
        signature: its first bytes.
        unpacked: opens the stream of what is packed.
    """

    media_type: str
    signature: bytes
    unpacked: Callable[[BinaryIO], BinaryIO]

    def open(self, content: bytes, within: Within) -> Opened | None:
        """The stream, for the signature."""
        return Opened(self.media_type, NO_TEXT, self._records(content, within)) if content.startswith(self.signature) else None

    def _records(self, content: bytes, within: Within) -> Pages:
        """The records of what is packed; of a broken stream those of the part before the break, and the break."""
        inside, problem = self._expanded(content, within.limits.expanded_bytes)
        if inside.strip() or not problem:
            yield from within.open(self.media_type.rpartition("/")[2], inside)
        if problem:
            yield problem

    def _expanded(self, content: bytes, most: int) -> tuple[bytes, Problem | None]:
        pieces = io.BytesIO()
        try:
            with self.unpacked(io.BytesIO(content)) as stream:
                while piece := stream.read(PIECE):
                    pieces.write(piece)
                    if pieces.tell() > most:
                        return b"", Problem("expands_too_far", f"{len(content)} bytes hold more than {most}")
        except BROKEN as error:
            return pieces.getvalue(), Problem("broken_archive", f"after {pieces.tell()} bytes: {error}")
        return pieces.getvalue(), None


def _zstd(packed: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(packed, read_across_frames=True))


def _xz(packed: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", lzma.LZMAFile(packed))


READERS: Final = (
    CompressedReader("application/gzip", b"\x1f\x8b", lambda packed: cast("BinaryIO", gzip.GzipFile(fileobj=packed))),
    CompressedReader("application/x-bzip2", b"BZh", lambda packed: cast("BinaryIO", bz2.BZ2File(packed))),
    CompressedReader("application/x-xz", b"\xfd7zXZ\x00", _xz),
    CompressedReader("application/zstd", b"\x28\xb5\x2f\xfd", _zstd),
)
