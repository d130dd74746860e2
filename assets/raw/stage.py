"""Takes in what landed: archives the bytes, then commits the ledger's rows.

Not here: which files are new (intake), and what is in them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from assets.raw import checks
from assets.raw.intake import Batch, Limits, work
from assets.raw.scan import scan
from assets.running.account import Account
from assets.running.versions import RAW
from assets.running.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Known:
    """The ledger as it stood before this run: its rows, and the pack of every content."""

    rows: pl.DataFrame
    packs: dict[str, str]


def refresh(workshop: Workshop) -> Account:
    """Takes in every new, changed and restored file of the landing places."""
    known = _known(workshop)
    scanned = scan(workshop.landing)
    limits = Limits(workshop.bounds.file.file_bytes, workshop.bounds.bytes, workshop.bounds.documents * 2)
    taken = 0
    for batch in work(scanned, known.rows, limits):
        _commit(workshop, known, batch)
        taken += batch.files.height
        workshop.progress("raw_files", min(taken, len(scanned.candidates)), len(scanned.candidates))
    files = workshop.files()
    newest = files.sort("first_seen_at", "path", descending=[True, False])
    return Account(
        rows={"files": files.height},
        changed=taken,
        preview=newest.select("path", "landing", "bytes", "first_seen_at"),
        notes={"bytes": int(files["bytes"].sum()), "files being written": scanned.temporary},
        verdicts=checks.verdicts(files, workshop.store.scan("raw", "rejects", RAW).collect()),
    )


def waiting(workshop: Workshop) -> int:
    """Files in the landing places that are new, or have another size or time than when they were taken in."""
    known = {(row["landing"], row["path"]): (row["bytes"], row["mtime_ns"]) for row in workshop.files().iter_rows(named=True)}
    found = scan(workshop.landing).candidates
    return sum(known.get((file.landing, file.path)) != (file.bytes, file.mtime_ns) for file in found)


def _known(workshop: Workshop) -> Known:
    rows = workshop.store.scan("raw", "files", RAW).collect()
    kept = rows.drop_nulls(["sha256", "pack"])
    return Known(rows, dict(zip(kept["sha256"], kept["pack"], strict=True)))


def _commit(workshop: Workshop, known: Known, batch: Batch) -> None:
    """Bytes first: a ledger row never names a pack that is not there."""
    unseen = {digest: content for digest, content in batch.contents.iter_rows() if digest not in known.packs}
    if unseen:
        pack = workshop.archive.write(unseen)
        known.packs.update(dict.fromkeys(unseen, pack))
    entries = pl.concat([batch.files, _touched(known, batch.touched)])
    files = entries.with_columns(
        first_seen_at=pl.lit(workshop.started),
        pack=_packs(known, entries["sha256"]),
        media_type=pl.lit(None, pl.String),
    )
    workshop.store.commit("raw", RAW, {"files": files, "rejects": batch.rejects})


def _touched(known: Known, touched: pl.DataFrame) -> pl.DataFrame:
    """The ledger's rows of files whose time alone has changed: they are remembered with their new time."""
    path = ["landing", "path"]
    intakes = known.rows.sort("first_seen_at").select(*path, "intake").unique(path, keep="last")
    return touched.join(intakes, on=path, how="left", maintain_order="left")


def _packs(known: Known, digests: Iterable[str | None]) -> pl.Series:
    return pl.Series("pack", [known.packs.get(digest) if digest else None for digest in digests], pl.String)
