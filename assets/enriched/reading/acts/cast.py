"""Which actors of a sentence take part in which act, and as what.

Not here: finding the actors (actors), finding the acts (hits).
"""

from __future__ import annotations

from dataclasses import replace

from assets.enriched.reading.acts.actors import NEVER_ACTING, Actor
from assets.enriched.reading.acts.hits import Hit, distance
from assets.enriched.reading.acts.lines import Line
from assets.enriched.reading.model import Participant
from assets.languages.schema.acts import Mood

APPOINTING = frozenset({"president", "monarch", "prime_minister", "head_of_state", "crown_prince", "secretary_general", "director_general"})
"""Offices that appoint others: in an appointment they are its maker, unless nobody else is named."""
ALONE = frozenset({"visit", "appointment"})
"""Kinds of which nobody is told 'with whom'."""
TAKING_PART = frozenset({"attending", "chairing", "hosting"})
TWO = 2
GENITIVE = 10
"""Characters between a visit's noun and the traveller whose visit it is: the visit of the minister."""
RELATIVE = 8
"""Characters between a participle and the noun that it describes, which is its subject: 'görüşecek olan bakan'."""
AFTER = 200
"""What somebody who stands after the verb is farther from it, where the verb ends the clause."""
PAIR = 60
"""Characters between the states of a commission and its session."""
BESIDE = 12
"""Characters of comma, conjunction and article between two who are described together."""
MARK = 3
"""Characters of comma and blank between a person and the participle that tells of the person's travel."""
TALKS_WITH = 20
"""Characters of 'with' and an article between a noun for talks and the one with whom."""
SENT = 16
"""Characters between the word for a delegation and its state."""
ARTICLE = 4
"""Characters between a word of topic and the state that is talked about."""
BETWEEN = 18
"""Characters between a paper and the first of those whom it is between: an adjective, 'between the'."""
FAR = 130
"""Characters between a side and its act in a sentence that names nobody."""
INVITED = 24
"""Characters between 'at the invitation of' and who invites: titles, or an office before the name."""
_DONE: frozenset[Mood] = frozenset({"held", "present", "planned", "cancelled"})


def cast(line: Line, hit: Hit, kind: str, actors: list[Actor], hits: list[Hit], spots: set[tuple[int, int]]) -> list[Actor]:
    """Actors of one act.

    Args:
        actors: those of the sentence. hits: all triggers of the sentence. spots: spans that only say where.
    """
    text = line.text
    actors = [a for a in _in_reach(line, hit, actors) if not a.absent or kind == "credentials"]
    near = [a for a in actors if (a.start, a.end) not in spots and _mine(text, a, hit, _beside(line, a, hit, hits))]
    if hit.framed and kind == "conference" and not (_took_part(line) or (hit.helper and hit.helper.reach in TAKING_PART)):
        return _between(hit, near)
    near = [a for a in _discussing(hit, near) if a.kind == "person" or not hit.start <= a.start < a.end <= hit.end]
    people = [a for a in near if a.kind == "person" and a.office not in NEVER_ACTING]
    if kind == "statement":
        return _speaker(text, hit, [a for a in near if a.kind == "person"])
    if kind == "appointment":
        if all(a.office in APPOINTING for a in people) and any(m.person is None for m in line.named("office")):
            return []
        return _appointee(text, hit, people, near, sum(h.kind == kind for h in hits) == 1)
    if kind == "visit" and not (hit.helper and hit.helper.reach == "attending"):
        hosts = line.words("cue.invited")
        people = [a for a in people if not any(0 <= a.start - w.end < INVITED for w in hosts)]
        nameless = [a for a in near if a.kind == "office" and a.office not in NEVER_ACTING]
        subject = [a for a in nameless if a.end <= hit.start and not a.quoted and not hit.final]
        led = bool(subject) and hit.trigger.mood is not None and all(a.start > hit.end for a in people)
        return _traveller(text, hit, subject if led else people or nameless)
    people = _present(text, hit, kind, people)
    offices = [a for a in near if a.kind == "office" and a.office not in NEVER_ACTING and not a.quoted]
    chosen = [*people, *(a for a in offices if _side(a) not in _sides(people))]
    if kind == "call":
        chosen = _one_a_side(chosen)
    if kind in ("conference", "signing"):
        if kind == "signing" and not chosen and hit.trigger.part != "adopting":
            return _bare_sides(line, hit, near, chosen)
        states = _together(text, hit, near) if all(a.quoted for a in chosen) else []
        return states or chosen or _between(hit, near) or _pair(text, hit, near)
    if len(_sides(chosen)) >= TWO or hit.trigger.part == "receiving":
        return chosen
    return _subject(text, hit, near, chosen) + chosen + _bare_sides(line, hit, near, chosen)


