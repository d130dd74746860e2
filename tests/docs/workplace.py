"""A place like a reader's: a clone of the code, `.venv/bin/dragoman`, and a home in which the examples have been read."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from warehouse import open_warehouse

from .blocks import ROOT, Block, agrees, steps

CODE = ("assets", "orchestration", "sql", "warehouse", "examples", "deploy", "pyproject.toml", "workspace.yaml")
LEAVE = shutil.ignore_patterns("__pycache__", "*.so")
STARTER = """#!/bin/sh
exec "{python}" -c 'import sys; sys.argv[0] = "dragoman"; from orchestration.cli import main; main()' "$@"
"""
PYTHON = """#!/bin/sh
exec "{python}" "$@"
"""
COLUMNS = 100
READ = "dragoman add examples/landing/* && dragoman run"


@dataclass(frozen=True)
class Workplace:
    """A clone to type in.

    Attributes:
        root: its folder.
    """

    root: Path

    def environment(self) -> dict[str, str]:
        """That of the shell: no setting of ours but one process, and no measuring of accuracy."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("DRAGOMAN_", "DAGSTER_"))}
        path = f"{self.root / '.venv/bin'}:{os.environ['PATH']}"
        own = {"PATH": path, "PYTHONPATH": str(self.root), "COLUMNS": str(COLUMNS), "HOME": str(self.root), "TERM": "dumb"}
        return {**kept, **own, "DRAGOMAN_WORKERS": "1", "DRAGOMAN_MEASURE": "false", "PYTHONDONTWRITEBYTECODE": "1"}

    def shell(self, command: str) -> str:
        """What a command says on stdout; a code that is not zero fails, with what it said on stderr."""
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command],
            cwd=self.root,
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        assert done.returncode == 0, f"{command}\nended with {done.returncode}:\n{done.stdout}{done.stderr}"
        return done.stdout

    def sql(self, statement: str) -> tuple[tuple[str, ...], ...]:
        """Header and rows, as text."""
        with open_warehouse(self.root / "data/dragoman.duckdb") as warehouse:
            rows = warehouse.query(statement)
        return (tuple(rows.columns), *(tuple("" if value is None else str(value) for value in row) for row in rows.iter_rows()))

    def run(self, block: Block) -> None:
        """Type a block and compare the answers."""
        if block.language == "console":
            for command, shown in steps(block.text):
                got = self.shell(command)
                assert agrees(shown, got), f"{block.name}: $ {command}\n--- the page says\n{shown}\n--- it says\n{got}"
        elif block.language == "sql":
            found = self.sql(block.text)
            assert len(found) > 1, f"{block.name}: no row"
            assert block.answer in (None, found), f"{block.name}\n--- the page says\n{block.answer}\n--- it says\n{found}"
        elif block.language == "python":
            (self.root / "snippet.py").write_text(block.text, encoding="utf-8")
            self.shell("python snippet.py")
        else:
            self.shell(block.text)


def clone(root: Path, home: Path | None = None) -> Workplace:
    """A clone of the code as it stands here, with a copy of a home as its `data`."""
    for name in CODE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=LEAVE)
        else:
            shutil.copy(source, root / name)
    for name, text in {"dragoman": STARTER, "python": PYTHON}.items():
        starter = root / ".venv/bin" / name
        starter.parent.mkdir(parents=True, exist_ok=True)
        starter.write_text(text.format(python=sys.executable), encoding="utf-8")
        starter.chmod(0o755)
    if home is not None:
        shutil.copytree(home, root / "data")
    return Workplace(root)
