"""`dragoman status`: what ran last, what waits, what is wrong."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from orchestration.cli import common

if TYPE_CHECKING:
    from orchestration.settings import Settings


def status(home: common.Home = None, as_json: common.Json = False) -> None:
    """Tells the last run, what is waiting, checks that fail, rejects by reason, and the age of the warehouse."""
    settings = common.settings(home)
    told = {
        "home": str(settings.root),
        "running": _running(settings),
        "last_run": _last_run(settings),
        "waiting": _waiting(settings),
        "failed_checks": common.failed_checks(settings),
        "rejects": _rejects(settings),
        "warehouse": _warehouse(settings),
    }
    if as_json:
        common.print_json(told)
    else:
        _show(told)


def _running(settings: "Settings") -> dict[str, Any] | None:
    from orchestration import hold

    found = hold.held(settings)
    return None if found is None else {"run_id": found[1].run_id, "pid": found[1].pid, "since": found[1].since}


def _last_run(settings: "Settings") -> dict[str, Any] | None:
    """From Dagster's history; a home that never ran has none, and none is made."""
    if not settings.dagster_home.exists():
        return None
    from orchestration.instance import open_instance

    with open_instance(settings) as instance:
        records = instance.get_run_records(limit=1)
    if not records:
        return None
    record = records[0]
    seconds = record.end_time - record.start_time if record.start_time and record.end_time else None
    return {
        "run_id": record.dagster_run.run_id,
        "status": record.dagster_run.status.value.lower(),
        "started_at": datetime.fromtimestamp(record.start_time, UTC).isoformat(timespec="seconds") if record.start_time else None,
        "seconds": round(seconds, 1) if seconds is not None else None,
    }


def _waiting(settings: "Settings") -> dict[str, int]:
    """Units that the next run would work on, as far as the stages before have come."""
    from assets.enriched import stage as enriched
    from assets.parsed import stage as parsed
    from assets.raw import stage as raw
    from assets.validated import stage as validated
    from orchestration.session import open_workshop

    workshop = open_workshop(settings, run_id="status")
    return {
        "files to take in": raw.waiting(workshop),
        "files to parse": parsed.waiting(workshop).height,
        "documents to validate": validated.waiting(workshop).height,
        "documents to read": enriched.waiting(workshop).height,
    }


def _rejects(settings: "Settings") -> dict[str, int]:
    if not settings.database.exists():
        return {}
    from sql import statement

    with common.warehouse(settings) as warehouse:
        return dict(warehouse.query(statement("read/rejects_by_reason")).iter_rows())


def _warehouse(settings: "Settings") -> dict[str, Any] | None:
    if not settings.database.exists():
        return None
    found = settings.database.stat()
    published = datetime.fromtimestamp(found.st_mtime, UTC)
    return {
        "path": str(settings.database),
        "published_at": published.isoformat(timespec="seconds"),
        "age_seconds": round((datetime.now(UTC) - published).total_seconds()),
        "bytes": found.st_size,
    }


def _show(told: dict[str, Any]) -> None:
    out = common.console()
    last, running, published = told["last_run"], told["running"], told["warehouse"]
    lines = {
        "home": told["home"],
        "running": f"run {running['run_id']} (pid {running['pid']}) since {running['since']}" if running else "nothing",
        "last run": f"{last['status']}, {last['started_at']}, {last['seconds']} s, {last['run_id']}" if last else "none yet",
        "warehouse": f"{_age(published['age_seconds'])} old, {published['bytes'] / 1e6:.1f} MB" if published else "none yet",
        "waiting": ", ".join(f"{number} {what}" for what, number in told["waiting"].items() if number) or "nothing",
        "rejects": ", ".join(f"{number} {reason}" for reason, number in told["rejects"].items()) or "none",
    }
    for name, text in lines.items():
        out.print(f"[dim]{name:>10}[/dim]  {common.cell(text)}", soft_wrap=True, highlight=False)
    if told["failed_checks"]:
        out.print(common.grid(told["failed_checks"], "Checks that fail"))
    else:
        out.print("[dim]    checks[/dim]  all passed" if published else "[dim]    checks[/dim]  none yet")


def _age(seconds: int) -> str:
    for unit, length in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{seconds // length} {unit}"
    return f"{seconds} seconds"
