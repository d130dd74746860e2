"""What the stages told of their work, kept in the home: where nothing has come, nothing is counted again.

An account follows from the commits of its stage and of those above it, from the code that judges them, and for some from the
day. Under a digest of these it is kept, and told again as it stands while the digest does. Not here: what an account says.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import polars as pl

from assets.running import versions
from assets.running.account import Account
from assets.running.checks import Verdict
from assets.running.workshop import Workshop
from warehouse.durable import write_bytes

FOLDER: Final = "accounts"
STAGES: Final[Mapping[str, str]] = {
    "raw_files": "raw",
    "parsed_documents": "parsed",
    "validated_documents": "validated",
    "duplicates": "duplicates",
    "readings": "read",
    "resolved": "resolved",
}
"""The stage whose commits, with those of the stages above it, an asset's account follows from; no other asset's is kept."""
OF_THE_DAY: Final = frozenset({"validated_documents"})
"""What is expected of an outlet depends on the day."""
CODE: Final = ("assets/*/asset.py", "assets/*/checks.py", "assets/*/stage.py", "assets/running/*.py", "assets/running/*.toml", "warehouse")
"""What counts and judges beside the rules of the stages."""
PREVIEWED: Final = 24
"""Rows kept of a preview; fewer are shown."""


def kept(workshop: Workshop, asset: str, work: Callable[[], Account]) -> Account:
    """The account of an asset: the kept one with nothing done where its stage has no work, else that of the work.

    Arguments:
        workshop: of the run.
        asset: its name; of one that is not in STAGES nothing is kept.
        work: does the stage's work, as far as there is any.
    """
    if asset not in STAGES:
        return work()
    known = _standing(workshop, asset, asset)
    if known is not None:
        return replace(_account(known), changed=0)
    made = work()
    _keep(workshop, asset, asset, _plain(made))
    return made


def figure(workshop: Workshop, name: str, asset: str, work: Callable[[], str]) -> str:
    """What follows from an asset's commits alone, found again only where these have changed.

    Arguments:
        workshop: of the run.
        name: what it is kept under, no asset's name.
        asset: a name in STAGES.
        work: finds it.
    """
    known = _standing(workshop, name, asset)
    if known is not None:
        return str(known)
    made = work()
    _keep(workshop, name, asset, made)
    return made


def keys(workshop: Workshop) -> dict[str, str]:
    """The digests that the accounts of all assets are kept under."""
    live = {stage: _live(workshop, stage) for stage in STAGES.values()}
    return {asset: _key(workshop, asset, live) for asset in STAGES}


def carry(workshop: Workshop, before: Mapping[str, str]) -> None:
    """Keeps under the digests of now what stood under those before: the same rows lie in other segments."""
    now = keys(workshop)
    for path in sorted((workshop.home / FOLDER).glob("*.json")):
        known = _read(workshop.home, path.stem)
        if known and known["key"] == before[known["asset"]] != now[known["asset"]]:
            _write(workshop.home, path.stem, {**known, "key": now[known["asset"]]})


def key(workshop: Workshop, asset: str) -> str:
    """A digest of all that an asset's account follows from."""
    return _key(workshop, asset, {stage: _live(workshop, stage) for stage in _above(workshop, asset)})


def _key(workshop: Workshop, asset: str, live: Mapping[str, object]) -> str:
    day = workshop.started.date().isoformat() if asset in OF_THE_DAY else ""
    return versions.digest(asset, {stage: live[stage] for stage in _above(workshop, asset)}, day, _code())


def _above(workshop: Workshop, asset: str) -> list[str]:
    """The asset's stage and those above it."""
    stages = list(workshop.versions.by_stage())
    return stages[: stages.index(STAGES[asset]) + 1]


def _live(workshop: Workshop, stage: str) -> dict[str, list[str]]:
    """Names of a stage's live commits by rules version."""
    present = workshop.versions.by_stage()[stage]
    return {version: [commit.name for commit in workshop.store.commits(stage, version)] for version in present}


@cache
def _code() -> str:
    return versions.digest(versions.of_files(CODE, wrappers=True))


def _path(home: Path, asset: str) -> Path:
    return home / FOLDER / f"{asset}.json"


def _standing(workshop: Workshop, name: str, asset: str) -> Any:
    """What is kept under a name, or None where the commits that it followed from have changed."""
    known = _read(workshop.home, name)
    return known["value"] if known and known["key"] == key(workshop, asset) else None


def _keep(workshop: Workshop, name: str, asset: str, value: object) -> None:
    """Keeps a value under a name for as long as the commits that it follows from stand."""
    _write(workshop.home, name, {"asset": asset, "key": key(workshop, asset), "value": value})


def _read(home: Path, asset: str) -> dict[str, Any] | None:
    path = _path(home, asset)
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None  # none yet, or torn by a power cut: it is made again
    return found if found.keys() >= {"asset", "key", "value"} else None


def _write(home: Path, asset: str, content: Mapping[str, Any]) -> None:
    write_bytes(_path(home, asset), json.dumps(content, ensure_ascii=False, default=str).encode())


def _plain(account: Account) -> dict[str, Any]:
    chart = account.chart
    return {
        "rows": account.rows,
        "by_language": _rows_of(account.by_language, None),
        "preview": _rows_of(account.preview),
        "chart": [_rows_of(chart[0], None), *chart[1:]] if chart else None,
        "notes": account.notes,
        "followed": account.followed,
        "verdicts": [asdict(verdict) for verdict in account.verdicts],
    }


def _rows_of(frame: pl.DataFrame | None, most: int | None = PREVIEWED) -> dict[str, Any] | None:
    return {"columns": frame.columns, "rows": frame.slice(0, most).rows()} if frame is not None else None


def _account(plain: Mapping[str, Any]) -> Account:
    chart = plain["chart"]
    return Account(
        rows=plain["rows"],
        by_language=_frame(plain["by_language"]),
        preview=_frame(plain["preview"]),
        chart=(_frame(chart[0]), *chart[1:]) if chart else None,
        notes=plain["notes"],
        followed=plain["followed"],
        verdicts=tuple(_verdicts(plain["verdicts"])),
    )


def _frame(plain: Mapping[str, Any] | None) -> pl.DataFrame | None:
    if plain is None:
        return None
    return pl.DataFrame(plain["rows"], plain["columns"], orient="row", infer_schema_length=None)


def _verdicts(plain: Iterable[Mapping[str, Any]]) -> Iterable[Verdict]:
    for each in plain:
        yield Verdict(**{**each, "by_rule": tuple(each["by_rule"]), "sample": tuple(each["sample"])})
