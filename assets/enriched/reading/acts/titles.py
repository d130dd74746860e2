"""What the titles around actors tell: where the phrase of one begins, and who is named only as somebody's superior.

Not here: finding the actors (actors), who takes part in what (cast).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assets.enriched.reading.acts.lines import Line

if TYPE_CHECKING:
    from assets.enriched.reading.acts.actors import Actor

SERVING = frozenset({"special_representative", "special_envoy", "adviser", "spokesperson"})
"""Offices that somebody holds for somebody else."""
BUSINESS = 24
"""Characters of business between a state or body and the office: 'TBMM Dışişleri Komisyonu Başkanı'."""
SERVED = 40
"""Characters between a superior and the office that serves: a state, 'for'."""
_MARKS = frozenset(",;:()\n")


def titled(line: Line, actors: list[Actor], owning: tuple[str, ...]) -> list[Actor]:
    """The actors, each with the front of its phrase, without those who are only the superiors of the next one.

    Args:
        actors: in the order of the text. owning: endings of an owner; where a language has none, nobody is left out.
    """
    if not (owning and actors):
        return actors
    for actor in actors:
        actor.front = _front(line, actor)
    following = [*actors[1:], None]
    return [a for a, b in zip(actors, following, strict=True) if b is None or not _serves(line, a, b, owning)]


def _front(line: Line, actor: Actor) -> int:
    """Where the states and bodies before an actor's office begin."""
    at = actor.start
    for mention in reversed(line.named("country", "organisation")):
        if mention.word_end <= at <= mention.word_end + BUSINESS and not _MARKS & set(line.text[mention.word_end : at]):
            at = mention.word_start
    return at


def _serves(line: Line, superior: Actor, actor: Actor, owning: tuple[str, ...]) -> bool:
    """True for somebody in the genitive right before the office of the next one: 'Merkel'in danışmanı Hecker'."""
    if superior.kind not in ("person", "office") or actor.kind != "person" or actor.office not in SERVING or actor.bare:
        return False
    gap = line.text[superior.end : actor.start]
    own = next((m for m in reversed(line.mentions) if m.word_end == superior.end), None)
    ending = line.text[own.end : own.word_end].lstrip("'-") if own is not None else ""
    return (superior.owner or ending in owning) and len(gap) <= SERVED and not _MARKS & set(gap)
