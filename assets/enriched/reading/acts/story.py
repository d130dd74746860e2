"""The acts of a document as they are told: what belongs to one act is joined, what contradicts stays apart.

Not here: how a single telling is read (reader), what makes an act the article's subject (rank).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from assets.enriched.reading.acts.hits import Strength
from assets.enriched.reading.model import Participant, Report
from assets.enriched.reading.sheet import Span

TALKS = frozenset({"meeting", "consultations", "conference"})
"""Kinds that a later 'the meeting' can stand for."""
SERIAL = {"meeting": ("level",), "consultations": ("format", "ordinal", "level"), "conference": ("format", "ordinal", "level")}
"""What tells one session of a series from another, by kind: several tellings of it add to one another."""
RANK: dict[Strength, int] = {"verb": 4, "support": 3, "near": 2, "frame": 1, "bare": 0}
_PAIR = 2
_LEAD = 3
"""The last paragraph in which a lead can begin: a dateline and a standfirst may stand before it."""
FULL = 10
"""Letters of a full date."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""A full date."""


@dataclass(slots=True)
class Told:
    """An act with all its tellings. spans: the sentences that tell it. paragraphs: where they stand.

    weak: told by a bare noun only; such a one is kept only when something stronger joins it.
    news: told at least once outside background.
    hosted: counterparts or a delegation without names take part. several: counterparts, who may have been met one by one.
    pairs: who met whom, where one verb tells of several: 'A met with B, C with D'. purpose: told as what a journey is for.
    loose: told in the present tense without a date, which may mean what lies ahead. starts: where the triggers of its tellings stand.
    """

    report: Report
    strength: Strength
    spans: list[Span] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    firm: list[int] = field(default_factory=list)
    weak: bool = False
    news: bool = True
    words: set[str] = field(default_factory=set)
    loose: bool = False
    purpose: bool = False
    past: bool = False
    hosted: bool = False
    several: bool = False
    pairs: list[set[int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def retold(self, other: Told) -> None:
        """The sentences of another telling tell this act too."""
        self.spans += other.spans
        self.starts += other.starts

    def people(self) -> set[int]:
        """Numbers of the persons who take part."""
        return {p.person for p in self.report.participants if p.person is not None}

    def sides(self) -> set[str]:
        """Countries and organisations that take part."""
        return {s for p in self.report.participants for s in (p.country or p.organisation,) if s}


class Story:
    """All acts of a document, in the order in which they are first told. decreed: the day of a decree that appoints people."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        self.decreed: str | None = None

    def last(self, kinds: Collection[str], status: str | None = None) -> Told | None:
        """The act of these kinds that was told last."""
        fit = [t for t in self.told if t.report.kind in kinds and (status is None or t.report.status == status)]
        return max(fit, key=lambda t: (t.spans[-1].start, t.report.start)) if len(fit) > 1 else fit[0] if fit else None

    def current(self, kinds: Collection[str]) -> Told | None:
        """The act of these kinds that was told last, before what is only looked back on: an earlier edition."""
        fit = [t for t in self.told if t.report.kind in kinds]
        return max(fit, key=lambda t: (not t.past, t.spans[-1].start, t.report.start), default=None)

    def add(self, new: Told) -> Told:
        """Join a telling to the act that it repeats, or open a new one."""
        for old in reversed(self.told):
            if same_act(old, new):
                join(old, new)
                return old
        self.told.append(new)
        return new


def same_act(old: Told, new: Told) -> bool:
    """True where two tellings can be one act: kind, status, date, place, number and people don't contradict."""
    a, b = old.report, new.report
    vague = (new.weak and RANK[new.strength] < RANK["support"]) or (old.weak and RANK[old.strength] < RANK["support"])
    if (a.kind, b.kind) in NARROWED:
        return NARROWED[a.kind, b.kind](old, new)
    if a.kind != b.kind and not (vague or {a.kind, b.kind} == {"meeting", "consultations"}):
        return False
    if a.kind != b.kind and (not {a.kind, b.kind} <= TALKS or _of_a_body(old, new) or _of_a_body(new, old)):
        return False
    ahead = old.loose and old.paragraphs == [0] and b.status == "planned"
    if a.status != b.status and not (new.weak or old.weak or ahead):
        return False
    if _hosts_only(old, new):
        return False
    if not dates_meet(a.date, b.date) or _differ(a.country, b.country) or _differ(a.ordinal, b.ordinal):
        return False
    if _differ(a.place, b.place) or _differ(a.format, b.format) or (a.kind == "conference" and _differ(a.level, b.level)):
        return False
    if a.kind == "conference":
        beside = old.spans[-1] == new.spans[0] and "frame" in (old.strength, new.strength)
        return not beside and _same_conference(old, new)
    if a.kind == "signing" and _same_paper(old, new):
        return True
    return _same_people(old, new)


def _hosts_only(old: Told, new: Told) -> bool:
    """True where one telling names no more than the host, so that it can't be known to be the other's act."""
    if new.several and new.report.date and len(new.people()) < _PAIR <= len(old.people()) and not old.report.date and new.paragraphs[0] > 1:
        return True
    return old.several and len(old.people()) < _PAIR and new.paragraphs[0] > 1 and old.paragraphs != [0]


def _spoke(old: Told, new: Told) -> bool:
    """True where the lead says that the talks of the headline were by phone, or what the two of a call spoke about."""
    a, b = old.report, new.report
    if a.kind == "call":
        if not new.people() and new.sides() <= old.sides() and a.status == b.status and old.paragraphs[-1] + 1 >= new.paragraphs[0]:
            return dates_meet(a.date, b.date)
        headline = a.date is None and old.paragraphs == [0] and new.paragraphs[0] <= _LEAD
        more = (b.date is None or headline) and b.country is None and a.status == b.status
        return more and bool(new.people()) and (new.people() <= old.people() or old.paragraphs == [0]) and not _sides_differ(old, new)
    before = old.paragraphs[-1] <= 1 and len(old.people()) >= _PAIR and old.people() == new.people() and a.date is None
    headline = a.kind == "meeting" and (old.paragraphs == [0] or before) and a.status == b.status and a.place is None and a.country is None
    strangers = old.people() and new.people() and not old.people() & new.people()
    strangers = strangers or (len(old.people()) >= _PAIR and bool(new.people() - old.people()))
    return headline and not strangers and new.paragraphs[0] <= _LEAD and not _sides_differ(old, new) and dates_meet(a.date, b.date)


def _received(old: Told, new: Told) -> bool:
    """True where the lead says that the envoy whose letters the headline tells of was received."""
    a, b = old.report, new.report
    pair = len(new.sides()) >= _PAIR and (new.people() <= old.people() or not old.people())
    return set(old.paragraphs) == {0} and new.paragraphs[0] <= _LEAD and pair and a.status == b.status and dates_meet(a.date, b.date)


NARROWED = {("meeting", "call"): _spoke, ("call", "meeting"): _spoke, ("credentials", "meeting"): _received}
"""Kinds of which one says more exactly what the other was, and when they are one act."""


def _same_paper(old: Told, new: Told) -> bool:
    """True where bodies sign and the next sentences name, without a day or place, who signed for them."""
    bodies = any(p.organisation for p in old.report.participants if p.person is None)
    anew = new.report.date or new.report.place or not new.people()
    return bodies and not anew and not old.people() and old.paragraphs[-1] + 1 >= new.paragraphs[0]


def _of_a_body(one: Told, other: Told) -> bool:
    """True for a conference of a body, level or number beside a meeting that surely took place: talks on its margins."""
    report = one.report
    named = report.kind == "conference" and (report.format or report.level or report.ordinal)
    return bool(named) and other.report.kind == "meeting" and not other.weak and bool(other.people())


def _same_conference(old: Told, new: Told) -> bool:
    a, b = old.report, new.report
    if (a.format and b.format) or (a.date and b.date) or new.weak or old.weak:
        return True
    return old.paragraphs[-1] + 1 >= new.paragraphs[0] or bool(old.people() & new.people())


def _same_people(old: Told, new: Told) -> bool:
    first, second = old.people(), new.people()
    if old.report.kind == "credentials" and old.paragraphs == [0] and not first and new.paragraphs[0] <= _LEAD:
        return True
    if old.report.kind == "appointment":
        return bool(first & second) and not (new.past and old.report.date is None)
    if first and second:
        if len(first) < _PAIR and len(second) < _PAIR:
            return first == second
        ceremony = old.report.kind == "credentials" and not new.report.date and old.paragraphs[-1] + _PAIR >= new.paragraphs[0]
        if not (first <= second or second <= first or len(first & second) >= _PAIR or ceremony):
            return False
        if ceremony:
            return True
        return not (first != second and (_sides_differ(old, new) or _apart(old, second)))
    return not _sides_differ(old, new)


def _apart(old: Told, people: set[int]) -> bool:
    """True for two of many who met without the one whom all the others met."""
    named = [p.person for p in old.report.participants if p.person is not None]
    return len(named) > _PAIR and len(people) >= _PAIR and named[0] not in people


def _sides_differ(old: Told, new: Told) -> bool:
    """True where each telling names a side that the other can't have."""
    a, b = old.sides(), new.sides()
    if not a or not b:
        return False
    if len(a) >= _PAIR and len(b) >= _PAIR:
        return len(a & b) < _PAIR
    return not a & b


def join(old: Told, new: Told) -> None:
    """Add what a new telling says; what the act has already stays."""
    a, b = old.report, new.report
    if RANK[new.strength] > RANK[old.strength] or old.weak > new.weak:
        a.status, a.rule, a.start, a.end, a.sentence = b.status, b.rule, b.start, b.end, b.sentence
        old.strength = new.strength
        a.kind = b.kind if (old.weak and a.kind != "call") or b.kind == "consultations" else a.kind
    if old.loose and not new.loose:
        a.status, old.loose = b.status, False
    if a.kind == "meeting" and b.kind == "call":
        a.kind, a.rule = b.kind, b.rule
    if a.kind == "meeting" and b.kind in ("consultations", "conference") and RANK[new.strength] > 1:
        a.kind = b.kind
    if b.date and (a.date is None or width(b.date) < width(a.date)):
        a.date, a.date_basis = b.date, b.date_basis
    serial = SERIAL.get(a.kind, ())
    where = ("place", "country", "venue") if a.kind != "call" else ()
    for name in (*where, "host", *serial):
        if getattr(a, name) is None:
            setattr(a, name, getattr(b, name))
    take_part(a, b.participants)
    old.retold(new)
    old.paragraphs += new.paragraphs
    old.firm += new.firm
    old.weak = old.weak and new.weak
    old.news = old.news or new.news
    old.words |= new.words


def take_part(report: Report, participants: Iterable[Participant]) -> None:
    """Add participants that the report doesn't have: a person once, a side without a person only if nobody speaks for it."""
    for new in participants:
        if new.person is not None:
            known = next((p for p in report.participants if p.person == new.person), None)
            if known is None:
                report.participants = [
                    p for p in report.participants if p.person is not None or (p.country, p.organisation) != (new.country, new.organisation)
                ]
                report.participants.append(new)
            elif known.capacity == "side":
                known.capacity = new.capacity
        elif not any((p.country, p.organisation) == (new.country, new.organisation) for p in report.participants):
            report.participants.append(new)


def dates_meet(a: str | None, b: str | None) -> bool:
    """True where two EDTF dates can mean one day: equal at the precision that both have, or one lies in the other's range."""
    if not a or not b:
        return True
    first, second = a.split("/"), b.split("/")
    return any(_meet(x, y) for x in first for y in second) or within(b, a) or within(a, b)


def closing(date: str | None, kind: str) -> str | None:
    """The time of an act beside one that lasted: a paper is signed on the last of its days."""
    last = (date or "").rpartition("/")[2]
    return last if kind == "signing" and DAY.fullmatch(last) else date


def width(date: str) -> int:
    """Days that an EDTF date leaves open, roughly."""
    first, _, last = date.partition("/")
    days = {10: 1, 7: 30, 4: 365}.get(len(first.strip("~?%")), 3650)
    if not last or len(last) < FULL or len(first) < FULL or "X" in date:
        return days
    y, m, d = (int(b) - int(a) for a, b in zip(first.split("-"), last.split("-"), strict=False))
    return max(1, y * 365 + m * 30 + d)


def _meet(a: str, b: str) -> bool:
    x, y = a.strip("~?%").split("-"), b.strip("~?%").split("-")
    return all(p == q or "X" in p + q for p, q in zip(x, y, strict=False))


def within(date: str, period: str) -> bool:
    """True for an EDTF date that lies in a period with both ends."""
    first, between, last = period.partition("/")
    return bool(between) and first <= date <= last


def _differ(a: object, b: object) -> bool:
    return a is not None and b is not None and a != b
