"""Where sites put their name, menu and date around a headline, and that it is found all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.parsed.model import Document

Parse = Callable[[str | bytes], Document]

NEWS = (
    "WELLINGTON - New Zealand's trade minister and a delegation from Uruguay agreed on Thursday to open talks on beef quotas.\n\n"
    "The delegation stays until Saturday and will visit two ports.\n"
)
TITLE = "Beef quotas: Wellington opens talks"

HEADS = {
    "a block of the site's, then the headline alone": f"Harbour Times\nWorld - Trade - Uruguay talks and New Zealand\n7 March 2024\n\n{TITLE}\n\n",
    "the headline first in a block with outlet and date": f"{TITLE}\nHarbour Times\n7 March 2024\n\n",
    "the site's name above it in one block": f"HARBOUR TIMES\n{TITLE}\n7 March 2024\n\n",
    "all apart": f"Harbour Times\n\n7 March 2024\n\n{TITLE}\n\n",
    "a deck alone below a headline that has its outlet with it": (
        "New Zealand opens talks with Uruguay on beef quotas\nHarbour Times\n7 March 2024\n\nMinister hopes for ports\n\n"
    ),
}


@pytest.mark.parametrize("shape", HEADS)
def test_a_headline_is_told_from_the_lines_of_the_site(parse: Parse, shape: str) -> None:
    head = HEADS[shape]
    assert parse(head + NEWS).title == (TITLE if TITLE in head else "New Zealand opens talks with Uruguay on beef quotas")