def _subject(text: str, hit: Hit, near: list[Actor], chosen: list[Actor]) -> list[Actor]:
    """The state that opens a sentence about talks of its own with somebody: 'Peru promised in a meeting with X'."""
    if hit.trigger.mood is not None or len(_sides(chosen)) != 1 or not all(a.joined for a in chosen):
        return []
    first = next((a for a in near if not a.joined), None)
    if first is None or first.kind != "country" or first.owner or first.country in _sides(chosen):
        return []
    before = first.end <= hit.start and first is near[0] and ":" not in text[first.end : hit.start]
    after = not hit.final and hit.start < chosen[-1].end <= first.start and "," in text[chosen[-1].end : first.start]
    return [first] if before or after else []


def _present(text: str, hit: Hit, kind: str, people: list[Actor]) -> list[Actor]:
    """Those who take part, without who only tells of it, as far as enough are left; of what takes place nobody has to be."""
    heard = [a for a in people if not a.quoted and not _speaks(text, a, hit)]
    spoken = ":" in text[min((a.end for a in people), default=hit.start) : hit.start]
    serial = kind == "conference" or (hit.near is not None and not any(a.joined for a in people))
    ahead = kind == "conference" and hit.mood in ("planned", "cancelled")
    happens = serial and (hit.final or ahead) and hit.helper is not None and hit.helper.reach == "support"
    return heard if happens or spoken or len(_sides(heard)) >= TWO or len(heard) >= TWO else people


def _discussing(hit: Hit, near: list[Actor]) -> list[Actor]:
    """Without what two who stand before a verb of discussing talk about: 'the crown prince and the president discuss the king's health'."""
    first = [a for a in near if a.kind in ("person", "office") and a.end <= hit.start]
    if hit.trigger.part != "joining" or len(first) < TWO:
        return near
    return [a for a in near if a.start < hit.start or a.joined]


def _took_part(line: Line) -> bool:
    """True where the verb of the sentence says that somebody took part."""
    return bool(line.helpers({"attending"}, {"held"}))


def _in_reach(line: Line, hit: Hit, actors: list[Actor]) -> list[Actor]:
    """Actors that the trigger's clause is about: outside describing clauses, or inside its own and the noun before it."""
    within = next((c for c in line.clauses if any(c.start <= anchor < c.end for anchor in hit.anchors)), None)
    described = [a for a in actors if within is not None and a.end <= within.start]
    if hit.kind != "appointment":  # A former minister may well be given an office.
        actors = [a for a in actors if not a.former]
    if within is None:
        return [a for a in actors if line.together(a.start, hit.start)]
    if hit.kind == "credentials":
        return actors
    inside = [a for a in actors if within.start <= a.start < within.end]
    return [*_listed(described), *inside, *(a for a in actors if a.start >= within.end)]


def pairs(text: str, actors: list[Actor]) -> list[set[int]]:
    """Who met whom where a verb is left out: 'the President will meet with A, the Minister with B'; empty otherwise."""
    groups: list[list[Actor]] = [[]]
    for actor in sorted((a for a in actors if a.person is not None), key=lambda a: a.start):
        last = groups[-1][-1] if groups[-1] else None
        if last is not None and last.joined and not actor.joined and "," in text[last.end : actor.start]:
            groups.append([])
        groups[-1].append(actor)
    whole = len(groups) > 1 and all(g[0].joined is False and any(a.joined for a in g) for g in groups)
    return [{a.person for a in g if a.person is not None} for g in groups] if whole else []


def _listed(actors: list[Actor]) -> list[Actor]:
    """The last of several actors, with those right before it: whom a clause describes together."""
    found = actors[-1:]
    for actor in reversed(actors[:-1]):
        if found[0].start - actor.end >= BESIDE:
            break
        found.insert(0, actor)
    return found


