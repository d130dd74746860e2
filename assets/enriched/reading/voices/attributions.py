"""Who says so: the outlet, then every source that the text cites, in the order of the text.

Press texts name the outer source first ('Lent.az, citing APA, …'), so the order of the text is the chain.
Not here: what somebody says (quotes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.enriched.reading.acts.lexicon import before
from assets.enriched.reading.entities.spotting import gap_pattern
from assets.enriched.reading.model import Attribution, Mention
from assets.enriched.reading.page import Page
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers
from assets.text.fold import key
from assets.text.matcher import Match
from assets.text.slug import slug_of

REACH = 70
"""Characters between a formula and its source: room for 'the press service of the', not for another clause."""
LEAD = 3
"""Paragraphs, the headline among them, in which a post in social media is the source of the whole article."""
BEFORE_POST = 30
"""Characters before a post in which its writer stands outside the lead: 'Saidow auf Telegram'."""
HEARD = 24
"""Characters between a name and the outlet that heard it: an article, a word for it and a mark of quotation."""
OPENING = 4
"""Paragraphs in which a dateline may stand, the headline among them."""
SIGNATURE = 60
"""Characters of a dateline or of a last line in which an agency signs; longer ones tell something."""
_SIGNED = re.compile(r"[(/\[][^()/\[\]\n]{0,40}$")
"""Before a name: a bracket or a slash that is still open."""
_HEADS = re.compile(r"\s?[:–—-]\s")
"""After a name that heads a paragraph: 'NAME – …'."""
_BREAK = re.compile(r"[;:!?\n]|\. ")
_WORD = re.compile(r"\w+")
BESIDE = 2
"""Words between a formula and a source that is neither press nor a body of a state, at the most: such ones are rarely sources."""
WITHIN = 6
"""Words between a formula and any other source, at the most."""
WITH = 12
"""Characters before a body in which a preposition for 'with' stands."""
INTRODUCED = 40
"""Characters before an outlet that opens its sentence: whose it is, and a noun for it."""
VERB_END = 2
"""Characters behind a verb that ends its sentence, at the most."""
STATE = ("mfa-", "presidency-", "government-", "parliament-", "mod-", "embassy-", "security-council-", "royal-court-")
"""Beginnings of the slugs of states' bodies, which publish what they have to say."""
UNREGISTERED = ("outlet.", "glue.press_nouns")
"""Beginnings of the rules that find outlets which the register does not have."""
REVIEW = 3
"""Outlets beside its own that an article names: then it is a review of the press, and cites all of them."""
OWN_LINE = 90
"""Characters of a last line in which a ministry signs: its full name and a date."""
OWN_WORDS = 4
"""Words beside the name of a body in the line that it signs."""


