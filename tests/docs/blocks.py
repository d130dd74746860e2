"""The blocks of a page that a reader would type: which language, whether they are run, which answer stands below.

Here: reading Markdown. Not here: running anything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
RUN = ("bash", "console", "sql", "python")
SHOWN = ("text", "toml", "json", "ini", "yaml", "csv")
NOT_RUN = re.compile(r"<!-- not run: (\S.+?) -->", re.DOTALL)
PROMPT = "$ "
FIRST = "dragoman run --landing examples/landing"
OWN_HOME = "export DRAGOMAN_HOME="


@dataclass(frozen=True)
class Block:
    """A fence of a page.

    Attributes:
        page: where it stands.
        line: line of its opening, from 1.
        language: the word after the fence; empty for a block that is only indented.
        text: what it holds.
        reason: why it is not run; None where it is.
        answer: the table below an SQL statement, header first; None where there is none.
    """

    page: Path
    line: int
    language: str
    text: str
    reason: str | None
    answer: tuple[tuple[str, ...], ...] | None

    @property
    def name(self) -> str:
        """Page and line, as an editor opens them."""
        return f"{self.page.relative_to(ROOT)}:{self.line}"

    @property
    def runs(self) -> bool:
        """True where a test types it."""
        return self.language in RUN and self.reason is None


def blocks(page: Path) -> list[Block]:
    """The blocks of a page in their order."""
    return list(_blocks(page, MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))))


def _blocks(page: Path, tokens: Sequence[Token]) -> Iterator[Block]:
    flat = [Token("none", "", 0), *(token for token in tokens if token.level == 0 or token.type in ("fence", "code_block", "html_block"))]
    for before, token in pairwise(flat):
        if token.type not in ("fence", "code_block") or token.map is None:
            continue
        marked = NOT_RUN.search(before.content) if before.type == "html_block" else None
        language = token.info.split()[0] if token.info.strip() else ""
        yield Block(page, token.map[0] + 1, language, token.content, marked[1] if marked else None, _table(tokens, token))


def _table(tokens: Sequence[Token], fence: Token) -> tuple[tuple[str, ...], ...] | None:
    """The cells of the table that follows the fence at once."""
    place = next(number for number, token in enumerate(tokens) if token is fence)
    if place + 1 >= len(tokens) or tokens[place + 1].type != "table_open":
        return None
    rows: list[list[str]] = []
    for token in tokens[place + 1 :]:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append("".join(child.content for child in token.children or ()))
    return tuple(map(tuple, rows))


def begins_with_nothing(page: Path) -> bool:
    """True where the page itself reads the examples, as the tutorial does, or works in a home of its own."""
    return any(block.runs and (FIRST in block.text or OWN_HOME in block.text) for block in blocks(page))


def steps(text: str) -> list[tuple[str, str]]:
    """Commands of a console block, each with the answer below it."""
    found: list[tuple[list[str], list[str]]] = []
    for line in text.splitlines():
        if line.startswith(PROMPT):
            found.append(([line.removeprefix(PROMPT)], []))
        elif found and not found[-1][1] and found[-1][0][-1].endswith("\\"):
            found[-1][0].append(line)
        elif found:
            found[-1][1].append(line)
        else:
            raise ValueError(f"a console block begins with {PROMPT!r}: {text!r}")
    return [("\n".join(command), "\n".join(answer)) for command, answer in found]


def agrees(shown: str, got: str) -> bool:
    """True where the answer is as shown; `…` stands for anything within a line, on a line of its own for any lines."""
    lines = [line.rstrip() for line in shown.strip("\n").splitlines()]
    parts = [r"(?:.*\n)*?" if line.strip() == "…" else ".*?".join(map(re.escape, line.split("…"))) + r"\n" for line in lines]
    return re.fullmatch("".join(parts), "".join(f"{line.rstrip()}\n" for line in got.strip("\n").splitlines())) is not None
