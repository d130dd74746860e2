"""What a telling takes from the acts told before it: who "both ministers" are, which talks "at the meeting" means.

Not here: what is one act (story), who the sentence itself names (cast).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from assets.enriched.reading.acts.actors import NEVER_ACTING, Actor
from assets.enriched.reading.acts.cast import TWO, participants
from assets.enriched.reading.acts.hits import Hit, distance
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.acts.selection import attended
from assets.enriched.reading.acts.standing import PERSONAL, TALK_PAIRS
from assets.enriched.reading.acts.story import DAY, TALKS, Story, Told, dates_meet, take_part, width
from assets.enriched.reading.model import Mention, Participant, Report

GUESTS = 4
"""States whose ministers, welcomed by one host, are a conference's guests."""
ATTENDED = 3
"""Paragraphs after an act in which a sentence may name more of those who took part."""
LEAD = 3
"""The last paragraph in which a lead begins."""
SMALL = 5
"""Letters of an article and the blanks beside it."""
SOLEMN = frozenset({"signing", "credentials", "appointment"})
"""Kinds that have a ceremony."""
ENVOYS = frozenset({"ambassador", "permanent_representative", "charge_daffaires", "consul"})
"""Offices to which no envoy hands over letters."""
REFERRED = TALKS | {"call", "visit", "credentials", "appointment"}
"""Kinds that a later noun can stand for."""
BESIDE = 50
"""Characters between 'at the meeting' and the date that is the meeting's own."""


def recall(story: Story, line: Line, hits: list[Hit]) -> None:
    """Nouns that tell nothing new of the act told last: their sentence is one more about it."""
    told = next((t for h in hits if h.mood is None and (t := story.last(TALKS if h.kind in TALKS else (h.kind,)))), None)
    if told is not None:
        told.spans.append(line.span)
        told.starts.append(line.span.start)


def attend(story: Story, line: Line, actors: list[Actor]) -> None:
    """A sentence that only says who else took part adds to the act told last."""
    if not attended(line) or line.words("cue.former"):
        return
    told = story.current(TALKS | {"visit", "credentials"} | (SOLEMN if line.words("cue.ceremony") else frozenset()))
    if told is None or told.paragraphs[-1] + ATTENDED < line.paragraph:
        return
    if told.report.status == "held" and line.helpers({"support"}, {"planned"}):  # It tells of an occasion to come.
        return
    people = [a for a in actors if a.kind == "person" and not a.former and not a.quoted and a.office != "spokesperson"]
    there = people or [a for a in actors if a.kind == "office" and a.country] or [a for a in actors if a.kind == "country"]
    _hosts(told, line, there)
    take_part(told.report, participants(there, told.report.kind, None))
    told.spans.append(line.span)
    told.starts.append(line.span.start)


def ceremony(story: Story, line: Line, published: str | None) -> None:
    """'The ceremony took place on 2 May' gives its day to the act without one whose ceremony it was."""
    named = [w for w in line.words("cue.ceremony") if not any(0 <= w.start - a.end < SMALL for a in line.words("cue.apart"))]
    if not (named and line.dates):
        return
    fit = [t for t in story.told if t.report.kind in SOLEMN and t.report.status == "held" and not t.report.date]
    told = max(fit, key=lambda t: t.spans[-1].start, default=None)
    if told is None or told.paragraphs[-1] + ATTENDED < line.paragraph:
        return
    days = [d for d in line.dates if DAY.fullmatch(d.value or "") and (d.value or "") <= (published or "9")]
    if days:
        told.report.date, told.report.date_basis = days[0].value, days[0].form


def decreed(story: Story, line: Line, published: str | None) -> None:
    """The day on which a decree or a council of ministers appoints people: that of the appointments that follow."""
    if story.decreed or not line.words("cue.decree"):
        return
    days = [d.value for d in line.dates if d.value and DAY.fullmatch(d.value) and d.value <= (published or "9")]
    story.decreed = days[0] if days else None


