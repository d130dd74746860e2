"""Which triggers of a sentence tell an act, and with which status.

Not here: how they are found (hits), whether an act stands on them (standing).
"""

from __future__ import annotations

from assets.enriched.reading.acts.actors import Actor
from assets.enriched.reading.acts.cast import TWO
from assets.enriched.reading.acts.hits import SIDE_BY_SIDE, UNREAL, Hit, distance
from assets.enriched.reading.acts.lexicon import Lexicon
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.acts.rank import Layout
from assets.enriched.reading.page import Page

GROUP = 60
"""Characters between a verb and the ministers of a body who are its subject."""
WITH, PLURAL = 150, 30
"""Characters between a verb and the one with whom, and between it and the last of its subjects."""
GIVEN = "people.appointment"
"""The rule of offices that a verb of appointing gives."""
OWN_DATE = 60
"""Characters between a bare noun and a date that makes it an act of its own."""


def unfit(page: Page, lexicon: Lexicon, line: Line, hit: Hit, actors: list[Actor], hub: bool) -> bool:
    """True where the company of the word, or what it lacks, says that it tells no diplomacy."""
    text = page.sheet.text
    if hit.kind == "signing" and any(distance(text, w.start, hit.start) < OWN_DATE for w in line.words("cue.decree")):
        return True
    there = {(a.person, a.country, a.office) for a in actors if a.kind in ("person", "office")}
    if hit.trigger.part == "receiving" and len(there) < (TWO if not hub else 1):
        return True
    ministers = any(m.form == "many" and abs(m.start - hit.start) < GROUP for m in line.named("office"))
    if hit.trigger.part == "joining" and not ministers and not _accompanied(text, lexicon, hit, actors):
        return True
    if hit.final_noun and any(0 <= m.word_start - hit.word_end <= 1 for m in line.named("office")):
        return True
    if hit.trigger.part == "becoming" and not _takes_office(page, line):
        return True
    if hit.kind == "visit" and all(a.person is None for a in actors) and page.words("mandate", line.span.start, hit.start):
        return True
    if hit.trigger.part == "adopting" and not any(distance(text, d.start, hit.start) < OWN_DATE * 3 for d in line.words("document")):
        return True
    bodies = line.named("organisation")
    strange = [w for w in line.words("cue.unfit") if not any(m.start <= w.start < m.word_end for m in bodies)]
    return any(distance(text, w.start, hit.start) < OWN_DATE for w in strange)


def _takes_office(page: Page, line: Line) -> bool:
    """True where somebody in the sentence is given an office there."""
    given = {p.number for p in page.people for r in p.roles if r.rule.startswith(GIVEN) and line.span.start <= r.start < line.span.end}
    return any(m.person in given for m in line.named("person"))


def _accompanied(text: str, lexicon: Lexicon, hit: Hit, actors: list[Actor]) -> bool:
    """True where the verb has somebody with whom, or two as its subject: 'A and B discussed'."""
    people = [a for a in actors if a.kind in ("person", "office")]
    if any(a.joined and (a.start > hit.start or a.end < hit.start) and distance(text, a.start, hit.end) < WITH for a in people):
        return True
    before = [a for a in people if a.end <= hit.start and distance(text, a.end, hit.start) < PLURAL]
    first = max((a for a in people if before and a.end <= before[-1].start), key=lambda a: a.end, default=None)
    if first is None or before[-1].start - first.end >= SIDE_BY_SIDE:
        return False
    return lexicon.listing.search(text, first.end, before[-1].start) is not None


def mere(hit: Hit) -> bool:
    """True for a noun without verb or occasion, and for what did not happen."""
    called_off = hit.mood == "negated" and hit.near == "planned"
    return hit.strength == "bare" or (hit.mood in UNREAL and not called_off)


def attended(line: Line) -> bool:
    """True where the sentence says that somebody took part, was in the chair or received the others."""
    return line.attended


def one_each(page: Page, hits: list[Hit]) -> list[Hit]:
    """One hit a place: what wants a document or a guest and has it first, then verbs, then nouns.

    A present form that is also a noun is a verb in a headline, unless the headline begins with it.
    """
    best: dict[int, Hit] = {}
    for hit in hits:
        other = best.get(hit.start)
        if other is None or _rank(page, hit) > _rank(page, other):
            best[hit.start] = hit
    return list(best.values())


def _rank(page: Page, hit: Hit) -> int:
    if hit.trigger.part in ("adopting", "receiving", "becoming"):
        return 3
    if hit.trigger.mood in ("present", "open"):
        headline = page.sheet.paragraph_at(hit.start) == 0 and hit.start > 0
        return 2 if hit.mood != "open" and (headline or hit.trigger.mood == "open") else 0
    return 1 if hit.trigger.mood is None else 2


def status_of(hit: Hit, day: str | None, layout: Layout) -> str | None:
    """The status that form, clause and date give; None for what did not happen and is not planned."""
    mood = hit.mood
    if mood == "held" and hit.near in ("hypothetical", "cancelled", "planned"):
        real = hit.near == "planned" and not layout.ahead(day)
        mood = mood if real else hit.near
    if mood == "negated" and hit.near == "planned":
        mood = "cancelled"
    if mood in UNREAL:
        return None
    if mood == "held" and hit.strength == "support" and layout.ahead(day):
        return "planned"
    if mood in ("held", "planned", "cancelled"):
        return str(mood)
    return "planned" if layout.ahead(day) else "held"


def rule(hit: Hit) -> str:
    """The name of the rule that read the act: kind, part of speech, mood and helper."""
    helper = f"+{hit.helper.reach}" if hit.helper else ""
    return f"acts.{hit.kind}.{hit.trigger.part}.{hit.mood or hit.strength}{helper}"
