"""When and where an act takes place, and which meeting of which body at which level it is.

Not here: who takes part (actors), what the dates themselves say (assets.text.dates).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from assets.enriched.reading.acts.actors import NAMED
from assets.enriched.reading.acts.bilateral import PAIR, goes_on, of_two
from assets.enriched.reading.acts.hits import Hit, distance
from assets.enriched.reading.acts.lexicon import FRAME_ONLY, GUESTS, Lexicon
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.acts.numbers import ordinal
from assets.enriched.reading.acts.owning import (
    aside,
    begins_on,
    common,
    described_by,
    frames,
    gap_to,
    of_occasion,
    of_saying,
    of_title,
    on_margin,
    out_of_time,
    over_years,
    talked_of,
    today,
    told_there,
    written,
)
from assets.enriched.reading.homes import state_of
from assets.enriched.reading.model import Mention, Report
from assets.enriched.reading.page import Page

EMPLOYER = 60
"""Characters between an office and the body that it is of, glue words alone between them."""
CONTEXT = 160
"""Characters before a conference's noun in which 'the summit' takes its body from: about the sentence before."""
PHRASE = 90
"""Characters on either side of a conference's noun in which its body, level and number stand."""
ENOUGH = 2
"""Of body, level and number, how many make a meeting one of a series."""
MANY = 4
"""States that make a meeting at one level a conference."""
DATELINE = 3
FRAME = 4
"""Letters of a preposition that may also stand before the act's own body; a longer one tells its occasion."""
_DAY = re.compile(r"-[\dX]\d-[\dX]\d")
_HEAD = re.compile(r"\s?[(/:.]|\s?--?\s|,\s[\w.]+\s\d|,\s\d")
SINCE_REACH = 45
TOLERANCE = 12
"""Characters by which another act must be nearer to a date or place to have it for itself."""
OBJECT_REACH = 60
"""Characters between 'visit' and the country that is visited; a name and an office may stand between in some languages."""
OBJECT_FAR = 150
"""The same after a verb that opens the sentence, with the whole subject between them."""
BESIDE = 3
"""Characters between a visit's noun and the country before it: Rusiya səfəri, Russia visit."""
MONTH = "2024-05"
"""A date that is more than a year."""
PREPOSITIONS = 12
"""Characters before a place in which a phrase may begin that it is the end of."""
LIST_GAP = 30
"""Characters of comma and conjunction between two places of a list."""
ASSEMBLED = 100
"""Characters between the heads or ministers of a body and the verb of which they are the subject."""
OF_NOUN = 8
"""Characters between a noun and its own date: 'the visit of Sunday'."""
VAGUE_DATE = 120
"""What a year or month alone is farther than a day: it is more often what the act is about."""
_SPAN = re.compile(r"[\dX]{4}-\d\d-\d\d/[\dX]{4}-\d\d-\d\d")
_TALKS = frozenset({"meeting", "conference", "consultations"})


@dataclass(slots=True)
class Spot:
    """A place of an act: place id, country, and where it is written. away: where somebody comes from."""

    place: str | None
    country: str | None
    start: int
    end: int
    located: bool
    away: bool = False
    prefix: str = ""


