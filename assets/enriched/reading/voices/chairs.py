"""Chairs of organisations that are told as somebody's office: 'the Senegalese president, chair of the African Union' chairs it for Senegal.

Not here: roles that the text gives to countries (mandates).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from assets.enriched.reading.homes import LEADERS
from assets.enriched.reading.model import Mandate
from assets.enriched.reading.page import Page

CHAIR = "chair"


def chaired(page: Page, bodies: Collection[str]) -> Iterator[Mandate]:
    """A mandate for each leader or foreign minister whom the text calls the chair of an organisation of states.

    Args:
        bodies: ids of the organisations in which countries hold roles.
    """
    for person in page.people:
        country = next((role.country for role in person.roles if role.office in LEADERS and role.country), None)
        for role in person.roles if country else ():
            if role.office == CHAIR and role.organisation in bodies and ".former" not in role.rule and role.organisation is not None:
                yield Mandate(role.organisation, CHAIR, role.start, role.end, "voices.mandate.chair:person", country, None, None, None)
