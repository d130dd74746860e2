"""Side by side with the chain that one would build instead: `python -m benchmarks.chain --others PYTHON`.

The chain is trafilatura (the text of a page), lingua (its language), dateparser.search (dates) and spaCy's PhraseMatcher (names of
countries, organisations and places): it finds names and dates and tells nothing of who met whom. It runs on the same generated pages, on
one core as we do, in an interpreter of its own that has these libraries; this file runs there as a script, so it imports nothing of ours
at its top. Not here: the whole job (pipeline).
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PAGES = 240
NAMES = "names.json"
LIBRARIES = "trafilatura lingua-language-detector dateparser spacy"


def chain(folder: Path) -> dict[str, Any]:
    """Pages a second of the chain, and its share of that time by step. Needs LIBRARIES.

    Args:
        folder: pages, and the names to find by language.
    """
    import dateparser.search
    import spacy
    import trafilatura
    from lingua import IsoCode639_1, LanguageDetectorBuilder
    from spacy.matcher import PhraseMatcher

    names: dict[str, list[str]] = json.loads((folder / NAMES).read_text(encoding="utf-8"))
    detector = LanguageDetectorBuilder.from_iso_codes_639_1(*(getattr(IsoCode639_1, code.upper()) for code in names)).build()
    blank = {code: spacy.blank(code) for code in names}
    matchers = {}
    for code, nlp in blank.items():
        matchers[code] = PhraseMatcher(nlp.vocab, attr="LOWER")
        matchers[code].add("name", [nlp.make_doc(name) for name in names[code]])

    def read(content: str) -> None:
        begun = time.process_time()
        text = trafilatura.extract(content) or ""
        spent["text"] += (parted := time.process_time()) - begun
        language = detector.detect_language_of(text)
        code = language.iso_code_639_1.name.lower() if language else "en"
        spent["language"] += (told := time.process_time()) - parted
        dateparser.search.search_dates(text, languages=[code])
        spent["dates"] += (dated := time.process_time()) - told
        matchers[code](blank[code].make_doc(text))
        spent["names"] += time.process_time() - dated

    spent: dict[str, float] = dict.fromkeys(("text", "language", "dates", "names"), 0.0)
    pages = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))]
    for content in pages[: len(names)]:  # libraries load what they need of a language when they first meet it
        read(content)
    spent.update(dict.fromkeys(spent, 0.0))
    for content in pages:
        read(content)
    total = sum(spent.values())
    return {"rate": len(pages) / total, "share": {step: round(seconds / total, 3) for step, seconds in spent.items()}}


def ours(folder: Path) -> float:
    """Pages a second of parsing and reading, rows made of all of them at once, as the job makes those of a batch."""
    from assets.enriched.reading.rows import frames
    from benchmarks.whole import readings

    pages = [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*.html"))]

    def read(files: Iterable[tuple[str, bytes]]) -> None:
        frames(reading for name, content in files for _, reading in readings(name, content))

    read(pages)
    begun = time.process_time()
    read(pages)
    return len(pages) / (time.process_time() - begun)


def prepare(folder: Path, pages: int = PAGES) -> None:
    """Write pages, and by language the names that both sides look for."""
    from assets.register import registers
    from benchmarks import generate

    generate.write(folder, pages, pages=True)
    register = registers.load()
    tables = (register.country_names, register.organisation_names, register.place_names)
    codes = sorted({path.stem[-2:] for path in folder.rglob("*.html")})
    names = {code: sorted({row.text for table in tables for row in table if row.language == code}) for code in codes}
    (folder / NAMES).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")


def measure(python: str, pages: int = PAGES) -> dict[str, Any]:
    """Both sides on the same pages, one after the other.

    Args:
        python: an interpreter with LIBRARIES.
        pages: how many.
    """
    from benchmarks.page import machine

    with tempfile.TemporaryDirectory(prefix="chain-") as scratch:
        folder = Path(scratch)
        prepare(folder, pages)
        done = subprocess.run([python, __file__, "--chain", scratch], check=True, capture_output=True, text=True)
        theirs = json.loads(done.stdout)
        mine = ours(folder)
    return {"machine": machine(), "pages": pages, "ours": round(mine, 1), "chain": round(theirs["rate"], 2), "share": theirs["share"]}


def main() -> int:
    """Print the figures, or run the chain alone where this file is a script of the other interpreter."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--others", metavar="PYTHON", help=f"a Python with {LIBRARIES}")
    cli.add_argument("--pages", type=int, default=PAGES)
    cli.add_argument("--chain", metavar="FOLDER", help=argparse.SUPPRESS)
    asked = cli.parse_args()
    if asked.chain:
        print(json.dumps(chain(Path(asked.chain))))
        return 0
    from benchmarks import page
    from benchmarks.pipeline import keep

    found = measure(asked.others, asked.pages)
    page.write(keep({page.CHAIN: found}))
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
