"""Reads the same documents in several languages and counts how often they agree: `python -m benchmarks.translations DIR`.

DIR holds a folder a document with a file a language in it, `<code>.txt`: a headline, an empty line, and the text, as the news part of
NTREX-128 has them. Nothing is labelled: whatever is told in one language is told in all, so a report that one language alone has is
wrong there or missed elsewhere. Two reports are one act where kind and countries of the participants are the same.
The figures are kept in benchmarks/translations.json, which docs/accuracy.md is made from; no sentence is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from assets.enriched.reading.model import Document, Report
from assets.enriched.reading.reader import reader
from assets.languages import packs
from assets.parsed.knowledge import Knowledge, knowledge
from assets.parsed.parse import parse_file
from assets.register import registers

KEPT = Path(__file__).with_suffix(".json")
MISSED = 1
"""Languages that may miss an act which still counts as found in all of them."""


class Act(NamedTuple):
    """What makes two reports of one document the same in two languages."""

    document: str
    kind: str
    countries: tuple[str, ...]


def read(folder: Path) -> dict[Act, set[str]]:
    """The acts found, each with the languages that tell it.

    Args:
        folder: a folder a document, a file a language with a pack; other files are passed over.
    """
    known = knowledge({code: packs.load(code) for code in packs.codes()}, registers.load())
    found: dict[Act, set[str]] = defaultdict(set)
    for path in sorted(folder.glob("*/*.txt")):
        if path.stem in packs.codes():
            for report in _reports(path, known):
                countries = {p.country for p in report.participants if p.country}
                found[Act(path.parent.name, report.kind, tuple(sorted(countries)))].add(path.stem)
    return dict(found)


def _reports(path: Path, known: Knowledge) -> Iterator[Report]:
    for document in parse_file(path.stem, path.name, path.read_bytes(), known).documents:
        text = Document(path.stem, path.stem, document.title or "", document.body, published=document.published_edtf)
        yield from reader(path.stem).read(text).reports


def figures(found: Mapping[Act, set[str]]) -> dict[str, Any]:
    """Counts for the page: acts and reports, all and by kind, and how many of them stand in nearly all languages.

    An act is one thing that happened, a report one telling of it in one language.
    """
    languages = sorted(set().union(*found.values()))
    enough = len(languages) - MISSED
    rows = {kind: _row({a: s for a, s in found.items() if kind in (a.kind, "all")}, enough) for kind in _kinds(found)}
    missed = {code: sum(code not in spoken for spoken in found.values() if len(spoken) >= enough) for code in languages}
    alone = {code: sum(spoken == {code} for spoken in found.values()) for code in languages}
    documents = len({act.document for act in found})
    return {"documents": documents, "languages": languages, "enough": enough, "kinds": rows, "missed": missed, "alone": alone}


def _kinds(found: Mapping[Act, set[str]]) -> list[str]:
    return ["all", *sorted({act.kind for act in found})]


def _row(found: Mapping[Act, set[str]], enough: int) -> dict[str, int]:
    agreed = [spoken for spoken in found.values() if len(spoken) >= enough]
    return {
        "acts": len(found),
        "acts_agreed": len(agreed),
        "reports": sum(map(len, found.values())),
        "reports_agreed": sum(map(len, agreed)),
    }


def markdown(counted: Mapping[str, Any]) -> str:
    """The section of docs/accuracy.md."""
    languages, enough = counted["languages"], counted["enough"]
    what = f"{counted['documents']} news documents in {len(languages)} languages ({', '.join(languages)})"
    head = [
        f"{what}, human translations of one another (NTREX-128, CC BY-SA 4.0),",
        "read by `python -m benchmarks.translations DIR`. Nothing is labelled here: a report is agreed where at least",
        f"{enough} languages tell an act of the same kind between the same countries.",
        "",
        "| kind | reports | of them agreed | share | different acts | of them agreed |",
        "|---|---|---|---|---|---|",
    ]
    rows = [_line(kind, row) for kind, row in counted["kinds"].items()]
    names = " | ".join(languages)
    per = [
        "",
        f"| | {names} |",
        "|---" * (len(languages) + 1) + "|",
        f"| agreed acts that it misses | {' | '.join(str(counted['missed'][c]) for c in languages)} |",
        f"| acts that it alone tells | {' | '.join(str(counted['alone'][c]) for c in languages)} |",
    ]
    return "\n".join([*head, *rows, *per])


def _line(kind: str, row: Mapping[str, int]) -> str:
    share = row["reports_agreed"] / max(row["reports"], 1)
    return f"| {kind} | {row['reports']} | {row['reports_agreed']} | {share:.3f} | {row['acts']} | {row['acts_agreed']} |"


def main() -> int:
    """Read, print, keep the figures."""
    cli = argparse.ArgumentParser(description="Count how often the languages agree on the same documents.")
    cli.add_argument("folder", type=Path, help="a folder a document, a file a language in it")
    cli.add_argument("--detail", action="store_true", help="print every act with its languages")
    asked = cli.parse_args()
    found = read(asked.folder)
    if not found:
        print(f"no document of a known language tells an act in {asked.folder}", file=sys.stderr)
        return 2
    if asked.detail:
        for act, spoken in sorted(found.items()):
            print(act.document, act.kind, " ".join(act.countries) or "-", len(spoken), " ".join(sorted(spoken)))
    counted = figures(found)
    KEPT.write_text(json.dumps(counted, indent=1) + "\n", encoding="utf-8")
    print(markdown(counted))
    return 0


if __name__ == "__main__":
    sys.exit(main())
