"""Measures resolution alone on generated readings, at sizes where the texts would take too long, into docs/performance.md.

    python -m benchmarks.resolution [--documents 10000 100000 1000000]

The readings are made without texts: names of a lexicon's parts, a few known to many documents and most to few; each act told by
three documents, some of them by a bare surname, without a day or without a year; every third document tells of an older act too.
Each step is a process of its own: all but the last of them, one more, and one in a hundred more.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
import polars as pl

from assets.enriched import stage
from assets.register import registers
from assets.text.names.parts import parts
from benchmarks import page, pipeline
from warehouse import Store
from warehouse.contracts import INTERNAL

SIZES: Final = (10_000, 100_000, 1_000_000)
TELLINGS: Final = 3
PER_PERSON: Final = 20
"""Documents for one person that they speak of."""
DAYS: Final = 3_650
FIRST_DAY: Final = np.datetime64(date(2016, 1, 1))
COUNTRIES: Final = 60
VERSION: Final = "v1"
MASK: Final = 0x9E3779B97F4A7C15
"""Spreads numbers over all ids (Knuth's multiplicative hashing)."""


def make(folder: Path, number: int, seed: int = 1) -> None:
    """Write the readings of so many documents: documents and the tables people, reports and participants."""
    chance = np.random.default_rng(seed)
    acts = number // TELLINGS + 1
    everybody = max(50, number // PER_PERSON)
    cast = (chance.random((acts, 2)) ** 3 * everybody).astype(np.int64)
    cast[:, 1] = np.where(cast[:, 0] == cast[:, 1], (cast[:, 1] + 1) % everybody, cast[:, 1])
    days = chance.integers(0, DAYS, acts)
    main = np.arange(number) // TELLINGS
    older = np.where(chance.random(number) < 1 / 3, chance.integers(0, acts, number), -1)
    published = FIRST_DAY + days[main] + chance.integers(0, 3, number)
    documents = pl.DataFrame({"document_id": _ids(np.arange(number)), "language": "en", "told": True}).with_columns(
        published_on=pl.Series(published).cast(pl.Date), outlet=pl.lit("apa")
    )
    told = np.concatenate(
        [np.stack([np.arange(number), np.zeros(number, np.int64), main]), np.stack([np.arange(number), np.ones(number, np.int64), older])],
        axis=1,
    )
    told = told[:, told[2] >= 0]
    folder.mkdir(parents=True, exist_ok=True)
    documents.write_parquet(folder / "documents.parquet")
    _reports(told, days, chance).write_parquet(folder / "reports.parquet")
    who = pl.concat([_cast(told, cast, position) for position in (0, 1)])
    _participants(who).write_parquet(folder / "participants.parquet")
    _people(who, chance).write_parquet(folder / "people.parquet")


def _ids(numbers: np.ndarray[Any, Any]) -> pl.Series:
    spread = (numbers.astype(np.uint64) + np.uint64(1)) * np.uint64(MASK)
    return pl.Series([f"{value:016x}" for value in spread.tolist()])


def _reports(told: np.ndarray[Any, Any], days: np.ndarray[Any, Any], chance: np.random.Generator) -> pl.DataFrame:
    document, report, act = told
    draw = pl.Series(chance.random(len(act)))
    day = pl.Series(FIRST_DAY + days[act]).cast(pl.Date)
    rows = pl.DataFrame({"document_id": _ids(document), "report": report, "day": day, "draw": draw}).with_columns(
        precise=pl.col("draw") < 0.9, yearless=pl.col("draw").is_between(0.9, 0.95)
    )
    return _filled("reports", rows.select(
        "document_id",
        pl.col("report").cast(pl.Int32),
        kind=pl.lit("meeting"), status=pl.lit("held"), main=pl.col("report") == 0, confidence=pl.lit(0.9),
        date_edtf=pl.when("precise").then(pl.col("day").dt.to_string("%Y-%m-%d")).when("yearless").then(pl.col("day").dt.to_string("XXXX-%m-%d")),
        starts_on=pl.when("precise").then("day"), ends_on=pl.when("precise").then("day"), span_start=pl.col("report").cast(pl.Int32) * 100,
    ))  # fmt: skip


def _cast(told: np.ndarray[Any, Any], cast: np.ndarray[Any, Any], position: int) -> pl.DataFrame:
    """One row a person of an account; a person's number in the document follows from the account and the position."""
    document, report, act = told
    who = cast[act, position]
    return pl.DataFrame({"document_id": _ids(document), "report": report, "position": position, "who": who}).with_columns(
        person=(pl.col("report") * 2 + position).cast(pl.Int32), country=pl.Series(_countries(who))
    )


def _countries(who: np.ndarray[Any, Any]) -> list[str]:
    codes = [row.country for row in registers.load().countries][:COUNTRIES]
    return [codes[number % COUNTRIES] for number in who.tolist()]


def _participants(who: pl.DataFrame) -> pl.DataFrame:
    return _filled("participants", who.select(
        "document_id", pl.col("report").cast(pl.Int32), pl.col("position").cast(pl.Int32), "person", "country", capacity=pl.lit("side")
    ))  # fmt: skip


def _people(who: pl.DataFrame, chance: np.random.Generator) -> pl.DataFrame:
    known = sorted(set(parts("en").values()))
    given = sorted({part.english for part in known if part.sort == "given" and part.english.isalpha()})
    surnames = sorted({part.english for part in known if part.sort == "surname" and part.english.isalpha()})
    bare = chance.random(who.height) < 0.1
    numbers = who["who"].to_list()
    names = [
        surnames[n * 7 % len(surnames)] if short else f"{given[(n * 31 + n // 7) % len(given)]} {surnames[n * 7 % len(surnames)]}"
        for n, short in zip(numbers, bare.tolist(), strict=True)
    ]
    return _filled("people", who.select(
        "document_id", "person", "country", name=pl.Series(names), native=pl.Series(names), language=pl.lit("en"),
        office=pl.lit("minister"), confidence=pl.lit(0.9),
    ))  # fmt: skip


def _filled(table: str, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with what every table of the readings has, and no text can be shown for."""
    contract = INTERNAL["read"][table]
    fixed = {"span_start": pl.lit(0, dtype=pl.Int32), "span_end": pl.lit(1_000, dtype=pl.Int32), "rule": pl.lit("made")}
    missing = {name: value for name, value in fixed.items() if name in contract.schema and name not in rows.columns}
    return contract.conform(rows.with_columns(**missing))


def resolve(folder: Path, number: int) -> dict[str, float]:
    """Resolve the first so many documents over what stands in the folder; what this process took."""
    read = {name: table.empty().lazy() for name, table in INTERNAL["read"].items()}
    read |= {name: pl.scan_parquet(folder / f"{name}.parquet") for name in ("people", "reports", "participants")}
    documents = pl.read_parquet(folder / "documents.parquet").head(number)
    registers.load()
    clock, processor = time.perf_counter(), time.process_time()
    stage.resolve(Store(folder / "home"), VERSION, read, documents)
    return {
        "seconds": round(time.perf_counter() - clock, 2),
        "cpu_seconds": round(time.process_time() - processor, 2),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def measure(number: int) -> dict[str, Any]:
    """The steps at one size, each in a process of its own."""
    hundredth = max(1, number // 100)
    steps = {"first": number, "one more": number + 1, "one in a hundred more": number + 1 + hundredth}
    with TemporaryDirectory(prefix="resolution-") as scratch:
        make(Path(scratch), number + 1 + hundredth)
        found = {name: _step(Path(scratch), documents) for name, documents in steps.items()}
        events = Store(Path(scratch) / "home").scan("resolved", "events", VERSION).select(pl.len()).collect().item()
        persons = Store(Path(scratch) / "home").scan("resolved", "persons", VERSION).select(pl.len()).collect().item()
    return {"documents": number, "events": events, "persons": persons, "steps": found}


def _step(folder: Path, number: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.resolution", "--step", str(folder), str(number)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=pipeline.ROOT)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, keep, and write the page."""
    cli = argparse.ArgumentParser(description="Measure resolution alone; writes docs/performance.md.")
    cli.add_argument("--documents", type=int, nargs="*", default=SIZES, help="sizes to measure at")
    cli.add_argument("--step", nargs=2, metavar=("FOLDER", "DOCUMENTS"), help=argparse.SUPPRESS)
    asked = cli.parse_args(arguments)
    if asked.step:
        print(json.dumps(resolve(Path(asked.step[0]), int(asked.step[1]))))
        return 0
    machine, sizes = page.machine(), []
    for number in asked.documents:
        sizes.append(measure(number))
        print(json.dumps(sizes[-1]), flush=True)
    page.write(pipeline.keep({page.RESOLUTION: {"machine": machine, "sizes": sizes}}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
