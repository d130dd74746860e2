"""A digest of all that is read in the labelled articles: `python -m benchmarks.same`.

Two builds of the same sources, compiled or not, on this Python or that, must print the same. Not here: whether it is right (accuracy).
"""

import hashlib
import json
import sys
from pathlib import Path

from assets.enriched.reading.rows import frames
from assets.running import compiled
from assets.running.versions import ROOT
from benchmarks.whole import readings

CORPUS = ROOT / "tests" / "corpus"


def digest(folder: Path = CORPUS) -> str:
    """A digest of the parsed documents and of every row read in them, as hexadecimal digits."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*.txt")):
        for parsed, reading in readings(path.name, path.read_bytes()):
            rows = {name: table.rows() for name, table in frames([reading]).items()}
            found.update(repr(parsed).encode() + json.dumps(rows, default=str).encode())
    return found.hexdigest()


if __name__ == "__main__":
    sys.stderr.write(f"{compiled.check(ROOT)} modules compiled\n")
    sys.stdout.write(digest() + "\n")
