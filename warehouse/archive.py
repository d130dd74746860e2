"""Content-addressed packs of raw bytes, so that re-reading never depends on a landing place.

Belongs here: writing and reading packs. Does not: which file had which content; packs are never removed.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse import durable
from warehouse.ids import stable_id
from warehouse.places import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from warehouse.places import Address

ARCHIVE: Final = "archive"
SCHEMA: Final = pl.Schema({"sha256": pl.String(), "content": pl.Binary()})
INDEX: Final = pl.Schema({"sha256": pl.String(), "pack": pl.String()})


class ArchiveError(RuntimeError):
    """Bytes are not what their hash says, or not where they should be."""


class Archive:
    """The packs of a home: `archive/<pack>.parquet` with the columns sha256 and content.

    Args:
        home: a folder or a URL.
    """

    def __init__(self, home: Address) -> None:
        self._home = home
        self._place = place(home)

    def write(self, contents: Mapping[str, bytes]) -> str:
        """Keep bytes in one new pack.

        Args:
            contents: bytes by their SHA-256 in lower-case hexadecimal; all in memory, so a few dozen MiB at most.

        Returns:
            The pack's name, which derives from the hashes; the same contents again write nothing.

        Raises:
            ArchiveError: nothing was given, or bytes do not have the hash they are given by.
        """
        if not contents:
            raise ArchiveError("a pack needs at least one content")
        wrong = [key for key, content in contents.items() if sha256(content).hexdigest() != key]
        if wrong:
            raise ArchiveError(f"{len(wrong)} contents do not have the hash they came with, such as {wrong[0]}")
        keys = sorted(contents)
        pack = stable_id("pack", *keys)
        if not self._place.exists(_key(pack)):
            frame = pl.DataFrame({"sha256": keys, "content": [contents[key] for key in keys]}, schema=SCHEMA)
            self._place.write(_key(pack), durable.parquet(frame))
        return pack

    def read(self, pack: str, sha256: Iterable[str] | None = None) -> dict[str, bytes]:
        """Give bytes back.

        Args:
            pack: the pack's name.
            sha256: hashes of the wanted contents; without them, all of the pack.

        Raises:
            ArchiveError: there is no such pack, or it lacks one of the contents.
        """
        if not self._place.exists(_key(pack)):
            raise ArchiveError(f"no pack {pack!r} in {self._home}/{ARCHIVE}")
        wanted = None if sha256 is None else set(sha256)
        rows = pl.scan_parquet(self.path(pack))
        if wanted is not None:
            rows = rows.filter(pl.col("sha256").is_in(sorted(wanted)))
        found: dict[str, bytes] = dict(rows.collect().iter_rows())
        missing = (wanted or set()) - found.keys()
        if missing:
            raise ArchiveError(f"pack {pack!r} lacks {len(missing)} contents, such as {min(missing)}")
        return found

    def packs(self) -> tuple[str, ...]:
        """The names of all packs, sorted."""
        return tuple(file.key.rpartition("/")[2].removesuffix(".parquet") for file in self._place.files(ARCHIVE))

    def index(self) -> pl.DataFrame:
        """Which pack holds which content: columns sha256 and pack, one row a content (the first pack by name)."""
        packs = [pl.scan_parquet(self.path(name)).select("sha256", pack=pl.lit(name)) for name in self.packs()]
        if not packs:
            return INDEX.to_frame()
        return pl.concat(packs).unique("sha256", keep="first", maintain_order=True).collect()

    def path(self, pack: str) -> str:
        """The path or URL of a pack."""
        return self._place.locate(_key(pack))


def _key(pack: str) -> str:
    return f"{ARCHIVE}/{pack}.parquet"
