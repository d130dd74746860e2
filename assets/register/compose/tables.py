"""Reading source tables and writing register files: sorted, without duplicates, always the same bytes.

Belongs here: the two file formats of the build. Does not belong here: what any column means.
"""

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

REGISTER = Path(__file__).resolve().parent.parent
SOURCE = REGISTER / "source"

LANGUAGES = ("ar", "az", "de", "en", "fa", "fr", "ru", "tr")


def source_rows(name: str, width: int) -> Iterator[list[str]]:
    """Give the cells of each row of a pipe separated source file.

    Args:
        name: file name below `source/`; lines that start with `#` are comments.
        width: number of cells that every row must have; a shorter row is filled with empty cells.

    Raises:
        ValueError: a row has more cells than `width`.
    """
    for number, line in enumerate((SOURCE / name).read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [nfc(cell) for cell in line.split("|")]
        if len(cells) > width:
            raise ValueError(f"{name}, line {number}: {len(cells)} cells, {width} expected")
        yield cells + [""] * (width - len(cells))


def alternatives(cell: str) -> list[str]:
    """Split a cell into its alternatives; `-` and an empty cell mean none."""
    return [part.strip() for part in cell.split(";") if part.strip() not in {"", "-"}]


def nfc(text: str) -> str:
    """Bring a text to NFC with plain apostrophes and single spaces."""
    plain = unicodedata.normalize("NFC", text).replace("’", "'")
    return " ".join(plain.split())


def capital_matters(text: str) -> str:
    """Say whether a text must be met with its capitals (`proper`) or in any case (`any`)."""
    return "proper" if any(character.isupper() for character in text) else "any"


def write(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a register file sorted and without repeated rows; give the number of rows."""
    unique = sorted({tuple(row) for row in rows})
    with (REGISTER / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(unique)
    return len(unique)


def register_rows(name: str) -> Iterator[dict[str, str]]:
    """Give the rows of a register file that an earlier script wrote."""
    with (REGISTER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
