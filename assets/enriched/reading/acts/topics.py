"""What an act is about: the pack's topic words in the sentences that tell it.

Not here: words that are only a title of somebody or of a body (they are no topic of the act).
"""

from __future__ import annotations

from collections import Counter

from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span

MOST = 3
"""Topics that a report gets at the most: those with the most words; labelled articles have one to four."""


def topics_of(page: Page, spans: list[Span]) -> list[str]:
    """The topics most spoken of in the sentences, the earlier first among equals."""
    counts: Counter[str] = Counter()
    taken = [(m.start, m.end) for span in spans for m in page.within(*span, "organisation", "office")]
    for span in spans:
        for match in page.words("topic", *span):
            if not any(a <= match.start < b for a, b in taken):
                counts[str(match.entry.value)] += 1
    return [topic for topic, _ in counts.most_common(MOST)]
