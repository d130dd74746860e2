"""Loads the register: typed rows of the CSV files beside this module.

Belongs here: what a row of each file must look like, and reading it. Does not belong here: how the press inflects a
name (text matcher), how a mention is understood (reading), and how the files are written (`compose/`).
"""

import csv
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Literal, TypeVar, dataclass_transform

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from assets.text.fold import key
from assets.text.lasting import lasting

FOLDER = Path(__file__).resolve().parent


class RegisterError(ValueError):
    """A register file has a row that does not fit; the message names file, line, column and reason."""


def _words(value: object) -> object:
    return tuple(value.split()) if isinstance(value, str) else value


def _parts(value: object) -> object:
    return tuple(part for part in value.split("|") if part) if isinstance(value, str) else value


def _blank(value: object) -> object:
    return None if value == "" else value


Words = Annotated[tuple[str, ...], BeforeValidator(_words)]
Parts = Annotated[tuple[str, ...], BeforeValidator(_parts)]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
MaybeCountry = Annotated[CountryCode | None, BeforeValidator(_blank)]
MaybeText = Annotated[str | None, BeforeValidator(_blank)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
MaybeSlug = Annotated[Slug | None, BeforeValidator(_blank)]
MaybeDate = Annotated[str | None, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), BeforeValidator(_blank)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="BCP 47 code; `mul` for every language")]
Case = Literal["proper", "any"]
Text = Annotated[str, Field(min_length=1)]
Office = Literal[
    "head_of_state", "president", "vice_president", "prime_minister", "deputy_prime_minister", "foreign_minister",
    "deputy_foreign_minister", "minister", "deputy_minister", "state_secretary", "ambassador", "permanent_representative",
    "charge_daffaires", "consul", "special_envoy", "special_representative", "high_representative", "secretary_general",
    "deputy_secretary_general", "under_secretary_general", "assistant_secretary_general", "director_general", "director",
    "head_of_department", "speaker", "deputy_speaker", "member_of_parliament", "spokesperson", "adviser", "commissioner",
    "monarch", "crown_prince", "commander", "chair", "head_of_mission", "coordinator", "delegate", "other",
]  # fmt: skip


R = TypeVar("R")
STRICT = ConfigDict(extra="forbid", populate_by_name=True)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def row(model: type[R]) -> type[R]:
    """What all rows share: unknown columns are an error, values do not change; there are very many, so they have slots."""
    made: type[R] = dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)(model)  # type: ignore[assignment]
    return made


@row
class Country:
    """A country or territory of ISO 3166-1, with Kosovo as XK."""

    country: CountryCode
    name: Text = Field(description="usual English name")
    capital_place: MaybeText = Field(description="English name of the capital, as in places.csv")
    official: MaybeText = Field(description="official English name")


@row
class CountryName:
    """A way to name a country, its people, or its government by the capital."""

    country: CountryCode
    language: Language
    form: Literal["name", "official", "adjective", "inhabitant", "capital_government", "short"]
    text: Text
    case: Case


@row
class Place:
    """A capital, city, site or region; name and country are its key."""

    name: Text
    country: MaybeCountry
    latitude: float = Field(ge=-90, le=90, description="degrees north")
    longitude: float = Field(ge=-180, le=180, description="degrees east")
    kind: Literal["capital", "city", "site", "region"]
    population: int = Field(ge=0, description="0 where unknown or not a town")


@row
class Town:
    """A town below the cities of places.csv: it is read only where something says that its name is a place's."""

    name: Text
    country: CountryCode
    latitude: float = Field(ge=-90, le=90, description="degrees north")
    longitude: float = Field(ge=-180, le=180, description="degrees east")
    population: int = Field(gt=0)
    texts: Parts = Field(description="its spellings in all scripts; no two towns share one")


@row
class PlaceName:
    """A way to name a place in a language."""

    name: Text
    country: MaybeCountry
    language: Language
    text: Text
    kind: Literal["capital", "city", "site", "region"]


@row
class Stopword:
    """A registered text that is an ordinary word or a person's name in a language: it needs more evidence."""

    kind: Literal["country", "place", "organisation", "press"]
    language: Language
    text: Text
    reason: Text


@row
class Organisation:
    """An organisation, process or format."""

    organisation_id: Slug
    name: Text
    kind: Literal["igo", "process", "ministry", "parliament", "presidency", "government", "press", "company", "ngo", "other"]
    country: MaybeCountry
    parent: MaybeSlug
    members: Words
    series: bool = Field(description="whether it holds numbered meetings")


