"""FollowTheMoney: persons, bodies, events, offices, mandates and their documents as entities, one a line.

Source of the schemata: https://followthemoney.tech/explorer. A state is a public body here, since only bodies and persons
may be involved in an event or be members. Entities are written without the library, which a test reads them with.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from assets.exports import lines
from assets.exports.acts import PORTION, Act, acts, web
from sql import statement
from warehouse.ids import stable_id
from warehouse.read import Warehouse

FILE: Final = "entities.ftm.json"
PUBLIC_BODIES: Final = ("ministry", "parliament", "presidency", "government")
LANGUAGES: Final = {
    "ar": "ara", "az": "aze", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "ru": "rus", "tr": "tur",
}  # fmt: skip
"""ISO 639-3, which FollowTheMoney writes, for the languages that are read."""


def write(warehouse: Warehouse, folder: Path, since: date | None) -> dict[str, int]:
    """Write all entities; the register of persons, bodies and offices is always whole.

    Returns:
        entities by the file's name.
    """
    return {FILE: lines.write_lines(folder / FILE, _entities(warehouse, since))}


def _entities(warehouse: Warehouse, since: date | None) -> Iterator[lines.Record]:
    yield from _states(warehouse)
    yield from _persons(warehouse)
    yield from _bodies(warehouse)
    yield from _offices(warehouse)
    yield from _mandates(warehouse)
    yield from (event(act) for act in acts(warehouse, since))
    yield from _documents(warehouse, since)


def entity(schema: str, key: str, **properties: object) -> dict[str, Any]:
    """An entity: every property is a list of texts; those that are unknown are left out."""
    found = {name: _texts(value) for name, value in properties.items()}
    return {"id": key, "schema": schema, "properties": lines.told(found)}


def _texts(value: object) -> list[str]:
    if value is None:
        return []
    values: Iterable[object] = value if isinstance(value, list | tuple) else [value]
    return [each.isoformat() if isinstance(each, date) else str(each) for each in values if each]


def _key(kind: str, number: str | None) -> str | None:
    return f"dragoman-{kind}-{number.lower()}" if number else None


def _code(country: str | None) -> str | None:
    return country.lower() if country else None


def _states(warehouse: Warehouse) -> Iterator[lines.Record]:
    for row in warehouse.table("countries").sort("country").iter_rows(named=True):
        key = str(_key("country", row["country"]))
        yield entity("PublicBody", key, name=row["name"], country=_code(row["country"]), jurisdiction=_code(row["country"]))


def _persons(warehouse: Warehouse) -> Iterator[lines.Record]:
    for row in warehouse.query(statement("exports/persons")).iter_rows(named=True):
        other = [spelling for spelling in row["spellings"] if spelling != row["name"]]
        yield entity("Person", str(_key("person", row["person_id"])), name=row["name"], alias=other, country=_code(row["country"]))


def _bodies(warehouse: Warehouse) -> Iterator[lines.Record]:
    for row in warehouse.query(statement("exports/bodies")).iter_rows(named=True):
        schema = "PublicBody" if row["kind"] in PUBLIC_BODIES else "Organization"
        other = [name for name in row["names"] if name != row["name"]]
        yield entity(
            schema,
            str(_key("organisation", row["organisation_id"])),
            name=row["name"],
            alias=other,
            country=_code(row["country"]),
            classification=row["kind"],
        )


def _offices(warehouse: Warehouse) -> Iterator[lines.Record]:
    """A post is told once, however many hold it; the rows are in the order of persons."""
    told: set[str] = set()
    for row in warehouse.query(statement("exports/offices")).iter_rows(named=True):
        post = stable_id("post", row["office"], row["country"] or "", row["organisation_id"] or "")
        if post not in told:
            told.add(post)
            body = _key("organisation", row["organisation_id"]) or _key("country", row["country"])
            yield entity("Position", str(_key("post", post)), name=_post(row), country=_code(row["country"]), organization=body)
        yield entity(
            "Occupancy",
            str(_key("occupancy", stable_id("occupancy", post, row["person_id"]))),
            holder=_key("person", row["person_id"]),
            post=_key("post", post),
            date=sorted({day for day in (row["first_seen"], row["last_seen"]) if day}),
            summary=f"named as such in reports of acts from {row['first_seen']} to {row['last_seen']}" if row["first_seen"] else None,
        )


def _post(row: dict[str, Any]) -> str:
    """`Foreign minister, Norway`."""
    office = row["office"].replace("_", " ")
    return ", ".join(filter(None, (office[0].upper() + office[1:], row["organisation"] or row["country_name"])))


def _mandates(warehouse: Warehouse) -> Iterator[lines.Record]:
    for row in warehouse.table("mandates").sort("mandate_id").iter_rows(named=True):
        member = _key("person", row["holder_person"]) or _key("organisation", row["holder_organisation"])
        yield entity(
            "Membership",
            str(_key("mandate", row["mandate_id"])),
            member=member or _key("country", row["holder_country"]),
            organization=_key("organisation", row["organisation_id"]),
            role=row["role"].replace("_", " "),
            startDate=row["starts_on"],
            endDate=row["ends_on"],
        )


def event(act: Act) -> dict[str, Any]:
    """An event; persons are involved, and whom they speak for."""
    involved = [
        _key("person", part["person_id"]) or "" for part in act["participants"]
    ] + [
        _key("organisation", part["organisation_id"]) or _key("country", part["country"]) or "" for part in act["participants"]
    ]  # fmt: skip
    return entity(
        "Event",
        str(_key("event", act["event_id"])),
        name=act["title"],
        summary=f"{act['kind']}, {act['status']}",
        startDate=act["starts_on"],
        endDate=act["ends_on"],
        country=_code(act["country"]),
        location=list(dict.fromkeys(filter(None, (act["venue"], act["place"], act["country_name"])))),
        involved=list(dict.fromkeys(filter(None, involved))),
        organizer=_host(act),
        keywords=act["topics"],
        recordId=act["event_id"],
        sourceUrl=list(dict.fromkeys(filter(None, (web(source["url"]) for source in act["documents"])))),
    )


def _host(act: Act) -> str | None:
    host = act["host"]
    return _key("country" if host and host.isupper() else "organisation", host)


def _documents(warehouse: Warehouse, since: date | None) -> Iterator[lines.Record]:
    after = ""
    while True:
        portion = warehouse.query(statement("exports/documents"), {"since": since, "after": after, "rows": PORTION})
        for row in portion.iter_rows(named=True):
            yield from _document(row)
        if portion.height < PORTION:
            return
        after = portion["document_id"][-1]


def _document(row: dict[str, Any]) -> Iterator[lines.Record]:
    article = str(_key("document", row["document_id"]))
    yield entity(
        "Article",
        article,
        title=row["title"],
        publishedAt=row["published_on"],
        language=LANGUAGES.get(row["language"] or ""),
        publisher=row["publisher"],
        sourceUrl=web(row["url"]),
    )
    for told in row["events"]:
        yield entity(
            "Documentation",
            str(_key("documentation", stable_id("documentation", row["document_id"], told))),
            document=article,
            entity=_key("event", told),
            date=row["published_on"],
        )
