"""The section `[text]`: how a page of the press looks in a language, so that the article can be told from the page around it.

All words are compared folded: case, accents, Arabic letter variants and punctuation don't matter.
"""

from __future__ import annotations

from pydantic import Field

from assets.languages.schema.base import Section, Words


class TextSection(Section):
    """Words of pages: buttons, labels, lists, marks, mastheads, formulas of agencies."""

    letters: str = Field(default="", description="Letters that tell this language from the others in its script.")
    common: Words = Field(description="Commonest words, a few dozen: they tell the language of short texts.")
    buttons: Words = Field(
        default=(),
        description="Words of buttons, counters and menus. A line made of these, of platform names and numbers alone is no text.",
    )
    labels: Words = Field(default=(), description="Words before a colon or number whose whole line is no text (Views: 12).")
    lists: Words = Field(
        default=(), description="Headings of lists of other articles or of tags: they and the headlines after them are no text."
    )
    ends: Words = Field(default=(), description="Lines after which nothing of the article follows: comment forms, most read.")
    finals: Words = Field(default=(), description="Marks by which agencies end a dispatch.")
    published: Words = Field(default=(), description="Labels of the date of publication.")
    updated: Words = Field(default=(), description="Labels of the date of a later change.")
    credits: Words = Field(default=(), description="Labels of a picture's author or source; the line is no text.")
    staff: Words = Field(default=(), description="Labels of authors, editors and desks, before a colon or a name.")
    sections: Words = Field(default=(), description="Names of a site's sections, as they stand above a headline.")
    masthead: Words = Field(default=(), description="Words of which a newspaper's subtitle is made (daily, independent, newspaper).")
    press: dict[str, str] = Field(
        default={}, description="Words in names of outlets and their Latin form for the slug; empty where the slug leaves them out."
    )
    spelled: dict[str, str] = Field(
        default={}, description="Other words in names of outlets as slugs write them, where their letters don't tell (fa ofogh, ar ufuq)."
    )
    articles: Words = Field(default=(), description="Articles that belong to the name of an outlet: 'Le Courrier', 'El Diario'.")
    linking: Words = Field(default=(), description="Small words inside the name of an outlet: 'Courrier du Nil', 'Voice of the Bay'.")
    compounds: Words = Field(default=(), description="Words of the press that names of outlets end with: 'Arazpress', 'Ostinform'.")
    namesakes: dict[str, str] = Field(
        default={}, description="Slugs of outlets whose name means another one in this language: APA is the Austrian agency in German."
    )
    marks: Words = Field(default=(), description="What a site adds to a headline (video, photos).")
    notices: Words = Field(
        default=(),
        description="Notices about rights and subscription. Each is a set of word beginnings that all stand in the line, "
        "in any order; `a|b` is one of them (reproduc|reprint permission).",
    )
    calls: Words = Field(default=(), description="Beginnings of calls to the reader (subscribe to, follow us, join our).")
    tells: Words = Field(default=(), description="Words by which an outlet names itself as the teller (reports, передает).")
    cites: Words = Field(default=(), description="Words that introduce the source that the outlet draws on (citing, со ссылкой на).")