@row
class OrganisationName:
    """A way to name an organisation; a member-noun names its members together."""

    organisation_id: Slug
    language: Language
    text: Text
    form: Literal["name", "acronym", "short", "member-noun"]
    case: Case


@row
class Body:
    """A word for a body of a state; with a country it means that country's body alone."""

    body: Slug
    language: Language
    text: Text
    form: Literal["name", "acronym", "short", "nickname", "plural"]
    country: MaybeCountry


@row
class Outlet:
    """A press outlet."""

    organisation_id: Slug
    name: Text
    country: MaybeCountry
    domains: Words
    names: Parts
    kind: Literal["agency", "newspaper", "tv", "portal"]


@row
class Official:
    """An office that a person held."""

    name: Text
    country: MaybeCountry
    office: Office
    of: Text = Field(description="ISO country or organisation slug")
    since: MaybeDate = Field(alias="from")
    until: MaybeDate = Field(alias="to")
    source: Text
    also: Parts


@row
class Head:
    """Which office whoever is at the head of an organisation holds, or of a state's body of a kind."""

    organisation: Slug
    office: Office


@row
class Ambiguity:
    """A text that means two entities by right."""

    file: Text
    language: Language
    text: Text
    reason: Text


class Registers(BaseModel):
    """All files of the register."""

    model_config = ConfigDict(frozen=True)

    countries: tuple[Country, ...]
    country_names: tuple[CountryName, ...]
    places: tuple[Place, ...]
    place_names: tuple[PlaceName, ...]
    towns: tuple[Town, ...]
    stopwords: tuple[Stopword, ...]
    organisations: tuple[Organisation, ...]
    organisation_names: tuple[OrganisationName, ...]
    bodies: tuple[Body, ...]
    press: tuple[Outlet, ...]
    officials: tuple[Official, ...]
    heads: tuple[Head, ...]
    ambiguous: tuple[Ambiguity, ...]

    @cached_property
    def settled(self) -> tuple[Place | Town, ...]:
        """All places, the towns among them."""
        return (*self.places, *self.towns)

    @cached_property
    def town_of(self) -> dict[str, Town]:
        """Towns by their folded spellings."""
        return {key(text): town for town in self.towns for text in town.texts}


def read_table(path: Path, model: type[R]) -> tuple[R, ...]:
    """Read one register file.

    Args:
        path: a CSV file with a header, UTF-8.
        model: the model of its rows.

    Raises:
        RegisterError: the file is missing, or a row does not fit the model.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, restkey="(more cells than columns)", restval="")
            validate = TypeAdapter(model).validate_python
            return tuple(_row(path, reader.line_num, cells, validate) for cells in reader)
    except FileNotFoundError as error:
        raise RegisterError(f"{path.name}: not found in {path.parent}") from error


def _row(path: Path, line: int, cells: dict[str, str], validate: Callable[[object], R]) -> R:
    try:
        return validate(cells)
    except ValidationError as error:
        first = error.errors()[0]
        column = ".".join(str(part) for part in first["loc"])
        raise RegisterError(f"{path.name}, line {line}: column {column}: {first['msg']}") from error


@cache
@lasting()
def load(folder: Path = FOLDER) -> Registers:
    """Load the register; later calls give the same object.

    Args:
        folder: where the CSV files are.

    Raises:
        RegisterError: a file is missing or a row does not fit.
    """
    return Registers(
        countries=read_table(folder / "countries.csv", Country),
        country_names=read_table(folder / "country_names.csv", CountryName),
        places=read_table(folder / "places.csv", Place),
        place_names=read_table(folder / "place_names.csv", PlaceName),
        towns=read_table(folder / "towns.csv", Town),
        stopwords=read_table(folder / "stopwords.csv", Stopword),
        organisations=read_table(folder / "organisations.csv", Organisation),
        organisation_names=read_table(folder / "organisation_names.csv", OrganisationName),
        bodies=read_table(folder / "bodies.csv", Body),
        press=read_table(folder / "press.csv", Outlet),
        officials=read_table(folder / "officials.csv", Official),
        heads=read_table(folder / "heads.csv", Head),
        ambiguous=read_table(folder / "ambiguous.csv", Ambiguity),
    )


def paths(folder: Path = FOLDER) -> Sequence[Path]:
    """Give the register's files, sorted: a digest of them tells one version of the register from another."""
    return sorted(folder.glob("*.csv"))
