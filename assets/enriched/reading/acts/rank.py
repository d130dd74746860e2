"""What the article is about, and what the whole of it says of an act that one sentence leaves open.

Here: headline and lead, background paragraphs, round-ups, dateline, date and place that pass from act to act.
Not here: reading single tellings (reader).
"""

from __future__ import annotations

from collections import Counter

from assets.enriched.reading.acts.remarks import remark
from assets.enriched.reading.acts.story import DAY, Story, Told, closing, dates_meet, width
from assets.enriched.reading.model import Participant, Person
from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span

SHORT, STANDFIRST = 60, 200
"""Characters under which a paragraph is no lead (a dateline), and under which it is a standfirst with the lead after it."""
FRESH_DAYS, FAR_DAYS = 4, 14
TAKERS = frozenset(
    {"president", "vice_president", "head_of_state", "monarch", "crown_prince", "foreign_minister", "deputy_foreign_minister"}
)
"""Offices to which envoys hand over their credentials, or copies of them."""
LEVELS = {
    "head_of_department": "senior_officials",
    "deputy_minister": "deputy_ministerial",
    "deputy_foreign_minister": "deputy_ministerial",
    "state_secretary": "deputy_ministerial",
    "foreign_minister": "ministerial",
}
GATHERED = {
    **dict.fromkeys(("president", "head_of_state", "monarch", "prime_minister"), "summit"),
    **dict.fromkeys(("foreign_minister", "minister"), "ministerial"),
    **dict.fromkeys(("deputy_foreign_minister", "deputy_minister", "state_secretary"), "deputy_ministerial"),
    "speaker": "parliamentary",
}
"""The level of a conference at which officials of this rank meet, the highest first."""
QUORUM = 2
"""States whose officials of one rank make a conference one at their level."""
SPOKEN = frozenset({"meeting", "call", "consultations", "conference"})
ROUND_UP = frozenset({"meeting", "call", "appointment", "signing", "credentials"})


DATED_TOGETHER = frozenset({"meeting", "signing", "credentials", "consultations"})
"""Kinds that take the day of a main act of the same people."""
GUEST_ACTS = frozenset({"meeting", "conference", "signing", "statement"})
"""What a guest does on a visit."""


class Layout:
    """Headline, lead and background of a page.

    Args:
        page: the page under reading. guest: who answers, where it is an interview.
    """

    def __init__(self, page: Page, guest: Person | None = None) -> None:
        self.guest = guest
        self._published = page.sheet.document.published
        self._lead = _lead(page)
        title = page.sheet.paragraphs[0] if page.sheet.paragraphs else Span(0, 0)
        self.headliners = {m.person for m in page.within(*title) if m.person is not None}

    def opening(self, paragraph: int) -> bool:
        """True for the headline and the lead."""
        return paragraph == 0 or paragraph in self._lead

    def news(self, page: Page, sentence: Span) -> bool:
        """False in sentences that begin by looking back."""
        start = page.sheet.paragraphs[page.sheet.paragraph_at(sentence.start)].start
        return all(not page.words("cue.background", begin, begin + 30) for begin in {start, sentence.start})

    def ahead(self, date: str | None) -> bool:
        """True where a date lies after the publication."""
        return _compare(date, self._published) > 0

    def far(self, date: str | None) -> bool:
        """True where a date lies well after the publication: the new date of what was put off."""
        day, today = DAY.search(date or ""), DAY.search(self._published or "")
        return day is not None and today is not None and _days(day.group()) - _days(today.group()) > FAR_DAYS

    def old(self, date: str | None) -> bool:
        """True where a date lies well before the publication."""
        if not date or not self._published:
            return False
        if _compare(date, self._published) >= 0:
            return False
        first, second = DAY.search(date), DAY.search(self._published)
        if not first or not second:
            return True
        return _days(second.group()) - _days(first.group()) > FRESH_DAYS


