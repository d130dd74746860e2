"""Files broken at random, by the thousand: each must be accounted for, and none may break the reader.

    python -m tests.fuzz.run [--files 10000] [--seed 1]

Every format's example file is changed in a few places, packed or not, and parsed. Prints what came of them, and exits with 1 where
anything but documents and rejects came out, or where memory grew beyond the bound. A seed gives the same files again.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import traceback
from collections import Counter
from typing import Final

from assets.languages import packs
from assets.parsed.knowledge import Knowledge, knowledge
from assets.parsed.parse import parse_file
from assets.register import registers
from tests.parsed.formats import made

MOST_CHANGES: Final = 12
PACKED: Final = 0.3
CUT: Final = 0.2
MOST_MIB: Final = 1_500


def broken(chance: random.Random) -> tuple[str, bytes]:
    """One file: what it was, and its bytes."""
    name = chance.choice(sorted(made.FORMATS))
    content = made.FORMATS[name][0]
    if chance.random() < PACKED:
        packer = chance.choice(sorted(made.PACKERS))
        name, content = f"{name}.{packer}", made.PACKERS[packer](content)
    spoiled = bytearray(content)
    for _ in range(chance.randint(0, MOST_CHANGES)):
        _spoil(spoiled, chance)
    if chance.random() < CUT:
        del spoiled[chance.randrange(len(spoiled)) :]
    return name, bytes(spoiled)


def _spoil(content: bytearray, chance: random.Random) -> None:
    """Change a byte, take some away, repeat some, or put some in."""
    at = chance.randrange(len(content)) if content else 0
    length = chance.randint(1, 50)
    match chance.randrange(4):
        case 0:
            content[at : at + 1] = chance.randbytes(1)
        case 1:
            del content[at : at + length]
        case 2:
            content[at:at] = content[at : at + length]
        case _:
            content[at:at] = chance.randbytes(length)


def crash(content: bytes, known: Knowledge) -> str | None:
    """Where the reader broke; None where the file is accounted for."""
    try:
        parsed = parse_file("f" * 16, "fuzzed", content, known)
    except BaseException as error:  # whatever breaks the reader is what is looked for
        if isinstance(error, KeyboardInterrupt):
            raise
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {place.name}: {error}"[:160]
    return None if parsed.records == len(parsed.documents) + len(parsed.rejects) >= 1 else "no record"


def main() -> int:
    """Make, parse, count."""
    cli = argparse.ArgumentParser(description="Parse files that are broken at random.")
    cli.add_argument("--files", type=int, default=10_000, help="how many")
    cli.add_argument("--seed", type=int, default=1, help="gives the same files again")
    asked = cli.parse_args()
    known = knowledge({code: packs.load(code) for code in packs.codes()}, registers.load())
    chance, found = random.Random(asked.seed), Counter[tuple[str, str]]()
    for _ in range(asked.files):
        name, content = broken(chance)
        if what := crash(content, known):
            found[name, what] += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{asked.files} files, {sum(found.values())} crashes, peak {peak} MiB (seed {asked.seed})")
    for (name, what), times in found.most_common():
        print(f"{times} × {name}: {what}")
    return 1 if found or peak > MOST_MIB else 0


if __name__ == "__main__":
    sys.exit(main())
