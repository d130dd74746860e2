"""Findings against labels: one tally a measure, over all documents and by language, and what was missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import NamedTuple

from assets.evaluation.found import Found, FoundReport
from assets.evaluation.labels import EventLabel, Label
from assets.evaluation.tally import Tally, dates_agree, names_right, plain, same_name

EVERY = "all"
TALKS = {"meeting": "talks", "consultations": "talks"}
"""Kinds that answer for one another."""
PAIRED = 3.0
"""Affinity from which a report answers a labelled event: the kind, and something that names it."""


Asked = Callable[[Label, str], bool]
"""Whether a label answers a measure."""


def everything(_label: Label, _measure: str) -> bool:
    """A whole article is labelled in full."""
    return True


class Judged(NamedTuple):
    """A report that was found in a labelled file, and whether a labelled event answers to it."""

    file: str
    report: FoundReport
    right: bool


@dataclass(slots=True)
class Card:
    """Tallies by language and measure, a line for every miss and every extra, and every report judged.

    unanswered: by measure, what labels say of events and mandates that were not found.
    """

    tallies: dict[str, dict[str, Tally]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Tally)))
    lines: list[str] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    unanswered: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, language: str, measure: str, right: float, found: float, labelled: float) -> None:
        """Count an answer for its language and for all."""
        for key in (EVERY, language):
            self.tallies[key][measure].add(right, found, labelled)

    def reach(self, measure: str) -> float:
        """F1 of a measure, where what is asked of events and mandates that were found counts as missed in those that were not.

        Floors go by it: whoever finds more of them, harder ones among them, must not fall under the floor of their dates.
        """
        tally = self.tallies[EVERY][measure]
        asked = tally.found + tally.labelled + self.unanswered[measure]
        return 2 * tally.right / asked if asked else 0.0


def _asked(event: EventLabel) -> dict[str, int]:
    """How many answers a label wants of its event, by measure."""
    single = ("status", "kind", "place", "format", "level", "ordinal", "host")
    asked = {f"event_{name}": int(getattr(event, name) is not None) for name in single}
    several = {"event_participants": event.participants, "event_sides": event.sides, "event_topics": event.topics}
    return asked | {"event_date": int(event.start is not None)} | {measure: len(values) for measure, values in several.items()}


def score(answers: Iterable[tuple[Label, Found | None]], asked: Asked = everything) -> Card:
    """Score documents against their labels; a document that is not there counts as empty.

    Args:
        answers: the labels, each with what was found.
        asked: which measures a label answers.
    """
    card = Card()
    leads: list[tuple[str, str, set[str], set[str]]] = []
    for label, found in answers:
        _Document(card, label, found or Found(), found is not None, asked).score(leads)
    _clusters(card, leads)
    return card


class _Document:
    """Scores one document."""

    def __init__(self, card: Card, label: Label, found: Found, present: bool, asked: Asked) -> None:
        self.card, self.label, self.found, self.present, self.asked = card, label, found, present, asked

    def add(self, measure: str, right: float, found: float, labelled: float) -> None:
        if self.asked(self.label, measure):
            self.card.add(self.label.language, measure, right, found, labelled)

    def say(self, measure: str, what: str) -> None:
        if self.asked(self.label, measure):
            self.card.lines.append(f"{self.label.file} {measure}: {what}")

    def score(self, leads: list[tuple[str, str, set[str], set[str]]]) -> None:
        self._page()
        self._names()
        pairs = pair_up(self.label.events, self.found.reports)
        self._events(pairs)
        for event, report in pairs:
            self._event(event, report)
        self._mandates()
        if self.label.cluster:
            lead = {r.row["event_id"] for e, r in pairs if e.main}
            every = {r.row["event_id"] for r in self.found.reports}
            leads.append((self.label.cluster, self.label.file, lead, every))

    def _page(self) -> None:
        label, found = self.label, self.found
        self.add("document", float(self.present), 1, 1)
        self.add("language", float(found.language == label.language), 1, 1)
        starts = found.title.strip().startswith(label.title_starts or "")
        self.add("title", float(starts), 1, 1)
        if not starts:
            self.say("title", repr(found.title))
        for text in label.not_in_body:
            self.add("residue_removed", float(text not in found.body), 1, 1)
            if text in found.body:
                self.say("residue_removed", repr(text))
        if label.published:
            yearless = label.published.startswith("????")
            right = dates_agree(label.published.removeprefix("????-"), (found.published or "")[5 * yearless :])
            self.add("published", float(right), float(found.published is not None), 1)
            if not right:
                self.say("published", f"{found.published} for {label.published}")

    def _names(self) -> None:
        label, found = self.label, self.found
        self._sets("sources", set(label.sources), found.sources)
        right, missed, extra = names_right([p.name for p in label.persons], found.persons)
        self.add("persons", right, len(found.persons), len(label.persons))
        if missed or extra:
            self.say("persons", f"missed {missed} extra {extra}")
        for person in label.persons:
            held = {role for name, roles in found.roles.items() if same_name(person.name, name) for role in roles}
            office_only = person.of is None and any(office == person.office for office, _ in held)
            right_office = (person.office, person.of) in held or office_only
            self.add("offices", float(right_office), float(bool(held)), 1)
            if not right_office:
                self.say("offices", f"{person.name} {person.office} of {person.of}; found {sorted(map(str, held))}")
        self._sets("countries", set(label.countries), found.countries)
        self._sets("organisations", set(label.organisations), found.organisations)
        self._sets("places", {plain(p) for p in label.places}, {plain(p) for p in found.places})

    def _sets(self, measure: str, labelled: set[str], found: set[str]) -> None:
        self.add(measure, len(labelled & found), len(found), len(labelled))
        if labelled != found:
            self.say(measure, f"missed {sorted(labelled - found)} extra {sorted(found - labelled)}")

    def _events(self, pairs: Sequence[tuple[EventLabel, FoundReport]]) -> None:
        answered = {id(event) for event, _ in pairs}
        used = {id(report) for _, report in pairs}
        main = [e for e in self.label.events if e.main]
        self.add("events", len(pairs), len(self.found.reports), len(self.label.events))
        self.add("main_events", sum(id(e) in answered for e in main), len(main), len(main))
        for event in self.label.events:
            if id(event) not in answered:
                for measure, asked in _asked(event).items():
                    self.card.unanswered[measure] += asked
                self.say("events", f"missed {event.id} {event.kind} {event.status} {event.start} {event.participants or event.countries}")
        for report in self.found.reports:
            self.card.judged.append(Judged(f"{self.label.language}/{self.label.file}", report, id(report) in used))
            if id(report) not in used:
                row = report.row
                self.say("events", f"extra {row['kind']} {row['status']} {row['date_edtf']} {sorted(report.people or report.sides)}")

    def _event(self, event: EventLabel, report: FoundReport) -> None:
        row = report.row
        self.add("event_kind", float(event.kind == row["kind"]), 1, 1)
        self.add("event_status", float(event.status == row["status"]), 1, 1)
        if event.status != row["status"]:
            self.say("event_status", f"{event.id} {row['status']} for {event.status}")
        date = row["date_edtf"]
        if event.start or date:
            right = bool(event.start) and dates_agree(event.start, date)
            self.add("event_date", float(right), float(date is not None), float(event.start is not None))
            if not right:
                self.say("event_date", f"{event.id} {date} for {event.start}")
        if event.place:
            self.add("event_place", float(plain(event.place) == plain(report.place)), float(report.place is not None), 1)
        for name in ("format", "level", "ordinal", "host"):
            wanted, got = getattr(event, name), row[name]
            if wanted is not None or got is not None:
                self.add(f"event_{name}", float(wanted == got), float(got is not None), float(wanted is not None))
                if wanted != got:
                    self.say(f"event_{name}", f"{event.id} {got} for {wanted}")
        right_people, missed, extra = names_right(event.participants, report.people)
        self.add("event_participants", right_people, len(report.people), len(event.participants))
        if missed or extra:
            self.say("event_participants", f"{event.id} missed {missed} extra {extra}")
        self._sets("event_sides", event.sides, report.sides)
        self._sets("event_topics", set(event.topics), report.topics)

    def _mandates(self) -> None:
        left = list(self.found.mandates)
        for label in self.label.mandates:
            hit = next(
                (
                    m
                    for m in left
                    if (m["role"], m["organisation_id"]) == (label.role, label.organisation)
                    and (m["holder"] == label.holder or same_name(str(m["holder"]), label.holder))
                ),
                None,
            )
            if hit is None:
                self.say("mandates", f"missed {label.holder} {label.role} of {label.organisation}")
                self.card.unanswered["mandate_dates"] += int(label.start is not None)
                continue
            left.remove(hit)
            self.add("mandates", 1, 0, 0)
            if label.start:
                self.add("mandate_dates", float(dates_agree(label.start, hit["period_edtf"])), 1, 1)
        self.add("mandates", 0, len(self.found.mandates), len(self.label.mandates))
        for mandate in left:
            self.say("mandates", f"extra {mandate['holder']} {mandate['role']} of {mandate['organisation_id']}")


def pair_up(labelled: Sequence[EventLabel], found: Sequence[FoundReport]) -> list[tuple[EventLabel, FoundReport]]:
    """The labelled events with the reports that answer them best, each used once."""
    ranked = sorted(((affinity(e, r), -i, -j) for (i, e), (j, r) in product(enumerate(labelled), enumerate(found))), reverse=True)
    events: set[int] = set()
    reports: set[int] = set()
    pairs = []
    for points, i, j in ranked:
        if points >= PAIRED and -i not in events and -j not in reports:
            events.add(-i)
            reports.add(-j)
            pairs.append((labelled[-i], found[-j]))
    return pairs


def affinity(event: EventLabel, report: FoundReport) -> float:
    """How well a report answers a labelled event, from 0 (another event) to about 10."""
    row = report.row
    if TALKS.get(event.kind, event.kind) != TALKS.get(row["kind"], row["kind"]):
        return 0.0
    people = names_right(event.participants, report.people)[0] if event.participants else 0
    sides = len(event.sides & report.sides)
    series = bool(event.format) and event.format == row["format"]
    dated = dates_agree(event.start, row["date_edtf"])
    nameless = not (event.participants or event.sides or event.format or event.place)
    placed = bool(event.place) and plain(event.place) == plain(report.place)
    if not (people or sides or series or placed or (nameless and dated)):
        return 0.0
    points = 3.0 if event.kind == row["kind"] else 2.0
    points += 1.0 if event.status == row["status"] else -0.5
    if event.start:
        points += 1.5 if dated else -1.0 if row["date_edtf"] else 0.0
    points += 2.0 * people / len(event.participants) if event.participants else 0.0
    points += 1.0 * sides / len(event.sides) if event.sides else 0.0
    return points + (1.5 if series else 0.0)


def _clusters(card: Card, leads: Sequence[tuple[str, str, set[str], set[str]]]) -> None:
    """Whether articles of one cluster share an event, and articles of two clusters share no lead."""
    for (cluster, file, lead, every), (other, other_file, other_lead, other_every) in combinations(leads, 2):
        one = cluster == other
        joined = bool((lead & other_every) or (other_lead & every)) if one else bool(lead & other_lead)
        card.tallies[EVERY]["merged_across_documents"].add(float(one and joined), float(joined), float(one))
        if one != joined:
            card.lines.append(f"merged_across_documents: {file} {other_file} are {'one event' if one else 'two events'}")
