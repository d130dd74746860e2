"""Write officials.csv from `source/officials.psv` and from the visits and travels of the Office of the Historian.

`python -m assets.register.compose.officials FOLDER`, where FOLDER holds visits.csv and travels.csv of that Office
(public domain). The dates of such a row are the first and last day on which the person was met in the office: they
lie inside the term, they do not bound it. A person that the hand-written source knows is left to it.
"""

import csv
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from assets.register.compose.tables import nfc, register_rows, source_rows, write
from assets.text.names import likeness

HEADER = ("name", "country", "office", "of", "from", "to", "source", "also")
PUBLIC = "us-state"
TITLES = {
    "Deputy Prime Minister": "deputy_prime_minister", "Vice Premier": "deputy_prime_minister",
    "Prime Minister": "prime_minister", "Premier": "prime_minister", "Chancellor": "prime_minister", "Taoiseach": "prime_minister",
    "Federal Chancellor": "prime_minister", "Prime Minister-designate": "prime_minister",
    "Vice President": "vice_president", "President": "president", "State President": "president", "President-elect": "president",
    "Federal President": "president", "Interim President": "president", "Acting President": "president",
    "Foreign Minister": "foreign_minister", "Foreign Secretary": "foreign_minister", "Minister of Foreign Affairs": "foreign_minister",
    "External Affairs Minister": "foreign_minister", "Minister of External Affairs": "foreign_minister",
    "Deputy Foreign Minister": "deputy_foreign_minister", "Vice Foreign Minister": "deputy_foreign_minister",
    "Defense Minister": "minister", "Defence Minister": "minister", "Interior Minister": "minister", "Finance Minister": "minister",
    "Crown Prince": "crown_prince", "King": "monarch", "Queen": "monarch", "Sultan": "monarch", "Emir": "monarch", "Amir": "monarch",
    "Emperor": "monarch", "Grand Duke": "monarch", "Shah": "monarch", "Pope": "head_of_state",
}  # fmt: skip
TITLE = "|".join(sorted((re.escape(title) for title in TITLES), key=len, reverse=True))
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
PARTICLES = "bin|ibn|bint|de|da|do|dos|del|der|den|van|von|la|le|ben|ul|II|III|IV|VI"
NAME = rf"(?:(?!(?:{MONTHS}|Attended)\b)[A-Z][\w'’-]+|[A-Z]\.|(?:al|el)-[A-Z][\w'-]+|{PARTICLES})"
PERSON = re.compile(rf"\b({TITLE}) ((?:{NAME} )*{NAME})")
SURNAME_ONLY = re.compile(r"^\S+$")
ELSEWHERE = {
    "China, People’s Republic of": "CN", "Korea, South": "KR", "Russia": "RU", "United Kingdom": "GB", "Turkey": "TR", "Vatican City": "VA",
    "Holy See": "VA", "Bosnia-Herzegovina": "BA", "Cote d'Ivoire": "CI", "Ivory Coast": "CI", "Macedonia": "MK", "Burma": "MM",
    "Republic of Korea": "KR", "Korea": "KR", "Federal Republic of Germany": "DE", "West Germany": "DE", "Czech Republic": "CZ",
    "Palestinian Authority": "PS", "Congo, Democratic Republic of": "CD", "Democratic Republic of the Congo": "CD", "Zaire": "CD",
    "Congo, Republic of": "CG", "Swaziland": "SZ", "Cape Verde": "CV", "Union of Soviet Socialist Republics": "RU", "Soviet Union": "RU",
    "Bahamas": "BS", "The Bahamas": "BS", "The Gambia": "GM", "Micronesia": "FM", "Trinidad and Tobago": "TT", "Saint Lucia": "LC",
    "West Bank": "PS", "Palestine": "PS", "Sao Tome and Principe": "ST", "Burkina Faso": "BF", "Upper Volta": "BF", "Ceylon": "LK",
}  # fmt: skip
SINCE = "1945"
ARTICLES = frozenset({"al", "el"})
ALIKE = 0.9
"""Likeness from which on two names of one office of one country are one person's (Gribauskaite, Grybauskaitė)."""


class Seen(NamedTuple):
    """A person met in an office on a day."""

    name: str
    country: str
    office: str
    day: str


def country_codes() -> dict[str, str]:
    """Give ISO codes by the English names that the source uses."""
    names = register_rows("country_names.csv")
    rows = [row for row in names if row["language"] == "en" and row["form"] in {"name", "official"}]
    return {row["text"]: row["country"] for row in rows} | {nfc(name): code for name, code in ELSEWHERE.items()}


