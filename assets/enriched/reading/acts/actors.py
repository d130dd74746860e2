"""Who could take part in an act: persons, offices, bodies and countries of a sentence, and how they stand in it.

Not here: which of them do (reader), people and their offices (people).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from assets.enriched.reading.acts.lexicon import Lexicon
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.acts.titles import titled
from assets.enriched.reading.homes import side_of, state_of
from assets.enriched.reading.model import Mention, Person, Role
from assets.enriched.reading.page import Page
from assets.text.matcher import Match

NAMED = ("name", "official", "short", "capital_government", "our")
"""Forms in which a country can act or be a place; adjectives and inhabitants only qualify others."""
SINGLE = frozenset({"president", "monarch", "crown_prince", "prime_minister", "foreign_minister", "speaker", "secretary_general"})
"""Offices that one person of a state or organisation holds at a time."""
NEVER_ACTING = frozenset({"spokesperson"})
"""Offices that tell of others' acts."""
AT_HOME = frozenset({"prime_minister", "president", "foreign_minister", "head_of_state", "monarch"})
"""Offices that without a name and a country are those of the outlet's own state: the Chancellor."""
QUOTING = 26
"""Characters between a person and the word that makes the person a source only."""
CLOSING = 3
"""Characters of marks and blanks behind the verb that ends a sentence."""
APPOSITION = 48
STANDING = frozenset({"relations", "peace", "conflict", "borders", "cooperation"})
"""Topics of what lasts between states."""
SENDING = 14
"""Characters between somebody and the greetings that are sent: an adjective."""
CHAIN = 4
"""Sentences looked back over for whom a chain of pronouns means."""
NEAR = 16
"""Characters before a pronoun in which a preposition stands."""
DELEGATION = 14
"""Characters that hold the word for a delegation beside its country's adjective."""
PRESS = "register.press"
"""The rule of mentions of outlets: none of them is whose office it is."""
TWIN, TALKS = 2, 40
"""Characters between two adjectives of states, and between them and the talks that they tell whose they are."""
SOURCE = 18
"""Characters between 'according to' and the office of its source, for an adjective or an article."""
NO_SIDES = frozenset({"other", "company", "ngo", "process"})
"""Kinds of organisations that take part in no act of states; a process is what states meet in."""


@dataclass(slots=True)
class Actor:
    """One who could take part. start, end: the whole phrase with office and name.

    kind: person, office (a holder that isn't named), organisation, country. joined: marked as the one with whom.
    quoted: only says something. former: no longer holds the office. absent: sends a greeting or a letter.
    office: the one that the phrase says; held: the first of the person's offices. owner: in the genitive.
    bare: told by the office alone.
    before: joined by a word after it, so to what follows only ('A ilə B arasında görüş').
    front: where the phrase begins with the states and bodies before the office.
    """

    kind: str
    start: int
    end: int
    person: int | None = None
    country: str | None = None
    organisation: str | None = None
    office: str | None = None
    held: str | None = None
    joined: bool = False
    quoted: bool = False
    former: bool = False
    absent: bool = False
    before: bool = False
    owner: bool = False
    bare: bool = False
    suffix: str = ""
    front: int | None = None


