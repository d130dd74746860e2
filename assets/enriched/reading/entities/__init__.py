"""Names in a text that are no persons': countries, organisations and outlets, bodies of states, places."""

from assets.enriched.reading.entities.places import place_id
from assets.enriched.reading.entities.reader import EntityReader

__all__ = ["EntityReader", "place_id"]
