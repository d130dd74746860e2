"""The voices of a document: who tells it (attributions), who speaks in it (quotes), who holds which role (mandates)."""

from __future__ import annotations

from dataclasses import dataclass

from assets.enriched.reading.model import Attribution, Mandate, Quote
from assets.enriched.reading.page import Page
from assets.enriched.reading.voices.attributions import AttributionReader
from assets.enriched.reading.voices.mandates import MandateReader
from assets.enriched.reading.voices.quotes import QuoteReader
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers

__all__ = ["VoiceReader", "Voices"]


@dataclass(frozen=True, slots=True)
class Voices:
    """What the three readers found."""

    attributions: list[Attribution]
    quotes: list[Quote]
    mandates: list[Mandate]


class VoiceReader:
    """The three readers of one language."""

    def __init__(self, pack: Pack, registers: Registers) -> None:
        self._attributions = AttributionReader(pack, registers)
        self._quotes = QuoteReader()
        self._mandates = MandateReader(pack, registers)

    def read(self, page: Page) -> Voices:
        """Attributions, quotes and mandates of a page whose names, people and dates are known."""
        return Voices(self._attributions.read(page), self._quotes.read(page), self._mandates.read(page))
