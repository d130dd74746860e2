"""The base of every section and the section `[language]` itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = tuple[Annotated[str, StringConstraints(min_length=1)], ...]
"""Surface forms as the press writes them; the engine folds them."""


class Section(BaseModel):
    """A part of a pack. Unknown keys are errors, values can't change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class LanguageSection(Section):
    """Who the language is and how its script behaves."""

    code: str = Field(pattern=r"^[a-z]{2,3}$", description="BCP 47 code.")
    name: str = Field(description="English name.")
    script: str = Field(pattern=r"^[A-Z][a-z]{3}$", description="ISO 15924 code of its usual script.")
    cased: bool = Field(description="True where proper names begin with a capital letter.")
    nouns_capitalised: bool = Field(default=False, description="True where common nouns are capitalised too.")
    ordinal_dot: bool = Field(default=False, description="True where a number with a full stop is an ordinal: '4. April'.")
    spellings: tuple[tuple[str, str], ...] = Field(
        default=(), description="Letters and what some countries write for them: Swiss German 'ss'."
    )
    home: str | None = Field(
        default=None, pattern=r"^[A-Z]{2}$", description="ISO 3166 code of the country whose press it is where the outlet is unknown."
    )
    abbreviations: Words = Field(default=(), description="Words after which a full stop ends no sentence.")


class AffixSection(Section):
    """What may be attached to a gazetteer word without a space."""

    prefixes: Words = Field(default=(), description="Strings before the word, each whole (Arabic 'وال').")
    suffix_slots: tuple[Words, ...] = Field(
        default=(), description="Slots of endings in their order, each optional: plural, possessive, case, particle."
    )
    verb_prefixes: Words | None = Field(default=None, description="Those before verbs, where they are fewer: Arabic verbs take no article.")
    verb_endings: Words = Field(default=(), description="Endings of verbs, where `verb_prefixes` is given: Arabic object pronouns.")
    contractions: tuple[tuple[str, str], ...] = Field(
        default=(), description="Beginnings of a word and what a preposition makes of them: Arabic 'ال' becomes 'لل'."
    )
