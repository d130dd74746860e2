"""Which dates and places of a sentence are an act's own, and which are somebody's who speaks of it or another time's.

Not here: finding the nearest of those that are left (details).
"""

from __future__ import annotations

import re

from assets.enriched.reading.acts.actors import NAMED
from assets.enriched.reading.acts.hits import NARROW, Hit, distance
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import Page
from assets.text.matcher import Match

MATTER = 40
"""Characters before a place in which what is talked about may begin."""
_SMALL = re.compile(r"\s\w{1,4}[\s']")
"""A preposition."""
_LISTING = re.compile(r",?(?:\s\w{1,4}){0,2}[\s']")
"""Between two places of a list: a comma, a conjunction, a preposition."""
HEAD = 24
"""Letters of a town before the day of a dateline."""
_DASH = re.compile(r"\s?[-:]\s")
OCCASION, FRAME = 90, 4
"""Characters between the word for an occasion and the body whose it is; letters of a preposition that is none."""
JOINT, BETWEEN = 8, 14
"""Characters between two sides of talks, and of 'between the' before them: 'between the EU and Peru'."""
TITLE = 70
"""Characters between an office or its holder's name and a place that belongs to the title."""
SAYING = 40
"""Characters between a verb of saying and its date."""
_OPEN = re.compile(r"\d{4}-\d\d-\d\d/\.\.")
PARTICIPLE = 2
"""Characters between a place and the participle of what takes place there."""
TALKING = frozenset({"meeting", "call", "credentials", "visit"})
"""Kinds of which the year alone says nothing beside the date of the text."""


def aside(line: Line, body: Mention) -> bool:
    """True for a body whose own meeting is not what is told: an occasion, as the margins of a summit, and a side of talks with a state."""
    frames = line.words_between("cue.frame", body.start - OCCASION, body.start)
    if any(w.end - w.start > FRAME and "," not in line.text[w.end : body.start] for w in frames):
        return True
    states = [m for m in line.named("country") if m.form in NAMED]
    beside = [m for m in states if 0 < m.word_start - body.word_end < JOINT or 0 < body.word_start - m.word_end < JOINT]
    between = line.words_between("cue.with_before", min([body.start, *(m.start for m in beside)]) - BETWEEN, body.start)
    return bool(beside) and bool(between)


def of_title(line: Line, place: Mention) -> bool:
    """True for a place between an office and its holder's name: 'the rector of the academy in Dhaka, X'."""
    offices = [m for m in line.named("office") if m.person is not None and 0 < place.start - m.end < TITLE]
    holders = {m.person: m.start for m in line.named("person") if 0 < m.start - place.end < TITLE}
    acts = line.words_between("act", place.start - TITLE, place.end + TITLE)
    named = [(o.end, holders[o.person]) for o in offices if o.person in holders]
    return any(not any(start < w.start < end for w in acts) for start, end in named)


def told_there(line: Line, hit: Hit, place: int) -> bool:
    """True for the place where somebody said it: '…, the department said in Washington'."""
    mark = line.text.rfind(",", hit.end, place)
    end = line.text.find(",", place, line.span.end)
    return mark >= 0 and any(mark < w.start < (end if end >= 0 else line.span.end) for w in line.words("cue.said"))


def of_saying(line: Line, hit: Hit, date: Mention) -> bool:
    """True where a date tells when somebody said it, not when it happened: '…, said the spokesman on Monday'."""
    text = line.text
    for word in line.words("cue.said"):
        if _tells_of(line, hit, date, word):
            return True
        if date.end <= word.start < hit.start:
            if " " in text[word.start : word.end] or line.words_between("modal", date.end, word.start):
                continue
            marks = set(",:") & set(text[word.end : hit.start])
            if (marks and word.start - date.end < SAYING and "," not in text[date.end : word.start]) or ":" in marks:
                return True
        told = "," in text[hit.end : min(word.start, date.start)]
        if told and hit.end <= word.start < date.start and date.start - word.end < SAYING * 2:
            return not line.words_between("act", word.end, date.start)
        if told and hit.end <= date.start < word.start and word.start - date.end < SAYING and "," not in text[date.end : word.start]:
            return True
    return False


def _tells_of(line: Line, hit: Hit, date: Mention, said: Match) -> bool:
    """True for the day of a verb of saying that ends a clause about an act without a verb: 'yesterday of the visit … informed'."""
    if hit.strength not in ("bare", "frame") or not date.end <= hit.start < hit.end <= said.start or "," in line.text[hit.end : said.start]:
        return False
    between = [*line.words_between("helper", date.end, said.start), *line.words_between("modal", date.end, said.start)]
    later = [d for d in line.dates if hit.end <= d.start < said.start]
    return not later and not between


def _was_planned(line: Line, date: Mention, hit: Hit) -> bool:
    """True for a date in a clause that says for when what is called off was planned: 'put off the meeting that was due on Tuesday'."""
    clause = next((c for c in line.clauses if hit.end <= c.start <= date.start < c.end), None)
    if clause is None:
        return False
    return any(clause.start <= w.start < date.start for w in line.plans())


