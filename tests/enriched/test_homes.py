"""Where an outlet is at home: the register, a body of a state, or the country that its name names."""

from __future__ import annotations

import pytest

from assets.enriched.reading.homes import home_of, state_of


@pytest.mark.parametrize(
    ("outlet", "home"),
    [
        ("azertag", "AZ"),
        ("mfa-ch", "CH"),
        ("presidency-ke", "KE"),
        ("the-jordan-courier", "JO"),
        ("south-africa-evening-mail", "ZA"),
        ("the-riverside-ledger", None),
        ("georgia-armenia-review", None),
        (None, None),
    ],
)
def test_the_home_of_an_outlet_is_told_by_register_body_or_name(outlet: str | None, home: str | None) -> None:
    assert home_of(outlet) == home


@pytest.mark.parametrize(
    ("slug", "state"),
    [
        ("mfa-az", "AZ"),
        ("ministry-of-energy-qa", "QA"),
        ("embassy-kw-kz", "KW"),
        ("un", None),
        ("african-union", None),
        ("le-monde", None),
        (None, None),
    ],
)
def test_a_body_of_the_register_acts_for_the_state_in_its_slug(slug: str | None, state: str | None) -> None:
    assert state_of(slug) == state
