"""The folder of a site: pages in place, each only when what it is made of has changed, the front page last.

Pages are written in place and not as a new folder that is swapped in, because a night changes one page in a hundred and
copying the others would cost more than all else; a page itself appears whole. What a page is made of decides its digest, so a
page that would come out the same is not even rendered. While a build runs the list of digests is away: after a killed one
every page is made again.
"""

import json
import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

NOTE: Final = "site.json"
"""Tells that a folder was written by a report, and what it stands for."""
DIGESTS: Final = "pages.json"
FRONT: Final = "index.html"


class SiteError(RuntimeError):
    """The folder holds something else, or cannot be written."""


class Pages:
    """Pages that are being written into a site's folder.

    Attributes:
        root: the folder.
        written: how many were written.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.written = 0
        self._folders: set[Path] = set()

    def write(self, path: str, text: str) -> None:
        """Let a page appear whole."""
        target = self.root / path
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        waiting = target.with_name(f".{target.name}.tmp")
        waiting.write_text(text, encoding="utf-8", errors="replace")
        waiting.replace(target)
        self.written += 1


class Folder(Pages):
    """A whole site that is being written.

    Args:
        root: the folder; new, empty, or of an earlier report.
        version: digest of templates and code; with another one every page is made anew.

    Attributes:
        now: digests by path of this build.

    Raises:
        SiteError: the folder holds something else.
    """

    def __init__(self, root: Path, version: str) -> None:
        note = noted(root)
        if root.exists() and (not root.is_dir() or (any(root.iterdir()) and not note)):
            raise SiteError(f"{root} holds something else: give a folder that is empty, new, or of an earlier report")
        root.mkdir(parents=True, exist_ok=True)
        (root / NOTE).write_text(json.dumps({"state": None}), encoding="utf-8")
        super().__init__(root)
        self.now: dict[str, str] = {}
        self._version = version
        self._before = _read(root / DIGESTS)
        self._trusted = note.get("version") == version
        (root / DIGESTS).unlink(missing_ok=True)

    def due(self, path: str, digest: str) -> bool:
        """Whether a page is to be written: it is not there, or it was made of something else.

        Args:
            path: below the root, with / between folders.
            digest: of all that the page is made of.
        """
        self.now[path] = digest
        return not (self._trusted and self._before.get(path) == digest and os.path.isfile(f"{self.root}/{path}"))  # noqa: PTH113  (a hundred thousand)

    def page(self, path: str, facts: object, make: Callable[[], str]) -> None:
        """Write a page unless it stands already.

        Args:
            path: below the root, with / between folders.
            facts: all that the page shows; its `repr` must tell it wholly.
            make: gives the text.
        """
        told = repr(facts).encode("utf-8", "surrogatepass")
        if self.due(path, blake2b(told, digest_size=10).hexdigest()):
            self.write(path, make())

    def close(self, front: str, note: dict[str, Any]) -> None:
        """Let the front page appear, take away pages that are no more, and note what the site stands for."""
        self.write(FRONT, front)
        for path in self._before.keys() - self.now.keys():
            (self.root / path).unlink(missing_ok=True)
        (self.root / DIGESTS).write_text(json.dumps(self.now), encoding="utf-8")
        (self.root / NOTE).write_text(json.dumps(note | {"version": self._version}, indent=2) + "\n", encoding="utf-8")


def noted(root: Path) -> dict[str, Any]:
    """The note of an earlier report; empty where there is none."""
    return _read(root / NOTE)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
