"""JSON-LD, GeoJSON, PLOVER and FollowTheMoney, each judged by somebody else's library or by its published rules."""

import json
from pathlib import Path
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection, Point

from assets.exports import entities, geography, linked, plover
from tests.warehouse import corpus
from warehouse.contracts import vocabulary

from .conftest import HARMFUL, Home


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_json_ld_tells_of_every_event(home: Home, tmp_path: Path) -> None:
    with home.open() as warehouse:
        assert linked.write(warehouse, tmp_path, None) == {linked.FILE: 3}
    told = json.loads((tmp_path / linked.FILE).read_text(encoding="utf-8"))
    assert told["@context"] == "https://schema.org"
    by_id = {event["identifier"]: event for event in told["@graph"]}
    meeting = by_id[corpus.event("meeting")]
    assert meeting["location"]["address"] == {"@type": "PostalAddress", "addressLocality": "Vienna", "addressCountry": "AT"}
    assert [person["affiliation"]["name"] for person in meeting["attendee"]] == ["Slovakia", "Austria"]
    assert [article.get("url") for article in meeting["subjectOf"]] == [None, "https://apa.example/held?a=1&b=2", None]
    assert by_id[corpus.event("conference")]["eventStatus"] == "https://schema.org/EventCancelled"


def test_geojson_is_valid_and_has_the_longitude_first(home: Home, tmp_path: Path) -> None:
    with home.open() as warehouse:
        assert geography.write(warehouse, tmp_path, None) == {geography.PLACES: 1, geography.EVENTS: 1}
    for name in (geography.PLACES, geography.EVENTS):
        feature: Any
        (feature,) = FeatureCollection.model_validate_json((tmp_path / name).read_text(encoding="utf-8")).features
        assert isinstance(feature.geometry, Point)
        assert (feature.geometry.coordinates.longitude, feature.geometry.coordinates.latitude) == (16.37, 48.2)
    assert feature.properties is not None
    assert feature.properties["sides"] == ["AT", "SK"]


def test_plover_has_what_it_requires(home: Home, tmp_path: Path) -> None:
    with home.open() as warehouse:
        plover.write(warehouse, tmp_path, None)
    found = {record["id"]: record for record in lines(tmp_path / plover.FILE)}
    assert found.keys() == {corpus.event("meeting"), corpus.event("call")}
    meeting = found[corpus.event("meeting")]
    assert [(actor["code"], actor["sector"]) for actor in meeting["source"]] == [("SVK", "GOV"), ("AUT", "GOV")]
    assert (meeting["date"], meeting["event"], meeting["quad_code"], meeting["context"]) == ("2031-05-12", ["CONSULT"], 1, ["economic"])
    assert found[corpus.event("call")]["mode"] == ["phone"]
    assert meeting["event_loc"] == {"name": "Vienna", "latitude": 48.2, "longitude": 16.37, "country code": "AT", "cc3": "AUT"}


def test_plovers_visitor_is_the_source_and_its_host_the_recipient() -> None:
    guest: Any = {
        "person": "A",
        "country": "SK",
        "organisation_id": None,
        "organisation_kind": None,
        "office": "speaker",
        "capacity": "guest",
    }
    host: Any = {"person": "B", "country": "AT", "organisation_id": None, "organisation_kind": None, "office": None, "capacity": "host"}
    (source,), (recipient,) = plover._sides({"participants": [guest, host]})  # type: ignore[typeddict-item]
    assert (source["code"], source["sector"], recipient["code"], recipient["sector"]) == ("SVK", "LEG", "AUT", "GOV")
    assert len(plover._sides({"participants": [guest, {**host, "capacity": "side"}]})[0]) == 2  # type: ignore[typeddict-item]


def test_plovers_codes_are_of_our_words() -> None:
    codes = plover._codes()
    assert codes["modes"].keys() <= set(vocabulary.EVENT_KINDS)
    assert codes["contexts"].keys() <= set(vocabulary.TOPICS)
    assert codes["actors"].keys() <= set(vocabulary.ORGANISATION_KINDS)
    assert codes["sectors"].keys() <= {*vocabulary.ORGANISATION_KINDS, *vocabulary.OFFICES}


def test_every_entity_that_is_referred_to_is_there(home: Home, tmp_path: Path) -> None:
    with home.open() as warehouse:
        entities.write(warehouse, tmp_path, None)
    found = lines(tmp_path / entities.FILE)
    known = {entity["id"] for entity in found}
    assert len(known) == len(found)
    points = ("holder", "post", "member", "organization", "involved", "organizer", "document", "entity")
    referred = {value for entity in found for name in points for value in entity["properties"].get(name, [])}
    assert referred
    assert referred <= known
    (summit,) = (entity for entity in found if entity["properties"].get("name") == [HARMFUL])
    assert summit["properties"]["organizer"] == ["dragoman-country-at"]


def test_follow_the_money_takes_every_entity(home: Home, tmp_path: Path) -> None:
    model = pytest.importorskip("followthemoney", reason="needs the group `interop`, which is built against ICU").model
    with home.open() as warehouse:
        entities.write(warehouse, tmp_path, None)
    found = lines(tmp_path / entities.FILE)
    schemas = {told["id"]: model.get(told["schema"]) for told in found}
    for told in found:
        schema = schemas[told["id"]]
        assert schema.validate(told) is None
        for name, values in told["properties"].items():
            property_ = schema.get(name)
            assert all(property_.type.validate(value) for value in values), (told["schema"], name, values)
            if property_.type.name == "entity":
                assert all(schemas[value].is_a(property_.range) for value in values), (told["schema"], name, values)
