"""The page of the checks: every asset check with its severity, what it asks, and why where that is said."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import assets.validated
from assets.running import checks
from orchestration.definitions import ASSETS
from orchestration.reference.markdown import opening, table
from sql import header, names, statement

SOURCE: Final = "`assets/running/checks.toml`, `assets/validated/rules.toml` and `sql/checks`"
ABOUT: Final = """\
`error` stops the run before anything is published; `warn` tells and lets it go on. A check fails when more rows break it than may.
The verdicts of the last run stand in the table [checks](data-dictionary.md#checks), in the Dagster UI, and in `dragoman status`.
"""
REJECT: Final = "; a document that breaks it becomes a reject"


def page() -> str:
    """The page as Markdown."""
    return "\n".join([opening("Checks", SOURCE, ABOUT), *_assets()])


def _assets() -> Iterator[str]:
    for asset in ASSETS:
        name = asset.key.to_user_string()
        specs = sorted(asset.check_specs, key=lambda spec: spec.name)
        if not specs:
            continue
        if name == checks.PUBLISHED:
            rows = table(("check", "severity", "looks for", "why"), map(_across, names("checks")))
        else:
            rows = table(
                ("check", "severity", "rows that may break it", "asks that"), (_single(name, s.name, s.description) for s in specs)
            )
        yield f"## {name}\n\n{rows}"


def _single(asset: str, check: str, what: str | None) -> tuple[str, str, str, str]:
    """Outside checks.toml, the rules on single documents warn, and that what is taken away is whole blocks (their stages say so)."""
    own: Literal["error", "warn"] = "warn" if asset == "validated_documents" else "error"
    rule = checks.rules().get(asset, {}).get(check) or checks.Rule(what=what or "", severity=own)
    most = [str(rule.limit)] if rule.limit or not rule.share else []
    share = [f"{rule.share:.0%}"] if rule.share else []
    rejects = asset == "validated_documents" and _of_documents().get(check) == "error"
    return f"`{check}`", rule.severity, " or ".join(most + share), rule.what + (REJECT if rejects else "")


def _of_documents() -> dict[str, str]:
    """How much each rule on single documents matters to the document, by its name."""
    text = (Path(assets.validated.__file__).parent / "rules.toml").read_text(encoding="utf-8")
    return {name: rule["severity"] for name, rule in tomllib.loads(text).items()}


def _across(name: str) -> tuple[str, str, str, str]:
    about = header(statement(name))
    return f"`{name.rpartition('/')[2]}`", about["severity"], about["what"], about.get("why", "")
