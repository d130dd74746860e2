"""Write organisations.csv and organisation_names.csv from `source/organisations.psv`.

The first English name is the register's name. In a cell `~` marks a short form that means the organisation only
where the text leaves no doubt, `^` a noun for its members; an acronym is known by its capitals.
"""

import re
from collections.abc import Iterator

from assets.register.compose import inflect
from assets.register.compose.tables import alternatives, capital_matters, source_rows, write

LANGUAGES = ("en", "fr", "de", "ru", "ar", "fa", "az", "tr")
FORMS = {"~": "short", "^": "member-noun"}
GERMAN_STRONG = re.compile(r"^(\w+[a-zäöüß-])(?:er|es|e) (?=[A-ZÄÖÜ])")
GERMAN_STEMS = (
    "isch", "sozial", "trilateral", "all", "vereint", "blockfrei", "türkisch", "nal", "neu", "groß", "weiß", "östlich",
    "ständig", "gemein", "unabhängig", "interparlamentar", "welt", "global", "amerikan", "hochrangig",
    "zwischenstaatlich", "neutral", "weimar", "grün", "offen", "ander", "bukarest", "syrisch", "mittler",
    "auswärtig", "wirtschaftlich", "kulturell", "wissenschaftlich", "regional", "humanitär", "militär", "gemeinsam", "frei",
    "palästinensisch", "arktisch", "nordisch", "roter", "konsultativ", "nichtpaktgebunden", "parlamentarisch",
)  # fmt: skip

SPOKEN = re.compile(r"(?=.*[AEIOUY])[A-Z]{4,}")
"""Acronyms that can be spoken as words: the French press writes them with one capital (Unrwa)."""
NAMES_TOO = frozenset({"ALBA", "ESA", "GRECO", "GUAM", "NEOS", "OLAF", "PARI", "RASD", "SECO", "SICA"})
"""Those of them that then are other names."""

Row = tuple[str, str, str, str, str]


def is_acronym(text: str) -> bool:
    """Say whether a text is an acronym: one short word, at least half of it capitals or digits (`AfDB`, `G20`)."""
    if " " in text or not 1 < len(text) <= 10 or not any(character.isupper() for character in text):
        return False
    signs = [character for character in text if character.isalnum()]
    capitals = sum(not character.islower() for character in signs)
    titled = text[1:] == text[1:].lower()
    numbered = any(character.isdigit() for character in text)
    return numbered or (capitals * 2 >= len(signs) and not titled)


def forms(language: str, text: str) -> list[str]:
    """Give the inflected forms of a name that the matcher cannot reach by itself."""
    if is_acronym(text):
        return [text]
    if language == "ru":
        return russian(text)
    if language == "de":
        return german(text)
    if language == "fa":
        return persian(text)
    return [text]


def persian(text: str) -> list[str]:
    """Add the form with blanks: the press sets one or the other between the parts of a word."""
    return [text, text.replace("\u200c", " ")]


def russian(text: str) -> list[str]:
    """Decline a Russian name; quotation marks are dropped for a second form, since the press sets them or not."""
    bare = text.replace("«", "").replace("»", "")
    declined = inflect.russian_cases(bare)
    return declined if bare == text else [text, *declined]


def german(text: str) -> list[str]:
    """Add the forms after an article (`der Vereinten Nationen`) to a German name that begins with adjectives."""
    weak, other, rest = "", "", text
    while (match := GERMAN_STRONG.match(rest)) and any(stem in match[1].lower() for stem in GERMAN_STEMS):
        weak, other, rest = f"{weak}{match[1]}en ", f"{other}{match[1]}e ", rest[match.end() :]
    return [text, weak + rest, other + rest] if weak else [text]


def names(cells: list[str]) -> Iterator[Row]:
    """Rows of organisation_names.csv for one organisation."""
    slug = cells[0]
    for language, cell in zip(LANGUAGES, cells[6:], strict=True):
        for word in alternatives(cell):
            text = word.lstrip("~^").strip('"')
            form = FORMS.get(word[0], "acronym" if is_acronym(text) else "name")
            for inflected in forms(language, text):
                yield slug, language, inflected, form, capital_matters(inflected)
            if language == "fr" and form == "acronym" and SPOKEN.fullmatch(text) and text not in NAMES_TOO:
                yield slug, language, text.capitalize(), form, "proper"
            if language == "en" and form == "acronym" and len(text) > 3 and text.isalnum():
                yield slug, "mul", text, form, "proper"


def organisation(cells: list[str]) -> tuple[str, ...]:
    """Row of organisations.csv: the first name that is no short form, English before other languages."""
    known = [text for cell in cells[6:] for text in alternatives(cell) if text[0] not in FORMS]
    slug, kind, country, parent, members, series = cells[:6]
    return slug, known[0], kind, country, parent, members, series or "false"


def main() -> None:
    """Write both files."""
    rows = list(source_rows("organisations.psv", 14))
    write(
        "organisations.csv",
        ("organisation_id", "name", "kind", "country", "parent", "members", "series"),
        (organisation(row) for row in rows),
    )
    write(
        "organisation_names.csv",
        ("organisation_id", "language", "text", "form", "case"),
        (name for row in rows for name in names(row)),
    )


if __name__ == "__main__":
    main()
