"""Who hosts an act: only where a hosting word says so.

Not here: where else an act takes place (details).
"""

from __future__ import annotations

from collections.abc import Mapping

from assets.enriched.reading.acts.actors import Actor
from assets.enriched.reading.acts.details import Spot
from assets.enriched.reading.acts.hits import Hit
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.acts.story import TALKS
from assets.enriched.reading.sheet import Span
from assets.languages.schema.acts import Mood

FORMULA = 12
"""Characters between a formula of hosting ('hosted by', 'ev sahipliğinde') and the host, on either side."""
TIMELESS: frozenset[Mood] = frozenset({"held", "present"})
"""Moods of a formula; one that looks ahead is a verb of its own."""


def host_of(line: Line, hit: Hit, actors: list[Actor], towns: Mapping[str, str | None]) -> Spot | None:
    """The side that hosts an act, with the town where a town stands for it.

    Args:
        line, hit: the telling. actors: who stands in the sentence. towns: the country of each place.
    """
    hosts = [Spot(None, a.country, a.start, a.end, True) for a in actors if a.country and a.kind != "office"]
    hosts += [Spot(m.value, towns.get(m.value or ""), m.start, m.end, True) for m in line.named("place")]
    hosts = [h for h in hosts if h.country]
    if hit.helper is not None and hit.helper.reach == "hosting" and hit.helper_span is not None:
        at = hit.helper_span.start
        hosts = [h for h in hosts if line.together(h.start, at)]
        return min(hosts, key=lambda h: (h.start > at, abs(h.start - at)), default=None)
    word = _formula(line, hit)
    if word is None:
        return None
    near = [h for h in hosts if _gap(h, word) < FORMULA]
    return min(near, key=lambda h: _gap(h, word), default=None)


def _formula(line: Line, hit: Hit) -> Span | None:
    """A hosting word beside an act that another verb tells: 'was held, hosted by Iran'."""
    if hit.kind not in TALKS or hit.helper is None or hit.helper.reach != "support":
        return None
    words = [w for w in line.helpers({"hosting"}, TIMELESS) if line.together(w.start, hit.start)]
    return Span(words[0].start, words[0].word_end) if len(words) == 1 else None


def _gap(host: Spot, word: Span) -> int:
    (_, first), (last, _) = sorted(((host.start, host.end), (word.start, word.end)))
    return max(0, last - first)
