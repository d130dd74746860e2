"""Standing roles that the text states: who chairs, belongs to, observes or supports an organisation, and when.

Not here: people's offices (people), meetings of the organisation (acts).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from assets.enriched.reading.entities.spotting import Before, gap_pattern
from assets.enriched.reading.model import Mandate, Mention
from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Span
from assets.enriched.reading.voices.chairs import chaired
from assets.enriched.reading.voices.terms import ENTERED, REACH, distance, handed, period, until
from assets.languages.schema.acts import Trigger
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers
from assets.text.fold import key
from assets.text.matcher import Match, is_part

_COUNTED = re.compile(r"(?<![\w-])\d{1,3}[ -]$")
"""Before a role: it is counted, not held ('the 121-member Movement'); the number of a name counts nothing ('G20 chair')."""
BESIDE = 3
"""Characters between a role and a holder that stands right beside it: 'Kazakh chairmanship'."""
FEW = 4
"""Words between a role and a holder behind it at the most: 'the chairmanship of the group to Peru'."""
CHAIRED = frozenset({"chair", "co_chair"})
"""Roles that somebody has in a meeting too."""
TALKS = frozenset({"meeting", "consultations", "call"})
NAMED, ACT = 45, 30
"""Characters from a role to the body that it is in, and to the meeting that it is the chair of."""
OF_THE = 2
"""Words between a role and the body behind it at the most."""
BODIES = frozenset({"igo", "process"})
"""Kinds of organisations in which countries hold roles."""
SINGLE = frozenset({"chair", "vice_chair", "coordinator", "candidate"})
"""Roles that one holder has; those of the others may be lists, and organisations may hold them too."""
CHAIRS = frozenset({"chair", "coordinator", "other"})
"""Offices that are roles themselves."""
OFFICE = 60
"""Letters of the longest office that such a word ends."""
MEMBERS = 20
"""Characters between a role and the noun for its holders in general: 'member and observer countries'."""
LISTED = 14
"""Characters of that noun before the list of them: 'member countries A, B and C'."""
PRESIDED = {"eu": "eu-council"}
"""Organisations with the body of theirs that a country presides over where it is said to preside over them (TEU, article 16)."""
ARTICLE = 5
"""Characters of blank and article between a verb of joining and the body."""
SEAT = 24
"""Characters from a word for a candidate to one for the seat that is sought."""
GLUE = 22
"""Characters between two of a list at the most."""
MEMBER, STEM = "member", 4
"""The role of who has a seat; letters by which two forms of a noun are one."""
CANDIDATE = "candidate"
"""The role that nobody hands over: whoever is behind 'of' is the candidate."""
SPECIFIC = frozenset({"co_chair", "coordinator"})
"""Roles whose words speak of an organisation even where the sentence names none."""


class MandateReader:
    """Reads mandates of one language."""

    def __init__(self, pack: Pack, registers: Registers) -> None:
        self._bodies = {row.organisation_id for row in registers.organisations if row.kind in BODIES}
        self._from = frozenset(map(key, pack.voices.handed_by))
        self._from_endings = frozenset(map(key, pack.voices.handed_by_endings))
        self._body_endings = frozenset(map(key, [*pack.glue.owner_endings, *pack.glue.place_endings]))
        self._of = frozenset(words.split()[0] for words in map(key, pack.glue.of) if words)
        self._joining = frozenset(map(key, pack.glue.conjunction)) | {","}
        self._glue = gap_pattern(pack.glue.conjunction)
        self._to = Before(pack.glue.goal_before)
        self._final = pack.people.head == "last"
        self._negated = frozenset(map(key, pack.acts.modal.negated))
        self._refused = frozenset(map(key, pack.voices.denied))
        self._refused_after = frozenset(map(key, pack.voices.denied_after))
        self._goal_endings = frozenset(map(key, pack.glue.goal_endings)) - self._from_endings

    def read(self, page: Page) -> list[Mandate]:
        """One mandate a holder, organisation and role; the account with a period goes before one without."""
        found: dict[tuple[str | None, ...], Mandate] = {}
        words = [*page.found.get("mandate", ()), *page.found.get("mandate.joined", ()), *page.found.get("mandate.entered", ())]
        for word in (w for w in words if not any(is_part(w, other) for other in words)):
            if _COUNTED.search(page.sheet.text, max(0, word.word_start - 6), word.word_start):
                continue
            if _of_a_person(page, word) or self._denied(page, word) or self._denied_behind(page, word):
                continue
            if _sought(word, words) or self._elsewhere(page, word):
                continue
            for mandate in self._around(page, word):
                natural = (mandate.country, mandate.holder_organisation, mandate.organisation, mandate.role)
                known = found.get(natural)
                if known is None or (known.period is None and mandate.period is not None):
                    found[natural] = mandate
        for mandate in chaired(page, self._bodies):
            found.setdefault((mandate.country, None, mandate.organisation, mandate.role), mandate)
        return sorted(found.values(), key=lambda m: (m.start, m.role))

    def _around(self, page: Page, word: Match) -> Iterator[Mandate]:
        sentence = page.sheet.sentences[page.sheet.sentence_at(word.start)]
        role = str(word.entry.value)
        sides = self._sides(page, word, sentence, role)
        holders = self._holders(page, word, role, sides)
        organisation = self._organisation(page, word, role, holders)
        if organisation is None:  # what looked like one list with its members is what they are members of
            holders = [h for h in holders if h.kind == "country"]
            organisation = self._organisation(page, word, role, holders)
        if organisation is None:
            return
        if role == "chair":
            organisation = PRESIDED.get(organisation, organisation)
        term = period(page, word, sentence)
        left = [h for h in holders if len(holders) > 1 and role in SINGLE and self._is_left(page, h, word)]
        given, taken = handed(page, sentence, term) if left and _handing(page, word) else (until(term), term)
        for body in [organisation, *(self._listed(page, sentence, organisation) if role == "member" else ())]:
            for holder in holders:
                if holder.value != body:
                    yield _mandate(holder, body, role, given if holder in left else taken, word)

    def _listed(self, page: Page, sentence: Span, organisation: str) -> list[str]:
        """The bodies before one in a list with nothing but a conjunction between: 'NATO ve AB üyesi'."""
        bodies = [m for m in page.within(*sentence, "organisation") if m.value in self._bodies and not m.inside]
        at = next((n for n, m in enumerate(bodies) if m.value == organisation), 0)
        found: list[str] = []
        while at and page.sheet.text[bodies[at - 1].word_end : bodies[at].word_start].strip() in self._joining:
            at -= 1
            found.append(str(bodies[at].value))
        return found

    def _sides(self, page: Page, word: Match, sentence: Span, role: str) -> list[Mention]:
        """Countries and bodies of the sentence, words for the country last spoken of among them; a list in brackets alone."""
        start, end = self._brackets(page, word, sentence) or sentence
        if word.entry.kind == "mandate.joined":  # who joined stands before what it joined
            end = word.start
        named = [
            m
            for m in page.within(start, end, "country", "organisation")
            if not m.inside and (m.kind == "country" or m.value in self._bodies)
        ]
        nouns = (m for m in page.words("country_again", start, end) if role in SINGLE or not 0 <= m.start - word.end <= MEMBERS)
        again = [_again(page, match) for match in nouns]
        return sorted([*named, *(m for m in again if m)], key=lambda m: m.start)

    def _brackets(self, page: Page, word: Match, sentence: Span) -> Span | None:
        opening = page.sheet.text.find("(", word.word_end, min(sentence.end, word.word_end + 12))
        closing = page.sheet.text.find(")", opening) if opening >= 0 else -1
        listed = page.within(opening, closing, "country", "organisation") if closing > 0 else []
        return Span(opening, closing) if len(listed) > 1 else None

    def _holders(self, page: Page, word: Match, role: str, sides: list[Mention]) -> list[Mention]:
        """The nearest country, and where the role allows it the others of its list; in a single role who hands it over."""
        countries = [m for m in sides if m.kind == "country"]
        if not countries:
            return []
        if word.entry.kind == ENTERED:
            return self._subjects(page, word, countries)
        if self._final and page.sheet.text[word.word_end : word.word_end + 1] == ",":  # a predicate that ends its clause
            countries = [m for m in countries if m.start < word.start] or countries
        nearest = min(countries, key=lambda m: (self._hands_over(page, m), self._is_object(page, m, word, role), distance(m, word)))
        if distance(nearest, word) > REACH and len({m.value for m in countries}) > 1:
            return []
        if role == CANDIDATE:
            return [m for m in countries if m is nearest or (m.end <= word.start and self._one_list(page, m, nearest, countries))]
        if role in SINGLE and not self._goal_endings and (handing := _handing(page, word)):
            return self._giver_and_taker(page, handing[0], countries) or [nearest]
        if role in SINGLE:
            taken = [m for m in countries if m.value != nearest.value and self._is_goal(page, m) and _handing(page, word)]
            return [nearest, *(m for m in countries if m.value != nearest.value and self._hands_over(page, m)), *taken]
        held = [m for m in sides if m.kind == "country" or not (self._is_behind(page, m, word) or self._is_body(page, m))]
        others = [w.start for w in page.found.get("mandate", ()) if w.end <= word.start or word.end <= w.start]
        held = [m for m in held if m is nearest or not any(min(m.start, word.start) < at < max(m.start, word.start) for at in others)]
        if listed := next((m for m in countries if 0 <= m.start - word.word_end <= LISTED), None):
            between = page.sheet.text[word.word_end : listed.start]
            if len(between.split()) == 1 and "," not in between:
                nearest, held = listed, [m for m in held if m.start >= listed.start]
        return [m for m in held if m is nearest or self._one_list(page, m, nearest, held)]

    def _giver_and_taker(self, page: Page, handing: Match, countries: list[Mention]) -> list[Mention]:
        """Who hands a role over, before the verb or after 'from', and the first other country behind: 'передал … Мальте'."""
        giver = [m for m in countries if m.word_end <= handing.word_start or self._hands_over(page, m)][-1:]
        behind = [m for m in countries if m.start > handing.end and m.value not in {g.value for g in giver}]
        taker = [m for m in behind if self._to.ends(page.sheet.text[max(0, m.word_start - GLUE) : m.word_start])] or behind
        return [*taker[:1], *giver]

    def _subjects(self, page: Page, word: Match, countries: list[Mention]) -> list[Mention]:
        """Who joins or leaves a body: the last country before the verb with those of its list, else the first one behind."""
        before = [m for m in countries if m.word_end <= word.word_start and distance(m, word) <= REACH]
        if not before:
            return [m for m in countries if m.start > word.end][:1]
        return [m for m in before if m is before[-1] or self._one_list(page, m, before[-1], before)]

    def _one_list(self, page: Page, a: Mention, b: Mention, sides: list[Mention]) -> bool:
        """True where only short glue stands between the two, other sides of the list apart."""
        first, last = sorted((a, b), key=lambda m: m.start)
        chain = [m for m in sides if first.start <= m.start <= last.start]
        return all(self._glued(page.sheet.text[x.word_end : y.start], x.kind == y.kind) for x, y in pairwise(chain))

    def _glued(self, gap: str, alike: bool) -> bool:
        """True for short glue between two sides; between a country and a body one word or conjunctions alone: 'Hungary and ECO'."""
        words = len(gap.replace(",", " ").replace("،", " ").split())
        if not alike:
            return words <= 1 or self._glue.fullmatch(gap) is not None
        return len(gap) <= GLUE and (words <= OF_THE or "," in gap or "،" in gap)

    def _organisation(self, page: Page, word: Match, role: str, holders: list[Mention]) -> str | None:
        """The body of the sentence, or the noun for one, nearest to the role; else the last named where the role is plain."""
        sentence = page.sheet.sentences[page.sheet.sentence_at(word.start)]
        bodies = [m for m in page.within(0, sentence.end, "organisation") if m.value in self._bodies and not m.inside]
        earlier = [m.value for m in bodies if m.start < sentence.start]
        here = [m for m in bodies if m.start >= sentence.start]
        if word.entry.kind == ENTERED:
            here = [m for m in here if 0 <= m.start - word.word_end <= ARTICLE and not _goes_on(page, m)]
            again = page.words("movement", word.word_end, word.word_end + ARTICLE) if earlier and not here else []
            return here[0].value if here else _meant(page, again[0], bodies) if again else None
        if word.entry.kind == "mandate.joined":
            here, earlier = [m for m in here if self._is_goal(page, m) and 0 <= word.start - m.word_end <= REACH], []
        if role == CANDIDATE:
            own = [m for m in here if 0 <= word.start - m.word_end <= 1]
            here = own or [m for m in here if m.start > word.start] or here
        named = [(distance(m, word), m.value) for m in here if m not in holders and not _in_brackets(page, m)]
        nouns = [n for n in page.words("movement", *sentence) if not _is_named(page, n, here, self._final)]
        named += [(max(n.start - word.end, word.start - n.end, 0), _meant(page, n, bodies)) for n in nouns if earlier]
        if named:
            return min(named, key=lambda pair: pair[0])[1]
        plain = role in SPECIFIC or any(distance(h, word) <= BESIDE for h in holders)
        return Counter(earlier).most_common(1)[0][0] if plain and earlier else None

    def _is_left(self, page: Page, holder: Mention, word: Match) -> bool:
        """True for the holder until now: the one it comes from, or who hands it to another one."""
        if self._hands_over(page, holder):
            return True
        handing = _handing(page, word)
        to = self._is_goal(page, holder) if self._goal_endings else any(holder.start > h.end for h in handing)
        return bool(handing) and not to

    def _is_object(self, page: Page, named: Mention, word: Match, role: str) -> bool:
        """True for a country further behind a role than its own holder stands: 'holds the chair and has invited Peru'."""
        if self._final or role not in SINGLE or _handing(page, word):
            return False
        return len(_between(page, word, named)) > FEW

    def _is_behind(self, page: Page, named: Mention, word: Match) -> bool:
        """True for a body right behind a role, or with no more than 'of the' between: 'member of the Security Council'."""
        between = _between(page, word, named)
        of = 0 < len(between) <= OF_THE and between[0] in self._of and named.start > word.start
        return of or 0 <= named.start - word.end <= BESIDE

    def _is_body(self, page: Page, named: Mention) -> bool:
        """True for a body in the case of what a role is in, of or to: 'ECO'nun üyesi', 'Bankına üzv'."""
        ending = page.sheet.text[named.end : named.word_end].lstrip("'-")
        return ending in self._body_endings or ending in self._goal_endings

    def _denied(self, page: Page, word: Match) -> bool:
        """True where the word before or behind says that it is not so: 'не вошел', 'üye değil'."""
        text = page.sheet.text
        following = text[word.word_end : word.word_end + BESIDE + OFFICE].split(maxsplit=1)
        if following and following[0].strip(".,;") in self._negated:
            return True
        first = max(0, word.word_start - OFFICE, *(m.word_end for m in page.within(0, word.word_start, "country")[-1:]))
        if self._refused & set(text[first : word.word_start].replace("'", " ").split()):
            return True
        before = text[max(0, word.word_start - OFFICE) : word.word_start].split()
        return bool(before) and (before[-1] in self._negated or " ".join(before[-2:]) in self._negated)

    def _denied_behind(self, page: Page, word: Match) -> bool:
        """True where the verb right behind the body says that it is not so: 'عضو ناتو نیست'."""
        if not self._refused_after:
            return False
        body = next(iter(page.within(word.word_end, word.word_end + NAMED, "organisation")), None)
        following = page.sheet.text[body.word_end : body.word_end + OFFICE].split(maxsplit=1) if body is not None else []
        return bool(following) and following[0].strip(".,;،؛»") in self._refused_after

    def _elsewhere(self, page: Page, word: Match) -> bool:
        """True for the role in a meeting or in something that is no known body: 'chaired the talks', 'members of the Quintet'."""
        behind = page.within(word.word_end, word.word_end + NAMED, "organisation")
        first = behind[0].start if behind else word.word_end + NAMED
        acts = filter(_is_talk, page.words("act", word.word_end, min(first, word.word_end + ACT)))
        if word.entry.value in CHAIRED and any("," not in page.sheet.text[word.word_end : act.start] for act in acts):
            return True
        following = page.sheet.text[word.word_end : word.word_end + NAMED].split(maxsplit=OF_THE)
        if behind or len(following) <= OF_THE or following[0] not in self._of:
            return False
        at = page.sheet.text.index(following[OF_THE], word.word_end)
        return page.sheet.capital(at) and not page.within(at, at + 1, "country") and not page.words("movement", at, at + 1)

    def _is_goal(self, page: Page, named: Mention) -> bool:
        """True for a name in the case of what something goes to."""
        return page.sheet.text[named.end : named.word_end].lstrip("'-") in self._goal_endings

    def _hands_over(self, page: Page, holder: Mention) -> bool:
        text = page.sheet.text
        before = text[max(0, holder.word_start - 12) : holder.word_start].split()
        ending = text[holder.end : holder.word_end].lstrip("'-")
        return bool(before and before[-1] in self._from) or ending in self._from_endings


