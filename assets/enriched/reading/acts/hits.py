"""Triggers of acts in a sentence, each with the status that its form and its clause give it.

Not here: who takes part, when and where; whether two triggers tell one act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from assets.enriched.reading.acts.lexicon import Lexicon
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.acts.triggers import heads, longest, overcome
from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span
from assets.languages.schema.acts import Helper, Mood, Trigger
from assets.text.matcher import Match, is_part

Strength = Literal["verb", "support", "near", "frame", "bare"]

SUPPORT_REACH = 190
"""Characters between a noun and the verb that carries it, marks counted dearer: a long name and office fit between."""
MODAL_REACH = 150
NEAR_REACH = 32
BEHIND = 2
"""Characters between a noun and a word of time after it where such words stand before their nouns."""
PREPOSITION = 4
"""Letters of a word that frames a noun only from right before it or its adjective."""
FRAMED = 90
"""What an occasion is farther from a verb of happening than a noun that is its subject."""
FRAME_REACH = 70
NARROW = frozenset({"credentials", "call", "consultations"})
"""Kinds that are talks of a narrower sort."""
ENDING = frozenset({"cancelled", "negated"})
"""Moods that outweigh a nearer word: what was planned and put off is put off."""
UNREAL = frozenset({"negated", "hypothetical", "open"})
"""Moods of what neither happened nor is planned."""
DONE = frozenset({"held", "present"})
"""Moods of what happened."""
SIDE_BY_SIDE, COUNT = 24, 14
OPENING = 24
"""Characters before a noun that opens its sentence: an adjective or a number."""
ATTENDING = frozenset({"attending", "chairing"})
"""Reaches of verbs that say who was there."""
COMMA, STOP = 18, 60
"""What a comma, and a semicolon, colon or bracket between two words add to their distance, in characters."""


_BRACKET = re.compile(r"\([^()]{1,24}\)")
"""What is said of somebody by the way: the party, the age."""


@dataclass(slots=True)
class Hit:
    """A trigger found. mood: None where nothing tells. strength: what tells it. helper: the verb that carries a noun.

    final: of a language whose heads come last: whoever stands after such a verb belongs to another.
    """

    trigger: Trigger
    start: int
    end: int
    word_end: int
    mood: Mood | None
    strength: Strength
    helper: Helper | None = None
    helper_span: Span | None = None
    near: Mood | None = None
    framed: bool = False
    purpose: bool = False
    final: bool = False

    @property
    def kind(self) -> str:
        """Kind of act that the trigger tells, before its company may change it."""
        return self.trigger.kind

    @property
    def final_noun(self) -> bool:
        """True for a bare noun of a language whose heads come last: before an office's word it is part of a title."""
        return self.final and self.trigger.mood is None and self.helper is None

    @property
    def anchors(self) -> tuple[int, ...]:
        """Offsets of the trigger and of the verb that carries it."""
        return (self.start,) if self.helper_span is None else (self.start, self.helper_span.start)


def find_hits(page: Page, lexicon: Lexicon, line: Line) -> list[Hit]:
    """The triggers of a sentence with their moods."""
    text, triggers = line.text, line.words("act")
    modals = line.words("modal")
    denials = line.words("cue.denial")
    helpers = [h for h in line.words("helper") if not _inside(h, triggers) and not _disowned(text, h, denials)]
    others = [*line.words("cue.online"), *line.words("cue.said"), *line.words("cue.idiom")]
    found = longest(triggers)
    if lexicon.head_last:
        found = heads(text, found)
    hits = [_hit(page, lexicon, line, match) for match in found if not _inside(match, others)]
    if lexicon.head_last:
        hits = _numbered(lexicon, line, hits)
    _carry(line, hits, [h for h in helpers if _reach(h) != "near"], modals, lexicon.head_last)
    dated = [(d.start, d.end) for d in line.dates]
    near = [h for h in helpers if _reach(h) == "near" and not any(a <= h.start and h.end <= b for a, b in dated)]
    _beside(text, hits, [w for w in near if not any(overcome(text, h.start, w, helpers) for h in hits)], lexicon.adjectives_first)
    for hit in hits:
        if hit.mood == "open":
            hit.mood = _governed(text, hit.start, hit.end, modals) or "open"
        if any(d.start < hit.start and distance(text, d.end, hit.start) < SUPPORT_REACH for d in denials):
            hit.mood = "negated"
    _decree(line, hits)
    if lexicon.head_last:
        _chain(hits)
    _ahead(text, hits)
    hits = [h for h in hits if not _denied(text, h, hits)]
    hits = [h for h in hits if not _carries(h, hits) and not _part_of(h, helpers)]
    return _absorb([h for h in hits if not _manner(text, h, hits)])