def seen(folder: Path) -> Iterator[Seen]:
    """Read who was met: visitors to the United States, and hosts that the travels name."""
    codes = country_codes()
    for file_name, column, place in (("visits.csv", "visitor", "from"), ("travels.csv", "remarks", "country")):
        with (folder / file_name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                code = codes.get(nfc(row[place]))
                if code and row["start"] >= SINCE:
                    yield from people(nfc(row[column]), code, row["start"])
    yield from americans(folder)


def people(text: str, country: str, day: str) -> Iterator[Seen]:
    """Find titled people in a text; a bare surname is left out, except of monarchs, who have no other name."""
    for match in PERSON.finditer(text):
        office, name = TITLES[match[1]], match[2].strip().rstrip(".")
        if office == "monarch":
            name = f"{match[1]} {name}" if SURNAME_ONLY.match(name) or name.split()[-1].isupper() else name
        elif SURNAME_ONLY.match(name):
            continue
        yield Seen(name, country, office, day)


def americans(folder: Path) -> Iterator[Seen]:
    """Presidents and secretaries of state of the United States, by their travels."""
    offices = {"president": "president", "secretary": "foreign_minister"}
    with (folder / "travels.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["start"] >= SINCE:
                yield Seen(nfc(row["name"]), "US", offices[row["role"]], row["start"])


def skeleton(name: str) -> str:
    """Bring a name to what its spellings share: letters without accents, no case, no Arabic article."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z]+", " ", plain).split()
    return " ".join(word for word in words if word not in ARTICLES)


def homes(people_seen: list[Seen]) -> dict[tuple[str, str], str]:
    """Tell whose country a person is of: the one where they were met most, since many are met abroad too."""
    met: dict[tuple[str, str], Counter[str]] = {}
    for person in people_seen:
        met.setdefault((skeleton(person.name), person.office), Counter())[person.country] += 1
    return {key: min(countries, key=lambda code: (-countries[code], code)) for key, countries in met.items()}


def _known(written: list[tuple[str, ...]]) -> set[str]:
    """What all spellings in the hand-written source share, and the name of nobody."""
    return {skeleton(text) for row in written for text in (row[0], *row[7].split("|"))} | {""}


def public_record(folder: Path, written: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Rows of everyone met whom the hand-written source does not know."""
    known = _known(written)
    spelled: dict[tuple[str, str], list[str]] = {}
    for row in written:
        spelled.setdefault((row[1], row[2]), []).extend((row[0], *row[7].split("|")))
    people_seen = [person for person in seen(folder) if skeleton(person.name) not in known and not spelled_otherwise(person, spelled)]
    home = homes(people_seen)
    spans: dict[tuple[str, str], list[Seen]] = {}
    for person in people_seen:
        if home[skeleton(person.name), person.office] == person.country:
            spans.setdefault((skeleton(person.name), person.office), []).append(person)
    for (_, office), sightings in spans.items():
        first = sightings[0]
        days = [sighting.day for sighting in sightings]
        yield first.name, first.country, office, first.country, min(days), max(days), PUBLIC, ""


def spelled_otherwise(person: Seen, spelled: dict[tuple[str, str], list[str]]) -> bool:
    """True for a person whom the hand-written source has in that office of that country in another spelling."""
    names = spelled.get((person.country, person.office), ())
    return any(likeness(person.name, "en", name, "en", strict=True) >= ALIKE for name in names if " " in name)


def by_hand() -> Iterator[tuple[str, ...]]:
    """Rows of the hand-written source."""
    for name, country, office, of, since, until, also in source_rows("officials.psv", 7):
        spellings = dict.fromkeys(text.strip() for text in also.split(",") if text.strip() and text.strip() != name)
        yield name, country, office, of, since, until, "editors", "|".join(spellings)


def as_it_stands(written: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The rows of the public record that officials.csv has already, but for who is written by hand by now."""
    known = _known(written)
    for row in register_rows("officials.csv"):
        if row["source"] == PUBLIC and skeleton(row["name"]) not in known:
            yield tuple(row[column] for column in HEADER)


def main() -> None:
    """Write officials.csv; without a folder of the public record, the rows from there stay."""
    written = list(by_hand())
    record = public_record(Path(sys.argv[1]), written) if sys.argv[1:] else as_it_stands(written)
    write("officials.csv", HEADER, [*written, *record])


if __name__ == "__main__":
    main()
