"""Resolving what came and went gives the very tables that resolving everything at once gives, in whatever order files come."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from assets.enriched.resolution import blocking, events, merging, placing, told
from assets.enriched.resolution import resolve as update_module
from assets.enriched.resolution.resolve import update
from assets.register import registers
from assets.register.overrides import Decisions, Overrides
from warehouse import Store, overlay, stable_id
from warehouse.contracts import INTERNAL
from warehouse.contracts.resolved import CHANGED, GONE

VERSION = "v1"
PEOPLE = (
    *(("Jeyhun Bayramov", "AZ"), ("Ceyhun Bayramov", "AZ"), ("Bayramov", "AZ"), ("Bayramov", None), ("Jeyhun Bayramov", None)),
    *(("Hakan Fidan", "TR"), ("Fidan", "TR"), ("Armen Grigoryan", "AM"), ("Mher Grigoryan", "AM"), ("Grigoryan", "AM")),
    *(("Hasan Aliyev", "AZ"), ("Husayn Aliyev", "AZ"), ("Aliyev", "AZ"), ("Ali Ahmadi", "IR"), ("Ali Ahmadi", "AF"), ("Ali Ahmadi", None)),
)
DATES = ("2025-03-03", "2025-03-04", "2025-03-05", "2025-03", "2025", "XXXX-03-04", None)
DAY = date(2025, 3, 3)
OTHER = {("Bayramov|", "Jeyhun Bayramov|"): "not he"}


class World:
    """Made-up readings of some documents, so alike that names and reports of many of them may be one."""

    def __init__(self, seed: int, size: int) -> None:
        self.random = random.Random(seed)
        self.rows: dict[str, list[dict[str, Any]]] = {name: [] for name in INTERNAL["read"]}
        self.documents: list[dict[str, Any]] = []
        for number in range(size):
            self._document(stable_id("document", seed, number))
        self.decided = Overrides(
            Decisions({("Fidan|TR", "Hakan Fidan|TR"): "x", ("Aliyev|AZ", "Ali Ahmadi|IR"): "y"}, OTHER), self._events()
        )

    def _events(self) -> Decisions:
        """Any two accounts that are one event by hand, and two that are not."""
        rows = [row for row in self.rows["reports"] if row["document_id"] < "8"]
        told = [stable_id("report", row["document_id"], row["kind"], row["span_start"], row["report"]) for row in rows]
        pairs = [(min(pair), max(pair)) for pair in zip(told[::4], told[1::4], strict=False)]
        return Decisions(dict.fromkeys(pairs[:4], "joined"), dict.fromkeys(pairs[4:6], "parted"))

    def _document(self, document: str) -> None:
        chance = self.random
        published = DAY + timedelta(days=chance.randrange(4))
        about = {
            "document_id": document,
            "language": chance.choice(["en", "az", None]),
            "outlet": chance.choice(["apa", "trend", "mfa-az"]),
        }
        self.documents.append(about | {"published_on": chance.choice([published, None]), "told": chance.random() < 0.9})
        cast = [(number, *who) for number, who in enumerate(chance.sample(PEOPLE, chance.randrange(4)))]
        for number, name, country in cast:
            self._add("people", document_id=document, person=number, name=name, native=name, country=country, language=about["language"],
                      office=chance.choice(["foreign_minister", "president", None]), confidence=0.9)  # fmt: skip
        for report in range(chance.randrange(3)):
            self._report(document, report, cast)
        if chance.random() < 0.3:
            period = chance.choice(["2024/2025", "2025", None])
            self._add("mandates", document_id=document, holder_country="AZ", organisation_id="cica", role="chair", period_edtf=period)
        self._add(
            "mentions", document_id=document, kind="organisation", text="x", entity_id=chance.choice(["mfa-tr", "somebody-new", "un"])
        )

    def _report(self, document: str, report: int, cast: list[tuple[int, str, str | None]]) -> None:
        chance = self.random
        edtf = chance.choice(DATES)
        day = date.fromisoformat(edtf) if edtf and len(edtf) == 10 and edtf[0] == "2" else None
        self._add("reports", document_id=document, report=report, kind=chance.choice(["meeting", "meeting", "call", "conference"]),
                  status=chance.choice(["held", "planned"]), date_edtf=edtf, starts_on=day, ends_on=day, main=chance.random() < 0.5,
                  format=chance.choice([None, None, "cica"]), confidence=chance.choice([0.5, 0.9]))  # fmt: skip
        sides = [(None, None, country) for country in chance.sample(["AZ", "TR", "IR"], chance.randrange(3))]
        for position, (person, _, country) in enumerate([*cast, *sides]):
            self._add(
                "participants", document_id=document, report=report, position=position, person=person, country=country, capacity="side"
            )
        self._add("topics", document_id=document, report=report, topic=chance.choice(["trade", "energy"]))

    def _add(self, table: str, **fields: Any) -> None:
        self.rows[table].append({"span_start": self.random.randrange(50), "span_end": 60, "rule": "test"} | fields)

    def read(self) -> dict[str, pl.LazyFrame]:
        """The tables of the stage `read`, their rows in random order."""
        frames = {}
        for name, table in INTERNAL["read"].items():
            rows = [{column: row.get(column) for column in table.schema} for row in self.rows[name]]
            self.random.shuffle(rows)
            frames[name] = pl.DataFrame(rows, schema=table.schema).lazy()
        return frames


def resolve(store: Store, world: World, live: list[dict[str, Any]], folder: Path | None = None) -> overlay.Layers:
    """One run over the live documents; rows wait in the folder, if there is one."""
    schema = {"document_id": pl.String, "language": pl.String, "outlet": pl.String, "published_on": pl.Date, "told": pl.Boolean}
    before = {name: store.scan("resolved", name, VERSION) for name in INTERNAL["resolved"]}
    change = update(before, world.read(), pl.DataFrame(live, schema=schema), registers.load, world.decided, folder)
    if change.units:
        overlay.put(store, "resolved", VERSION, change.tables, change.units)
    return overlay.layers(store.commits("resolved", VERSION))


def tables(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All rows that hold, in a fixed order."""
    kept = [name for name in INTERNAL["resolved"] if name not in (GONE, CHANGED)]
    return {name: sorted(store.scan("resolved", name, VERSION).collect().rows(), key=repr) for name in kept}