def _ahead(text: str, hits: list[Hit]) -> None:
    """A present form after what is planned is planned too: 'will visit Paris and meets the president'."""
    for first, second in pairwise([h for h in hits if h.mood is not None]):
        if first.mood == "planned" and second.mood == "present" and not set(";:") & set(text[first.end : second.start]):
            second.mood = "planned"


def distance(text: str, a: int, b: int) -> int:
    """Characters between two offsets, marks that part clauses counted dearer."""
    if b < a:
        a, b = b, a
    gap = text[a:b]
    if "(" in gap and ")" in gap:
        gap = _BRACKET.sub("", gap)
    return len(gap) + COMMA * gap.count(",") + STOP * (gap.count(";") + gap.count(":") + gap.count("("))


def _numbered(lexicon: Lexicon, line: Line, hits: list[Hit]) -> list[Hit]:
    """Of a noun for talks and for a session, the session alone where a number stands right before it: '5. Toplantı'."""
    sessions = {h.start for h in hits if h.trigger.part == "session" and _counted(lexicon, line, h)}
    return [h for h in hits if h.start not in sessions or h.trigger.part == "session" or h.trigger.mood is not None]


def _counted(lexicon: Lexicon, line: Line, hit: Hit) -> bool:
    numbers = lexicon.number.finditer(line.text, max(line.span.start, hit.start - COUNT), hit.start)
    return any(0 <= hit.start - end <= 1 for end in (*(w.word_end for w in line.words("ordinal")), *(m.end() for m in numbers)))


def _chain(hits: list[Hit]) -> None:
    """A converb has the mood of the verb that ends its sentence: 'giderek görüşecek', 'görüştükten sonra gitti'."""
    for hit in hits:
        if hit.strength == "verb" and hit.mood == "present":
            hit.mood = next((h.mood for h in hits if h.start > hit.end and h.mood in ("held", "planned", "cancelled")), hit.mood)


def _decree(line: Line, hits: list[Hit]) -> None:
    """An appointment that a decree is about has the mood of its signing."""
    signed = next((h.mood for h in hits if h.kind == "signing" and h.mood not in UNREAL), None)
    for hit in hits:
        if signed and hit.kind == "appointment" and hit.mood == "open" and line.words("cue.decree"):
            hit.mood = signed


def _carries(hit: Hit, hits: list[Hit]) -> bool:
    """True for a verb that only carries the noun of another act: принял грамоты is no reception."""
    return hit.trigger.mood is not None and any(
        other is not hit and other.helper_span is not None and other.helper_span.start < hit.end and hit.start < other.helper_span.end
        for other in hits
    )


def _manner(text: str, hit: Hit, hits: list[Hit]) -> bool:
    """True for the noun that only says how the verb beside it is meant: 'arrived on an official visit'."""
    verbs = [h for h in hits if h.strength == "verb" and h.kind == hit.kind == "visit" and h.mood not in UNREAL]
    return hit.strength != "verb" and any(_between_span(text, hit, Span(v.start, v.end)) < NEAR_REACH for v in verbs)


def _denied(text: str, hit: Hit, hits: list[Hit]) -> bool:
    """True for a verb form of a kind beside one that denies it: hat sich mit … nicht getroffen."""
    return hit.strength == "verb" and any(
        other.kind == hit.kind and other.mood == "negated" and other is not hit and distance(text, hit.end, other.start) < SUPPORT_REACH
        for other in hits
        if hit.mood in ("held", "planned", "present")
    )


def _inside(helper: Match, triggers: Sequence[Match]) -> bool:
    """True for a helper that is a piece of a longer trigger: 'is expected' in 'is expected to meet'."""
    return any(is_part(helper, trigger) for trigger in triggers)


def _part_of(hit: Hit, helpers: Sequence[Match]) -> bool:
    """True for a verb inside a longer phrase that says something else: принял участие."""
    return hit.trigger.mood is not None and any(is_part(hit, helper) for helper in helpers)


def _disowned(text: str, helper: Match, denials: Sequence[Match]) -> bool:
    """True for a calling off that is itself denied: contradicting reports that it had been cancelled."""
    ends = getattr(helper.entry.value, "mood", None) == "cancelled"
    return ends and any(d.end <= helper.start and distance(text, d.end, helper.start) < MODAL_REACH for d in denials)


