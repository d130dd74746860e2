"""Files that would never end, take all memory or kill their reader cost themselves alone."""

from __future__ import annotations

import os
import signal
import time
import zlib
from collections.abc import Iterator

import pytest

from assets.parsed.guard import Guard
from assets.parsed.knowledge import Knowledge
from assets.parsed.parse import Way
from assets.running.limits import Limits
from tests.parsed.formats import made

FILE = "f" * 16


@pytest.fixture
def patient(known: Knowledge) -> Iterator[Guard]:
    """A guard as it is used, whatever else the machine does."""
    opened = Guard(known, Way())
    yield opened
    opened.close()


@pytest.fixture
def guard(known: Knowledge) -> Iterator[Guard]:
    """A guard of little patience."""
    opened = Guard(known, Way(Limits(file_seconds=8, file_mebibytes=300)))
    yield opened
    opened.close()


def hanging() -> bytes:
    """A PDF whose one stream grows a thousandfold, time after time, when its filters are undone."""
    content = b"(x) Tj " * 30_000_000
    for _ in range(2):
        content = zlib.compress(content)
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
    stream = b"4 0 obj<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream endobj\n" % (len(content), content)
    return head + page + stream + b"trailer<</Root 1 0 R>>\n%%EOF"


def test_risky_files_are_read_as_others_are(patient: Guard) -> None:
    parsed = [patient.parse(FILE, name, content) for name, (content, _) in made.FORMATS.items()]
    assert [file.media_type for file in parsed] == [media_type for _, media_type in made.FORMATS.values()]
    assert all(len(file.documents) == 1 for file in parsed)


def test_what_takes_too_long_or_too_much_is_one_reject_and_the_next_file_is_read(guard: Guard) -> None:
    clock = time.monotonic()
    bad = guard.parse(FILE, "bomb.pdf", hanging())
    assert time.monotonic() - clock < 60
    assert bad.rejects[0].reason in {"took_too_long", "took_too_much_memory", "broken_pdf", "broke_its_reader"}
    assert len(guard.parse(FILE, "good.pdf", made.pdf()).documents) == 1


def test_a_reader_that_dies_costs_its_file_alone(guard: Guard) -> None:
    guard.parse(FILE, "good.pdf", made.pdf())
    assert guard._process is not None
    assert guard._process.pid is not None
    os.kill(guard._process.pid, signal.SIGSTOP)
    stuck = guard.parse(FILE, "stuck.pdf", made.pdf())
    assert [reject.reason for reject in stuck.rejects] == ["took_too_long"]
    assert len(guard.parse(FILE, "good.pdf", made.pdf()).documents) == 1


def test_plain_text_needs_no_other_process(guard: Guard) -> None:
    assert len(guard.parse(FILE, "a.txt", made.PLAIN.encode()).documents) == 1
    assert guard._process is None
