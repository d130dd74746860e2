"""Files made to break whoever reads them, and a run over them in a process of its own.

    python -m tests.parsed.hostile HOME

takes in and parses what has landed in a home within lowered limits, and prints its rules version and the MiB of memory that it took, its own and its helper's.
Not here: what is to come of them (test_hostile).
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import resource
import socket
import stat
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import polars as pl
import zstandard

from tests.parsed.formats import made

MIB: Final = 1 << 20
GROWN: Final = b"\0" * (64 * MIB)
"""What the bombs hold: eight times the lowered limit."""
XML: Final = '<?xml version="1.0"?>'
LAUGHS: Final = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
RSS: Final = "<rss version='2.0'><channel><item><title>&l11;</title><description>&l11;</description></item></channel></rss>"


def nameless() -> zipfile.ZipInfo:
    """A member of a zip file whose name is empty."""
    member = zipfile.ZipInfo("x")
    member.filename = ""
    return member


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], flags: int = 0) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in members:
            archive.writestr(name, inside)
    raw = bytearray(content.getvalue())
    at = raw.find(b"PK\x01\x02")
    raw[at + 8] |= flags
    return bytes(raw)


def tarred(*members: tuple[str, bytes]) -> bytes:
    """A tar file; members of another type than files by the type's letter."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for name, kind in members:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    return content.getvalue()


def within_itself(times: int) -> bytes:
    content = made.PLAIN.encode()
    for number in range(times):
        content = zipped((f"{number}.zip", content))
    return content


def pdf(*objects: bytes) -> bytes:
    """A PDF of objects numbered from 2, the first of them its tree of pages."""
    content, places = b"%PDF-1.4\n", []
    for number, inside in enumerate((b"<</Type/Catalog/Pages 2 0 R>>", *objects), start=1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, inside)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    return content + head + table + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, len(content))


def pdf_that_grows() -> bytes:
    """One stream that grows a thousandfold when its filter is undone, and whose signs are then read one by one."""
    content = zlib.compress(b"(x) Tj " * 5_000_000)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    return pdf(
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content)
    )


def pdf_of_itself() -> bytes:
    """Its tree of pages is its own branch."""
    return pdf(b"<</Type/Pages/Kids[2 0 R]/Count 1>>")


def parquet_of_many() -> bytes:
    """Thirty million rows in a few kilobytes."""
    content = io.BytesIO()
    pl.select(title=pl.repeat("Envoys meet", 30_000_000), text=pl.repeat(made.TEXT, 30_000_000)).lazy().sink_parquet(
        content, compression="zstd"
    )
    return content.getvalue()


def mail(kind: str) -> bytes:
    """The head of a message with a content of some kind."""
    return f"From: a@b.example\nSubject: {made.TITLE}\nDate: Wed, 05 Apr 2023 08:00:00 +0000\nContent-Type: {kind}\n\n".encode()


def mail_in_mail(times: int) -> bytes:
    parts = (f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(times))
    return mail("multipart/mixed; boundary=b0") + "".join(parts).encode() + b"x\n"