def _absorb(hits: list[Hit]) -> list[Hit]:
    """In one sentence, talks that a telling of a narrower kind is made of belong to it, and give it their mood."""
    for narrow in [h for h in hits if h.kind in NARROW and h.mood not in UNREAL and not (h.framed and h.kind == "consultations")]:
        same = (narrow.mood, None) if narrow.mood else ("held", "present", "planned", "cancelled", None)
        talks = [h for h in hits if h.kind == "meeting" and h.mood in same]
        told = next((h for h in talks if h.mood is not None), None)
        received = narrow.kind == "credentials" and any(h.trigger.part == "receiving" and h.mood in DONE for h in hits)
        if received and narrow.mood == "planned":
            narrow.mood = "held"
        if narrow.mood is None and told is not None:
            narrow.mood, narrow.strength = told.mood, "support"
        for session in [h for h in hits if _round_of(h, narrow)]:
            hits.remove(session)
            narrow.near = narrow.near or session.near
            if session.helper is not None:
                narrow.mood, narrow.strength, narrow.helper, narrow.helper_span = (
                    session.mood,
                    session.strength,
                    session.helper,
                    session.helper_span,
                )
        hits = [h for h in hits if h not in talks]
    return hits


def _round_of(hit: Hit, narrow: Hit) -> bool:
    """True for the session or round of consultations right beside their own word."""
    near = 0 <= narrow.start - hit.word_end < NEAR_REACH or 0 <= hit.start - narrow.word_end < SIDE_BY_SIDE
    return hit.trigger.part == "session" and narrow.kind == "consultations" and near


def _reach(match: Match) -> str:
    return match.entry.value.reach  # type: ignore[attr-defined, no-any-return]


def _hit(page: Page, lexicon: Lexicon, line: Line, match: Match) -> Hit:
    trigger: Trigger = match.entry.value  # type: ignore[assignment]
    start, end, word_end = match.start, match.end, match.word_end
    if trigger.mood is not None:
        return Hit(trigger, start, end, word_end, trigger.mood, "verb", final=lexicon.head_last)
    ending = page.sheet.text[end:word_end].lstrip("'-")
    framed = (bool(ending) and ending.endswith(tuple(lexicon.here_endings))) or _framed(page, lexicon, line, match)
    return Hit(trigger, start, end, word_end, None, "frame" if framed else "bare", framed=framed, final=lexicon.head_last)


def _framed(page: Page, lexicon: Lexicon, line: Line, match: Match) -> bool:
    text = page.sheet.text
    for cue in line.words_between("cue.frame", match.start - FRAME_REACH, match.word_end + 14):
        if _taken(line, cue, match) if lexicon.head_last else _given_away(line, cue, match):
            continue
        if cue.start < match.start and match.end <= cue.end:
            return True
        near = cue.end - cue.start > PREPOSITION or match.start - cue.end < NEAR_REACH // 2
        if near and cue.end <= match.start and not set(",;:") & set(text[cue.end : match.start]):
            return True
        if match.end <= cue.start and lexicon.head_last:
            return True
    return False


def _given_away(line: Line, cue: Match, match: Match) -> bool:
    """True for a preposition that another act's noun stands right after: 'during the visit meetings are planned'."""
    return any(cue.start < other.start <= cue.end + SIDE_BY_SIDE and other.word_end < match.start for other in line.words("act"))


def _taken(line: Line, cue: Match, match: Match) -> bool:
    """True for a postposition that another act's noun stands before: 'səfər zamanı … iclas olacaq'."""
    return any(other.word_end != match.word_end and 0 <= cue.start - other.word_end <= 1 for other in line.words("act"))


def _carry(line: Line, hits: list[Hit], helpers: Sequence[Match], modals: Sequence[Match], head_last: bool) -> None:
    """Give each verb of happening, hosting, attending or chairing to the noun that is nearest."""
    text, nouns = line.text, [h for h in hits if h.mood is None]
    for match in helpers:
        helper: Helper = match.entry.value  # type: ignore[assignment]
        own = any((h.start, h.end) == (match.start, match.end) for h in hits if h.trigger.mood is not None)
        fit = [h for h in nouns if _fits(h, helper) and _apart(h, match) and not ((own and h.framed) or line.parted(match.start, h.start))]
        fit = [h for h in fit if not (h.framed and (_told_apart(line, h, match) or _wanted(text, match, helpers, nouns)))]
        if not fit:
            continue
        hit = min(fit, key=lambda h: _between(text, h, match) + (FRAMED if _occasion(h, helper, match) else 0))
        gap = _between(text, hit, match)
        if gap > SUPPORT_REACH and not (head_last and helper.reach in ATTENDING and _opens(line, hit)):
            continue
        mood: Mood = helper.mood
        if mood == "cancelled" and overcome(text, hit.start, match, helpers):
            continue
        if mood == "open":
            mood = _governed(text, match.start, match.end, modals) or "open"
        if hit.helper is not None and head_last and helper.reach == "support" and _finite(text, hit, match, mood):
            hit.mood = mood
            continue
        if hit.helper_span is not None:
            before = hit.mood in ENDING, hit.mood == "cancelled", hit.mood != "open", -_between_span(text, hit, hit.helper_span)
            if before >= (mood in ENDING, mood == "cancelled", mood != "open", -gap):
                continue
        hit.mood, hit.strength, hit.helper = mood, "support", helper._replace(mood=mood)
        hit.helper_span = Span(match.start, match.end)
    _share(nouns)