def _hosts(told: Told, line: Line, actors: list[Actor]) -> None:
    """Who stands nearest to a word of hosting receives the guests of the conference told last: 'Gastgeber ist …'."""
    words = line.helpers({"hosting"}, {"held", "present"})
    if told.report.kind != "conference" or told.report.host or not words:
        return
    near = min((a for a in actors if a.country), key=lambda a: distance(line.text, words[0].start, a.start), default=None)
    if near is not None:
        told.report.host = near.country
        told.report.country = told.report.country or near.country


def unnamed(story: Story, report: Report) -> None:
    """What is adopted by nobody named is adopted by the body whose conference was told last.

    Who travels in an interview without being named is who gives it.
    """
    if report.kind not in ("signing", "credentials", "visit"):
        return
    formats = Counter(t.report.format for t in story.told if t.report.format)
    body = formats.most_common(1)[0][0] if formats else None
    last = story.last(("conference",))
    if report.kind == "signing" and last is not None and body is not None:
        if report.date is None:
            report.date, report.date_basis = last.report.date, "context"
        report.participants = [Participant(organisation=body, capacity="signatory", start=report.start, end=report.end)]
    talks = story.last(("meeting", "consultations"))
    if report.kind == "signing" and body is None and talks is not None:
        sides = [p for p in talks.report.participants if p.country or p.organisation]
        take_part(report, [replace(p, person=None, office=None, capacity="signatory") for p in sides])
    ceremony = story.last(("credentials",))
    receiver = report.country or (ceremony.report.country if ceremony else None)
    if report.kind == "credentials" and receiver:
        report.participants = [Participant(country=receiver, capacity="host", start=report.start, end=report.end)]
    tour = story.last(("visit",))
    if report.kind == "visit" and tour is not None and report.country is not None:
        report.participants = [replace(p) for p in tour.report.participants if p.capacity == "guest"]
        return
    speech = story.last(("statement",))
    if report.kind == "visit" and speech is not None:
        report.participants = [replace(p, capacity="guest") for p in speech.report.participants]


def is_new(story: Story, told: Told, hit: Hit) -> bool:
    """True where the telling has a date, a number or a body of its own; an occasion has no status of its own."""
    old = story.last(TALKS | {"call"} if told.report.kind in TALKS else (told.report.kind,))
    if old is None:
        return True
    a, b = old.report, told.report
    own: object = (b.date and not dates_meet(a.date, b.date)) or (b.ordinal and b.ordinal != a.ordinal)
    own = own or (a.kind == b.kind and a.level and b.level and a.level != b.level)
    own = own or (a.kind == b.kind == "visit" and b.country and a.country != b.country)
    tentative = old.loose or old.weak or (hit.framed and hit.mood is None and not b.date)
    return bool(own or (b.status != a.status and not tentative))


def refers(line: Line, story: Story, told: Told, hit: Hit, date: Mention | None) -> bool:
    """Joins 'at the meeting' and the like to the act that it stands for; True when it did."""
    reach = hit.helper.reach if hit.helper is not None else ""
    if reach == "hosting" and told.report.date is not None:
        return False
    attending = reach in ("hosting", "attending", "chairing") or (hit.framed and attended(line))
    bare = hit.strength == "support" and not (told.report.participants or told.report.country or hit.near)
    dated = reach == "support" and hit.strength == "support" and date is not None and not (told.report.participants or hit.near)
    if hit.kind not in REFERRED or not (attending or bare or dated or hit.strength in ("frame", "bare")):
        return False
    old = _by_phone(story, told, hit) or _antecedent(story, told, hit)
    if dated and not attending:
        return old is not None and _dates(old, told)
    if old is not None and old.weak and len(told.sides()) >= TWO and hit.strength == "support":
        return False
    if old is None or _beside(line, old, told, hit) or _of_others(old, told, date):
        return False
    alike = hit.framed or hit.trigger.part == "session" or old.report.kind in (told.report.kind, hit.kind) or _there(old, told, hit)
    if attending and not alike:
        return False
    if attending:
        take_part(old.report, [p for p in told.report.participants if p.person is not None or (p.office and p.country)])
        old.report.host = old.report.host or told.report.host
    near = date is not None and distance(line.text, min(date.end, hit.end), max(date.start, hit.start)) < BESIDE
    if date is not None and near and old.report.date is None and old.report.status == told.report.status:
        old.report.date, old.report.date_basis = date.value, date.form
        _confirmed(old, told)
    if old.report.country is None and hit.framed and old.report.kind in ("meeting", "consultations") and told.report.country in old.sides():
        old.report.place, old.report.country = told.report.place, told.report.country
    old.retold(told)
    return True


