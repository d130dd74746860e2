"""Takes in what landed: archives the bytes, then commits the ledger's rows.

Not here: which files are new (intake), and what is in them.
"""

from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from assets.raw import checks
from assets.raw.intake import Batch, Limits, work
from assets.raw.scan import FILES, scan
from assets.running import accounts
from assets.running.account import REJECTS, Account, counts
from assets.running.versions import RAW
from assets.running.workshop import Workshop

ASSET: Final = "raw_files"
LEDGER: Final = (*FILES, "sha256", "pack", "intake", "first_seen_at")


@dataclass(slots=True)
class Known:
    """The ledger as it stood before this run: its rows, and the pack of every content, those of this run with them."""

    rows: pl.DataFrame
    packs: pl.DataFrame

    def of(self, digests: pl.Series) -> dict[str, str]:
        """The pack of each of these contents that is kept."""
        return dict(self.packs.filter(pl.col("sha256").is_in(digests.drop_nulls().unique().implode())).iter_rows())


def refresh(workshop: Workshop) -> Account:
    """Takes in every new, changed and restored file of the landing places."""
    known = _known(workshop)
    scanned = scan(workshop.landing)
    limits = Limits(workshop.bounds.file.file_bytes, workshop.bounds.bytes, workshop.bounds.documents * 2)
    taken = 0
    for batch in work(scanned, known.rows, limits):
        _commit(workshop, known, batch)
        taken += batch.files.height
        workshop.progress("raw_files", min(taken, scanned.files.height), scanned.files.height)
    account = accounts.kept(workshop, ASSET, lambda: _account(workshop))
    return replace(account, changed=taken, notes={**account.notes, "files being written": scanned.temporary})


def _account(workshop: Workshop) -> Account:
    files = workshop.files()
    rejects = workshop.store.scan("raw", "rejects", RAW).collect()
    newest = files.sort("first_seen_at", "path", descending=[True, False])
    return Account(
        rows={"files": files.height},
        preview=newest.select("path", "landing", "bytes", "first_seen_at"),
        notes={"bytes": int(files["bytes"].sum())},
        followed={REJECTS: counts(rejects, "reason")},
        verdicts=checks.verdicts(files, rejects),
    )


def waiting(workshop: Workshop) -> int:
    """Files in the landing places that are new, or have another size or time than when they were taken in."""
    known = workshop.files().select(list(FILES))
    return scan(workshop.landing).files.join(known, on=list(FILES), how="anti").height


def _known(workshop: Workshop) -> Known:
    rows = workshop.store.scan("raw", "files", RAW).select(LEDGER).collect()
    return Known(rows, rows.select("sha256", "pack").drop_nulls().unique("sha256", keep="last", maintain_order=True))


def _commit(workshop: Workshop, known: Known, batch: Batch) -> None:
    """Bytes first: a ledger row never names a pack that is not there."""
    entries = pl.concat([batch.files, _touched(known, batch.touched)])
    packs = known.of(entries["sha256"])
    unseen = {digest: content for digest, content in batch.contents.iter_rows() if digest not in packs}
    if unseen:
        pack = workshop.archive.write(unseen)
        packs |= dict.fromkeys(unseen, pack)
        known.packs = pl.concat([known.packs, pl.DataFrame({"sha256": list(unseen)}).with_columns(pack=pl.lit(pack))])
    files = entries.with_columns(
        first_seen_at=pl.lit(workshop.started),
        pack=entries["sha256"].replace_strict(packs, default=None, return_dtype=pl.String),
        media_type=pl.lit(None, pl.String),
    )
    workshop.store.commit("raw", RAW, {"files": files, "rejects": batch.rejects})


def _touched(known: Known, touched: pl.DataFrame) -> pl.DataFrame:
    """The ledger's rows of files whose time alone has changed: they are remembered with their new time."""
    if touched.is_empty():
        return touched.with_columns(intake=pl.lit(None, pl.String))
    path = ["landing", "path"]
    intakes = known.rows.sort("first_seen_at").select(*path, "intake").unique(path, keep="last")
    return touched.join(intakes, on=path, how="left", maintain_order="left")
