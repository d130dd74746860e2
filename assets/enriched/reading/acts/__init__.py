"""Reports: the diplomatic acts that a document tells, with who, when, where, as what, and about what."""

from assets.enriched.reading.acts.reader import ActsReader

__all__ = ["ActsReader"]
