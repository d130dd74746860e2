"""The section `[people]`: offices, titles and the shape of names; and how names are spelled in English.

A form may hold alternatives in braces: `министр{|а|у} иностранных дел` stands for three forms. Groups with
the same number of alternatives vary in step (`генеральн{ый|ого} секретар{ь|я}` stands for two forms), others
freely. The first alternative is the dictionary form, the others are inflected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Literal, NamedTuple

from pydantic import Field

from assets.languages.schema.base import Section, Words
from assets.text.matcher import Entry

_GROUP = re.compile(r"\{([^{}]*)\}")


class OfficeForm(NamedTuple):
    """What a surface form of an office says.

    code: office code, or a part that only makes an office with another one (`deputy`, `counterpart` …).
    many: True for a plural. inflected: True where the form is not the dictionary form.
    body: what the word itself names: an ISO code, a slug, or the body of a state without it: Regierungssprecher = government.
    """

    code: str
    many: bool
    inflected: bool
    body: str | None = None


class TitleForm(NamedTuple):
    """A word that goes with a name. sort: honorific, rank, predicate …; many: True where several names follow."""

    sort: str
    many: bool


class OfficeWords(Section):
    """The forms of one office."""

    code: str = Field(pattern=r"^[a-z_]+$", description="Office code, or a part: deputy, assistant, counterpart.")
    one: Words = Field(default=(), description="Singular forms.")
    many: Words = Field(default=(), description="Plural forms.")
    body: str | None = Field(
        default=None, description="What the words name: an ISO code, a slug, or a state's body: Regierungssprecher = government."
    )


class Ending(Section):
    """An ending that a name may carry, and what stands in its place in the dictionary form."""

    form: str = Field(min_length=1)
    base: str = ""
    sure: bool = Field(default=False, description="True where no name ends so in its dictionary form.")
    last: bool = Field(default=False, description="Only the last part of a name takes it.")


class Manner(Section):
    """How names of some countries are usually written in Latin letters, where that differs from the rest of the language."""

    countries: Words = Field(description="ISO codes.")
    rules: tuple[tuple[str, str], ...] = Field(default=(), description="As the rules of the language, applied before them.")
    names: dict[str, str] = Field(
        default={}, description="Name parts that these countries spell otherwise: Russian Николай is Mykola in Ukraine."
    )
    sure: bool = Field(
        default=False, description="True where the rules alone give the spelling: one system turned into the other (Palladius, pinyin)."
    )


class Spelling(Section):
    """From this language's spelling of foreign names to the usual English one."""

    rules: tuple[tuple[str, str], ...] = Field(
        description="Pattern (regular expression on the lower-case word) and its replacement, applied in order."
    )
    own: Words = Field(
        default=(),
        description="ISO codes of countries whose names the script leaves without vowels; other names are spelled by sound. Empty: all.",
    )
    foreign: tuple[tuple[str, str], ...] = Field(default=(), description="Rules before the others for names of other countries than those.")
    vowels: tuple[tuple[str, str], ...] = Field(
        default=(), description="Rules after the others that put in vowels, for names of those countries."
    )
    finish: tuple[tuple[str, str], ...] = Field(default=(), description="Rules at the very end, for all names.")
    manners: tuple[Manner, ...] = Field(
        default=(), description="Rules of single countries: Maghreb names are spelled in the French manner."
    )
    only: str = Field(
        default="", description="Regular expression on the folded name: other names are left as they are written. Empty: all."
    )
    keep: Words = Field(default=(), description="ISO codes of countries whose people keep the letters they are written with.")
    article: str = Field(default="", description="Article written to a name, which the English spelling sets apart: Arabic ال.")
    letters: dict[str, Words] = Field(
        default={},
        description="Latin letters that letters of the script may stand for, the usual first: words are held against known names by them.",
    )
    vowelless: bool = Field(default=False, description="True where the script leaves most vowels out.")