def _finite(text: str, hit: Hit, match: Match, mood: Mood) -> bool:
    """True for the verb that ends a clause after words for who hosts or chairs, which have no tense: '… ev sahipliğinde düzenlenecek'."""
    nominal = hit.helper is not None and hit.helper.reach in ("hosting", "chairing", "attending")
    span = hit.helper_span
    return (
        nominal and span is not None and mood in ("held", "planned") and span.end < match.start and "," not in text[span.end : match.start]
    )


def _opens(line: Line, hit: Hit) -> bool:
    """True for a noun that opens its sentence, so that a list of guests may stand before the verb: 'Toplantıya A, B, C … katıldı'."""
    return hit.start - line.span.start < OPENING


def _told_apart(line: Line, hit: Hit, match: Match) -> bool:
    """True where a word of saying parts an occasion from a verb: 'before the talks X said that it is planned …'."""
    first, last = sorted(((hit.start, hit.end), (match.start, match.end)))
    return bool(line.words_between("cue.said", first[1], last[0]))


def _wanted(text: str, match: Match, helpers: Sequence[Match], nouns: list[Hit]) -> bool:
    """True where the same verb carries a noun of another kind that is no occasion: 'held talks on the margins of the forum'."""
    same = [h for h in helpers if h.start == match.start and h is not match]
    return any(_fits(n, o.entry.value) and not n.framed and _between(text, n, o) <= SUPPORT_REACH for o in same for n in nouns)  # type: ignore[arg-type]


def _occasion(hit: Hit, helper: Helper, match: Match) -> bool:
    """True for a noun that is only the occasion of what the verb says: not where the verb's form stands right before it."""
    return hit.framed and helper.reach == "support" and not 0 <= hit.start - match.end <= 1


def _share(nouns: list[Hit]) -> None:
    """Nouns side by side share their verb; an open verb of happening tells nothing, one of hosting leaves it to the date."""
    for left, right in pairwise(nouns):
        if left.mood is None and right.mood and right.start - left.word_end < SIDE_BY_SIDE and left.kind == right.kind:
            left.mood, left.strength, left.helper = right.mood, right.strength, right.helper
    for hit in nouns:
        if hit.mood == "open":
            firm = hit.helper is not None and hit.helper.reach != "support"
            hit.mood, hit.strength = None, "support" if firm else "frame" if hit.framed else "bare"


def _fits(hit: Hit, helper: Helper) -> bool:
    if helper.kind is not None:
        return helper.kind == hit.kind
    if helper.reach == "support":
        return True
    if hit.kind == "visit" and hit.framed:
        return False
    return hit.kind in ("meeting", "conference", "consultations", "visit", "signing")


def _apart(hit: Hit, match: Match) -> bool:
    return match.end <= hit.start or hit.end <= match.start


def _between(text: str, hit: Hit, match: Match) -> int:
    return _between_span(text, hit, Span(match.start, match.end))


def _between_span(text: str, hit: Hit, span: Span) -> int:
    return distance(text, span.end, hit.start) if span.end <= hit.start else distance(text, hit.end, span.start)


def _governed(text: str, start: int, end: int, modals: Sequence[Match]) -> Mood | None:
    """The mood that the nearest governing word gives an open form."""
    best: tuple[int, Mood] | None = None
    for modal in modals:
        gap = distance(text, modal.end, start) if modal.end <= start else distance(text, end, modal.start)
        if gap <= MODAL_REACH and (best is None or gap < best[0]):
            helper: Helper = modal.entry.value  # type: ignore[assignment]
            best = gap, helper.mood
    return best[1] if best else None


def _beside(text: str, hits: list[Hit], words: Sequence[Match], first: bool) -> None:
    """Words right beside a noun: planned, upcoming, previous, possible.

    Args:
        first: the language has its adjectives before the noun, so that one after it belongs to what follows.
    """
    for word in words:
        helper: Helper = word.entry.value  # type: ignore[assignment]
        for hit in hits:
            if hit.trigger.mood is None and helper.mood == "planned" and hit.start <= word.start and word.end <= hit.end:
                hit.near = helper.mood
        beside = [h for h in hits if h.trigger.mood is None and _apart(h, word)]
        if not beside:
            continue
        hit = min(beside, key=lambda h: _between(text, h, word))
        if _between(text, hit, word) > (BEHIND if first and hit.end <= word.start else NEAR_REACH):
            continue
        hit.near = helper.mood
        if hit.mood is None:
            hit.mood, hit.strength = helper.mood, "near"