def _is_talk(match: Match) -> bool:
    """True for a noun of talks, which somebody chairs who chairs no body by that."""
    told = match.entry.value
    return isinstance(told, Trigger) and told.mood is None and told.kind in TALKS


def _between(page: Page, word: Match, named: Mention) -> list[str]:
    """The words between a role and a name behind it."""
    return page.sheet.text[word.word_end : max(named.word_start, word.word_end)].split()


def _sought(word: Match, words: list[Match]) -> bool:
    """True for a seat that somebody is a candidate for: 'brigue un siège au Conseil'."""
    seat = str(word.entry.value) == MEMBER
    return seat and any(w.entry.value == CANDIDATE and w.start < word.start and word.start - w.end < SEAT for w in words)


def _of_a_person(page: Page, word: Match) -> bool:
    """True for a word that is part of another office that somebody holds: the speaker is also a parliament's 'sədr'."""
    offices = page.within(max(0, word.start - OFFICE), word.end, "office")
    return any(o.person is not None and o.start <= word.start < o.end and o.value not in CHAIRS for o in offices)


def _again(page: Page, match: Match) -> Mention | None:
    """The country last spoken of before these words, by its name or by a person who speaks for it."""
    countries = {person.number: person.country for person in page.people}
    for mention in reversed(page.within(0, match.start, "country", "person")):
        value = mention.value if mention.kind == "country" else countries.get(mention.person or -1)
        if value:
            return replace(
                mention, kind="country", value=value, start=match.start, end=match.end, word_start=match.word_start, word_end=match.word_end
            )
    return None


