"""Compiles the reading to machine code, for who asks: `make native`, or a wheel with `python setup.py build_ext bdist_wheel`.

Everything works without it, in the same way and about half as fast. What is compiled is what reads each text: pure, typed modules.
Not here: what the project is and needs (pyproject.toml).
"""

import sys
from pathlib import Path
from typing import ClassVar

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

from assets.running import compiled

ROOT = Path(__file__).parent
COMPILED = (
    "assets/text/**/*.py",
    "assets/enriched/reading/**/*.py",
    *(f"assets/parsed/{name}.py" for name in ("brands", "headline", "issuers", "lines", "notices", "phrases", "press", "residue")),
)
INTERPRETED = frozenset({
    "assets/enriched/reading/acts/confidence.py",  # its table is a pydantic model
    "assets/enriched/reading/people/lexis.py",  # properties kept in the object's dictionary; they answer from caches
    "assets/enriched/reading/rows.py",  # the time goes into polars
    "assets/enriched/reading/work.py",
})  # fmt: skip


def modules() -> list[str]:
    """Paths of what is compiled."""
    found = {path.relative_to(ROOT).as_posix() for pattern in COMPILED for path in ROOT.glob(pattern)}
    return sorted(name for name in found - INTERPRETED if not name.endswith("__init__.py"))


class Build(build_ext):
    """Compiles, and writes down of which sources."""

    sources: ClassVar[dict[str, str]] = {}

    def run(self) -> None:
        """The usual build, then the record beside the sources."""
        super().run()
        compiled.record(ROOT, self.sources)


def extensions() -> list[Extension]:
    """The modules to compile, none where compiling isn't asked for by name."""
    if "build_ext" not in sys.argv:
        return []
    from mypyc.build import mypycify

    names = modules()
    Build.sources = compiled.digests(ROOT, names)
    built: list[Extension] = mypycify(names, multi_file=True, group_name="dragoman")
    return built


setup(ext_modules=extensions(), cmdclass={"build_ext": Build})
