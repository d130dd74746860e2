"""The section `[acts]`: the words by which a language tells diplomatic acts.

Forms are written compactly: `stem~paradigm` stands for the stem with every tail of a paradigm. A tail that begins
with a hyphen is attached (`görüş~past` with `-dü` gives görüşdü); any other tail is a word of its own
(`دیدار~do` with `کرد` gives two words). The tails of a paradigm are sorted by the mood that they give the verb.
`kam … zusammen` is a verb whose second word closes its clause, with anything between.

Braces hold alternatives, as in `[people]`: `{گفتگو|گفت و گو}ی تلفنی`.

Not here: who takes part, dates and places (other sections); how the words are used (assets.enriched.reading.acts).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from pydantic import Field, model_validator

from assets.languages.schema.base import Section, Words
from assets.languages.schema.people import expand
from assets.text.fold import key
from assets.text.matcher import Entry

Kind = Literal[
    "meeting", "consultations", "conference", "visit", "call", "signing", "statement", "appointment", "credentials"
]  # fmt: skip
Mood = Literal["held", "present", "planned", "cancelled", "negated", "hypothetical", "open"]
"""What a verb form says of its act. present: a headline's tense, held unless its date lies ahead.
open: an infinitive, subjunctive or bare participle that another word of the clause governs."""
MOODS: tuple[Mood, ...] = get_args(Mood)
Level = Literal["expert", "senior_officials", "deputy_ministerial", "ministerial", "summit", "parliamentary"]
Topic = Literal[
    "peace", "conflict", "security", "terrorism", "drugs", "mines", "borders", "trade", "economy", "energy", "transport",
    "climate", "migration", "refugees", "humanitarian", "human_rights", "culture", "education", "health", "water", "nuclear",
    "relations", "cooperation", "sanctions", "consular", "media", "technology", "parliament", "religion",
]  # fmt: skip
Part = Literal["noun", "session", "verb", "adopting", "receiving", "joining", "becoming", "document", "floor"]
GAP = " … "
"""Between a verb and the particle that closes its clause."""
Reach = Literal["support", "hosting", "attending", "chairing", "modal", "near"]
Cue = Literal[
    "frame", "background", "online", "separately", "both", "both_states", "counterpart", "former", "said", "with_before", "with_after",
    "since", "purpose", "topic", "about", "matter", "apart", "relative", "delegation", "home", "unfit", "denial", "decree", "moved_to",
    "same_day", "next_day", "day_before", "ceremony", "rather",
]  # fmt: skip
Paradigms = dict[str, dict[Mood | Literal["noun"], Words]]


class Trigger(NamedTuple):
    """A word that can tell an act. mood: that of a verb form, None for a noun. close: the word that must close its clause."""

    kind: Kind
    part: Part
    mood: Mood | None = None
    close: str = ""


class Helper(NamedTuple):
    """A word that gives a noun or an open form its mood. kind: the only kind of act that it serves, or None. close: as a trigger's."""

    reach: Reach
    mood: Mood
    kind: Kind | None = None
    close: str = ""


class Verbs(Section):
    """Verb forms by mood: `verbs` with paradigms, the rest whole forms."""

    verbs: Words = Field(default=(), description="Stems with their paradigm, `stem~paradigm`.")
    held: Words = Field(default=(), description="Forms that say that it was done.")
    present: Words = Field(default=(), description="Present forms: done in a headline, planned with a date ahead.")
    planned: Words = Field(default=(), description="Forms that say that it will be done.")
    cancelled: Words = Field(default=(), description="Forms that say that it was called off or put off.")
    negated: Words = Field(default=(), description="Forms that say that it was not or will not be done.")
    hypothetical: Words = Field(default=(), description="Forms that say that it could, should or might be done.")
    open: Words = Field(default=(), description="Forms that another verb of the clause governs.")

    def forms(self, paradigms: Paradigms) -> Iterator[tuple[str, Mood]]:
        """Every surface form with its mood."""
        for word in self.verbs:
            stem, _, name = word.partition("~")
            for mood in MOODS:
                yield from ((text, mood) for tail in paradigms[name].get(mood, ()) for text, _ in expand(join(stem, tail)))
        for mood in MOODS:
            yield from ((text, mood) for form in getattr(self, mood) for text, _ in expand(form))


class KindWords(Verbs):
    """The words of one kind of act."""

    nouns: Words = Field(default=(), description="Nouns of the act, `stem~paradigm` with the tails under `noun`.")
    sessions: Words = Field(default=(), description="Nouns that are the act only with the body whose session it is.")
    support: Verbs = Field(default=Verbs(), description="Verbs that say of this kind's nouns alone that they happen.")
    adopting: Verbs = Field(default=Verbs(), description="Verbs that are the act only with a document beside them.")
    receiving: Verbs = Field(default=Verbs(), description="Verbs that are the act only with somebody who is received.")
    joining: Verbs = Field(default=Verbs(), description="Verbs that are the act only with somebody with whom: discussed.")
    becoming: Verbs = Field(default=Verbs(), description="Verbs that are the act only where they give somebody an office: becomes.")
    documents: Words = Field(default=(), description="Documents that can be signed, adopted or approved.")


