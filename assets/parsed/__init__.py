"""Parsed: opens whatever format a file has and finds the articles in it, without the page around them."""

VERSION_SOURCES: tuple[str, ...] = (
    "assets/parsed",
    "assets/text",
    "assets/languages",
    "assets/register/press.csv",
    "assets/register/bodies.csv",
    "assets/register/country_names.csv",
)
"""What this stage's rules version is a digest of, relative to the repository.

Of a pack only the sections [language], [text] and [dates] matter here; hash those alone where packs are one file.
"""
