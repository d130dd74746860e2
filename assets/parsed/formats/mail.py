"""Mail: one message or a mailbox of them, such as press offices send and people keep.

Here: messages, their text and heads. Not here: attachments, which are opened as files of their own (the package).
"""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Final, cast

from assets.parsed.decode import decode
from assets.parsed.formats.pages import page_of_html
from assets.parsed.formats.within import NO_TEXT, Opened, Pages, Within
from assets.parsed.model import Metadata, Page, Problem

_FIELD: Final = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*)")
_TELLING: Final = re.compile(
    rb"(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type):", re.IGNORECASE
)
_BETWEEN: Final = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\n(?=[A-Za-z-]+:)")
_HEAD: Final = 16_384
_LEAST: Final = 3
_FORWARDED: Final = re.compile(r"^(?:\s*(?:re|fw|fwd|aw|wg|tr|ynt|ilt|отв)\s*:)+\s*", re.IGNORECASE)


class MailReader:
    """A message (RFC 5322) or an mbox file of messages."""

    def open(self, content: bytes, within: Within) -> Opened | None:
        """The messages."""
        return Opened("message/rfc822", NO_TEXT, self._messages(content, within)) if self._claims(content) else None

    def _claims(self, content: bytes) -> bool:
        """True where the content begins with a head of which several fields are those of mail."""
        head = content[:_HEAD].lstrip().replace(b"\r\n", b"\n")
        if (separator := _BETWEEN.match(head)) is not None:
            head = head[separator.end() :]
        fields = []
        at = 0
        while field := _FIELD.match(head, at):
            fields.append(field.group())
            at = field.end()
        told = {found.group(1).lower() for field in fields if (found := _TELLING.match(field))}
        return len(told) >= _LEAST and {b"from", b"subject"} <= told

    def _messages(self, content: bytes, within: Within) -> Pages:
        """Each message, with its attachments after it."""
        starts = [found.end() for found in _BETWEEN.finditer(content)]
        ends = [found.start() for found in _BETWEEN.finditer(content)][1:]
        parts = [content[a:b] for a, b in zip(starts, [*ends, len(content)], strict=True)] if starts else [content]
        for part in parts:
            yield from _message(part, within)


def _message(content: bytes, within: Within) -> Pages:
    try:
        message = message_from_bytes(content.lstrip(), policy=policy.default)
    except RecursionError:
        yield Problem("broken_mail", "parts within parts without end")
        return
    subject = _FORWARDED.sub("", _field(message, "subject") or "") or None
    said = Metadata(subject, _field(message, "date"), None, None, _field(message, "content-language"))
    yield _page(message, said)
    for attached in message.iter_attachments():
        if attached.get_content_maintype() not in ("image", "audio", "video"):
            yield from within.open(attached.get_filename() or "attachment", _payload(attached))


def _page(message: EmailMessage, said: Metadata) -> Page | Problem:
    body = cast("EmailMessage | None", message.get_body(("plain", "html")))
    decoded = decode(_payload(body)) if body is not None else None
    charset = body.get_content_charset() if body is not None else None
    text = _declared(_payload(body), charset) if body is not None and charset else None
    text = text or (decoded.text if decoded else "")
    if not text.strip():
        return Problem("no_text", "a message without a text", said.title or "")
    if body is not None and body.get_content_subtype() == "html":
        return page_of_html(text, said, whole=False)
    return Page(text, said)


def _declared(content: bytes, charset: str) -> str | None:
    try:
        return content.decode(charset)
    except (LookupError, ValueError):  # a name of an encoding may hold anything
        return None


def _payload(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _field(message: EmailMessage, name: str) -> str | None:
    """A field of the head; None where it is missing or beyond reading."""
    try:
        value = message.get(name)
        return str(value).strip() or None if value is not None else None
    except (ValueError, IndexError, AttributeError, LookupError):
        return None
