"""Files broken at random, by the thousand: each must be accounted for, and none may break the reader.

    python -m tests.fuzz.run [--files 10000] [--seconds 20] [--seed 1] [--report docs/fuzzing.md]

Every format's example file is changed in a few places, packed or not, and parsed. Prints what came of them, and exits with 1 where
anything but documents and rejects came out, or where memory grew beyond the bound. A seed gives the same files again.
Then, where atheris is installed, the decoders and the containers are fuzzed led by coverage (guided), each for so many seconds.
"""

from __future__ import annotations

import argparse
import importlib.util
import platform
import random
import re
import resource
import shutil
import subprocess
import sys
import traceback
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from assets.parsed import loading
from assets.parsed.knowledge import Knowledge
from assets.parsed.parse import parse_file
from tests.parsed.formats import made

MOST_CHANGES: Final = 12
PACKED: Final = 0.3
CUT: Final = 0.2
MOST_MIB: Final = 1_500
KEPT: Final = Path(".fuzz")
"""Where files are kept that broke the reader, to be tried again: python -m tests.fuzz.guided TARGET .fuzz/NAME."""
GUIDED: Final = ("encodings", "mojibake", "containers")
STATISTICS: Final = re.compile(
    r"^stat::(number_of_executed_units|new_units_added|slowest_unit_time_sec|peak_rss_mb):\s+(\d+)", re.MULTILINE
)
COVERED: Final = re.compile(r"^#\d+\s.*\bcov: (\d+)", re.MULTILINE)


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


def at_random(files: int, seed: int) -> tuple[list[str], bool]:
    """Parse so many broken files; lines of a report, and whether all went well."""
    known = loading.load()
    chance, found = random.Random(seed), Counter[tuple[str, str]]()
    for _ in range(files):
        name, content = broken(chance)
        if what := crash(content, known):
            found[name, what] += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    lines = [f"{files} files broken at random: {sum(found.values())} crashes, peak {peak} MiB (seed {seed})."]
    lines += [f"- {times} × {name}: {what}" for (name, what), times in found.most_common()]
    return lines, not found and peak <= MOST_MIB


def led(seconds: int, seed: int) -> tuple[list[str], bool]:
    """Fuzz each target for so many seconds; lines of a report, and whether all went well."""
    if importlib.util.find_spec("atheris") is None:
        return ["Not fuzzed led by coverage: atheris is not installed."], True
    lines = ["| target | files | reached new code | branches reached | slowest, s | MiB | crashes |", "|---|---|---|---|---|---|---|"]
    well = True
    with TemporaryDirectory(prefix="fuzz-") as folder:
        for target in GUIDED:
            command = [sys.executable, "-m", "tests.fuzz.guided", target, f"{folder}/{target}", f"--seconds={seconds}", f"--seed={seed}"]
            done = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
            told = dict(STATISTICS.findall(done.stderr))
            broke = [path for path in Path(folder, target).glob("*-*") if not path.name.startswith("seed-")]
            names = ("number_of_executed_units", "new_units_added", "", "slowest_unit_time_sec", "peak_rss_mb")
            covered = (COVERED.findall(done.stderr) or ["?"])[-1]
            cells = [told.get(name, "?") if name else covered for name in names]
            lines.append(f"| {target} | {' | '.join(cells)} | {len(broke)} |")
            if done.returncode or broke:
                well = False
                print(done.stdout[-3_000:], done.stderr[-3_000:], file=sys.stderr)
                KEPT.mkdir(exist_ok=True)
                for path in broke:
                    shutil.copy(path, KEPT / f"{target}-{path.name}")
    return lines, well


def main() -> int:
    """Fuzz, print, and write the report."""
    cli = argparse.ArgumentParser(description="Parse files that are broken at random, and such as reach new code.")
    cli.add_argument("--files", type=int, default=10_000, help="how many at random")
    cli.add_argument("--seconds", type=int, default=20, help="for each target that is led by coverage")
    cli.add_argument("--seed", type=int, default=1, help="gives the same files again")
    cli.add_argument("--report", type=Path, help="a page to write, as docs/fuzzing.md")
    asked = cli.parse_args()
    lines, well = at_random(asked.files, asked.seed)
    more, also_well = led(asked.seconds, asked.seed)
    print("\n".join([*lines, *more]))
    if asked.report:
        asked.report.write_text(_page(lines, more, asked.seconds), encoding="utf-8")
    return 0 if well and also_well else 1


def _page(lines: list[str], more: list[str], seconds: int) -> str:
    command = 'make fuzz ARGS="--report docs/fuzzing.md"'
    head = ["# Fuzzing", "", f"Written by `{command}`, on Python {platform.python_version()} and {platform.system()} {platform.machine()}."]
    about = ["", "## Files broken at random", "", *lines, "", "## Led by coverage", "", f"{seconds} seconds each, with atheris.", ""]
    return "\n".join([*head, *about, *more]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
