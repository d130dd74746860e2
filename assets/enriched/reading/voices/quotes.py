"""Who speaks: words in quotation marks, and what a verb of saying reports, each with its speaker.

Not here: whose account the document is (attributions).
"""

from __future__ import annotations

import re

from assets.enriched.reading.model import Mention, Quote
from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span
from assets.text.matcher import Match

FEWEST_WORDS = 4
"""Fewer words in quotation marks are a name or a word in irony, no quotation."""
_QUOTED = re.compile(r'"([^"\n]{12,1500})"')


class QuoteReader:
    """Reads quotes, direct and reported."""

    def read(self, page: Page) -> list[Quote]:
        """Quotes in the order of the text; one a verb of saying at the most."""
        found: dict[tuple[int, int], Quote] = {}
        for verb in page.found.get("speech", ()):
            sentence = page.sheet.sentences[page.sheet.sentence_at(verb.start)]
            speaker = _speaker(page, verb, sentence)
            if speaker is None:
                continue
            quote = _quote(page, verb, sentence, speaker)
            if quote is not None:
                found.setdefault((quote.start, quote.end), quote)
        return sorted(found.values(), key=lambda q: (q.start, q.end))


def _speaker(page: Page, verb: Match, sentence: Span) -> Mention | None:
    """The person nearest to the verb in its sentence, pronouns among them; else the nearest organisation."""
    people = page.within(sentence.start, sentence.end, "person", "word")
    named = [m for m in people if m.person is not None]
    if named:
        return min(named, key=lambda m: abs(m.start - verb.start))
    bodies = [m for m in page.within(sentence.start, sentence.end, "organisation") if not m.inside]
    return min(bodies, key=lambda m: abs(m.start - verb.start), default=None)


def _quote(page: Page, verb: Match, sentence: Span, speaker: Mention) -> Quote | None:
    text = page.sheet.text
    organisation = speaker.value if speaker.kind == "organisation" else None
    rule = f"voices.speech:{verb.entry.text}"
    for quoted in _QUOTED.finditer(text, sentence.start, min(len(text), sentence.end + 600)):
        if quoted.start() < sentence.end and len(quoted.group(1).split()) >= FEWEST_WORDS:
            return Quote(quoted.start(1), quoted.end(1), True, verb.entry.text, rule, speaker.person, organisation)
    said = _said(text, verb, sentence)
    if said is None:
        return None
    return Quote(said.start, said.end, False, verb.entry.text, rule, speaker.person, organisation)


def _said(text: str, verb: Match, sentence: Span) -> Span | None:
    """The longer side of the sentence around the verb: what is reported."""
    after = _trimmed(text, verb.word_end, sentence.end)
    before = _trimmed(text, sentence.start, verb.word_start)
    said = max((before, after), key=lambda s: s.end - s.start)
    return said if len(text[said.start : said.end].split()) >= FEWEST_WORDS else None


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(" ,:;-\"'"))
    return Span(start + lead, max(start + lead, start + len(piece.rstrip(" ,:;-\"'."))))
