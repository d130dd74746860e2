"""`python -m tests.docs PAGE…`: types what the pages say, and writes down the answers that have become other ones.

An answer that still agrees is left as it is, with its `…`. Look at what has changed before you commit it.
"""

import argparse
import tempfile
from pathlib import Path

from tests.docs.blocks import PROMPT, Block, agrees, blocks, steps
from tests.docs.conftest import FIRST
from tests.docs.workplace import Workplace, clone


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
    lines = [rows[0], ("---",) * len(rows[0]), *rows[1:]]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def main() -> None:
    """Go through the pages."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("pages", nargs="+", type=lambda text: Path(text).resolve())
    with tempfile.TemporaryDirectory() as folder:
        read = clone(Path(folder) / "read")
        read.shell(FIRST)
        for number, page in enumerate(cli.parse_args().pages):
            place = clone(Path(folder) / str(number) / "dragoman", read.root / "data")
            text = page.read_text(encoding="utf-8")
            for block in blocks(page):
                old, new = answered(block, place) if block.runs else ("", "")
                if old not in text:
                    raise SystemExit(f"{block.name}: write its table as this command does:\n{old}")
                text = text.replace(old, new, 1) if old else text
            page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