def _confirmed(old: Told, told: Told) -> None:
    """What a headline's noun alone told of two sides took place where the lead gives its day and place: 'after talks in Lima on Monday'."""
    if old.weak and len(old.sides()) >= TWO and told.report.country is not None and told.paragraphs[0] <= LEAD:
        old.weak, old.report.status = False, told.report.status
        old.firm += told.paragraphs


def _of_others(old: Told, told: Told, date: Mention | None) -> bool:
    """True for two with a day of their own, one of whom had no part in the act told before."""
    return date is not None and len(told.people()) >= TWO and bool(old.people()) and not told.people() <= old.people()


def _beside(line: Line, old: Told, told: Told, hit: Hit) -> bool:
    """True for a body's conference on the margins of which another one was held, told in the same sentence."""
    margin = hit.strength == "frame" and bool(told.report.format)
    return margin and old.spans[-1] == line.span and hit.kind == old.report.kind == "conference"


def _there(old: Told, told: Told, hit: Hit) -> bool:
    """True where 'X chaired the meeting' right after a conference tells of no talks of its own, or who came to what its noun told."""
    report = told.report
    last = old.report.kind == "conference" and told.paragraphs[0] <= old.paragraphs[-1] + 1
    same = any(noun in word or word in noun for noun in told.words for word in old.words)
    if last and hit.final and same and not (report.date or report.format) and report.country in (None, old.report.country):
        return True
    own = report.date or report.country or report.ordinal or report.format
    own = own or (len(told.sides()) >= TWO and not (hit.helper is not None and hit.helper.reach == "attending"))
    return not own and hit.kind == "meeting" and old.report.kind == "conference" and told.paragraphs[0] <= old.paragraphs[-1] + 1


def _by_phone(story: Story, told: Told, hit: Hit) -> Told | None:
    """The talks told last, where 'in the phone call' says that this is what they were."""
    old = story.last(("meeting",)) if hit.kind == "call" and hit.framed else None
    if old is None or old.report.place or old.paragraphs[-1] + 1 < told.paragraphs[0] or told.people() - old.people():
        return None
    old.report.kind = "call"
    return old


def _dates(old: Told, told: Told) -> bool:
    """'The meeting begins on Thursday' gives its day to the undated act that the noun means; True when it did."""
    a, b = old.report, told.report
    same = any(word.endswith(noun) for word in old.words for noun in told.words)
    if a.date or not same or (a.status != b.status and not (old.loose or old.weak)) or old.paragraphs[-1] + ATTENDED < told.paragraphs[0]:
        return False
    a.status, a.date, a.date_basis, old.loose, old.weak = b.status, b.date, b.date_basis, False, False
    old.firm += told.firm
    if a.country is None:
        a.place, a.country, a.venue = b.place, b.country, b.venue
    old.retold(told)
    return True


def continues(story: Story, told: Told) -> bool:
    """True for the number next to that of a session or round told before: 'the sixth round will be in Lima', 'the fourth was in Oslo'."""
    return any(_next(t, told) for t in story.told)


def _next(old: Told, told: Told) -> bool:
    """True where the two are numbered one after the other."""
    a, b = old.report.ordinal, told.report.ordinal
    return old.report.kind in TALKS and a is not None and b is not None and abs(a - b) == 1


def series(story: Story, told: Told, hit: Hit) -> None:
    """'The next session', 'the previous meeting' are of the kind, the body and the sides of the one told before."""
    serial = [t for t in story.told if t.report.kind in ("conference", "consultations")]
    own = told.report.format
    serial = [t for t in story.told if _next(t, told)] or [t for t in serial if own is None or t.report.format in (None, own)]
    old = max(serial, key=lambda t: t.spans[-1].start, default=None) or _antecedent(story, told, hit)
    if old is None or (hit.kind == "conference" and hit.trigger.part == "noun" and old.report.kind == "consultations"):
        return
    named = told.report.level or told.report.format or hit.trigger.part == "session"
    if old.report.kind == "meeting" and told.report.kind == "conference" and named:
        return
    told.report.kind = old.report.kind
    told.report.format, told.report.level = own or old.report.format, told.report.level or old.report.level
    if told.report.format and len(old.sides()) != TWO:
        return  # Who comes to the next session of a body is not told yet.
    for participant in old.report.participants:
        if participant.country or participant.organisation:
            take_part(told.report, [replace(participant, person=None, office=None, capacity="side")])


