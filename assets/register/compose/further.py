"""Add a further language to the register: `python -m assets.register.compose.further es`; run it after the other scripts.

Sources: `source/languages/<code>.psv` (written by hand), Unicode CLDR through babel (countries, and the cities that its time zones are
named after), and for every other place its plain name where the language is written in Latin letters.
Only rows of that language change; running it again gives the same bytes.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator, Mapping

from babel import Locale

from assets.languages import packs
from assets.register.compose import inflect
from assets.register.compose.organisations import is_acronym
from assets.register.compose.tables import REGISTER, alternatives, capital_matters, nfc, register_rows, source_rows, write

Row = tuple[str, ...]
INFLECTED: Mapping[str, Callable[[str], list[str]]] = {"es": inflect.spanish_adjective}
"""How a language inflects the adjectives of countries, where the matcher's affixes don't reach."""
MARKS = {"~": "short", "^": "member-noun"}
BODY_MARKS = {"~": "nickname", "^": "short", "+": "plural"}


def _bare(word: str) -> list[str]:
    return [word]


class Further:
    """The words of one further language.

    Args:
        code: BCP 47 code of a language with a pack and a source file.
    """

    def __init__(self, code: str) -> None:
        self._code = code
        self._rows = list(source_rows(f"languages/{code}.psv", 4))
        self._inflected = INFLECTED.get(code, _bare)
        self._latin = packs.load(code).language.script == "Latn"

    def _of(self, table: str) -> Iterator[tuple[str, list[str]]]:
        return ((key, alternatives(cell)) for name, key, cell, _ in self._rows if name == table)

    def country_names(self, place_names: list[Row]) -> Iterator[Row]:
        """Names, official names, adjectives, and the capitals that stand for a government."""
        own = {key for key, _ in self._of("name")}
        territories = Locale(self._code).territories
        for row in register_rows("countries.csv"):
            country, name = row["country"], nfc(territories.get(row["country"], ""))
            if name and country not in own and not set("(.") & set(name):
                yield country, self._code, "name", name, "proper"
        for form in ("name", "short", "official"):
            for country, texts in self._of(form):
                yield from ((country, self._code, form, text, capital_matters(text)) for text in texts)
        for country, texts in self._of("adjective"):
            yield from ((country, self._code, "adjective", form, "any") for text in texts for form in self._inflected(text))
        yield from self._official()
        capitals = {(row["country"], row["capital_place"]) for row in register_rows("countries.csv")}
        for name, country, _, text, _ in place_names:
            if (country, name) in capitals:
                yield country, self._code, "capital_government", text, "proper"

    def _official(self) -> Iterator[Row]:
        """`Republic of X` and its like."""
        patterns = dict(self._of("state"))
        territories = Locale(self._code).territories
        for country, state, *_ in source_rows("country_adjectives.psv", 10):
            name = nfc(territories.get(country, ""))
            if name and not any(pattern.split()[0] in name for found in patterns.values() for pattern in found):
                yield from ((country, self._code, "official", pattern.format(name), "proper") for pattern in patterns.get(state, ()))

    def place_names(self) -> Iterator[Row]:
        """Every place once: by hand, as CLDR spells it, else by its plain name."""
        by_hand = {tuple(key.split("/")): texts for key, texts in self._of("place")}
        cldr = self._cities()
        given: set[str] = set()
        countries = {nfc(name).casefold() for name in Locale(self._code).territories.values()}
        order = {"capital": 0, "region": 1, "site": 2, "city": 3}
        for row in sorted(register_rows("places.csv"), key=lambda r: (order[r["kind"]], -int(r["population"]))):
            plain = [row["name"]] if self._latin else []
            spelled = cldr.get(row["name"]) if row["kind"] == "capital" or int(row["population"]) > 500_000 else None
            for text in by_hand.get((row["name"], row["country"])) or ([spelled] if spelled else plain):
                if text.casefold() not in given and (row["kind"] != "city" or text.casefold() not in countries):
                    given.add(text.casefold())
                    yield row["name"], row["country"], self._code, text, row["kind"]

    def _cities(self) -> dict[str, str]:
        """English names of CLDR's exemplar cities with those in the language."""
        english = Locale("en").time_zones
        own = Locale(self._code).time_zones
        plain = {zone: english.get(zone, {}).get("city") or str(zone).rpartition("/")[2].replace("_", " ") for zone in own}
        return {plain[zone]: nfc(found["city"]) for zone, found in own.items() if found.get("city") and "," not in found["city"]}

    def organisation_names(self) -> Iterator[Row]:
        """Names of organisations, acronyms by their capitals."""
        known = {row["organisation_id"] for row in register_rows("organisations.csv")}
        for slug, texts in self._of("organisation"):
            for word in texts if slug in known else ():
                text = word.lstrip("~^")
                form = MARKS.get(word[0], "acronym" if is_acronym(text) else "name")
                yield slug, self._code, text, form, capital_matters(text)

    def bodies(self) -> Iterator[Row]:
        """Words for the bodies of a state."""
        for body, texts in self._of("body"):
            for word in texts:
                text = word.lstrip("~^+")
                yield body, self._code, text, BODY_MARKS.get(word[0], "acronym" if is_acronym(text) else "name"), ""

    def stopwords(self, place_names: list[Row]) -> Iterator[Row]:
        """Of the listed words those that the register has."""
        places = {row[3].casefold() for row in place_names}
        for table, kind, cell, reason in self._rows:
            if table == "stopword":
                yield from ((kind, self._code, text, reason) for text in alternatives(cell) if text.casefold() in places)

    def write(self) -> None:
        """Put the language's rows into the register's files."""
        places = list(self.place_names())
        self._put("place_names.csv", places)
        self._put("country_names.csv", list(self.country_names(places)), (0, 1, 2))
        self._put("organisation_names.csv", list(self.organisation_names()))
        self._put("bodies.csv", list(self.bodies()))
        self._put("stopwords.csv", list(self.stopwords(places)), (0, 1))

    def _put(self, name: str, rows: list[Row], once: tuple[int, ...] = ()) -> None:
        """Replace the rows of the language; of texts that differ in capitals alone, one stays."""
        with (REGISTER / name).open(encoding="utf-8", newline="") as file:
            header, *old = map(tuple, csv.reader(file))
        language, text = header.index("language"), header.index("text")
        kept = {(*(row[column] for column in once), row[text].casefold() if once else row): row for row in rows}
        write(name, header, [row for row in old if row[language] != self._code] + list(kept.values()))


def main() -> None:
    """Write the rows of each language that the command line names."""
    for code in sys.argv[1:]:
        Further(code).write()


if __name__ == "__main__":
    main()