def _beside(line: Line, actor: Actor, hit: Hit, hits: list[Hit]) -> list[Hit]:
    """The acts that can claim the actor: not those of a clause that only describes the actor."""
    return [h for h in hits if h is hit or line.together(h.start, actor.start)]


def _mine(text: str, actor: Actor, hit: Hit, hits: list[Hit]) -> bool:
    """True where no other act of the sentence has the better claim: the subject is everyone's, others the nearest one's."""
    if actor.joined and hit.kind == "conference" and any(_talks_with(text, actor, h, hit) for h in hits):
        return False
    rivals = [h for h in hits if h is not hit and h.mood in _DONE and h.kind != "statement"]
    if hit.strength == "verb":
        rivals = [h for h in rivals if h.strength == "verb"]
    if actor.joined:
        rivals = [h for h in rivals if h.kind not in ALONE]
    if not rivals:
        return True
    first = min([hit, *rivals], key=lambda h: h.start)
    if (actor.start < first.start and not actor.joined) or (hit.kind == "visit" and 0 < hit.start - actor.end <= MARK):
        return True
    if described(first, actor):
        return True
    own = _gap(text, hit, actor)
    return all(own <= _gap(text, rival, actor) for rival in rivals)


def _talks_with(text: str, actor: Actor, talks: Hit, hit: Hit) -> bool:
    """True for the noun for talks of which somebody is 'with whom': 'in a meeting with X he spoke of the summit'."""
    own = _gap(text, talks, actor)
    return talks.kind == "meeting" and talks.mood is None and own < TALKS_WITH and own < _gap(text, hit, actor)


def _gap(text: str, hit: Hit, actor: Actor) -> int:
    if actor.end <= hit.start:
        return distance(text, actor.end, hit.start)
    return distance(text, hit.end, max(actor.start, hit.end)) + (AFTER if hit.final and hit.strength == "verb" else 0)


def _speaker(text: str, hit: Hit, people: list[Actor]) -> list[Actor]:
    if not people:
        return []
    chosen = min([a for a in people if not a.joined] or people, key=lambda a: _gap(text, hit, a))
    return [chosen, *(a for a in people if a.joined and a is not chosen)]


def _speaks(text: str, actor: Actor, hit: Hit) -> bool:
    """True where a colon makes what follows the words of the actor."""
    return actor.end < hit.start and ":" in text[actor.end : hit.start]


def _appointee(text: str, hit: Hit, people: list[Actor], near: list[Actor], only: bool) -> list[Actor]:
    """Who takes or leaves an office: the one nearest to the verb, or all of a list to the same office."""
    named = [a for a in people if (a.held or a.office) not in APPOINTING] or people
    if not named:
        return []
    named = [a for a in named if not a.bare] or named
    if only and len(named) > 1 and named[0].held and len({a.held for a in named}) == 1:
        return named
    chosen = min(named, key=lambda a: _gap(text, hit, a))
    if _side(chosen) is None:
        chosen = replace(chosen, country=next((a.country for a in near if a.country), None))
    return [chosen]


def described(hit: Hit, actor: Actor) -> bool:
    """True for the noun that a participle right before it describes: its subject."""
    right_behind = 0 <= actor.start - hit.word_end <= RELATIVE or actor.front == hit.word_end + 1
    return hit.final and hit.strength == "verb" and not actor.joined and right_behind


def _traveller(text: str, hit: Hit, people: list[Actor]) -> list[Actor]:
    heard = [a for a in people if not a.quoted and not _speaks(text, a, hit)] or (people if hit.trigger.mood is not None else [])
    told = [a for a in heard if hit.final and hit.strength == "verb" and a.owner and a.end <= hit.start]
    told = [a for a in heard if described(hit, a)] or told
    if told:
        return told[-1:]
    beside = [a for a in people if 0 < min(hit.anchors) - a.end <= MARK and "," in text[a.end : min(hit.anchors)]]
    if beside or (hit.helper_span is not None and any(a.end <= hit.helper_span.start for a in heard)):
        return (beside or heard)[:1]
    own = [
        a for a in heard if hit.trigger.mood is None and 0 < a.start - hit.word_end < GENITIVE and "," not in text[hit.word_end : a.start]
    ]
    return (own or heard)[:1]


