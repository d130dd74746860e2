"""Whether a telling is enough for an act of its own, and how many acts it tells.

Not here: which words tell acts (selection), what is one act over sentences (story).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assets.enriched.reading.acts.cast import TWO
from assets.enriched.reading.acts.details import Spot
from assets.enriched.reading.acts.hits import Hit, distance
from assets.enriched.reading.acts.lexicon import FRAME_ONLY
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.acts.rank import Layout
from assets.enriched.reading.acts.selection import OWN_DATE
from assets.enriched.reading.acts.story import DAY, Told, take_part
from assets.enriched.reading.model import Mention, Participant
from assets.enriched.reading.page import Page

HEADS = frozenset(
    {"president", "prime_minister", "speaker", "foreign_minister", "minister", "deputy_prime_minister", "monarch", "head_of_state"}
)
"""Offices of those who are called on one by one in one capital."""
TALK_PAIRS = frozenset({"meeting", "call", "consultations"})
"""Kinds that take two."""
PERSONAL = frozenset({"meeting", "call", "consultations", "credentials"})


def stands(page: Page, layout: Layout, told: Told, hit: Hit, date: Mention | None) -> bool:
    """True where the telling is enough for an act of its own."""
    report, sides = told.report, told.sides()
    body = report.format if report.format not in FRAME_ONLY else None
    own_date = date is not None and distance(page.sheet.text, date.start, hit.start) < OWN_DATE
    if not (sides or body or report.host or told.people()):
        return _told_of_nobody(told, hit, date, own_date)
    if report.kind == "statement":
        return bool(told.people() or sides)
    if report.kind in TALK_PAIRS and hit.kind == report.kind and len(sides) < TWO and len(told.people()) < TWO:
        return told.hosted and bool(told.people()) and hit.strength in ("verb", "support") and layout.opening(told.paragraphs[0])
    if not _somebody(told, hit):
        return False
    if hit.strength in ("verb", "support"):
        return True
    if report.kind == "conference":
        near = date is not None and distance(page.sheet.text, date.start, hit.start) < OWN_DATE * TWO
        return (len(sides) >= TWO and near) or _of_series(told, hit, own_date, layout.opening(told.paragraphs[0]))
    if report.kind == "visit":
        return (bool(report.country) and hit.strength != "bare") or own_date
    if report.kind in PERSONAL and not (hit.strength == "frame" and _colleagues(told)):
        met = report.status == "planned" or (len(told.people()) >= TWO and bool(DAY.fullmatch(report.date or "")))
        return max(len(sides), len(told.people())) >= TWO and (hit.strength != "bare" or (own_date and met))
    return own_date and report.kind not in PERSONAL | {"signing"}


def _of_series(told: Told, hit: Hit, own_date: bool, opening: bool) -> bool:
    """True for a conference told by its noun alone that has a day and a place, or that body, number or level make one of a series."""
    report = told.report
    if own_date and _set(told, hit):
        return True
    named = report.format not in FRAME_ONLY and bool(report.format or report.ordinal)
    serial = hit.trigger.part == "noun" or bool(report.format and report.level)
    return named and (own_date or (hit.framed and opening)) and serial


def _told_of_nobody(told: Told, hit: Hit, date: Mention | None, own_date: bool) -> bool:
    """True where day and place alone make an act: 'the forum in Mostar in May', 'the trip to Chisinau has been cancelled'."""
    report = told.report
    if report.kind == "conference":
        dated = date is not None and not (date.value or "").startswith("XXXX")
        return dated and bool(((report.country or report.format) and told.firm) or (own_date and _set(told, hit)))
    if report.kind == "visit":
        return hit.strength == "support" and bool(report.country) and report.status != "held"
    return report.kind == "signing" and bool(report.country) and (bool(told.firm) or own_date)


def _set(told: Told, hit: Hit) -> bool:
    """True for a conference that its own noun sets in a place, and that is not only the occasion of something else."""
    return bool(told.report.country) and hit.strength == "bare" and told.report.format not in FRAME_ONLY


def _colleagues(told: Told) -> bool:
    """True where all who are named are of one side: an occasion of theirs is no meeting of two."""
    return len(told.sides()) < TWO and all(p.country or p.organisation for p in told.report.participants)


def _somebody(told: Told, hit: Hit) -> bool:
    """False for an appointment or visit of nobody, and for a visit that leads nowhere."""
    report = told.report
    if report.kind in ("appointment", "visit") and not (told.people() or told.sides()):
        return False
    return report.kind != "visit" or bool(report.country) or hit.strength == "support"


def split(line: Line, told: Told, spots: list[Spot]) -> list[Told]:
    """One act for each goal of a tour, and for each of those who were met separately."""
    if told.report.kind == "visit":
        return _tour(told, [s for s in spots if s.country])
    people = [p for p in told.report.participants if p.person is not None]
    if told.report.kind == "appointment":
        return [_with(told, [person]) for person in people] or [told]
    if told.pairs and told.report.kind in PERSONAL:
        return [_with(told, [p for p in people if p.person in pair]) for pair in told.pairs]
    if told.report.kind in PERSONAL and len(people) > TWO and (each := _each_day(line, told, people)):
        return each
    if told.report.kind in PERSONAL and len(people) > TWO and (line.words("cue.separately") or _one_by_one(line, told, people)):
        hub, *others = people
        return [_with(told, [hub, other]) for other in others]
    return [told]


def _each_day(line: Line, told: Told, people: list[Participant]) -> list[Told]:
    """One act for each of those whom one person met on days of their own: 'met A yesterday and B today'."""
    hub, *others = people
    days = [[d for d in line.dates if before.end <= d.start < other.start] for before, other in pairwise([hub, *others])]
    if not all(days):
        return []
    each = [_with(told, [hub, other]) for other in others]
    for one, own in zip(each, days, strict=True):
        one.report.date, one.report.date_basis = own[-1].value, own[-1].form
    return each


def _one_by_one(line: Line, told: Told, people: list[Participant]) -> bool:
    """True for a list of three and more, each of another state or body, whom one person met: hardly all at once."""
    sides = [p.country or p.organisation for p in people[1:]]
    here = all(p.start >= line.span.start for p in people)
    talks = here and told.report.kind == "meeting" and "attending" not in told.report.rule
    heads = [(p.country, p.office) for p in people[1:] if p.office in HEADS]
    apart = len(set(sides)) == len(sides) or len(set(heads)) == len(sides)
    return talks and len(sides) > TWO and None not in sides and apart


def _tour(told: Told, goals: list[Spot]) -> list[Told]:
    unique = list({(g.country, g.place): g for g in goals}.values())
    named = {g.country for g in unique if g.place}
    unique = [g for g in unique if g.place or g.country not in named]
    if not unique:
        return [told]
    tellings = []
    for goal in unique:
        one = _with(told, told.report.participants)
        one.report.place, one.report.country = goal.place, goal.country
        take_part(one.report, [Participant(country=goal.country, capacity="host", start=goal.start, end=goal.end)])
        tellings.append(one)
    return tellings


def _with(told: Told, people: list[Participant]) -> Told:
    report = replace(told.report, participants=[replace(p) for p in people], topics=[])
    spans, paragraphs, firm, starts = list(told.spans), list(told.paragraphs), list(told.firm), list(told.starts)
    return replace(told, report=report, spans=spans, paragraphs=paragraphs, firm=firm, starts=starts, words=set(told.words))
