"""Where and when acts took place whose own sentences don't say: the scene of the article.

Here: the town of the dateline or of the headline, and what a conference or journey gives to the acts beside it. Not here: what an
act's own sentence says (details), acts of the same people (rank).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.enriched.reading.acts.lexicon import Lexicon
from assets.enriched.reading.acts.rank import Layout
from assets.enriched.reading.acts.story import Story, Told, closing, dates_meet
from assets.enriched.reading.model import Mention
from assets.enriched.reading.page import Page

_DATELINE = re.compile(r"[^\n]{0,30}?(?:\d|-|/|\(|—)")
"""What stands behind the town of a dateline: a day, a dash, a slash, a bracket."""
TAKES_PLACE = frozenset({"meeting", "credentials", "consultations", "signing"})
"""Kinds that are where the article is, unless it says otherwise."""
NOWHERE = frozenset({"call", "appointment", "statement"})
"""Kinds that say nothing of where anybody is."""
PREPOSITION = 12
"""Characters before a town in which a preposition of place stands."""


def staged(page: Page, layout: Layout, story: Story, lexicon: Lexicon) -> None:
    """Give held acts without a place the town that dateline or headline sets them in, where it lies in a side's country."""
    for town in _towns(page, lexicon):
        country = lexicon.place_country.get(town)
        # What the article is about shows whether its town is the scene, or only where it was written.
        for told in sorted(story.told, key=lambda t: not t.report.main):
            beside = told.strength != "frame" and any(t.report.main and t.report.place == town for t in story.told)
            if (told.report.main or beside) and _open(layout, told, country) and country in told.sides():
                told.report.place, told.report.country = town, country
    _beside_conference(layout, story)
    _on_the_way(layout, story)
    _one_town(layout, story)


def _open(layout: Layout, told: Told, country: str | None) -> bool:
    """True for an act of these days that was held, without a place or in the country alone."""
    report = told.report
    fresh = report.main or (told.news and not layout.old(report.date))
    kinds = TAKES_PLACE if report.country is None else TAKES_PLACE | {"visit", "conference"}
    return fresh and report.status == "held" and report.kind in kinds and report.place is None and report.country in (None, country)


def _beside_conference(layout: Layout, story: Story) -> None:
    """Talks and signings beside the one conference that an article is about were held there, and on its day."""
    main = [t for t in story.told if t.report.main and t.report.kind == "conference" and t.report.status == "held"]
    if len(main) != 1 or main[0].report.country is None:
        return
    there = main[0].report
    for told in story.told:
        report = told.report
        if told is main[0] or report.country is not None or not _open(layout, told, None) or not dates_meet(report.date, there.date):
            continue
        report.place, report.country = there.place, there.country
        if report.date is None and there.date:
            report.date, report.date_basis = closing(there.date, report.kind), "context"


def _on_the_way(layout: Layout, story: Story) -> None:
    """Talks of these days without a place were where the only other acts of the same people were: a journey."""
    for told in story.told:
        if told.report.country is not None or not _open(layout, told, None):
            continue
        others = [t.report for t in story.told if t is not told and t.report.country and t.people() & told.people()]
        others = [r for r in others if r.status == "held" and r.kind not in NOWHERE and not layout.old(r.date)]
        where = {(r.place, r.country) for r in others}
        if len(where) == 1:
            told.report.place, told.report.country = where.pop()


def _one_town(layout: Layout, story: Story) -> None:
    """Acts in a country, without a town, were in the one town there that the other acts of their status were in."""
    for told in story.told:
        report = told.report
        if report.country is None or report.place is not None or report.kind in NOWHERE:
            continue
        others = [t.report for t in story.told if t.report.country == report.country and t.report.status == report.status]
        towns = {r.place for r in others if r.place and layout.old(r.date) == layout.old(report.date)}
        if len(towns) == 1:
            report.place = towns.pop()


def _towns(page: Page, lexicon: Lexicon) -> Iterator[str]:
    """The town of the dateline, then the one that the headline sets the news in."""
    for paragraph in page.sheet.paragraphs[1:4]:
        for mention in page.within(paragraph.start, paragraph.start + 8, "place", "country"):
            if mention.word_end != mention.end or not _DATELINE.match(page.sheet.text, mention.word_end, paragraph.end):
                continue
            if town := _town(mention, lexicon):
                yield town
                break
    headline = page.sheet.paragraphs[:1]
    located = [m for span in headline for m in page.within(*span, "place", "country") if _located(page, m, lexicon)]
    towns = {town for m in located if (town := _town(m, lexicon))}
    if len(towns) == 1:
        yield towns.pop()


def _town(mention: Mention, lexicon: Lexicon) -> str | None:
    if mention.kind == "place":
        return mention.value
    return lexicon.capital.get(mention.value or "") if mention.form == "capital_government" else None


def _located(page: Page, mention: Mention, lexicon: Lexicon) -> bool:
    """True for a town with the preposition or the ending of where something is."""
    text = page.sheet.text
    ending = text[mention.end : mention.word_end].lstrip("'-")
    before = text[max(0, mention.word_start - PREPOSITION) : mention.word_start]
    return bool(ending and ending.endswith(tuple(lexicon.here_endings))) or lexicon.here_before.search(before) is not None
