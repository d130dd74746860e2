"""The section `[glue]`: the small words that tie names to what they belong to."""

from __future__ import annotations

from pydantic import Field

from assets.languages.schema.base import Section, Words


class GlueSection(Section):
    """Function words, folded by the engine; a word may be a phrase."""

    of: Words = Field(description="Words that may stand between a thing and its country: 'of the', 'de la', articles.")
    conjunction: Words = Field(description="and, or, as well as, with: words that make a list of equals.")
    place_before: Words = Field(default=(), description="Words before a place where something happens: 'in', 'à'.")
    place_endings: Words = Field(default=(), description="Endings of a place where something happens: 'da', 'də'.")
    place_prefixes: Words = Field(default=(), description="What is attached before a place: Arabic 'ب'.")
    goal_before: Words = Field(default=(), description="Words before a place that someone goes to or comes from.")
    goal_endings: Words = Field(default=(), description="Endings of such a place.")
    away: Words = Field(default=(), description="Before a place that is left or passed: from, over.")
    owner_endings: Words = Field(default=(), description="Endings of an owner, or of the subject of a clause that is a noun: genitive.")
    object_endings: Words = Field(default=(), description="Endings of what a verb is done to, where names take them without an apostrophe.")
    near: Words = Field(default=(), description="Further words before a place, where nothing need happen: near, between, as far as.")
    place_nouns: Words = Field(default=(), description="Nouns that make the name beside them a place: 'city of'.")
    our: Words = Field(default=(), description="Words for the outlet's own country: 'our country', 'ölkəmiz'.")
    press_nouns: Words = Field(default=(), description="Nouns beside the name of an outlet: 'newspaper', 'qəzeti'; they make it one.")
    ministry: Words = Field(default=(), description="The ministry that the text has just spoken of: 'the ministry', 'Bakanlık'.")
    compounds: dict[str, str] = Field(
        default={}, description="First halves of adjectives of two states, before a hyphen, by ISO code: franco-, российско-."
    )
