"""Where an outlet is at home: the register, a body of a state, or the country that its name names."""

from __future__ import annotations

import pytest

from assets.enriched.reading.homes import home_of


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
