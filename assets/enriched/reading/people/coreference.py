"""Offices that follow from another person's: successors, appointees; and office words that mean a person.

Not here: counterparts (counterparts), 'both sides' and the like (acts), who speaks (voices).
"""

from __future__ import annotations

from collections.abc import Callable

from assets.enriched.reading.model import Person, Role
from assets.enriched.reading.people.canvas import Canvas
from assets.enriched.reading.people.phrases import Phrase
from assets.enriched.reading.people.roles import ENVOYS, HELD_BY_STATES, side
from assets.languages.schema.acts import Trigger
from assets.languages.schema.people import OfficeForm, TitleForm
from assets.text.matcher import Match

GENERIC = {
    "minister": frozenset({"foreign_minister", "minister", "deputy_foreign_minister", "deputy_minister"}),
    "head_of_state": frozenset({"president", "monarch", "head_of_state"}),
    "secretary_general": frozenset({"secretary_general"}),
}
"""Offices that a more general word may stand for."""
MAKERS = frozenset({"president", "monarch", "head_of_state", "prime_minister"})
"""Offices that appoint others."""
HEADS = MAKERS | {"foreign_minister"}
"""Offices whose holders a text calls by the office alone."""
OTHER, STEM = "other", 5
"""The code of offices without one of their own, and the letters by which two words for such an office are one."""
ENDING = 3
"""Letters that inflection may change at the end of a word."""
SUCCEEDED = 60
"""Characters between the word for a succession and one of the two whom it speaks of: 'instead of this' speaks of nobody."""
POST = 60
"""Characters between a state and its post abroad."""
APPOINTING = 40
"""Characters between an office and the verb that gives or takes it: 'to the post of', 'by a decree' fit between."""
SENT = frozenset({"special_envoy", "head_of_mission"})
"""Offices that a state gives to those whom it sends, as envoys'."""
INSTALLED = 90
"""Characters between an office with its post and the verb behind it that gives it."""
TRANSFER = 120
"""Characters between a verb that gives an office and the office after 'as': the one that is left may stand between."""
AHEAD = 250
"""Characters behind an office without a name, from a headline into the lead, in which its holder may be named first."""
LEAD = 3
"""Paragraphs of headline and lead."""
VAGUE = frozenset({"other", "minister", "member_of_parliament", "delegate", "chair", "director"})
"""Offices too general to be given away without a name beside them."""


def unnamed(phrases: list[Phrase]) -> dict[str, str]:
    """Offices at the head of a state that stand without a name in the article, with the one state that they are named of."""
    named: dict[str, set[str]] = {}
    for phrase in phrases:
        code = phrase.offices[0][0]
        country = None if phrase.bound or phrase.many or code not in HEADS else side(code, phrase)[0]
        if country is not None:
            named.setdefault(code, set()).add(country)
    return {code: min(countries) for code, countries in named.items() if len(countries) == 1}


def successions(canvas: Canvas, people: list[Person]) -> None:
    """Where one person is said to follow another, the one without an office has the other's."""
    for piece in canvas.pieces:
        if not (isinstance(piece.value, TitleForm) and piece.value.sort == "succession"):
            continue
        sentence = canvas.page.sheet.sentence_at(piece.start)
        near = _in_sentences(people, sentence, sentence)
        if not any(-SUCCEEDED < m.start - piece.end < SUCCEEDED for p in near for m in p.mentions):
            continue
        bare = [p for p in near if all(".former" in r.rule for r in p.roles)]
        held = [p for p in people if p.roles]
        holders = [p for p in near if p not in bare] or _in_sentences(held, sentence - 1, sentence - 1)
        holders = holders or _in_sentences([p for p in held if p.roles[0].office not in MAKERS], sentence - 2, sentence - 2)
        if len(bare) == 1 and holders:
            role = max(holders, key=lambda p: _last(p, piece.end)).roles[0]
            bare[0].roles.insert(0, Role(role.office, role.country, role.organisation, piece.start, piece.end, "people.succession"))


