"""The one gazetteer pass: every known surface form of a language, from the register and from its pack.

Not here: what several readings of a form mean (entities, people, acts).
"""

from __future__ import annotations

import re
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assets.enriched.reading.page import Found
from assets.enriched.reading.sheet import Sheet
from assets.languages.schema.pack import Pack
from assets.register.registers import Registers
from assets.text.fold import Folded, key
from assets.text.matcher import Affixes, Entry, Match, Matcher, by_kind, longest, longest_of_kind

ANY_LANGUAGE = "mul"
_WORD = re.compile(r"\w+")
_WITHIN = re.compile(r"[\w,\])] $")
"""Before a word that doesn't begin a sentence."""
TELLING = ("act", "helper")
"""Kinds in which a language that writes nouns with a capital has verbs that are nouns otherwise."""
PEOPLES = ("adjective", "inhabitant")
"""Forms of a country's name that may stand inside another name."""
COMPOUND = "compound"
"""Form of the first half of an adjective of two states: 'franco' in franco-allemand."""
_JOINT = re.compile(r",? (?:\w{1,3} )?")
"""Between two adjectives of a list: a comma or a conjunction."""
WINDOW = 70
"""Characters on both sides of an adjective in which a name may go on: longer than any office or ministry."""


@dataclass(frozen=True, slots=True)
class Named:
    """The value of a register entry: what it names, by which form."""

    value: str
    form: str
    country: str | None = None


class Gazetteer:
    """All surface forms of one language.

    Args:
        pack: the language's pack.
        registers: countries, places, organisations, bodies and press.
    """

    def __init__(self, pack: Pack, registers: Registers) -> None:
        affixes = Affixes(pack.affixes.prefixes, pack.affixes.suffix_slots)
        few = pack.affixes.verb_prefixes
        verbal = None if few is None else Affixes(few, (pack.affixes.verb_endings,))
        known = [*_register_entries(pack, registers), *_pack_entries(pack)]
        known += _respelled(known, pack.language.spellings)
        entries = [*known, *_contracted(known, pack.affixes.contractions)]
        self._matcher = Matcher(entries, affixes, verbal, pack.acts.adverbs)
        self._parents = {row.organisation_id: row.parent for row in registers.organisations}
        across = [e for e in entries if e.kind in ("body", "office") and " " in e.text]
        self._across = Matcher(across, affixes)
        self._inner = frozenset(word for e in across for word in _WORD.findall(key(e.text))[:-1])
        self._prefixes = ("", *affixes.prefixes)
        self._nouns_capitalised = pack.language.nouns_capitalised

    def find(self, sheet: Sheet) -> Found:
        """All that the page names, by kind, longest of each kind; under 'inside' organisations named within their own parts."""
        valid = by_kind(self._matcher.find(sheet.folded, sheet.document.body))
        for kind in TELLING if self._nouns_capitalised else ():
            valid[kind] = [m for m in valid.get(kind, ()) if _in_its_case(sheet, m)]
        found: Found = defaultdict(list, {kind: longest_of_kind(matches) for kind, matches in valid.items()})
        whole = [m for m in found["office"] if m.end == m.word_end]
        found["country"] = _with_second_half(found["country"])
        found["country"] = [m for m in found["country"] if not (m.word_end > m.end and any(_covers(w, m) for w in whole))]
        bodies = found["organisation"]
        found["inside"] = [m for m in valid["organisation"] if m not in bodies and any(self._is_parent(m, b) for b in bodies)]
        for match in self._interrupted(sheet, found["country"]):
            insort(found[match.entry.kind], match, key=lambda m: (m.start, -m.end))
        return found

    def _is_parent(self, inner: Match, outer: Match) -> bool:
        """True where a name inside another is that of the organisation above: UN in UN General Assembly."""
        inside = outer.start <= inner.start and inner.end <= outer.end
        return inside and self._parents.get(outer.entry.value.value) == inner.entry.value.value  # type: ignore[attr-defined]

    def _interrupted(self, sheet: Sheet, countries: list[Match]) -> Iterator[Match]:
        """Ministries and offices with a country's adjective inside them: 'ministre azerbaïdjanais des …'."""
        letters = sheet.folded.letters
        for number, country in enumerate(countries):
            if country.entry.value.form not in PEOPLES:  # type: ignore[attr-defined]
                continue
            last = _last_of_list(sheet.text, countries, number)
            first, after = max(0, country.word_start - WINDOW), min(len(sheet.text), last.word_end + 1)
            if not self._goes_on(sheet.text[first : country.word_start]):
                continue
            joint = country.word_start - first
            window = sheet.text[first : country.word_start] + sheet.text[after : after + WINDOW]
            shapes = letters[first : country.word_start] + letters[after : after + WINDOW] + bytes(1)
            for match in longest(self._across.find(Folded(window, range(len(window) + 1), shapes), window)):
                if match.start < joint < match.end and "\n" not in window[match.start : match.end]:
                    gap = after - country.word_start
                    yield replace(
                        match,
                        start=match.start + first,
                        word_start=match.word_start + first,
                        end=match.end + first + gap,
                        word_end=match.word_end + first + gap,
                    )

    def _goes_on(self, before: str) -> bool:
        """True where the last word may be the first or an inner one of a ministry's or an office's name."""
        word = _WORD.findall(before)[-1:]
        return any(w.startswith(p) and w.removeprefix(p) in self._inner for w in word for p in self._prefixes)


