"""What a language knows of people, ready for fast look-up: word sets and the lexicon of name parts.

Not here: how words meet on a page (canvas, phrases), how names look (shapes).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from assets.languages.schema.acts import Trigger
from assets.languages.schema.pack import Pack
from assets.languages.schema.people import PeopleSection, expand
from assets.text.fold import key
from assets.text.matcher import Affixes
from assets.text.names.parts import Part, parts

LONG = 6
"""Letters from which on a stop word is also one with its endings: shorter ones may begin names."""

SHORT = 2
"""Letters of an abbreviation."""
RANKS = frozenset({"ambassador"})
"""Offices that are ranks too: 'Daimi Temsilci Büyükelçi X'."""
RARE = 0.015
"""Share of the lexicon's given names under which a last letter is that of a few foreign ones."""

_KEPT = 1 << 14
"""Words of which is kept what they are: those of a language come again and again."""


class Base(NamedTuple):
    """A word without an ending. ending: what was taken off; put: letters in its place; sure: an ending and nothing else."""

    form: str
    ending: str
    put: str
    sure: bool


@dataclass(frozen=True)
class Lexis:
    """The folded words of `[people]`. speech and meeting hold the first words of their phrases.

    company_of: words for with whom. ministers: forms of the plain words for a minister and a deputy.
    regions: words for parts of a country.
    common: words of the pack's other sections, in scripts without capitals: no parts of an unknown name.
    bare_ranks: dictionary forms of offices that are ranks too. matters: words after what an office deals with.
    becoming: 'who is', the longest first.
    endings: (form, base, sure) of name inflections, folded, the longest first.
    """

    language: str
    cased: bool
    nouns_capitalised: bool
    head_last: bool
    before: str
    after: bool
    parts: dict[str, Part]
    inside: frozenset[str]
    at: frozenset[str]
    at_home: frozenset[str]
    regarding: frozenset[str]
    at_endings: tuple[str, ...]
    portfolios: frozenset[str]
    local: dict[str, dict[str, str]]
    heads: dict[str, str]
    regions: frozenset[str]
    conjunction: frozenset[str]
    origin: frozenset[str]
    particles: frozenset[str]
    join: frozenset[str]
    stop: frozenset[str]
    common: frozenset[str]
    company: frozenset[str]
    pronouns: frozenset[str]
    after_name: frozenset[str]
    noun_markers: frozenset[str]
    noun_endings: tuple[str, ...]
    thing_before: frozenset[str]
    thing_after: frozenset[str]
    surname_endings: tuple[str, ...]
    feminine: tuple[str, ...]
    endings: tuple[tuple[str, str, bool], ...]
    last_endings: frozenset[str]
    with_endings: frozenset[str]
    owner_endings: frozenset[str]
    object_endings: frozenset[str]
    goal_endings: frozenset[str]
    prefixes: tuple[str, ...]
    affixes: Affixes
    ministers: frozenset[str]
    foreign: frozenset[str]
    company_of: frozenset[str]
    given_as: tuple[str, ...]
    object_marks: frozenset[str]
    bare_ranks: frozenset[str]
    matters: frozenset[str]
    becoming: tuple[str, ...]

    @classmethod
    def of(cls, pack: Pack) -> Lexis:
        """The lexis of a pack."""
        people = pack.people
        heads = {key(text): code for code, words in people.heads.items() for word in words for text, _ in expand(word)}
        return cls(
            language=pack.language.code,
            cased=pack.language.cased,
            nouns_capitalised=pack.language.nouns_capitalised,
            head_last=people.head == "last",
            before=people.before,
            after=people.after,
            parts=_with_compounds(parts(pack.language.code), people.compound),
            inside=_words(people.inside),
            at=_words(people.at),
            at_home=_words(people.at_home),
            regarding=_words(people.regarding),
            at_endings=tuple(map(key, people.at_endings)),
            portfolios=_joined(
                _words([*people.portfolios, *(w for words in people.heads.values() for w in words)]),
                people.conjunction,
                pack.affixes.prefixes,
            ),
            local={key(word): offices for word, offices in people.local.items()},
            heads=heads,
            bare_ranks=_words(words.one[0] for words in people.offices if words.code in RANKS and words.one),
            matters=_words(people.matters),
            becoming=tuple(sorted(map(key, people.becoming), key=len, reverse=True)),
            regions=_words(word for word in pack.glue.place_nouns if " " not in word and len(word) > SHORT),
            conjunction=_words(people.conjunction),
            origin=_words(people.origin),
            particles=_words(people.particles),
            join=_words(people.join),
            stop=_words(people.stop) | (_act_nouns(pack) if pack.language.cased else frozenset()),
            affixes=Affixes((), pack.affixes.suffix_slots if people.head == "last" else ()),
            common=frozenset() if pack.language.cased else _common(pack),
            company=frozenset(w.split()[0] for w in _words([*people.speech, *people.meeting])),
            pronouns=_words(people.pronouns),
            after_name=_words(people.after_name),
            noun_markers=_words(people.noun_markers),
            noun_endings=tuple(map(key, people.noun_endings)),
            thing_before=_words(people.thing_before),
            thing_after=_words(people.thing_after),
            surname_endings=tuple(map(key, people.surname_endings)),
            feminine=tuple(map(key, people.feminine)),
            endings=tuple((key(e.form), key(e.base), e.sure) for e in people.endings),
            last_endings=frozenset(key(e.form) for e in people.endings if e.last),
            with_endings=_words(pack.acts.cues.with_after),
            owner_endings=_words(pack.glue.owner_endings),
            object_endings=_words(pack.glue.object_endings),
            goal_endings=_words(pack.glue.goal_endings),
            prefixes=tuple(sorted(map(key, pack.affixes.prefixes), key=len)),
            company_of=_words(w for w in pack.acts.cues.with_before if " " not in w),
            object_marks=_words(people.object_marks),
            given_as=tuple(map(key, people.given_as)),
            foreign=_parts_of(people, "foreign_minister") - _parts_of(people, "minister"),
            ministers=_words([o.one[0] for o in people.offices if o.code in ("minister", "deputy_minister") and o.one]),
        )

    @cached_property
    def apostrophe_endings(self) -> tuple[str, ...]:
        """Case endings that an apostrophe parts from the name."""
        return tuple(form for form, _, sure in self.endings if sure and form.startswith("'"))

    @cached_property
    def long_prefixes(self) -> tuple[str, ...]:
        """Prefixes of more than one letter: a word with one is hardly a foreign name."""
        return tuple(prefix for prefix in self.prefixes if len(prefix) > 1)

    @cached_property
    def numerals(self) -> frozenset[str]:
        """Ordinal words that are parts of rulers' names, and no name without another part: 'in the fourteenth government'."""
        return frozenset(word for word, part in self.parts.items() if set(part.english) <= set("IVX"))

    @cached_property
    def departments(self) -> frozenset[str]:
        """Words that departments are called by."""
        return self.portfolios - self.inside - self.conjunction

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """Prefixes that are particles of names too."""
        return tuple(prefix for prefix in self.long_prefixes if prefix in self.particles)

    @cached_property
    def given_forms(self) -> dict[str, int]:
        """Given names also with a prefix of the language, each with the prefix's length."""
        given = [word for word in self.parts if self.given(word) and word not in self.stop]
        joint = {prefix + word: len(prefix) for prefix in self.prefixes for word in given}
        joint = {word: cut for word, cut in joint.items() if word not in self.stop and word not in self.common}
        return joint | dict.fromkeys(given, 0)

    @cached_property
    def given_finals(self) -> frozenset[str]:
        """The last letters that given names in the lexicon usually have."""
        counts = Counter(word[-1] for word in self.parts if self.given(word))
        return frozenset(letter for letter, count in counts.items() if count > RARE * counts.total())

    @cached_property
    def bases(self) -> Callable[[str], tuple[Base, ...]]:
        """What a folded word may be without an ending of names, the longest ending first."""
        return lru_cache(maxsize=_KEPT)(self._bases)

    def _bases(self, word: str) -> tuple[Base, ...]:
        found = ((ending, put, sure) for ending, put, sure in self.endings if word.endswith(ending))
        return tuple(Base(word[: len(word) - len(ending)] + put, ending, put, sure) for ending, put, sure in found)

    @cached_property
    def given_in_case(self) -> Callable[[str], bool]:
        """True for a given name in any of its cases."""
        return lru_cache(maxsize=_KEPT)(lambda word: self.given(word) or any(self.given(b.form) for b in self.bases(word) if b.ending))

    @cached_property
    def surname_in_case(self) -> Callable[[str], bool]:
        """True for a surname and nothing else, also with a case ending."""
        return lru_cache(maxsize=_KEPT)(self._surname_in_case)

    def _surname_in_case(self, word: str) -> bool:
        if self.given(word):
            return False
        return any(self.surname(form) and not self.given(form) for form in (word, *(base.form for base in self.bases(word))))

    @cached_property
    def stopped(self) -> Callable[[str], bool]:
        """True for a word that is never part of a name, also with case endings where words take chains of them."""
        return lru_cache(maxsize=_KEPT)(self._stopped)

    def _stopped(self, word: str) -> bool:
        if word in self.stop or word in self.parts:
            return word in self.stop
        if self.head_last and "'" in word:
            return self.stopped(word.partition("'")[0])
        return any(word[:cut] in self.stop and self.affixes.ending(word[cut:]) for cut in range(LONG, len(word)))

    def given(self, word: str) -> bool:
        """True where the lexicon has the folded word as a given name."""
        part = self.parts.get(word)
        return part is not None and part.sort != "surname"

    def surname(self, word: str) -> bool:
        """True where the folded word is a known surname or ends like one."""
        part = self.parts.get(word)
        return (part is not None and part.sort != "given") or (len(word) > 4 and word.endswith(self.surname_endings))

    def with_article(self, word: str) -> bool:
        """True for a known part with an article that is a particle of names too: الأحمد."""
        return any(word.startswith(p) and self.known(word[len(p) :]) for p in self.articles)

    def known(self, word: str) -> bool:
        """True where the folded word is a name part or ends like a surname."""
        return word in self.parts or (len(word) > 4 and word.endswith(self.surname_endings))