@pytest.mark.parametrize("seed", range(4))
def test_runs_of_any_batches_end_where_one_run_ends(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # A crowd of three, so that blocks cross the limit in both directions; a large overlay, so that some runs do not fold it.
    monkeypatch.setattr(blocking, "CROWD", 3 if seed % 2 else 400)
    monkeypatch.setattr(overlay, "SHARE", 1 if seed % 3 else 8)
    world = World(seed, size=40)
    store, chance = Store(tmp_path / "grown"), random.Random(seed)
    live: list[dict[str, Any]] = []
    waiting = list(world.documents)
    chance.shuffle(waiting)
    while waiting:
        batch = [waiting.pop() for _ in range(min(len(waiting), chance.choice([1, 1, 3, 12])))]
        live = [row for row in live if chance.random() < 0.93] + batch
        for row in live:
            if chance.random() < 0.04:
                row["told"] = not row["told"]
        resolve(store, world, live)
    whole, folder = Store(tmp_path / "whole"), tmp_path / "waiting"
    folder.mkdir()
    # A few documents, mentions, keys, pairs and reports at a time: where they are cut makes no difference.
    cuts = (
        (told, "AT_A_TIME", 7),
        (update_module, "AT_A_TIME", 7),
        (placing, "AT_A_TIME", 3),
        (merging, "AT_A_TIME", 20),
        (events, "AT_A_TIME", 5),
    )
    for module, name, size in (*cuts, (merging, "PAIRS_AT_A_TIME", 9), (blocking, "PAIRS", 11)):
        monkeypatch.setattr(module, name, size)
    resolve(whole, world, random.Random(seed + 1).sample(live, len(live)), folder)
    grown, expected = tables(store), tables(whole)
    for name, rows in expected.items():
        assert grown[name] == rows, name


def test_a_run_without_news_writes_nothing(tmp_path: Path) -> None:
    world, store = World(1, size=10), Store(tmp_path)
    first = resolve(store, world, world.documents)
    assert resolve(store, world, world.documents) == first
    assert first.overlay is None


def test_a_run_with_little_news_leaves_the_base_and_says_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlay, "SHARE", 1)
    world, store = World(2, size=40), Store(tmp_path)
    (base,) = resolve(store, world, world.documents[1:]).bases
    after = resolve(store, world, world.documents)
    assert after.bases == (base,)
    changed = store.scan("resolved", CHANGED, VERSION).filter(pl.col("since") == base.name).collect()
    new = [row["document_id"] for row in world.documents if row["document_id"] in set(changed["id"])]
    assert world.documents[0]["document_id"] in new
    assert len(new) < len(world.documents)
