"""Whose body is meant where a text names none: the country that the text goes on about.

Not here: bodies that stand beside their country (bodies).
"""

from __future__ import annotations

from assets.enriched.reading.entities.spotting import named
from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import OPENING, Page
from assets.text.matcher import Match

MFA = "mfa"
OWN_BODIES = frozenset({"mfa", "presidency", "royal-court"})
"""Bodies that the press of a country names without the country when it means its own."""
STATE_BODIES = OWN_BODIES | {"parliament", "mod", "security-council"}
"""Bodies that every state has, so that one may be named without the state where the text has just named it."""
ABROAD = frozenset({"embassy", "consulate", "permanent-mission"})
"""Bodies that a state has in other ones: which, only their country tells."""
FOREIGN_OFFICES = frozenset({"foreign_minister", "deputy_foreign_minister"})
"""Offices after which 'the ministry' is the foreign ministry."""
NEAR = 400
"""Characters within which a text goes on about the country whose body it named."""
_DASHES = "-–—:/(,"
OFTEN = 3
"""Mentions of a country, the headline's among them, by which a text is about it."""
BOTH = 2
"""Countries that a text is about where it says 'the foreign ministries' of no country by name."""


class Context:
    """Whose ministry is meant where a text names none: the country that the text goes on about.

    Args:
        page: the page.
        countries: its mentions of countries.
        at_home: the country whose press goes without saying in this language, if one does.

    last: where the last body stood and whose it was. named: kinds of bodies that the text named with their country.
    """

    def __init__(self, page: Page, countries: list[Mention], at_home: str | None) -> None:
        self.last: tuple[int, str] | None = None
        self.named: set[str] = set()
        self._at_home = at_home
        dateline = dateline_country(page)
        self._home = page.sheet.document.home or dateline
        self._spoken_of = ({c.value for c in countries} | {dateline}) - {None}
        self._page = page
        self._countries = countries

    def owners(self, match: Match) -> list[str]:
        """The outlet's own country; else the only country of the sentence, for an outlet with a home only before it;
        else that of a body just named.

        Several ministries are those of the two countries that the text names first: it is about them.
        """
        body, home = named(match).value, self._home
        spoken_of = self._spoken_of
        if named(match).form == "plural":
            return list(dict.fromkeys(c.value for c in self._countries if c.start < match.start and c.value))[:BOTH]
        if body in OWN_BODIES and home and (home in spoken_of or not spoken_of or self._is_own(home)):
            return [home]
        if body not in STATE_BODIES | ABROAD:
            return [home] if home and self._goes_without_saying(match, home) else []
        if body in ABROAD:
            return []
        sentence = self._page.sheet.sentences[self._page.sheet.sentence_at(match.start)]
        until = match.start if home and body in OWN_BODIES else sentence.end
        near = {c.value or "" for c in self._countries if sentence.start <= c.start < until}
        if len(near) == 1:
            return list(near)
        if self.last and sentence.start - self.last[0] < NEAR:
            return [self.last[1]]
        if body not in OWN_BODIES:
            return [home] if home and self._goes_without_saying(match, home) else []
        return [home] if home and not self._is_foreign(match) else self._talked_about(match)

    def _goes_without_saying(self, match: Match, home: str) -> bool:
        """True for a ministry or service in the press of the language's own country, in a paragraph that names no other one before.

        One word ('headquarters') and words without a capital, where the script has any, are too little to be a name.
        """
        first = self._page.sheet.text[match.start]
        cased = first.upper() != first.lower()
        if " " not in match.entry.text or (cased and not self._page.sheet.capital(match.word_start)):
            return False
        start = self._page.sheet.paragraphs[self._page.sheet.paragraph_at(match.start)].start
        own = self._at_home == home and (self.last is None or self.last[1] == home)
        return own and {c.value for c in self._countries if start <= c.start < match.start} <= {home}

    def _is_own(self, home: str) -> bool:
        """True where the language's own country goes without saying, and no other country's body was named before."""
        return self._at_home == home and self.last is None

    def foreign_ministry(self) -> str | None:
        """The foreign ministry that 'the ministry' can only be: the outlet's own country's, or that of the one just named."""
        offices = [o for o in self._page.found.get("office", ()) if o.entry.value.code in FOREIGN_OFFICES]  # type: ignore[attr-defined]
        if not offices and not any(named(m).value == MFA for m in self._page.found.get("body", ())):
            return None
        home = self._home
        own = self._at_home == home and (self.last is None or self.last[1] == home)
        if home and (own or home in self._spoken_of):
            return f"{MFA}-{home.lower()}"
        owner = self.last[1] if self.last else self._beside(offices)
        return f"{MFA}-{owner.lower()}" if owner else None

    def _beside(self, offices: list[Match]) -> str | None:
        """The country nearest to the first of these offices."""
        named_here = [c for c in self._countries if c.value and offices]
        return min(named_here, key=lambda c: abs(c.start - offices[0].start)).value if named_here else None

    def _is_foreign(self, match: Match) -> bool:
        """True for news of another country: the text, its headline too, has named that one several times, and never the outlet's own."""
        before = [c.value for c in self._countries if c.start < match.start]
        heading = self._page.sheet.paragraphs[0].end if self._page.sheet.paragraphs else 0
        about = next(iter(self._talked_about(match)), None)
        headed = any(c.value == about for c in self._countries if c.start < heading)
        return headed and before.count(about) >= OFTEN

    def _talked_about(self, match: Match) -> list[str]:
        before = [c.value or "" for c in self._countries if c.start < match.start]
        return [max(before, key=lambda c: (before.count(c), c))] if before else []


def dateline_country(page: Page) -> str | None:
    """The country whose capital or city begins the first paragraph, set off from the news: 'ALGER – …'."""
    for start, end in page.sheet.paragraphs[1:OPENING]:
        for match in page.words("place", start, start + 1):
            set_off = page.sheet.text[match.word_end : min(end, match.word_end + 2)].strip()[:1]
            if set_off and set_off in _DASHES:
                return named(match).country
    return None
