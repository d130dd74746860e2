"""Every setting of Dragoman, typed and described once: the only module that reads the environment.

What belongs here: names, defaults, bounds. What does not: what the settings are used for.
`python -m orchestration.settings --markdown` writes the table of docs/settings.md.
"""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from assets.running.columns import Columns, read
from assets.running.forms import Form
from warehouse.places import Address, is_url

PREFIX: Final = "DRAGOMAN_"
MIB: Final = 1024 * 1024


class Settings(BaseSettings):
    """The settings of one home. Each field is the environment variable `DRAGOMAN_<FIELD>`.

    Arguments given to the constructor win over the environment.
    Raises pydantic.ValidationError that names the field and what is wrong with it.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    home: Path = Field(
        default=Path("data"),
        description="Folder of everything Dragoman keeps: landing/, archive/, segments/, dagster/, dragoman.duckdb",
    )
    landing: Annotated[tuple[Path | str, ...], NoDecode] = Field(
        default=(),
        description=f"Landing places, folders or URLs as `s3://bucket/news`, separated by `{os.pathsep}`; empty: `landing/` in the home",
    )
    stores: str = Field(
        default="", description="Folder or URL, as `s3://bucket/dragoman`, of archive/ and segments/; empty: they are in the home"
    )
    columns: str = Field(default="", description="TOML file that names the columns of exports (see formats.md); empty: none")
    schedule: str = Field(default="0 2 * * *", description="When the schedule `nightly` runs, as a cron expression")
    time_zone: str = Field(default="UTC", description="Time zone of the schedule, an IANA name")
    sensor_seconds: int = Field(default=60, ge=5, description="Seconds between two looks of the sensor `landing`")
    workers: Annotated[int, Field(ge=0, le=256)] | Annotated[str, Field(pattern=r"^(tcp|tls)://\S+:\d+$")] = Field(
        default=0,
        union_mode="left_to_right",
        description="Worker processes; 0: one a core, 1: no other process; or the address of a dask scheduler, as `tcp://host:8786`",
    )
    batch_documents: int = Field(default=2_000, ge=1, description="Documents in one batch and segment: the bound on a worker's memory")
    batch_bytes: int = Field(default=64 * MIB, ge=MIB, description="Raw bytes in one batch, unless a single file is larger")
    pool_documents: int = Field(default=400, ge=1, description="Fewer waiting documents than this are worked on without a pool")
    file_bytes: int = Field(default=64 * MIB, ge=1, description="A landed file larger than this is rejected, in bytes")
    expanded_bytes: int = Field(default=256 * MIB, ge=1, description="What is packed in one file may hold so many bytes unpacked")
    members: int = Field(default=100_000, ge=1, description="Files that may be packed in one")
    depth: int = Field(default=3, ge=1, description="How often something packed may hold something packed")
    pages: int = Field(default=500, ge=1, description="Pages of a document for print; a longer one is rejected")
    file_seconds: float = Field(default=120.0, gt=0, description="Seconds that parsing one file may take")
    file_mebibytes: int = Field(default=1_024, ge=64, description="MiB of memory that parsing one file may take")
    memory: str = Field(default="1GB", pattern=r"^\d+(MB|GB)$", description="Memory that DuckDB may use while it builds")
    query_memory: str = Field(default="512MB", pattern=r"^\d+(MB|GB)$", description="Memory that a person's query may use")
    postgres_url: str = Field(
        default="",
        description="PostgreSQL that keeps Dagster's records, as `postgresql+psycopg2://user:word@host/dagster`; empty: in files",
    )
    keep_versions: int = Field(default=2, ge=1, description="Rules versions of which the segments are kept, a stage")
    keep_runs_days: int = Field(default=90, ge=1, description="Days that the history of a run is kept (the last 20 stay always)")
    max_run_seconds: int = Field(default=6 * 3600, ge=60, description="A run that takes longer is ended by the daemon, in seconds")
    measure: bool = Field(default=True, description="Measure the reading on the frozen corpus whenever a rule has changed")
    exports: str = Field(default=",".join(Form), description="Formats that the asset `exports` writes, separated by `,`; empty: none")
    port: int = Field(default=3000, ge=1, le=65535, description="Port of the UI on 127.0.0.1")
    webhook_url: str = Field(default="", description="URL that a failed run is posted to as JSON; empty: none")

    @field_validator("landing", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        told = filter(None, re.split(f"{os.pathsep}(?!//)", value)) if isinstance(value, str) else value
        return tuple(each if is_url(each) else Path(each) for each in told) if isinstance(told, Iterable) else told

    @field_validator("exports")
    @classmethod
    def _known_forms(cls, value: str) -> str:
        for name in _listed(value):
            if name not in set(Form):
                raise ValueError(f"{name!r} is no format; there are {', '.join(Form)}")
        return value

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"{value!r} is no IANA time zone") from error
        return value

    @field_validator("columns")
    @classmethod
    def _readable(cls, value: str) -> str:
        if value:
            read(Path(value).expanduser())
        return value

    @property
    def told_columns(self) -> Columns:
        """What is told of the columns of exports."""
        return read(Path(self.columns).expanduser()) if self.columns else Columns()

    @property
    def forms(self) -> tuple[Form, ...]:
        """Formats that the asset `exports` writes."""
        return tuple(map(Form, _listed(self.exports)))

    @property
    def root(self) -> Path:
        """The home as an absolute path."""
        return self.home.expanduser().resolve()

    @property
    def database(self) -> Path:
        """The published warehouse."""
        return self.root / "dragoman.duckdb"

    @property
    def dagster_home(self) -> Path:
        """Dagster's own folder: run history, event log, its configuration."""
        return self.root / "dagster"

    @property
    def lock(self) -> Path:
        """The file whose kernel lock one run holds."""
        return self.root / "run.lock"

    @property
    def landing_places(self) -> dict[str, Address]:
        """Landing places by the name that is stored with each file: `landing` for the home's own, which may
        be moved with it, else the absolute path or the URL.
        """
        own = self.root / "landing"
        places = [_absolute(address) for address in self.landing] or [own]
        return {"landing" if place == own else str(place): place for place in places}

    @property
    def kept(self) -> Address:
        """Folder or URL of archive and segments."""
        return _absolute(self.stores) if self.stores else self.root

    @property
    def pool(self) -> int | str:
        """Worker processes, with 0 resolved to the cores that this process may use, or a scheduler's address."""
        return self.workers or self.threads

    @property
    def threads(self) -> int:
        """Cores that DuckDB may use here: as many as there are worker processes here, or else all."""
        here = self.workers if isinstance(self.workers, int) else 0
        return here or len(os.sched_getaffinity(0))

    def environment(self) -> dict[str, str]:
        """Environment for a process that Dragoman starts: the present one and these settings, paths absolute."""
        own = {PREFIX + name.upper(): str(value) for name, value in self.model_dump(mode="json").items()}
        own[PREFIX + "HOME"] = str(self.root)
        own[PREFIX + "COLUMNS"] = str(Path(self.columns).expanduser().resolve()) if self.columns else ""
        own[PREFIX + "STORES"] = str(_absolute(self.stores)) if self.stores else ""
        own[PREFIX + "LANDING"] = os.pathsep.join(map(str, self.landing_places.values()))
        return {**os.environ, **own, "DAGSTER_HOME": str(self.dagster_home)}


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _absolute(address: Address) -> Address:
    return str(address).rstrip("/") if is_url(address) else Path(address).expanduser().resolve()


def of(options: Mapping[str, object]) -> Settings:
    """Settings with the given options over the environment; options that are None or empty are left out."""
    given = {name: value for name, value in options.items() if value not in (None, (), [], "")}
    return Settings.model_validate({**Settings().model_dump(include=Settings().model_fields_set), **given})


def markdown() -> str:
    """The table of all settings for the docs."""
    lines = ["| setting | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = field.default.as_posix() if isinstance(field.default, Path) else field.default
        shown = f"`{default}`" if default not in ("", ()) else ""
        lines.append(f"| `{PREFIX}{name.upper()}` | {shown} | {field.description} |")
    return "\n".join(lines) + "\n"


PAGE: Final = """# Settings

Every setting is an environment variable; the command line's options win over them.
This page is written by `python -m orchestration.settings --markdown`.

"""

if __name__ == "__main__":
    if sys.argv[1:] != ["--markdown"]:
        sys.exit("usage: python -m orchestration.settings --markdown")
    sys.stdout.write(PAGE + markdown())
