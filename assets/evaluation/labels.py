"""What a careful reader finds in an article, as JSON beside it. The form of the labels is described in docs/labels.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError, field_serializer


class LabelError(ValueError):
    """A label that can't be used; the message names the file and the reason."""


class _Label(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class PersonLabel(_Label):
    """A named person: usual English name, office, and the side (ISO code or slug) of the office."""

    name: str
    office: str | None = None
    of: str | None = None


class EventLabel(_Label):
    """A datable diplomatic act that the text reports or announces."""

    id: str
    kind: str
    status: str
    start: str | None = None
    end: str | None = None
    place: str | None = None
    country: str | None = None
    venue: str | None = None
    format: str | None = None
    ordinal: int | None = None
    level: str | None = None
    host: str | None = None
    participants: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    main: bool = False

    @property
    def sides(self) -> set[str]:
        """Countries and organisations that take part."""
        return {*self.countries, *self.organisations}


class MandateLabel(_Label):
    """A standing role that the text states."""

    holder: str
    organisation: str
    role: str
    start: str | None = None
    end: str | None = None


class Label(_Label):
    """Everything in one article. `path` is where its raw file lies."""

    file: str
    language: str
    path: Path
    cluster: str | None = None
    title_starts: str | None = None
    outlet: str | None = None
    published: str | None = None
    sources: tuple[str, ...] = ()
    not_in_body: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    persons: tuple[PersonLabel, ...] = ()
    events: tuple[EventLabel, ...] = ()
    mandates: tuple[MandateLabel, ...] = ()

    @field_serializer("countries", "organisations", "places", when_used="json")
    def _in_order(self, values: frozenset[str]) -> list[str]:
        """Sorted: the order of a set differs from process to process, and a label's digest must not."""
        return sorted(values)


def load(labels: Path, raw: Path | None = None) -> Iterator[Label]:
    """All labels below a folder, in the order of their paths, or all `documents` of one file.

    Args:
        labels: the folder or the file.
        raw: where the raw files lie; without it beside their label, or in the folder that the label's `raw` names.

    Raises:
        LabelError: a label against the form, or one without its raw file.
    """
    for path in sorted(labels.rglob("*.json")) if labels.is_dir() else [labels]:
        try:
            found = _Text.model_validate_json(path.read_bytes())
            for text in found.documents or (found,):
                place = (raw or path.parent / text.raw) / (text.file or "")
                label = Label.model_validate(text.model_dump() | {"path": place})
                if not place.is_file():
                    raise LabelError(f"{path}: its raw file {label.file} is missing")
                yield label
        except ValidationError as error:
            raise LabelError(f"{path}: {error}") from error


class _Text(BaseModel):
    """A label as it stands in its file, or several of them under `documents`."""

    model_config = ConfigDict(extra="allow")

    file: str | None = None
    raw: str = "."
    documents: tuple[_Text, ...] = ()
