"""Reads the people of one page: phrases, sightings, persons, their roles and English names, in that order.

Not here: the rules of any of these steps.
"""

from __future__ import annotations

import re

from assets.enriched.reading.entities.places import place_id
from assets.enriched.reading.homes import LEADERS
from assets.enriched.reading.model import Mention, Person, Role
from assets.enriched.reading.page import Page
from assets.enriched.reading.people import compatriots, coreference, counterparts
from assets.enriched.reading.people.binding import Binder
from assets.enriched.reading.people.canvas import Canvas
from assets.enriched.reading.people.companions import begins, continues, named_again, principal, retinue
from assets.enriched.reading.people.dealt import deal
from assets.enriched.reading.people.inflection import Inflection
from assets.enriched.reading.people.lexis import Lexis
from assets.enriched.reading.people.name import Name
from assets.enriched.reading.people.naming import Register, english
from assets.enriched.reading.people.persons import Group, Groups
from assets.enriched.reading.people.phrases import Phrase, phrases
from assets.enriched.reading.people.recording import record
from assets.enriched.reading.people.roles import (
    ENVOYS,
    HELD_BY_STATES,
    accredited,
    employer,
    framed_organisation,
    from_where,
    here,
    met_by,
    of_body,
    of_organisation,
    opening,
    owned,
    roles,
    scene,
    side,
    spoken_for,
    stage,
)
from assets.enriched.reading.people.shapes import shapes
from assets.enriched.reading.people.sighting import Sighting
from assets.enriched.reading.people.surnames import surnames
from assets.languages.schema.pack import Pack
from assets.register.registers import Official, Registers
from assets.text.names import skeleton

SURE_REGISTER = 0.05
"""What a register entry adds to the confidence."""
_ENDED = re.compile(r"'?[^\W\d_]{1,6}(?!\w)")
"""A case ending, with an apostrophe or without."""
COLLEAGUES = frozenset(
    {
        "minister", "deputy_minister", "deputy_foreign_minister", "deputy_prime_minister", "state_secretary", "crown_prince",
        "monarch", "adviser", "speaker", "commander",
    }
)  # fmt: skip
"""Offices named beside the holder of another one of the same government."""
FOREIGN = {"minister": "foreign_minister", "deputy_minister": "deputy_foreign_minister"}
"""What a minister without a portfolio is in a text that speaks of the foreign ministry."""
SENT = frozenset({"special_envoy", "special_representative"})
"""Offices that speak for whom they are sent by: 'the president's envoy'."""
RANK_ONLY = frozenset({"ambassador"})
"""Offices that are also a title of rank: without a side they add nothing to another office."""


