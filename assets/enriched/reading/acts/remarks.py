"""What an article is about that tells of no act: the words of an office holder, of a ministry or a state.

Not here: interviews and speeches, which words of their own tell (interview, address, hits), and quotes (voices).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assets.enriched.reading.acts.actors import NEVER_ACTING
from assets.enriched.reading.acts.days import settled
from assets.enriched.reading.acts.hits import Hit
from assets.enriched.reading.acts.story import Told
from assets.enriched.reading.homes import side_of, state_of
from assets.enriched.reading.model import Mention, Participant, Person, Report
from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span
from assets.languages.schema.acts import Trigger
from assets.text.matcher import Match

RULE = "acts.statement.remark"
SUBJECT, BODY = 60, 5
"""Characters between a speaker and the verb of speaking, an office fits between; and between a state or its body and the verb."""
CLOSING = 3
"""Characters behind a verb that closes its sentence: the subject may open it."""
DATED = 70
"""Characters between the verb and the day on which it was said."""
MUTE = frozenset({"other", "delegate", "director", "member_of_parliament", "commander", "minister"})
"""Offices whose words alone are no diplomacy."""
_VERB = Trigger("statement", "verb", "held")


def remark(page: Page, opening: Callable[[int], bool]) -> Told | None:
    """The statement that headline or lead tells, of one who speaks for a state or an organisation about another one.

    Args:
        opening: whether a paragraph is headline or lead.
    """
    people = {p.number: p for p in page.people}
    for paragraph, span in enumerate(page.sheet.paragraphs):
        if not opening(paragraph) or not _abroad(page, span):
            continue
        denials = {m.start for m in page.words("cue.denial", *span)}
        spoken: list[tuple[Participant, Span, Match]] = []
        for verb in (word for word in page.words("speech", *span) if word.start not in denials):
            sentence = Span(*page.sheet.sentences[page.sheet.sentence_at(verb.start)])
            speaker = next(_persons(page, sentence, verb, people), None) or _body(page, sentence, verb)
            if speaker is not None:
                spoken.append((speaker, sentence, verb))
        if spoken:
            # For a state that is said to condemn something, its minister speaks.
            voices = [s for s in spoken if s[0].person is not None and s[0].country == spoken[0][0].country]
            speaker, sentence, verb = (voices or spoken)[0]
            return _told(page, paragraph, sentence, verb, speaker)
    return None


def _abroad(page: Page, span: Span) -> bool:
    """True where a paragraph speaks of two states, or of a state and an organisation of states."""
    named = {m.value if m.kind == "country" else state_of(m.value) or m.value for m in page.within(*span, "country", "organisation")}
    return len(named | {page.sheet.document.home} - {None}) > 1


def _persons(page: Page, sentence: Span, verb: Match, people: dict[int, Person]) -> Iterator[Participant]:
    """Who is the verb's subject, where that person speaks for a state or an organisation."""
    named = [m for m in page.within(*sentence, "person") if m.person in people]
    inverted = page.sheet.text[verb.start - 2 : verb.start].rstrip(" ").endswith((",", '"', "-"))
    closing = sentence.end - verb.word_end <= CLOSING
    near = [m for m in named if _gap(m, verb) < SUBJECT and (m.end <= verb.start or inverted)] or (named[:1] if closing else [])
    for mention in sorted(near, key=lambda m: _gap(m, verb))[:1]:
        person = people[mention.person or 0]
        role = person.roles[0] if person.roles else None
        if role is None or role.office in MUTE - NEVER_ACTING or not (role.country or role.organisation):
            return
        state = side_of(role.country, role.organisation)
        yield Participant(person.number, state, None if state else role.organisation, role.office, "speaker", mention.start, mention.end)


def _body(page: Page, sentence: Span, verb: Match) -> Participant | None:
    """The state, or the body of a state, that is the verb's subject."""
    for mention in page.within(*sentence, "country", "organisation"):
        state = mention.value if mention.kind == "country" and mention.form in ("name", "short") else state_of(mention.value)
        before = 0 < verb.start - mention.word_end <= BODY and mention.start - sentence.start <= BODY
        if state and before and not mention.inside:
            return Participant(None, state, None, None, "speaker", mention.start, mention.end)
    return None


def _gap(mention: Mention, verb: Match) -> int:
    return max(verb.start - mention.word_end, mention.start - verb.end, 0)


def _told(page: Page, paragraph: int, sentence: Span, verb: Match, speaker: Participant) -> Told:
    report = Report("statement", "held", verb.start, verb.end, page.sheet.sentence_at(verb.start), RULE)
    report.participants, report.main = [speaker], True
    dates = [d for d in page.dates if sentence.start <= d.start < sentence.end and _gap(d, verb) < DATED]
    if date := min(dates, key=lambda d: _gap(d, verb), default=None):
        report.date = settled(date, Hit(_VERB, verb.start, verb.end, verb.word_end, "held", "verb"), page.sheet.document.published)
        report.date_basis = date.form
    return Told(report, "verb", [sentence], [paragraph], firm=[paragraph], starts=[verb.start])