class PeopleSection(Section):
    """How a language names people and their offices."""

    head: Literal["first", "last"] = Field(description="Where the head of a title phrase stands.")
    before: Literal["none", "adjective", "any"] = Field(
        description="Which names of a side may stand before the office: none, adjectives alone, any."
    )
    after: bool = Field(default=True, description="True where the side may follow the office.")
    offices: tuple[OfficeWords, ...]
    posts: tuple[OfficeWords, ...] = Field(
        default=(), description="Houses and abstract nouns by which an office is given: 'to the embassy in X', büyükelçiliğine."
    )
    local: dict[str, dict[str, str]] = Field(
        default={}, description="Office words that mean another office in some states, by ISO code: India's Foreign Secretary."
    )
    heads: dict[str, Words] = Field(
        default={}, description="What somebody is who heads a thing so called, by office code: head_of_mission = mission, delegation."
    )
    former: Words = Field(default=(), description="Marks of a past office.")
    modifiers: Words = Field(default=(), description="Other words inside a title phrase: new, acting, extraordinary …")
    matters: Words = Field(default=(), description="Words after what an office deals with, which is no side of it: 'üzrə', 'sorumlu'.")
    portfolios: Words = Field(default=(), description="Words for the business of other ministers and heads.")
    inside: Words = Field(default=(), description="Small words inside a title phrase.")
    at: Words = Field(default=(), description="Small words whose country receives the envoy instead of sending him.")
    at_home: Words = Field(default=(), description="Those of them that after an office at home only say of which state: Arabic في.")
    regarding: Words = Field(default=(), description="Small words whose country an office deals with: special envoy for Sudan, für.")
    at_endings: Words = Field(default=(), description="Endings with that meaning.")
    honorifics: Words = Field(default=(), description="Words before a name: Mr, Herr, Sayın.")
    honorifics_many: Words = Field(default=(), description="Such words before several names: MM.")
    after_name: Words = Field(default=(), description="Words of respect that follow a name.")
    ranks: Words = Field(default=(), description="Academic, noble, military and religious ranks before a name.")
    particles: Words = Field(default=(), description="Lower-case words inside a name: bin, von, de.")
    join: Words = Field(default=(), description="Words of a name that bind to the next one (Arabic 'abd').")
    compound: Words = Field(default=(), description="Given names that are written together with the next one (محمد in محمدجواد).")
    conjunction: Words = Field(description="Words between the last two names of a list.")
    origin: Words = Field(default=(), description="Words between a name and the country it comes from.")
    becoming: Words = Field(
        default=(), description="Between a comma behind a name and the office that its holder has or takes: who is, who becomes."
    )
    succession: Words = Field(default=(), description="Words that say that one follows another in an office.")
    object_marks: Words = Field(default=(), description="Words right after the one whom a verb is about: Persian را.")
    given_as: Words = Field(default=(), description="Before the office that somebody is given, the verb at the end: به عنوان.")
    retinue: Words = Field(default=(), description="Words after which those are named who travel with a person: accompanied by.")
    speech: Words = Field(default=(), description="Verbs of saying that stand beside a person's name.")
    meeting: Words = Field(default=(), description="Words of company beside a name: met with, welcomed, called.")
    pronouns: Words = Field(default=(), description="Words for a person named before: he, she.")
    first_person: Words = Field(default=(), description="Words by which who speaks means himself: I, ich.")
    stop: Words = Field(default=(), description="Words that are never part of a name.")
    noun_markers: Words = Field(default=(), description="Words after which a capital begins a noun, no name.")
    noun_endings: Words = Field(default=(), description="Ends of capitalised common nouns.")
    thing_before: Words = Field(default=(), description="Words before a name that make it a street, prize, plant …")
    thing_after: Words = Field(default=(), description="Words after a name that do so.")
    endings: tuple[Ending, ...] = Field(default=(), description="Case endings of names, the longest first.")
    feminine: Words = Field(default=(), description="Ends of words for offices that women hold, in languages that tell by them.")
    surname_endings: Words = Field(default=(), description="Ends of surnames in their dictionary form.")
    spelling: Spelling

    def entries(self) -> Iterator[Entry]:
        """What the gazetteer pass finds for the reading of people: kinds `office` and `title`."""
        for office in self.offices:
            for many, forms in ((False, office.one), (True, office.many)):
                for form in forms:
                    for text, inflected in expand(form):
                        yield Entry(text, "office", OfficeForm(office.code, many, inflected, office.body))
        for post in self.posts:
            for form in post.one:
                yield Entry(form, "post", OfficeForm(post.code, False, False))
        yield from (Entry(word, "retinue", True) for word in self.retinue)
        for sort, words in self._titles():
            for word in words:
                for text, _ in expand(word):
                    yield Entry(text, "title", TitleForm(sort, sort == "honorific_many"), bare=True)

    def _titles(self) -> tuple[tuple[str, Words], ...]:
        return (
            ("honorific", self.honorifics),
            ("honorific_many", self.honorifics_many),
            ("rank", self.ranks),
            ("former", self.former),
            ("modifier", self.modifiers),
            ("succession", self.succession),
        )


def expand(form: str) -> Iterator[tuple[str, bool]]:
    """The texts that a form with braces stands for, each with True where it is an inflected one.

    Example: `государя{|м}` gives (`государя`, False) and (`государям`, True).
    """
    groups = [group.split("|") for group in _GROUP.findall(form)]
    if not groups:
        yield form, False
        return
    pieces = _GROUP.split(form)[::2]
    sizes = list(dict.fromkeys(map(len, groups)))
    for choice in product(*map(range, sizes)):
        at = dict(zip(sizes, choice, strict=True))
        chosen = [group[at[len(group)]] for group in groups]
        text = pieces[0] + "".join(a + b for a, b in zip(chosen, pieces[1:], strict=True))
        yield " ".join(text.split()), any(choice)