class ActorReader:
    """Finds the actors of a sentence.

    Args:
        lexicon: the compiled words of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, page: Page, line: Line, guest: Person | None = None) -> list[Actor]:
        """Actors in the order of the text.

        Args:
            guest: who answers, in an interview.
        """
        mentions = line.mentions
        people = {p.number: p for p in page.people}
        actors = [*self._persons(page.sheet.text, mentions, people), *self._offices(page, mentions)]
        actors += self._others(line, actors)
        actors += self._pronoun(page, line, actors, people)
        actors += _described(page, line, actors, people)
        text = page.sheet.text
        said = line.words("cue.said")
        former, sent = line.words("cue.former"), line.words("cue.sent")
        for actor in actors:
            self._mark(text, actor, line)
            actor.quoted = any(
                (0 <= w.start - actor.end < QUOTING and "," not in text[actor.end : w.start]) or self._sourced(line, actor, w) for w in said
            )
            actor.quoted = actor.quoted or self._tells(line, actor, said)
            actor.former = any(0 <= actor.start - w.end < 8 for w in former)
            actor.absent = any(0 <= w.start - actor.end < SENDING and "," not in text[actor.end : w.start] for w in sent)
        self._first_person(line, actors, guest)
        actors.sort(key=lambda a: a.start)
        self._counterparts(text, line, actors)
        _known(actors, page.people)
        self._join_lists(text, actors)
        return titled(line, actors, self._lexicon.owner_endings if self._lexicon.head_last else ())

    def _first_person(self, line: Line, actors: list[Actor], guest: Person | None) -> None:
        """'I' is who says so in the sentence, and who answers in an interview: '"I met him in Lima," said the minister'."""
        tellers = [a for a in actors if a.quoted and a.person is not None]
        found = self._lexicon.first_person.search(line.text, line.span.start, line.span.end) if tellers or guest is not None else None
        if found is None:
            return
        start, end = found.span()
        if tellers:
            said = min(tellers, key=lambda a: abs(a.start - end))
            actors.remove(said)
            actors.append(replace(said, start=start, end=end, quoted=False, joined=False, suffix=""))
        elif guest is not None and all(a.person != guest.number for a in actors):
            actors.append(replace(_of_person(guest, guest.mentions[0], ""), start=start, end=end))

    def _counterparts(self, text: str, line: Line, actors: list[Actor]) -> None:
        """Countries after a word for counterparts are theirs: 'his counterparts from Peru, Chile and Brazil'."""
        for word in line.words("cue.counterpart"):
            at, gap = word.word_end, self._lexicon.gap
            if first := next((a for a in actors if a.kind == "office" and a.start <= word.start < a.end), None):
                at, gap = first.end, self._lexicon.joint
            for actor in (a for a in actors if a.start >= at):
                if actor.kind not in ("country", "organisation") or not gap.fullmatch(text[at : actor.start]):
                    break
                actor.kind, at, gap = "office", actor.end, self._lexicon.joint

    def _join_lists(self, text: str, actors: list[Actor]) -> None:
        """In a list, what joins one to the act joins all."""
        for left, right in pairwise(actors):
            if left.joined != right.joined and self._lexicon.joint.fullmatch(text[left.end : right.start]):
                left.joined = right.joined = True
                left.before = right.before = left.before or right.before

    def _persons(self, text: str, mentions: list[Mention], people: dict[int, Person]) -> list[Actor]:
        actors: list[Actor] = []
        for mention in mentions:
            if mention.kind not in ("person", "office", "word") or mention.person is None or mention.person not in people:
                continue
            last = next((a for a in reversed(actors) if a.person == mention.person), None)
            if last is not None and mention.start - last.end < APPOSITION:
                last.end, last.suffix = max(last.end, mention.word_end), _suffix(text, mention)
                last.bare = last.bare and mention.kind == "office"
                continue
            actors.append(_of_person(people[mention.person], mention, _suffix(text, mention)))
        return actors

    def _pronoun(self, page: Page, line: Line, actors: list[Actor], people: dict[int, Person]) -> list[Actor]:
        """'He' before the sentence's first person is the one of the headline in the sentence before, else its first."""
        text = page.sheet.text
        pronouns = self._lexicon.pronoun.finditer(text, line.span.start, line.span.end)
        # Behind a preposition of place it is nobody who acts; Spanish 'en el hotel' is no 'él' either.
        found = next((p for p in pronouns if not self._lexicon.here_before.search(text[max(0, p.start() - NEAR) : p.start()])), None)
        if found is None:
            return []
        if subject := min((a for a in actors if a.kind == "person" and a.start < found.start()), key=lambda a: a.start, default=None):
            behind = any(w.start < subject.start for w in line.words("act"))
            return [replace(subject, start=found.start(), end=found.end(), joined=False, suffix="")] if behind else []
        before = self._spoken_of(page, line, people)
        headliners = {m.person for m in page.within(*page.sheet.paragraphs[0], "person")}
        if not before and len(headliners) == 1:
            before = [m for m in page.within(0, line.span.start, "person") if m.person in headliners and m.person in people]
        if not before:
            return []
        topical = [m for m in before if m.person in headliners]
        said = [m for m in before if _tells_there(page, m)]
        chosen = topical[0] if topical and len({m.person for m in topical}) == 1 else (said or before)[0]
        actor = _of_person(people[chosen.person or 0], chosen, "")
        actor.start, actor.end = found.span()
        return [actor]

    def _spoken_of(self, page: Page, line: Line, people: dict[int, Person]) -> list[Mention]:
        """The persons of the sentence before, or before the sentences that begin with a pronoun themselves."""
        number, paragraph = line.number, max(0, line.paragraph - 1)
        for _ in range(CHAIN):
            number = max(0, number - 1)
            start = max(page.sheet.sentences[number].start, page.sheet.paragraphs[paragraph].start)
            before = [m for m in page.within(start, line.span.start, "person", "office") if m.person in people]
            again = self._lexicon.pronoun.search(page.sheet.text, start, page.sheet.sentences[number].end)
            if before and (again is None or before[0].start < again.start()):
                return before
            paragraph = max(0, paragraph - 1)
        return before

    def _offices(self, page: Page, mentions: list[Mention]) -> list[Actor]:
        """Offices without a person, of the country or body beside them."""
        actors = []
        for mention in mentions:
            if mention.kind == "office" and mention.person is None:
                owner = self._owner(page, mention, mentions)
                home = page.sheet.document.home
                if owner is None and home and mention.value in AT_HOME and mention.form == "one":
                    actors.append(Actor("office", mention.word_start, mention.word_end, None, home, None, mention.value))
                # Heads of an organisation who meet are its conference; whom somebody meets is a side.
                met = any(m.kind == "person" and m.end < mention.start for m in mentions)
                if owner is not None and self._acts(owner) and (mention.form != "many" or owner.kind == "country" or met):
                    country = owner.value if owner.kind == "country" else state_of(owner.value)
                    organisation = None if country else owner.value
                    start, end = min(mention.word_start, owner.word_start), max(mention.word_end, owner.word_end)
                    actors.append(Actor("office", start, end, None, country, organisation, mention.value))
                    further = self._further(page, mention, owner, mentions)
                    if mention.form == "many" or len(further) > 1:
                        # Nobody is minister of three states: where a plural is written like the singular, the list tells.
                        actors += [*further, *self._earlier(page, mention, owner, mentions)]
        return actors

    def _earlier(self, page: Page, office: Mention, owner: Mention, mentions: list[Mention]) -> list[Actor]:
        """The states of a list before an office in the plural: 'Türkiye, Azerbaycan ve Gürcistan dışişleri bakanları'."""
        found, first = [], owner
        for mention in reversed([m for m in mentions if m.kind == "country" and not m.inside and m.word_end <= owner.start < office.start]):
            gap = page.sheet.text[mention.word_end : first.word_start]
            if mention.form not in NAMED or not gap.strip() or not self._lexicon.joint.fullmatch(gap):
                break
            found.append(Actor("office", mention.word_start, mention.word_end, None, mention.value, None, office.value))
            first = mention
        return found

    def _further(self, page: Page, office: Mention, owner: Mention, mentions: list[Mention]) -> list[Actor]:
        """The further states of a list after an office in the plural: the ministers of Iran and Syria."""
        found, last = [], owner
        for mention in mentions:
            if mention.kind != "country" or mention.inside or mention.start < last.end:
                continue
            gap = page.sheet.text[last.word_end : mention.start]
            if not (gap.strip() and self._lexicon.joint.fullmatch(gap)):
                break
            found.append(Actor("office", mention.word_start, mention.word_end, None, mention.value, None, office.value))
            last = mention
        return found

    def _tells(self, line: Line, actor: Actor, said: list[Match]) -> bool:
        """True for a subject before a comma whose verb of saying ends the sentence: 'X, Y ile görüştüğünü söyledi'."""
        if not (self._lexicon.head_last and actor.kind == "person" and line.text[actor.end : actor.end + 1] == ","):
            return False
        return any(line.span.end - w.word_end <= CLOSING and w.start > actor.end for w in said)

    def _sourced(self, line: Line, actor: Actor, word: Match) -> bool:
        """True where a word of citing stands right before, a day between or not, without a colon or comma that ends the citation."""
        days = sum(d.word_end - d.start for d in line.dates if word.end <= d.start and d.word_end <= actor.start)
        return 0 <= actor.start - word.end - days < SOURCE and not set(":,") & set(line.text[word.end : actor.start])

    def _acts(self, owner: Mention) -> bool:
        """True for states, their bodies, and organisations of states: no party, company or format is a side."""
        own = owner.kind == "country" or state_of(owner.value) is not None
        return own or self._lexicon.organisation_kind.get(owner.value or "") not in NO_SIDES

    def _owner(self, page: Page, office: Mention, mentions: list[Mention]) -> Mention | None:
        text = page.sheet.text
        for mention in mentions:
            if mention.kind not in ("country", "organisation") or mention.rule == PRESS:
                continue
            if mention.start < office.end and office.start < mention.end:
                return mention
            gap = text[office.word_end : mention.word_start] if mention.start > office.start else text[mention.word_end : office.word_start]
            if len(gap) < APPOSITION and self._lexicon.gap.fullmatch(gap):
                return mention
        return None

    def _others(self, line: Line, taken: list[Actor]) -> list[Actor]:
        actors = []
        for mention in line.mentions:
            if mention.kind not in ("country", "organisation") or mention.inside:
                continue
            if any(a.start <= mention.start < a.end for a in taken):
                continue
            country = mention.value if mention.kind == "country" else state_of(mention.value)
            if mention.kind == "organisation" and country is None and not self._lexicon.is_format(mention.value):
                continue
            if mention.kind == "country" and mention.form not in NAMED and not (_delegated(line, mention) or _paired(line, mention)):
                continue
            organisation = None if country else mention.value
            actors.append(Actor(mention.kind, mention.word_start, mention.word_end, None, country, organisation))
        return actors

    def _mark(self, text: str, actor: Actor, line: Line) -> None:
        lexicon = self._lexicon
        sides = (m for m in line.mentions if m.kind == "country" and 0 <= actor.start - m.word_end <= 1)
        start = next((m.word_start for m in sides if m.form not in NAMED), actor.start)
        before = text[max(line.span.start, start - 24) : start]
        ahead, behind = lexicon.with_before.search(before), lexicon.with_after.match(text, actor.end)
        if behind is not None and actor.person is None and _between(line, behind.end()):
            behind = None
        actor.before = ahead is None and (behind is not None or actor.suffix in lexicon.with_endings)
        actor.joined = ahead is not None or actor.before
        actor.owner = actor.kind == "person" and (actor.suffix or text[actor.start : actor.end].rpartition("'")[2]) in lexicon.owner_endings