class CueWords(Section):
    """Words that steer who, when and how an act is told."""

    frame: Words = Field(default=(), description="Words before or after an act's noun that make it an occasion: during.")
    background: Words = Field(default=(), description="Openings of paragraphs and clauses that look back: recall that.")
    online: Words = Field(default=(), description="The act takes place at no place: online, by video link.")
    separately: Words = Field(default=(), description="One after the other, not together: separately.")
    both: Words = Field(default=(), description="The sides of the act told last: both ministers, the sides.")
    both_states: Words = Field(default=(), description="The countries of the act told last: the two countries.")
    counterpart: Words = Field(default=(), description="The holder of the same office of another side.")
    guest: Words = Field(default=(), description="Words for the one who came to visit: the guest.")
    official: Words = Field(default=(), description="Words that with an adjective mean that state's person: the Kenyan diplomat.")
    former: Words = Field(default=(), description="Before a person who no longer holds the office.")
    sent: Words = Field(default=(), description="After a person who is not there: sent greetings, an invitation, a rite.")
    said: Words = Field(default=(), description="Verbs and formulas by which somebody is only quoted.")
    with_before: Words = Field(default=(), description="Before the one with whom: with.")
    with_after: Words = Field(default=(), description="After the one with whom: ilə, as a word or as an ending.")
    purpose: Words = Field(default=(), description="Before talks that a journey is for: flew to Nairobi for talks.")
    since: Words = Field(default=(), description="Before a date since which something lasts.")
    topic: Words = Field(default=(), description="Words after or before what is talked about: on, about.")
    about: Words = Field(default=(), description="Words that tell what was talked about: discussed, the agenda, in the focus.")
    matter: Words = Field(default=(), description="Nouns whose place is what is talked about, not where: the situation in.")
    apart: Words = Field(default=(), description="Before an occasion at another time and place than the act: ahead of, after.")
    relative: Words = Field(default=(), description="Openings of clauses that describe a noun: who, whose, which.")
    delegation: Words = Field(default=(), description="Words for a delegation and for heading it.")
    home: Words = Field(default=(), description="Words for the side that receives: host, received.")
    unfit: Words = Field(default=(), description="Company in which the words tell no diplomacy: court, shareholders, match.")
    moved_to: Words = Field(default=(), description="Before a date, after it, or its ending: what is put off is put off to it.")
    rather: Words = Field(default=(), description="Behind a plan and before its new date: was to come today, will do so on Friday.")
    decree: Words = Field(default=(), description="Papers of home affairs whose signing is no diplomacy: decree, law.")
    joining: Words = Field(default=(), description="Conjunctions that hold a relative word and open no relative clause: ainsi que.")
    capital: Words = Field(default=(), description="Words that make a country's name or adjective its capital city: the Sudanese capital.")
    impersonal: Words = Field(default=(), description="After a pronoun, words that make it mean nobody: il y a.")
    same_day: Words = Field(default=(), description="The day of the act told last: on the same day.")
    day_before: Words = Field(default=(), description="The day before the act told last: the day before.")
    ceremony: Words = Field(default=(), description="Nouns for the occasion of the signing or the credentials told last: the ceremony.")
    next_day: Words = Field(default=(), description="The day after the act told last: the following day.")
    ended: Words = Field(default=(), description="Words that say that something that lasts several days is over: ended, wrapped up.")
    idiom: Words = Field(default=(), description="Phrases that hold a word of an act and tell none: was there to receive.")
    invited: Words = Field(default=(), description="Before the one who invites a traveller: at the invitation of.")
    floor: Words = Field(
        default=(), description="Words of speaking before an assembly that is named beside them: addressed, took the floor."
    )
    denial: Words = Field(default=(), description="Words that deny or make unreal what the sentence tells: denied, if.")