def _with_second_half(countries: list[Match]) -> list[Match]:
    """First halves of compounds as the adjectives that they are; without those that no other state follows: 'Russo' is a name, too."""
    begun = {m.start for m in countries}
    halves = [m.entry.value.form == COMPOUND for m in countries]  # type: ignore[attr-defined]
    return [_adjective(m) if half else m for m, half in zip(countries, halves, strict=True) if not half or m.end + 1 in begun]


def _adjective(half: Match) -> Match:
    country: Named = half.entry.value  # type: ignore[assignment]
    return replace(half, entry=replace(half.entry, value=replace(country, form=PEOPLES[0])))


def _last_of_list(text: str, countries: list[Match], number: int) -> Match:
    """The last of several adjectives of states in a list: 'les ministres gabonais et tchadien des …'."""
    last = countries[number]
    for other in countries[number + 1 :]:
        if other.entry.value.form not in PEOPLES or not _JOINT.fullmatch(text, last.word_end, other.word_start):  # type: ignore[attr-defined]
            break
        last = other
    return last


def _in_its_case(sheet: Sheet, match: Match) -> bool:
    """True unless the capital says that a verb is a noun, or a noun a verb: German 'Reise' and 'reise', 'Treffen' and 'treffen'."""
    capital = sheet.capital(match.start)
    if match.entry.text[:1].isupper():
        return capital
    shouted = match.start + 1 < len(sheet.text) and sheet.capital(match.start + 1)
    return not capital or shouted or not _WITHIN.search(sheet.text, max(0, match.start - 2), match.start)


def _covers(whole: Match, part: Match) -> bool:
    """True where a word that seems a people's name with an ending is another word: Persian روسای is no Russian."""
    return whole.start <= part.word_start and part.word_end <= whole.end


def _pack_entries(pack: Pack) -> Iterator[Entry]:
    for name in type(pack).model_fields:
        section = getattr(pack, name)
        if hasattr(section, "entries"):
            yield from section.entries()


def _respelled(entries: Iterable[Entry], spellings: Iterable[tuple[str, str]]) -> list[Entry]:
    """The entries in another spelling of the language: Swiss 'Aussenminister'."""
    return [replace(e, text=e.text.replace(a, b)) for a, b in spellings for e in entries if a in e.text]


def _contracted(entries: Iterable[Entry], contractions: Iterable[tuple[str, str]]) -> Iterator[Entry]:
    """The forms that names take where a preposition grows together with their article."""
    for full, short in contractions:
        for entry in entries:
            if entry.text.startswith(full) and not entry.bare:
                yield replace(entry, text=short + entry.text.removeprefix(full))


def _register_entries(pack: Pack, registers: Registers) -> Iterator[Entry]:
    spoken = (pack.language.code, ANY_LANGUAGE)
    for country in registers.country_names:
        if country.language in spoken:
            yield Entry(country.text, "country", Named(country.country, country.form), country.case, len(country.text) < 3)
    for half, country_code in pack.glue.compounds.items():
        yield Entry(half, "country", Named(country_code, COMPOUND), "any", True)
    for place in registers.place_names:
        if place.language in spoken:
            yield Entry(place.text, "place", Named(place.name, place.kind, place.country), "proper", len(place.text) < 3)
    yield from _body_entries(spoken, registers)
    yield from _press_entries(pack, registers)
    for name in dict.fromkeys(official.name for official in registers.officials if pack.language.cased and " " in official.name):
        yield Entry(name, "official", Named(name, "name"), "proper")


def _body_entries(spoken: tuple[str, ...], registers: Registers) -> Iterator[Entry]:
    for name in registers.organisation_names:
        if name.language in spoken:
            yield Entry(name.text, "organisation", Named(name.organisation_id, name.form), name.case)
    for body in registers.bodies:
        if body.language in spoken:
            yield Entry(body.text, "body", Named(body.body, body.form, body.country), "any")


def _press_entries(pack: Pack, registers: Registers) -> Iterator[Entry]:
    """Outlets by name, one that means another outlet in this language as that one."""
    by_slug = {outlet.organisation_id: outlet for outlet in registers.press}
    for outlet in registers.press:
        meant = by_slug[pack.text.namesakes.get(outlet.organisation_id, outlet.organisation_id)]
        for text in outlet.names:
            yield Entry(text, "press", Named(meant.organisation_id, "name", meant.country), "proper")
