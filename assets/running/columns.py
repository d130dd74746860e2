"""The columns of exports that have names of their own, as the owner of a landing place tells them in a TOML file.

Here: that file's model, and which of its tables holds for which landed file. Not here: the usual names of columns, and the
finding of articles under them (assets.parsed).
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PARTS: Final = {
    "title": "title", "body": "text", "url": "url", "published": "published", "modified": "modified", "author": "author",
    "language": "language", "outlet": "site", "records": "items",
}  # fmt: skip
"""Keys of a table, named as the columns of `documents`, and the parts of an article that stand under them."""


class ColumnsError(ValueError):
    """A file of columns that can't be used; the message names file, table, key and reason."""


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Names = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], BeforeValidator(_several)]


class Export(BaseModel):
    """What some files call their columns; of several names of one part the first that is filled counts.

    Attributes:
        path: glob of the path in its landing place; `*` also stands for folders.
        title, body, url, published, modified, author, language, outlet: columns or keys; a dot leads into an object.
        records: key of the list of articles in a JSON file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str = Field(min_length=1)
    title: Names = ()
    body: Names = ()
    url: Names = ()
    published: Names = ()
    modified: Names = ()
    author: Names = ()
    language: Names = ()
    outlet: Names = ()
    records: Names = ()

    @model_validator(mode="after")
    def _names_something(self) -> Export:
        if not self.fields:
            raise ValueError("names no column")
        return self

    @property
    def fields(self) -> dict[str, tuple[str, ...]]:
        """The names by part of an article."""
        return {part: getattr(self, key) for key, part in PARTS.items() if getattr(self, key)}


class Columns(BaseModel):
    """All that is told of exports; the first table whose glob fits a path counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    files: tuple[Export, ...] = ()

    @property
    def digest(self) -> str:
        """A digest of what it says, whatever its layout; empty where it says nothing."""
        said = self.model_dump(mode="json")["files"]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest() if said else ""

    def fields(self, path: str, usual: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
        """Names of columns by part of an article.

        Args:
            path: of a landed file in its landing place.
            usual: the names that hold where nothing is told, by part.
        """
        told = next((export for export in self.files if fnmatchcase(path, export.path)), None)
        return {**usual, **told.fields} if told else usual


def read(path: Path) -> Columns:
    """The columns in a file.

    Raises:
        ColumnsError: no such file, no TOML, or a value against the model.
    """
    try:
        return Columns.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ColumnsError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ColumnsError(f"{path}: not readable as TOML: {error}") from error
    except ValidationError as error:
        raise ColumnsError("; ".join(f"{path}: {_explained(each['loc'])}: {each['msg']}" for each in error.errors())) from error


def _explained(place: tuple[int | str, ...]) -> str:
    """Where in the file something is wrong, as its writer counts."""
    table, key = (*place[1:3], None, None)[:2]
    where = [f"table {table + 1} of {place[0]}"] if isinstance(table, int) else [f"key '{place[0]}'"]
    return ", ".join([*where, f"key '{key}'"] if key is not None else where)
