"""Bytes to text: byte order mark, then UTF-8, then what the page declares, then the likeliest legacy encoding.

Here: choosing the encoding and proving that it fits; undoing text that was decoded wrongly before it came here.
Not here: formats. No replacement character is ever put in: what can't be read is told.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-:.]{3,30})""", re.IGNORECASE)
_HEAD_BYTES = 2048
_ONE_SCRIPT = 0.9
_LEAST_WIDE = 40
_MOSTLY = 0.5
_SAMPLE_BYTES = 20_000
LEGACY = ("windows-1251", "windows-1252", "windows-1254", "windows-1256", "koi8-r", "iso-8859-9", "iso-8859-1", "iso-8859-6")
"""Encodings of the press before UTF-8, in the languages of our packs (names of the WHATWG Encoding Standard)."""
REPAIRABLE = ("windows-1252", "windows-1251", "windows-1254", "windows-1256")
_INNER_CAPITAL = re.compile(r"[a-zа-яё][A-ZА-ЯЁ]")
_SYMBOL_IN_WORD = re.compile(r"(?<=\w)[^\w\s.,;:!?'’\"«»„“”()\[\]/&@+*#%…‐-―-](?=\w)")
_RARE = re.compile(r"[ÐÝÞðýþ¡-©«-´¶-»×÷]|[\u0080-\u009f]")
_SPEAKING = re.compile(r"[^\W\d_]")
_ACCENTS_ALONE = re.compile(r"[\u00c0-\u024f]{3}")
_C1 = re.compile(r"[\u0080-\u009f]")
_MOST_NOISE = 0.06


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read; `encoding` names a repair after a plus sign."""

    text: str
    encoding: str


def decode(content: bytes) -> Decoded | None:
    """The text of a file.

    Args:
        content: all its bytes.

    Returns:
        The text, or None where no encoding reads the bytes as a text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _attempt(content[len(mark) :], encoding)
    if (wide := is_wide(content)) is not None:
        return _attempt(content, wide)
    utf8 = _utf8(content)
    if utf8 is not None:
        return utf8
    declared = _DECLARED.search(content[:_HEAD_BYTES])
    if declared and (named := _named(declared.group(1))) and named != "utf-8" and (found := _attempt(content, named)):
        return found
    return _lines_apart(content) or _legacy(content)


def is_wide(content: bytes) -> str | None:
    """UTF-16 without its mark, little or big end first; None for anything else.

    Every second byte tells the block of its letter, so that nearly all of these are one of two: that of the script, and zero.
    """
    head = content[: _HEAD_BYTES // 2 * 2]
    if b"\x00" not in head or len(head) < _LEAST_WIDE:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        blocks, letters = Counter(head[first::2]), set(head[1 - first :: 2])
        common = sum(count for _, count in blocks.most_common(2))
        if 0 in blocks and common >= _ONE_SCRIPT * blocks.total() and len(letters) > 2 * len(blocks):
            return encoding
    return None


def _lines_apart(content: bytes) -> Decoded | None:
    """UTF-8 with some lines in a legacy encoding, as where several sources were joined; None where few lines are UTF-8."""
    lines = content.split(b"\n")
    told = [_attempt(line, "utf-8") for line in lines]
    speaking = [(line, found) for line, found in zip(lines, told, strict=True) if not line.isascii()]
    if sum(found is not None for _, found in speaking) < _MOSTLY * len(speaking):
        return None
    others = _legacy(b"\n".join(line for line, found in speaking if found is None))
    if others is None:
        return None
    texts = [found.text if found else line.decode(others.encoding, "strict") for line, found in zip(lines, told, strict=True)]
    return Decoded("\n".join(texts), f"utf-8/{others.encoding}")


def repair(text: str) -> Decoded | None:
    """Undo a wrong decoding: UTF-8 that was read as a legacy encoding and saved so.

    Args:
        text: any text.

    Returns:
        The right text and the encoding that had been mistaken for UTF-8, or None where nothing is wrong. The bytes
        of ordinary text in a legacy encoding are no valid UTF-8, so a text that survives the way back was mistaken.
    """
    if text.isascii():
        return None
    for encoding in REPAIRABLE:
        try:
            return Decoded(_legacy_bytes(text, encoding).decode("utf-8"), encoding)
        except UnicodeError:
            continue
    return None


def _legacy_bytes(text: str, encoding: str) -> bytes:
    """Encode, giving C1 controls their own byte as browsers do for bytes that an encoding leaves undefined."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        if not _C1.search(text):
            raise
        return b"".join(bytes((ord(c),)) if "\x80" <= c <= "\x9f" else c.encode(encoding) for c in text)


def _utf8(content: bytes) -> Decoded | None:
    """UTF-8, also where a download was cut inside its last character."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data" or error.start == 0:
            return None
        text = content[: error.start].decode("utf-8")
        if not any(byte >= 0x80 for byte in content[: error.start]):
            return None
    repaired = repair(text)
    return Decoded(repaired.text, f"utf-8+{repaired.encoding}") if repaired else Decoded(text, "utf-8")


def _attempt(content: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _named(label: bytes) -> str | None:
    """Python's name of a declared encoding; Latin-1 means windows-1252 on the web (WHATWG Encoding Standard)."""
    name = label.decode("ascii").lower()
    if name in {"iso-8859-1", "latin1", "us-ascii", "ascii"}:
        return "windows-1252"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _legacy(content: bytes) -> Decoded | None:
    """The legacy encoding under which the text looks most like one; the detector's guess wins a tie."""
    sample = content[:_SAMPLE_BYTES]
    guess = detect_encoding(sample)
    ranked = sorted(LEGACY, key=lambda encoding: (_noise(sample, encoding), encoding != guess, LEGACY.index(encoding)))
    for encoding in ranked:
        if _noise(sample, encoding) > _MOST_NOISE:
            return None
        if found := _attempt(content, encoding):
            return found
    return None


def _noise(sample: bytes, encoding: str) -> float:
    """How unlike a text the sample is under an encoding: odd signs for a letter; 9 where it can't be read at all."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 9.0
    letters = len(_SPEAKING.findall(text))
    if not letters:
        return 9.0
    odd = sum(len(pattern.findall(text)) for pattern in (_INNER_CAPITAL, _SYMBOL_IN_WORD, _RARE, _ACCENTS_ALONE))
    return (odd + _mixed(text)) / letters


def _mixed(text: str) -> int:
    """Words that mix ASCII letters with Cyrillic or Arabic ones, as wrong decodings do."""
    return len(re.findall(r"[A-Za-z][\u0400-\u06ff]|[\u0400-\u06ff][A-Za-z]", text))
