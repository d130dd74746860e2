"""One article in every format, made as programs make them, for the tests of formats."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import textwrap
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from typing import Final

import docx
import polars as pl
import zstandard

TITLE: Final = "Envoys meet in Lima"
BODY: Final = (
    "The envoys of four countries met in Lima on Tuesday for talks about trade, fish and the price of stamps.",
    "They agreed to meet again next month, the Foreign Ministry of Peru said, and to ask their experts for a draft of the treaty.",
)
DATE: Final = "2023-04-05"
URL: Final = "https://herald.example/world/1"
TEXT: Final = "\n\n".join(BODY)
PLAIN: Final = f"{TITLE}\n\n{TEXT}\n"
PAGE: Final = (
    f'<!doctype html><html lang="en"><head><title>{TITLE}</title><meta property="article:published_time" content="{DATE}T08:00:00Z">'
    f'<link rel="canonical" href="{URL}"></head><body><article><h1>{TITLE}</h1>{"".join(f"<p>{part}</p>" for part in BODY)}</article></body></html>'
)
RSS: Final = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    "<title>Example Herald</title><language>en</language>"
    f"<item><title>{TITLE}</title><link>{URL}</link><pubDate>Wed, 05 Apr 2023 08:00:00 GMT</pubDate><description>Envoys met.</description>"
    f"<content:encoded><![CDATA[{''.join(f'<p>{part}</p>' for part in BODY)}]]></content:encoded></item>"
    f"<item><title>Elsewhere</title><link>{URL}2</link></item></channel></rss>"
)
ATOM: Final = (
    f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example Herald</title><entry><title>{TITLE}</title><link href="{URL}"/>'
    f'<published>{DATE}T08:00:00Z</published><content type="html">{"".join(f"&lt;p&gt;{part}&lt;/p&gt;" for part in BODY)}</content></entry></feed>'
)
NEWSML: Final = (
    '<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
    '<newsItem guid="urn:x:1" xml:lang="en"><itemMeta><provider literal="Example Herald"/></itemMeta>'
    f'<contentMeta><contentCreated>{DATE}T08:00:00Z</contentCreated><headline>{TITLE}</headline><language tag="en"/></contentMeta>'
    '<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>'
    f"{''.join(f'<p>{part}</p>' for part in BODY)}</body></html></inlineXML></contentSet></newsItem>"
    '<newsItem guid="urn:x:2"><contentMeta><headline>A picture</headline></contentMeta></newsItem></itemSet></newsMessage>'
)
MARKDOWN: Final = f"---\ntitle: {TITLE}\ndate: {DATE}\nlang: en\nlink: {URL}\n---\n\n" + TEXT.replace(
    "Foreign Ministry", "[Foreign Ministry](https://gob.example)"
)
CSV: Final = f'url,title,text,date\n{URL},{TITLE},"{TEXT}",{DATE}\n{URL}2,Elsewhere\n'
TSV: Final = f"Title\tContent\tPublished\n{TITLE}\t{' '.join(BODY)}\t{DATE}\n"


def mail() -> bytes:
    """A message in two kinds of text."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"], message["Date"] = (
        "press@mfa.example",
        "desk@herald.example",
        f"Fwd: {TITLE}",
        "Wed, 05 Apr 2023 08:00:00 +0000",
    )
    message["Message-ID"] = "<1@mfa.example>"
    message.set_content(TEXT)
    message.add_alternative(PAGE, subtype="html")
    return message.as_bytes()


def warc() -> bytes:
    """A crawl of a page, a picture and a page that is gone."""

    def answer(status: str, kind: str, content: bytes, url: str = URL) -> bytes:
        http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2023-05-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        return (
            head.encode()
            + f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n".encode()
            + http
            + b"\r\n\r\n"
        )

    return (
        answer("200 OK", "text/html; charset=utf-8", PAGE.encode())
        + answer("200 OK", "image/png", b"\x89PNG")
        + answer("404 Not Found", "text/html", b"gone")
    )


def word() -> bytes:
    """A press release of a word processor."""
    document, target = docx.Document(), io.BytesIO()
    document.add_heading(TITLE, 0)
    for part in BODY:
        document.add_paragraph(part)
    document.save(target)
    return target.getvalue()


def pdf() -> bytes:
    """A page with a layer of text, a line an article's line."""
    lines = [TITLE, *(line for part in BODY for line in textwrap.wrap(part, 70))]
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    content, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(content))
        content += b"%d 0 obj%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return content + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(content)


def parquet() -> bytes:
    """An export of a data frame."""
    target = io.BytesIO()
    pl.DataFrame({"headline": [TITLE], "body": [TEXT], "date": [DATE], "link": [URL]}).with_columns(
        pl.col("date").str.to_date()
    ).write_parquet(target)
    return target.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """An archive of the members, packed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def tarred(members: Mapping[str, bytes | None]) -> bytes:
    """An archive of the members; one without content is a link."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            if content is None:
                info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
            info.size = len(content or b"")
            archive.addfile(info, io.BytesIO(content or b""))
    return target.getvalue()


FORMATS: Final[Mapping[str, tuple[bytes, str]]] = {
    "plain": (PLAIN.encode(), "text/plain"),
    "page": (PAGE.encode(), "text/html"),
    "json": (json.dumps({"title": TITLE, "text": TEXT, "date": DATE, "url": URL}).encode(), "application/json"),
    "rss": (RSS.encode(), "application/rss+xml"),
    "atom": (ATOM.encode(), "application/rss+xml"),
    "newsml": (NEWSML.encode(), "application/vnd.iptc.g2.newsmessage+xml"),
    "markdown": (MARKDOWN.encode(), "text/markdown"),
    "csv": (CSV.encode(), "text/csv"),
    "tsv": (TSV.encode(), "text/csv"),
    "mail": (mail(), "message/rfc822"),
    "mbox": (b"From press@mfa.example Wed Apr  5 08:00:00 2023\n" + mail() + b"\n", "message/rfc822"),
    "warc": (warc(), "application/warc"),
    "wacz": (
        zipped({"datapackage.json": b"{}", "pages/pages.jsonl": b"{}", "archive/data.warc.gz": gzip.compress(warc())}),
        "application/zip",
    ),
    "docx": (word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": (pdf(), "application/pdf"),
    "parquet": (parquet(), "application/vnd.apache.parquet"),
}
"""Content and media type of files that hold the article, by what they are."""
PACKERS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.ZstdCompressor().compress,
    "zip": lambda content: zipped({"folder/article": content}),
    "tar": lambda content: tarred({"folder/article": content}),
    "tar.gz": lambda content: gzip.compress(tarred({"article": content})),
}