def _described(page: Page, line: Line, actors: list[Actor], people: dict[int, Person]) -> Iterator[Actor]:
    """Who is meant by 'the guest' and 'the Kenyan diplomat': the foreigner named last, the one of that state."""
    there = {a.person for a in actors}
    words: list[tuple[Match, str | None]] = [(w, None) for w in line.words("cue.guest")]
    for word in line.words("cue.official"):
        beside = (m for m in line.named("country") if m.form not in NAMED and _next_to(m, word))
        words += [(word, m.value) for m in beside]
    for word, country in words:
        before = [people[m.person] for m in page.within(0, word.start, "person") if m.person in people]
        meant = [p for p in before if p.roles and p.roles[0].office not in NEVER_ACTING and _is_of(p, country, page.sheet.document.home)]
        if meant and meant[-1].number not in there:
            there.add(meant[-1].number)
            actor = _of_person(meant[-1], meant[-1].mentions[0], "")
            yield replace(actor, start=word.start, end=word.word_end, bare=True)


def _next_to(mention: Mention, word: Match) -> bool:
    return 0 <= word.start - mention.word_end <= 1 or 0 <= mention.word_start - word.word_end <= 1


def _is_of(person: Person, country: str | None, home: str | None) -> bool:
    """True for somebody of the country; without one, of another state than the outlet's."""
    own = side_of(person.roles[0].country, person.roles[0].organisation)
    return own == country if country else home is not None and own is not None and own != home