class PeopleReader:
    """Reads people in texts of one language.

    Args:
        pack: the language. registers: known officials.
    """

    def __init__(self, pack: Pack, registers: Registers) -> None:
        self._lexis = Lexis.of(pack)
        self._register = Register.of(registers, pack.language.code)
        self._country_of = {place_id(row.name, row.country): row.country for row in registers.settled}

    def read(self, page: Page) -> list[Person]:
        """The persons of a page; adds their mentions and the offices' to the page."""
        canvas = Canvas(page, self._lexis)
        found = phrases(canvas)
        for phrase in found:
            phrase.offices = [(self._local(canvas, code, start, end, phrase), start, end) for code, start, end in phrase.offices]
        canvas.sides = {side.start for phrase in found for side in phrase.sides}
        canvas.received = {start for phrase in found for start in phrase.received}
        sightings = Binder(canvas, shapes(canvas), found).sightings()
        sightings += surnames(canvas, self._register, sightings)
        canvas.unnamed = coreference.unnamed(found)
        groups = Groups(canvas, Inflection(canvas)).collect(sightings, _fits)
        people = [self._person(canvas, number, group) for number, group in enumerate(groups)]
        held = {id(p): person for group, person in zip(groups, people, strict=True) for s in group.sightings for p in s.phrases}
        by_start = {phrase.start: held[id(phrase)] for phrase in found if id(phrase) in held and not phrase.many}
        counterparts.counterparts(canvas, found, people, by_start, self._is_of)
        for group, person in zip(groups, people, strict=True):
            self._known_leader(canvas, group, person)
        coreference.appointments(canvas, found, people)
        coreference.successions(canvas, people)
        coreference.leads(canvas, found, people, self._register.offices)
        for group, person in zip(groups, people, strict=True):
            self._known_office(canvas, group, person)
            compatriots.settle(self._register, person, group.sightings, page.sheet.document.published or "")
        counterparts.counterparts(canvas, found, people, by_start, self._is_of)
        seen = [(person, s) for group, person in zip(groups, people, strict=True) for s in group.sightings]
        counterparts.counterparts_many(canvas, seen, people)
        earlier: str | None = None
        for group, person in zip(groups, people, strict=True):
            self._settle(canvas, group, person, principal(canvas, group.sightings[0], people) or earlier)
            earlier = person.country or earlier
        deal(canvas, people)
        record(page, people, found, held, self._lexis.feminine)
        return people

    def _person(self, canvas: Canvas, number: int, group: Group) -> Person:
        best = max(group.sightings, key=lambda s: s.confidence)
        person = Person(number, "", " ".join(group.words), frozenset(), rule=f"people.{best.rule}", confidence=best.confidence)
        for sighting in group.sightings:
            for role in roles(sighting):
                if not _has(person, role):
                    person.roles.append(role)
            person.mentions.append(_mention(canvas, number, sighting.name, _stem(canvas, sighting.name, group), _form(sighting)))
        for start, end in group.bare:
            whole = Name(start, _whole(canvas, start, end), ((start, end),))
            person.mentions.append(_mention(canvas, number, whole, end, "surname"))
        person.mentions.sort(key=lambda m: m.start)
        return person

    def _is_of(self, person: Person, country: str) -> bool:
        """True where the register knows somebody whose side is not told as an officer of a country."""
        offices = frozenset(role.office for role in person.roles)
        return person.country is None and self._register.find(person.native, frozenset({country}), offices) is not None

    def _local(self, canvas: Canvas, code: str, start: int, end: int, phrase: Phrase) -> str:
        """The office that a word means in the state of its phrase: India's Foreign Secretary is no minister."""
        meant = self._lexis.local.get(canvas.text[start:end], {})
        return next((meant[str(p.value)] for p in phrase.sides if p.kind == "country" and str(p.value) in meant), code) if meant else code

    def _settle(self, canvas: Canvas, group: Group, person: Person, earlier: str | None) -> None:
        """Sides that the phrases leave open, superfluous roles, the English name."""
        language = self._lexis.language
        countries = frozenset(r.country for r in person.roles if r.country)
        known = self._find(person, canvas, group, countries)
        for role in person.roles:
            if role.country is None and role.organisation is None:
                self._complete(canvas, group, role, known, earlier)
            role.office = self._lexis.local.get(canvas.text[role.start : role.end], {}).get(role.country or "", role.office)
        self._register.right(person.native, person.roles, canvas.page.sheet.document.published or "")
        _drop(person)
        if known is None and person.roles:
            known = self._find(person, canvas, group, frozenset(r.country for r in person.roles if r.country))
            known = known if known is not None and known.office in {r.office for r in person.roles} else None
        person.name = known.name if known else english(person.native, language, person.country or canvas.page.sheet.document.home)
        person.keys = skeleton(person.native, language)
        person.confidence = min(0.99, person.confidence + SURE_REGISTER * (known is not None))

    def _find(self, person: Person, canvas: Canvas, group: Group, countries: frozenset[str]) -> Official | None:
        """The person in the register; a case ending that only the register tells from the name is taken off."""
        offices = frozenset(r.office for r in person.roles)
        alone = len(group.words) == 1 and not countries
        known = self._register.find(person.native, countries, offices)
        if known is None and alone:
            known = self._leader(person, person.native, canvas)
        if known is not None or not person.roles:
            return known
        *given, surname = person.native.rsplit(" ", 1)
        for base, ending, put, _ in Inflection(canvas).bases(group.folded[-1]):
            native = " ".join([*given, surname[: len(surname) - len(ending)] + put])
            if base == group.folded[-1]:
                continue
            known = self._register.find(native, countries, offices) or (self._leader(person, native, canvas) if alone else None)
            if known is not None:
                person.native = native
                return known
        return None

    def _leader(self, person: Person, surname: str, canvas: Canvas) -> Official | None:
        """The leader whom an office without a side and a surname mean."""
        known = self._register.leader(surname, canvas.page.sheet.document.published or "")
        return known if known is not None and any(r.office == known.office for r in person.roles) else None

    def _known_office(self, canvas: Canvas, group: Group, person: Person) -> None:
        """The register's office for a person whom the text gives none, or calls a minister and nothing else."""
        if person.roles:
            self._portfolio(canvas, group, person)
            return
        known = self._register.find(person.native, frozenset(), frozenset(), canvas.page.sheet.document.published or "")
        if known is None and len(group.words) == 1 and any(s.titled for s in group.sightings):
            known = self._register.leader(person.native, canvas.page.sheet.document.published or "")
        if known is not None:
            first = person.mentions[0]
            person.roles.append(Role(known.office, *_of(known), first.start, first.end, "people.register"))

    def _known_leader(self, canvas: Canvas, group: Group, person: Person) -> None:
        """The office of a leader who is called by nothing but the surname."""
        known = (
            None
            if person.roles or len(group.words) > 1
            else self._register.leader(person.native, canvas.page.sheet.document.published or "")
        )
        if known is not None:
            first = person.mentions[0]
            person.roles.append(Role(known.office, *_of(known), first.start, first.end, "people.register"))

    def _portfolio(self, canvas: Canvas, group: Group, person: Person) -> None:
        """'The minister, Mr Bourita' is minister of what the register says, where the text says nothing."""
        role = person.roles[0]
        if role.office == "other" and role.country and len(person.roles) == 1:
            self._leading(role, person, canvas.page.sheet.document.published or "")
        words = {w for s in group.sightings for p in s.phrases for w in canvas.text[p.start : p.end].split()}
        words |= {canvas.word_before(canvas.skip_back(p.start)) for s in group.sightings for p in s.phrases}
        if len(person.roles) > 1 or role.office not in FOREIGN or words & self._lexis.portfolios:
            return
        country = role.country or canvas.page.sheet.document.home
        if words & self._lexis.ministers and country and any(m.value == f"mfa-{country.lower()}" for m in canvas.page.mentions):
            role.office = FOREIGN[role.office]
            return
        sides = frozenset(filter(None, (role.country or canvas.page.sheet.document.home,)))
        on = canvas.page.sheet.document.published or ""
        known = self._register.find(person.native, sides, frozenset({"foreign_minister"}), on)
        if known is None and role.country is None and len(group.words) > 1:
            known = self._register.find(person.native, frozenset(), frozenset({"foreign_minister"}), on)
        if known is not None and known.office in coreference.GENERIC["minister"]:
            role.office = known.office

    def _where(self, canvas: Canvas, sighting: Sighting, met: bool) -> str | None:
        """The country of the place named last before a person in the sentence: 'in Honiara the guests called on the Prime Minister'.

        Args:
            met: 'with' stands before the person, so that the place may stand earlier in the paragraph.
        """
        sheet = canvas.page.sheet
        sentence = sheet.sentences[sheet.sentence_at(sighting.name.start)]
        first = sheet.paragraphs[sheet.paragraph_at(sighting.name.start)].start if met else sentence.start
        places = canvas.page.within(first, begins(sighting), "place")
        located = [m for m in places if canvas.is_at(m.word_start)]
        return self._country_of.get(located[-1].value or "") if located else None

    def _seat(self, canvas: Canvas, sighting: Sighting) -> str | None:
        """The country of the place that an office is of: the mayor of Rotterdam."""
        within = [m for p in sighting.phrases for m in canvas.page.within(p.start, p.end + 1, "place")]
        own = [m for m in within if not canvas.is_at(m.word_start)]
        return self._country_of.get(own[0].value or "") if own else None

    def _leading(self, role: Role, person: Person, on: str) -> None:
        """A country's 'leader' holds the office at its head that the register knows at the time."""
        known = self._register.find(person.native, frozenset({role.country or ""}), LEADERS, on)
        if known is not None and known.office in LEADERS and self._register.holds(known, on):
            role.office = known.office

    def _complete(self, canvas: Canvas, group: Group, role: Role, known: Official | None, earlier: str | None) -> None:
        """The side of an office that names none: the register's, else the sentence's, else the document's."""
        sighting, home = group.sightings[0], canvas.page.sheet.document.home or stage(canvas)
        named, on = " ".join(group.words), canvas.page.sheet.document.published or ""
        frame = scene(canvas, sighting, lambda country: self._register.taken(named, country, role.office, on))
        frame = frame or (canvas.unnamed.get(role.office) if home is None else None)
        role.rule += ".context"
        if role.office in HELD_BY_STATES and (again := named_again(canvas, sighting)) is not None:
            role.country = again
            return
        home_of = from_where(canvas, sighting.name.end)
        if (
            home_of is not None
            and role.office not in HELD_BY_STATES - ENVOYS
            and (home_of.kind == "organisation") == (role.office == "other")
        ):
            role.country, role.organisation = (home_of.value, None) if home_of.kind == "country" else (None, home_of.value)
        elif known is not None and known.office == role.office:
            role.country, role.organisation = _of(known)
        elif role.office in HELD_BY_STATES:
            beside = role.office in ENVOYS or bool(retinue(canvas, sighting)) or (role.office in COLLEAGUES and continues(canvas, sighting))
            met = canvas.word_before(canvas.skip_back(begins(sighting))) in canvas.lexis.company_of
            there = self._where(canvas, sighting, met)
            beside = beside and not (role.office in ENVOYS and met_by(canvas, sighting, earlier))
            usual: tuple[str | None, ...] = (earlier, home, there) if beside else (home, earlier, there)
            usual = (there, *usual) if met else (opening(canvas, sighting), *usual)
            if sighting.rule == "list" and role.office in LEADERS:
                usual = ()
            meant = self._lexis.local.get(canvas.text[role.start : role.end], {})
            abroad = here(canvas, sighting) if role.office in ENVOYS and home else None
            free = [s for s in usual if s and s != abroad and not self._register.taken(named, s, meant.get(s, role.office), on)]
            theirs = earlier if owned(canvas, sighting) else accredited(canvas, sighting) if role.office in LEADERS else None
            role.country = (known.country if known else None) or theirs or frame or next(iter(free), None)
        elif body := next((p.body for p in sighting.phrases if p.body), None):
            role.country, role.organisation = of_body(role.office, body, frame or earlier or home)
        elif role.office in SENT and earlier and owned(canvas, sighting):
            role.country = earlier
        elif role.office == "spokesperson":
            role.organisation = spoken_for(canvas, sighting, home) or framed_organisation(canvas, sighting, role.office)
        elif role.office == "other":
            role.country = self._seat(canvas, sighting) or frame
        else:
            role.country, role.organisation = employer(canvas, sighting, role.office, frame or home)


