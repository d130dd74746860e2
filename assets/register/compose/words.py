"""Write bodies.csv, press.csv and stopwords.csv from their source tables.

A body's nickname stands with `~`, a word that needs its country beside it with `^`.
"""

from collections.abc import Iterator

from assets.register.compose import inflect
from assets.register.compose.organisations import german, is_acronym
from assets.register.compose.tables import alternatives, source_rows, write

LANGUAGES = ("en", "fr", "de", "ru", "ar", "fa", "az", "tr")
FORMS = {"~": "nickname", "^": "short"}


def bodies() -> Iterator[tuple[str, str, str, str, str]]:
    """Rows of bodies.csv; Russian words come in all cases."""
    for body, country, *cells in source_rows("bodies.psv", 10):
        for language, cell in zip(LANGUAGES, cells, strict=True):
            for word in alternatives(cell):
                text = word.lstrip("~^")
                form = FORMS.get(word[0], "acronym" if is_acronym(text) else "name")
                for inflected in inflected_forms(language, text):
                    yield body, language, inflected, form, country


def inflected_forms(language: str, text: str) -> list[str]:
    """Give the forms of a body's word that the matcher cannot reach."""
    if is_acronym(text):
        return [text]
    if language == "ru":
        return inflect.russian_cases(text)
    return german(text) if language == "de" else [text]


def outlets() -> Iterator[tuple[str, str, str, str, str, str]]:
    """Rows of press.csv; names lose their quotation marks, which the matcher does not need."""
    for slug, name, country, kind, domains, names in source_rows("press.psv", 6):
        spellings = [name, *(text.strip('"«»') for text in alternatives(names))]
        yield slug, name, country, domains, "|".join(dict.fromkeys(spellings)), kind


def stopwords() -> Iterator[tuple[str, str, str, str]]:
    """Rows of stopwords.csv; the first reason given for a text stands."""
    seen: set[tuple[str, str, str]] = set()
    for kind, language, cell, reason in source_rows("stopwords.psv", 4):
        for text in alternatives(cell):
            if (kind, language, text) not in seen:
                seen.add((kind, language, text))
                yield kind, language, text, reason


def main() -> None:
    """Write the three files."""
    write("bodies.csv", ("body", "language", "text", "form", "country"), bodies())
    write("press.csv", ("organisation_id", "name", "country", "domains", "names", "kind"), outlets())
    write("stopwords.csv", ("kind", "language", "text", "reason"), stopwords())


if __name__ == "__main__":
    main()