def appointments(canvas: Canvas, phrases: list[Phrase], people: list[Person]) -> None:
    """Where an office is said to be given or taken, it goes to the one named last before it who has none.

    The office stands between the name and the verb in languages that end with the verb, after the verb in the others.
    There several envoys may share the verb: 'A Azərbaycanın Argentinada, B isə Ukraynada səfiri təyin edilib'.
    """
    for phrase in phrases:
        if phrase.bound or phrase.many or phrase.counterpart or phrase.former:
            continue
        if (installed := _installed(canvas, phrase, people)) is not None:
            _install(canvas, phrase, installed, people)
            continue
        if not _given(canvas, phrase):
            continue
        sentence = canvas.page.sheet.sentence_at(phrase.start)
        begun = canvas.page.sheet.sentences[sentence].start
        before = [p for p in _in_sentences(people, sentence, sentence) if _last(p, phrase.start) >= begun]
        bare = [p for p in before if _free(p)]
        if _as(canvas, phrase):
            bare = bare or [p for p in before if _beside_maker(p)] or ([] if before else _behind(canvas, people, sentence, phrase))
        if canvas.lexis.head_last:
            bare = bare or [p for p in before if p.roles[0].office not in MAKERS]
        elif phrase.offices[0][0] in MAKERS - {"prime_minister"}:
            continue
        if bare:
            code, start, end = phrase.offices[0]
            named = max(bare, key=lambda p: _last(p, phrase.start))
            named.roles = [] if _as(canvas, phrase) and _beside_maker(named) else named.roles
            all_of_them = canvas.lexis.head_last and code in ENVOYS and not named.roles
            home = canvas.page.sheet.document.home
            told = any(p.country not in (None, home) and p is not named and _last(p, phrase.start) >= 0 for p in people)
            own = _own(canvas, phrase, people, at_home=canvas.lexis.head_last or not told)
            for person in bare if all_of_them else [named]:
                person.roles.insert(0, Role(code, *own, start, end, "people.appointment"))
            phrase.bound = True
    _posts(canvas, people)


def _free(person: Person) -> bool:
    """True for somebody of whom no office is told yet that is held: a former one and a calling are none."""
    return all(".former" in r.rule or (r.office == OTHER and not (r.country or r.organisation)) for r in person.roles)


def _installed(canvas: Canvas, phrase: Phrase, people: list[Person]) -> Person | None:
    """Who is named right behind the verb that gives an office in another case than the dictionary's: 'Послом в Кении назначен X'."""
    if canvas.lexis.head_last or not phrase.inflected:
        return None
    sheet = canvas.page.sheet
    end = sheet.sentences[sheet.sentence_at(phrase.start)].end
    given = [m for m in canvas.page.words("act", phrase.end, min(end, phrase.end + INSTALLED)) if _gives(m)]
    for act in given[:1]:
        free = [(m.start, p) for p in people for m in p.mentions if act.end <= m.start < min(end, act.end + APPOINTING) and _free(p)]
        if free:
            return min(free, key=lambda found: found[0])[1]
    return None


def _install(canvas: Canvas, phrase: Phrase, person: Person, people: list[Person]) -> None:
    """Give somebody an office; an envoy without a state of his own is of who appoints him, or of the outlet's."""
    code, start, end = phrase.offices[0]
    person.roles.insert(0, Role(code, *_own(canvas, phrase, people), start, end, "people.appointment"))
    phrase.bound = True


def _own(canvas: Canvas, phrase: Phrase, people: list[Person], at_home: bool = True) -> tuple[str | None, str | None]:
    """The side of an office that somebody is given: the one it names, else of who gives it; an envoy is the outlet's own.

    Args:
        at_home: nobody is named before who may tell otherwise whose envoy it is.
    """
    code, home = phrase.offices[0][0], canvas.page.sheet.document.home
    own = side(code, phrase)
    if not any(own) and code in HELD_BY_STATES | SENT:
        own = _maker(people, canvas.page.sheet.sentence_at(phrase.start))
    return (home, None) if at_home and not any(own) and code in ENVOYS | SENT else own