def frames(line: Line, date: Mention, hit: Hit, rivals: list[Hit]) -> bool:
    """True for a date before the only act of the sentence, told in a clause without a date of its own: 'today … who handed over'."""
    if hit.mood == "cancelled" and _was_planned(line, date, hit):
        return True
    clause = next((c for c in line.clauses if all(c.start <= a < c.end for a in hit.anchors)), None)
    if clause is None or rivals or date.end > clause.start or hit.kind not in NARROW | {"signing"}:
        return False
    return not any(clause.start <= other.start < clause.end for other in line.dates)


def common(line: Line, date: Mention, hit: Hit, rivals: list[Hit]) -> bool:
    """True for a date before the person who is the subject of all the acts: it is that of each without a date of its own."""
    first = min(h.start for h in [hit, *rivals])
    subject = next((m for m in line.named("person") if date.end <= m.start < first), None)
    if subject is None or any(other.start > subject.start for other in line.dates):
        return False
    return "," not in line.text[date.end : subject.start] or line.text[line.span.start : date.start].strip() == ""


def today(page: Page, date: Mention) -> bool:
    """True for the day of the publication."""
    published = page.sheet.document.published or ""
    return len(published) >= len("YYYY-MM-DD") and (date.value or "")[-5:] == published[5:10]


def out_of_time(page: Page, hit: Hit, date: Mention) -> bool:
    """True for a year gone by of what is planned, and for no more than the year of the publication of what was held."""
    published, year = (page.sheet.document.published or "")[:4], (date.value or "").partition("/")[0]
    if not published.isdigit() or not year[:4].isdigit():
        return False
    if hit.mood == "planned":
        return year[:4] < published and date.form != "context"
    return hit.kind in TALKING and hit.mood == "held" and year == published == date.value


def of_occasion(line: Line, hit: Hit, mention: Mention) -> bool:
    """True for the day of what somebody speaks of on an occasion, or of what an act comes before or after."""
    said = hit.framed and line.words_between("cue.said", hit.end, mention.start)
    return bool(said) or any("," not in line.text[w.end : mention.start] for w in line.words_between("cue.apart", hit.end, mention.start))


def written(line: Line, date: Mention) -> bool:
    """True for the day in a dateline, 'Bern, 8.2.2019 - ': a report of that day tells of others too."""
    head = line.text[line.span.start : date.start]
    return len(head) < HEAD and " " not in head.strip() and bool(_DASH.match(line.text, date.word_end))


def talked_of(line: Line, place: int) -> bool:
    """True for the place of what is talked about: 'the conflict in Sudan', 'the situation in Gaza and in Lebanon'."""
    words = [*line.words_between("topic", place - MATTER, place), *line.words_between("cue.matter", place - MATTER, place)]
    acts = line.words_between("act", place - MATTER, place)
    words = [w for w in words if not any(a.start <= w.start < a.word_end for a in acts)]
    named = [(m.word_start, m.word_end) for m in line.named("country", "place") if m.word_end <= place]
    return any(_SMALL.fullmatch(line.text[w.word_end : place]) or _listed(line.text, w.word_end, place, named) for w in words)


def _listed(text: str, start: int, place: int, named: list[tuple[int, int]]) -> bool:
    """True for a place in a list that begins right after an offset: 'the developments in Ukraine and in Syria'."""
    parts, at = [], start
    for first, last in named:
        if first > start:
            parts.append(text[at:first])
            at = last
    return bool(parts) and bool(_SMALL.fullmatch(parts[0])) and all(_LISTING.fullmatch(gap) for gap in [*parts[1:], text[at:place]])


def begins_on(hit: Hit, date: Mention) -> bool:
    """True for the day from which a visit or conference lasts: 'visit from tomorrow'."""
    return hit.kind in ("visit", "conference") and bool(_OPEN.fullmatch(date.value or ""))


def over_years(date: str | None) -> bool:
    """True for an open interval or one over years: no day of an act."""
    first, mark, last = (date or "").partition("/")
    return bool(mark) and (".." in (first, last) or first[:4] != last[:4])


def gap_to(text: str, hit: Hit, mention: Mention) -> int:
    """Characters between a trigger and a mention, marks counted dearer."""
    if mention.end <= hit.start:
        return distance(text, mention.end, hit.start)
    return distance(text, hit.end, mention.start) if mention.start >= hit.end else 0


def on_margin(line: Line, body: Mention, hit: Hit) -> bool:
    """True for a body whose session's word and a postposition stand between it and the act: 'BMT-nin sessiyası çərçivəsində görüş'."""
    frames = line.words_between("cue.frame", body.word_end, hit.start)
    return any(line.words_between("act", body.start, w.start) and "," not in line.text[body.end : w.start] for w in frames)


def described_by(hit: Hit, rivals: list[Hit], place_end: int) -> bool:
    """True for a place right before the participle that describes another act's noun: 'görüşdə Bakıda keçiriləcək konfrans …'."""
    spans = [
        r.helper_span for r in rivals if r.helper_span is not None and r.helper_span.end <= r.start and r.helper_span != hit.helper_span
    ]
    return any(0 <= span.start - place_end <= PARTICIPLE for span in spans)


def online(line: Line, hit: Hit, rivals: list[Hit]) -> bool:
    """True for an act that takes place at no place: the word for it stands in the act's clause, or in one without an act of its own."""
    for word in line.words("cue.online"):
        comma = line.text.find(",", min(hit.end, word.end), max(hit.start, word.start))
        if comma < 0 or not any((rival.start > comma) == (word.start > comma) for rival in rivals):
            return True
    return False
