"""A whole pack: every section of one language's file, in the order of the stages that read them."""

from __future__ import annotations

from assets.languages.schema.acts import ActsSection
from assets.languages.schema.base import AffixSection, LanguageSection, Section
from assets.languages.schema.dates import DatesSection
from assets.languages.schema.glue import GlueSection
from assets.languages.schema.people import PeopleSection
from assets.languages.schema.text import TextSection
from assets.languages.schema.voices import VoicesSection


class Pack(Section):
    """All that is known of one language."""

    language: LanguageSection
    affixes: AffixSection
    glue: GlueSection
    text: TextSection
    dates: DatesSection
    people: PeopleSection
    acts: ActsSection
    voices: VoicesSection