def _known(actors: list[Actor], people: list[Person]) -> None:
    """An office that one person holds at a time means who holds it, where the article names that one: 'his Kenyan counterpart'."""
    there = {a.person for a in actors}
    for actor in actors:
        if actor.kind != "office" or actor.office not in SINGLE:
            continue
        role = (actor.office, actor.country, actor.organisation)
        holders = [p for p in people if p.number not in there and any(_is(r, *role) for r in p.roles)]
        if len(holders) == 1:
            actor.kind, actor.person, actor.held, actor.bare = "person", holders[0].number, actor.office, True


def _is(role: Role, office: str | None, country: str | None, organisation: str | None) -> bool:
    own = side_of(role.country, role.organisation)
    same = own == country if country else role.organisation == organisation
    return role.office == office and same and ".former" not in role.rule


def _tells_there(page: Page, mention: Mention) -> bool:
    """True for a person beside a word of saying: 'Holm told', 'said Holm'."""
    return any(
        w.start >= mention.end or 0 <= mention.start - w.end <= 1
        for w in page.words("cue.said", mention.start - QUOTING, mention.end + CLOSING)
    )


def _between(line: Line, start: int) -> bool:
    """True where what is between states, not talks, follows: 'A ilə B arasında münasibətlər'."""
    follows = [m for m in line.words("topic") if start <= m.start < start + QUOTING and m.entry.value in STANDING]
    return bool(follows) and not line.words_between("act", start, follows[0].start)