class AttributionReader:
    """Reads the chain of sources of one language.

    Args:
        pack: for its conjunctions; the formulas come with the page.
        registers: for its outlets.
    """

    def __init__(self, pack: Pack, registers: Registers) -> None:
        self._list = gap_pattern(pack.glue.conjunction)
        self._with = before(pack.acts.cues.with_before)
        self._negated = frozenset(map(key, pack.acts.modal.negated))
        self._goal_endings = frozenset(map(key, pack.glue.goal_endings)) - frozenset(map(key, pack.voices.handed_by_endings))
        self._told_to = frozenset(map(key, pack.voices.told_to))
        self._press = {row.organisation_id for row in registers.press}

    def read(self, page: Page) -> list[Attribution]:
        """The outlet (span of its own mention where it names itself), then the cited sources, each once."""
        cited = sorted(self._cited(page), key=lambda a: a.start)
        outlet = page.sheet.document.outlet
        chain: list[Attribution] = []
        if outlet:
            own = next((a for a in cited if a.source == outlet), None) or _named(page, outlet)
            chain.append(own or Attribution(outlet, 0, 0, "document.outlet"))
        for source in cited:
            if source.source not in {a.source for a in chain}:
                chain.append(source)
        return chain

    def _cited(self, page: Page) -> Iterator[Attribution]:
        for kind in ("before", "told", "label"):
            for formula in page.found.get(f"source.{kind}", ()):
                yield from self._after(page, formula, press_only=kind == "told")
        for formula in page.found.get("source.after", ()):
            if not self._withheld(page, formula):
                yield from self._before(page, formula)
        for formula in page.found.get("source.around", ()):
            if not (found := list(self._before(page, formula, press_only=True))):
                found = list(self._after(page, formula, press_only=True)) or list(self._opener(page, formula))
            yield from found
        for formula in page.found.get("source.said", ()):
            if not self._withheld(page, formula):
                yield from self._sayer(page, formula)
        yield from self._heard(page)
        yield from self._signed(page)
        yield from _own_line(page)
        for formula in page.found.get("source.post", ()):
            yield from self._writer(page, formula)
        yield from self._reviewed(page)

    def _reviewed(self, page: Page) -> Iterator[Attribution]:
        """All outlets that an article names, where they are many."""
        named = {m.value: m for m in reversed(page.mentions) if m.kind == "organisation" and self._is_press(m)}
        if len(named.keys() - {page.sheet.document.outlet}) >= REVIEW:
            yield from (Attribution(m.value or "", m.start, m.end, "voices.review") for m in named.values())

    def _withheld(self, page: Page, formula: Match) -> bool:
        """True where the sentence ends by saying that it was not said: 'Das Ministerium bestätigte den Termin nicht'."""
        sentence = page.sheet.sentences[page.sheet.sentence_at(formula.start)]
        last = page.sheet.text[formula.word_end : sentence.end].rstrip(" .!\"'").rsplit(None, 1)[-1:]
        return bool(last) and last[0] in self._negated

    def _heard(self, page: Page) -> Iterator[Attribution]:
        """Outlets that somebody named right before them spoke to: 'sagte der Minister der «Bild»'."""
        for mention in page.mentions if self._told_to else ():
            if mention.kind != "organisation" or not self._is_press(mention):
                continue
            before = page.sheet.text[max(0, mention.word_start - HEARD) : mention.word_start].rstrip(" \"'«»„“‚").split()
            at = page.sheet.text.rfind(before[-1], 0, mention.word_start) if before and before[-1] in self._told_to else 0
            if at and self._ends(page, at - 1):
                yield Attribution(mention.value or "", mention.start, mention.end, "voices.source.heard")

    def _ends(self, page: Page, at: int) -> bool:
        """True where somebody's name or office ends at an offset."""
        return any(m.word_end == at for m in page.within(max(0, at - REACH), at, "person", "office"))

    def _signed(self, page: Page) -> Iterator[Attribution]:
        """Outlets in brackets or slashes in a dateline, heading a paragraph, at the very end, or alone on the first line or the last."""
        paragraphs = page.sheet.paragraphs
        for start, end in dict.fromkeys([*paragraphs[:OPENING], *paragraphs[-1:]]):
            edge = (start, end) in paragraphs[1:2] + paragraphs[-1:]
            alone = end - start < SIGNATURE and (edge or (start > 0 and _names_bodies_only(page, start, end)))
            for mention in page.within(start, end, "organisation"):
                at_edge = mention.start - start < SIGNATURE or end - mention.end < SIGNATURE
                enclosed = _SIGNED.search(page.sheet.text, max(start, mention.start - SIGNATURE), mention.start)
                heads = mention.start == start and _HEADS.match(page.sheet.text, mention.word_end)
                if self._is_press(mention) and at_edge and (enclosed or alone or heads):
                    yield Attribution(mention.value or "", mention.start, mention.end, "voices.signature")

    def _after(self, page: Page, formula: Match, press_only: bool = False) -> Iterator[Attribution]:
        # A formula may hold the beginning of a body's name: 'the press service of the head of state reports'.
        near = page.within(formula.word_start, formula.word_end + REACH, "organisation")
        for first in self._sources([m for m in near if m.word_end > formula.word_end], press_only):
            between = page.sheet.text[formula.word_end : first.start]
            if (formula.entry.value == "label" and not _begins_line(page, formula)) or self._is_somebodys(page, first):
                return
            if formula.entry.value == "label" or (not _BREAK.search(between) and self._is_near(first, between)):
                yield from self._joint(page, first, formula)
                return

    def _before(self, page: Page, formula: Match, press_only: bool = False) -> Iterator[Attribution]:
        """The source before a formula that follows it: what begins the sentence and is set off by a comma, the formula ending it;
        else the one right before, the nearest that publishes, the nearest.
        """
        if opening := list(self._subject(page, formula)):
            yield from opening
            return
        found = page.within(max(0, formula.word_start - REACH), formula.word_start, "organisation")
        behind = list(reversed(list(self._sources(found, press_only))))
        for last in sorted(behind, key=lambda m: self._is_aside(page, m, formula)):
            between = page.sheet.text[last.word_end : formula.word_start]
            told = not self._is_press(last) and (
                bool(page.within(last.word_end, formula.word_start, "person")) or self._spoken_with(page, last)
            )
            if not _BREAK.search(between) and self._is_near(last, between) and not (told or self._is_goal(page, last, between)):
                yield _attribution(last, formula)
                yield from self._teller(page, last, formula)
                yield from self._citer(page, last, formula)
                return

    def _is_goal(self, page: Page, body: Mention, between: str) -> bool:
        """True for one that publishes nothing in the case of a goal, words behind it: 'Foruma dəvət etdiyini bildirib'."""
        ending = page.sheet.text[body.end : body.word_end].lstrip("'-")
        return bool(between.strip()) and not self._is_issuer(body) and ending in self._goal_endings

    def _citer(self, page: Page, source: Mention, formula: Match) -> Iterator[Attribution]:
        """The outlet right before the source that it cites: 'Report TASS-a istinadən', 'AFP'nin bakanlığa dayandırdığı habere göre'."""
        outlet = _right_before(page, source, BESIDE)
        if outlet is not None and self._is_press(outlet):
            yield _attribution(outlet, formula)

    def _spoken_with(self, page: Page, body: Mention) -> bool:
        """True for a body right behind 'with': somebody speaks of working with it."""
        return self._with.search(page.sheet.text, max(0, body.word_start - WITH), body.word_start) is not None

    def _teller(self, page: Page, outlet: Mention, formula: Match) -> Iterator[Attribution]:
        """The body of a state that told it an outlet, right before it: 'səfirlikdən Report-a bildirilib'."""
        body = _right_before(page, outlet, WITHIN) if self._is_press(outlet) else None
        if body is None or page.within(body.word_end, outlet.start, "person"):
            return
        if (body.value or "").startswith(STATE) or body.form == "body":
            yield _attribution(body, formula)

    def _is_aside(self, page: Page, mention: Mention, formula: Match) -> bool:
        """True for one that publishes nothing and has words between: 'FT … iki AB diplomatına dayandırdığı haberinde'."""
        return not self._is_issuer(mention) and bool(_WORD.search(page.sheet.text[mention.word_end : formula.word_start]))

    def _subject(self, page: Page, formula: Match) -> Iterator[Attribution]:
        sentence = page.sheet.sentences[page.sheet.sentence_at(formula.start)]
        if sentence.end - formula.word_end > VERB_END:
            return
        text = page.sheet.text
        for first in page.within(sentence.start, sentence.start + INTRODUCED, "organisation"):
            opens = first.start - sentence.start <= 2 or (self._is_press(first) and "," not in text[sentence.start : first.start])
            if opens and self._is_issuer(first) and text[first.word_end : first.word_end + 1] == ",":
                yield _attribution(first, formula)
                return

    def _opener(self, page: Page, formula: Match) -> Iterator[Attribution]:
        """The outlet that opens the sentence, whatever it reported before the verb: 'Die Zeitung X hatte im Mai über … berichtet'."""
        sentence = page.sheet.sentences[page.sheet.sentence_at(formula.start)]
        named = page.within(sentence.start, formula.word_start, "organisation", "person")
        issuers = [m for m in named if m.kind == "person" or self._is_issuer(m)]
        opening = issuers[0] if issuers else None
        if opening is None or not self._is_press(opening) or opening.start - sentence.start > INTRODUCED:
            return
        if len({m.value for m in issuers}) == 1 and "," not in page.sheet.text[sentence.start : formula.word_start]:
            yield _attribution(opening, formula)

    def _sources(self, found: list[Mention], press_only: bool) -> Iterator[Mention]:
        for mention in found:
            if not mention.inside and mention.value and (self._is_press(mention) or not press_only):
                yield mention

    def _is_press(self, mention: Mention) -> bool:
        """True for an outlet of the register, and for one that its place in the text shows."""
        return mention.value in self._press or mention.rule.startswith(UNREGISTERED)

    def _is_somebodys(self, page: Page, body: Mention) -> bool:
        """True for a body that only says whose officer a named person is, behind it and its country: whoever speaks then is that person."""
        at = body.word_end
        for mention in () if self._is_press(body) else page.within(at, at + REACH, "country", "office", "person"):
            if page.sheet.text[at : mention.word_start].strip(" ,،"):
                return False
            if mention.kind == "person":
                offices = page.within(max(0, body.start - REACH), mention.start, "office")
                return any(office.person is not None and office.person == mention.person for office in offices)
            at = max(at, mention.word_end)
        return False

    def _is_near(self, mention: Mention, between: str) -> bool:
        """True where few enough words stand between a formula and a source, none of them another clause's."""
        if self._is_issuer(mention):
            return len(_WORD.findall(between)) <= WITHIN
        return len(_WORD.findall(between)) <= BESIDE and "," not in between

    def _is_issuer(self, mention: Mention) -> bool:
        """True for the press and for bodies of states: they publish what they have to say."""
        return self._is_press(mention) or (mention.value or "").startswith(STATE)

    def _joint(self, page: Page, first: Mention, formula: Match) -> Iterator[Attribution]:
        """The source, and its equals in a list: 'the foreign ministries of Azerbaijan and Armenia'."""
        yield _attribution(first, formula)
        last = first
        for other in page.within(first.start, first.word_end + REACH, "organisation"):
            owners = page.within(last.word_end, other.start, "country")
            between = page.sheet.text[owners[-1].word_end if owners else last.word_end : other.start]
            if other.value != first.value and not other.inside and (other.start == first.start or self._is_equal(other, between)):
                last = other
                yield _attribution(other, formula)

    def _is_equal(self, other: Mention, between: str) -> bool:
        """True for an issuer that a conjunction joins to the one before."""
        return self._is_issuer(other) and bool(between.strip()) and self._list.fullmatch(between) is not None

    def _sayer(self, page: Page, formula: Match) -> Iterator[Attribution]:
        """The body of a state or the outlet right before a verb of saying: 'the foreign ministry said'."""
        for mention in page.within(max(0, formula.word_start - REACH), formula.word_start, "organisation"):
            voting = (mention.value or "").startswith("parliament-")
            if mention.word_end + 1 == formula.word_start and self._is_issuer(mention) and not voting:
                yield _attribution(mention, formula)

    def _writer(self, page: Page, formula: Match) -> Iterator[Attribution]:
        """The person or the body of a state whose post it is, where the lead rests on it, or who stands right before it."""
        sentence = page.sheet.sentences[page.sheet.sentence_at(formula.start)]
        first = sentence.start if page.sheet.paragraph_at(formula.start) < LEAD else max(sentence.start, formula.start - BEFORE_POST)
        last = sentence.end if first == sentence.start else formula.start
        issuers = [m for m in page.within(first, last, "organisation") if (m.value or "").startswith(STATE) and not m.inside]
        holders = [m for m in page.within(first, last, "office") if m.person is not None]
        writers = [*page.within(first, last, "person"), *holders, *issuers]
        if writers:
            nearest = min(writers, key=lambda m: (m.start > formula.start, abs(m.start - formula.start)))
            if nearest.kind == "organisation":
                yield _attribution(nearest, formula)
                return
            person = next((p for p in page.people if p.number == nearest.person), None)
            if person is not None:
                yield Attribution(slug_of(person.name), nearest.start, nearest.end, "voices.source.post")


