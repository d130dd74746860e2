"""A sighting: a name on a page with the phrases that speak of it. Not here: how names and phrases are bound (binding)."""

from __future__ import annotations

from dataclasses import dataclass, field

from assets.enriched.reading.people.canvas import Piece
from assets.enriched.reading.people.name import Name
from assets.enriched.reading.people.phrases import Phrase


@dataclass(slots=True)
class Sighting:
    """A name on the page. phrases: title phrases that speak of it. side: a side that only this name has.

    inflected, straight: the office right before it stands in another case than the nominative, or in it.
    origin: ISO code of the country whose inhabitant the word before it says that the person is.
    """

    name: Name
    rule: str
    confidence: float
    phrases: list[Phrase] = field(default_factory=list)
    side: Piece | None = None
    titled: bool = False
    inflected: bool = False
    straight: bool = False
    origin: str | None = None
