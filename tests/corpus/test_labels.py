"""The labels are in their form, speak of the text beside them, and contradict neither themselves nor the calendar."""

from __future__ import annotations

import html
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Self

import pytest
from babel import Locale
from pydantic import BaseModel, ConfigDict, StringConstraints, field_validator, model_validator

from assets.evaluation.labels import load
from warehouse.contracts import vocabulary

HERE = Path(__file__).parent
LANGUAGES = {"ar", "az", "de", "en", "fa", "fr", "ru", "tr"}
HELD_OUT = {"de", "en", "fa", "fr", "ru", "tr"}
"""Languages with articles that nobody who writes rules has seen; those of the others were opened, and want new ones."""
FURTHER = {"es"}
"""Languages added later, which have no articles held out."""
LABELS = sorted(HERE.rglob("*.json"))
NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
COUNTRIES = {code for code in map(str, Locale("en").territories) if re.fullmatch("[A-Z]{2}", code)} - NO_COUNTRIES

Slug = Annotated[str, StringConstraints(pattern=vocabulary.SLUG_PATTERN)]
Country = Annotated[str, StringConstraints(pattern=vocabulary.COUNTRY_PATTERN)]
Day = Annotated[str, StringConstraints(pattern=r"^(\d{4}|\?{4})(-\d{2}(-\d{2})?)?$")]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_validator("kind", "status", "level", "office", "role", check_fields=False)
    @classmethod
    def in_the_list(cls, value: str | None, info: Any) -> str | None:
        lists = {
            "kind": vocabulary.EVENT_KINDS,
            "status": vocabulary.STATUSES,
            "level": vocabulary.LEVELS,
            "office": vocabulary.OFFICES,
            "role": set(vocabulary.MANDATE_ROLES) - {"presidency"},
        }
        if value is not None and value not in lists[info.field_name]:
            raise ValueError(f"{value} is none of the {info.field_name}s")
        return value

    @field_validator("country", "host", "countries", check_fields=False)
    @classmethod
    def known_countries(cls, value: Any) -> Any:
        for code in [value] if isinstance(value, str) else value or ():
            if code not in COUNTRIES:
                raise ValueError(f"{code} is no country of ISO 3166-1")
        return value


class Person(Strict):
    name: str
    office: str
    of: Country | Slug | None


class Event(Strict):
    id: str
    kind: str
    status: str
    start: Day | None
    end: Day | None = None
    place: str | None = None
    country: Country | None = None
    venue: str | None = None
    format: Slug | None = None
    ordinal: int | None = None
    level: str | None = None
    host: Country | None = None
    participants: tuple[str, ...] = ()
    countries: tuple[Country, ...] = ()
    organisations: tuple[Slug, ...] = ()
    topics: tuple[str, ...] = ()
    main: bool

    @model_validator(mode="after")
    def consistent(self) -> Self:
        assert set(self.topics) <= set(vocabulary.TOPICS), self.topics
        assert self.end is None or (self.start is not None and self.start <= self.end), "ends before it starts"
        assert not self.countries or len(set(self.countries)) == len(self.countries), "a side stands twice"
        return self


class Mandate(Strict):
    holder: str
    organisation: Slug
    role: str
    start: Day | None = None
    end: Day | None = None


class Written(Strict):
    file: str
    raw: str | None = None
    language: str
    url: str | None = None
    cluster: Slug | None
    title_starts: str
    outlet: Slug | None
    published: Day | None
    sources: tuple[Slug, ...]
    not_in_body: tuple[str, ...]
    countries: tuple[Country, ...]
    organisations: tuple[Slug, ...]
    places: tuple[str, ...]
    persons: tuple[Person, ...]
    events: tuple[Event, ...]
    mandates: tuple[Mandate, ...]
    notes: tuple[str, ...] = ()


def read(path: Path) -> Written:
    return Written.model_validate_json(path.read_bytes())


def raw_text(path: Path, label: Written) -> str:
    content = (path.parent / (label.raw or "") / label.file).read_bytes()
    text = content.decode("cp1251" if b'charset="windows-1251"' in content else "utf-8")
    return html.unescape(re.sub(r"<[^>]+>", "\n", text)) if path.parent.name == "examples" else text