def postponed(told: Told, date: Mention) -> Told:
    """The act at the date to which it is put off."""
    report = replace(told.report, status="planned", date=date.value, date_basis=date.form, topics=[])
    report.participants = [replace(p) for p in told.report.participants]
    spans, paragraphs, firm, starts = list(told.spans), list(told.paragraphs), list(told.firm), list(told.starts)
    return replace(told, report=report, spans=spans, paragraphs=paragraphs, firm=firm, starts=starts, words=set())


def moved(story: Story, told: Told) -> None:
    """What was put off and has a new date keeps its people, sides and place."""
    old = story.last((told.report.kind,), "cancelled")
    named = [p for p in told.report.participants if p.start >= told.spans[0].start]
    if old is None or told.report.status != "planned" or named or dates_meet(old.report.date, told.report.date):
        return
    a, b = old.report, told.report
    b.participants = [replace(p) for p in a.participants]
    if b.country is None:
        b.place, b.country, b.venue = a.place, a.country, a.venue
    b.format, b.level, b.ordinal = b.format or a.format, b.level or a.level, b.ordinal or a.ordinal


def subject(story: Story, told: Told) -> None:
    """'His meeting with' without a name is the meeting of whom the last act was about."""
    people = [p for p in told.report.participants if p.person is not None]
    if not people or len(told.sides()) >= TWO or (len(people) > 1 and not told.sides()):
        return
    last = max((t for t in story.told if t.people() - told.people()), key=lambda t: t.spans[-1].start, default=None)
    hub = next((p for p in last.report.participants if p.person is not None and p.person not in told.people()), None) if last else None
    envoys = told.report.kind == "credentials" and hub is not None and hub.office in ENVOYS
    if hub is not None and hub.office not in NEVER_ACTING and not envoys:
        told.report.participants.insert(0, replace(hub, capacity="side"))


def same_tour(story: Story, told: Told) -> bool:
    """A telling of a tour without its goals dates the visits of the same person, also what is called off by when it was planned."""
    tour = [t for t in story.told if t.report.kind == "visit" and t.people() & told.people()]
    for visit in tour:
        date = told.report.date
        if (
            date
            and told.report.status in (visit.report.status, "planned" if visit.report.status == "cancelled" else visit.report.status)
            and dates_meet(visit.report.date, date)
            and (visit.report.date is None or width(date) < width(visit.report.date))
        ):
            visit.report.date, visit.report.date_basis = date, told.report.date_basis
        visit.retold(told)
    return bool(tour)


def _antecedent(story: Story, told: Told, hit: Hit) -> Told | None:
    """The act told last that the same noun told, else one of the kind, else any talks."""
    group = TALKS if hit.kind == "conference" else TALKS | {"call"} if hit.kind in TALKS else {hit.kind}
    if hit.kind == "signing" and told.report.date is None:
        group = TALKS | {"signing"}
    fit = [t for t in story.told if t.report.kind in group and t.spans[-1].start <= told.spans[0].start]
    if not fit and hit.framed and hit.kind == "meeting" and not told.report.date:
        letters = (t for t in story.told if t.report.kind == "credentials" and t.report.status == "held")
        fit = [t for t in letters if len(told.people()) > 1 and told.people() <= t.people()]
    fit = [t for t in fit if t.report.status == told.report.status] or fit
    same = [t for t in fit if t.words & told.words] or [t for t in fit if t.report.kind == hit.kind] or fit
    # An earlier edition is only looked back on.
    return max(same, key=lambda t: (t.report.kind != "conference" or not t.past, t.spans[-1].start, t.report.start), default=None)


