"""Compiles the reading to machine code, in place, for who asks: `python -m assets.running.native` (`make native`).

Everything works without it, in the same way and more slowly. What is compiled is what reads each text: pure, typed modules. It needs a
C compiler and mypyc, which development installs. Not here: whether what is compiled is still what stands there (compiled).
"""

import argparse
from contextlib import chdir
from typing import Final

from pybind11.setup_helpers import ParallelCompile
from setuptools import Distribution
from setuptools.command.build_ext import build_ext

from assets.running import compiled
from assets.running.versions import ROOT

COMPILED: Final = (
    "assets/text/**/*.py",
    "assets/enriched/reading/**/*.py",
    *(f"assets/parsed/{name}.py" for name in ("brands", "headline", "issuers", "lines", "notices", "phrases", "press", "residue")),
)
INTERPRETED: Final = frozenset({
    "assets/enriched/reading/acts/confidence.py",  # its table is a pydantic model
    "assets/enriched/reading/people/lexis.py",  # properties kept in the object's dictionary; they answer from caches
    "assets/enriched/reading/rows.py",  # the time goes into polars
    "assets/enriched/reading/work.py",
})  # fmt: skip
PARALLEL: Final = 2
"""How many files are compiled at once."""
LEVELS: Final = ("0", "1", "2", "3")


def modules() -> list[str]:
    """Paths of what is compiled."""
    found = {path.relative_to(ROOT).as_posix() for pattern in COMPILED for path in ROOT.glob(pattern)}
    return sorted(name for name in found - INTERPRETED if not name.endswith("__init__.py"))


def build(level: str) -> None:
    """Compile the modules beside their sources, and write down of which sources.

    Args:
        level: how hard the C compiler tries; what is read is the same at all of `LEVELS`.
    """
    from mypyc.build import mypycify

    with chdir(ROOT):
        names = modules()
        sources = compiled.digests(ROOT, names)
        extensions = mypycify(names, opt_level=level, multi_file=True, group_name="dragoman")
        command = build_ext(Distribution({"name": "dragoman", "ext_modules": extensions}))
        command.inplace = True
        command.ensure_finalized()
        with ParallelCompile(default=PARALLEL):
            command.run()
        compiled.record(ROOT, sources)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="Compile what reads texts.")
    asked.add_argument("--level", choices=LEVELS, default="3", help="of optimisation (default: %(default)s)")
    build(asked.parse_args().level)
