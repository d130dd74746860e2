"""`python -m tests.docs PAGE…`: types what the pages say, and writes down the answers that have become other ones.

An answer that still agrees is left as it is, with its `…`. Look at what has changed before you commit it.
"""

import argparse
import tempfile
import textwrap
from pathlib import Path

from tests.docs.blocks import PROMPT, Block, agrees, begins_with_nothing, blocks, steps
from tests.docs.workplace import READ, Workplace, clone


def answered(block: Block, place: Workplace) -> tuple[str, str]:
    """What stands on the page, and what should."""
    if block.language == "console":
        lines = []
        for command, shown in steps(block.text):
            got = place.shell(command).strip("\n")
            lines += [PROMPT + command, shown if agrees(shown, got) else got]
        return block.text, "".join(f"{line}\n" for line in lines if line)
    if block.language == "sql" and block.answer is not None:
        found = place.sql(block.text)
        return (table(block.answer), table(found)) if found != block.answer else ("", "")
    place.run(block)
    return "", ""


def table(rows: tuple[tuple[str, ...], ...]) -> str:
    """A table as Markdown."""
    head, *rest = (f"| {' | '.join(cells)} |\n" for cells in rows)
    return head + "|" + "---|" * len(rows[0]) + "\n" + "".join(rest)


def replaced(text: str, block: Block, old: str, new: str) -> str:
    """The page with the new words in place of the old, indented as the block is."""
    opening = block.page.read_text(encoding="utf-8").splitlines()[block.line - 1]
    indent = opening[: len(opening) - len(opening.lstrip())]
    before, after = textwrap.indent(old, indent), textwrap.indent(new, indent)
    if before not in text:
        raise SystemExit(f"{block.name}: write it as this command does:\n{before}")
    return text.replace(before, after, 1) if old else text


def main() -> None:
    """Go through the pages."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("pages", nargs="+", type=lambda text: Path(text).resolve())
    with tempfile.TemporaryDirectory() as folder:
        read = clone(Path(folder) / "read")
        read.shell(READ)
        for number, page in enumerate(cli.parse_args().pages):
            place = clone(Path(folder) / str(number) / "dragoman", None if begins_with_nothing(page) else read.root / "data")
            text = page.read_text(encoding="utf-8")
            for block in blocks(page):
                old, new = answered(block, place) if block.runs else ("", "")
                text = replaced(text, block, old, new)
            page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
