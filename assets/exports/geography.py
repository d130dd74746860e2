"""GeoJSON (RFC 7946): where acts take place. Only what has coordinates is there."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from assets.exports import lines
from assets.exports.acts import Act, acts
from sql import statement
from warehouse.read import Warehouse

PLACES: Final = "places.geojson"
EVENTS: Final = "events.geojson"
HEAD: Final = {"type": "FeatureCollection"}
SHOWN: Final = frozenset(
    ["title", "kind", "status", "date_edtf", "starts_on", "ends_on", "place", "country", "venue", "level", "format", "confidence"]
)


def write(warehouse: Warehouse, folder: Path, since: date | None) -> dict[str, int]:
    """Write places with their numbers of events, and each event at its place.

    Returns:
        features by the file's name.
    """
    return {
        PLACES: lines.write_list(folder / PLACES, HEAD, "features", _places(warehouse, since)),
        EVENTS: lines.write_list(folder / EVENTS, HEAD, "features", _events(warehouse, since)),
    }


def _places(warehouse: Warehouse, since: date | None) -> Iterator[lines.Record]:
    for row in warehouse.query(statement("exports/places"), {"since": since}).iter_rows(named=True):
        told = {name: value for name, value in row.items() if name not in ("place_id", "latitude", "longitude")}
        yield feature(row["place_id"], row["latitude"], row["longitude"], told)


def _events(warehouse: Warehouse, since: date | None) -> Iterator[lines.Record]:
    for act in acts(warehouse, since):
        if act["latitude"] is not None and act["longitude"] is not None:
            yield feature(act["event_id"], act["latitude"], act["longitude"], _shown(act))


def _shown(act: Act) -> dict[str, Any]:
    known = {name: value for name, value in act.items() if name in SHOWN}
    sides = sorted({part["country"] or part["organisation_id"] or "" for part in act["participants"]} - {""})
    return {**known, "topics": act["topics"], "sides": sides, "documents": len(act["documents"])}


def feature(key: str, latitude: float, longitude: float, properties: dict[str, Any]) -> dict[str, Any]:
    """A point with properties; GeoJSON has the longitude first."""
    point = {"type": "Point", "coordinates": [longitude, latitude]}
    return {"type": "Feature", "id": key, "geometry": point, "properties": lines.told(properties)}
