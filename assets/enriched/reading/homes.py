"""The country an outlet is at home in, what its articles mean by 'the minister' or 'the Chancellor'; the state that a body or office is of.

Not here: which outlet published an article (assets.parsed.outlet).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from assets.register import registers
from assets.text.slug import slug_of

_OF_STATE = re.compile(r"(?P<body>.+?)-(?P<state>[a-z]{2})(?:-[a-z]{2})?")
"""The slug of a state's body: what it is, its state, and of a mission the state that it is in."""
LATIN = frozenset({"en", "de", "fr", "es"})
"""Languages in which outlets name their country: 'The Jordan Times', 'Liechtensteiner Zeit', 'Le Journal du Cameroun'."""
_KEPT = 4096
"""Slugs of which the answer is kept: a corpus may hold any number of them."""
LEADERS = frozenset({"president", "prime_minister", "foreign_minister", "monarch", "head_of_state"})
"""Offices whose holders speak for their state: they are of one, and chair organisations for it."""
STATE_HEADS = frozenset({"president", "monarch"})
"""Offices that a head of state may hold, nobody both at once."""
FORMS = frozenset({"name", "adjective", "inhabitant", "capital_government"})


@lru_cache(maxsize=_KEPT)
def home_of(outlet: str | None) -> str | None:
    """The home of an outlet: that of the register, the state whose body it is, or the one country that its name names.

    Args:
        outlet: its slug.

    Returns:
        ISO 3166 code, or None where nothing tells it.
    """
    if not outlet:
        return None
    if own := _registered().get(outlet) or state_of(outlet):
        return own
    words = outlet.split("-")
    pairs = {*words, *("-".join(pair) for pair in pairwise(words))}
    named = {country for word in pairs if (country := _names().get(word))}
    return named.pop() if len(named) == 1 else None


@lru_cache(maxsize=_KEPT)
def state_of(organisation: str | None) -> str | None:
    """The ISO code of the state whose body an organisation is (mfa-az → AZ, embassy-kw-kz → KW), else None."""
    found = _OF_STATE.fullmatch(organisation or "")
    return found["state"].upper() if found and found["body"] in _state_bodies() else None


def side_of(country: str | None, organisation: str | None) -> str | None:
    """The state that somebody with an office of these speaks for: the country, else the one whose body the organisation is."""
    return country or state_of(organisation)


def body_of(organisation: str) -> str:
    """The slug of a state's body without the state: mfa of mfa-az, embassy of embassy-kw-kz; empty for any other organisation."""
    found = _OF_STATE.fullmatch(organisation)
    return found["body"] if found and state_of(organisation) else ""


def is_state_body(body: str) -> bool:
    """True for the first part of such a slug, the state left out: mfa, presidency."""
    return body in _state_bodies()


@cache
def _state_bodies() -> frozenset[str]:
    """The first part of the slugs of bodies that states have."""
    return frozenset(row.body for row in registers.load().bodies)


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
