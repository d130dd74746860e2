"""Write bodies.csv, press.csv and stopwords.csv from their source tables; run after the other scripts.

A body's nickname stands with `~`, a word that needs its country beside it with `^`, a word for several with `+`.
"""

from collections.abc import Iterator

from assets.register.compose.organisations import forms, is_acronym, persian
from assets.register.compose.tables import alternatives, register_rows, source_rows, write

LANGUAGES = ("en", "fr", "de", "ru", "ar", "fa", "az", "tr")
FORMS = {"~": "nickname", "^": "short", "+": "plural"}


def bodies() -> Iterator[tuple[str, str, str, str, str]]:
    """Rows of bodies.csv; Russian words come in all cases."""
    for body, country, *cells in source_rows("bodies.psv", 10):
        for language, cell in zip(LANGUAGES, cells, strict=True):
            for word in alternatives(cell):
                text = word.lstrip("~^+")
                form = FORMS.get(word[0], "acronym" if is_acronym(text) else "name")
                for inflected in forms(language, text):
                    yield body, language, inflected, form, country


def outlets() -> Iterator[tuple[str, str, str, str, str, str]]:
    """Rows of press.csv; names lose their quotation marks, which the matcher does not need."""
    for slug, name, country, kind, domains, names in source_rows("press.psv", 6):
        spellings = [name, *(form for text in alternatives(names) for form in persian(text.strip('"«»')))]
        yield slug, name, country, domains, "|".join(dict.fromkeys(spellings)), kind


def stopwords() -> Iterator[tuple[str, str, str, str]]:
    """Rows of stopwords.csv: of the listed words those that the register has, with the first reason given."""
    registered = {("place", row["language"], row["text"].casefold()) for row in register_rows("place_names.csv")}
    registered |= {("country", row["language"], row["text"].casefold()) for row in register_rows("country_names.csv")}
    registered |= {("organisation", row["language"], row["text"].casefold()) for row in register_rows("organisation_names.csv")}
    outlets = {name.casefold() for row in register_rows("press.csv") for name in row["names"].split("|")}
    for kind, language, cell, reason in source_rows("stopwords.psv", 4):
        for text in alternatives(cell):
            key = (kind, language, text.casefold())
            if key in registered or (kind == "press" and text.casefold() in outlets):
                registered.discard(key)
                yield kind, language, text, reason


def main() -> None:
    """Write the three files."""
    write("bodies.csv", ("body", "language", "text", "form", "country"), bodies())
    write("press.csv", ("organisation_id", "name", "country", "domains", "names", "kind"), outlets())
    write("stopwords.csv", ("kind", "language", "text", "reason"), stopwords())


if __name__ == "__main__":
    main()