def _maker(people: list[Person], sentence: int) -> tuple[str | None, str | None]:
    """The state whose head or government, or the organisation whose head, named in the sentence, gives an office of its own."""
    heads = MAKERS | {"secretary_general", "director_general", "high_representative"}
    makers = (p.roles[0] for p in _in_sentences(people, sentence, sentence) if p.roles and p.roles[0].office in heads)
    return next(((r.country, r.organisation) for r in makers if r.country or r.organisation), (None, None))


def _posts(canvas: Canvas, people: list[Person]) -> None:
    """'To the embassy in X [was appointed] Y': the one named next, else the one named last before, has the office."""
    page = canvas.page
    posts = page.found.get("post", [])
    for number, post in enumerate(posts):
        span = page.sheet.sentences[page.sheet.sentence_at(post.start)]
        acts = [m for m in page.words("act", post.start, span.end) if _gives(m) and _closes(page.sheet.text[post.end : span.end], m, post)]
        if not acts or not isinstance(post.entry.value, OfficeForm):
            continue
        until = min([span.end if acts[0].start < post.end else acts[0].start, *(p.start for p in posts[number + 1 : number + 2])])
        named = [(m.start, p) for p in people for m in p.mentions if span.start <= m.start < until]
        after, before = [n for n in named if n[0] > post.end], [n for n in named if n[0] < post.start]
        if after or before:
            person = (min(after) if after else max(before))[1]
            near = page.within(max(span.start, post.start - POST), post.start, "country")
            own = [m.value for m in near if m.word_end > m.end and not any(n.start <= m.start < n.end for p in people for n in p.mentions)]
            code = post.entry.value.code
            maker = person.country or _maker(people, page.sheet.sentence_at(post.start))[0]
            country = next(iter(own), None) or (page.sheet.document.home if code in ENVOYS else maker)
            person.roles.insert(0, Role(code, country, None, post.start, post.end, "people.appointment"))


def _closes(rest: str, act: Match, post: Match) -> bool:
    """True for an act after a post, and for one that begins with the post and has its closing verb after it."""
    close = getattr(act.entry.value, "close", "")
    return f" {close}" in rest if close else act.start >= post.end


def _given(canvas: Canvas, phrase: Phrase) -> bool:
    """True where words of appointing stand right after an office, or before it in languages that do not end with the verb."""
    if _as(canvas, phrase):
        until = (
            canvas.page.sheet.sentences[canvas.page.sheet.sentence_at(phrase.start)].end if canvas.lexis.head_last else phrase.end + POST
        )
        behind = canvas.page.words("act", phrase.end, until)
        before = canvas.page.words("act", phrase.start - TRANSFER, phrase.start) if not canvas.lexis.head_last else []
        return any(map(_gives, [*behind, *before]))
    first, last = (phrase.end, phrase.end + APPOINTING) if canvas.lexis.head_last else (phrase.start - APPOINTING, phrase.start)
    given = filter(_gives, canvas.page.words("act", first, last))
    # A noun right after an office is what it is made of: 'the minister's appointment'.
    return any(not canvas.lexis.head_last or m.entry.value.mood is not None for m in given)  # type: ignore[attr-defined]


def _as(canvas: Canvas, phrase: Phrase) -> bool:
    """True for an office after 'as', where the verb that gives it stands at the end."""
    given_as = canvas.lexis.given_as
    if canvas.lexis.head_last:
        return canvas.word(canvas.skip(phrase.end)) in given_as
    return bool(given_as) and canvas.text[max(0, phrase.start - APPOINTING) : phrase.start].rstrip().endswith(given_as)


