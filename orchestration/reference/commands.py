"""The page of the commands: every command of `dragoman` with its arguments and options, as its help tells them."""

from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, Final, get_args

import typer

from orchestration.cli import app
from orchestration.cli.common import Exit
from orchestration.reference.markdown import DIM, opening, plain, table

ABOUT: Final = "`dragoman COMMAND --help` says the same in the terminal. Options win over [settings](settings.md)."
CODES: Final = {
    Exit.OK: "done",
    Exit.FAILED: "it could not be done; the reason stands on stderr",
    Exit.USAGE: "wrong arguments, options or settings",
    Exit.LOCKED: "another run is under way",
}
EXAMPLES: Final = "Examples:"
NAMED: Final[dict[type, str]] = {str: "TEXT", int: "NUMBER", Path: "PATH", datetime: "DATE"}


def page() -> str:
    """The page as Markdown."""
    group: Any = typer.main.get_command(app)
    parts = [opening("Commands", "the command line in `orchestration/cli`", ABOUT)]
    parts.extend(_command(name, command) for name, command in group.commands.items())
    codes = table(("code", "meaning"), ((f"`{int(code)}`", meaning) for code, meaning in CODES.items()))
    return "\n".join([*parts, f"## Exit codes\n\n{codes}"])


def _command(name: str, command: Any) -> str:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    usage = " ".join(["dragoman", name, *map(_usage, arguments), "[OPTIONS]"])
    rows = ((_name(param), _default(param), _meaning(param)) for param in command.params)
    return f"## dragoman {name}\n\n`{usage}`\n\n{_prose(command.help)}\n" + table(("argument or option", "else", "meaning"), rows)


def _usage(argument: Any) -> str:
    shown = argument.metavar or argument.name.upper()
    shown = f"{shown}…" if argument.nargs == -1 else shown
    return shown if argument.required else f"[{shown}]"


def _name(param: Any) -> str:
    return f"`{_usage(param)}`" if param.param_type_name == "argument" else f"`{', '.join(param.opts)}{_value(param)}`"


def _value(option: Any) -> str:
    if option.is_flag:
        return ""
    told = option.type_descriptor.annotation
    kind = next(iter(get_args(told)), told)
    return f" {'|'.join(each.value for each in kind)}" if issubclass(kind, Enum) else f" {NAMED[kind]}"


def _default(param: Any) -> str:
    """What holds where it is not given: the help says it in dim words, or the default is a plain value."""
    told = DIM.search(param.help or "")
    if told:
        return told[1].strip()
    default = param.default
    return f"`{default.value if isinstance(default, Enum) else default}`" if isinstance(default, Enum | int | str) and default else ""


def _meaning(param: Any) -> str:
    several = " May be given more than once." if param.multiple and "more than once" not in (param.help or "") else ""
    return plain(param.help or "") + several


def _prose(text: str) -> str:
    """The help's paragraphs; its examples as a list."""
    about, _, examples = text.partition(EXAMPLES)
    return "\n".join([plain(about).strip(), "", *_listed(examples)])


def _listed(examples: str) -> Iterator[str]:
    lines = [line.strip() for line in examples.splitlines() if line.strip()]
    yield from (f"- `{line}`" for line in lines)
    if lines:
        yield ""
