"""Reads documents of one language: puts the parts of the reading together in their order.

Not here: any rule. The order is names first, then dates, people, acts, and the voices that tell of them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from assets.enriched.reading.acts import ActsReader
from assets.enriched.reading.entities import EntityReader
from assets.enriched.reading.gazetteer import Gazetteer
from assets.enriched.reading.model import Document, Mention
from assets.enriched.reading.page import Page, Reading
from assets.enriched.reading.people import PeopleReader
from assets.enriched.reading.sentences import SentenceCutter
from assets.enriched.reading.sheet import Sheet
from assets.enriched.reading.voices import VoiceReader
from assets.languages import packs
from assets.languages.schema.pack import Pack
from assets.register import registers
from assets.register.registers import Registers
from assets.text.dates import DateReader
from assets.text.fold import key
from assets.text.lasting import lasting


class Reader:
    """All that is compiled once for a language.

    Args:
        pack: the language.
        registers: the shared registers.
    """

    def __init__(self, pack: Pack, register: Registers) -> None:
        self._home = pack.language.home
        self._cutter = SentenceCutter(set(map(key, pack.language.abbreviations)), pack.language.ordinal_dot)
        self._gazetteer = Gazetteer(pack, register)
        self._entities = EntityReader(pack, register)
        self._dates = DateReader(pack.dates)
        self._people = PeopleReader(pack, register)
        self._acts = ActsReader(pack, register)
        self._voices = VoiceReader(pack, register)

    def read(self, document: Document) -> Reading:
        """Read one document. Pure: the same document gives the same reading."""
        page = self.page(document)
        reports = self._acts.read(page)
        voices = self._voices.read(page)
        return Reading(
            document,
            sorted([*page.mentions, *page.dates], key=lambda m: (m.start, -m.end)),
            page.people,
            reports,
            voices.mandates,
            voices.attributions,
            voices.quotes,
            page.sheet,
        )

    def page(self, document: Document) -> Page:
        """The page with its names, dates and people: what acts and voices work on."""
        sheet = Sheet(replace(document, home=document.home or self._home), self._cutter)
        page = Page(sheet, self._gazetteer.find(sheet))
        page.add(self._entities.read(page))
        page.dates = self._dates_of(page)
        page.people = self._people.read(page)
        return page

    def _dates_of(self, page: Page) -> list[Mention]:
        document = page.sheet.document
        found = []
        places = {(m.start, m.end) for m in page.mentions if m.kind == "place"}
        for date in self._dates.read(document.body, document.published, document.home):
            start, end = page.sheet.folded_span(date.start, date.end)
            if (start, end) in places:  # Persian دوشنبه is Monday and Dushanbe: its company has told which
                continue
            mention = Mention("date", start, end, start, end, date.edtf, date.basis, date.rule)
            mention.sentence = page.sheet.sentence_at(start)
            found.append(mention)
        return found


@cache
@lasting()
def reader(language: str) -> Reader:
    """The reader of a language, compiled at the first call in a process."""
    return Reader(packs.load(language), registers.load())