def finish(page: Page, layout: Layout, story: Story) -> None:
    """Drop what never became an act, mark the main acts, and fill dates and places from the whole article."""
    _headline(story)
    story.told = [t for t in story.told if not t.weak]
    for told in story.told:
        told.report.main = _leads(layout, told)
    speeches = [t for t in story.told if t.report.main and t.report.kind == "statement"]
    for told in story.told:
        beside = any(t.spans[0] in told.spans for t in speeches)
        if speeches and told.report.kind != "statement" and 0 not in told.firm and not beside:
            told.report.main = False
    _tense(layout, story)
    _round_up(layout, story)
    _called_off(layout, story)
    for told in story.told:
        own = told.report.format if told.report.kind == "conference" else None
        told.report.participants = [p for p in told.report.participants if own is None or p.person is not None or p.organisation != own]
    if not any(t.report.main for t in story.told):
        first = _first_news(layout, story)
        beside = any(map(layout.opening, (n for told in first for n in told.paragraphs)))
        if not beside and (spoken := remark(page, layout.opening)) is not None:
            story.told.insert(0, spoken)
        else:
            for told in first:
                told.report.main = True
    _reshuffle(story)
    _decreed(story)
    for told in story.told:
        _level_by_office(told)
        _at_receiver(told)
        _where_visited(story, told)
    _same_day(story)
    _inherit(layout, story)
    _programme(story)


def _decreed(story: Story) -> None:
    """Appointments without a day in an article about a decree are of its day, and done, though the text says 'will become'."""
    for report in [t.report for t in story.told if t.report.kind == "appointment" and t.news] if story.decreed else ():
        if report.date is None:
            report.date, report.date_basis = story.decreed, "context"
            report.status = "held" if ".becoming." in (report.rule or "") else report.status


def _at_receiver(told: Told) -> None:
    """Credentials are handed over in the state whose leader or minister takes them."""
    report = told.report
    takers = {p.country for p in report.participants if p.person is not None and p.country and p.office in TAKERS}
    if report.kind == "credentials" and report.country is None and len(takers) == 1:
        report.country = takers.pop()


def _where_visited(story: Story, told: Told) -> None:
    """Talks and signings told beside a visit, on its day and with the state visited, were held there."""
    report = told.report
    if report.kind not in ("meeting", "signing", "consultations") or report.country or not report.date:
        return
    for visit in (t.report for t in story.told if t.report.kind == "visit" and set(t.paragraphs) & set(told.paragraphs)):
        guests = {p.country for p in visit.participants if p.capacity == "guest"}
        both = visit.country in told.sides() and guests & told.sides()
        if visit.country and both and (visit.date, visit.status) == (report.date, report.status):
            report.place, report.country = visit.place, visit.country
            return


def _tense(layout: Layout, story: Story) -> None:
    """What is told in the present tense without a day of those whose main acts lie ahead lies ahead too."""
    plans = [t for t in story.told if t.report.main and t.report.status == "planned" and layout.ahead(t.report.date)]
    done = [t for t in story.told if t.report.main and t.report.status == "held" and not t.loose]
    for told in story.told:
        if told.loose and told.report.status == "held" and told.report.kind in ("visit", "meeting", "conference"):
            mine = any(told.people() & t.people() for t in plans) and not any(told.people() & t.people() for t in done)
            told.report.status = "planned" if mine else told.report.status
    if any(t.report.kind == "appointment" and t.report.status == "planned" for t in story.told):
        for told in story.told:
            if told.loose and told.report.kind == "appointment":
                told.report.status = "planned"


def _reshuffle(story: Story) -> None:
    """Of an article about an appointment the others of its status that have no date of their own are main as well: a list of posts."""
    posts = [t for t in story.told if t.report.kind == "appointment"]
    if first := next((t for t in posts if t.report.main), None):
        for told in posts:
            told.report.main = told.report.main or (told.news and told.report.status == first.report.status and told.report.date is None)


def _headline(story: Story) -> None:
    """Talks that the headline's noun alone tells, with both sides, are the news where no other talks are told."""
    if any(not t.weak for t in story.told if t.report.kind in SPOKEN):
        return
    for told in story.told:
        if told.paragraphs[0] == 0 and told.report.kind in SPOKEN and max(len(told.sides()), len(told.people())) > 1:
            told.weak, told.firm = False, [0]
            return