def _bare_sides(line: Line, hit: Hit, near: list[Actor], chosen: list[Actor]) -> list[Actor]:
    """Countries and organisations that act themselves: those joined to the act, or its subject where nobody is named."""
    text, topics = line.text, line.words("cue.topic")
    sides = [a for a in near if a.kind in ("organisation", "country") and not a.quoted and _gap(text, hit, a) < FAR]
    sides = [a for a in sides if not any(0 <= a.start - w.end <= ARTICLE for w in topics)]
    if hit.kind != "signing":  # The parties of a paper are those who sign it.
        sides = _without_parties(line, sides)
    sides = [a for a in sides if not a.before or any(a.start < anchor for anchor in hit.anchors)]
    joined = [a for a in sides if a.joined or _sends(line, a)]
    if chosen:
        return [a for a in joined if _side(a) not in _sides(chosen)]
    return sides


def _without_parties(line: Line, sides: list[Actor]) -> list[Actor]:
    """Without the states that a paper named right before is between: 'the agreement between Peru and Chile eased talks'."""
    papers, parties = [d.word_end for d in line.words("document")], [-BETWEEN]
    for side in sides:
        if any(0 <= side.start - at <= BETWEEN for at in papers) or 0 <= side.start - parties[-1] <= BESIDE:
            parties.append(side.end)
    return [a for a in sides if a.end not in parties]


def _sends(line: Line, side: Actor) -> bool:
    """True for the side of a delegation that met or was met: 'rencontre une délégation iranienne'."""
    return bool(line.words_between("cue.delegation", side.start - SENT, side.start + SENT))


def _between(hit: Hit, near: list[Actor]) -> list[Actor]:
    """Those right after a conference's noun, or before it where heads come last, that it is between: 'a summit between A, B and C'."""
    joined = [a for a in near if a.joined and a.kind != "organisation" and _side(a)]
    sides = [a for a in joined if (a.before and a.end <= hit.start if hit.final else not a.before and a.start >= hit.end)]
    gap = (hit.start - sides[-1].end if hit.final else sides[0].start - hit.word_end) if sides else PAIR
    return sides if len(_sides(sides)) >= TWO and gap < PAIR // 2 else []


def _pair(text: str, hit: Hit, near: list[Actor]) -> list[Actor]:
    """The two states right before a session that names nobody: 'the A–B intergovernmental commission'."""
    states = [a for a in near if a.kind == "country" and a.end <= hit.start and distance(text, a.end, hit.start) < PAIR]
    return states if len(states) == TWO and states[1].start - states[0].end <= TWO + 1 else []


def _together(text: str, hit: Hit, near: list[Actor]) -> list[Actor]:
    """The states side by side before a conference's noun, whoever tells of it: 'A and B will hold a joint session, X announced'."""
    states = _listed([a for a in near if a.kind == "country" and not (a.quoted or a.joined) and a.end <= hit.start])
    close = bool(states) and distance(text, states[-1].end, hit.start) < PAIR
    return states if close and len(_sides(states)) >= TWO else []


def _one_a_side(actors: list[Actor]) -> list[Actor]:
    """Two speak by phone: of each side the first one named."""
    return [a for number, a in enumerate(actors) if _side(a) is None or _side(a) not in _sides(actors[:number])]


def _side(actor: Actor) -> str | None:
    return actor.country or actor.organisation


def _sides(actors: list[Actor]) -> set[str]:
    return {side for a in actors if (side := _side(a))}


def participants(actors: list[Actor], kind: str, reach: str | None) -> list[Participant]:
    """Participants with their capacity, each person once."""
    found = []
    seen: set[object] = set()
    for number, actor in enumerate(actors):
        who = actor.person if actor.person is not None else (actor.country, actor.organisation, actor.office)
        if who in seen:
            continue
        seen.add(who)
        capacity = _capacity(kind, reach, number, actor)
        found.append(Participant(actor.person, actor.country, actor.organisation, actor.office, capacity, actor.start, actor.end))
    return found


def _capacity(kind: str, reach: str | None, number: int, actor: Actor) -> str:
    by_kind = {"appointment": "appointee", "statement": "speaker", "visit": "guest", "signing": "signatory"}
    if kind in by_kind:
        return by_kind[kind]
    if kind == "conference":
        return "chair" if reach == "chairing" and number == 0 else "attendee" if actor.person is not None else "side"
    return "side"
