"""What acts are about: the pack's topic words in the sentences that tell them, and in those that tell what was talked about.

A topic word belongs to the word that governs it: the trigger of an act, or a word of discussing ('discussed', 'the agenda'), which
speaks of the talks told last. Not here: the words themselves (pack), which acts there are (story).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from assets.enriched.reading.acts.story import Told
from assets.enriched.reading.page import Page
from assets.text.matcher import Match

MOST = 4
"""Topics that a report gets at the most: those with the most words."""
FOLLOW = 2
"""Sentences after talks in which 'both sides' without a word of discussing, or no such word at all, still tell of them."""
BESIDE = 12
"""Characters between a topic word and the noun of an act that it is part of the name of: climate summit."""
TALKING = frozenset({"meeting", "consultations", "conference", "call", "visit", "statement", "credentials"})
"""Kinds in which something is talked about."""
SILENT = frozenset({"appointment", "visit"})
"""Kinds that are about a person, whatever else their sentence names: what a guest talks about belongs to the talks."""
GENERAL, FIELD = "cooperation", 34
"""The topic that a field beside it makes a particular one, and the characters between: 'cooperation in the field of energy'."""
INHERENT = {"credentials": "relations"}
"""What a kind of act is about by itself: an envoy is sent for the relations of two states."""
NAMES = frozenset({"organisation", "office", "place", "country", "person"})
Side = Literal["after", "before"]


class _Word(NamedTuple):
    """A word that can govern topic words. told: whose they are, None where it is unknown who talked. talked: it is a word of talking."""

    start: int
    told: Told | None
    talked: bool


class TopicReader:
    """Finds what acts are about.

    Args:
        objects: on which side of a verb the language has its objects.
        joint: pattern of what stands between an office and the fields that it is for: of, and.
    """

    def __init__(self, objects: Side, joint: re.Pattern[str]) -> None:
        self._objects = objects
        self._joint = joint

    def read(self, page: Page, stories: list[Told]) -> None:
        """Set the topics of all reports of a page."""
        if not stories:
            return
        governing = _governing(page, stories)
        main = [t for t in stories if t.report.main and t.report.kind in TALKING]
        counts: dict[int, Counter[str]] = defaultdict(Counter)
        spare: dict[int, Counter[str]] = defaultdict(Counter)
        for number, matches in groupby(self._words(page), lambda match: page.sheet.sentence_at(match.start)):
            here = governing.get(number)
            near = None if here else _nearby(main, governing, number)
            for match in _particular(page.sheet.text, list(matches)) if here or near else ():
                topic = str(match.entry.value)
                for word in self._governors(here, match.start) if here else ():
                    if word.told and _speaks_of(word, word.told, match):
                        counts[id(word.told)][topic] += 1
                if near and near.report.kind not in SILENT:
                    (counts if near.report.kind == "statement" else spare)[id(near)][topic] += 1
        for told in stories:
            own = counts[id(told)] or spare[id(told)] or _of_the_new_date(told, stories, counts)
            if told.report.main and (inherent := INHERENT.get(told.report.kind)):
                own[inherent] += 1
            told.report.topics = [topic for topic, _ in own.most_common(MOST)]

    def _words(self, page: Page) -> Iterator[Match]:
        """Topic words that are no part of a name (La Paz) or of an office, nor of what an office is for: minister of trade."""
        names = sorted((m.word_start, m.word_end) for m in page.mentions if m.kind in NAMES)
        offices = sorted((m.word_start, m.word_end) for m in page.mentions if m.kind == "office")
        ahead = [start for start, _ in offices]
        number = covered = passed = reached = 0
        for match in page.found.get("topic", []):
            while number < len(names) and names[number][0] <= match.start:
                covered = max(covered, names[number][1])
                number += 1
            if match.end <= covered:
                continue
            while passed < len(ahead) and ahead[passed] <= match.start:
                reached = max(reached, offices[passed][1])
                passed += 1
            beside = match.start - reached < BESIDE * 2 or (passed < len(ahead) and ahead[passed] - match.word_end < BESIDE)
            if beside and any(self._field(page.sheet.text, match, a, b) for a, b in offices):
                offices.append((match.word_start, match.word_end))
                reached = max(reached, match.word_end)
                continue
            yield match

    def _field(self, text: str, match: Match, start: int, end: int) -> bool:
        """True for a word beside an office that tells what the office is for."""
        if match.word_end <= start:
            return start - match.word_end < BESIDE and self._joint.fullmatch(text[match.word_end : start]) is not None
        return 0 <= match.start - end < BESIDE * 2 and self._joint.fullmatch(text[end : match.word_start]) is not None

    def _governors(self, words: list[_Word], start: int) -> list[_Word]:
        """The words that a topic word is the object of: those nearest on the side where verbs stand."""
        if any(w.talked for w in words):
            # Where a sentence says what was talked about, an act that it also names is one of the things talked about.
            words = [w for w in words if w.talked or w.told is None or w.told.report.kind not in TALKING]
        starts = [w.start for w in words]
        if self._objects == "after":
            nearest = max((s for s in starts if s <= start), default=min(starts, default=None))
        else:
            nearest = min((s for s in starts if s >= start), default=max(starts, default=None))
        return [w for w in words if w.start == nearest]


def _particular(text: str, matches: list[Match]) -> Iterator[Match]:
    """Topic words without those for cooperation that name its field right beside them."""
    for match in matches:
        fields = (text[min(match.word_end, m.word_end) : max(match.start, m.start)] for m in matches if m.entry.value != GENERAL)
        if match.entry.value != GENERAL or not any(len(gap) < FIELD and not set(",;:.") & set(gap) for gap in fields):
            yield match


def _of_the_new_date(told: Told, stories: list[Told], counts: dict[int, Counter[str]]) -> Counter[str]:
    """What was to be talked about at a meeting that was put off, where the text tells it of the new date."""
    if told.report.status != "cancelled":
        return Counter()
    same = (t for t in stories if t.report.status == "planned" and t.report.kind == told.report.kind and t.sides() == told.sides())
    return next((Counter(counts[id(t)]) for t in same if counts[id(t)]), Counter())


def _speaks_of(word: _Word, told: Told, match: Match) -> bool:
    """True where a topic word says what the act is about, not only what stands in its sentence."""
    report = told.report
    if report.kind in SILENT:
        return False
    if word.talked or report.kind == "signing" or (report.main and report.kind != "visit"):
        return True
    return report.kind == "conference" and match.start - BESIDE < word.start < match.word_end + BESIDE


def _governing(page: Page, stories: list[Told]) -> dict[int, list[_Word]]:
    """The words that can govern topics, by sentence: triggers of acts, words of discussing, 'both sides'."""
    words: dict[int, list[_Word]] = defaultdict(list)
    for told in stories:
        for start in told.starts:
            words[page.sheet.sentence_at(start)].append(_Word(start, told, talked=False))
    triggers = {number: list(here) for number, here in words.items()}
    for kind in ("cue.about", "cue.both"):
        for match in page.found.get(kind, []):
            number = page.sheet.sentence_at(match.start)
            if kind == "cue.both" and number in words:
                continue
            talks = _talks(triggers, number, match.start, None if kind == "cue.about" else FOLLOW)
            if talks is not None or number in triggers:
                words[number].append(_Word(match.start, talks, talked=True))
    return words


def _talks(triggers: dict[int, list[_Word]], number: int, start: int, reach: int | None) -> Told | None:
    """The talks told last before a word of talking; what is yet to come only where nothing else was told.

    What its own sentence tells after it, a summit that was looked back on, is meant only where the main act was not told before.
    """
    told = [w for n in sorted(triggers) if n <= number and (reach is None or number - n <= reach) for w in triggers[n]]
    before = [w for w in told if w.start <= start]
    told = before if any(w.told and w.told.report.main and w.told.report.kind in TALKING for w in before) else told
    talks = [w.told for w in told if w.told and w.told.report.kind in TALKING and w.told.news]
    firm = [t for t in talks if t.report.status == "held"] or talks
    return firm[-1] if firm else None


def _nearby(main: list[Told], governing: dict[int, list[_Word]], number: int) -> Told | None:
    """The main act that a sentence without any word of its own speaks of: the headline, and what follows the telling of one."""
    if main and (number == 0 or main[0].report.kind == "statement"):
        return main[0]
    before = [w.told for n in range(number - FOLLOW, number) for w in governing.get(n, []) if w.told]
    return before[-1] if before and any(t is before[-1] for t in main) else None
