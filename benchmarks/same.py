"""A digest of all that is read in the labelled articles: `python -m benchmarks.same`.

Two builds of the same sources, compiled or not, on this Python or that, must print the same. Not here: whether it is right (accuracy).
"""

import hashlib
import json
import sys
from pathlib import Path

from assets.enriched.reading.model import Document
from assets.enriched.reading.reader import reader
from assets.enriched.reading.rows import frames
from assets.languages import packs
from assets.parsed.knowledge import knowledge
from assets.parsed.parse import parse_file
from assets.register import registers
from assets.running import compiled
from assets.running.versions import ROOT

CORPUS = ROOT / "tests" / "corpus"
FILE = "same"


def digest(folder: Path = CORPUS) -> str:
    """A digest of the parsed documents and of every row read in them, as hexadecimal digits."""
    known = knowledge({code: packs.load(code) for code in packs.codes()}, registers.load())
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*.txt")):
        parsed = parse_file(FILE, path.name, path.read_bytes(), known)
        for text in parsed.documents:
            found.update(repr(text).encode())
            if text.language in packs.codes():
                document = Document(FILE, text.language, text.title or "", text.body, published=text.published_edtf)
                tables = frames([reader(text.language).read(document)])
                found.update(json.dumps({name: table.rows() for name, table in tables.items()}, default=str).encode())
    return found.hexdigest()


if __name__ == "__main__":
    sys.stderr.write(f"{compiled.check(ROOT)} modules compiled\n")
    sys.stdout.write(digest() + "\n")