def _of(official: Official) -> tuple[str | None, str | None]:
    """Country and organisation that an official of the register speaks for; one of them."""
    return (official.of, None) if official.of.isupper() else of_organisation(official.office, official.of)


def _fits(group: Group, sighting: Sighting) -> bool:
    """True where a bare surname's office and side agree with those of a group."""
    mine = {(c, side(c, p)) for p in sighting.phrases for c, *_ in p.offices}
    theirs = {(c, side(c, p)) for s in group.sightings for p in s.phrases for c, *_ in p.offices}
    return not mine or bool({c for c, _ in mine} & {c for c, _ in theirs})


def _has(person: Person, role: Role) -> bool:
    """True where the person has that office already; a side found now completes an earlier one without."""
    for known in person.roles:
        if known.office != role.office:
            continue
        if (role.country, role.organisation) in ((known.country, known.organisation), (None, None)):
            return True
        if known.country is None and known.organisation is None:
            known.country, known.organisation = role.country, role.organisation
            return True
    return False


def _drop(person: Person) -> None:
    """Titles that say less than another role of the same person."""
    exact = {r.office for r in person.roles}
    kept = [
        r
        for r in person.roles
        if not (r.office in RANK_ONLY and r.rule.endswith(".context") and len(exact) > 1)
        and not any(r.office == general and r.office != o.office and o.office in fine for o in person.roles for general, fine in _GENERAL)
    ]
    person.roles = kept or person.roles


_GENERAL = tuple((code, fine - {code}) for code, fine in coreference.GENERIC.items())


def _form(sighting: Sighting) -> str:
    return "full" if len(sighting.name.tokens) > 1 else "surname"


def _mention(canvas: Canvas, number: int, name: Name, end: int, form: str) -> Mention:
    sentence = canvas.page.sheet.sentence_at(name.start)
    return Mention("person", name.start, end, name.start, name.end, None, form, "people.name", sentence, person=number)


def _stem(canvas: Canvas, name: Name, group: Group) -> int:
    """Where a name ends without its case ending."""
    start, end = name.tokens[-1]
    surname = group.folded[-1]
    inflected = canvas.lexis.head_last and end == name.end and canvas.text[start:end].startswith(surname)
    return start + len(surname) if inflected else name.end


def _whole(canvas: Canvas, start: int, end: int) -> int:
    """Where the word ends that a bare surname stands in with its case ending."""
    found = _ENDED.match(canvas.text, end) if canvas.lexis.head_last and end > start else None
    return found.end() if found else end
