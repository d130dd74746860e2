"""Reads the reports of a page: sentence by sentence, from triggers to acts with their details.

Not here: the parts themselves: triggers and moods (hits), who (actors, cast), when and where (details), what is one
act (story), what the article is about (rank).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from assets.enriched.reading.acts.actors import Actor, ActorReader
from assets.enriched.reading.acts.cast import TWO, cast, participants
from assets.enriched.reading.acts.confidence import confidence
from assets.enriched.reading.acts.details import DetailReader, Spot
from assets.enriched.reading.acts.hits import UNREAL, Hit, distance, find_hits
from assets.enriched.reading.acts.lexicon import FRAME_ONLY, Lexicon
from assets.enriched.reading.acts.lines import Line, lines
from assets.enriched.reading.acts.rank import Layout, finish
from assets.enriched.reading.acts.story import TALKS, Story, Told, dates_meet, take_part, width
from assets.enriched.reading.acts.topics import topics_of
from assets.enriched.reading.model import Mention, Participant, Report
from assets.enriched.reading.page import Page
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers

OWN_DATE = 60
"""Characters between a bare noun and a date that makes it an act of its own."""
TALK_PAIRS = frozenset({"meeting", "call", "consultations"})
"""Kinds that take two."""
PERSONAL = frozenset({"meeting", "call", "consultations", "credentials"})


class ActsReader:
    """Reads reports in one language.

    Args:
        pack: the language. registers: the shared registers.
    """

    def __init__(self, pack: Pack, registers: Registers) -> None:
        self._lexicon = Lexicon(pack, registers)
        self._actors = ActorReader(self._lexicon)
        self._details = DetailReader(self._lexicon)

    def read(self, page: Page) -> list[Report]:
        """All reports of the page in the order in which they are told, those it is about marked as main."""
        story, layout = Story(), Layout(page)
        for line in lines(page):
            self._line(page, layout, story, line)
        finish(page, layout, story, self._lexicon)
        for told in story.told:
            told.report.topics = topics_of(page, told.spans)
            told.report.confidence = confidence(told.report, told.strength, len(told.spans))
        return [told.report for told in story.told]

    def _line(self, page: Page, layout: Layout, story: Story, line: Line) -> None:
        if not line.words("act") and not _attended(line):
            return
        hits = find_hits(page, self._lexicon, line)
        if hits and not _attended(line) and not layout.opening(line.paragraph) and all(map(_mere, hits)) and not line.dates:
            self._recall(story, line, hits)
            return
        actors = self._actors.read(page, line)
        hits = _one_each(page, [h for h in hits if not self._unfit(page, line, h, actors, bool(story.told))])
        if not hits:
            self._attend(story, line, actors)
            return
        for hit in hits:
            self._tell(page, layout, story, line, hit, hits, actors)

    def _recall(self, story: Story, line: Line, hits: list[Hit]) -> None:
        """Nouns that tell nothing new of the act told last: their sentence is one more about it."""
        told = next((t for h in hits if h.mood is None and (t := story.last(TALKS if h.kind in TALKS else (h.kind,)))), None)
        if told is not None:
            told.spans.append(line.span)

    def _unfit(self, page: Page, line: Line, hit: Hit, actors: list[Actor], hub: bool) -> bool:
        """True where the company of the word, or what it lacks, says that it tells no diplomacy."""
        text = page.sheet.text
        if hit.kind == "signing" and any(distance(text, w.start, hit.start) < OWN_DATE for w in line.words("cue.decree")):
            return True
        there = {(a.person, a.country, a.office) for a in actors if a.kind in ("person", "office")}
        if hit.trigger.part == "receiving" and len(there) < (TWO if not hub else 1):
            return True
        if hit.trigger.part == "adopting" and not any(distance(text, d.start, hit.start) < OWN_DATE * 3 for d in line.words("document")):
            return True
        return any(distance(text, w.start, hit.start) < OWN_DATE for w in line.words("cue.unfit"))

    def _attend(self, story: Story, line: Line, actors: list[Actor]) -> None:
        """A sentence that only says who else took part adds to the act told last."""
        if not _attended(line):
            return
        told = story.last(TALKS | {"visit", "credentials"})
        if told is None or told.paragraphs[-1] + 2 < line.paragraph:
            return
        people = [a for a in actors if a.kind == "person" and not a.former and not a.quoted and a.office != "spokesperson"]
        there = people or [a for a in actors if a.kind == "country"]
        take_part(told.report, participants(there, told.report.kind, None))
        told.spans.append(line.span)

    def _tell(self, page: Page, layout: Layout, story: Story, line: Line, hit: Hit, hits: list[Hit], actors: list[Actor]) -> None:
        rivals = [h for h in hits if h is not hit and h.mood is not None and h.mood not in UNREAL]
        date = self._details.date(page, line, hit, rivals)
        status = _status(hit, date, layout)
        if status is None:
            return
        spots = self._details.spots(page, line, hit, rivals, {a.country for a in actors if a.kind == "person" and a.country})
        report = Report(hit.kind, status, hit.start, hit.end, line.number, _rule(hit))
        named = self._details.describe(page, line, hit, hits, report)
        if date is not None:
            report.date, report.date_basis = date.value, date.form
        if hit.kind == "visit" and hit.strength == "verb":
            spots = [s for s in spots if distance(page.sheet.text, s.end, hit.start) < OWN_DATE + hit.end - hit.start]
        where = {(s.start, s.end) for s in spots}
        chosen = cast(line, hit, report.kind, actors, hits, where)
        if not any(a.person for a in chosen):
            self._details.gathering(line, hit, report)
        self._place(page, line, hit, report, spots, actors)
        told = Told(report, hit.strength, [line.span], [line.paragraph], news=layout.news(page, line.span))
        told.words = {page.sheet.text[hit.start : hit.end]}
        aside = any(c.start <= hit.start < c.end for c in line.clauses)
        told.firm = [line.paragraph] if hit.strength in ("verb", "support") and not aside else []
        report.participants = participants(chosen, report.kind, hit.helper.reach if hit.helper else None)
        if not chosen or (not any(a.person for a in chosen) and hit.trigger.part == "adopting"):
            self._unnamed(story, report)
        anew = named or any(a.joined for a in chosen) or self._new(story, told)
        if hit.trigger.mood is None and not anew and self._refers(line, story, told, hit):
            return
        self._accept(page, layout, line, story, told, hit, date, spots)

    def _unnamed(self, story: Story, report: Report) -> None:
        """What is adopted by nobody named is adopted by the body whose conference was told last.

        Who travels in an interview without being named is who gives it.
        """
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
        speech = story.last(("statement",))
        if report.kind == "visit" and speech is not None:
            report.participants = [replace(p, capacity="guest") for p in speech.report.participants]

    def _new(self, story: Story, told: Told) -> bool:
        """True where the telling has a date, a number or a body of its own."""
        old = story.last(TALKS if told.report.kind in TALKS else (told.report.kind,))
        if old is None:
            return True
        a, b = old.report, told.report
        own: object = (b.date and not dates_meet(a.date, b.date)) or (b.ordinal and b.ordinal != a.ordinal)
        own = own or (a.kind == b.kind and a.level and b.level and a.level != b.level)
        return bool(own or b.status != a.status)

    def _accept(
        self, page: Page, layout: Layout, line: Line, story: Story, told: Told, hit: Hit, date: Mention | None, spots: list[Spot]
    ) -> None:
        people = line.words("cue.both")
        if told.report.kind in TALK_PAIRS | {"signing"} and (people or line.words("cue.both_states")):
            self._both(story, told, hit, bool(people))
        if told.report.kind in PERSONAL and (hit.trigger.mood is None or hit.trigger.part == "receiving"):
            self._subject(story, told)
        if told.report.kind in TALK_PAIRS and hit.framed and told.report.date and not told.sides():
            self._both(story, told, hit, True)
        if told.report.kind == "visit" and not told.report.country and self._same_tour(story, told):
            return
        if told.report.kind in TALKS and told.firm and hit.near and not told.sides() and not told.report.ordinal:
            self._series(story, told, hit)
        if told.report.kind == "statement" and not layout.opening(told.paragraphs[0]):
            return
        if not self._stands(page, layout, told, hit, date):
            if not layout.opening(told.paragraphs[0]) or hit.framed:
                return
            told.weak = True
        for one in self._split(line, told, spots):
            story.add(one)

    def _refers(self, line: Line, story: Story, told: Told, hit: Hit) -> bool:
        """Joins 'at the meeting' and the like to the act that it stands for; True when it did."""
        hosting = hit.helper is not None and hit.helper.reach == "hosting" and told.report.date is None
        attending = hosting or (hit.helper is not None and hit.helper.reach in ("attending", "chairing"))
        if hit.framed and not attending:
            attending = _attended(line)
        if hit.kind not in TALKS | {"call", "visit", "credentials"} or not (attending or hit.strength in ("frame", "bare")):
            return False
        old = self._antecedent(story, told, hit)
        if old is None or (
            attending and not (hit.framed or hit.trigger.part == "session" or old.report.kind in (told.report.kind, hit.kind))
        ):
            return False
        if attending:
            take_part(old.report, [p for p in told.report.participants if p.person is not None])
            old.report.host = old.report.host or told.report.host
        old.spans += told.spans
        return True

    def _series(self, story: Story, told: Told, hit: Hit) -> None:
        """'The next session', 'the previous meeting' are of the kind, the body and the sides of the one told before."""
        old = self._antecedent(story, told, hit)
        if old is None:
            return
        told.report.kind = old.report.kind
        told.report.format, told.report.level = old.report.format, told.report.level or old.report.level
        for participant in old.report.participants:
            if participant.country or participant.organisation:
                take_part(told.report, [replace(participant, person=None, office=None, capacity="side")])

    def _subject(self, story: Story, told: Told) -> None:
        """'His meeting with' without a name is the meeting of whom the last act was about."""
        people = [p for p in told.report.participants if p.person is not None]
        if len(people) != 1 or len(told.sides()) >= TWO:
            return
        last = max((t for t in story.told if t.people() - told.people()), key=lambda t: t.spans[-1].start, default=None)
        if last is not None:
            hub = next(p for p in last.report.participants if p.person is not None and p.person not in told.people())
            told.report.participants.insert(0, replace(hub, capacity="side"))

    def _same_tour(self, story: Story, told: Told) -> bool:
        """A telling of a tour without its goals gives the visits of the same person their date."""
        tour = [t for t in story.told if t.report.kind == "visit" and t.people() & told.people()]
        for visit in tour:
            date = told.report.date
            if date and dates_meet(visit.report.date, date) and (visit.report.date is None or width(date) < width(visit.report.date)):
                visit.report.date, visit.report.date_basis = date, told.report.date_basis
            visit.spans += told.spans
        return bool(tour)

    def _antecedent(self, story: Story, told: Told, hit: Hit) -> Told | None:
        """The act told last that the same noun told, else one of the kind, else any talks."""
        group = TALKS | {"call"} if hit.kind in TALKS else {hit.kind}
        fit = [t for t in story.told if t.report.kind in group and t.spans[-1].start <= told.spans[0].start]
        same = [t for t in fit if t.words & told.words] or [t for t in fit if t.report.kind == hit.kind] or fit
        return max(same, key=lambda t: (t.spans[-1].start, t.report.start), default=None)

    def _both(self, story: Story, told: Told, hit: Hit, people: bool) -> None:
        """Both ministers, the two countries: who took part in the talks told last."""
        old = self._antecedent(story, told, hit)
        if old is None or len(told.people()) >= TWO:
            return
        told.report.participants = [p for p in told.report.participants if p.person is not None]
        for participant in old.report.participants:
            whole = replace(participant) if people else replace(participant, person=None, office=None)
            take_part(told.report, [whole])

    def _stands(self, page: Page, layout: Layout, told: Told, hit: Hit, date: Mention | None) -> bool:
        """True where the telling is enough for an act of its own."""
        report, sides = told.report, told.sides()
        if not (sides or report.format or report.level or report.host or told.people()):
            return report.kind == "conference" and bool(date and report.country and told.firm)
        if report.kind == "statement":
            return bool(told.people())
        if report.kind in TALK_PAIRS and hit.kind == report.kind and len(sides) < TWO and len(told.people()) < TWO:
            return False
        if report.kind in ("appointment", "visit") and not (told.people() or sides):
            return False
        if report.kind == "visit" and not report.country and (hit.strength not in ("verb", "support") or hit.strength == "verb"):
            return False
        if hit.strength in ("verb", "support"):
            return True
        own_date = date is not None and distance(page.sheet.text, date.start, hit.start) < OWN_DATE
        if report.kind == "conference":
            named = report.format not in FRAME_ONLY and bool(report.format or report.ordinal)
            return named and (own_date or (hit.framed and layout.opening(told.paragraphs[0]))) and hit.trigger.part == "noun"
        if report.kind == "visit":
            return (bool(report.country) and hit.strength != "bare") or own_date
        if report.kind in PERSONAL:
            return max(len(sides), len(told.people())) >= TWO and (hit.strength != "bare" or (own_date and report.status == "planned"))
        return own_date and report.kind != "signing"

    def _place(self, page: Page, line: Line, hit: Hit, report: Report, spots: list[Spot], actors: list[Actor]) -> None:
        if hit.helper is not None and hit.helper.reach == "hosting" and hit.helper_span is not None:
            at = hit.helper_span.start
            towns = self._lexicon.place_country
            hosts = [Spot(None, a.country, a.start, a.end, True) for a in actors if a.country and a.kind != "office"]
            hosts += [Spot(m.value, towns.get(m.value or ""), m.start, m.end, True) for m in line.named("place")]
            near = min((h for h in hosts if h.country), key=lambda h: (h.start > at, abs(h.start - at)), default=None)
            if near is not None:
                report.host, report.country, report.place = near.country, near.country, near.place
        if line.words("cue.online"):
            report.country = report.place = None
            return
        spot = min(spots, key=lambda s: distance(page.sheet.text, s.start, hit.start), default=None)
        if spot is not None and report.kind != "appointment" and report.place is None:
            report.place, report.country = spot.place, spot.country
            self._venue(report)

    def _venue(self, report: Report) -> None:
        """A site is the venue; the place is the town that it lies in."""
        towns, names = self._lexicon.town_of_site, self._lexicon.place_name
        if report.place not in towns:
            return
        report.venue, report.place = names[report.place], towns[report.place]

    def _split(self, line: Line, told: Told, spots: list[Spot]) -> list[Told]:
        """One act for each goal of a tour, and for each of those who were met separately."""
        if told.report.kind == "visit":
            return _tour(told, [s for s in spots if s.country])
        people = [p for p in told.report.participants if p.person is not None]
        if told.report.kind == "appointment":
            return [_with(told, [person]) for person in people] or [told]
        if told.report.kind in PERSONAL and len(people) > TWO and line.words("cue.separately"):
            hub, *others = people
            return [_with(told, [hub, other]) for other in others]
        return [told]


def _mere(hit: Hit) -> bool:
    """True for a noun without verb or occasion, and for what did not happen."""
    return hit.strength == "bare" or hit.mood in UNREAL


def _attended(line: Line) -> bool:
    """True where the sentence says that somebody took part or was in the chair."""
    return any(
        w.entry.value.reach in ("attending", "chairing") and w.entry.value.mood == "held"  # type: ignore[attr-defined]
        for w in line.words("helper")
    )


def _one_each(page: Page, hits: list[Hit]) -> list[Hit]:
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
    if hit.trigger.part in ("adopting", "receiving"):
        return 3
    if hit.trigger.mood in ("present", "open"):
        headline = page.sheet.paragraph_at(hit.start) == 0 and hit.start > 0
        return 2 if hit.mood != "open" and (headline or hit.trigger.mood == "open") else 0
    return 1 if hit.trigger.mood is None else 2


def _status(hit: Hit, date: Mention | None, layout: Layout) -> str | None:
    """The status that form, clause and date give; None for what did not happen and is not planned."""
    mood = hit.mood
    if mood == "held" and hit.near in ("hypothetical", "cancelled", "planned"):
        real = hit.near == "planned" and not (date is not None and layout.ahead(date.value))
        mood = mood if real else hit.near
    if mood in UNREAL:
        return None
    if mood in ("held", "planned", "cancelled"):
        return str(mood)
    return "planned" if date is not None and layout.ahead(date.value) else "held"


def _rule(hit: Hit) -> str:
    helper = f"+{hit.helper.reach}" if hit.helper else ""
    return f"acts.{hit.kind}.{hit.trigger.part}.{hit.mood or hit.strength}{helper}"


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
    return Told(report, told.strength, list(told.spans), list(told.paragraphs), list(told.firm), told.weak, told.news)
