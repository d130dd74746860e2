"""Reads the reports of a page: sentence by sentence, from triggers to acts with their details.

Not here: the parts themselves: triggers and moods (hits, selection), who (actors, cast), when and where (details), what
was told before (context), what is enough for an act (standing), what is one act (story), what the article is about (rank).
"""

from __future__ import annotations

from assets.enriched.reading.acts import interview
from assets.enriched.reading.acts.actors import NEVER_ACTING, Actor, ActorReader
from assets.enriched.reading.acts.address import PART, address, instead, speaker
from assets.enriched.reading.acts.assemblies import assembled_again, by_experts
from assets.enriched.reading.acts.bilateral import between_two
from assets.enriched.reading.acts.cast import cast, described, pairs, participants
from assets.enriched.reading.acts.ceremonies import at_the_close, by_decree, each_envoy
from assets.enriched.reading.acts.confidence import confidence
from assets.enriched.reading.acts.context import (
    attend,
    ceremony,
    company,
    continues,
    decreed,
    is_new,
    moved,
    on_the_way,
    postponed,
    recall,
    refers,
    same_tour,
    series,
    spoke,
    unnamed,
    welcomed,
)
from assets.enriched.reading.acts.days import day_of
from assets.enriched.reading.acts.denied import never_held
from assets.enriched.reading.acts.details import DetailReader, Spot
from assets.enriched.reading.acts.hits import UNREAL, Hit, distance, find_hits
from assets.enriched.reading.acts.hosts import host_of
from assets.enriched.reading.acts.lexicon import Lexicon
from assets.enriched.reading.acts.lines import Line, lines
from assets.enriched.reading.acts.owning import online
from assets.enriched.reading.acts.purpose import forgone, fulfilled, given_up, purposes
from assets.enriched.reading.acts.rank import Layout, finish
from assets.enriched.reading.acts.scene import staged
from assets.enriched.reading.acts.selection import OWN_DATE, attended, mere, one_each, rule, status_of, unfit
from assets.enriched.reading.acts.standing import split, stands
from assets.enriched.reading.acts.story import TALKS, Story, Told
from assets.enriched.reading.acts.topics import TopicReader
from assets.enriched.reading.acts.travellers import together
from assets.enriched.reading.acts.welcome import here
from assets.enriched.reading.model import Mention, Report
from assets.enriched.reading.page import Page
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers

GUESTS = 120
"""Characters between a verb of talks and counterparts without names that take part."""
SUBJECT = 110
"""Characters that a subject with its titles takes between a verb that opens the sentence and its goal."""
INVERTED = 2
"""Characters between a verb and the subject that follows it: 'wird er … besuchen'."""
ROUND = 40
"""Characters between 'session' or 'round' and the consultations that it is one of."""


def _rounds(line: Line, hit: Hit) -> set[str]:
    """The word for a round of consultations, by which the next one is told: 'the next session'."""
    sessions = [m for m in line.words("act") if getattr(m.entry.value, "part", "") == "session" and abs(m.start - hit.start) < ROUND]
    return {line.text[m.start : m.end] for m in sessions} if hit.kind == "consultations" else set()