def _called_off(layout: Layout, story: Story) -> None:
    """What was planned and is called off is one act: the plan's date and goal are those of what is called off."""
    for off in [t for t in story.told if t.report.status == "cancelled"]:
        for plan in [t for t in story.told if t.report.status == "planned" and t.report.kind == off.report.kind]:
            a, b = off.report, plan.report
            if not _of_one(off.people(), plan.people()) or not dates_meet(a.date, b.date) or layout.far(b.date):
                continue
            if b.country is not None and a.country not in (None, b.country):
                continue
            if b.date and (a.date is None or width(b.date) < width(a.date)):
                a.date, a.date_basis = b.date, b.date_basis
            plan.weak = True
        if off.report.kind == "visit" and off.report.main:
            _with_the_visit(layout, off, story)
    story.told = [t for t in story.told if not t.weak]


def _of_one(first: set[int], second: set[int]) -> bool:
    """True where those of a plan and of what is called off can be the same: all of one are among the other's."""
    return bool(first & second) and (first <= second or second <= first)


def _with_the_visit(layout: Layout, off: Told, story: Story) -> None:
    """What the traveller was to do in the country on the visit is called off with it."""
    for plan in story.told:
        report = plan.report
        near = plan.paragraphs[0] <= off.paragraphs[0] + 2 if report.country is None else report.country == off.report.country
        there = near and not layout.far(report.date) and (off.report.date is None or dates_meet(off.report.date, report.date))
        if report.status == "planned" and report.kind in GUEST_ACTS and there and off.people() & plan.people():
            report.status = "cancelled"


def _same_day(story: Story) -> None:
    """Appointments told in one paragraph without a date of their own are of the day of the one before."""
    last: Told | None = None
    for told in story.told:
        if told.report.kind != "appointment" or told.report.status != "held":
            continue
        if told.report.date:
            last = told
        elif last is not None and set(last.paragraphs) & set(told.paragraphs):
            told.report.date, told.report.date_basis = last.report.date, "context"


def _level_by_office(told: Told) -> None:
    """Consultations are held at the level of those who lead the delegations, the lower one; conferences at that of most of their people."""
    report = told.report
    if report.kind == "consultations" and report.level is None:
        offices = {p.office for p in report.participants}
        report.level = next((level for office, level in LEVELS.items() if office in offices), None)
        if report.level == "ministerial" and report.status != "held":
            report.level = None
    if report.kind == "conference" and report.level is None and report.format:
        states = {(GATHERED[p.office], p.country) for p in report.participants if p.office in GATHERED and p.country}
        ranks = Counter(level for level, _ in states)
        report.level = next((level for level in GATHERED.values() if ranks[level] >= QUORUM), None)


def _leads(layout: Layout, told: Told) -> bool:
    if told.report.kind == "statement":
        return any(map(layout.opening, told.paragraphs))
    return told.news and any(map(layout.opening, told.firm)) and not layout.old(told.report.date)


def _first_news(layout: Layout, story: Story) -> list[Told]:
    """What is told first as news; else what headline or lead tell by a noun alone: 'in a meeting with X, Y said', 'visit of X to Y'."""
    firm = next((t for t in story.told if t.news and t.paragraphs[0] <= 3 and t.firm), None)
    lead = [t for t in story.told if t.news and layout.opening(t.paragraphs[0]) and not layout.old(t.report.date)]
    lead = [t for t in lead if t.report.kind in ("meeting", "call", "visit") and len(t.sides()) > 1]
    return [firm] if firm else [t for t in lead if (t.report.kind, t.paragraphs[0]) == (lead[0].report.kind, lead[0].paragraphs[0])]


def _round_up(layout: Layout, story: Story) -> None:
    """Acts of one kind of somebody in the headline, told one after another, are all what the article is about."""
    for kind in ROUND_UP:
        fit = [
            t
            for t in story.told
            if t.report.kind == kind and t.report.status == "held" and t.news and not layout.old(t.report.date)
            if t.people() & layout.headliners
        ]
        if len(fit) > 1 or any(0 in t.paragraphs or kind == "credentials" for t in fit):
            for told in fit:
                told.report.main = True


