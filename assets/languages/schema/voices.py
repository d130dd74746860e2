"""The section `[voices]`: words by which a text says who tells it, who speaks, and who holds which role."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from assets.languages.schema.base import Section, Words
from assets.languages.schema.people import expand
from assets.text.matcher import Entry


def _expanded(words: Words) -> Iterator[str]:
    """The forms with their alternatives in braces written out."""
    return (text for word in words for text, _ in expand(word))


class SourceWords(Section):
    """Formulas of attribution."""

    before: Words = Field(default=(), description="Right before a source: 'selon', 'unter Berufung auf', 'به نقل از'.")
    after: Words = Field(default=(), description="Right after a source: 'xəbər verir', 'reports', 'haberine göre'.")
    said: Words = Field(default=(), description="Verbs of saying that make a ministry right before them the source.")
    around: Words = Field(default=(), description="Verbs of reporting with the source on either side: 'berichtet'.")
    told: Words = Field(default=(), description="Before an outlet that somebody spoke to: 'in an interview with'.")
    post: Words = Field(default=(), description="Words for a post in social media: the person who writes it is the source.")
    label: Words = Field(default=(), description="Beginnings of a line that names the source: 'Source:'.")


class MandateWords(Section):
    """A role in an organisation, by its nouns and verbs."""

    chair: Words = ()
    co_chair: Words = ()
    vice_chair: Words = ()
    member: Words = ()
    observer: Words = ()
    supporter: Words = ()
    coordinator: Words = ()
    candidate: Words = ()

    def items(self) -> Iterator[tuple[str, Words]]:
        """Role and its words."""
        for name in type(self).model_fields:
            yield name, getattr(self, name)


class VoicesSection(Section):
    """Attributions, quotes and mandates."""

    source: SourceWords = SourceWords()
    speech: Words = Field(default=(), description="Finite verbs of saying: 'a déclaré', 'said', 'bildirib'.")
    mandate: MandateWords = MandateWords()
    handed_by: Words = Field(default=(), description="Words between a role and the holder who hands it over: 'from'.")
    handed_by_endings: Words = Field(default=(), description="Endings of such a holder: 'dan', 'dən'.")
    handed_to: Words = Field(default=(), description="Verbs of handing a role to somebody named in the case of a goal: 'devretti'.")
    told_to: Words = Field(
        default=(), description="Words between who speaks and the outlet that hears it: 'sagte Merz der «Bild»', 'told the'."
    )
    joined: Words = Field(default=(), description="Verbs of becoming a member of the body before them, in the case of a goal: 'qoşulub'.")
    entered: Words = Field(
        default=(),
        description="Verbs of joining, leaving or sitting in the body right behind them: 'a quitté la', 'siège au'.",
    )
    denied: Words = Field(default=(), description="Words before a role by which it is not held: 'pas' in 'n'est pas membre'.")
    denied_after: Words = Field(default=(), description="Words right behind the body by which a role is not held: 'نیست'.")
    movement: Words = Field(default=(), description="Nouns that stand for the organisation last named: 'the Movement'.")
    country_again: Words = Field(default=(), description="Words for the country last spoken of: 'this country', 'whose country'.")

    def entries(self) -> Iterator[Entry]:
        """Forms for the gazetteer pass: kinds source.before, source.after …, speech, mandate, movement, country_again."""
        for name in type(self.source).model_fields:
            for text in getattr(self.source, name):
                yield Entry(text, f"source.{name}", name, bare=True)
        for text in self.speech:
            yield Entry(text, "speech", text, bare=True)
        for role, words in self.mandate.items():
            for text in _expanded(words):
                yield Entry(text, "mandate", role)
        joining = (("handed", "", self.handed_to), ("joined", "member", self.joined), ("entered", "member", self.entered))
        for kind, role, forms in joining:
            yield from (Entry(text, f"mandate.{kind}", role or text, bare=True) for text in _expanded(forms))
        for text in self.movement:
            yield Entry(text, "movement", text)
        for text in self.country_again:
            yield Entry(text, "country_again", text)
