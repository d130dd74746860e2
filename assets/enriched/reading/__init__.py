"""Reading one document: from its text to mentions, people, reports, mandates, attributions and quotes."""

from assets.enriched.reading.work import read_batch

__all__ = ["read_batch"]
