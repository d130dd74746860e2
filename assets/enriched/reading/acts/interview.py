"""Interviews: what somebody said in one, and texts printed as question and answer, are statements of who answers.

Not here: interviews that a verb tells ('gave an interview'), which are read like other acts (reader), and quotes (voices).
"""

from __future__ import annotations

import re
from collections import Counter

from assets.enriched.reading.acts.rank import Layout
from assets.enriched.reading.acts.story import Story, Told
from assets.enriched.reading.model import Participant, Person, Report
from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span
from assets.languages.schema.acts import Trigger
from assets.text.matcher import Match

SPEECHES = 3
"""Labelled paragraphs, or questions, that make a text a dialogue."""
_LABEL = re.compile(r"[-–—•\s]*(\w[^:\n.!?؟،,]{0,40}):\s")
_QUESTIONS = ("?", "؟")
SAID = "acts.interview.said"


def guest(page: Page) -> Person | None:
    """Who answers in a text of questions and answers; None in any other."""
    found = _dialogue(page)
    return found[0] if found is not None else None


def read(page: Page, layout: Layout, story: Story) -> None:
    """Add the statement that an interview is, unless it was told already."""
    found = _dialogue(page) or _told(page, layout)
    if found is None:
        return
    person, span, rule = found
    if any(t.report.kind == "statement" and t.report.status == "held" and person.number in t.people() for t in story.told):
        return
    report = Report("statement", "held", span.start, span.end, page.sheet.sentence_at(span.start), rule)
    role = person.roles[0]
    where = person.mentions[0]
    report.participants = [Participant(person.number, role.country, role.organisation, role.office, "speaker", where.start, where.end)]
    paragraph = page.sheet.paragraph_at(span.start)
    sentences = [Span(span.start, page.sheet.paragraphs[paragraph].end)]
    # An article that is printed as a dialogue is the interview from its headline on.
    stands = paragraph if rule == SAID else 0
    story.told.insert(0, Told(report, "support", sentences, [stands], firm=[stands], starts=[span.start]))


def _dialogue(page: Page) -> tuple[Person, Span, str] | None:
    """Who answers in a text of questions and answers, and where the first answer begins."""
    text, paragraphs = page.sheet.text, page.sheet.paragraphs
    if ":" not in text and not any(mark in text for mark in _QUESTIONS):
        return None
    labels = [Span(*m.span(1)) for p in paragraphs[1:] if (m := _LABEL.match(text, p.start, p.end))]
    times = Counter(text[slice(*label)] for label in labels)
    speakers = [(_speaker(page, label), label) for label in labels]
    speeches = sum(speaker is not None or times[text[slice(*label)]] > 1 for speaker, label in speakers)
    holders = [(speaker, label) for speaker, label in speakers if speaker is not None and speaker.roles]
    if holders and speeches >= SPEECHES and max(times.values()) > 1:
        most = Counter(speaker.number for speaker, _ in holders).most_common(1)[0][0]
        return next((speaker, label, "acts.interview.labels") for speaker, label in holders if speaker.number == most)
    asked = [n for n, p in enumerate(paragraphs[1:-1], start=1) if text[p.start : p.end].rstrip('"»”“').endswith(_QUESTIONS)]
    answered = [n for n in asked if n + 1 not in asked]
    if len(answered) < SPEECHES:
        return None
    guest = _guest(page, paragraphs[answered[0]].start)
    return (guest, paragraphs[answered[0] + 1], "acts.interview.questions") if guest is not None else None


def _speaker(page: Page, label: Span) -> Person | None:
    found = [m.person for m in page.within(label.start, label.end, "person") if m.person is not None]
    return next((p for p in page.people if found and p.number == found[0]), None)


def _guest(page: Page, before: int) -> Person | None:
    """Who headline and introduction say to have given the interview, else the first holder of an office that they name."""
    named = [p for p in page.people if p.roles and p.mentions and p.mentions[0].start < before]
    told = {page.sheet.sentence_at(m.start) for m in page.found.get("act", ()) if m.start < before and _is_noun(m)}
    named = [p for p in named if any(m.sentence in told and m.start < before for m in p.mentions)] or named
    return min(named, key=lambda p: p.mentions[0].start, default=None)


def _is_noun(match: Match) -> bool:
    """True for a noun of saying: an interview, a statement."""
    told = match.entry.value
    return isinstance(told, Trigger) and (told.kind, told.part, told.mood) == ("statement", "noun", None)


def _told(page: Page, layout: Layout) -> tuple[Person, Span, str] | None:
    """Who says something 'in an interview' in headline or lead, and where the interview is named."""
    if not any(map(_is_noun, page.found.get("act", ()))):
        return None
    for number, sentence in enumerate(page.sheet.sentences):
        if not layout.opening(page.sheet.paragraph_at(sentence.start)):
            continue
        named = [m for m in page.words("act", *sentence) if _is_noun(m)]
        if not named or not page.words("cue.said", *sentence):
            continue
        persons = [m.person for m in page.within(*sentence, "person") if m.sentence == number]
        speaker = next((p for p in page.people if persons and p.number == persons[0] and p.roles), None)
        if speaker is not None:
            return speaker, Span(named[0].start, named[0].end), SAID
    return None
