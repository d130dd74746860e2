"""The enriched stage: reading each document, then resolving people and events over the whole corpus."""
