"""The country an outlet is at home in: what its articles mean by 'the minister' or 'the Chancellor'.

Not here: which outlet published an article (assets.parsed.outlet).
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from assets.register import registers
from assets.text.slug import slug_of

STATE_BODIES = ("mfa-", "presidency-", "government-", "parliament-", "mod-", "security-council-")
"""Beginnings of the slugs of bodies that end in their state's code."""
LATIN = frozenset({"en", "de", "fr", "es"})
"""Languages in which outlets name their country: 'The Jordan Times', 'Liechtensteiner Zeit', 'Le Journal du Cameroun'."""
FORMS = frozenset({"name", "adjective", "inhabitant", "capital_government"})


@cache
def home_of(outlet: str | None) -> str | None:
    """The home of an outlet: that of the register, the state whose body it is, or the one country that its name names.

    Args:
        outlet: its slug.

    Returns:
        ISO 3166 code, or None where nothing tells it.
    """
    if not outlet:
        return None
    known = _registered().get(outlet)
    if known or outlet.startswith(STATE_BODIES):
        return known or outlet.rpartition("-")[2].upper()
    words = outlet.split("-")
    pairs = {*words, *("-".join(pair) for pair in pairwise(words))}
    named = {country for word in pairs if (country := _names().get(word))}
    return named.pop() if len(named) == 1 else None


@cache
def _registered() -> dict[str, str | None]:
    return {outlet.organisation_id: outlet.country for outlet in registers.load().press}


@cache
def _names() -> dict[str, str]:
    """Slugs of countries' names, adjectives and capitals, those of two countries left out."""
    found: dict[str, set[str]] = {}
    for name in registers.load().country_names:
        if name.language in LATIN and name.form in FORMS:
            found.setdefault(slug_of(name.text), set()).add(name.country)
    return {slug: countries.pop() for slug, countries in found.items() if len(countries) == 1}
