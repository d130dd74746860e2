"""Who travels together: 'A and his counterpart B left for C', 'A, B und C reisen nach D'.

Not here: who travels at all (cast), delegations and other company that is not named beside the traveller.
"""

from __future__ import annotations

from itertools import pairwise

from assets.enriched.reading.acts.actors import NEVER_ACTING, Actor
from assets.enriched.reading.acts.hits import Hit
from assets.enriched.reading.acts.lexicon import Lexicon
from assets.enriched.reading.acts.lines import Line

GAP = 28
"""Characters between two of a list, for a conjunction, a pronoun and an adjective: ' and his Austrian '."""
WORDS = 3
"""Words of such a gap."""


def together(line: Line, hit: Hit, chosen: list[Actor], actors: list[Actor], lexicon: Lexicon) -> list[Actor]:
    """The traveller, and those who stand beside as the other subjects of the journey's verb.

    Args:
        chosen: the traveller alone, or nobody.
        actors: those of the sentence.
        lexicon: has the conjunctions of lists.
    """
    if len(chosen) != 1 or chosen[0].kind != "person" or hit.mood is None:
        return chosen
    people = [a for a in actors if a.kind == "person" and not (a.joined or a.quoted or a.former) and a.office not in NEVER_ACTING]
    verb = min(hit.anchors)
    subjects = [a for a in people if a.start >= chosen[0].start and (a.end <= verb) == (chosen[0].end <= verb)]
    found = chosen[:]
    for left, right in pairwise(subjects):
        gap = line.text[left.end : right.start if right.front is None else min(right.front, right.start)]
        if left not in found or len(gap) > GAP or len(gap.split()) > WORDS or not lexicon.listing.search(gap):
            break
        found.append(right)
    last = line.text[found[-2].end : found[-1].start] if len(found) > 1 else ""
    return found if lexicon.listing.search(last.replace(",", " ")) else chosen