class DetailReader:
    """Reads date, place and format around a trigger.

    Args:
        lexicon: the compiled words of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def date(self, page: Page, line: Line, hit: Hit, rivals: list[Hit]) -> Mention | None:
        """The date nearest to the trigger in its sentence, if no rival act is nearer to it."""
        text = page.sheet.text
        best: tuple[int, Mention] | None = None
        rivals = _rivals(hit, rivals)
        if hit.strength == "bare" and any(r.strength == "support" and r.kind == hit.kind == "conference" for r in rivals):
            return None
        for date in line.dates:
            begins = begins_on(hit, date)
            if (over_years(date.value) and not begins) or out_of_time(page, hit, date) or self._passed(line, hit, date):
                continue
            if (
                (self._since(line, date) and not begins)
                or date is self.new_date(line, hit)
                or not (frames(line, date, hit, rivals) or any(line.together(date.start, a) for a in hit.anchors))
            ):
                continue
            if (hit.kind == "statement" and gap_to(text, hit, date) > PHRASE // 2 and not today(page, date)) or of_occasion(
                line, hit, date
            ):
                continue
            if hit.kind not in ("statement", "appointment") and of_saying(line, hit, date):
                continue
            gap = gap_to(text, hit, date)
            wanting = [r for r in rivals if not self._supplied(line, r, date) and any(line.together(date.start, a) for a in r.anchors)]
            if not common(line, date, hit, rivals) and any(gap_to(text, rival, date) < gap - TOLERANCE for rival in wanting):
                continue
            gap += 0 if _DAY.search(date.value or "") and not written(line, date) else VAGUE_DATE
            gap -= OF_NOUN if hit.trigger.mood is None and 0 <= date.start - hit.word_end < OF_NOUN else 0
            if best is None or gap < best[0]:
                best = gap, date
        return best[1] if best else None

    def _passed(self, line: Line, hit: Hit, date: Mention) -> bool:
        """True for the date of an earlier clause, where verbs come last and the act's own clause has another."""
        if not self._lexicon.head_last:
            return False
        others = (d for d in line.dates if date.end < d.start < hit.start and len(d.value or "") >= len(MONTH))
        return any("," in line.text[date.word_end : other.start] for other in others)

    def _supplied(self, line: Line, rival: Hit, date: Mention) -> bool:
        """True for an act behind a date that has its own: 'came on Monday and held talks today'."""
        if rival.end <= date.start or not self._lexicon.head_last:
            return rival.end > date.start and any(0 <= other.start - rival.word_end < BESIDE for other in line.dates)
        return rival.trigger.mood is None and any(date.end <= other.start < rival.start for other in line.dates)

    def new_date(self, line: Line, hit: Hit) -> Mention | None:
        """The date to which the act is put off."""
        found = [d for d in line.dates if hit.mood == "cancelled" and self._new(line, d) and not over_years(d.value)]
        return found[-1] if found else None

    def _new(self, line: Line, date: Mention) -> bool:
        """True for a date that something is put off to, not planned for."""
        text, lexicon = line.text, self._lexicon
        if lexicon.rather_before.search(text[max(0, date.start - LIST_GAP) : date.start]):
            return True
        if any(0 <= w.start - date.word_end < BESIDE * 2 or 0 <= date.start - w.word_end <= BESIDE * 2 for w in line.plans()):
            return False
        if lexicon.moved_before.search(text[max(0, date.start - 20) : date.start]):
            return True
        return bool(lexicon.moved_ending.search(text[date.start : date.word_end]) or lexicon.moved_after.match(text, date.word_end))

    def _since(self, line: Line, date: Mention) -> bool:
        """True where a word before the date makes it the beginning or end of something lasting."""
        text = line.text
        if _SPAN.fullmatch(date.value or ""):
            return False
        if self._lexicon.since_before.search(text[max(0, date.start - 20) : date.start]):
            return True
        words = line.words_between("cue.since", date.start - SINCE_REACH, date.start)
        return any(w.end - w.start > 2 and "," not in text[w.end : date.start] for w in words)

    def spots(self, page: Page, line: Line, hit: Hit, rivals: list[Hit], home: set[str]) -> list[Spot]:
        """Places of the sentence where the act happens; for a visit, where somebody goes."""
        goals = hit.kind == "visit"
        spots: list[Spot] = []
        mentions = [m for m in line.named("place", "country") if m.kind == "place" or m.form in NAMED]
        for mention in mentions:
            located = self._located(page, mention, goals)
            if mention.kind == "place":
                place, country = mention.value, self._lexicon.place_country.get(mention.value or "")
            else:
                capital = mention.form == "capital_government"
                place, country = (self._lexicon.capital.get(mention.value or "") if capital else None), mention.value
            beside = hit.trigger.mood is None and 0 <= hit.start - mention.word_end < BESIDE
            located = located or (beside and (goals or (mention.kind == "place" and hit.kind == "conference")))
            located = located and not told_there(line, hit, mention.word_start) and not talked_of(line, mention.word_start)
            located = located and not of_occasion(line, hit, mention) and not of_title(line, mention)
            away = bool(self._lexicon.away_before.search(page.sheet.text[max(0, mention.word_start - 30) : mention.word_start]))
            prefix = page.sheet.text[mention.word_start : mention.start]
            spots.append(Spot(place, country, mention.word_start, mention.word_end, located, away, prefix))
        spots += self._capitals(page, line, goals)
        _spread(page.sheet.text, [s for s in spots if s.start not in page.sides], self._lexicon)
        text, rivals = page.sheet.text, _rivals(hit, rivals)
        if goals and any(s.country not in home for s in spots if not s.away):
            for spot in spots:
                spot.located = spot.located and spot.country not in home
        if goals and hit.strength == "verb" and not any(s.located and _apart(text, hit, s) < OBJECT_REACH for s in spots):
            _object(text, hit, spots, home)
            _spread(text, [s for s in spots if s.start not in page.sides], self._lexicon)
            _spread(text, spots, self._lexicon)
        spots = [s for s in spots if s.located and not described_by(hit, rivals, s.end)]
        return [s for s in spots if not any(_apart(text, r, s) < _apart(text, hit, s) - TOLERANCE for r in rivals)]

    def _capitals(self, page: Page, line: Line, goals: bool) -> list[Spot]:
        """Capitals named by their country: 'in the Sudanese capital', 'dans la capitale angolaise'."""
        text, lexicon, spots = page.sheet.text, self._lexicon, []
        for word in line.words("cue.capital"):
            near = [m for m in line.named("country") if 0 < m.word_start - word.word_end < BESIDE or 0 < word.start - m.word_end < BESIDE]
            for mention in near[:1]:
                start, end = min(word.word_start, mention.word_start), max(word.word_end, mention.word_end)
                ahead, prefix = lexicon.small.sub("", text[max(0, start - 30) : start]), text[start : word.start]
                located = prefix in lexicon.goal_prefixes or bool((lexicon.goal_before if goals else lexicon.here_before).search(ahead))
                spots.append(Spot(lexicon.capital.get(mention.value or ""), mention.value, start, end, located))
        return spots

    def _located(self, page: Page, mention: Mention, goals: bool) -> bool:
        text, lexicon = page.sheet.text, self._lexicon
        ending = text[mention.end : mention.word_end].lstrip("'-")
        if self._dateline(page, mention) or mention.word_start in page.sides or self._in_cue(page, mention):
            return False
        if ending:
            return ending in lexicon.here_endings or (goals and ending in lexicon.goal_endings)
        if mention.kind == "place" and lexicon.place_noun.match(text, mention.word_end):
            return True
        before = text[max(0, mention.word_start - 30) : mention.word_start]
        if lexicon.away_before.search(before):
            return False
        pattern = lexicon.goal_before if goals else lexicon.here_before
        prefixed = mention.word_start < mention.start
        if goals and text[mention.word_start : mention.start] in lexicon.goal_prefixes:
            return True
        if mention.kind == "place" and mention.form == "located":
            return goals or bool(lexicon.here_before.search(before)) or prefixed or not lexicon.goal_before.search(before)
        return bool(pattern.search(before))

    def _in_cue(self, page: Page, mention: Mention) -> bool:
        """True for a word of an occasion that is also a place: Persian 'on the eve of' ends in Astana."""
        return any(w.start < mention.start < w.end for w in page.words("cue.frame", mention.start - PREPOSITIONS, mention.start))

    def _dateline(self, page: Page, mention: Mention) -> bool:
        """True for the place at the head of a report: where it was written, which need not be where things happened."""
        start = page.sheet.paragraphs[page.sheet.paragraph_at(mention.start)].start
        return mention.word_start - start < DATELINE and bool(_HEAD.match(page.sheet.text, mention.word_end))

    def describe(self, page: Page, line: Line, hit: Hit, hits: list[Hit], report: Report) -> bool:
        """Set format, ordinal and level; a meeting of a body or at a level with a number is a conference.

        Returns:
            True where a conference is named by its own body or number, not by what was told before.
        """
        if hit.kind not in _TALKS or hit.trigger.mood is not None:
            return False
        start, end = max(line.span.start, hit.start - PHRASE), min(line.span.end, hit.word_end + PHRASE)
        if hit.kind == "meeting":
            end = min((w.start for w in line.words_between("cue.frame", hit.word_end, end) if w.end - w.start > FRAME), default=end)
        level = self._level(page, line, start, end, hit, hits)
        body = self._body(line, start, end, hit)
        number = ordinal(page, self._lexicon, line, max(line.span.start, hit.start - PHRASE), hit)
        serial = hit.trigger.part == "session" or hit.kind == "conference"
        states = {m.value for m in line.named("country") if m.form in NAMED}
        told = bool(body) + bool(level) + bool(number) + (len(states) >= MANY)
        bilateral = told < ENOUGH or (not body and len(states) == PAIR)
        attended = hit.helper is not None and hit.helper.reach == "attending"
        gathered = attended and (level is not None or self._lexicon.meets(body)) and len(states) != PAIR
        if hit.kind == "meeting" and not serial and bilateral and not gathered and level not in ("senior_officials", "expert"):
            # 'Their first meeting' counts nothing; the thirteenth one of two commissions is one of a series.
            report.ordinal = number if number is not None and number > 1 else None
            return False
        report.level, report.ordinal = level, number
        if hit.kind == "meeting":
            report.kind = "conference"
        if report.kind == "conference":
            report.format = body or self._context_body(page, line, hit)
            return body is not None or number is not None
        return False

    def gathering(self, line: Line, hit: Hit, report: Report) -> None:
        """A meeting of nobody in particular beside the name of a body or process is a meeting of that body."""
        if report.kind == "meeting" and (body := self._assembled(line, hit)) is not None:
            report.kind, report.format = "conference", body
            return
        if report.kind == "meeting" and hit.trigger.part in ("verb", "joining") and not line.named("person"):
            acting = [m for m in line.named("organisation") if not m.inside and self._lexicon.meets(m.value) and not aside(line, m)]
            if hit.trigger.part == "joining":
                acting = [m for m in acting if 0 <= hit.start - m.end < PHRASE]
            if acting and not any(m.form in NAMED and line.together(m.start, hit.start) for m in line.named("country")):
                report.kind, report.format = "conference", acting[0].value
        plain = not hit.framed and hit.helper is not None and hit.helper.reach == "support" and not line.words("cue.both")
        if report.kind == "meeting" and hit.trigger.mood is None and plain:
            bodies = [m for m in line.named("organisation") if not m.inside and self._lexicon.meets(m.value)]
            named = [m.value for m in bodies if not aside(line, m)]
            if named:
                report.kind, report.format = "conference", named[0]

    def _assembled(self, line: Line, hit: Hit) -> str | None:
        """The body whose heads or ministers in the plural are the verb's subject: 'the ECOWAS heads of state held a meeting'."""
        if hit.trigger.part not in ("verb", "joining") or any(m.end <= hit.start for m in line.named("person")):
            return None
        offices = [m for m in line.named("office") if m.form == "many" and 0 <= hit.start - m.end < ASSEMBLED]
        bodies = [m for m in line.named("organisation") if m.end <= hit.start and self._lexicon.meets(m.value)]
        near = [m.value for m in bodies if any(abs(m.start - o.end) < ASSEMBLED or m.start <= o.start <= m.end + OF_NOUN for o in offices)]
        return near[-1] if near and not any(m.form in NAMED for m in line.named("country") if m.end <= hit.start) else None

    def _level(self, page: Page, line: Line, start: int, end: int, hit: Hit, hits: list[Hit]) -> str | None:
        text = page.sheet.text
        others = [(h.start, h.end) for h in hits if h is not hit and h.kind == "conference"]
        offices = [(m.start, m.end) for m in line.named("office") if m.form == "one"]
        offices += [(m.start, m.end) for m in line.named("organisation") if state_of(m.value)]
        found = [
            m
            for m in line.words_between("level", start, end)
            if distance(text, m.start, hit.start) < PHRASE and not any(a <= m.start < b for a, b in [*offices, *others])
        ]
        if not found:
            return self._level_before(page, hit) if hit.trigger.part == "session" else None
        inside = [m for m in found if hit.start <= m.start < hit.word_end]
        near = inside or [min(found, key=lambda m: distance(text, m.start, hit.start))]
        return str(near[0].entry.value)

    def _level_before(self, page: Page, hit: Hit) -> str | None:
        """The level of the body that the sentence before names: 'that session' of the officials' committee."""
        first = max(0, hit.start - CONTEXT)
        named = page.within(first, hit.start, "office", "organisation")
        offices = [(m.start, m.end) for m in named if m.kind == "office" or state_of(m.value)]
        found = [m for m in page.words("level", first, hit.start) if not any(a <= m.start < b for a, b in offices)]
        return str(found[-1].entry.value) if found else None

    def _body(self, line: Line, start: int, end: int, hit: Hit) -> str | None:
        text, found = line.text, []
        for mention in line.named("organisation"):
            if not start <= mention.start < end or mention.inside or state_of(mention.value):
                continue
            margin = self._lexicon.head_last and on_margin(line, mention, hit)
            if self._lexicon.is_format(mention.value) and not margin and not self._employs(text, line.named("office"), mention):
                found.append(mention)
        if not found:
            return None
        best = min(found, key=lambda m: gap_to(text, hit, m))
        return best.value if gap_to(text, hit, best) < PHRASE else None

    def _employs(self, text: str, offices: list[Mention], body: Mention) -> bool:
        """True where the body only tells whose officer somebody is: EU commissioner, secretary general of the OSCE."""
        of = self._lexicon.gap
        for office in offices:
            if office.form == "many" or office.person is None:
                continue
            after = 0 < body.start - office.word_end < EMPLOYER
            if 0 <= office.start - body.end <= 1 or (after and of.fullmatch(text[office.word_end : body.start])):
                return True
        return False

    def _context_body(self, page: Page, line: Line, hit: Hit) -> str | None:
        """The body named last shortly before the trigger, else the one that the article names most: 'the Movement'; of two states none."""
        if hit.trigger.part == "session" and (of_two(page, line, hit, PHRASE) or goes_on(page, hit)):
            return None
        offices = [m for m in page.mentions if m.kind == "office"]
        bodies = [m for m in page.mentions if m.kind == "organisation" and self._lexicon.meets(m.value)]
        bodies = [m for m in bodies if hit.trigger.part != "noun" or m.value not in FRAME_ONLY]
        bodies = [m for m in bodies if not self._employs(page.sheet.text, offices, m)]
        named = [m for m in bodies if hit.start - CONTEXT <= m.start < hit.start]
        if named or (hit.trigger.part == "noun" and hit.helper is None):
            return named[-1].value if named else None
        counts = Counter(m.value for m in bodies if hit.trigger.part != "noun" or m.value not in GUESTS)
        return counts.most_common(1)[0][0] if counts else None


