"""Measures the reading alone, on one core: compiling a language, and documents a second beside a named baseline.

The baseline is `dateparser.search.search_dates`, told the language: what many would take to find the dates of a text. It
reads the same texts in the same process. Not here: the whole job (pipeline).
"""

import time
import tomllib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from assets.enriched.reading.model import Document
from assets.enriched.reading.reader import Reader
from assets.languages import packs
from assets.parsed.knowledge import knowledge
from assets.parsed.parse import parse_file
from assets.register import registers
from assets.text.dates import DateReader
from benchmarks import page
from benchmarks.generate import WORDS, Writer

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
PUBLISHED = "2025-06-15"
TIMES = 10

T = TypeVar("T")


def measure(each: int = 8, times: int = TIMES) -> dict[str, Any]:
    """Figures of the reading.

    Args:
        each: generated articles a language that both sides read.
        times: how often our side reads them, since once is too short to measure.
    """
    texts = _generated(each)
    registers.load.cache_clear()
    registers_seconds, _ = _timed(registers.load)
    loaded = {code: packs.load(code) for code in packs.codes()}
    compiled = {code: _timed(partial(Reader, loaded[code], registers.load())) for code in texts}
    readers = {code: reader for code, (_, reader) in compiled.items()}
    generated = [_document(code, text) for code in texts for text in texts[code]]
    labelled = [_document(path.parent.name, path.read_text(encoding="utf-8")) for path in _labelled(texts)]
    return {
        "machine": page.machine(),
        "register": round(registers_seconds, 2),
        "compile": {code: round(seconds, 2) for code, (seconds, _) in compiled.items()},
        "generated": _reading(readers, generated, times),
        "labelled": _reading(readers, labelled, times),
        "parsing": _parsing(generated, times),
        "dates": _rate(_dates(generated), times, len(generated)),
        "dateparser": _rate(_baseline(generated), 1, len(generated)),
    }


def _generated(each: int) -> dict[str, list[str]]:
    codes = sorted(tomllib.loads(WORDS.read_text(encoding="utf-8")))
    texts: dict[str, list[str]] = {code: [] for code in codes}
    for number, (_, text) in enumerate(Writer(seed=1, words=350).articles(each * len(codes))):
        texts[codes[number % len(codes)]].append(text)
    return texts


def _labelled(languages: dict[str, list[str]]) -> list[Path]:
    return [path for code in languages for path in sorted((CORPUS / code).glob("*.txt"))]


def _document(language: str, text: str) -> Document:
    return Document("bench", language, text.partition("\n")[0], text, None, None, PUBLISHED)


def _reading(readers: dict[str, Reader], documents: Sequence[Document], times: int) -> dict[str, float]:
    size = sum(len(document.body.encode()) for document in documents) / len(documents)
    rate = _rate(lambda: [readers[document.language].read(document) for document in documents], times, len(documents))
    return {"documents": len(documents), "bytes": round(size), "rate": rate}


def _parsing(documents: Sequence[Document], times: int) -> dict[str, float]:
    packs.load.cache_clear()
    seconds, known = _timed(lambda: knowledge({code: packs.load(code) for code in packs.codes()}, registers.load()))
    contents = [document.body.encode() for document in documents]
    rate = _rate(lambda: [parse_file("bench", "a.txt", content, known) for content in contents], times, len(contents))
    return {"compile": round(seconds, 2), "rate": rate}


def _dates(documents: Sequence[Document]) -> Callable[[], object]:
    readers = {code: DateReader(packs.load(code).dates) for code in {document.language for document in documents}}
    return lambda: [readers[document.language].read(document.body, PUBLISHED, None) for document in documents]


def _baseline(documents: Sequence[Document]) -> Callable[[], object]:
    from dateparser.search import search_dates

    for document in documents:  # it loads its languages when it first meets them
        search_dates(document.title, languages=[document.language])
    return lambda: [search_dates(document.body, languages=[document.language]) for document in documents]


def _rate(work: Callable[[], object], times: int, documents: int) -> float:
    """Documents a second of processor time, after one round that is not measured where there are many."""
    if times > 1:
        work()
    begun = time.process_time()
    for _ in range(times):
        work()
    return round(times * documents / (time.process_time() - begun), 1)


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    begun = time.process_time()
    made = work()
    return time.process_time() - begun, made