def _meant(page: Page, noun: Match, bodies: list[Mention]) -> str | None:
    """The body that a noun means: the last before it whose name holds the word ('the Forum'), else the last."""
    before = [m for m in bodies if m.start < noun.start]
    word = page.sheet.text[noun.start : noun.end].rsplit(None, 1)[-1]
    alike = [m for m in before if any(w[:STEM] == word[:STEM] for w in page.sheet.text[m.start : m.end].split())]
    return (alike or before)[-1].value


def _is_named(page: Page, noun: Match, bodies: list[Mention], final: bool) -> bool:
    """True for a noun that is part of a body's name, or goes on to say which body it is: 'Council of Ministers'.

    Args:
        final: heads come last, so that an office behind the noun is one in the body.
    """
    of_offices = not final and page.words("office", noun.word_end, noun.word_end + 2)
    return bool(of_offices) or any(m.start <= noun.start < m.word_end for m in bodies)


def _handing(page: Page, word: Match) -> list[Match]:
    """The verbs by which the sentence says that the role is handed over."""
    return page.words("mandate.handed", *page.sheet.sentences[page.sheet.sentence_at(word.start)])


def _goes_on(page: Page, body: Mention) -> bool:
    """True where a body only says whose something is, right behind it: 'joined NATO talks', 'left the EU summit'."""
    return any(page.words(kind, body.word_end + 1, body.word_end + 2) for kind in ("act", "office", "mandate"))


def _in_brackets(page: Page, mention: Mention) -> bool:
    text = page.sheet.text
    opening = text.rfind("(", max(0, mention.start - 200), mention.start)
    return opening >= 0 and ")" not in text[opening : mention.start] and "," in text[opening : mention.start]


def _mandate(holder: Mention, organisation: str, role: str, period: str | None, word: Match) -> Mandate:
    country = holder.value if holder.kind == "country" else None
    body = holder.value if holder.kind == "organisation" else None
    return Mandate(organisation, role, word.start, word.end, f"voices.mandate.{role}:{word.entry.text}", country, body, None, period)