def _object(text: str, hit: Hit, spots: list[Spot], home: set[str]) -> None:
    """The object of 'visit': the place beside the verb that is not the traveller's own country."""
    far = [s for s in spots if s.country and s.country not in home and not s.away]
    if not hit.final:
        far = [s for s in far if s.end > hit.start or "," not in text[s.end : hit.start]]
    near = [s for s in far if _apart(text, hit, s) < OBJECT_REACH] or [s for s in far if 0 <= s.start - hit.end < OBJECT_FAR]
    if near:
        min(near, key=lambda s: _apart(text, hit, s)).located = True


def _rivals(hit: Hit, rivals: list[Hit]) -> list[Hit]:
    """Other acts that compete for dates and places: an occasion shares them with the verb that it is the occasion of."""
    return [r for r in rivals if not hit.framed or r.strength != "verb"]


def _apart(text: str, hit: Hit, spot: Spot) -> int:
    return distance(text, spot.end, hit.start) if spot.end <= hit.start else distance(text, hit.end, spot.start)


def _spread(text: str, spots: list[Spot], lexicon: Lexicon) -> None:
    """In a list of places, what marks one as such marks all."""
    pairs = list(pairwise(spots))
    for left, right in [*pairs, *reversed(pairs)]:
        between = text[left.end : right.start]
        words = between.strip()
        listed = words and (lexicon.listing.search(between) or not words.replace(" ", "").isalpha())
        joined = listed or (right.prefix and lexicon.listing.fullmatch(right.prefix))
        if left.located != right.located and joined and len(between) < LIST_GAP and lexicon.conjunction.fullmatch(between):
            left.located = right.located = True