def days(value: str | None) -> date | None:
    return date.fromisoformat(value) if value and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else None


@pytest.mark.parametrize("path", LABELS, ids=lambda path: str(path.relative_to(HERE)))
class TestLabel:
    def test_speaks_of_the_text_beside_it(self, path: Path) -> None:
        label = read(path)
        text = raw_text(path, label)
        lines = [line.strip() for line in text.splitlines()]
        assert any(line.startswith(label.title_starts) for line in lines)
        missing = [residue for residue in label.not_in_body if residue not in text]
        assert not missing

    def test_names_what_its_events_and_people_refer_to(self, path: Path) -> None:
        label = read(path)
        names = {person.name for person in label.persons}
        named = {*label.countries, *label.organisations}
        for event in label.events:
            assert set(event.participants) <= names, event.id
            assert set(event.organisations) <= named, event.id
            assert event.format is None or event.format in named, event.id
            assert event.place is None or event.place in label.places, event.id
        assert {person.of for person in label.persons} <= {*named, None}
        assert {mandate.organisation for mandate in label.mandates} <= named
        assert {mandate.holder for mandate in label.mandates} <= named | names
        assert label.outlet is None or label.sources[:1] == (label.outlet,)

    def test_agrees_with_the_calendar(self, path: Path) -> None:
        label = read(path)
        for value in (label.published, *(day for event in label.events for day in (event.start, event.end))):
            if value and len(value) == len("YYYY-MM-DD"):
                date.fromisoformat(value.replace("????", "2024"))
        published = days(label.published)
        for event in label.events:
            start, end = days(event.start), days(event.end or event.start)
            if published and start and event.status == "held":
                assert start <= published, event.id
            if published and end and event.status == "planned":
                assert end >= published, event.id

    def test_lists_nothing_twice(self, path: Path) -> None:
        label = read(path)
        people = tuple(person.name for person in label.persons)
        events = tuple(event.id for event in label.events)
        for listed in (label.sources, label.countries, label.organisations, label.places, label.not_in_body, people, events):
            assert len(set(listed)) == len(listed)


def test_file_names_tell_articles_apart() -> None:
    assert max(Counter(read(path).file for path in LABELS).values()) == 1


def test_every_text_has_its_label() -> None:
    texts = {path.with_suffix("") for path in HERE.rglob("*.txt")}
    assert texts == {path.with_suffix("") for path in LABELS if path.parent.name != "examples"}


def test_every_language_has_its_share_and_its_articles_held_out() -> None:
    counts = Counter((path.parent.parent.name, path.parent.name) for path in LABELS if path.parent.name in LANGUAGES)
    assert {language for _, language in counts} == LANGUAGES
    least = {HERE.name: 9, "opened": 5, "opened_later": 6, "opened_third": 6, "opened_fourth": 6}
    assert all(counts[folder, language] >= count for folder, count in least.items() for language in LANGUAGES)
    assert all(counts["heldout", language] >= 8 for language in HELD_OUT)
    assert all(read(path).language == path.parent.name for path in LABELS if path.parent.name in LANGUAGES)


def test_a_further_language_has_its_share() -> None:
    counts = Counter(path.parent.name for path in LABELS if path.parent.name in FURTHER)
    assert all(counts[language] >= 8 for language in FURTHER)
    assert all(read(path).language == path.parent.name for path in LABELS if path.parent.name in FURTHER)


def test_every_language_sees_every_kind_and_status() -> None:
    seen = {(label.language, word) for label in load(HERE) for event in label.events for word in (event.kind, event.status)}
    assert {(language, word) for language in LANGUAGES for word in (*vocabulary.EVENT_KINDS, *vocabulary.STATUSES)} <= seen


def test_articles_without_diplomacy_are_among_them() -> None:
    assert {label.language for label in load(HERE) if not label.events} >= LANGUAGES


def test_events_are_told_in_several_articles() -> None:
    clusters = Counter(label.cluster for label in load(HERE) if label.cluster)
    assert sum(count > 1 for count in clusters.values()) >= 10
