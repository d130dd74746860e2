"""schema.org: events as JSON-LD, each with its place, who attends, and the articles that tell of it.

Source of the terms: https://schema.org/Event, https://schema.org/NewsArticle. What they have no term for is left out.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from assets.exports import lines
from assets.exports.acts import Act, Part, Source, acts, web
from warehouse.read import Warehouse

FILE: Final = "events.jsonld"
CONTEXT: Final = "https://schema.org"
STATUS: Final = {"cancelled": "https://schema.org/EventCancelled"}
"""Of what took place or will, schema.org says EventScheduled."""
SCHEDULED: Final = "https://schema.org/EventScheduled"
PRESS: Final = "NewsMediaOrganization"
TYPES: Final = {"press": PRESS, "ministry": "GovernmentOrganization", "parliament": "GovernmentOrganization"} | dict.fromkeys(
    ("presidency", "government"), "GovernmentOrganization"
)


def write(warehouse: Warehouse, folder: Path, since: date | None) -> dict[str, int]:
    """Write one JSON-LD document of all events.

    Returns:
        events by the file's name.
    """
    return {FILE: lines.write_list(folder / FILE, {"@context": CONTEXT}, "@graph", _events(warehouse, since))}


def _events(warehouse: Warehouse, since: date | None) -> Iterator[lines.Record]:
    return (event(act) for act in acts(warehouse, since))


def event(act: Act) -> dict[str, Any]:
    """An event in schema.org's terms."""
    return lines.told(
        {
            "@type": "Event",
            "@id": f"urn:dragoman:event:{act['event_id']}",
            "identifier": act["event_id"],
            "name": act["title"],
            "additionalType": act["kind"],
            "eventStatus": STATUS.get(act["status"], SCHEDULED),
            "startDate": act["starts_on"],
            "endDate": act["ends_on"],
            "location": _place(act),
            "organizer": lines.told({"@type": "Organization", "name": act["host_name"]}) if act["host_name"] else None,
            "attendee": [_attendee(part) for part in act["participants"]],
            "keywords": act["topics"],
            "subjectOf": [_article(source) for source in act["documents"]],
        }
    )


def _place(act: Act) -> dict[str, Any] | None:
    if not (act["place"] or act["country"] or act["venue"]):
        return None
    known = act["latitude"] is not None and act["longitude"] is not None
    return lines.told(
        {
            "@type": "Place",
            "name": act["venue"] or act["place"] or act["country_name"],
            "address": lines.told({"@type": "PostalAddress", "addressLocality": act["place"], "addressCountry": act["country"]}),
            "geo": {"@type": "GeoCoordinates", "latitude": act["latitude"], "longitude": act["longitude"]} if known else None,
        }
    )


def _attendee(part: Part) -> dict[str, Any]:
    body = _body(part)
    if part["person_id"] is None:
        return body
    person = {"@type": "Person", "@id": f"urn:dragoman:person:{part['person_id']}", "name": part["person"], "jobTitle": part["office"]}
    return lines.told({**person, "affiliation": body})


def _body(part: Part) -> dict[str, Any]:
    """Whom a participant speaks for: an organisation, else a state, else nobody."""
    if part["organisation_id"] is not None:
        kind = TYPES.get(part["organisation_kind"] or "", "Organization")
        return {"@type": kind, "@id": f"urn:dragoman:organisation:{part['organisation_id']}", "name": part["organisation"]}
    if part["country"] is not None:
        return {"@type": "GovernmentOrganization", "@id": f"urn:dragoman:country:{part['country']}", "name": part["country_name"]}
    return {}


def _article(source: Source) -> dict[str, Any]:
    outlet = source["outlet_name"] or source["outlet"]
    return lines.told(
        {
            "@type": "NewsArticle",
            "@id": f"urn:dragoman:document:{source['document_id']}",
            "headline": source["title"],
            "inLanguage": source["language"],
            "datePublished": source["published_on"],
            "url": web(source["url"]),
            "publisher": {"@type": PRESS, "name": outlet} if outlet else None,
        }
    )