def _paired(line: Line, mention: Mention) -> bool:
    """True for one of two adjectives of states side by side that say whose talks are told: 'Egyptian Indian consultations'."""
    twins = [m for m in line.named("country") if m.form not in NAMED and m.value != mention.value]
    twin = next((m for m in twins if 0 < mention.word_start - m.word_end <= TWIN or 0 < m.word_start - mention.word_end <= TWIN), None)
    if twin is None:
        return False
    start, end = min(mention.word_start, twin.word_start), max(mention.word_end, twin.word_end)
    around = [*line.words_between("act", start - TALKS, start), *line.words_between("act", end, end + TALKS // 2)]
    free = [w for w in around if not set(",;:") & set(line.text[min(w.end, end) : max(w.start, start)])]
    lasting = [m for m in line.words_between("topic", start - QUOTING, end + QUOTING) if m.entry.value in STANDING - {"borders"}]
    return bool(free) and not any(abs(m.start - start) < min(abs(w.start - start) for w in free) for m in lasting)


def _delegated(line: Line, mention: Mention) -> bool:
    """True for the adjective of a delegation: 'une délégation iranienne'."""
    near = line.words_between("cue.delegation", mention.word_start - DELEGATION, mention.word_end + DELEGATION)
    return any(0 < mention.word_start - w.word_end <= 1 or 0 < w.start - mention.word_end <= 1 for w in near)


def _suffix(text: str, mention: Mention) -> str:
    return text[mention.end : mention.word_end].lstrip("'-")


def _of_person(person: Person, mention: Mention, suffix: str) -> Actor:
    role = person.roles[0] if person.roles else None
    said = mention.value if mention.kind == "office" else None
    country = side_of(role.country, role.organisation) if role else None
    organisation = role.organisation if role and country is None else None
    office = said or (role.office if role else None)
    span = mention.word_start, mention.word_end
    held, bare = role.office if role else None, mention.kind == "office"
    return Actor("person", *span, person.number, country, organisation, office, held, suffix=suffix, bare=bare)