def _right_before(page: Page, source: Mention, words: int) -> Mention | None:
    """The organisation before a source in the same clause, with so many words between them at the most."""
    for other in page.within(max(0, source.start - REACH), source.start, "organisation")[-1:]:
        between = page.sheet.text[other.word_end : source.start]
        if not _BREAK.search(between) and "," not in between and len(_WORD.findall(between)) <= words:
            return other
    return None


def _names_bodies_only(page: Page, start: int, end: int) -> bool:
    """True for a paragraph of nothing but organisations' names: 'APA/dpa'."""
    at = start
    for mention in page.within(start, end, "organisation"):
        if mention.start >= at and _WORD.search(page.sheet.text, at, mention.start):
            return False
        at = max(at, mention.word_end)
    return at > start and not _WORD.search(page.sheet.text, at, end)


def _begins_line(page: Page, label: Match) -> bool:
    """True for a label at the beginning of its paragraph, or behind a bracket."""
    start = page.sheet.paragraphs[page.sheet.paragraph_at(label.start)].start
    return label.start == start or page.sheet.text[label.start - 1] in "(["


def _own_line(page: Page) -> Iterator[Attribution]:
    """A body that signs the last line, with a date or a press office beside its name and nothing told."""
    start, end = page.sheet.paragraphs[-1] if page.sheet.paragraphs else (0, 0)
    for mention in page.within(start, end, "organisation") if 0 < end - start < OWN_LINE else ():
        beside = page.sheet.text[start : mention.start] + page.sheet.text[mention.word_end : end]
        owners = " ".join(page.sheet.text[c.start : c.word_end] for c in page.within(start, end, "country"))
        others = [w for w in _WORD.findall(beside) if not w.isdigit() and w not in _WORD.findall(owners)]
        if (mention.value or "").startswith(STATE) and len(others) <= OWN_WORDS:
            yield Attribution(mention.value or "", mention.start, mention.end, "voices.signature")


def _attribution(mention: Mention, formula: Match) -> Attribution:
    return Attribution(mention.value or "", mention.start, mention.end, f"voices.{formula.entry.kind}:{formula.entry.text}")


def _named(page: Page, outlet: str) -> Attribution | None:
    """The outlet's first mention of itself."""
    for mention in page.mentions:
        if mention.kind == "organisation" and mention.value == outlet:
            return Attribution(outlet, mention.start, mention.end, "document.outlet")
    return None