def _other_post(canvas: Canvas, person: Person) -> bool:
    """True for an officer who may be given another post, in languages that name it before him: 'temsilci olarak … Sözcüsü X atandı'."""
    return canvas.lexis.head_last and person.roles[0].office not in MAKERS


def _behind(canvas: Canvas, people: list[Person], sentence: int, phrase: Phrase) -> list[Person]:
    """The one named next where the office opens the sentence: 'Zur Botschafterin in Peru wurde X ernannt'."""
    known = any(side(phrase.offices[0][0], phrase)) or phrase.offices[0][0] in ENVOYS
    bare = [p for p in _in_sentences(people, sentence, sentence) if not p.roles or _other_post(canvas, p)] if known else []
    starts = [(m.start, p.number) for p in bare for m in p.mentions if 0 < m.start - phrase.end < APPOINTING + POST]
    return [p for p in bare if starts and p.number == min(starts)[1]]


def _beside_maker(person: Person) -> bool:
    """True for a name after the office that gave it another one: 'with the consent of the President, A was appointed as'."""
    role = person.roles[0] if len(person.roles) == 1 else None
    giving = role is not None and role.office in MAKERS | {"foreign_minister"}
    return giving and role is not None and role.rule == "people.apposition" and not (role.country or role.organisation)


def _gives(match: Match) -> bool:
    """True for a word of appointing."""
    return isinstance(match.entry.value, Trigger) and match.entry.value.kind == "appointment"


def _last(person: Person, before: int) -> int:
    """Where the person is mentioned last before an offset; -1 where nowhere."""
    return max((m.start for m in person.mentions if m.start < before), default=-1)


def leads(canvas: Canvas, phrases: list[Phrase], people: list[Person], known: Callable[[str], frozenset[str]]) -> None:
    """A headline names a person, the lead only the office: 'Name: …' and 'The spokesman of the ministry said'.

    The offices of the first paragraph under the headline go to the persons without one, in their order.

    Args:
        known: the offices that the register knows somebody of a name to have held; nobody is given another one.
    """
    paragraphs = canvas.page.sheet.paragraphs
    if len(paragraphs) < LEAD:
        return
    first, last = paragraphs[1].start, paragraphs[LEAD - 1].end
    named = [p for p in people if not p.roles and p.mentions and p.mentions[0].start < paragraphs[0].end]
    named = named or [p for p in people if not p.roles and p.mentions and p.mentions[0].start < last][:1]
    free = [p for p in phrases if first <= p.start < last and not (p.bound or p.many or p.counterpart or p.former)]
    taken = {(r.office, r.country, r.organisation) for p in people for r in p.roles}
    free = [p for p in free if not any(_may_be(held, p) for held in taken) and p.offices[0][0] not in VAGUE]
    for person in sorted(named, key=lambda p: p.mentions[0].start):
        phrase = _fitting(free, known(person.native))
        if phrase is None:
            continue
        free.remove(phrase)
        code, start, end = phrase.offices[0]
        person.roles.append(Role(code, *side(code, phrase), start, end, "people.lead"))
        phrase.bound = True


def _fitting(free: list[Phrase], offices: frozenset[str]) -> Phrase | None:
    """The first office that somebody can hold who is known by some; by none: the first of all."""
    fit = (p for p in free if not offices or p.offices[0][0] in offices or offices & GENERIC.get(p.offices[0][0], frozenset()))
    return next(fit, None)


def _may_be(held: tuple[str, str | None, str | None], phrase: Phrase) -> bool:
    """True where an office can be the one that somebody else holds: the same or a more general word, no other side."""
    code, own = phrase.offices[0][0], side(phrase.offices[0][0], phrase)
    same = held[0] == code or held[0] in GENERIC.get(code, ()) or code in GENERIC.get(held[0], ())
    return same and (held[1:] == own or (None, None) in (held[1:], own))