def _inherit(layout: Layout, story: Story) -> None:
    """An undated meeting of people of a main act that was held is of that act's day and place."""
    givers = [t for t in story.told if t.report.main and t.report.status == "held" and t.report.kind != "appointment"]
    for told in story.told:
        _destination(told, givers)
        _then(told, givers)
    for told in story.told:
        report = told.report
        _spoken_after(told, story)
        if report.kind not in DATED_TOGETHER or report.status != "held" or not told.news:
            continue
        for giver in givers:
            if giver is told or not (giver.people() & told.people() or (report.kind == "signing" and _same_sides(giver, told))):
                continue
            if report.date is None and giver.report.date:
                report.date, report.date_basis = closing(giver.report.date, report.kind), "context"
            if report.place is None and report.country is None and not layout.old(report.date):
                report.place, report.country = giver.report.place, giver.report.country


def _spoken_after(told: Told, story: Story) -> None:
    """What is said to the press after something that took place on a day was said that day."""
    if told.report.kind != "statement" or told.report.date is not None:
        return
    beside = (t.report for t in story.told if t.report.status == "held" and told.spans[0] in t.spans)
    dates = [report.date for report in beside if report.date and DAY.fullmatch(report.date)]
    if dates:
        told.report.date, told.report.date_basis = dates[0], "context"


def _programme(story: Story) -> None:
    """What a traveller is to do on a planned visit is on its day, where it leads."""
    visits = [t for t in story.told if t.report.kind == "visit" and t.report.main and t.report.status == "planned"]
    for told in story.told:
        report = told.report
        fit = [v for v in visits if report.status == "planned" and report.kind in GUEST_ACTS - {"conference"}]
        fit = [v for v in fit if v.people() & told.people() and report.country in (None, v.report.country)]
        visit = next((v for v in fit if dates_meet(v.report.date, report.date)), None)
        if visit is not None:
            if report.date is None and visit.report.date:
                report.date, report.date_basis = visit.report.date, "context"
            if report.country is None:
                report.place, report.country = visit.report.place, visit.report.country


def _same_sides(giver: Told, told: Told) -> bool:
    """True where the sides of a signing are those who met."""
    return len(told.sides()) > 1 and told.sides() <= giver.sides() and giver.report.kind != "signing"


def _destination(told: Told, givers: list[Told]) -> None:
    """A visit without a goal led to where the main act of the traveller was, unless that is at home."""
    report = told.report
    if report.kind != "visit" or report.place or report.status != "held":
        return
    for giver in givers:
        where = giver.report.country
        if report.country and where == report.country and giver.people() & told.people():
            report.place = giver.report.place
            return
        if report.country:
            continue
        if giver is not told and where and where not in told.sides() and giver.people() & told.people():
            report.place, report.country = giver.report.place, where
            report.participants.append(Participant(country=where, capacity="host", start=report.start, end=report.end))
            return


def _then(told: Told, givers: list[Told]) -> None:
    """A main visit without a day took place when the traveller met somebody there."""
    report = told.report
    if report.kind != "visit" or report.date or report.status != "held" or not (report.main and report.country):
        return
    there = [g.report.date for g in givers if g is not told and g.report.country == report.country and g.people() & told.people()]
    if days := sorted(date for date in there if date and DAY.fullmatch(date)):
        report.date, report.date_basis = days[0], "context"


def _lead(page: Page) -> set[int]:
    text = page.sheet.text
    headline = text[slice(*page.sheet.paragraphs[0])] if page.sheet.paragraphs else ""
    found: list[int] = []
    for number, paragraph in enumerate(page.sheet.paragraphs[1:], start=1):
        length = paragraph.end - paragraph.start
        if length < SHORT or text[slice(*paragraph)] == headline:
            continue
        found.append(number)
        if length >= STANDFIRST or len(found) > 1:
            break
    return set(found)


def _compare(a: str | None, b: str | None) -> int:
    """-1, 0 or 1 as a lies before, may fall on, or lies after b, at the precision that both have."""
    if not a or not b:
        return 0
    first, second = a.split("/")[0].strip("~?%"), b.split("/")[0].strip("~?%")
    if "X" in first or "X" in second:
        return 0
    size = min(len(first), len(second))
    return (first[:size] > second[:size]) - (first[:size] < second[:size])


def _days(day: str) -> int:
    year, month, date = map(int, day.split("-"))
    return year * 365 + month * 30 + date