def _common(pack: Pack) -> frozenset[str]:
    entries = (*pack.acts.entries(), *pack.people.entries(), *pack.voices.entries())
    known = parts(pack.language.code)
    return frozenset(word for entry in entries for word in key(entry.text).split() if word not in known)


def _with_compounds(known: dict[str, Part], firsts: Iterable[str]) -> dict[str, Part]:
    """The lexicon with given names that two names written together make."""
    given = [(word, part) for word, part in known.items() if part.sort != "surname" and len(word) > 2]
    heads = [(key(first), known[key(first)]) for first in firsts if key(first) in known]
    joint = {a + b: Part(f"{one.english} {two.english}", "given") for a, one in heads for b, two in given}
    return joint | known


def _act_nouns(pack: Pack) -> frozenset[str]:
    """Nouns of diplomatic acts: with a capital at the beginning of a sentence they are no names."""
    found = (entry for entry in pack.acts.entries() if entry.kind in ("act", "document"))
    nouns = (e.text for e in found if isinstance(e.value, Trigger) and e.value.mood is None and " " not in e.text)
    return frozenset(map(key, nouns))


def _joined(words: frozenset[str], conjunction: Iterable[str], prefixes: Iterable[str]) -> frozenset[str]:
    """Words also with the conjunction written to them, in languages that do: Arabic 'wa-'."""
    joint = [key(c) for c in conjunction if c in set(prefixes)]
    return words | {c + word for c in joint for word in words}


def _parts_of(people: PeopleSection, code: str) -> frozenset[str]:
    """The single words of the forms of an office."""
    forms = (form for office in people.offices if office.code == code for form in (*office.one, *office.many))
    return frozenset(part for form in _words(forms) for part in form.replace("'", " ").split())


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(key(text) for word in words for text, _ in expand(word))
