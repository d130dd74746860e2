"""Fuzzing that is led by what code a file reaches (atheris, which is libFuzzer for Python): the decoders, alone and in containers.

    python -m tests.fuzz.guided TARGET FOLDER --seconds 60

Targets: encodings (bytes to text), mojibake (text read wrongly and written again), containers (all that is packed, and what is in it).
The folder keeps the files that reached new code; a file that breaks the reader is left in it, named crash-… Here: what is asked of each
target. Not here: running them all, and telling of it (run).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import atheris

with atheris.instrument_imports(include=["assets"]):
    from assets.parsed.decode import REPAIRABLE, decode
    from assets.parsed.formats import open_content
    from assets.parsed.loading import load
    from assets.running.limits import Limits

from tests.parsed.formats import made

LIMITS: Final = Limits(expanded_bytes=1 << 20, members=100, depth=3, pages=5)
LONGEST: Final = 1 << 14
"""Bytes of a file: longer ones are slower and reach no more."""


def encodings(content: bytes) -> None:
    """What is decoded is text that can be written, told with how it was read."""
    decoded = decode(content)
    if decoded is not None:
        decoded.text.encode()
        assert decoded.encoding


def mojibake(content: bytes) -> None:
    """A text that was read wrongly and written again is read as some text; one of ASCII, which nothing can do harm to, as itself."""
    chance = atheris.FuzzedDataProvider(content)
    wrong = REPAIRABLE[chance.ConsumeIntInRange(0, len(REPAIRABLE) - 1)]
    text = chance.ConsumeUnicodeNoSurrogates(LONGEST).encode().decode(wrong, "ignore")
    decoded = decode(text.encode())
    if decoded is not None:
        decoded.text.encode()
        assert decoded.text == text or not text.isascii() or not text.isprintable()


def containers(content: bytes) -> None:
    """Whatever is packed has at least one record."""
    fields = load().fields
    assert next(iter(open_content(content, fields, LIMITS).records), None) is not None
    for _ in open_content(content, fields, LIMITS).records:
        pass


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {"encodings": encodings, "mojibake": mojibake, "containers": containers}


def seeds(target: str) -> list[bytes]:
    """Files to begin with: every format, alone and packed; for the decoders a text in every encoding."""
    if target == "containers":
        alone = [content for content, _ in made.FORMATS.values()]
        return alone + [pack(alone[0]) for pack in made.PACKERS.values()]
    text = f"{made.PLAIN} Министр встретился с послом. Görüşlər Bakıda keçirildi. السفير في القاهرة"
    return [text.encode(encoding, "ignore") for encoding in ("utf-8", "utf-16", "utf-32", "koi8-r", "iso-8859-6", *REPAIRABLE)]


def main() -> None:
    """Fuzz one target; the process ends with it."""
    cli = argparse.ArgumentParser(description="Fuzz one target, led by coverage.")
    cli.add_argument("target", choices=TARGETS)
    cli.add_argument("folder", type=Path, help="keeps files that reached new code")
    cli.add_argument("--seconds", type=int, default=60)
    cli.add_argument("--seed", type=int, default=1)
    asked = cli.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(seeds(asked.target)):
        (asked.folder / f"seed-{number}").write_bytes(content)
    options = [
        f"-max_total_time={asked.seconds}",
        f"-seed={asked.seed}",
        f"-max_len={LONGEST}",
        "-rss_limit_mb=2500",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={asked.folder}/", str(asked.folder)], TARGETS[asked.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