class ActsSection(Section):
    """How a language tells diplomatic acts."""

    paradigms: Paradigms = Field(default={}, description="Tails of stems, by name and mood; `noun` for cases of nouns.")
    adverbs: Words = Field(default=(), description="Adverbs that may stand inside a verb form, after its first word: a ensuite reçu.")
    auxiliaries: Words = Field(default=(), description="First words of verb forms after which such an adverb may stand.")
    objects: Literal["after", "before"] = Field(default="after", description="On which side of a verb its object stands.")
    kinds: dict[Kind, KindWords] = Field(description="Words by kind of act.")
    support: Verbs = Field(default=Verbs(), description="Verbs of happening: took place, was postponed.")
    hosting: Verbs = Field(default=Verbs(), description="Verbs of hosting an act; their subject is the host.")
    attending: Verbs = Field(default=Verbs(), description="Verbs of taking part in an act.")
    chairing: Verbs = Field(default=Verbs(), description="Verbs of opening or chairing an act.")
    modal: Verbs = Field(default=Verbs(), description="Words that govern open forms: will, did not, could.")
    near: Verbs = Field(default=Verbs(), description="Words beside a noun: upcoming (planned), previous (held).")
    cues: CueWords = Field(default=CueWords(), description="Words that steer participants, place and background.")
    levels: dict[Level, Words] = Field(default={}, description="Words that tell at which level a conference meets.")
    topics: dict[Topic, Words] = Field(default={}, description="Words of each topic.")
    ordinals: dict[int, Words] = Field(default={}, description="Ordinal numbers in words.")
    durations: dict[int, Words] = Field(default={}, description="Words for how many days something lasts: two-day.")
    ordinal_endings: Words = Field(default=(), description="What follows an ordinal in digits: th, -ci, a full stop.")

    ordinal_articles: Words = Field(default=(), description="What begins a number that stands behind its noun: ال in 'session the 142'.")

    @model_validator(mode="after")
    def _paradigms_exist(self) -> ActsSection:
        """Raises: ValueError when a word names a paradigm that the section doesn't define."""
        for word in self._written():
            stem, mark, name = word.partition("~")
            if mark and name not in self.paradigms:
                raise ValueError(f"{stem!r} wants the paradigm {name!r}, which [acts.paradigms] doesn't define")
        return self

    def _written(self) -> Iterator[str]:
        for kind in self.kinds.values():
            yield from (*kind.nouns, *kind.sessions, *kind.documents, *kind.verbs, *kind.support.verbs)
            yield from (*kind.adopting.verbs, *kind.receiving.verbs, *kind.joining.verbs, *kind.becoming.verbs)
        for verbs in (self.support, self.hosting, self.attending, self.chairing, self.modal, self.near):
            yield from verbs.verbs
        for words in (*self.levels.values(), *self.topics.values(), *self.ordinals.values(), *self.durations.values()):
            yield from words

    def entries(self) -> Iterator[Entry]:
        """Surface forms for the gazetteer pass: kinds act, helper, level, topic, ordinal and cue."""
        for kind, words in self.kinds.items():
            yield from self._kind_entries(kind, words)
        reaches: dict[Reach, Verbs] = {
            "support": self.support, "hosting": self.hosting, "attending": self.attending,
            "chairing": self.chairing, "modal": self.modal, "near": self.near,
        }  # fmt: skip
        for reach, verbs in reaches.items():
            for form, mood in verbs.forms(self.paradigms):
                first, close = parted(form)
                yield Entry(first, "modal" if reach == "modal" else "helper", Helper(reach, mood, close=close), verb=True)
        for name in CueWords.model_fields:
            for form in getattr(self.cues, name):
                yield Entry(form, f"cue.{name}", name)
        lists = (("level", self.levels), ("topic", self.topics), ("ordinal", self.ordinals), ("duration", self.durations))
        for entry_kind, table in lists:
            for value, forms in table.items():
                for form in self._nouns(forms):
                    yield Entry(form, entry_kind, value)

    def _kind_entries(self, kind: Kind, words: KindWords) -> Iterator[Entry]:
        for part, nouns in (("noun", words.nouns), ("session", words.sessions), ("document", words.documents)):
            for form in self._nouns(nouns):
                yield Entry(form, "document" if part == "document" else "act", Trigger(kind, part))  # type: ignore[arg-type]
        verbs: dict[Part, Verbs] = {
            "verb": words,
            "adopting": words.adopting,
            "receiving": words.receiving,
            "joining": words.joining,
            "becoming": words.becoming,
        }
        for part, forms in verbs.items():
            for form, mood in forms.forms(self.paradigms):
                first, close = parted(form)
                yield Entry(first, "act", Trigger(kind, part, mood, close), verb=True, open=first.partition(" ")[0] in self.auxiliaries)
        for form, mood in words.support.forms(self.paradigms):
            first, close = parted(form)
            yield Entry(first, "helper", Helper("support", mood, kind, close))

    def _nouns(self, words: Words) -> Iterator[str]:
        for word in words:
            stem, mark, name = word.partition("~")
            tails = self.paradigms[name].get("noun", ("-",)) if mark else ("-",)
            yield from (text for tail in tails for text, _ in expand(join(stem, tail)))


def parted(form: str) -> tuple[str, str]:
    """The word of a form that is sought, and the folded one that must close its clause."""
    first, _, close = form.partition(GAP)
    return first, key(close)


def join(stem: str, tail: str) -> str:
    """A stem with a tail: attached after a hyphen, else as a word of its own."""
    return stem + tail[1:] if tail.startswith("-") else f"{stem} {tail}"
