"""Outlets that the register does not know, or knows by another form: by domain, by a press noun, by a sign-off, by the brand line.

Here: 'Orda.kz', 'the newspaper "X"', '(afp, rtr)', the name of the document's own outlet. Not here: outlets
that the gazetteer finds by name (reader).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.enriched.reading.entities.spotting import either
from assets.enriched.reading.entities.unregistered import UnregisteredReader
from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import Page
from assets.enriched.reading.sheet import Sheet
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers
from assets.text.fold import key
from assets.text.names import transliterate
from assets.text.slug import slug_of

_DOMAIN = re.compile(r"(?<![\w@./-])([a-z0-9][\w-]+)\.([a-z]{2,4})(?![\w@/]|\.\w)")
"""A domain that stands as a name: no part of an address or a path."""
_ZONE = re.compile(r"\.[a-z]{2,4}(?![\w@/]|\.\w)")
"""Its end, which is sought faster and which most texts have nowhere."""
_CODES = re.compile(r"\(([a-z]{2,5}(?:[,/ ]+[a-z]{2,5})*)\)\W*$")
"""Agencies' codes in the brackets that end a line: '(afp, rtr)'."""
_ELISION = re.compile(r"\b([LlDd])['’](?=\w)")
"""An article or a preposition that lost its vowel, a word of its own in slugs: l-echo."""
ZONES = frozenset({"com", "net", "org", "info", "news", "press", "media", "tv"})
"""Domain endings beside those of countries, whose two letters need no list."""
CODE = 5
"""Letters of an agency's code at the most."""
SIGNED = 60
"""Characters of a line that is a sign-off or a brand's own; longer ones tell something."""
ENDING = 3
"""Letters that a case may add to a name's last word in Latin spelling."""
STEM = 5
"""Letters of a word that its cases share."""
BRAND = 6
"""Words of a brand line at the most, a date beside it left out."""


class OutletReader:
    """Finds outlets beyond the register's names.

    Args:
        pack: its press nouns, and the words that slugs leave out.
        registers: outlets with their domains and names.
    """

    def __init__(self, pack: Pack, registers: Registers) -> None:
        self._known = {row.organisation_id for row in registers.press} | {row.organisation_id for row in registers.organisations}
        self._domains = {domain: row.organisation_id for row in registers.press for domain in row.domains}
        self._codes = {
            key(name): row.organisation_id for row in registers.press if row.kind == "agency" for name in row.names if len(name) <= CODE
        }
        self._zones = ZONES | {row.country.lower() for row in registers.countries}
        self._words = {key(word): latin for word, latin in {**pack.text.spelled, **pack.text.press}.items()}
        self._vowelled, self._language = pack.language.cased, pack.language.code
        self._unregistered = UnregisteredReader(pack, registers).read
        nouns = either(pack.glue.press_nouns)
        self._called = re.compile(rf'\b(?:{nouns}) "([^"\n]{{3,40}})"|"([^"\n]{{3,40}})"(?:\w{{0,4}}) (?:{nouns})\b') if nouns else None

    def read(self, page: Page) -> Iterator[Mention]:
        """Mentions of outlets, those that the register has under the same slug among them."""
        yield from self._by_domain(page.sheet)
        yield from self._by_noun(page.sheet)
        yield from self._signed(page.sheet)
        outlet = page.sheet.document.outlet
        if outlet and outlet not in self._known:
            yield from self._own(page.sheet, outlet)
        for span in self._unregistered(page):
            slug = self._slug(page.sheet.original(*span))
            if slug and not (outlet and (_is_inflected(slug, outlet) or outlet.endswith(f"-{slug}"))):
                yield _named(span.start, span.end, slug, "outlet.unregistered")

    def _by_domain(self, sheet: Sheet) -> Iterator[Mention]:
        if _ZONE.search(sheet.text) is None:
            return
        for match in _DOMAIN.finditer(sheet.text):
            known = self._domains.get(match.group())
            if known or (match.group(2) in self._zones and sheet.capital(match.start())):
                yield _named(match.start(), match.end(), known or slug_of(match.group()), "outlet.domain")

    def _by_noun(self, sheet: Sheet) -> Iterator[Mention]:
        for match in self._called.finditer(sheet.text) if self._called and '"' in sheet.text else ():
            group = 1 if match.group(1) else 2
            if slug := self._slug(sheet.original(*match.span(group))):
                yield _named(*match.span(group), slug, "glue.press_nouns")

    def _signed(self, sheet: Sheet) -> Iterator[Mention]:
        """Known codes of agencies where the article ends, an editor's initials beside them or not."""
        for start, end in sheet.paragraphs[-2:]:
            found = _CODES.search(sheet.text, max(start, end - SIGNED), end)
            codes = list(re.finditer("[a-z]+", found.group(1))) if found else []
            if found and any(code.group() in self._codes for code in codes):
                for code in codes:
                    if code.group() not in self._codes:
                        continue
                    first = found.start(1) + code.start()
                    yield _named(first, first + len(code.group()), self._codes[code.group()], "outlet.code")

    def _own(self, sheet: Sheet, outlet: str) -> Iterator[Mention]:
        """The document's outlet: words that make its slug."""
        wanted = outlet.replace("-", "")
        words = sheet.words(0, len(sheet.text))
        for number, first in enumerate(words):
            made = ""
            for last in words[number : number + BRAND]:
                made += self._latin(sheet.original(*last)).replace("-", "")
                if made.startswith(wanted) and len(made) - len(wanted) <= ENDING:
                    yield _named(first.start, last.end, outlet, "document.outlet")
                    break
                if not made or not wanted.startswith(made):
                    break

    def _slug(self, name: str) -> str:
        parts = (self._latin(word) for word in re.findall(r"[\w'’-]+", _ELISION.sub(r"\1 ", name)))
        return "-".join(part for part in parts if part)

    def _latin(self, word: str) -> str:
        latin = self._words.get(key(word))
        return self._transliterated(word) if latin is None else latin

    def _transliterated(self, word: str) -> str:
        """A word in Latin letters; one of a script without vowels as the names of people are written."""
        return slug_of(word) if self._vowelled else slug_of(transliterate(word, self._language, person=False))


def _is_inflected(slug: str, outlet: str) -> bool:
    """True where a name is the document's own outlet in another case: 'Каспийскому обозревателю'."""
    pairs = list(zip(slug.split("-"), outlet.split("-"), strict=False))
    return slug.count("-") == outlet.count("-") and all(a[:STEM] == b[:STEM] and abs(len(a) - len(b)) <= ENDING for a, b in pairs)


def _named(start: int, end: int, slug: str, rule: str) -> Mention:
    return Mention("organisation", start, end, start, end, slug, "name", rule)