def spoke(story: Story, told: Told, hit: Hit) -> bool:
    """What 'the two also discussed' after a call belongs to the call, unless it has a day of its own; True when it did."""
    old = _antecedent(story, told, hit)
    if (
        old is None
        or told.report.kind != "meeting"
        or old.report.kind != "call"
        or told.report.date
        or old.report.status != told.report.status
    ):
        return False
    old.retold(told)
    return True


def on_the_way(line: Line, story: Story, told: Told) -> None:
    """Who travels somewhere and meets somebody in the same sentence does so there and then: 'to Warsaw, where he will meet'."""
    report = told.report
    if report.kind not in ("meeting", "conference") or report.date or report.country:
        return
    fit = [t for t in story.told if t.report.kind == "visit" and line.span in t.spans and t.report.start < report.start]
    visit = next((t for t in reversed(fit) if t.people() & told.people() and t.report.status == report.status), None)
    if visit is not None:
        report.place, report.country = visit.report.place, visit.report.country
        report.date, report.date_basis = visit.report.date, "context" if visit.report.date else None


def company(line: Line, story: Story, told: Told, hit: Hit) -> None:
    """Who takes part without being named: both ministers, the two countries, the one whom the last act was about."""
    levels = line.words("level")
    people = [w for w in line.words("cue.both") if not any(x.start <= w.start and w.end <= x.end and x.start < w.start for x in levels)]
    if told.report.kind in TALK_PAIRS | {"signing"} and (people or line.words("cue.both_states")):
        both(story, told, hit, bool(people))
    counterpart = bool(line.words("cue.counterpart")) and len(told.people()) == 1
    alone = hit.kind == "meeting" and hit.strength == "verb" and len(told.people()) == 1
    if told.report.kind in PERSONAL and (hit.trigger.mood is None or hit.trigger.part == "receiving" or counterpart or alone):
        led = hit.framed and hit.helper is not None and hit.helper.reach in ("attending", "chairing")
        if not led:
            subject(story, told)
    if told.report.kind in TALK_PAIRS and hit.framed and hit.near != "planned" and told.report.date and not (told.sides() or told.people()):
        both(story, told, hit, True)
    hosted(told)


def welcomed(story: Story, told: Told) -> bool:
    """The guests from many states whom a host welcomes right after a conference is told are there for it; True where it is so."""
    last = story.last(TALKS)
    if last is None or last.report.kind != "conference" or last.report.status != told.report.status or len(told.sides()) < GUESTS:
        return False
    if last.paragraphs[-1] + 1 < told.paragraphs[0] or not dates_meet(last.report.date, told.report.date):
        return False
    take_part(last.report, [replace(p, capacity="attendee") for p in told.report.participants])
    last.report.venue = last.report.venue or told.report.venue
    last.retold(told)
    return True


def hosted(told: Told) -> None:
    """Consultations of one side abroad are with the state where they are held: 'held consultations in Berlin'."""
    report, sides = told.report, told.sides()
    if report.kind == "consultations" and len(sides) == 1 and report.country is not None and report.country not in sides:
        report.participants.append(Participant(country=report.country, capacity="side", start=report.start, end=report.end))


def both(story: Story, told: Told, hit: Hit, people: bool) -> None:
    """Both ministers, the two countries: who took part in the talks told last."""
    old = _antecedent(story, told, hit)
    if people and old is not None and not old.people():
        old = story.last(TALKS | {"call"}) or old
    other_day = hit.kind == "signing" and old is not None and not dates_meet(old.report.date, told.report.date)
    named = {p.country or p.organisation for p in told.report.participants if p.start < hit.start or (p.office and not told.people())}
    others = len(named) >= TWO and old is not None and not named <= old.sides()
    if old is None or len(told.people()) >= TWO or other_day or others:
        return
    told.report.participants = [p for p in told.report.participants if p.person is not None]
    for participant in old.report.participants:
        whole = replace(participant) if people else replace(participant, person=None, office=None)
        take_part(told.report, [replace(whole, capacity="signatory") if hit.kind == "signing" else whole])
    if hit.kind == "signing" and told.report.date is None and old.report.status == told.report.status:
        told.report.date, told.report.date_basis = old.report.date, "context"