def referent(text: str, phrase: Phrase, people: list[Person], home: str | None = None, feminine: tuple[str, ...] = ()) -> Person | None:
    """The person whom an office without a name means: the only one who holds it, that of the outlet's country, or the last one.

    Args:
        text: the folded page, to tell offices apart that have no code of their own.
        feminine: ends of words for offices that women hold; empty where words don't tell.
    """
    code, start, end = phrase.offices[0]
    if feminine:
        people = [p for p in people if not _of_other_sex(text, p, code, text[start:end].endswith(feminine), feminine)]
    if phrase.many:
        return None
    if code == OTHER:
        people = [p for p in people if any(r.office == OTHER and text[r.start : r.end][:STEM] == text[start:end][:STEM] for r in p.roles)]
    country, organisation = side(code, phrase)
    holders = [p for p in people if any(_is(r, code, country, organisation) for r in p.roles)]
    if len(holders) == 1:
        return holders[0] if code in HEADS or min(m.start for m in holders[0].mentions) - end < AHEAD else None
    if country or organisation:
        return None
    named = [p for p in holders if _last(p, start) >= 0]
    if code in ENVOYS | {"head_of_mission"} and not named:
        return None  # Several envoys named only behind it: theirs is no one's.
    alike = [p for p in named if any(_by_register(r, code) or _alike(text[r.start : r.end], text[start:end]) for r in p.roles)]
    if len(alike) == 1:
        return alike[0]
    at_home = [p for p in holders if home is not None and p.country == home]
    own = [p for p in at_home if p in named] or at_home
    own = own if len(own) == 1 else _hero(own) or _hero(named)
    return own[0] if len(own) == 1 else last_before(phrase.start, holders, None)


def _hero(people: list[Person]) -> list[Person]:
    """The one whom a text is about: named first of all and more often than any other."""
    first = min(people, key=lambda p: p.mentions[0].start, default=None)
    others = [len(p.mentions) for p in people if p is not first]
    return [first] if first is not None and len(first.mentions) > max(others, default=0) else []


def _of_other_sex(text: str, person: Person, code: str, woman: bool, feminine: tuple[str, ...]) -> bool:
    """True where a person's own word for the office says man and the phrase woman, or the other way round."""
    words = [text[r.start : r.end] for r in person.roles if r.end > r.start and _is(r, code, None, None) and r.rule != "people.register"]
    return bool(words) and all(word.endswith(feminine) != woman for word in words)


def _by_register(role: Role, code: str) -> bool:
    """True for an office that the register alone tells, so that the text has no word for it."""
    return role.rule == "people.register" and role.office == code


def _alike(one: str, other: str) -> bool:
    """True for the same word, inflected or part of a longer one: Bundeskanzler and 'the Kanzler', no Ministerpräsident."""
    first, second = (word[: max(STEM, len(word) - ENDING)] for word in (one, other))
    return first in other or second in one


def _is(role: Role, code: str, country: str | None, organisation: str | None) -> bool:
    if ".former" in role.rule:
        return False
    fits = role.office == code or role.office in GENERIC.get(code, ())
    if country or organisation:
        return fits and (role.country, role.organisation) == (country, organisation)
    return fits


def last_before(at: int, people: list[Person], but: Person | None) -> Person | None:
    """The person with an office who is mentioned last before an offset; else the first of the document."""
    best, where = None, -1
    for person in people:
        if person is but or not person.roles:
            continue
        for mention in person.mentions:
            if where < mention.start < at:
                best, where = person, mention.start
    return best


def office_before(at: int, people: list[Person]) -> str | None:
    """The office of the person named last before an offset: that of a counterpart without a name."""
    owner = last_before(at, people, None)
    return owner.roles[0].office if owner is not None else None


def _in_sentences(people: list[Person], first: int, last: int) -> list[Person]:
    return [p for p in people if any(first <= m.sentence <= last for m in p.mentions)]


__all__ = ["referent", "successions"]
