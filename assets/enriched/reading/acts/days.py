"""Days that an act has from its tense or from the act told before it.

Here: the year of a date without one by what the verb says; 'the same day', 'the next day'; the day that heads a paragraph.
Not here: what dates say by themselves (assets.text.dates), which date of a sentence belongs to which act (details).
"""

from __future__ import annotations

import datetime as dt
import re

from assets.enriched.reading.acts.hits import Hit, distance
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.acts.story import DAY, Story
from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import Page

AWRY = 45
"""Days by which a date without a year must miss what its verb says before the year is changed."""
BESIDE = 160
"""Characters between 'the same day' and its act."""
NEXT = 2
"""Characters between a date and the clause that describes it: a comma and a blank."""
PHRASE = 50
"""Characters between an act's noun and the word for how long it lasts: 'the two-day annual summit of the foreign ministers'."""
DAYS = {"same_day": 0, "next_day": 1, "day_before": -1}
"""Days from the act told last by the cue that names its day."""
_WEEKDAY = "weekday"
_HEADS = re.compile(r"\s?[.:]\s")
"""Behind a date that heads a paragraph."""
LASTING = frozenset({"visit", "conference", "meeting", "consultations"})
"""Kinds of acts that may take days."""
_GUESSED = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


def day_of(page: Page, line: Line, hit: Hit, story: Story, date: Mention | None) -> tuple[Mention | None, str | None]:
    """The date of an act's sentence, or the one that heads its paragraph, and the day it means; 'the same day' has no date of its own."""
    date = _described(line, hit) if date is None else date
    again = told_day(line, hit, story) if date is None else None
    date = _headed(page, line, hit) if date is None and again is None else date
    if date is None:
        return date, again
    day = settled(date, hit, page.sheet.document.published)
    day = _last_year(day, date, line, page.sheet.document.published) if date.form == "context" else day
    return date, _lasted(day, line, hit)


def _described(line: Line, hit: Hit) -> Mention | None:
    """The date that the act's clause describes: 'said in Berlin on Monday, where he met …'."""
    found = None
    for word in line.words("cue.relative"):
        if word.start < hit.start < word.start + BESIDE:
            found = next((d for d in line.dates if 0 < word.start - d.word_end <= NEXT and DAY.fullmatch(d.value or "")), found)
    return found


def _lasted(day: str | None, line: Line, hit: Hit) -> str | None:
    """The whole time of what ended on a day after several: 'wrapped up a three-day visit on Friday'."""
    if day is None or hit.mood != "held" or hit.kind not in LASTING or not DAY.fullmatch(day):
        return day
    lengths = [w for w in line.words("duration") if abs(w.start - hit.start) < PHRASE]
    ended = any(abs(w.start - hit.start) < BESIDE for w in line.words("cue.ended"))
    if not lengths or not ended:
        return day
    days = int(lengths[0].entry.value)  # type: ignore[call-overload]
    return f"{(dt.date.fromisoformat(day) - dt.timedelta(days=days - 1)).isoformat()}/{day}"


def _last_year(day: str | None, date: Mention, line: Line, published: str | None) -> str | None:
    """The day a year earlier where 'last' stands right behind it: 'le 29 mars dernier' was before the day of publication."""
    behind = any(0 <= w.start - date.word_end <= 1 for w in line.helpers({"near"}, {"held"}))
    if not (behind and day and published and _GUESSED.fullmatch(day) and day > published):
        return day
    return f"{int(day[:4]) - 1}{day[4:]}"


def settled(date: Mention, hit: Hit, published: str | None) -> str | None:
    """The date's value; what was held and lies well ahead is of the year before, what is planned and past of the next."""
    value = _nearer(date, hit, published)
    parts, today = _GUESSED.fullmatch(value or ""), _GUESSED.match(published or "")
    if value is None or date.form != "context" or parts is None or today is None:
        return value
    away = _count(parts) - _count(today)
    shift = -1 if hit.mood == "held" and away > AWRY else 1 if hit.mood == "planned" and away < -AWRY else 0
    return f"{int(parts[1]) + shift}{value[4:]}"


def _nearer(date: Mention, hit: Hit, published: str | None) -> str | None:
    """The value of a bare weekday: the coming one of what is planned, the past one of what was held."""
    value = date.value or ""
    first, mark, last = value.partition("/")
    if mark and date.rule == "weekday" and hit.mood == "planned" and "" < last < (published or "")[:10]:
        week = dt.timedelta(days=7)
        return "/".join((dt.date.fromisoformat(day) + week).isoformat() for day in (first, last)) if DAY.fullmatch(first) else value
    if date.rule != "weekday" or not (DAY.fullmatch(value) and DAY.fullmatch(published or "")):
        return date.value
    day, today = dt.date.fromisoformat(value), dt.date.fromisoformat(published or "")
    week = dt.timedelta(days=7)
    if hit.mood == "planned" and day < today:
        return (day + week).isoformat()
    return (day - week).isoformat() if hit.mood == "held" and day > today else date.value


def told_day(line: Line, hit: Hit, story: Story) -> str | None:
    """The day of the act told last with a full date, or the day after or before it, where the sentence says so."""
    words = [(w, days) for name, days in DAYS.items() for w in line.words(f"cue.{name}")]
    words = [(w, days) for w, days in words if not any(f.start < w.start < f.end for f in line.words("cue.frame"))]
    near = next((days for w, days in words if distance(line.text, w.start, hit.start) < BESIDE), None)
    if near is None:
        return None
    dated = [t for t in story.told if t.report.date and _GUESSED.fullmatch(t.report.date) and len(t.report.date) == len("2024-05-16")]
    if not dated:
        return None
    last = max(dated, key=lambda t: t.spans[-1].start).report.date or ""
    return (dt.date.fromisoformat(last) + dt.timedelta(days=near)).isoformat()


def _headed(page: Page, line: Line, hit: Hit) -> Mention | None:
    """The weekday that heads the act's paragraph as a sentence of its own, as in a digest: 'Tuesday. The minister …'."""
    if hit.mood not in ("held", "planned"):
        return None
    start, text = page.sheet.paragraphs[line.paragraph].start, page.sheet.text
    days = (d for d in page.dates if d.start == start and _WEEKDAY in (d.rule, d.form))
    return next((d for d in days if _HEADS.match(text, d.word_end)), None)


def _count(parts: re.Match[str]) -> int:
    """Days of a date counted in months of thirty; the middle of the month where it has no day."""
    return int(parts[1]) * 365 + int(parts[2]) * 30 + int(parts[3] or 15)
