"""Modules compiled to machine code: whether they are still those of the sources beside them.

Python prefers a compiled module to its source and says nothing when that has changed since. The build writes down what
it compiled, and who asks for the rules version asks here first. Not here: what is compiled, and how (native).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

RECORD = Path("assets") / "compiled.json"
"""Digests of the sources by path, beside the modules that were made of them; not there where nothing is compiled."""


class StaleError(RuntimeError):
    """A source has changed since it was compiled: what would run isn't what stands there."""


def digests(root: Path, sources: Iterable[str]) -> dict[str, str]:
    """Digests of sources by path: to be taken before they are compiled.

    Args:
        root: of the sources' paths.
        sources: paths of those to compile.
    """
    return {name: _digest(root / name) for name in sorted(sources)}


def record(root: Path, digests: Mapping[str, str]) -> None:
    """Write down of which sources the compiled modules are."""
    (root / RECORD).write_text(json.dumps(dict(digests), indent=1) + "\n", encoding="utf-8")


def check(root: Path) -> int:
    """The number of modules that run compiled.

    Raises:
        StaleError: one of them is older than its source.
    """
    path = root / RECORD
    known: dict[str, str] = json.loads(path.read_bytes()) if path.exists() else {}
    for name, digest in known.items():
        if not (root / name).exists() or _digest(root / name) != digest:
            raise StaleError(f"{name} has changed since it was compiled: `make native` compiles it again, `make interpreted` does without")
    return len(known)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
