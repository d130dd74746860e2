"""Reads the same documents in several languages and counts how often they agree: `python -m benchmarks.translations [DIR]`.

A set is a folder with a folder a document, in which each language has a file, `<code>.txt`: a headline, an empty line, and the text.
Whatever is told in one language is told in all, so a report that one language alone has is wrong there or missed elsewhere. Two reports
are one act where kind and countries of the participants are the same. The set in tests/translations says in `expected.json` which acts
its documents tell; there status counts too, and a report is right only where its act is expected. DIR is a set without labels, like the
news part of NTREX-128. The figures are kept in benchmarks/translations.json, which docs/accuracy.md is made from; no sentence is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from assets.languages import packs
from benchmarks.whole import readings

KEPT = Path(__file__).with_suffix(".json")
OWN = Path(__file__).resolve().parent.parent / "tests" / "translations"
EXPECTED = "expected.json"
MISSED = 1
"""Languages that may miss an act which still counts as found in all of them."""


class Act(NamedTuple):
    """What makes two reports of one document the same in two languages."""

    document: str
    kind: str
    countries: tuple[str, ...]
    status: str = ""


def read(folder: Path) -> dict[Act, set[str]]:
    """The acts found, each with the languages that tell it.

    Args:
        folder: a folder a document, a file a language with a pack; other files are passed over.
    """
    found: dict[Act, set[str]] = defaultdict(set)
    for path in sorted(folder.glob("*/*.txt")):
        if path.stem in packs.codes():
            for report in (r for _, reading in readings(path.name, path.read_bytes(), path.stem) for r in reading.reports):
                countries = {p.country for p in report.participants if p.country}
                status = report.status if path.with_name(EXPECTED).exists() else ""
                found[Act(path.parent.name, report.kind, tuple(sorted(countries)), status)].add(path.stem)
    return dict(found)


def expected(folder: Path) -> set[Act]:
    """The acts that the documents of a labelled set tell; none for a set without labels."""
    return {
        Act(path.parent.name, act["kind"], tuple(act["countries"]), act["status"])
        for path in sorted(folder.glob(f"*/{EXPECTED}"))
        for act in json.loads(path.read_text(encoding="utf-8"))["acts"]
    }


def figures(found: Mapping[Act, set[str]], wanted: Collection[Act] = ()) -> dict[str, Any]:
    """Counts for the page: acts and reports, all and by kind, and how many of them stand in nearly all languages.

    An act is one thing that happened, a report one telling of it in one language.

    Args:
        wanted: the acts that the documents tell, of a labelled set: only these can be agreed on.
    """
    languages = sorted(set().union(*found.values()))
    enough = len(languages) - MISSED
    agreed = {act for act, spoken in found.items() if len(spoken) >= enough and (not wanted or act in wanted)}
    missed = {code: sum(code not in found[act] for act in agreed) for code in languages}
    alone = {code: sum(spoken == {code} for spoken in found.values()) for code in languages}
    return {
        "documents": len({act.document for act in [*found, *wanted]}),
        "languages": languages,
        "enough": enough,
        "kinds": {kind: _row(found, agreed, wanted, kind) for kind in ["all", *sorted({act.kind for act in [*found, *wanted]})]},
        "missed": missed,
        "alone": alone,
    }


def _row(found: Mapping[Act, set[str]], agreed: set[Act], wanted: Collection[Act], kind: str) -> dict[str, int]:
    mine = {act: spoken for act, spoken in found.items() if kind in (act.kind, "all")}
    return {
        "expected": sum(kind in (act.kind, "all") for act in wanted),
        "acts": len(mine),
        "acts_agreed": sum(act in agreed for act in mine),
        "reports": sum(map(len, mine.values())),
        "reports_agreed": sum(len(spoken) for act, spoken in mine.items() if act in agreed),
    }


def markdown(counted: Mapping[str, Any]) -> str:
    """A section of docs/accuracy.md."""
    languages, enough = counted["languages"], counted["enough"]
    labelled = counted["kinds"]["all"]["expected"] > 0
    what = f"{counted['documents']} news documents in {len(languages)} languages ({', '.join(languages)})"
    head = [
        f"{what}: {'our own, in tests/translations' if labelled else 'human translations of one another (NTREX-128, CC BY-SA 4.0)'},",
        f"read by `python -m benchmarks.translations`. A report is agreed where at least {enough} languages tell an act of the same kind",
        f"between the same countries{', of the status, kind and countries that `expected.json` has' if labelled else ''}.",
        "",
        "| kind | reports | of them agreed | share | different acts | of them agreed | acts expected |",
        "|---|---|---|---|---|---|---|",
    ]
    rows = [_line(kind, row) for kind, row in counted["kinds"].items()]
    per = [
        "",
        f"| | {' | '.join(languages)} |",
        "|---" * (len(languages) + 1) + "|",
        f"| agreed acts that it misses | {' | '.join(str(counted['missed'][c]) for c in languages)} |",
        f"| acts that it alone tells | {' | '.join(str(counted['alone'][c]) for c in languages)} |",
    ]
    return "\n".join([*head, *rows, *per])


def share(row: Mapping[str, int]) -> float:
    """The part of the reports on which nearly all languages agree."""
    return row["reports_agreed"] / max(row["reports"], 1)


def _line(kind: str, row: Mapping[str, int]) -> str:
    told = f"| {kind} | {row['reports']} | {row['reports_agreed']} | {share(row):.3f} | {row['acts']} | {row['acts_agreed']} "
    return f"{told}| {row['expected'] or '–'} |"


def main() -> int:
    """Read, print, keep the figures."""
    cli = argparse.ArgumentParser(description="Count how often the languages agree on the same documents.")
    cli.add_argument("folder", type=Path, nargs="?", help="one more set: a folder a document, a file a language in it")
    cli.add_argument("--detail", action="store_true", help="print every act with its languages")
    asked = cli.parse_args()
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    for name, folder in (("translations", asked.folder), ("own", OWN)):
        if folder is None:
            continue
        found, wanted = read(folder), expected(folder)
        if not found:
            print(f"no document of a known language tells an act in {folder}", file=sys.stderr)
            return 2
        if asked.detail:
            _detail(found, wanted)
        kept[name] = figures(found, wanted)
        print(markdown(kept[name]))
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


def _detail(found: Mapping[Act, set[str]], wanted: Collection[Act]) -> None:
    """Print every act with the languages that tell it; an expected one that none tells has none."""
    for act in sorted({*found, *wanted}):
        spoken = found.get(act, set())
        mark = ("+" if act in wanted else "-") if wanted else " "
        print(mark, act.document, act.kind, act.status, " ".join(act.countries) or "-", len(spoken), " ".join(sorted(spoken)))


if __name__ == "__main__":
    sys.exit(main())
