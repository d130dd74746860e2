"""`dragoman explain`: what is known of one id, with the sentences that say so and the rules that read them."""

import re
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from orchestration.cli import common

if TYPE_CHECKING:
    from rich.text import Text

    from warehouse.read import Warehouse

# Where a sentence may end, for showing it: Latin, Cyrillic, Arabic and Persian marks, or the end of a paragraph.
SENTENCE_END: Final = re.compile(r"[.!?…؟۔](?=\s)|\n")


def explain(
    subject: Annotated[str, typer.Argument(metavar="ID", help="The id of a person, an event, a report or a document.")],
    home: common.Home = None,
    as_json: common.Json = False,
) -> None:
    """Shows a person, an event or a report with its evidence: each sentence, where it was read, by which rule, why it belongs there.

    What is wrongly one, or wrongly two, is put right by a line in [bold]assets/register/overrides.csv[/bold]: the name with its
    country, or the id of the account, stands behind each reason.
    Ids come from [bold]dragoman query[/bold], such as: SELECT person_id, name FROM persons.
    """
    from sql import statement

    with common.warehouse(common.settings(home)) as warehouse:
        kinds = warehouse.query(statement("explain/kind_of_id"), {"id": subject})
        if not kinds.height:
            common.fail(f"nothing in the warehouse has the id {subject!r}: persons, events, reports and documents have ids")
        told = _told(warehouse, str(kinds["kind"][0]), subject)
    if as_json:
        common.print_json(told)
    else:
        _show(told)


def _told(warehouse: "Warehouse", kind: str, subject: str) -> dict[str, Any]:
    from sql import statement

    about = warehouse.query(statement(f"explain/{kind}"), {"id": subject}).row(0, named=True)
    evidence = warehouse.query(statement(f"explain/{kind}_evidence"), {"id": subject})
    return {
        "kind": kind,
        "id": subject,
        "about": {name: value for name, value in about.items() if value not in (None, "")},
        "evidence": [_evidence(row) for row in evidence.iter_rows(named=True)],
    }


def _evidence(row: dict[str, Any]) -> dict[str, Any]:
    sentence, start, end = sentence_around(row.pop("body"), row.pop("span_start"), row.pop("span_end"))
    return {**row, "sentence": sentence, "words": sentence[start:end]}


def sentence_around(body: str, start: int, end: int) -> tuple[str, int, int]:
    """The sentence or sentences that hold a span, and where the span stands in them."""
    before = [match.end() for match in SENTENCE_END.finditer(body, 0, start)]
    first = before[-1] if before else 0
    after = SENTENCE_END.search(body, end)
    last = after.end() if after else len(body)
    first += len(body[first:start]) - len(body[first:start].lstrip())
    return body[first:last].rstrip(), start - first, end - first


def _show(told: dict[str, Any]) -> None:
    out = common.console()
    out.print(f"[bold]{told['kind']} {told['id']}[/bold]", highlight=False)
    for name, value in told["about"].items():
        out.print(f"[dim]{name:>12}[/dim]  {common.cell(value)}", soft_wrap=True, highlight=False)
    for row in told["evidence"]:
        where = " · ".join(str(row[key]) for key in ("published_on", "outlet", "language") if row[key] is not None)
        why = f", {common.cell(row['why'])}" if row["why"] else ""
        known_as = f" · {common.cell(row['known_as'])}" if row.get("known_as") else ""
        how = f"{common.cell(row['read_as'])}  [dim]{common.cell(row['rule'])}{why}{known_as}[/dim]"
        out.print(f"\n[cyan]{common.cell(where)}[/cyan]  {how}", highlight=False, soft_wrap=True)
        out.print(_marked(row["sentence"], row["words"]), soft_wrap=True)


def _marked(sentence: str, words: str) -> "Text":
    from rich.text import Text

    text = Text("  " + sentence)
    if words:
        begin = text.plain.find(words)
        text.stylize("bold", begin, begin + len(words))
    return text