CONTENTS: Final[dict[str, Callable[[], bytes]]] = {
    "bombs/gzip": lambda: gzip.compress(GROWN),
    "bombs/bzip2": lambda: bz2.compress(GROWN),
    "bombs/xz": lambda: lzma.compress(GROWN),
    "bombs/zstd": lambda: zstandard.compress(GROWN),
    "bombs/zip": lambda: zipped(("a.txt", GROWN)),
    "bombs/tar.gz": lambda: gzip.compress(_one_tarred(GROWN)),
    "bombs/warc.gz": lambda: gzip.compress(made.warc() + GROWN),
    "bombs/docx": lambda: zipped(("word/document.xml", GROWN)),
    "bombs/members.zip": lambda: zipped(*((str(number), b"") for number in range(1_200))),
    "bombs/rows.parquet": parquet_of_many,
    "archives/nested.zip": lambda: within_itself(9),
    "archives/paths.zip": lambda: zipped(("/etc/cron.d/x", b"x"), ("../../x", b"x"), ("a\\..\\..\\x", b"x")),
    "archives/paths.tar": lambda: tarred(("/etc/cron.d/x", tarfile.REGTYPE), ("../../x", tarfile.REGTYPE)),
    "archives/links.tar": lambda: tarred(
        ("s", tarfile.SYMTYPE), ("h", tarfile.LNKTYPE), ("c", tarfile.CHRTYPE), ("b", tarfile.BLKTYPE), ("f", tarfile.FIFOTYPE)
    ),
    "archives/locked.zip": lambda: zipped(("a.txt", b"x"), flags=1),
    "archives/nameless.zip": lambda: zipped((nameless(), made.PLAIN.encode())),
    "archives/cut.zip": lambda: zipped(("a.txt", os.urandom(9_999)))[:5_000],
    "text/line.txt": lambda: b"a" * (12 * MIB),
    "text/words.txt": lambda: b"word " * (2 * MIB),
    "text/controls.txt": lambda: b"Envoys\x1b[2J meet\x07\x08\n\n" + made.TEXT.encode(),
    "json/deep.json": lambda: b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "json/deep.jsonl": lambda: b'{"title": "a", "text": "b"}\n{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n",
    "json/aliases.md": lambda: (
        b"---\na0: &a0 [x, x]\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 60)) + b"---\n"
    ),
    "json/cell.csv": lambda: b'title,text\na,"' + b"x" * (11 * MIB) + b'"\n',
    "xml/laughs.xml": f"{XML}<!DOCTYPE rss [{LAUGHS}]>{RSS}".encode,
    "xml/file.xml": f"{XML}<!DOCTYPE rss [<!ENTITY l11 SYSTEM 'file:///etc/passwd'>]>{RSS}".encode,
    "xml/deep.xml": (f"{XML}<newsItem>" + "<a>" * 200_000 + "</a>" * 200_000 + "</newsItem>").encode,
    "xml/laughs.docx": lambda: zipped(
        ("[Content_Types].xml", f"{XML}<!DOCTYPE a [{LAUGHS}]><a>&l11;</a>".encode()), ("word/document.xml", b"<a/>")
    ),
    "print/grows.pdf": pdf_that_grows,
    "print/itself.pdf": pdf_of_itself,
    "pages/deep.html": lambda: b"<html><body>" + b"<div>" * 400_000 + made.TEXT.encode(),
    "pages/attributes.html": lambda: b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(400_000)) + b">x</p>",
    "pages/large.html": lambda: made.PAGE.replace("</article>", f"<p>{made.TEXT}</p>" * 20_000 + "</article>").encode(),
    "mail/charset.eml": lambda: mail('text/plain; charset="utf\x008"') + made.PLAIN.encode(),
    "mail/deep.eml": lambda: mail_in_mail(3_000),
    "empty.txt": lambda: b"",
}


def _one_tarred(content: bytes) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


def land(landing: Path) -> None:
    """Everything hostile that this user may make."""
    for name, make in CONTENTS.items():
        (landing / name).parent.mkdir(parents=True, exist_ok=True)
        (landing / name).write_bytes(make())
    (landing / "written.txt.part").write_bytes(b"half")
    Path(os.fsdecode(os.fsencode(landing) + b"/caf\xe9.txt")).write_text("x")
    (landing / "new\nline\x1b.txt").write_text(made.PLAIN)
    (landing / "good.txt").write_text(made.PLAIN)
    (landing / "link.txt").symlink_to("/etc/passwd")
    (landing / "loop").symlink_to(landing)
    (landing / "a").symlink_to("b")
    (landing / "b").symlink_to("a")
    os.mkfifo(landing / "pipe")
    with socket.socket(socket.AF_UNIX) as bound:
        here = Path.cwd()
        os.chdir(landing)  # a socket's path may have a hundred letters
        bound.bind("socket")
        os.chdir(here)
    if os.geteuid() == 0:
        os.mknod(landing / "device", 0o600 | stat.S_IFCHR, os.makedev(1, 5))


def _peak_mib() -> int:
    """The most memory that this process has held; `ru_maxrss` would be that of whoever started it, where that one is larger."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) // 1024


def main(home: Path) -> None:
    """Take in and parse what has landed."""
    from assets.parsed import stage as parsed
    from assets.parsed.parse import Way
    from assets.raw import stage as raw
    from assets.running.limits import Limits
    from assets.running.workshop import Bounds, Workshop

    limits = Limits(16 * MIB, 8 * MIB, members=1_000, pages=50, file_seconds=10, file_mebibytes=256)
    workshop = Workshop(home=home, landing={"landing": home / "landing"}, run_id="hostile", bounds=Bounds(file=limits))
    raw.refresh(workshop)
    parsed.refresh(workshop)
    parsed._guard(Way(limits)).close()
    peaks = [_peak_mib(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024]
    sys.stdout.write(json.dumps({"version": workshop.versions.parsed, "peaks": peaks}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
