"""People in a document: by shape and company, with offices and the sides they speak for."""

from assets.enriched.reading.people.reader import PeopleReader

__all__ = ["PeopleReader"]