class ActsReader:
    """Reads reports in one language.

    Args:
        pack: the language. registers: the shared registers.
    """

    def __init__(self, pack: Pack, registers: Registers) -> None:
        self._lexicon = Lexicon(pack, registers)
        self._topics = TopicReader(pack.acts.objects, self._lexicon.joint)
        self._actors = ActorReader(self._lexicon)
        self._details = DetailReader(self._lexicon)

    def read(self, page: Page) -> list[Report]:
        """All reports of the page in the order in which they are told, those it is about marked as main."""
        story, layout = Story(), Layout(page, interview.guest(page))
        for line in lines(page):
            self._line(page, layout, story, line)
        fulfilled(story)
        forgone(story)
        each_envoy(page, story)
        by_decree(story)
        interview.read(page, layout, story)
        finish(page, layout, story)
        staged(page, layout, story, self._lexicon)
        here(page, story)
        self._topics.read(page, story.told)
        for told in story.told:
            told.report.confidence = confidence(told.report)
        return [told.report for told in story.told]

    def _line(self, page: Page, layout: Layout, story: Story, line: Line) -> None:
        if line.asks:
            return
        ceremony(story, line, page.sheet.document.published)
        decreed(story, line, page.sheet.document.published)
        speech = address(line)
        if speech is None and not line.words("act") and not attended(line):
            return
        hits = find_hits(page, self._lexicon, line)
        purposes(line, hits)
        given_up(line, hits)
        never_held(line, hits)
        hits = hits if speech is None else instead(speech, hits)
        if hits and not line.dates and all(map(mere, hits)) and not layout.opening(line.paragraph) and not attended(line):
            recall(story, line, hits)
            return
        actors = self._actors.read(page, line, layout.guest)
        hits = one_each(page, [h for h in hits if not unfit(page, self._lexicon, line, h, actors, bool(story.told))])
        if not hits:
            attend(story, line, actors)
            return
        for hit in hits:
            self._tell(page, layout, story, line, hit, hits, actors)

    def _tell(self, page: Page, layout: Layout, story: Story, line: Line, hit: Hit, hits: list[Hit], actors: list[Actor]) -> None:
        rivals = [h for h in hits if h is not hit and h.mood is not None and h.mood not in UNREAL]
        found = self._details.date(page, line, hit, rivals)
        # The day on which somebody set out says nothing of the talks that are the purpose.
        date, day = day_of(page, line, hit, story, found if not hit.purpose or (found and found.start > hit.start) else None)
        status = status_of(hit, day, layout)
        if status is None:
            return
        spots = self._details.spots(page, line, hit, rivals, _travelling(actors, hit))
        report = Report(hit.kind, status, hit.start, hit.end, line.number, rule(hit))
        named = self._details.describe(page, line, hit, hits, report)
        if day is not None:
            report.date, report.date_basis = day, date.form if date is not None else "context"
        if hit.kind == "visit" and hit.strength == "verb":
            between = [a for a in actors if a.kind in ("person", "office") and a.start >= hit.end]
            reach = OWN_DATE + hit.end - hit.start + (SUBJECT if between and between[0].start - hit.end < SUBJECT else 0)
            spots = [s for s in spots if distance(page.sheet.text, s.end, hit.start) < reach]
        where = {(s.start, s.end) for s in spots}
        floor = hit.trigger.part == PART
        chosen = speaker(page, line, hit, actors) if floor else cast(line, hit, report.kind, actors, hits, where)
        chosen = together(line, hit, chosen, actors, self._lexicon) if report.kind == "visit" else chosen
        self._gather(line, hit, report, story, chosen)
        self._place(page, line, hit, report, None if online(line, hit, rivals) else spots, actors)
        told = Told(report, hit.strength, [line.span], [line.paragraph], news=layout.news(page, line.span))
        told.purpose = hit.purpose
        told.past = layout.old(report.date)
        told.starts, told.loose = [hit.start], hit.mood == "present" and report.date is None
        unnamed_guests = {
            kind: any(distance(line.text, w.start, hit.start) < GUESTS for w in line.words(f"cue.{kind}"))
            for kind in ("counterpart", "delegation")
        }
        told.hosted, told.several = any(unnamed_guests.values()), unnamed_guests["counterpart"]
        told.pairs = pairs(line.text, chosen)
        told.words = {page.sheet.text[hit.start : hit.end], *_rounds(line, hit)}
        aside = any(c.start <= anchor < c.end for c in line.clauses for anchor in hit.anchors)
        told.firm = [line.paragraph] if hit.strength in ("verb", "support") and not aside else []
        report.participants = participants(chosen, report.kind, hit.helper.reach if hit.helper else None)
        if not chosen or (not any(a.person for a in chosen) and hit.trigger.part == "adopting"):
            unnamed(story, report)
        anew = named or _others(story, chosen) or is_new(story, told, hit)
        if hit.trigger.mood is None and not anew and refers(line, story, told, hit, date):
            return
        self._accept(page, layout, line, story, told, hit, date, spots)
        later = self._details.new_date(line, hit)
        old = story.last((report.kind,), "cancelled") if later is not None else None
        if later is not None and old is not None:
            story.add(postponed(old, later))

    def _gather(self, line: Line, hit: Hit, report: Report, story: Story, chosen: list[Actor]) -> None:
        """Make a meeting of a body's members a conference of the body."""
        if not any(a.person for a in chosen if a.start < hit.start):
            self._details.gathering(line, hit, report)
            assembled_again(line, hit, report, story)

    def _accept(
        self, page: Page, layout: Layout, line: Line, story: Story, told: Told, hit: Hit, date: Mention | None, spots: list[Spot]
    ) -> None:
        between_two(told, hit)
        if told.report.date:
            moved(story, told)
        company(line, story, told, hit)
        by_experts(line, hit, told.report)
        at_the_close(line, story, told)
        on_the_way(line, story, told)
        if (line.words("cue.both") or line.words("cue.both_states")) and spoke(story, told, hit):
            return
        if told.report.kind == "visit" and not told.report.country and same_tour(story, told):
            return
        if told.report.kind in TALKS and told.firm and not told.sides() and (continues(story, told) if told.report.ordinal else hit.near):
            series(story, told, hit)
        if hit.trigger.part == "receiving" and welcomed(story, told):
            return
        if told.report.kind == "statement" and hit.trigger.part != PART and not layout.opening(told.paragraphs[0]):
            return
        if not stands(page, layout, told, hit, date):
            if not layout.opening(told.paragraphs[0]) or hit.framed:
                return
            told.weak = True
        for one in split(line, told, spots):
            story.add(one)

    def _place(self, page: Page, line: Line, hit: Hit, report: Report, spots: list[Spot] | None, actors: list[Actor]) -> None:
        host = host_of(line, hit, actors, self._lexicon.place_country)
        if host is not None:
            report.host, report.country, report.place = host.country, host.country, host.place
        if spots is None:
            report.country = report.place = None
            return
        spot = min(spots, key=lambda s: distance(line.text, s.start, hit.start), default=None)
        if spot is not None and report.kind not in ("appointment", "call") and report.place is None:
            report.place, report.country = spot.place, spot.country
            self._venue(page, report)

    def _venue(self, page: Page, report: Report) -> None:
        """A site is the venue; the place is the town that it lies in: the one that it is named after where the article names that too."""
        towns, names = self._lexicon.town_of_site, self._lexicon.place_name
        if report.place not in towns:
            return
        own = self._lexicon.namesake_of_site.get(report.place)
        spoken_of = own is not None and any(m.kind == "place" and m.value == own for m in page.mentions)
        report.venue, report.place = names[report.place], own if spoken_of else towns[report.place]


def _others(story: Story, actors: list[Actor]) -> bool:
    """True where somebody else is joined to the act than the states whose talks were told last: relations between the two."""
    last = story.last(TALKS | {"call"})
    known = last.sides() if last is not None else set()
    return any(a.joined and not (a.person is None and (a.country or a.organisation) in known) for a in actors)


def _travelling(actors: list[Actor], hit: Hit) -> set[str]:
    """Countries of those who could travel: not of who only tells of it."""
    told = [a.country for a in actors if a.country and (described(hit, a) or (hit.final and a.owner and a.end <= hit.start))]
    if told:
        return {told[-1]}
    people = [a for a in actors if a.kind == "person" and a.country and a.office not in NEVER_ACTING and not a.quoted]
    subjects = [a for a in people if a.start <= hit.end + INVERTED] if not hit.final else []
    nameless = [a for a in actors if a.kind == "office" and a.end <= hit.start and not hit.final]
    return {a.country for a in subjects or nameless or people if a.country}
