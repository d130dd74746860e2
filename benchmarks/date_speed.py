"""Measures how fast dates are read: `python -m benchmarks.date_speed DIR`.

DIR holds texts named `<anything>-<language>.txt`; each language's are cut into documents of 2,800 bytes of UTF-8, the size of
a short press article. The best of many rounds on one core counts: other rounds measure what else the machine does.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from assets.languages.packs import codes, load
from assets.text.dates import DateReader

BYTES = 2800
ROUNDS = 200


def main(folder: Path) -> None:
    for code in codes():
        text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob(f"*-{code}.txt"))).encode()
        if not text:
            continue
        text *= 1 + BYTES // len(text)
        documents = [text[at : at + BYTES].decode(errors="ignore") for at in range(0, len(text) - BYTES + 1, BYTES)]
        reader = DateReader(load(code).dates)
        best = min(_round(reader, documents) for _ in range(ROUNDS)) / len(documents)
        found = sum(len(reader.read(document, "2025-01-01")) for document in documents) / len(documents)
        print(f"{code}: {1 / best:,.0f} documents a second, {found:.1f} dates in each")


def _round(reader: DateReader, documents: list[str]) -> float:
    started = time.perf_counter()
    for document in documents:
        reader.read(document, "2025-01-01")
    return time.perf_counter() - started


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.date_speed DIR")
    main(Path(sys.argv[1]))
